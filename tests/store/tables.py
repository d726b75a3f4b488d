"""A few small tables of the store's own tests, and databases that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    func,
    select,
    text,
)
from sqlalchemy import update as change

from esmero.store.database import Database, open_database
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert
from tests import servers

DIALECTS = ["sqlite", "postgresql"]

thing = Table(
    "thing",
    MetaData(),
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("name", Text, unique=True),
    Column("bytes", LargeBinary),
)

MAKE = {
    "sqlite": "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB)",
    "postgresql": "CREATE TABLE thing (id BIGSERIAL PRIMARY KEY, name TEXT UNIQUE, bytes BYTEA)",
}
# `other` must exist at the commit, not before.
MAKE_LINK = Statement(
    text(
        "CREATE TABLE chain (id INTEGER PRIMARY KEY, other INTEGER REFERENCES chain (id) DEFERRABLE INITIALLY DEFERRED)"
    )
)
ADD_LINK = Statement(text("INSERT INTO chain (id, other) VALUES (:id, :other)"))
ADD = Statement(insert(thing).values(name=bindparam("name")).returning(thing.c.id))
ALL = Statement(select(thing.c.id, thing.c.name).order_by(thing.c.id))
ADD_BYTES = Statement(insert(thing).values(name=bindparam("name"), bytes=bindparam("bytes")), names=("name", "bytes"))
ADD_ONCE = Statement(insert(thing).values(name=bindparam("name")).on_conflict_do_nothing().returning(thing.c.id))
RENAME = Statement(change(thing).where(thing.c.id == bindparam("id")).values(name=bindparam("new_name")))
REMOVE = Statement(delete(thing).where(among(thing.c.name, "names")))
NAMES = Statement(select(thing.c.name).order_by(thing.c.id))
COUNT = Statement(select(func.count()).select_from(thing))
CHOSEN = Statement(select(thing.c.name).where(among(thing.c.id, "ids")).order_by(thing.c.id))


@contextmanager
def database(dialect: str, folder: Path, **options: Any) -> Iterator[Database]:
    """An open database of the dialect with the tables of this module, closed at the end."""
    if dialect == "sqlite":
        yield from _opened(folder, options)
    else:
        with servers.database() as url:
            yield from _opened(url, options)


def _opened(place: str | Path, options: dict[str, Any]) -> Iterator[Database]:
    opened = open_database(place, **options)
    opened.write_now(make)
    yield opened
    opened.close_now()


def make(tx: Transaction) -> None:
    """Makes the tables."""
    tx.run(Statement(text(MAKE[tx.dialect])))
    tx.run(MAKE_LINK)


def names(session: Session) -> list[str]:
    """All names, in the order of their ids."""
    return [name for (name,) in session.all(NAMES)]


def add(name: str) -> Callable[[Transaction], int]:
    """A unit that adds one thing and returns its id."""

    def unit(tx: Transaction) -> int:
        row = tx.one(ADD, name=name)
        assert row is not None
        return int(row[0])

    return unit
