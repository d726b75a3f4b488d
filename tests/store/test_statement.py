"""Statements compile once for each dialect, to text that drivers run as it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    select,
    text,
    update,
)
from sqlalchemy.sql import ClauseElement

from esmero.store import statement as statements
from esmero.store.session import Transaction
from esmero.store.sqlite_file import CACHED_STATEMENTS
from esmero.store.statement import Statement, among, insert
from tests import servers

BIG = BigInteger().with_variant(Integer, "sqlite")
pet = Table(
    "pet",
    MetaData(),
    Column("id", BIG, primary_key=True),
    Column("name", Text, nullable=False),
    Column("owner_id", BIG),
    Column("age", Integer, nullable=False, server_default="0"),
    UniqueConstraint("name"),
)
pair = Table("pair", MetaData(), Column("a", BIG, primary_key=True), Column("b", BIG, primary_key=True))


def flat(clause: ClauseElement, dialect: statements.DialectName = "sqlite") -> str:
    return " ".join(Statement(clause).text(dialect).split())


def test_what_the_clause_fixes_is_in_the_text_and_what_it_leaves_open_is_not() -> None:
    clause = select(pet.c.id).where(pet.c.name == "O'Hara 100%", pet.c.age > bindparam("age"), pet.c.owner_id.is_(None))
    assert flat(clause) == (
        "SELECT pet.id FROM pet WHERE pet.name = 'O''Hara 100%' AND pet.age > :age AND pet.owner_id IS NULL"
    )
    assert flat(clause, "postgresql") == (
        "SELECT pet.id FROM pet WHERE pet.name = 'O''Hara 100%%' "
        "AND pet.age > %(age)s::INTEGER AND pet.owner_id IS NULL"
    )


def test_a_list_is_one_parameter_that_an_index_can_answer() -> None:
    clause = select(pet.c.name).where(among(pet.c.id, "ids"), ~among(pet.c.name, "names"))
    assert Statement(clause).lists == {"ids", "names"}
    assert "(pet.id IN (SELECT value FROM json_each(:ids)))" in flat(clause)
    assert "= 1" not in flat(clause)
    assert "(pet.id = ANY (%(ids)s::BIGINT[]))" in flat(clause, "postgresql")
    assert "NOT (pet.name = ANY (%(names)s::TEXT[]))" in flat(clause, "postgresql")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        plan = connection.execute(f"EXPLAIN QUERY PLAN {flat(clause)}", {"ids": "[]", "names": "[]"}).fetchall()
    assert "SEARCH pet USING INTEGER PRIMARY KEY" in str(plan)


def test_lists_and_writes_are_seen_wherever_they_stand() -> None:
    inner = select(pet.c.id).where(among(pet.c.owner_id, "owners"))
    assert Statement(select(pet.c.name).where(pet.c.id.in_(inner))).lists == {"owners"}
    assert Statement(delete(pet).where(among(pet.c.id, "ids"))).lists == {"ids"}
    assert Statement(select(inner.cte("chosen").c.id)).lists == {"owners"}
    gone = delete(pet).returning(pet.c.id).cte("gone")
    for writing in (insert(pet), update(pet), delete(pet), select(gone.c.id), text("DELETE FROM pet")):
        assert Statement(writing).writes
    assert Statement(text("WITH x AS (SELECT 1) SELECT * FROM x")).writes  # better once too often
    for reading in (select(pet.c.id), text("  select 1"), select(func.count()).select_from(pet)):
        assert not Statement(reading).writes


def test_only_a_plain_insert_that_asks_for_its_key_goes_without_returning_on_sqlite() -> None:
    plain = insert(pet).values(name=bindparam("name"))
    assert flat(plain.returning(pet.c.id)) == "INSERT INTO pet (name) VALUES (:name)"
    assert flat(plain.returning(pet.c.id), "postgresql").endswith("RETURNING pet.id")
    for other in (
        plain.returning(pet.c.name),
        plain.returning(pet.c.id, pet.c.name),
        plain.on_conflict_do_nothing().returning(pet.c.id),
        insert(pet).from_select(["name"], select(pet.c.name)).returning(pet.c.id),
        insert(pet).values([{"name": "a"}, {"name": "b"}]).returning(pet.c.id),
        insert(pair).values(a=1, b=bindparam("b")).returning(pair.c.b),
        update(pet).values(age=1).returning(pet.c.id),
    ):
        assert not Statement(other).gives_key
        assert "RETURNING" in flat(other)
    assert "RETURNING" not in flat(plain)
    assert "RETURNING" not in flat(plain, "postgresql")


@pytest.mark.parametrize(
    "clause",
    [
        insert(pet).values(name=bindparam("name")).on_conflict_do_nothing(),
        insert(pet).values(name=bindparam("name")).on_conflict_do_nothing(index_elements=["name"]).returning(pet.c.id),
        insert(pet)
        .values(name=bindparam("name"), age=3)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={"age": insert(pet).excluded.age, "owner_id": pet.c.owner_id + 1},
            where=pet.c.age < 9,
        )
        .returning(pet.c.age),
        insert(pet).values(name="50% 'off' :now"),
        insert(pet).from_select(["name"], select(bindparam("name", type_=Text))),
        update(pet).where(pet.c.name == bindparam("name")).values(age=pet.c.age + 1).returning(pet.c.age),
        delete(pet).where(pet.c.name == bindparam("name"), pet.c.age.in_([1, 2])),
        select(pet.c.id, func.count().label("n")).where(pet.c.name.like("x%")).group_by(pet.c.id).limit(5).offset(2),
        select(pet.c.id).where(pet.c.name > bindparam("name")).order_by(pet.c.id.desc()).limit(bindparam("limit")),
    ],
)
def test_every_kind_of_clause_runs_on_both_databases(clause: ClauseElement) -> None:
    values = {"name": "x", "limit": 3}
    with closing(sqlite3.connect(":memory:", cached_statements=CACHED_STATEMENTS)) as connection:
        connection.execute("CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT UNIQUE, owner_id, age DEFAULT 0)")
        connection.execute(flat(clause), values)
    with servers.database() as url, psycopg.connect(url) as server:
        server.execute(
            "CREATE TABLE pet (id BIGSERIAL PRIMARY KEY, name TEXT UNIQUE, owner_id BIGINT, age INTEGER DEFAULT 0)"
        )
        server.cursor().execute(flat(clause, "postgresql").encode(), values)


def test_the_key_of_a_new_row_is_told_whichever_way_it_is_asked_for() -> None:
    add = Statement(insert(pet).values(name=bindparam("name")).returning(pet.c.id))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE pet (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        connection.execute("INSERT INTO pet VALUES (41, 'first')")
        tx = Transaction("sqlite", connection.execute, connection.executemany)
        assert tx.one(add, name="second") == (42,)
        assert tx.all(add, name="third") == [(43,)]
        assert tx.run(add, name="fourth") == 1


def test_a_text_is_compiled_once() -> None:
    one = Statement(select(pet.c.id))
    assert one.text("sqlite") is one.text("sqlite")
