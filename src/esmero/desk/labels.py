"""Labels: words that agents put on conversations, each in a tint of the look."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, select, update

from esmero.contract.events import Actor
from esmero.desk import changes
from esmero.kit.errors import NotFound, Taken
from esmero.kit.text import needed_name
from esmero.store.schema import label
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

Tint = Literal["grey", "green", "blue", "amber", "red", "violet"]


class Label(Struct, frozen=True, kw_only=True):
    """A label."""

    id: int
    name: str
    tint: Tint


_IN_USE = label.c.removed_at.is_(None)
_ALL = Statement(select(label.c.id, label.c.name, label.c.tint).where(_IN_USE).order_by(label.c.name, label.c.id))
_ONE = Statement(select(label.c.id, label.c.name, label.c.tint).where(label.c.id == bindparam("id"), _IN_USE))
_NAMED = Statement(select(label.c.id).where(label.c.name == bindparam("name"), _IN_USE))
_NUMBERS = Statement(select(label.c.id).where(_IN_USE))
_BEGIN = Statement(
    insert(label)
    .values(name=bindparam("name"), tint=bindparam("tint"), created_at=bindparam("created_at"))
    .returning(label.c.id)
)
_SAVE = Statement(
    update(label).where(label.c.id == bindparam("id")).values(name=bindparam("new_name"), tint=bindparam("new_tint"))
)
_REMOVE = Statement(update(label).where(label.c.id == bindparam("id")).values(removed_at=bindparam("at")))


def everyone(session: Session) -> list[Label]:
    """Return all labels by name."""
    return [Label(id=row[0], name=row[1], tint=row[2]) for row in session.all(_ALL)]


def in_use(session: Session) -> frozenset[int]:
    """Return the numbers of all labels that were not removed."""
    return frozenset(row[0] for row in session.all(_NUMBERS))


def make(tx: Transaction, name: str, tint: Tint, *, by: Actor, at: int) -> Label:
    """Make a label.

    Raises:
        Taken: another label has this name.
    """
    row = tx.one(_BEGIN, name=_free_name(tx, name), tint=tint, created_at=at)
    assert row is not None
    changes.of_desk(tx, "label", row[0], "made", by=by, at=at)
    return _existing(tx, row[0])


def change(
    tx: Transaction, label_id: int, *, name: str | None = None, tint: Tint | None = None, by: Actor, at: int
) -> Label:
    """Change what is not None.

    Raises:
        NotFound: there is no such label.
        Taken: another label has this name.
    """
    before = _existing(tx, label_id)
    new_name = before.name if name is None else _free_name(tx, name, but=label_id)
    tx.run(_SAVE, id=label_id, new_name=new_name, new_tint=tint or before.tint)
    changes.of_desk(tx, "label", label_id, "changed", by=by, at=at)
    return _existing(tx, label_id)


def remove(tx: Transaction, label_id: int, *, by: Actor, at: int) -> None:
    """Remove a label. Conversations keep its number, as their history tells, and nobody sees it there any more."""
    _existing(tx, label_id)
    tx.run(_REMOVE, id=label_id, at=at)
    changes.of_desk(tx, "label", label_id, "removed", by=by, at=at)


def _existing(session: Session, label_id: int) -> Label:
    row = session.one(_ONE, id=label_id)
    if row is None:
        raise NotFound("There is no such label.")
    return Label(id=row[0], name=row[1], tint=row[2])


def _free_name(tx: Transaction, written: str, *, but: int = 0) -> str:
    name = needed_name(written, longest=40)
    row = tx.one(_NAMED, name=name)
    if row is not None and row[0] != but:
        raise Taken("There is a label of this name already.", fields={"name": "taken"})
    return name
