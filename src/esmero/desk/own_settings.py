"""How the desk itself is set up, by subject, with a secret where the subject has one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import bindparam, delete, select

from esmero.contract.events import Actor
from esmero.desk import changes
from esmero.store.schema import desk_setting
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

Subject = Literal["sender"]


class Kept(NamedTuple):
    """JSON in the form of whoever reads it, and a sealed secret."""

    value: str
    secret: bytes | None


_FIND = Statement(select(desk_setting.c.value, desk_setting.c.secret).where(desk_setting.c.name == bindparam("name")))
_fresh = insert(desk_setting).values(name=bindparam("name"), value=bindparam("value"), secret=bindparam("secret"))
_KEEP = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[desk_setting.c.name], set_={"value": _fresh.excluded.value, "secret": _fresh.excluded.secret}
    )
)

_REMOVE = Statement(delete(desk_setting).where(desk_setting.c.name == bindparam("name")))


def find(session: Session, subject: Subject) -> Kept | None:
    """Return how a subject is set up, if it is."""
    row = session.one(_FIND, name=subject)
    return None if row is None else Kept(*row)


def keep(tx: Transaction, subject: Subject, kept: Kept, *, by: Actor, at: int) -> None:
    """Set a subject up, in place of how it was; who did is for the record."""
    tx.run(_KEEP, name=subject, value=kept.value, secret=kept.secret)
    changes.of_desk(tx, subject, 0, "changed", by=by, at=at)


def is_there(session: Session, subject: Subject) -> bool:
    """Tell whether a subject is set up."""
    return find(session, subject) is not None


def remove(tx: Transaction, subject: Subject, *, by: Actor, at: int) -> None:
    """Take a subject away; there need be none."""
    if tx.run(_REMOVE, name=subject):
        changes.of_desk(tx, subject, 0, "removed", by=by, at=at)
