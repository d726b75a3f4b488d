"""Writing in groups and reading, on both databases: what callers may rely on."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, delete, text

from esmero.store.database import Database, open_database
from esmero.store.errors import DataFolderInUse, QueryTooSlow, StoreUnavailable
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, adding, changing, insert
from esmero.store.writer import Announced
from tests.store.tables import (
    ADD,
    ADD_BYTES,
    ADD_LINK,
    ADD_ONCE,
    ALL,
    CHOSEN,
    COUNT,
    DIALECTS,
    REMOVE,
    RENAME,
    add,
    make,
    names,
    thing,
)
from tests.store.tables import database as fresh


@pytest.fixture(params=DIALECTS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    with fresh(request.param, tmp_path, deadline_seconds=0.5) as opened:
        yield opened


def together(database: Database, *units: Any) -> list[Any]:
    """Asks for all at once, so that they share a batch, and returns values or errors."""

    async def ask() -> list[Any]:
        return await asyncio.gather(*(database.write(unit, urgent=True) for unit in units), return_exceptions=True)

    return asyncio.run(ask())


def spoil(tx: Transaction) -> None:
    """A unit that fails after it changed something."""
    tx.one(ADD, name="spoilt")
    tx.announce("spoilt")
    raise LookupError("second thoughts")


def refuse(tx: Transaction) -> None:
    """A unit that fails before it changed anything."""
    tx.one(COUNT)
    tx.announce("refused")
    raise LookupError("not allowed")


# Sessions


def test_what_was_written_is_read_in_all_its_types(database: Database) -> None:
    big = bytes(range(256))

    def unit(tx: Transaction) -> tuple[int, int, int]:
        first = tx.one(ADD, name="आशा 'quoted' 100% :colon")
        assert first is not None
        tx.run(ADD_BYTES, name=None, bytes=big)
        return first[0], tx.run(RENAME, id=first[0], new_name="renamed"), tx.run(RENAME, id=999, new_name="nobody")

    first, changed, unchanged = database.write_now(unit)
    assert (changed, unchanged) == (1, 0)
    every = Statement(text("SELECT id, name, bytes FROM thing ORDER BY id"))
    assert database.read_now(lambda s: s.all(every)) == [(first, "renamed", None), (first + 1, None, big)]
    assert database.read_now(lambda s: s.one(Statement(text("SELECT 1 FROM thing WHERE id = 0")))) is None


def test_a_list_travels_as_one_parameter(database: Database) -> None:
    ids = [database.write_now(add(name)) for name in ("a", "b", "c")]
    assert database.read_now(lambda s: s.all(CHOSEN, ids=[ids[2], ids[0], 999, ids[0]])) == [("a",), ("c",)]
    assert database.read_now(lambda s: s.all(CHOSEN, ids=tuple(ids[:1]))) == [("a",)]
    assert database.read_now(lambda s: s.all(CHOSEN, ids=[])) == []
    assert database.read_now(lambda s: len(s.all(CHOSEN, ids=list(range(50_000))))) == 3


def test_many_rows_are_added_and_changed_as_they_are(database: Database) -> None:
    said = [
        "plain",
        None,
        "NULL",
        "",
        "a,b",
        "{x}",
        'a "quoted" one',
        "back\\slash",
        "आशा\nline",
        "'; DROP TABLE thing",
    ]
    rows = list(enumerate(said, 7))
    database.write_now(lambda tx: tx.many(adding(thing, "id", "name"), rows))
    assert database.read_now(lambda session: session.all(ALL)) == rows
    turned = [(name and name[::-1], number) for number, name in rows]
    database.write_now(lambda tx: tx.many(changing(thing, "name"), turned))
    assert database.read_now(lambda session: session.all(ALL)) == [(number, name) for name, number in turned]


def test_the_values_of_many_rows_come_in_the_order_that_the_statement_names(database: Database) -> None:
    rows = [("a", 1), ("b", 2)]
    database.write_now(lambda tx: tx.many(adding(thing, "name", "id"), rows))
    drop = Statement(
        delete(thing).where(thing.c.id == bindparam("id"), thing.c.name == bindparam("name")), names=("name", "id")
    )
    database.write_now(lambda tx: tx.many(drop, [("a", 1), ("not b", 2)]))
    assert database.read_now(lambda session: session.all(ALL)) == [(2, "b")]


def test_a_row_that_lacks_a_value_is_refused(database: Database) -> None:
    nameless = Statement(insert(thing).values(id=bindparam("id"), name=bindparam("name")), names=("id",))
    with pytest.raises(Exception, match=r"name"):
        database.write_now(lambda tx: tx.many(nameless, [(1,)]))
    assert database.read_now(names) == []


def test_one_of_many_rows_that_is_taken_undoes_them_all(database: Database) -> None:
    database.write_now(lambda tx: tx.many(adding(thing, "id", "name"), [(1, "a"), (2, "b")]))
    with pytest.raises(Exception, match=r"(?i)unique"):
        database.write_now(lambda tx: tx.many(adding(thing, "id", "name"), [(3, "c"), (2, "d")]))
    assert database.read_now(names) == ["a", "b"]


def test_many_rows_are_one_call(database: Database) -> None:
    database.write_now(lambda tx: tx.many(ADD_BYTES, [(str(n), None) for n in range(500)]))
    database.write_now(lambda tx: tx.many(ADD_BYTES, []))
    assert database.read_now(names) == [str(n) for n in range(500)]


def test_a_unit_sees_what_it_wrote_itself(database: Database) -> None:
    def unit(tx: Transaction) -> list[str]:
        tx.one(ADD, name="mine")
        return names(tx)

    assert database.write_now(unit) == ["mine"]


def test_a_query_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"read-?only|query_only|refused"):
        database.read_now(lambda s: s.one(ADD, name="sneaky"))
    assert database.read_now(names) == []


def test_what_nobody_waits_for_is_written_before_what_follows(database: Database) -> None:
    def unit(tx: Transaction) -> list[str]:
        tx.later(ADD_BYTES, name="a", bytes=None)
        tx.later(ADD_BYTES, name="b", bytes=b"x")
        tx.later(REMOVE, names=["a", "c"])
        return names(tx)

    assert database.write_now(unit) == ["b"]
    database.write_now(lambda tx: tx.later(ADD_BYTES, name="last", bytes=None))
    assert database.read_now(names) == ["b", "last"]


# Group commit


def test_units_that_are_asked_for_together_share_a_commit(database: Database) -> None:
    before = database.statistics()
    ids = together(database, *(add(str(n)) for n in range(64)))
    after = database.statistics()
    assert ids == list(range(ids[0], ids[0] + 64))
    assert (after.units - before.units, after.batches - before.batches) == (64, 1)


def test_a_batch_wakes_the_event_loop_once(tmp_path: Path) -> None:
    async def ask() -> int:
        database = open_database(tmp_path)
        await database.write(make)
        loop = asyncio.get_running_loop()
        wakes = Mock(wraps=loop.call_soon_threadsafe)
        setattr(loop, "call_soon_threadsafe", wakes)  # noqa: B010 - mypy knows that it is a method
        await asyncio.gather(*(database.write(add(str(n)), urgent=True) for n in range(64)))
        await database.close()
        return wakes.call_count

    assert asyncio.run(ask()) <= 2  # the second is the executor that waits for the close


def test_a_unit_that_fails_before_a_change_costs_the_others_nothing(database: Database) -> None:
    outcomes = together(database, add("a"), refuse, add("b"))
    assert isinstance(outcomes[1], LookupError)
    assert database.read_now(names) == ["a", "b"]
    assert database.statistics().replays == 0


def test_a_unit_that_fails_after_a_change_is_undone_alone(database: Database) -> None:
    outcomes = together(database, add("a"), spoil, refuse, add("b"), spoil)
    assert [type(each) for each in outcomes] == [int, LookupError, LookupError, int, LookupError]
    assert database.read_now(names) == ["a", "b"]
    assert database.statistics().replays == 1


def test_a_broken_constraint_is_the_trouble_of_its_unit_alone(database: Database) -> None:
    outcomes = together(database, add("same"), add("same"), add("other"))
    assert [type(each) is int for each in outcomes] == [True, False, True]
    assert "unique" in str(outcomes[1]).lower()
    assert not isinstance(outcomes[1], StoreUnavailable)
    assert database.read_now(names) == ["same", "other"]


def test_a_constraint_that_objects_at_the_commit_undoes_its_unit_alone(database: Database) -> None:
    outcomes = together(
        database, add("a"), lambda tx: tx.run(ADD_LINK, id=1, other=99), lambda tx: tx.run(ADD_LINK, id=2, other=2)
    )
    assert [isinstance(each, Exception) for each in outcomes] == [False, True, False]
    assert database.read_now(names) == ["a"]
    assert database.read_now(lambda s: s.all(Statement(text("SELECT id FROM chain")))) == [(2,)]
    assert database.health.healthy


def test_the_error_of_what_nobody_waited_for_is_the_trouble_of_its_unit_alone(database: Database) -> None:
    def clash(tx: Transaction) -> str:
        tx.later(ADD_BYTES, name="a", bytes=None)
        return "unknowing"

    outcomes = together(database, add("a"), clash, add("b"), clash)
    assert [type(each) is int for each in outcomes] == [True, False, True, False]
    assert all("unique" in str(outcomes[each]).lower() for each in (1, 3))
    assert database.read_now(names) == ["a", "b"]


def test_a_unit_that_goes_on_after_an_error_of_the_database_loses_only_itself(database: Database) -> None:
    database.write_now(add("same"))

    def stubborn(tx: Transaction) -> str:
        try:
            tx.one(ADD, name="same")
        except Exception:  # noqa: BLE001 - what a careless unit would do
            return "never mind"
        return "unexpected"

    outcomes = together(database, add("a"), stubborn, add("b"))
    assert database.read_now(names) == ["same", "a", "b"]
    # SQLite undoes the statement alone; PostgreSQL gives up the transaction, so the unit can't have succeeded.
    if database.dialect == "sqlite":
        assert outcomes[1] == "never mind"
    else:
        assert isinstance(outcomes[1], RuntimeError)


def test_a_conflict_that_the_statement_expects_is_no_error(database: Database) -> None:
    first, second = together(database, *[lambda tx: tx.one(ADD_ONCE, name="once")] * 2)
    assert first is not None
    assert second is None
    assert database.statistics().replays == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.sampled_from(["add", "refuse", "spoil", "clash"]), min_size=1, max_size=30))
def test_whatever_fails_the_rest_is_there_in_order(database: Database, plan: list[str]) -> None:
    database.write_now(lambda tx: tx.run(Statement(text("DELETE FROM thing"))))
    units = {"refuse": refuse, "spoil": spoil, "clash": add("clash")}
    outcomes = together(database, *(units.get(step) or add(str(number)) for number, step in enumerate(plan)))
    first_clash = plan.index("clash") if "clash" in plan else -1
    kept = [
        "clash" if step == "clash" else str(number)
        for number, step in enumerate(plan)
        if step == "add" or number == first_clash
    ]
    assert database.read_now(names) == kept
    assert [type(each) is int for each in outcomes] == [
        step == "add" or number == first_clash for number, step in enumerate(plan)
    ]


def test_a_unit_that_raises_what_no_future_takes_is_answered_all_the_same(database: Database) -> None:
    def stop(tx: Transaction) -> None:
        raise StopIteration

    def leave(tx: Transaction) -> None:
        raise SystemExit(3)

    async def ask() -> list[Any]:
        outcomes = []
        for unit in (stop, leave):
            try:
                await database.write(unit)
            except BaseException as error:  # noqa: BLE001 - SystemExit is none
                outcomes.append(type(error))
        return outcomes

    assert asyncio.run(ask()) == [RuntimeError, SystemExit]
    assert isinstance(database.write_now(add("after")), int)


def test_a_caller_that_goes_away_disturbs_nobody(database: Database) -> None:
    async def ask() -> None:
        leaving = [asyncio.create_task(database.write(add(f"leaving {n}"))) for n in range(5)]
        staying = asyncio.create_task(database.write(add("staying")))
        await asyncio.sleep(0)
        for task in leaving:
            task.cancel()
        await staying
        assert all(task.cancelled() for task in await _settled(leaving))

    asyncio.run(ask())
    assert "staying" in database.read_now(names)


async def _settled(tasks: list[asyncio.Task[int]]) -> list[asyncio.Task[int]]:
    await asyncio.gather(*tasks, return_exceptions=True)
    return tasks


def test_urgent_units_go_first_and_the_others_are_not_forgotten(database: Database) -> None:
    order: list[str] = []

    def note(name: str, pause: float = 0.0) -> Any:
        def unit(tx: Transaction) -> None:
            order.append(name)
            time.sleep(pause)

        return unit

    async def ask() -> None:
        first = asyncio.create_task(database.write(note("first", 0.2)))  # keeps the writer busy meanwhile
        await asyncio.sleep(0.05)
        await asyncio.gather(first, database.write(note("other")), database.write(note("urgent"), urgent=True))

    asyncio.run(ask())
    assert order == ["first", "urgent", "other"]


def test_under_a_stream_of_urgent_units_another_waits_about_a_second(database: Database) -> None:
    async def ask() -> float:
        done = asyncio.Event()

        async def stream() -> None:
            while not done.is_set():
                await database.write(lambda tx: time.sleep(0.004), urgent=True)

        streams = [asyncio.create_task(stream()) for _ in range(8)]
        await asyncio.sleep(0.1)
        started = time.monotonic()
        await database.write(add("patient"))
        took = time.monotonic() - started
        done.set()
        await asyncio.gather(*streams)
        return took

    assert asyncio.run(ask()) < 1.5


# Announcing


def test_topics_are_announced_after_the_commit_and_never_of_what_was_undone(tmp_path: Path) -> None:
    seen: list[tuple[Announced, list[str]]] = []

    async def run() -> None:
        def heard(announced: Announced) -> None:
            assert threading.current_thread() is threading.main_thread()
            seen.append((announced, opened.read_now(names)))

        opened = open_database(tmp_path, on_commit=heard)
        opened.write_now(lambda tx: tx.run(Statement(text("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)"))))

        def unit(tx: Transaction) -> None:
            row = tx.one(ADD, name="x")
            tx.announce("feed", (row,))

        await asyncio.gather(*(opened.write(each) for each in (unit, refuse, spoil, unit)), return_exceptions=True)
        await opened.write(add("silent"))
        await opened.close()

    asyncio.run(run())
    assert seen == [({"feed": [(1,), (2,)]}, ["x", "x"])]


def test_a_listener_that_fails_does_not_stop_the_writing(tmp_path: Path) -> None:
    def fails(announced: Announced) -> None:
        raise KeyError("a defect")

    database = open_database(tmp_path, on_commit=fails)
    for _ in range(2):
        database.write_now(lambda tx: tx.announce("feed"))
    database.close_now()


# Reading


def test_a_query_sees_every_commit_that_was_acknowledged(database: Database) -> None:
    async def ask() -> None:
        for number in range(50):
            await database.write(add(str(number)))
            row = await database.read(lambda s: s.one(COUNT))
            assert row == (number + 1,)

    asyncio.run(ask())


def test_queries_run_beside_a_long_unit(database: Database) -> None:
    async def ask() -> float:
        writing = asyncio.create_task(database.write(lambda tx: time.sleep(0.6)))
        await asyncio.sleep(0.05)
        started = time.monotonic()
        await database.read(names)
        took = time.monotonic() - started
        assert not writing.done()
        await writing
        return took

    assert asyncio.run(ask()) < 0.4


def test_a_query_that_takes_too_long_is_stopped(database: Database) -> None:
    endless = {
        "sqlite": "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "postgresql": "SELECT pg_sleep(30)",
    }[database.dialect]
    started = time.monotonic()
    with pytest.raises(QueryTooSlow):
        database.read_now(lambda s: s.one(Statement(text(endless))))
    assert time.monotonic() - started < 3
    assert database.read_now(names) == []


def test_the_error_of_a_query_reaches_its_caller(database: Database) -> None:
    def broken(session: Session) -> None:
        session.one(Statement(text("SELECT 1 FROM nowhere")))

    with pytest.raises(Exception, match="nowhere"):
        database.read_now(broken)

    async def ask() -> None:
        with pytest.raises(ZeroDivisionError):
            await database.read(lambda s: 1 // 0)

    asyncio.run(ask())


def test_a_snapshot_is_not_held_after_a_query(database: Database) -> None:
    def first_only(session: Session) -> object:
        return session.one(Statement(text("SELECT name FROM thing ORDER BY id")))

    database.write_now(add("a"))
    database.write_now(add("b"))
    assert database.read_now(first_only) == ("a",)
    database.write_now(add("c"))
    assert database.read_now(names) == ["a", "b", "c"]


# Opening and closing


def test_closing_waits_for_what_was_asked(tmp_path: Path) -> None:
    async def ask() -> list[int]:
        database = open_database(tmp_path)
        await database.write(lambda tx: tx.run(Statement(text("CREATE TABLE thing (id INTEGER PRIMARY KEY, name)"))))
        asked = [asyncio.create_task(database.write(add(str(n)))) for n in range(20)]
        await asyncio.sleep(0)
        await database.close()
        await database.close()
        with pytest.raises(StoreUnavailable):
            await database.write(add("late"))
        with pytest.raises(StoreUnavailable):
            await database.read(names)
        return await asyncio.gather(*asked)

    assert asyncio.run(ask()) == list(range(1, 21))


def test_a_data_folder_has_one_process_that_writes(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with pytest.raises(DataFolderInUse, match=r"process \d+"):
        open_database(tmp_path)
    database.close_now()
    open_database(tmp_path).close_now()


def test_the_data_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    open_database(folder).close_now()
    for path in (folder, *folder.iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_log_beside_a_database_stays_short_under_steady_writing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.write_now(make)
    for _ in range(60):
        rows = [(None, bytes(4000)) for _ in range(300)]
        database.write_now(lambda tx, rows=rows: tx.many(ADD_BYTES, rows))  # type: ignore[misc]
    assert database.read_now(lambda s: s.one(COUNT)) == (18_000,)
    assert database.statistics().backlog_bytes < 40_000_000
    assert (tmp_path / "esmero.sqlite3").stat().st_size > 60_000_000
    database.close_now()


def test_every_commit_waits_for_the_disk(tmp_path: Path) -> None:
    """`kill -9` can't show it, and no other test would notice."""
    database = open_database(tmp_path)
    settings = [Statement(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]
    assert database.write_now(lambda tx: [tx.one(each) for each in settings]) == [("wal",), (2,), (1,)]
    database.close_now()


def test_threads_end_when_a_database_is_closed(tmp_path: Path) -> None:
    before = threading.active_count()
    database = open_database(tmp_path, readers=7)
    assert threading.active_count() == before + 9  # with one that writes and one for checkpoints
    database.close_now()
    assert threading.active_count() == before
