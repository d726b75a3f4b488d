"""Small questions that a change asks the rows before it is made. They change nothing."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, func, select

from esmero.desk.access import view_of
from esmero.store.schema import conversation, inbox, label, team
from esmero.store.session import Session
from esmero.store.statement import Statement, among

_TEAM = Statement(select(team.c.id).where(team.c.id == bindparam("id")))
_CHANNEL = Statement(select(inbox.c.channel).where(inbox.c.id == bindparam("id"), inbox.c.removed_at.is_(None)))
_LABELS = Statement(
    select(func.count()).select_from(label).where(among(label.c.id, "ids"), label.c.removed_at.is_(None))
)
_OPEN_LIVE = Statement(
    select(conversation.c.id).where(
        conversation.c.identity_id == bindparam("identity_id"),
        conversation.c.live == 1,
        conversation.c.status != "closed",
    )
)
_SEEN_CUSTOMER = Statement(
    select(conversation.c.id)
    .where(conversation.c.customer_id == bindparam("customer_id"), among(conversation.c.inbox_id, "inbox_ids"))
    .limit(1)
)


def may_take(session: Session, agent_id: int, inbox_id: int) -> bool:
    """Tell whether this agent is at work here and sees this inbox."""
    view = view_of(session, agent_id)
    return view is not None and view.sees(inbox_id)


def is_team(session: Session, team_id: int) -> bool:
    """Tell whether there is such a team."""
    return session.one(_TEAM, id=team_id) is not None


def channel_of(session: Session, inbox_id: int) -> str | None:
    """Return the kind of channel of an inbox that is in use."""
    row = session.one(_CHANNEL, id=inbox_id)
    return None if row is None else row[0]


def are_labels(session: Session, label_ids: Collection[int]) -> bool:
    """Tell whether all of these labels exist."""
    wanted = set(label_ids)
    row = session.one(_LABELS, ids=list(wanted)) if wanted else (0,)
    return row is not None and row[0] == len(wanted)


def open_live(session: Session, identity_id: int) -> int | None:
    """Return the conversation in a live channel that this identity has and that is not closed."""
    row = session.one(_OPEN_LIVE, identity_id=identity_id)
    return None if row is None else row[0]


def has_open_live(session: Session, identity_id: int) -> bool:
    """Tell whether this identity has a conversation in a live channel that is not closed."""
    return open_live(session, identity_id) is not None


def has_conversation_in(session: Session, customer_id: int, inbox_ids: Collection[int]) -> bool:
    """Tell whether this customer has a conversation in one of these inboxes."""
    return session.one(_SEEN_CUSTOMER, customer_id=customer_id, inbox_ids=list(inbox_ids)) is not None
