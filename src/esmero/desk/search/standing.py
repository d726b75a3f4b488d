"""How the conversations of hits stand now, and which conversations stand so, where those are few."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import BindParameter, bindparam, select

from esmero.desk.access import AgentView
from esmero.desk.search.asked import STATUSES, Standing
from esmero.store.schema import conversation, conversation_label, event, read_mark
from esmero.store.session import Row, Session
from esmero.store.statement import Statement, among

FEW = 400
"""Conversations up to which the index is asked for them by number: each costs it a look-up of its own."""

_FACTS = (
    conversation.c.id,
    conversation.c.inbox_id,
    conversation.c.status,
    conversation.c.assignee_id,
    conversation.c.customer_seq,
)
_OF_EVENTS = Statement(
    select(event.c.id, *_FACTS)
    .select_from(event.join(conversation, conversation.c.id == event.c.stream_id))
    .where(among(event.c.id, "ids"))
)
_THESE = Statement(select(conversation.c.id, *_FACTS).where(among(conversation.c.id, "ids")))
_LABELS = Statement(
    select(conversation_label.c.conversation_id, conversation_label.c.label_id).where(
        among(conversation_label.c.conversation_id, "ids"), among(conversation_label.c.label_id, "label_ids")
    )
)
_MARKS = Statement(
    select(read_mark.c.conversation_id, read_mark.c.seq).where(
        read_mark.c.agent_id == bindparam("agent_id"), among(read_mark.c.conversation_id, "ids")
    )
)
_LIMIT: BindParameter[int] = bindparam("limit")
_LABELLED = Statement(
    select(conversation_label.c.conversation_id)
    .where(conversation_label.c.label_id == bindparam("label_id"))
    .limit(_LIMIT)
)
_IN_STATUS = conversation.c.status == bindparam("status")
_IN_INBOX = conversation.c.inbox_id == bindparam("inbox_id")
_ASSIGNED = Statement(
    select(conversation.c.id).where(conversation.c.assignee_id == bindparam("assignee_id"), _IN_STATUS).limit(_LIMIT)
)
_UNASSIGNED = Statement(
    select(conversation.c.id).where(_IN_INBOX, _IN_STATUS, conversation.c.assignee_id.is_(None)).limit(_LIMIT)
)
_STANDING = Statement(select(conversation.c.id).where(_IN_INBOX, _IN_STATUS).limit(_LIMIT))


def fitting(session: Session, event_ids: list[int], standing: Standing, me: AgentView) -> dict[int, int]:
    """Return, of these events, those whose conversations stand so and may be seen, with their conversations."""
    rows = session.all(_OF_EVENTS, ids=event_ids) if event_ids else []
    fit = _fit(session, rows, standing, me)
    return {row[0]: row[1] for row in rows if row[1] in fit}


def few(session: Session, standing: Standing, me: AgentView, inbox_ids: Collection[int]) -> list[int] | None:
    """Return the conversations that stand so; None where they may be more than `FEW`."""
    if standing.is_open:
        return None
    candidates = _candidates(session, standing, inbox_ids)
    if candidates is None:
        return None
    rows = session.all(_THESE, ids=candidates) if candidates else []
    return sorted(_fit(session, rows, standing, me), reverse=True)


def _fit(session: Session, rows: list[Row], standing: Standing, me: AgentView) -> set[int]:
    fit = {
        number: customer_seq
        for _, number, inbox_id, status, assignee_id, customer_seq in rows
        if me.sees(inbox_id)
        and status in standing.statuses
        and (not standing.assignees or assignee_id in standing.assignees)
        and assignee_id not in standing.unassigned_to
    }
    kept = set(fit)
    if standing.labels or standing.without_labels:
        kept = _with_labels(session, kept, standing)
    if standing.unread is not None:
        read: dict[int, int] = dict(session.all(_MARKS, agent_id=me.id, ids=list(kept)))
        kept = {number for number in kept if (fit[number] > read.get(number, 0)) == standing.unread}
    return kept


def _with_labels(session: Session, numbers: set[int], standing: Standing) -> set[int]:
    asked = [*standing.labels, *standing.without_labels]
    carried: dict[int, set[int]] = {number: set() for number in numbers}
    for number, label_id in session.all(_LABELS, ids=list(numbers), label_ids=asked):
        carried[number].add(label_id)
    return {number for number, has in carried.items() if standing.labels <= has and not has & standing.without_labels}


def _candidates(session: Session, standing: Standing, inbox_ids: Collection[int]) -> list[int] | None:
    """Every conversation that may stand so, looked up by the narrowest index there is; None if those are many."""
    for label_id in standing.labels:
        found = [row[0] for row in session.all(_LABELLED, label_id=label_id, limit=FEW + 1)]
        if len(found) <= FEW:
            return found
    if standing.assignees:
        return _assigned(session, standing, inbox_ids)
    if standing.statuses == frozenset(STATUSES):
        return None
    return _together(session, [(_STANDING, {"inbox_id": one}) for one in inbox_ids], standing)


def _assigned(session: Session, standing: Standing, inbox_ids: Collection[int]) -> list[int] | None:
    asked = [(_ASSIGNED, {"assignee_id": one}) for one in standing.assignees if one is not None]
    if None in standing.assignees:
        asked += [(_UNASSIGNED, {"inbox_id": one}) for one in inbox_ids]
    return _together(session, asked, standing)


def _together(session: Session, asked: list[tuple[Statement, dict[str, int]]], standing: Standing) -> list[int] | None:
    """What several questions give, one for each status; None once they give too much."""
    found: list[int] = []
    for statement, values in asked:
        for status in standing.statuses:
            found += (row[0] for row in session.all(statement, **values, status=status, limit=FEW + 1 - len(found)))
            if len(found) > FEW:
                return None
    return found
