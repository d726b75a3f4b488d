"""Passing messages on to a supplier or a colleague, and answering what comes back."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, post
from litestar.params import JSONBody
from msgspec import Meta, field

from esmero.flow.forwarding import Forwarding
from esmero.web.api.forms import Form, Number, PathNumber, Text
from esmero.web.api.recipients import Kept, People, kept_as, people
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewForward(Form, frozen=True, kw_only=True):
    """`id` is made by the client; the same again is the same forward.

    `message` is the event that is passed on; without it, all that was said with the customer. `answers` is the event of
    an answer to an earlier forward: then this answers it, and passes nothing on. `files` are uploads of one's own,
    `take` files of what is passed on. Without `inbox` it leaves from the conversation's own, without `sender` from that
    inbox's own address.
    """

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    to: People
    cc: People = field(default_factory=list)
    bcc: People = field(default_factory=list)
    subject: Annotated[str, Meta(max_length=250)] = ""
    text: Text = ""
    message: Number | None = None
    answers: Number | None = None
    files: Annotated[list[Number], Meta(max_length=50)] = field(default_factory=list)
    take: Annotated[list[Number], Meta(max_length=50)] = field(default_factory=list)
    inbox: Number | None = None
    sender: Annotated[str, Meta(max_length=254)] = ""


class Forwards(Controller):
    path = "/conversations/{number:int}/forwards"
    tags = ("Conversations",)

    @post(responses=errors(404, 409, 413, 415), summary="Forward, or answer an answer to what was forwarded")
    async def forward(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[NewForward]) -> Kept:
        """The customer sees nothing of it, nor of what comes back: that becomes a note."""
        forwarding = Forwarding(
            conversation_id=number,
            client_id=data.id,
            to=people(data.to),
            cc=people(data.cc),
            bcc=people(data.bcc),
            subject=data.subject,
            text=data.text,
            message=data.message,
            answers=data.answers,
            file_ids=tuple(data.files),
            taken_ids=tuple(data.take),
            inbox_id=data.inbox,
            sender=data.sender,
        )
        return kept_as(await desk.forward(forwarding, agent=me))
