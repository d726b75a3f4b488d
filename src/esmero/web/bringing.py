"""What the commands that bring mail in ask of the desk that runs, or of the one that they opened themselves."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from esmero.channels.email.deposit import Envelope
from esmero.channels.email.pipe import LARGEST
from esmero.desk import memory
from esmero.kit.errors import NotFound
from esmero.web.desk import Desk

Size = Annotated[int, Meta(ge=1, le=LARGEST)]


class Deliver(Struct, frozen=True, kw_only=True, tag_field="do", tag="deliver", forbid_unknown_fields=True):
    """A mail, of which `size` bytes follow the line: a part of it is never taken for the whole."""

    size: Size
    inbox: str | None = None
    recipients: tuple[str, ...] = ()
    sender: str | None = None


class Import(Struct, frozen=True, kw_only=True, tag_field="do", tag="import", forbid_unknown_fields=True):
    """A mail of long ago, of which `size` bytes follow the line; answered with what became of it."""

    size: Size
    inbox_id: int
    seen_at: int | None = None


class FindInbox(Struct, frozen=True, kw_only=True, tag_field="do", tag="find_inbox", forbid_unknown_fields=True):
    """Which number has the e-mail inbox of this address, or this number?"""

    inbox: str


class Recall(Struct, frozen=True, kw_only=True, tag_field="do", tag="recall", forbid_unknown_fields=True):
    """What was remembered under a name? Answered with a line, or with none."""

    inbox_id: int
    name: str


class Remember(Struct, frozen=True, kw_only=True, tag_field="do", tag="remember", forbid_unknown_fields=True):
    inbox_id: int
    name: str
    value: str


Brought = Deliver | Import
"""What a mail follows."""
AnyBringing = Brought | FindInbox | Recall | Remember


async def bring(desk: Desk, ask: AnyBringing, raw: bytes = b"") -> list[str]:
    """Do it; when this returns, it is on disk.

    Raises:
        EsmeroError: it can't be done, or not now; see `Pipe`.
    """
    match ask:
        case Deliver():
            await desk.mail.pipe(raw, inbox=ask.inbox, recipients=ask.recipients, sender=ask.sender)
            return []
        case Import():
            return [await desk.mail.receive(ask.inbox_id, raw, Envelope(way="import", seen_at=ask.seen_at))]
        case FindInbox(inbox=word):
            found = await desk.mail.pipe.inbox_named(word)
            if found is None:
                raise NotFound(f"There is no e-mail inbox {word}.")
            return [str(found)]
        case Recall():
            kept = await desk.database.read(
                lambda session: memory.recall(session, inbox_id=ask.inbox_id, name=ask.name)
            )
            return [] if kept is None else [kept]
        case Remember():
            await desk.database.write(
                lambda tx: memory.remember(tx, inbox_id=ask.inbox_id, name=ask.name, value=ask.value)
            )
            return []
