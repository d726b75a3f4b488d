"""What was acknowledged is there, whatever happens to the process, the disk, the server or the network."""

from __future__ import annotations

import asyncio
import os
import random  # noqa: TID251 - moments to kill at
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import text

from esmero.store import postgres
from esmero.store.database import Database, open_database
from esmero.store.errors import StoreUnavailable
from esmero.store.session import Session, Transaction
from esmero.store.sqlite_file import FILE_NAME
from esmero.store.statement import Statement
from esmero.store.writer import Health
from tests import servers, soak
from tests.store.tables import add, make, names

TABLE = (
    "CREATE TABLE acknowledged (id {id} PRIMARY KEY, name TEXT NOT NULL, number INTEGER NOT NULL, filling TEXT,"
    " UNIQUE (name, number))"
)
AFTER = Statement(text("SELECT id, name, number FROM acknowledged WHERE id > :after ORDER BY id"))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An address with the table of `writing.py`."""
    if request.param == "sqlite":
        _make_table(str(tmp_path), "INTEGER")
        yield str(tmp_path)
    else:
        with servers.database() as url:
            _make_table(url, "BIGSERIAL")
            yield url


def _make_table(place: str, kind: str) -> None:
    database = open_database(place)
    database.write_now(lambda tx: tx.run(Statement(text(TABLE.format(id=kind)))))
    database.close_now()


class Writing:
    """The process of writing.py."""

    def __init__(self, place: str, name: str, *options: str) -> None:
        command = [sys.executable, "-m", "tests.store.writing", place, name, *options]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.said: list[str] = []
        self._rest = b""
        self.until("ready")

    def until(self, line: str, *, seconds: float = 30.0) -> None:
        """Reads what it says until it says this."""
        end = time.monotonic() + seconds
        seen = len(self.said)
        while line not in self.said[seen:]:
            assert time.monotonic() < end, f"it never said {line!r}, last {self.said[-3:]}"
            self.listen(0.05)

    def listen(self, seconds: float) -> None:
        """Reads what it says for some time."""
        assert self._process.stdout is not None
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._process.stdout], [], [], left)[0]:
                got = os.read(self._process.stdout.fileno(), 1_000_000)
                if not got:
                    return
                *lines, self._rest = (self._rest + got).split(b"\n")
                self.said += [each.decode() for each in lines]

    def make_room(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(b"room\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """`kill -9`, and reads what it said before."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self.listen(5)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    @property
    def acknowledged(self) -> set[tuple[str, int]]:
        """What it says is on the disk."""
        pairs = (line.split(" ") for line in self.said if " " in line)
        return {(name, int(number)) for name, number in pairs}


def _rows(place: str) -> list[tuple[str, int]]:
    database = open_database(place)
    rows = database.read_now(lambda s: s.all(AFTER, after=0))
    database.close_now()
    return [(name, number) for _, name, number in rows]


@pytest.mark.soak
def test_what_a_killed_process_had_acknowledged_is_there_once_and_in_order(place: str) -> None:
    rows: list[tuple[str, int]] = []
    for round_ in range(soak.times(short=3, long=50)):
        writing = Writing(place, f"round {round_}".replace(" ", "-"))
        writing.listen(random.uniform(0.05, 0.4))
        writing.kill()
        rows = _rows(place)
        assert writing.acknowledged - set(rows) == set()
        assert [row for row, count in Counter(rows).items() if count > 1] == []
        for name in {name for name, _ in rows}:
            numbers = [number for each, number in rows if each == name]
            assert numbers == list(range(len(numbers)))
    assert rows


@pytest.mark.soak
def test_two_writing_processes_and_a_tailing_reader_skip_nothing() -> None:
    """The reader asks again and again for what came after the last id that it saw, as the feed does."""
    with servers.database() as url:
        _make_table(url, "BIGSERIAL")
        reader = open_database(url)
        # A little slow, so that a reader often looks while one of them is in the middle of a batch.
        writers = [Writing(url, name, "0", "0.002") for name in ("one", "two")]
        seen: list[tuple[int, str, int]] = []
        end = time.monotonic() + soak.times(short=3, long=60)
        while time.monotonic() < end:
            seen += reader.read_now(partial(_after, seen))
        for each in writers:
            each.kill()
        seen += reader.read_now(partial(_after, seen))
        assert seen == reader.read_now(lambda s: s.all(AFTER, after=0))
        assert all(each.acknowledged <= {(name, number) for _, name, number in seen} for each in writers)
        assert all(each.acknowledged for each in writers)
        reader.close_now()


def _after(seen: list[tuple[int, str, int]], session: Session) -> list[Any]:
    return session.all(AFTER, after=seen[-1][0] if seen else 0)


# The disk


def test_a_full_disk_refuses_loses_nothing_and_mends_itself(tmp_path: Path) -> None:
    _make_table(str(tmp_path), "INTEGER")
    writing = Writing(str(tmp_path), "full", "900000")
    writing.until("refused")
    writing.listen(1.0)
    assert "unhealthy" in writing.said
    assert "healthy" not in writing.said
    writing.make_room()
    writing.until("healthy")
    before = writing.acknowledged
    writing.listen(1.0)
    writing.kill()
    assert len(writing.acknowledged) > len(before)
    assert writing.acknowledged - set(_rows(str(tmp_path))) == set()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_database_file_that_is_taken_away_is_noticed_and_written_again_when_it_is_back(tmp_path: Path) -> None:
    """Writes to a file that has no name any more would be acknowledged, and gone at the next start."""
    database = open_database(tmp_path)
    database.write_now(make)
    database.write_now(add("before"))
    path, away = tmp_path / FILE_NAME, tmp_path / "away"
    away.mkdir()
    for each in tmp_path.glob(f"{FILE_NAME}*"):
        each.rename(away / each.name)
    with pytest.raises(StoreUnavailable, match="gone"):
        database.write_now(add("while it is gone"))
    assert not database.health.healthy
    assert not path.exists()
    for each in away.iterdir():
        each.rename(tmp_path / each.name)
    _until_healthy(database)
    database.write_now(add("after"))
    assert database.read_now(names) == ["before", "after"]
    database.close_now()


def test_a_database_that_somebody_else_has_locked_is_unavailable_and_no_defect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("esmero.store.sqlite_file.BUSY_TIMEOUT_MS", 100)
    database = open_database(tmp_path)
    database.write_now(make)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="locked"):
            database.write_now(add("x"))
        stranger.execute("ROLLBACK")
    _until_healthy(database)
    database.write_now(add("y"))
    assert database.read_now(names) == ["y"]
    database.close_now()


# PostgreSQL


@pytest.fixture
def own() -> Iterator[servers.PostgreSQL]:
    server = servers.PostgreSQL()
    yield server
    server.close()


def test_a_server_that_is_killed_under_load_loses_nothing_and_writing_goes_on_when_it_is_back(
    own: servers.PostgreSQL,
) -> None:
    url = own.url(own.create_database())
    _make_table(url, "BIGSERIAL")
    writing = Writing(url, "one")
    writing.listen(0.5)
    own.kill()
    writing.until("refused")
    assert "unhealthy" in writing.said
    own.start()
    writing.until("healthy")
    before = len(writing.acknowledged)
    writing.listen(1.0)
    writing.kill()
    assert len(writing.acknowledged) > before > 0
    assert writing.acknowledged - set(_rows(url)) == set()


def test_a_server_that_restarted_while_nobody_asked_is_not_noticed(own: servers.PostgreSQL) -> None:
    database = open_database(own.url(own.create_database()))
    database.write_now(make)
    database.read_now(names)
    own.stop()
    own.start()
    database.write_now(add("after"))
    assert database.read_now(names) == ["after"]
    assert database.statistics().losses == 0
    database.close_now()


def test_health_is_told_once_for_each_change(own: servers.PostgreSQL) -> None:
    heard: list[Health] = []

    async def run() -> None:
        database = open_database(own.url(own.create_database()), on_health=heard.append)
        await database.write(make)
        own.stop()
        for _ in range(5):
            with pytest.raises(StoreUnavailable):
                await database.write(add("x"))
            await asyncio.sleep(0.1)
        own.start()
        while not database.health.healthy:
            await asyncio.sleep(0.05)
        await database.write(add("y"))
        await database.close()

    asyncio.run(run())
    assert [each.healthy for each in heard] == [False, True]
    assert "connection" in heard[0].reason


def test_a_connection_that_is_cut_in_the_middle_of_a_batch_fails_all_of_it_and_no_more() -> None:
    with servers.database() as url:
        database = open_database(url)
        database.write_now(make)

        def cut(tx: Transaction) -> None:
            row = tx.one(Statement(text("SELECT pg_backend_pid()")))
            assert row is not None
            with psycopg.connect(url) as other:
                other.execute("SELECT pg_terminate_backend(%s)", row)
            time.sleep(0.1)
            tx.run(Statement(text("INSERT INTO thing (name) VALUES ('never')")))

        async def ask() -> list[object]:
            units = (add("a"), cut, add("b"))
            return await asyncio.gather(*(database.write(unit, urgent=True) for unit in units), return_exceptions=True)

        outcomes = asyncio.run(ask())
        assert [type(each) for each in outcomes] == [StoreUnavailable] * 2 + [type(outcomes[2])]
        _until_healthy(database)
        database.write_now(add("after"))
        assert database.read_now(names)[-1] == "after"
        assert "never" not in database.read_now(names)
        database.close_now()


def test_a_process_that_stands_still_in_the_middle_of_a_batch_does_not_hold_up_the_others_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "STUCK_SECONDS", 1)
    with servers.database() as url:
        database = open_database(url)
        database.write_now(make)
        stuck = postgres.Postgres(url).open_writer()
        stuck.begin()
        started = time.monotonic()
        while True:
            try:
                database.write_now(add("through"))
                break
            except StoreUnavailable:
                assert time.monotonic() - started < 20
                time.sleep(0.1)
        assert database.read_now(names) == ["through"]
        stuck.close()
        database.close_now()


def test_a_database_that_cannot_be_reached_at_start_is_a_named_error() -> None:
    with pytest.raises(StoreUnavailable):
        open_database(f"postgresql://nobody@127.0.0.1:{servers.free_port()}/nothing")


def _until_healthy(database: Database) -> None:
    end = time.monotonic() + 15
    while not database.health.healthy:
        assert time.monotonic() < end, database.health
        time.sleep(0.02)
