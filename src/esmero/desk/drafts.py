"""What an agent has begun to write, kept for that agent alone."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import bindparam, delete, select

from esmero.store.schema import draft
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

Kind = Literal["reply", "note"]


class Draft(NamedTuple):
    """An unsent reply or note."""

    kind: Kind
    text: str
    updated_at: int


_MINE = (draft.c.agent_id == bindparam("agent_id"), draft.c.conversation_id == bindparam("conversation_id"))
_fresh = insert(draft).values(
    {name: bindparam(name) for name in ("agent_id", "conversation_id", "kind", "text", "updated_at")}
)
_KEEP = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[draft.c.agent_id, draft.c.conversation_id, draft.c.kind],
        set_={"text": _fresh.excluded.text, "updated_at": _fresh.excluded.updated_at},
    )
)
_FIND = Statement(
    select(draft.c.kind, draft.c.text, draft.c.updated_at).where(*_MINE).order_by(draft.c.updated_at, draft.c.kind)
)
_DROP = Statement(delete(draft).where(*_MINE))
_DROP_KIND = Statement(delete(draft).where(*_MINE, draft.c.kind == bindparam("kind")))


def keep(tx: Transaction, *, agent_id: int, conversation_id: int, kind: Kind, text: str, at: int) -> None:
    """Keep what this agent has written so far; a conversation has room for one reply and one note."""
    tx.run(_KEEP, agent_id=agent_id, conversation_id=conversation_id, kind=kind, text=text, updated_at=at)


def find(session: Session, *, agent_id: int, conversation_id: int) -> list[Draft]:
    """Return this agent's drafts in this conversation, the one that was written last at the end."""
    return [Draft(*row) for row in session.all(_FIND, agent_id=agent_id, conversation_id=conversation_id)]


def drop(tx: Transaction, *, agent_id: int, conversation_id: int, kind: Kind | None = None) -> None:
    """Forget the draft of a kind, or both."""
    if kind is None:
        tx.run(_DROP, agent_id=agent_id, conversation_id=conversation_id)
    else:
        tx.run(_DROP_KIND, agent_id=agent_id, conversation_id=conversation_id, kind=kind)
