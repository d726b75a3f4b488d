"""The event: one immutable row of the log, with what people wrote beside it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from esmero.contract.facts import Fact

StreamKind = Literal["conversation", "customer", "inbox", "agent", "desk"]


class Actor(Struct, frozen=True):
    """Who did it: a customer, an agent, a program with a token, or the desk itself (`id` 0)."""

    kind: Literal["customer", "agent", "program", "desk"]
    id: int = 0

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, written: str) -> Actor:
        """Read what `str` wrote.

        Raises:
            ValueError: for anything else.
        """
        kind, _, number = written.partition(":")
        if kind not in ("customer", "agent", "program", "desk"):
            raise ValueError(f"no such kind of actor: {kind!r}")
        return cls(kind, int(number))  # type: ignore[arg-type]


DESK = Actor("desk")


class File(Struct, frozen=True, kw_only=True):
    """A file that belongs to a message. `id` names the upload, `size` is in bytes, `type` as its bytes show."""

    id: int
    name: str
    type: str
    size: int


class Person(Struct, frozen=True):
    """Somebody who is written to, or in copy: their address in the channel, and their name if it is known."""

    address: str
    name: str = ""


class Content(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What people wrote in one event. Erasure deletes this and leaves the event.

    Attributes:
        text: their own words.
        quoted: what they quote below or between them.
        subject: of a message that has one.
        to, cc, bcc: who else it was written to, and who is in copy.
        markup: the same as HTML, cleaned. It is kept apart: what is read from the log holds `formatted` alone, and
            `log.markup_of` gives it.
        formatted: there is markup.
    """

    text: str = ""
    files: tuple[File, ...] = ()
    fields: dict[str, str] = {}
    quoted: str = ""
    subject: str = ""
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    markup: str = ""
    formatted: bool = False


class Event(Struct, frozen=True, kw_only=True):
    """One row of the log.

    Attributes:
        id: the position in the feed; grows with every commit, may leave gaps.
        stream, of: the stream it belongs to.
        seq: its number in that stream, from 1, without gaps.
        inbox_id: who may see it follows from this inbox (for a conversation: the inbox at the time).
        public: whether the customer may see it.
        at: UTC milliseconds.
        content: what people wrote; None if there was nothing or it was erased.
    """

    id: int
    stream: StreamKind
    of: int
    seq: int
    fact: Fact
    actor: Actor
    inbox_id: int | None
    public: bool
    at: int
    content: Content | None = None
