"""Links that work once: the first administrator's, an invitation, a new password. Only fingerprints are kept."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, delete, select, update

from esmero.kit.errors import NotFound
from esmero.store.schema import link
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, insert

Purpose = Literal["setup", "invitation", "reset"]


class Link(Struct, frozen=True, kw_only=True):
    """A link that has not been used. `agent_id` is whom it is for, None for the first administrator."""

    id: int
    purpose: Purpose
    agent_id: int | None
    created_at: int
    expires_at: int


_COLUMNS = tuple(link.c[name] for name in Link.__struct_fields__)
_FRESH = (link.c.used_at.is_(None), link.c.expires_at > bindparam("now"))
_THIS = Statement(select(*_COLUMNS).where(link.c.token == bindparam("token"), *_FRESH))
_INVITATIONS = Statement(
    select(*_COLUMNS).where(link.c.purpose == "invitation", link.c.used_at.is_(None)).order_by(link.c.id.desc())
)
_BEGIN = Statement(
    insert(link).values(
        data="{}",
        **{name: bindparam(name) for name in ("token", "purpose", "agent_id", "created_at", "expires_at")},
    )
)
_USE = Statement(
    update(link)
    .where(link.c.token == bindparam("token"), link.c.purpose == bindparam("purpose"), *_FRESH)
    .values(used_at=bindparam("now"))
    .returning(*_COLUMNS)
)
_DROP_ENDED = Statement(delete(link).where(link.c.expires_at < bindparam("before")))
# The first administrator's link has no agent; `IS NOT DISTINCT FROM` compares that too, on both databases.
_DROP_UNUSED = Statement(
    delete(link).where(
        link.c.purpose == bindparam("purpose"),
        link.c.agent_id.is_not_distinct_from(bindparam("agent_id")),
        link.c.used_at.is_(None),
    )
)


def make(tx: Transaction, *, purpose: Purpose, agent_id: int | None, token: bytes, at: int, expires_at: int) -> None:
    """Make a link; an earlier unused one of the same purpose for the same agent no longer works."""
    withdraw(tx, purpose, agent_id)
    add(tx, purpose=purpose, agent_id=agent_id, token=token, at=at, expires_at=expires_at)


def add(tx: Transaction, *, purpose: Purpose, agent_id: int | None, token: bytes, at: int, expires_at: int) -> None:
    """Make a link beside those that are there: what a stranger can ask for must not spoil anybody's."""
    tx.run(_BEGIN, token=token, purpose=purpose, agent_id=agent_id, created_at=at, expires_at=expires_at)


def withdraw(tx: Transaction, purpose: Purpose, agent_id: int | None) -> None:
    """Make unused links of this purpose for this agent worthless."""
    tx.run(_DROP_UNUSED, purpose=purpose, agent_id=agent_id)


def sweep(tx: Transaction, *, before: int) -> None:
    """Forget links that ended before this time."""
    tx.run(_DROP_ENDED, before=before)


def find(session: Session, token: bytes, *, now: int) -> Link:
    """Return what a link is for.

    Raises:
        NotFound: there is none such, or it was used, withdrawn or has expired.
    """
    row = session.one(_THIS, token=token, now=now)
    if row is None:
        raise _worthless()
    return _link(row)


def use(tx: Transaction, token: bytes, purpose: Purpose, *, at: int) -> Link:
    """Use a link up; of two at the same time, one gets it.

    Raises:
        NotFound: as `find`.
    """
    row = tx.one(_USE, token=token, purpose=purpose, now=at)
    if row is None:
        raise _worthless()
    return _link(row)


def invitations(session: Session) -> list[Link]:
    """Return the invitations that nobody has accepted yet, expired ones too, the newest first."""
    return [_link(row) for row in session.all(_INVITATIONS)]


def _link(row: Row) -> Link:
    return Link(**dict(zip(Link.__struct_fields__, row, strict=True)))


def _worthless() -> NotFound:
    return NotFound("This link was used already, or has expired. Ask for a new one.")
