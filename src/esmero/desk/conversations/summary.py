"""A conversation as one line of a list, in the form that docs/protocol.md gives it (section 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer
from esmero.desk.labels import in_use
from esmero.store.session import Session


class Person(Struct, frozen=True):
    """The customer, as far as a list shows them."""

    id: int
    name: str
    language: str | None
    known: bool
    blocked: bool


class Last(Struct, frozen=True):
    """The newest thing said: what the list shows as its last line."""

    seq: int
    at: int
    by: str
    text: str
    files: int
    note: bool


class Summary(Struct, frozen=True, kw_only=True):
    """One line of a list.

    `channel` is where it began, `reach` the one by which an answer leaves now. `read` is the asking agent's own mark;
    live frames leave it out.
    """

    id: int
    inbox: int
    channel: str
    reach: str
    status: Literal["open", "pending", "snoozed", "closed"]
    subject: str | None
    priority: Literal["low", "normal", "high", "urgent"]
    customer: Person
    assignee: int | None
    team: int | None
    labels: tuple[int, ...]
    position: int
    seq: int
    last: Last
    customer_seq: int
    aside_seq: int
    delivered_seq: int
    read_seq: int
    read: int | UnsetType = UNSET
    waiting_since: int | None
    order: int
    snoozed_until: int | None
    created_at: int
    closed_at: int | None
    junk: bool


def summarise(
    state: Conversation, customer: Customer | None, *, labels: Collection[int], read: int | UnsetType = UNSET
) -> Summary:
    """Put a conversation and its customer on one line, with those of its labels that are in use."""
    return Summary(
        id=state.id,
        inbox=state.inbox_id,
        channel=state.channel,
        reach=state.reach_channel,
        status=state.status,
        subject=state.subject,
        priority=state.priority,
        customer=_person(state.customer_id, customer),
        assignee=state.assignee_id,
        team=state.team_id,
        labels=tuple(number for number in state.labels if number in labels),
        position=state.position,
        seq=state.seq,
        last=Last(
            state.last_seq, state.last_at, state.last_by, state.last_text, state.last_files, state.last_note == 1
        ),
        customer_seq=state.customer_seq,
        aside_seq=state.aside_seq,
        delivered_seq=state.delivered_seq,
        read_seq=state.read_seq,
        read=read,
        waiting_since=state.waiting_since,
        order=state.sort,
        snoozed_until=state.snoozed_until,
        created_at=state.created_at,
        closed_at=state.closed_at,
        junk=state.junk == 1,
    )


def summaries(session: Session, ids: Iterable[int]) -> list[Summary]:
    """Return the lines of these conversations as they are now, in no order."""
    states = rows.find_many(session, list(ids))
    people = customers.find_many(session, [state.customer_id for state in states])
    labels = labels_of(session, states)
    return [summarise(state, people.get(state.customer_id), labels=labels) for state in states]


def labels_of(session: Session, states: Collection[Conversation]) -> frozenset[int]:
    """Return the labels that are in use, if these conversations have any."""
    return in_use(session) if any(state.labels for state in states) else frozenset()


def _person(customer_id: int, customer: Customer | None) -> Person:
    if customer is None:
        return Person(customer_id, "", None, known=False, blocked=False)
    return Person(customer_id, customer.name, customer.language, customer.known, customer.blocked_at is not None)
