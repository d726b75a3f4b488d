"""What is to leave. The log puts rows in; here they are leased, given back and finished."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, update

from esmero.desk import log
from esmero.store.schema import outbox
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement


class Parcel(NamedTuple):
    """One queued reply that this worker holds."""

    id: int
    event_id: int
    conversation_id: int
    inbox_id: int
    channel: str
    reply_seq: int
    attempts: int


_waiting = and_(outbox.c.state == "waiting", outbox.c.due_at <= bindparam("now"))
_interrupted = and_(outbox.c.state == "leased", outbox.c.lease_until <= bindparam("now"))


def _lease(free: ColumnElement[bool]) -> Statement:
    due = select(outbox.c.id).where(free).order_by(outbox.c.due_at, outbox.c.id).limit(bindparam("limit"))
    return Statement(
        update(outbox)
        .where(outbox.c.id.in_(due.scalar_subquery()), free)
        .values(
            state="leased",
            attempts=outbox.c.attempts + 1,
            lease_owner=bindparam("owner"),
            lease_until=bindparam("until"),
        )
        .returning(
            outbox.c.id,
            outbox.c.event_id,
            outbox.c.conversation_id,
            outbox.c.inbox_id,
            outbox.c.channel,
            outbox.c.reply_seq,
            outbox.c.attempts,
        )
    )


_LEASE_WAITING = _lease(_waiting)
_LEASE_INTERRUPTED = _lease(_interrupted)
_ANY = Statement(select(outbox.c.id).where(or_(_waiting, _interrupted)).limit(1))
_held = (outbox.c.id == bindparam("id"), outbox.c.state == "leased", outbox.c.lease_owner == bindparam("owner"))
_FINISH = Statement(update(outbox).where(*_held).values(state=bindparam("outcome"), lease_owner=None, lease_until=None))
_POSTPONE = Statement(
    update(outbox).where(*_held).values(state="waiting", due_at=bindparam("due_at"), lease_owner=None, lease_until=None)
)
_this = (outbox.c.conversation_id == bindparam("conversation_id"), outbox.c.reply_seq == bindparam("reply_seq"))
_STATE = Statement(select(outbox.c.state).where(*_this))
_RECALL = Statement(update(outbox).where(*_this, outbox.c.state == "waiting").values(state="recalled"))
_AGAIN = Statement(
    update(outbox)
    .where(*_this, outbox.c.state == bindparam("before"))
    .values(state="waiting", attempts=0, due_at=bindparam("due_at"), inbox_id=bindparam("inbox_id"))
)
_GIVE_UP = Statement(update(outbox).where(*_this, outbox.c.state.in_(("failed", "unknown"))).values(state="recalled"))
_WAY = Statement(select(outbox.c.inbox_id, outbox.c.channel).where(*_this))

Outcome = Literal["sent", "failed", "unknown"]


def any_due(session: Session, *, now: int) -> bool:
    """Tell whether there is anything to take, without writing."""
    return session.one(_ANY, now=now) is not None


def lease(tx: Transaction, *, owner: str, now: int, until: int, limit: int) -> list[Parcel]:
    """Take what is due, oldest first. Nobody else gets it before `until`."""
    rows = tx.all(_LEASE_WAITING, owner=owner, now=now, until=until, limit=limit)
    return sorted((Parcel(*row) for row in rows), key=lambda parcel: parcel.event_id)


def lease_interrupted(tx: Transaction, *, owner: str, now: int, until: int, limit: int) -> list[Parcel]:
    """Take what a worker held when it died: it may have left, or not."""
    rows = tx.all(_LEASE_INTERRUPTED, owner=owner, now=now, until=until, limit=limit)
    return sorted((Parcel(*row) for row in rows), key=lambda parcel: parcel.event_id)


def finish(tx: Transaction, parcel: Parcel, *, owner: str, outcome: Outcome) -> bool:
    """Put a parcel away for good; False if the lease was lost meanwhile."""
    return tx.run(_FINISH, id=parcel.id, owner=owner, outcome=outcome) == 1


def postpone(tx: Transaction, parcel: Parcel, *, owner: str, due_at: int) -> bool:
    """Give a parcel back for a later attempt; False if the lease was lost meanwhile."""
    return tx.run(_POSTPONE, id=parcel.id, owner=owner, due_at=due_at) == 1


def recall(tx: Transaction, *, conversation_id: int, reply_seq: int) -> Literal["recalled", "gone", "missing"]:
    """Take a reply out of the queue. Recall wins until a worker holds the lease."""
    values = {"conversation_id": conversation_id, "reply_seq": reply_seq}
    if tx.run(_RECALL, **values) == 1:
        return "recalled"
    return "missing" if state_of(tx, **values) is None else "gone"


def again(
    tx: Transaction,
    *,
    conversation_id: int,
    reply_seq: int,
    before: Literal["failed", "unknown"],
    inbox_id: int,
    due_at: int,
) -> bool:
    """Have something sent again that ended so; False if it stands otherwise by now. It leaves from this inbox."""
    values = {"conversation_id": conversation_id, "reply_seq": reply_seq}
    if tx.run(_AGAIN, before=before, inbox_id=inbox_id, due_at=due_at, **values) == 0:
        return False
    tx.announce(log.OUTBOX)
    return True


def give_up(tx: Transaction, *, conversation_id: int, reply_seq: int) -> bool:
    """See to it that what did not leave never does; False if it stands otherwise by now."""
    return tx.run(_GIVE_UP, conversation_id=conversation_id, reply_seq=reply_seq) == 1


def way_of(session: Session, *, conversation_id: int, reply_seq: int) -> tuple[int, str] | None:
    """Return the inbox and the channel by which something leaves, or left."""
    row = session.one(_WAY, conversation_id=conversation_id, reply_seq=reply_seq)
    return None if row is None else (row[0], row[1])


def state_of(session: Session, *, conversation_id: int, reply_seq: int) -> str | None:
    """Return what has become of a queued reply."""
    row = session.one(_STATE, conversation_id=conversation_id, reply_seq=reply_seq)
    return None if row is None else row[0]
