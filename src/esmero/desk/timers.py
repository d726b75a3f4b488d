"""What is to happen later. A timer is a row, so that it outlives its process; one for a name and subject."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, or_, select, update

from esmero.store.schema import timer
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

TIMERS = "timers"
"""The topic that is announced when a timer was set."""


class Timer(NamedTuple):
    """A timer that fell due and is held by this worker."""

    id: int
    name: str
    subject_id: int
    due_at: int
    attempts: int


_fresh = insert(timer).values(
    name=bindparam("name"), subject_id=bindparam("subject_id"), due_at=bindparam("due_at"), attempts=0
)
_SET = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[timer.c.name, timer.c.subject_id],
        set_={"due_at": _fresh.excluded.due_at, "attempts": 0, "lease_owner": None, "lease_until": None},
    )
)
_BEGIN = Statement(_fresh.on_conflict_do_nothing())
_CANCEL = Statement(
    delete(timer).where(timer.c.name == bindparam("name"), timer.c.subject_id == bindparam("subject_id"))
)
_free = or_(timer.c.lease_until.is_(None), timer.c.lease_until <= bindparam("now"))
_due = (
    select(timer.c.id)
    .where(timer.c.due_at <= bindparam("now"), _free)
    .order_by(timer.c.due_at)
    .limit(bindparam("limit"))
)
_LEASE = Statement(
    update(timer)
    .where(timer.c.id.in_(_due.scalar_subquery()), _free)
    .values(lease_owner=bindparam("owner"), lease_until=bindparam("until"), attempts=timer.c.attempts + 1)
    .returning(timer.c.id, timer.c.name, timer.c.subject_id, timer.c.due_at, timer.c.attempts)
)
_DONE = Statement(delete(timer).where(timer.c.id == bindparam("id"), timer.c.lease_owner == bindparam("owner")))
# A held timer is due again when its lease ends, not before: else a worker would spin on it.
_NEXT = Statement(select(func.min(func.coalesce(timer.c.lease_until, timer.c.due_at))))


def put(tx: Transaction, *, name: str, subject_id: int, due_at: int) -> None:
    """Set a timer, or move the one that this name and subject have."""
    tx.run(_SET, name=name, subject_id=subject_id, due_at=due_at)
    tx.announce(TIMERS)


def begin(tx: Transaction, *, name: str, subject_id: int, due_at: int) -> None:
    """Set a timer, unless this name and subject have one."""
    tx.run(_BEGIN, name=name, subject_id=subject_id, due_at=due_at)
    tx.announce(TIMERS)


def cancel(tx: Transaction, *, name: str, subject_id: int) -> None:
    """Forget a timer; there need be none."""
    tx.run(_CANCEL, name=name, subject_id=subject_id)


def lease(tx: Transaction, *, owner: str, now: int, until: int, limit: int) -> list[Timer]:
    """Take timers that fell due. Nobody else gets them before `until`."""
    return sorted(
        (Timer(*row) for row in tx.all(_LEASE, owner=owner, now=now, until=until, limit=limit)),
        key=lambda one: one.due_at,
    )


def done(tx: Transaction, one: Timer, *, owner: str) -> bool:
    """Put a timer away; False if it was moved or taken over meanwhile."""
    return tx.run(_DONE, id=one.id, owner=owner) == 1


def next_due(session: Session) -> int | None:
    """Return when the earliest timer falls due."""
    row = session.one(_NEXT)
    return row[0] if row else None
