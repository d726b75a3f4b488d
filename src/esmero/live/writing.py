"""What an agent's client sends to have something written: its fields, the same by frame and by call of the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from esmero.contract.events import Person
from esmero.flow.beginning import Opening
from esmero.flow.forwarding import Forwarding
from esmero.flow.reply import Draft
from esmero.kit.text import clean_name

ClientId = Annotated[str, Meta(min_length=16, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Seq = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Number = Annotated[int, Meta(ge=1, le=2**53)]
Address = Annotated[str, Meta(min_length=3, max_length=254)]
Sender = Annotated[str, Meta(max_length=254)]
Files = Annotated[tuple[Number, ...], Meta(max_length=50)]


class Recipient(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who is written to: their address in the channel."""

    address: Address
    name: Annotated[str, Meta(max_length=200)] = ""


Recipients = Annotated[tuple[Recipient, ...], Meta(max_length=50)]


class Saying(Struct, frozen=True, kw_only=True):
    """A reply or a note in a conversation."""

    id: ClientId
    kind: Literal["reply", "note"]
    text: str = ""
    files: Files = ()
    seen: Seq | None = None
    close: bool = False
    to: Recipients = ()
    cc: Recipients | None = None
    bcc: Recipients = ()
    sender: Sender = ""
    replaces: Number | None = None

    def draft(self, conversation_id: int) -> Draft:
        """Return it as the flow knows it."""
        return Draft(
            conversation_id=conversation_id,
            client_id=self.id,
            kind=self.kind,
            text=self.text,
            file_ids=self.files,
            seen=self.seen,
            close=self.close,
            to=_people(self.to),
            cc=None if self.cc is None else _people(self.cc),
            bcc=_people(self.bcc),
            sender=self.sender,
            replaces=self.replaces,
        )


class _Addressed(Struct, frozen=True, kw_only=True):
    """What goes to people of the agent's choice."""

    id: ClientId
    to: Recipients
    cc: Recipients = ()
    bcc: Recipients = ()
    subject: Annotated[str, Meta(max_length=250)] = ""
    text: str = ""
    files: Files = ()
    sender: Sender = ""


class Beginning(_Addressed, frozen=True, kw_only=True):
    """The first message of a conversation, from us."""

    inbox: Number
    customer: Number | None = None

    def opening(self) -> Opening:
        """Return it as the flow knows it."""
        return Opening(
            client_id=self.id,
            inbox_id=self.inbox,
            to=_people(self.to),
            cc=_people(self.cc),
            bcc=_people(self.bcc),
            subject=self.subject,
            text=self.text,
            file_ids=self.files,
            sender=self.sender,
            customer_id=self.customer,
        )


class PassingOn(_Addressed, frozen=True, kw_only=True):
    """A forward, or an answer to what came back."""

    message: Number | None = None
    answers: Number | None = None
    take: Files = ()
    inbox: Number | None = None

    def forwarding(self, conversation_id: int) -> Forwarding:
        """Return it as the flow knows it."""
        return Forwarding(
            conversation_id=conversation_id,
            client_id=self.id,
            to=_people(self.to),
            cc=_people(self.cc),
            bcc=_people(self.bcc),
            subject=self.subject,
            text=self.text,
            message=self.message,
            answers=self.answers,
            file_ids=self.files,
            taken_ids=self.take,
            inbox_id=self.inbox,
            sender=self.sender,
        )


def _people(named: Iterable[Recipient]) -> tuple[Person, ...]:
    return tuple(Person(one.address.strip(), clean_name(one.name, longest=200)) for one in named)
