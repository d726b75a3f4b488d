"""Projections, made again from the log and compared with what stands there. They are folds, so they must be equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import bindparam, delete, func, select

from esmero.contract.events import Event, StreamKind
from esmero.desk import log
from esmero.desk.conversations import participants
from esmero.desk.conversations import rows as conversations
from esmero.desk.conversations import state as conversation_state
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers import state as customer_state
from esmero.desk.customers.state import Customer
from esmero.store.schema import conversation, customer, event, tally
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

SLICE = 500
"""Events of one stream that are read at once."""

_STREAMS = Statement(
    select(event.c.stream_id)
    .where(event.c.stream_kind == bindparam("kind"), event.c.seq == 1, event.c.stream_id > bindparam("after"))
    .order_by(event.c.stream_id)
    .limit(bindparam("limit"))
)
_ROWS = {
    "conversation": Statement(select(func.count()).select_from(conversation)),
    "customer": Statement(select(func.count()).select_from(customer)),
}
_TALLY = Statement(select(tally.c.inbox_id, tally.c.status, tally.c.assignee_id, tally.c.count))
_COUNTED = Statement(
    select(conversation.c.inbox_id, conversation.c.status, conversation.c.assignee_id, func.count()).group_by(
        conversation.c.inbox_id, conversation.c.status, conversation.c.assignee_id
    )
)

_FORGET_TALLY = Statement(delete(tally))
_COUNT = Statement(
    insert(tally).values({name: bindparam(name) for name in ("inbox_id", "status", "assignee_id", "count")})
)


class Difference(Struct, frozen=True):
    """One thing in which a projection is not what its events add up to. `stands` and `should` are shown, not parsed."""

    what: str
    id: int
    field: str
    stands: str
    should: str


def streams(session: Session, kind: StreamKind) -> Iterator[int]:
    """Give the ids of all streams of a kind."""
    after = 0
    while found := [row[0] for row in session.all(_STREAMS, kind=kind, after=after, limit=SLICE)]:
        yield from found
        after = found[-1]


def conversation_of(session: Session, number: int) -> Conversation | None:
    """Fold a conversation from its events."""
    state: Conversation | None = None
    for one in _events(session, "conversation", number):
        state = conversation_state.opened(one) if state is None else conversation_state.fold(state, one)
    return state


def customer_of(session: Session, number: int) -> Customer | None:
    """Fold a customer from their events."""
    state: Customer | None = None
    for one in _events(session, "customer", number):
        state = customer_state.created(one) if state is None else customer_state.fold(state, one)
    return state


def compare(session: Session) -> Iterator[Difference]:
    """Give all differences between the projections and a rebuild. Read within one snapshot, or while nobody writes."""
    yield from _compare_streams(session, "conversation")
    yield from _compare_streams(session, "customer")
    yield from _compare_tally(session)


def mend(tx: Transaction) -> int:
    """Write all rows as the events say, and count anew. Nobody else may write meanwhile.

    Returns:
        How many conversations and customers were not as they should be.
    """
    wrong = {(one.what, one.id) for one in compare(tx) if one.what in ("conversation", "customer") and one.id}
    for what, number in sorted(wrong):
        if what == "conversation":
            stands, should = conversations.find(tx, number), conversation_of(tx, number)
            if stands is not None and should is not None:
                conversations.save(tx, stands, should, counted=False)
                participants.rewrite(tx, number, participants.fold(_events(tx, "conversation", number)))
        else:
            known, right = customers.find(tx, number), customer_of(tx, number)
            if known is not None and right is not None:
                customers.save(tx, known, right)
    tx.run(_FORGET_TALLY)
    for inbox_id, status, assignee_id, count in tx.all(_COUNTED):
        tx.run(_COUNT, inbox_id=inbox_id, status=status, assignee_id=assignee_id or 0, count=count)
    return len(wrong)


def _events(session: Session, kind: StreamKind, number: int) -> Iterator[Event]:
    seq = 0
    while found := log.stream_after(session, kind, number, seq, limit=SLICE):
        yield from found
        seq = found[-1].seq


def _compare_streams(session: Session, kind: StreamKind) -> Iterator[Difference]:
    count = 0
    for number in streams(session, kind):
        count += 1
        stands: Conversation | Customer | None
        should: Conversation | Customer | None
        if kind == "conversation":
            stands, should = conversations.find(session, number), conversation_of(session, number)
            yield from _compare_participants(session, number)
        else:
            stands, should = customers.find(session, number), customer_of(session, number)
        yield from _differences(kind, number, stands, should)
    row = session.one(_ROWS[kind])
    if row is not None and row[0] != count:
        yield Difference(kind, 0, "rows", str(row[0]), str(count))


def _differences(kind: str, number: int, stands: Any, should: Any) -> Iterator[Difference]:
    if stands is None or should is None:
        yield Difference(kind, number, "row", "there" if stands else "missing", "there" if should else "missing")
        return
    before, after = asdict(stands), asdict(should)
    for field, value in after.items():
        if before[field] != value:
            yield Difference(kind, number, field, repr(before[field])[:80], repr(value)[:80])


def _compare_participants(session: Session, number: int) -> Iterator[Difference]:
    stands = participants.rows(session, number)
    should = participants.fold(_events(session, "conversation", number))
    if stands != should:
        yield Difference("conversation", number, "participants", repr(stands)[:80], repr(should)[:80])


def _compare_tally(session: Session) -> Iterator[Difference]:
    stands = Counter({tuple(row[:3]): row[3] for row in session.all(_TALLY) if row[3]})
    should = Counter({(row[0], row[1], row[2] or 0): row[3] for row in session.all(_COUNTED)})
    for key in sorted(set(stands) | set(should)):
        if stands[key] != should[key]:
            yield Difference("tally", key[0], f"{key[1]}/{key[2]}", str(stands[key]), str(should[key]))
