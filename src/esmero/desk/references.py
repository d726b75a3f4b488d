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
from esmero.store.statement import Statement, among, insert

MOST = 50
"""Names that one message is looked for by. The nearest come first, and a thread of years has hundreds."""

_KEEP = Statement(
    insert(reference)
    .values({name: bindparam(name) for name in ("channel", "name", "conversation_id", "event_id")})
    .on_conflict_do_nothing()
)
_FIND = Statement(
    select(reference.c.name, reference.c.conversation_id, reference.c.event_id).where(
        reference.c.channel == bindparam("channel"), among(reference.c.name, "names")
    )
)


def keep(tx: Transaction, *, channel: str, names: Iterable[str], event: Event) -> None:
    """Write down that a conversation's event is known by these names."""
    for name in names:
        tx.run(_KEEP, channel=channel, name=_digest(name), conversation_id=event.of, event_id=event.id)


def find(session: Session, *, channel: str, names: Sequence[str]) -> tuple[int, int] | None:
    """Return conversation and event of the first of these names that is known."""
    if not names:
        return None
    wanted = [_digest(name) for name in names[:MOST]]
    found = {row[0]: (row[1], row[2]) for row in session.all(_FIND, channel=channel, names=wanted)}
    return next((found[name] for name in wanted if name in found), None)


def _digest(name: str) -> str:
    """Return a form of a name that has always the same length: some are a thousand characters long."""
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:32]
