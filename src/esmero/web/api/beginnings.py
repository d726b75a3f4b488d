"""An agent writes first: a conversation begins with our message."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, post
from litestar.params import JSONBody
from msgspec import Meta, field

from esmero.flow.beginning import Opening
from esmero.web.api.forms import Form, Number, Text
from esmero.web.api.recipients import Kept, People, kept_as, people
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewConversation(Form, frozen=True, kw_only=True):
    """`id` is made by the client; the same again is the same conversation.

    The first of `to` is the customer: whoever has this address; if nobody has, somebody new, or `customer`.
    Those whom everybody sees (`to`, `cc`) take part. Without `sender` it leaves from the inbox's own address.
    """

    id: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    inbox: Number
    to: People
    cc: People = field(default_factory=list)
    bcc: People = field(default_factory=list)
    subject: Annotated[str, Meta(max_length=250)] = ""
    text: Text = ""
    files: Annotated[list[Number], Meta(max_length=50)] = field(default_factory=list)
    sender: Annotated[str, Meta(max_length=254)] = ""
    customer: Number | None = None


class Beginnings(Controller):
    path = "/conversations"
    tags = ("Conversations",)

    @post(responses=errors(404, 409, 413, 415), summary="Begin a conversation")
    async def begin(self, desk: TheDesk, me: Me, data: JSONBody[NewConversation]) -> Kept:
        """It is mine, and waits for the customer. In inboxes whose `begins` is false, only the customer can begin."""
        opening = Opening(
            client_id=data.id,
            inbox_id=data.inbox,
            to=people(data.to),
            cc=people(data.cc),
            bcc=people(data.bcc),
            subject=data.subject,
            text=data.text,
            file_ids=tuple(data.files),
            sender=data.sender,
            customer_id=data.customer,
        )
        return kept_as(await desk.begin(opening, agent=me))
