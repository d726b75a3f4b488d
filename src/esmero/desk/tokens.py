"""Tokens with which programs use the API in an agent's name. Only their fingerprints are kept."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import bindparam, delete, select, update

from esmero.contract.events import Actor
from esmero.desk import changes
from esmero.desk.access import AgentView, Role, lesser, view_of
from esmero.kit.errors import NotFound
from esmero.store.schema import token as token_table
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert


class Token(Struct, frozen=True, kw_only=True):
    """A program's way in. It may do what `role` may, and never more than the agent who made it."""

    id: int
    agent_id: int
    name: str
    role: Role
    created_at: int
    used_at: int | None = None


_COLUMNS = tuple(token_table.c[name] for name in Token.__struct_fields__)
_ALL = Statement(select(*_COLUMNS).order_by(token_table.c.id.desc()))
_THIS = Statement(select(*_COLUMNS).where(token_table.c.token == bindparam("token")))
_KNOWN = Statement(select(token_table.c.id).where(among(token_table.c.id, "ids")))
_BEGIN = Statement(
    insert(token_table)
    .values({name: bindparam(name) for name in ("token", "agent_id", "name", "role", "created_at")})
    .returning(token_table.c.id)
)
_TOUCH = Statement(update(token_table).where(token_table.c.id == bindparam("id")).values(used_at=bindparam("now")))
_REMOVE = Statement(delete(token_table).where(token_table.c.id == bindparam("id")))


def everyone(session: Session) -> list[Token]:
    """Return all tokens, the newest first."""
    return [Token(**dict(zip(Token.__struct_fields__, row, strict=True))) for row in session.all(_ALL)]


def make(tx: Transaction, *, token: bytes, name: str, role: Role, by: AgentView, at: int) -> Token:
    """Keep a token; `token` is the fingerprint of what the program holds."""
    row = tx.one(_BEGIN, token=token, agent_id=by.id, name=name, role=role, created_at=at)
    assert row is not None
    changes.of_desk(tx, "token", row[0], "made", by=by.actor, at=at)
    return Token(id=row[0], agent_id=by.id, name=name, role=role, created_at=at)


def remove(tx: Transaction, token_id: int, *, by: Actor, at: int) -> None:
    """Take a token back.

    Raises:
        NotFound: there is none of this id.
    """
    if tx.run(_REMOVE, id=token_id) == 0:
        raise NotFound("There is no such token.")
    changes.of_desk(tx, "token", token_id, "removed", by=by, at=at)


def resume(session: Session, token: bytes) -> tuple[Token, AgentView] | None:
    """Return the token of this fingerprint with what it may do and see; None if it doesn't count (any more)."""
    row = session.one(_THIS, token=token)
    if row is None:
        return None
    found = Token(**dict(zip(Token.__struct_fields__, row, strict=True)))
    maker = view_of(session, found.agent_id)
    if maker is None:
        return None
    return found, replace(maker, name=found.name, role=lesser(found.role, maker.role), program=found.id)


def known(session: Session, token_ids: Collection[int]) -> set[int]:
    """Return those of these tokens that were not taken back."""
    return {row[0] for row in session.all(_KNOWN, ids=list(token_ids))} if token_ids else set()


def touch(tx: Transaction, token_id: int, *, at: int) -> None:
    """Note that a token is in use."""
    tx.run(_TOUCH, id=token_id, now=at)
