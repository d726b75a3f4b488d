"""The rows of conversations: found, begun and saved, with their labels and the tally of how many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec.structs import astuple, fields, replace
from sqlalchemy import ColumnElement, and_, bindparam, case, delete, func, literal, literal_column, select

from esmero.desk.conversations.state import Conversation
from esmero.store.schema import conversation, conversation_label, customer, identity, receipt, tally
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, adding, among, changing, insert

NAMES = tuple(field.name for field in fields(Conversation) if field.name != "labels")
COLUMNS = tuple(conversation.c[name] for name in NAMES)
_WIDTH = len(NAMES)

_ONE = Statement(select(*COLUMNS).where(conversation.c.id == bindparam("id")))
_THESE = Statement(select(*COLUMNS).where(among(conversation.c.id, "ids")))
_LABELS = Statement(
    select(conversation_label.c.conversation_id, conversation_label.c.label_id)
    .where(among(conversation_label.c.conversation_id, "ids"))
    .order_by(conversation_label.c.label_id)
)
_other = conversation.alias("other")


def _current(identity_id: ColumnElement[int]) -> ColumnElement[int]:
    """The number of the conversation in which an identity goes on: the one that isn't closed, else the last closed."""
    return (
        select(_other.c.id)
        .where(_other.c.identity_id == identity_id)
        .order_by(case((_other.c.status == "closed", 1), else_=0), _other.c.closed_at.desc(), _other.c.id.desc())
        .limit(literal_column("1"))
        .scalar_subquery()
    )


_CURRENT = Statement(select(*COLUMNS).where(conversation.c.id == _current(bindparam("identity_id"))))
_NEWEST_OF = Statement(
    select(*COLUMNS).where(
        conversation.c.id.in_(
            select(func.max(_other.c.id))
            .where(among(_other.c.identity_id, "identity_ids"))
            .group_by(_other.c.identity_id)
            .scalar_subquery()
        )
    )
)
_PREVIOUS_BEGAN_AT = Statement(
    select(conversation.c.created_at)
    .where(conversation.c.identity_id == bindparam("identity_id"), conversation.c.id < bindparam("id"))
    .order_by(conversation.c.id.desc())
    .limit(1)
)
_OF_CUSTOMER = Statement(
    select(*COLUMNS)
    .where(conversation.c.customer_id == bindparam("customer_id"))
    .order_by(conversation.c.id.desc())
    .limit(bindparam("limit"))
)
# One round for all that intake must know: was this accepted before, who is it, where did they leave off?
_single = select(literal(1).label("one")).subquery()
_THREAD = Statement(
    select(
        select(receipt.c.event_id)
        .where(receipt.c.inbox_id == bindparam("inbox_id"), receipt.c.key == bindparam("key"))
        .scalar_subquery(),
        identity.c.id,
        identity.c.customer_id,
        customer.c.blocked_at,
        identity.c.trouble,
        *COLUMNS,
    ).select_from(
        _single.outerjoin(
            identity,
            and_(
                identity.c.channel == bindparam("channel"),
                identity.c.inbox_id == bindparam("scope"),
                identity.c.address == bindparam("address"),
            ),
        )
        .outerjoin(customer, customer.c.id == identity.c.customer_id)
        .outerjoin(conversation, conversation.c.id == _current(identity.c.id))
    )
)

# The same for many messages at once, in three rounds.
_RECEIPTS = Statement(
    select(receipt.c.key, receipt.c.event_id).where(
        receipt.c.inbox_id == bindparam("inbox_id"), among(receipt.c.key, "keys")
    )
)
_SENDERS = Statement(
    select(identity.c.address, identity.c.id, identity.c.customer_id, customer.c.blocked_at, identity.c.trouble)
    .select_from(identity.join(customer, customer.c.id == identity.c.customer_id))
    .where(
        identity.c.channel == bindparam("channel"),
        identity.c.inbox_id == bindparam("scope"),
        among(identity.c.address, "addresses"),
    )
)
_CURRENT_OF = Statement(
    select(*COLUMNS)
    .select_from(identity.join(conversation, conversation.c.id == _current(identity.c.id)))
    .where(among(identity.c.id, "identity_ids"))
)

# A conversation's number is the database's; all else of its row comes with the first save, in the same transaction.
_BEGIN = Statement(
    insert(conversation).values({name: bindparam(name) for name in NAMES if name != "id"}).returning(conversation.c.id)
)


_ADD = adding(conversation, *NAMES)


class _Way:
    """A statement that writes some of the columns."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)
        self.statement = changing(conversation, *names)
        self.row: Callable[[Conversation], tuple[Any, ...]] = attrgetter(*self.statement.names)

    def values(self, state: Conversation) -> dict[str, Any]:
        return dict(zip(self.statement.names, self.row(state), strict=True))


# Writing a column means writing its indexes. A message in a running talk touches few: it has a statement of its own.
_TALK = (
    "seq position last_seq last_at last_by last_text last_files last_note "
    "customer_seq agent_seq delivered_seq read_seq seen_seq waiting_since"
)
_TALKING = tuple(_TALK.split())
_MARKING = ("seq", "position", "delivered_seq", "read_seq", "seen_seq")
_ALL = tuple(name for name in NAMES if name != "id")
_SAID = _Way(*_TALKING)
_SAID_AND_SORTED = _Way(*_TALKING, "sort")
_WAYS = (_Way(*_MARKING), _SAID, _SAID_AND_SORTED, _Way(*_ALL))

_COUNTED = {"inbox_id", "status", "assignee_id"}

_ADD_LABEL = Statement(
    insert(conversation_label)
    .values(conversation_id=bindparam("conversation_id"), label_id=bindparam("label_id"))
    .on_conflict_do_nothing()
)
_DROP_LABEL = Statement(
    delete(conversation_label).where(
        conversation_label.c.conversation_id == bindparam("conversation_id"),
        conversation_label.c.label_id == bindparam("label_id"),
    )
)
_fresh = insert(tally).values(
    inbox_id=bindparam("inbox_id"),
    status=bindparam("status"),
    assignee_id=bindparam("assignee_id"),
    count=bindparam("step"),
)
_COUNT = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[tally.c.inbox_id, tally.c.status, tally.c.assignee_id],
        set_={"count": tally.c.count + _fresh.excluded.count},
    )
)


def find(session: Session, conversation_id: int) -> Conversation | None:
    """Return one conversation with its labels."""
    found = find_many(session, [conversation_id])
    return found[0] if found else None


def find_many(session: Session, ids: list[int]) -> list[Conversation]:
    """Return conversations with their labels, in no order; those that don't exist are left out."""
    rows = session.all(_THESE, ids=ids)
    return with_labels(session, rows)


def current_of_identity(session: Session, identity_id: int) -> Conversation | None:
    """Return the conversation in which this identity goes on, without its labels: the one that isn't closed if there
    is one, else the one that was closed last."""
    row = session.one(_CURRENT, identity_id=identity_id)
    return None if row is None else state_of(row, ())


def newest_of_identities(session: Session, identity_ids: list[int]) -> dict[int, Conversation]:
    """Return the conversations that identities began last, by identity, without their labels."""
    found = session.all(_NEWEST_OF, identity_ids=identity_ids) if identity_ids else []
    return {talk.identity_id: talk for talk in (state_of(row, ()) for row in found)}


def previous_began_at(session: Session, identity_id: int, conversation_id: int) -> int | None:
    """Return when this identity's conversation before this one began, in UTC milliseconds."""
    row = session.one(_PREVIOUS_BEGAN_AT, identity_id=identity_id, id=conversation_id)
    return None if row is None else row[0]


def of_customer(session: Session, customer_id: int, *, limit: int) -> list[Conversation]:
    """Return a customer's conversations in all inboxes, newest first."""
    return with_labels(session, session.all(_OF_CUSTOMER, customer_id=customer_id, limit=limit))


def with_labels(session: Session, rows: list[Row]) -> list[Conversation]:
    """Make conversations of rows whose first columns are `COLUMNS`, keeping their order."""
    labels: dict[int, list[int]] = {}
    for conversation_id, label_id in session.all(_LABELS, ids=[row[0] for row in rows]) if rows else []:
        labels.setdefault(conversation_id, []).append(label_id)
    return [state_of(row, tuple(labels.get(row[0], ()))) for row in rows]


class Thread(NamedTuple):
    """Where a message belongs, as far as the rows tell. The conversation's labels are not loaded."""

    accepted_as: int | None
    identity_id: int | None
    customer_id: int | None
    blocked: bool
    conversation: Conversation | None
    trouble: bool = False


def thread_of(session: Session, *, inbox_id: int, key: str, channel: str, scope: int, address: str) -> Thread:
    """Return what intake must know, in one statement: the event that `key` was accepted as before, who has this
    address, and the conversation in which that identity goes on (see `current_of_identity`)."""
    row = session.one(_THREAD, inbox_id=inbox_id, key=key, channel=channel, scope=scope, address=address)
    assert row is not None  # it is selected from a row of one
    talk = None if row[5] is None else state_of(row[5:], ())
    return Thread(row[0], row[1], row[2], row[3] is not None, talk, row[4] is not None)


def threads_of(
    session: Session,
    *,
    inbox_id: int,
    channel: str,
    scope: int,
    asked: Collection[tuple[str, str]],
    conversations: bool = True,
) -> dict[tuple[str, str], Thread]:
    """Return what `thread_of` does, for many pairs of key and address in one inbox; conversations if wanted."""
    receipts: dict[str, int] = dict(session.all(_RECEIPTS, inbox_id=inbox_id, keys=[key for key, _ in asked]))
    found = session.all(_SENDERS, channel=channel, scope=scope, addresses=list({address for _, address in asked}))
    senders = {row[0]: row for row in found}
    current = session.all(_CURRENT_OF, identity_ids=[row[1] for row in found]) if found and conversations else []
    talks = {talk.identity_id: talk for talk in (state_of(row, ()) for row in current)}
    nobody = (None, None, None, None, None)
    threads = {}
    for key, address in asked:
        _, identity_id, customer_id, blocked_at, trouble = senders.get(address, nobody)
        talk = talks.get(identity_id) if identity_id is not None else None
        known = receipts.get(key), identity_id, customer_id
        threads[key, address] = Thread(*known, blocked_at is not None, talk, trouble is not None)
    return threads


def begin(tx: Transaction, draft: Conversation) -> int:
    """Give a new conversation its number. `draft.id` is passed over."""
    row = tx.one(_BEGIN, **{name: getattr(draft, name) for name in _ALL})
    assert row is not None
    count(tx, draft, +1)
    number: int = row[0]
    return number


def begin_all(tx: Transaction, states: Sequence[Conversation]) -> None:
    """Write the rows of new conversations, whose numbers were reserved, as their first events left them."""
    tx.many(_ADD, [astuple(state)[:_WIDTH] for state in states])
    _count_all(tx, [(state, +1) for state in states])


def save(tx: Transaction, before: Conversation, now: Conversation, *, counted: bool = True) -> None:
    """Write what changed, in as few columns as that takes, and keep the tally right unless it is counted anew."""
    changed = _changed(before, now)
    if not changed and before.labels == now.labels:
        return
    way = _narrowest(changed)
    tx.run(way.statement, **way.values(now))
    if before.labels != now.labels:
        _save_labels(tx, now.id, set(before.labels), set(now.labels))
    if counted and changed & _COUNTED:
        count(tx, before, -1)
        count(tx, now, +1)


def save_all(tx: Transaction, pairs: Iterable[tuple[Conversation, Conversation]]) -> None:
    """Write what changed in many conversations, each as it was and as it is now. Their labels stay as they are."""
    by_way: dict[_Way, list[Conversation]] = defaultdict(list)
    steps: list[tuple[Conversation, int]] = []
    for before, now in pairs:
        changed = _changed(before, now)
        by_way[_narrowest(changed)].append(now)
        steps += [(before, -1), (now, +1)] if changed & _COUNTED else []
    for way, states in by_way.items():
        tx.many(way.statement, [way.row(state) for state in states])
    _count_all(tx, steps)


def _changed(before: Conversation, now: Conversation) -> set[str]:
    pairs = zip(NAMES, astuple(before), astuple(now), strict=False)
    return {name for name, old, new in pairs if old is not new and old != new}


def _narrowest(changed: set[str]) -> _Way:
    return next(way for way in _WAYS if changed <= way.names)


def save_talks(tx: Transaction, talks: Sequence[tuple[Conversation, Conversation]]) -> None:
    """Write the rows of many running talks, each as it was and as it is now: all that a message changes in a
    conversation that was open before."""
    for way, sorted_anew in ((_SAID, False), (_SAID_AND_SORTED, True)):
        rows = [way.row(now) for before, now in talks if (before.sort != now.sort) == sorted_anew]
        tx.many(way.statement, rows)


def count(tx: Transaction, state: Conversation, step: int) -> None:
    """Add to the tally of conversations of this inbox, status and assignee."""
    tx.run(
        _COUNT,
        inbox_id=state.inbox_id,
        status=state.status,
        assignee_id=state.assignee_id or 0,
        step=step,
    )


def _count_all(tx: Transaction, steps: Iterable[tuple[Conversation, int]]) -> None:
    """Do what `count` does, for many, in a statement for each kind."""
    sums: Counter[tuple[int, str, int]] = Counter()
    for state, step in steps:
        sums[state.inbox_id, state.status, state.assignee_id or 0] += step
    for (inbox_id, status, assignee_id), step in sums.items():
        if step:
            tx.later(_COUNT, inbox_id=inbox_id, status=status, assignee_id=assignee_id, step=step)


def state_of(row: Row, labels: tuple[int, ...]) -> Conversation:
    """Make a conversation of a row whose first columns are `COLUMNS`."""
    return replace(Conversation(*row[:_WIDTH]), labels=labels) if labels else Conversation(*row[:_WIDTH])


def _save_labels(tx: Transaction, conversation_id: int, before: set[int], now: set[int]) -> None:
    for label_id in now - before:
        tx.run(_ADD_LABEL, conversation_id=conversation_id, label_id=label_id)
    for label_id in before - now:
        tx.run(_DROP_LABEL, conversation_id=conversation_id, label_id=label_id)
