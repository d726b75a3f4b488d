"""The names by which a channel knows messages (a mail's Message-ID, say), and the conversations where they are.

Names come from outside, and anybody can claim one: the first who has it keeps it. A name tells where a message belongs;
whether its sender may write there is asked elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, select

from esmero.contract.events import Event
from esmero.store.schema import reference
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, adding, among

MOST = 50
"""Names that one message is looked for by. The nearest come first, and a thread of years has hundreds."""

_KEEP = adding(reference, "channel", "name", "conversation_id", "event_id", unless_there=True)
_FIND = Statement(
    select(reference.c.name, reference.c.conversation_id, reference.c.event_id).where(
        reference.c.channel == bindparam("channel"), among(reference.c.name, "names")
    )
)


def keep(tx: Transaction, *, channel: str, names: Iterable[str], event: Event) -> None:
    """Write down that a conversation's event is known by these names."""
    keep_all(tx, channel=channel, named=[(name, event) for name in names])


def keep_all(tx: Transaction, *, channel: str, named: Iterable[tuple[str, Event]]) -> None:
    """Do what `keep` does, for many: a name and an event each."""
    tx.many(_KEEP, [(channel, _digest(name), event.of, event.id) for name, event in named])


def find(session: Session, *, channel: str, names: Sequence[str]) -> tuple[int, int] | None:
    """Return conversation and event of the first of these names that is known."""
    return find_all(session, channel=channel, asked=[names])[0]


def find_all(session: Session, *, channel: str, asked: Sequence[Sequence[str]]) -> list[tuple[int, int] | None]:
    """Return what `find` does, for many, in their order."""
    wanted = [[_digest(name) for name in names[:MOST]] for names in asked]
    every = list({name for names in wanted for name in names})
    rows = session.all(_FIND, channel=channel, names=every) if every else []
    found = {row[0]: (row[1], row[2]) for row in rows}
    return [next((found[name] for name in names if name in found), None) for names in wanted]


def _digest(name: str) -> str:
    """Return a form of a name that has always the same length: some are a thousand characters long."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
