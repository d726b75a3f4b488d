"""The database: group commit, what a failing unit does, and reading."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, select, text, update

from esmero.store.database import Database, open_database
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert

thing = Table("thing", MetaData(), Column("id", Integer, primary_key=True), Column("name", Text, unique=True))

MAKE = Statement(text("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
ADD = Statement(insert(thing).values(name=bindparam("name")).returning(thing.c.id))
RENAME = Statement(update(thing).where(thing.c.id == bindparam("id")).values(name=bindparam("new_name")))
NAMES = Statement(select(thing.c.name).order_by(thing.c.id))
CHOSEN = Statement(select(thing.c.name).where(among(thing.c.id, "ids")).order_by(thing.c.id))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(tmp_path)
    database.write_now(lambda tx: tx.run(MAKE))
    yield database
    database.close_now()


def names(session: Session) -> list[str]:
    return [name for (name,) in session.all(NAMES)]


def add(name: str) -> Callable[[Transaction], int]:
    def unit(tx: Transaction) -> int:
        row = tx.one(ADD, name=name)
        assert row is not None
        return int(row[0])

    return unit


def test_what_was_written_is_read(database: Database) -> None:
    first = database.write_now(add("one"))
    assert database.read_now(lambda s: s.all(CHOSEN, ids=[first])) == [("one",)]
    assert database.read_now(lambda s: s.all(CHOSEN, ids=())) == []


def test_a_unit_that_fails_after_a_change_leaves_the_others_alone(database: Database) -> None:
    def spoil(tx: Transaction) -> None:
        tx.one(ADD, name="spoilt")
        raise ValueError("second thoughts")

    async def together() -> list[object]:
        return list(
            await asyncio.gather(
                database.write(add("before")),
                database.write(spoil),
                database.write(add("after")),
                return_exceptions=True,
            )
        )

    outcomes = asyncio.run(together())
    assert isinstance(outcomes[1], ValueError)
    assert database.read_now(names) == ["before", "after"]
    assert database.statistics().replays == 1
