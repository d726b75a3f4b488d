"""How far each follower of the log has come, and what it could not digest."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, func, select, update

from esmero.store.schema import cursor, parked
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

_BEGIN = Statement(
    insert(cursor).values(name=bindparam("name"), position=bindparam("position")).on_conflict_do_nothing()
)
_POSITION = Statement(select(cursor.c.position).where(cursor.c.name == bindparam("name")))
_ADVANCE = Statement(
    update(cursor)
    .where(cursor.c.name == bindparam("name"), cursor.c.position == bindparam("seen"))
    .values(position=bindparam("position"))
)
_POSITIONS = Statement(select(cursor.c.name, cursor.c.position).order_by(cursor.c.name))
_PARK = Statement(
    insert(parked)
    .values(
        cursor=bindparam("name"),
        event_id=bindparam("event_id"),
        attempts=bindparam("attempts"),
        reason=bindparam("reason"),
        parked_at=bindparam("at"),
    )
    .on_conflict_do_nothing()
)
_PARKED = Statement(select(func.count()).select_from(parked))


class Place(NamedTuple):
    """Where a follower is."""

    name: str
    position: int


def position(session: Session, name: str) -> int:
    """Return how far a follower has come; 0 if it never followed."""
    row = session.one(_POSITION, name=name)
    return row[0] if row else 0


def advance(tx: Transaction, *, name: str, seen: int, position: int) -> bool:
    """Claim the events after `seen` up to `position` for this transaction.

    Returns:
        False if another process has handled them meanwhile: then there is nothing to do.
    """
    if seen == 0:
        tx.run(_BEGIN, name=name, position=0)
    return tx.run(_ADVANCE, name=name, seen=seen, position=position) == 1


def positions(session: Session) -> list[Place]:
    """Return where all followers are."""
    return [Place(*row) for row in session.all(_POSITIONS)]


def park(tx: Transaction, *, name: str, event_id: int, attempts: int, reason: str, at: int) -> None:
    """Set an event aside that a follower could not digest, for people to see."""
    tx.run(_PARK, name=name, event_id=event_id, attempts=attempts, reason=reason, at=at)


def parked_count(session: Session) -> int:
    """Return how many events wait for somebody to look at them."""
    row = session.one(_PARKED)
    return row[0] if row else 0
