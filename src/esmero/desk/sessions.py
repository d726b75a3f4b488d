"""Where agents are signed in. A browser holds the token; here stands its fingerprint."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import bindparam, delete, select, update

from esmero.contract.events import Actor
from esmero.contract.facts import AgentChanged
from esmero.desk import changes
from esmero.store.schema import session as session_table
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, among, insert


class SignIn(Struct, frozen=True, kw_only=True):
    """One place where an agent is signed in. `device` is what the browser called itself, `address` where it was."""

    id: int
    agent_id: int
    device: str
    address: str
    created_at: int
    seen_at: int
    expires_at: int


_COLUMNS = tuple(session_table.c[name] for name in SignIn.__struct_fields__)
_THIS = Statement(
    select(*_COLUMNS).where(
        session_table.c.token == bindparam("token"),
        session_table.c.expires_at > bindparam("now"),
        session_table.c.seen_at > bindparam("seen_after"),
    )
)
_OF_AGENT = Statement(
    select(*_COLUMNS)
    .where(session_table.c.agent_id == bindparam("agent_id"), session_table.c.expires_at > bindparam("now"))
    .order_by(session_table.c.seen_at.desc(), session_table.c.id.desc())
)
_LIVING = Statement(
    select(session_table.c.id).where(
        among(session_table.c.id, "ids"),
        session_table.c.expires_at > bindparam("now"),
        session_table.c.seen_at > bindparam("seen_after"),
    )
)
_BEGIN = Statement(
    insert(session_table)
    .values(
        token=bindparam("token"),
        **{name: bindparam(name) for name in SignIn.__struct_fields__ if name != "id"},
    )
    .returning(session_table.c.id)
)
_TOUCH = Statement(
    update(session_table)
    .where(session_table.c.id == bindparam("id"))
    .values(seen_at=bindparam("now"), address=bindparam("new_address"))
)
_USE = Statement(
    update(session_table)
    .where(
        session_table.c.id == bindparam("id"),
        session_table.c.expires_at > bindparam("now"),
        session_table.c.seen_at > bindparam("seen_after"),
    )
    .values(seen_at=bindparam("now"))
)
_END = Statement(
    delete(session_table).where(
        session_table.c.id == bindparam("id"), session_table.c.agent_id == bindparam("agent_id")
    )
)
_END_OTHERS = Statement(
    delete(session_table).where(
        session_table.c.agent_id == bindparam("agent_id"), session_table.c.id != bindparam("but")
    )
)
_DROP_ENDED = Statement(delete(session_table).where(session_table.c.expires_at < bindparam("before")))
_DROP_EXPIRED = Statement(
    delete(session_table).where(
        session_table.c.agent_id == bindparam("agent_id"), session_table.c.expires_at <= bindparam("now")
    )
)


def begin(tx: Transaction, *, agent_id: int, token: bytes, device: str, address: str, at: int, expires_at: int) -> int:
    """Sign an agent in; `token` is the fingerprint of what the browser holds. Returns the session's id."""
    tx.run(_DROP_EXPIRED, agent_id=agent_id, now=at)
    row = tx.one(
        _BEGIN,
        agent_id=agent_id,
        token=token,
        device=device,
        address=address,
        created_at=at,
        seen_at=at,
        expires_at=expires_at,
    )
    assert row is not None
    _record(tx, agent_id, "signed_in", at)
    number: int = row[0]
    return number


def resume(session: Session, token: bytes, *, now: int, idle_ms: int) -> SignIn | None:
    """Return the session with this fingerprint, unless it expired or nobody used it for so long."""
    row = session.one(_THIS, token=token, now=now, seen_after=now - idle_ms)
    return None if row is None else _sign_in(row)


def living(session: Session, session_ids: Collection[int], *, now: int, idle_ms: int) -> set[int]:
    """Return those of these sessions that were not ended, did not expire, and that somebody used not so long ago."""
    if not session_ids:
        return set()
    return {row[0] for row in session.all(_LIVING, ids=list(session_ids), now=now, seen_after=now - idle_ms)}


def touch(tx: Transaction, session_id: int, *, address: str, at: int) -> None:
    """Note that a session is in use."""
    tx.run(_TOUCH, id=session_id, new_address=address, now=at)


def use(tx: Transaction, session_id: int, *, at: int, idle_ms: int) -> bool:
    """Note that a connected session is in use; False if it has ended, or nobody had used it for so long."""
    return tx.run(_USE, id=session_id, now=at, seen_after=at - idle_ms) == 1


def of_agent(session: Session, agent_id: int, *, now: int) -> list[SignIn]:
    """Return where an agent is signed in, the last used first."""
    return [_sign_in(row) for row in session.all(_OF_AGENT, agent_id=agent_id, now=now)]


def end(tx: Transaction, session_id: int, *, agent_id: int, at: int) -> bool:
    """End one session of this agent; False if there is none of this id."""
    ended = tx.run(_END, id=session_id, agent_id=agent_id) == 1
    if ended:
        _record(tx, agent_id, "signed_out", at)
    return ended


def end_others(tx: Transaction, agent_id: int, *, but: int = 0, at: int) -> int:
    """End all sessions of an agent except one; returns how many those were."""
    count = tx.run(_END_OTHERS, agent_id=agent_id, but=but)
    if count:
        _record(tx, agent_id, "signed_out", at)
    return count


def sweep(tx: Transaction, *, before: int) -> None:
    """Forget sessions that ended by themselves before this time."""
    tx.run(_DROP_ENDED, before=before)


def _record(tx: Transaction, agent_id: int, action: str, at: int) -> None:
    fact = AgentChanged(action="signed_in" if action == "signed_in" else "signed_out")
    changes.of_agent(tx, agent_id, fact, by=Actor("agent", agent_id), at=at)


def _sign_in(row: Row) -> SignIn:
    return SignIn(**dict(zip(SignIn.__struct_fields__, row, strict=True)))
