"""The lists that agents work from: whose conversations, in which state, in which order, a page at a time.

A list costs the same at a thousand and at a million conversations. Each pair of inbox and status is one range of an
index that is already in the order asked for; the first few keys of each range are merged, and only the rows of one page
are read. Nothing that the agent may not see is ever touched. Lists that are small by nature (one customer's, a rare
label's) are read whole and sorted.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from itertools import islice
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Select, bindparam, exists, func, select, tuple_

from esmero.contract.facts import Status
from esmero.desk import checks, marks
from esmero.desk.access import AgentView
from esmero.desk.conversations import rows
from esmero.desk.conversations.summary import Summary, labels_of, summarise
from esmero.desk.customers import rows as customers
from esmero.store.schema import conversation, conversation_label, tally
from esmero.store.session import Session
from esmero.store.statement import Statement, among

Whose = Literal["mine", "unassigned", "all"]
Sort = Literal["waiting", "newest"]
STATUSES: tuple[Status, ...] = ("open", "pending", "snoozed", "closed")

FEW = 5_000
"""Up to so many conversations a label or a customer is looked up first and sorted, instead of scanning in order."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What a list is to show. None leaves that open. What nobody asked for is in no list but its own (`junk`)."""

    whose: Whose = "all"
    status: Status | None = None
    inbox_id: int | None = None
    label_id: int | None = None
    customer_id: int | None = None
    sort: Sort = "waiting"
    junk: bool = False


class Place(NamedTuple):
    """Where a page ended: the sorted value and the id of its last conversation."""

    value: int
    id: int


class Page(NamedTuple):
    """One page of a list; `next` is where the following one begins, None at the end."""

    items: list[Summary]
    next: Place | None


class Counts(Struct, frozen=True, kw_only=True):
    """How many conversations an agent has before them. All but `statuses` count open ones."""

    mine: int
    unassigned: int
    all: int
    inboxes: dict[int, int]
    statuses: dict[Status, int]


class _Key(NamedTuple):
    """A conversation's place in a list. `rank` sorts ascending in either order."""

    rank: tuple[int, int]
    id: int


_COLUMN = {"waiting": conversation.c.sort, "newest": conversation.c.last_at}
_START = {"waiting": Place(-(2**62), -1), "newest": Place(2**62, 2**62)}
_IN_INBOX = conversation.c.inbox_id == bindparam("inbox_id")
_OF_ASSIGNEE = (conversation.c.assignee_id == bindparam("assignee_id"), among(conversation.c.inbox_id, "inbox_ids"))
_LABELLED = exists(
    select(conversation_label.c.label_id).where(
        conversation_label.c.conversation_id == conversation.c.id,
        conversation_label.c.label_id == bindparam("label_id"),
    )
)


def _range(sort: Sort, *conditions: ColumnElement[bool]) -> Select[Any]:
    """Keys of one range of an index, from a place on, in the index's order."""
    column = _COLUMN[sort]
    keys = tuple_(column, conversation.c.id)
    place = tuple_(bindparam("value"), bindparam("after_id"))
    ahead = keys > place if sort == "waiting" else keys < place
    order = (column, conversation.c.id) if sort == "waiting" else (column.desc(), conversation.c.id.desc())
    return (
        select(column, conversation.c.id)
        .where(conversation.c.status == bindparam("status"), *conditions, ahead)
        .order_by(*order)
        .limit(bindparam("limit"))
    )


def _ranges(*conditions: ColumnElement[bool]) -> dict[tuple[Whose, Sort], Statement]:
    whose: dict[Whose, tuple[ColumnElement[bool], ...]] = {
        "mine": _OF_ASSIGNEE,
        "unassigned": (_IN_INBOX, conversation.c.assignee_id.is_(None)),
        "all": (_IN_INBOX,),
    }
    sorts: tuple[Sort, ...] = ("waiting", "newest")
    return {(who, sort): Statement(_range(sort, *whose[who], *conditions)) for who in whose for sort in sorts}


_ASKED_FOR = conversation.c.junk == 0
_RANGES = _ranges()
_CLOSED_RANGES = _ranges(_ASKED_FOR)  # what nobody asked for is closed, so that only there one has to look
_LABELLED_RANGES = _ranges(_LABELLED, _ASKED_FOR)
_JUNK = Statement(
    select(conversation.c.last_at, conversation.c.id)
    .where(
        _IN_INBOX,
        conversation.c.junk == 1,
        tuple_(conversation.c.last_at, conversation.c.id) < tuple_(bindparam("value"), bindparam("after_id")),
    )
    .order_by(conversation.c.last_at.desc(), conversation.c.id.desc())
    .limit(bindparam("limit"))
)
_FACTS = (
    conversation.c.id,
    conversation.c.inbox_id,
    conversation.c.status,
    conversation.c.assignee_id,
    conversation.c.sort,
    conversation.c.last_at,
    conversation.c.junk,
)
_OF_CUSTOMER = Statement(select(*_FACTS).where(conversation.c.customer_id == bindparam("customer_id")))
_WITH_LABEL = Statement(
    select(conversation_label.c.conversation_id)
    .where(conversation_label.c.label_id == bindparam("label_id"))
    .limit(FEW + 1)
)
_THESE = Statement(select(*_FACTS).where(among(conversation.c.id, "ids")))
_count = func.sum(tally.c.count)
_COUNTS = Statement(
    select(
        tally.c.inbox_id,
        tally.c.status,
        _count,
        func.coalesce(_count.filter(tally.c.assignee_id == bindparam("me")), 0),
        func.coalesce(_count.filter(tally.c.assignee_id == 0), 0),
    )
    .where(among(tally.c.inbox_id, "inbox_ids"), tally.c.status != "closed")
    .group_by(tally.c.inbox_id, tally.c.status)
)


def page(session: Session, wanted: Wanted, agent: AgentView, *, after: Place | None, limit: int) -> Page:
    """Return one page of what this agent wants and may see, with the agent's own marks. Junk comes newest first."""
    wanted = replace(wanted, sort="newest") if wanted.junk else wanted
    inbox_ids = _inboxes(wanted, agent)
    if wanted.label_id is not None and not checks.are_labels(session, [wanted.label_id]):
        return Page([], None)  # conversations keep the numbers of labels that were removed
    place = after or _START[wanted.sort]
    keys = _first_keys(session, wanted, agent, inbox_ids, place, limit + 1) if inbox_ids else []
    shown = keys[:limit]
    items = lines(session, [key.id for key in shown], agent)
    return Page(items, _place(shown[-1], wanted.sort) if len(keys) > limit else None)


def lines(session: Session, ids: list[int], agent: AgentView) -> list[Summary]:
    """Return the summaries of these conversations in this order, with the agent's own marks."""
    states = {state.id: state for state in rows.find_many(session, ids)}
    people = customers.find_many(session, list({state.customer_id for state in states.values()}))
    read = marks.find(session, agent_id=agent.id, conversation_ids=ids)
    labels = labels_of(session, states.values())
    return [
        summarise(state, people.get(state.customer_id), labels=labels, read=read.get(number, 0))
        for number in ids
        if (state := states.get(number)) is not None
    ]


def counts(session: Session, agent: AgentView) -> Counts:
    """Return how many conversations of each kind this agent may see."""
    found = session.all(_COUNTS, inbox_ids=list(agent.inbox_ids), me=agent.id)
    opened = [row for row in found if row[1] == "open"]
    statuses: dict[Status, int] = {"open": 0, "pending": 0, "snoozed": 0}
    for _inbox_id, status, number, _mine, _unassigned in found:
        statuses[status] += int(number)
    return Counts(
        mine=sum(int(row[3]) for row in opened),
        unassigned=sum(int(row[4]) for row in opened),
        all=statuses["open"],
        inboxes={row[0]: int(row[2]) for row in opened},
        statuses=statuses,
    )


def _inboxes(wanted: Wanted, agent: AgentView) -> Collection[int]:
    if wanted.inbox_id is None:
        return agent.inbox_ids
    return agent.inbox_ids & {wanted.inbox_id}


def _first_keys(
    session: Session, wanted: Wanted, agent: AgentView, inbox_ids: Collection[int], place: Place, limit: int
) -> list[_Key]:
    if wanted.junk:
        return _merged_junk(session, inbox_ids, place, limit)
    few = _few(session, wanted)
    if few is None:
        return _merged(session, wanted, agent, inbox_ids, place, limit)
    start = _rank(wanted.sort, place.value, place.id)
    keys = (
        _Key(_rank(wanted.sort, sort if wanted.sort == "waiting" else last_at, number), number)
        for number, inbox_id, status, assignee_id, sort, last_at, junk in few
        if inbox_id in inbox_ids and not junk and _fits(wanted, agent, status, assignee_id)
    )
    return heapq.nsmallest(limit, (key for key in keys if key.rank > start))


def _few(session: Session, wanted: Wanted) -> list[Any] | None:
    """The conversations of a customer or of a rare label, whoever may see them; None if there are too many to sort."""
    if wanted.customer_id is not None:
        found = session.all(_OF_CUSTOMER, customer_id=wanted.customer_id)
        return found if wanted.label_id is None else _with_label(session, found, wanted.label_id)
    if wanted.label_id is None:
        return None
    labelled = [row[0] for row in session.all(_WITH_LABEL, label_id=wanted.label_id)]
    return None if len(labelled) > FEW else session.all(_THESE, ids=labelled)


def _with_label(session: Session, found: list[Any], label_id: int) -> list[Any]:
    states = rows.find_many(session, [row[0] for row in found])
    labelled = {state.id for state in states if label_id in state.labels}
    return [row for row in found if row[0] in labelled]


def _fits(wanted: Wanted, agent: AgentView, status: Status, assignee_id: int | None) -> bool:
    if wanted.status is not None and status != wanted.status:
        return False
    if wanted.whose == "mine":
        return assignee_id == agent.id
    return wanted.whose == "all" or assignee_id is None


def _merged(
    session: Session, wanted: Wanted, agent: AgentView, inbox_ids: Collection[int], place: Place, limit: int
) -> list[_Key]:
    """The first keys of all ranges that make up the list."""
    labelled = wanted.label_id is not None
    values: dict[str, Any] = {"value": place.value, "after_id": place.id, "limit": limit}
    if labelled:
        values["label_id"] = wanted.label_id
    ranges: Iterable[dict[str, Any]]
    if wanted.whose == "mine":
        ranges = ({"assignee_id": agent.id, "inbox_ids": list(inbox_ids)},)
    else:
        ranges = ({"inbox_id": number} for number in inbox_ids)
    statuses = STATUSES if wanted.status is None else (wanted.status,)
    found = (
        [
            _Key(_rank(wanted.sort, value, number), number)
            for value, number in session.all(_range_of(wanted, status), status=status, **values, **one)
        ]
        for one in ranges
        for status in statuses
    )
    return list(islice(heapq.merge(*found), limit))


def _range_of(wanted: Wanted, status: Status) -> Statement:
    ranges = _CLOSED_RANGES if status == "closed" else _RANGES
    return (ranges if wanted.label_id is None else _LABELLED_RANGES)[wanted.whose, wanted.sort]


def _merged_junk(session: Session, inbox_ids: Collection[int], place: Place, limit: int) -> list[_Key]:
    values = {"value": place.value, "after_id": place.id, "limit": limit}
    found = (
        [_Key(_rank("newest", value, id_), id_) for value, id_ in session.all(_JUNK, inbox_id=number, **values)]
        for number in inbox_ids
    )
    return list(islice(heapq.merge(*found), limit))


def _rank(sort: Sort, value: int, number: int) -> tuple[int, int]:
    return (value, number) if sort == "waiting" else (-value, -number)


def _place(key: _Key, sort: Sort) -> Place:
    value, number = key.rank
    return Place(value, number) if sort == "waiting" else Place(-value, -number)
