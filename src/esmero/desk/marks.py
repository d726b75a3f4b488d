"""How far each agent has read in each conversation."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from esmero.store.schema import read_mark
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert

_fresh = insert(read_mark).values(
    agent_id=bindparam("agent_id"), conversation_id=bindparam("conversation_id"), seq=bindparam("seq")
)
_READ = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[read_mark.c.agent_id, read_mark.c.conversation_id],
        set_={"seq": _fresh.excluded.seq},
        where=read_mark.c.seq < _fresh.excluded.seq,
    )
)
_UNREAD = Statement(
    delete(read_mark).where(
        read_mark.c.agent_id == bindparam("agent_id"), read_mark.c.conversation_id == bindparam("conversation_id")
    )
)
_FIND = Statement(
    select(read_mark.c.conversation_id, read_mark.c.seq).where(
        read_mark.c.agent_id == bindparam("agent_id"), among(read_mark.c.conversation_id, "ids")
    )
)


def read(tx: Transaction, *, agent_id: int, conversation_id: int, upto: int) -> None:
    """Move this agent's mark forward; it never goes back by reading."""
    tx.run(_READ, agent_id=agent_id, conversation_id=conversation_id, seq=upto)


def unread(tx: Transaction, *, agent_id: int, conversation_id: int) -> None:
    """Make the whole conversation unread for this agent."""
    tx.run(_UNREAD, agent_id=agent_id, conversation_id=conversation_id)


def find(session: Session, *, agent_id: int, conversation_ids: list[int]) -> dict[int, int]:
    """Return this agent's marks; a conversation that they never read is left out."""
    rows = session.all(_FIND, agent_id=agent_id, ids=conversation_ids)
    return {row[0]: row[1] for row in rows}
