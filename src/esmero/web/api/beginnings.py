"""An agent writes first: a conversation begins with our message."""

from __future__ import annotations

from litestar import Controller, post
from litestar.params import JSONBody

from esmero.live.writing import Beginning
from esmero.web.api.forms import Form, Text
from esmero.web.api.kept import Kept, kept_as
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewConversation(Beginning, Form, frozen=True, kw_only=True):
    """`id` is made by the client; the same again is the same conversation.

    The first of `to` is the customer: whoever has this address; if nobody has, somebody new, or `customer`.
    Those whom everybody sees (`to`, `cc`) take part. Without `sender` it leaves from the inbox's own address.
    """

    text: Text = ""


class Beginnings(Controller):
    path = "/conversations"
    tags = ("Conversations",)

    @post(responses=errors(404, 409, 413, 415), summary="Begin a conversation")
    async def begin(self, desk: TheDesk, me: Me, data: JSONBody[NewConversation]) -> Kept:
        """It is mine, and waits for the customer. In inboxes whose `begins` is false, only the customer can begin."""
        return kept_as(await desk.begin(data.opening(), agent=me))
