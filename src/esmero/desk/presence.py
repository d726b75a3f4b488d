"""Who is here: a lease for each agent and process. It ends by itself when the process dies."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, select, update

from esmero.kit.clock import SECOND
from esmero.store.schema import presence
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

LASTS = 45 * SECOND
GRACE = 8 * SECOND
"""After the last page was closed: a reload is no departure."""

_fresh = insert(presence).values(
    agent_id=bindparam("agent_id"),
    process=bindparam("process"),
    active_at=bindparam("now"),
    expires_at=bindparam("until"),
)
_STAY = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[presence.c.agent_id, presence.c.process],
        set_={"active_at": _fresh.excluded.active_at, "expires_at": _fresh.excluded.expires_at},
    ),
    names=("agent_id", "process", "now", "until"),
)
_LEAVE = Statement(
    update(presence)
    .where(presence.c.agent_id == bindparam("agent_id"), presence.c.process == bindparam("process"))
    .values(expires_at=bindparam("until"))
)
_SWEEP = Statement(delete(presence).where(presence.c.expires_at < bindparam("before")))
_HERE = Statement(
    select(presence.c.agent_id, func.max(presence.c.expires_at))
    .where(presence.c.expires_at > bindparam("now"))
    .group_by(presence.c.agent_id)
)


def stay(tx: Transaction, agent_ids: list[int], *, process: str, now: int) -> None:
    """Renew the leases of the agents who are connected to this process."""
    tx.many(_STAY, [(number, process, now, now + LASTS) for number in agent_ids])
    tx.run(_SWEEP, before=now - LASTS)


def leave(tx: Transaction, agent_id: int, *, process: str, now: int) -> None:
    """An agent's last page in this process is gone; they may be back in a moment."""
    tx.run(_LEAVE, agent_id=agent_id, process=process, until=now + GRACE)


def here(session: Session, *, now: int) -> dict[int, int]:
    """Return the agents who are here, and until when that holds without further word."""
    return {row[0]: row[1] for row in session.all(_HERE, now=now)}
