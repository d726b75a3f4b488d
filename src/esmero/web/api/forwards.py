"""Passing messages on to a supplier or a colleague, and answering what comes back."""

from __future__ import annotations

from litestar import Controller, post
from litestar.params import JSONBody

from esmero.live.writing import PassingOn
from esmero.web.api.forms import Form, PathNumber, Text
from esmero.web.api.kept import Kept, kept_as
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewForward(PassingOn, Form, frozen=True, kw_only=True):
    """`id` is made by the client; the same again is the same forward.

    `message` is the event that is passed on; without it, all that was said with the customer. `answers` is the event of
    an answer to an earlier forward: then this answers it, and passes nothing on. `files` are uploads of one's own,
    `take` files of what is passed on. Without `inbox` it leaves from the conversation's own, without `sender` from that
    inbox's own address.
    """

    text: Text = ""


class Forwards(Controller):
    path = "/conversations/{number:int}/forwards"
    tags = ("Conversations",)

    @post(responses=errors(404, 409, 413, 415), summary="Forward, or answer an answer to what was forwarded")
    async def forward(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[NewForward]) -> Kept:
        """The customer sees nothing of it, nor of what comes back: that becomes a note."""
        return kept_as(await desk.forward(data.forwarding(number), agent=me))
