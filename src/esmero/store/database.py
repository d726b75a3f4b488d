"""The database as the rest of Esmero knows it: `write` a unit of work, `read` with a query.

    async def assign(...):
        return await database.write(lambda tx: conversations.assign(tx, ...))

A unit of work or a query is a plain function that gets a session, runs statements on it and
returns a value. It runs on another thread. A unit may be run more than once (see writer.py), so it
touches nothing but the database.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from esmero.store.driver import Driver
from esmero.store.errors import StoreUnavailable
from esmero.store.jobs import Job, call_on
from esmero.store.readers import Readers
from esmero.store.session import Session, Transaction
from esmero.store.sqlite import Sqlite
from esmero.store.statement import DialectName
from esmero.store.writer import Announced, Health, Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Statistics:
    """How the database is doing, for `/metrics` and `esmero doctor`."""

    batches: int
    units: int
    replays: int
    losses: int
    commit_seconds: float
    waiting: int
    backlog_bytes: int
    healthy: bool
    reason: str


def _no_topics(announced: Announced) -> None:
    """Nobody listens."""


def _no_health(health: Health) -> None:
    """Nobody listens."""


def open_database(
    place: str | Path,
    *,
    readers: int = 4,
    deadline_seconds: float = 5.0,
    on_commit: Callable[[Announced], None] = _no_topics,
    on_health: Callable[[Health], None] = _no_health,
) -> Database:
    """Opens the database in a data folder, or at a `postgresql://` address, and migrates it if that is due.

    `on_commit` gets what the units of a batch announced, after it is on disk, batch after batch; `on_health` hears when
    writing stops and starts to work. Both are called on the event loop that this is called from (without one: on the
    writer's thread). A query may take `deadline_seconds`.

    Raises:
        DataFolderInUse: another process writes to this folder.
        SchemaTooNew: a newer release was here.
        StoreUnavailable: it can't be opened.
    """
    driver = _driver(place, deadline_seconds)
    try:
        driver.migrate()
        return Database(driver, readers=readers, on_commit=on_commit, on_health=on_health)
    except BaseException as error:
        driver.close()
        raise driver.named(error) or error from error


def _driver(place: str | Path, deadline_seconds: float) -> Driver:
    if isinstance(place, str) and place.startswith(("postgresql://", "postgres://")):
        from esmero.store.postgres import Postgres

        return Postgres(place, deadline_seconds=deadline_seconds)
    return Sqlite(Path(place), deadline_seconds=deadline_seconds)


class Database:
    """One writer and a few readers on one database."""

    def __init__(
        self,
        driver: Driver,
        *,
        readers: int,
        on_commit: Callable[[Announced], None],
        on_health: Callable[[Health], None],
    ) -> None:
        self._driver = driver
        self._asked: list[Job] = []
        self._asked_on: asyncio.AbstractEventLoop | None = None
        self._closed = False
        home = _running_loop()
        self._writer = Writer(driver, on_commit=_at_home(home, on_commit), on_health=_at_home(home, on_health))
        self._readers = Readers(driver, readers)

    @property
    def dialect(self) -> DialectName:
        return self._driver.dialect

    @property
    def health(self) -> Health:
        return self._writer.health

    async def write(self, unit: Callable[[Transaction], T], *, urgent: bool = False) -> T:
        """Runs a unit of work and returns its value once the commit is on disk.

        Urgent units go before others (which still wait about a second at most). A caller that is
        cancelled hears nothing more; its unit may be committed all the same.

        Raises what the unit raised, or `StoreUnavailable`.
        """
        self._check_open()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        # Everybody who asks in one round of the event loop goes to the writer together: woken for
        # the first, it would commit that one alone and let all others wait for a second commit.
        if not self._asked or self._asked_on is not loop:
            self._asked_on = loop
            loop.call_soon(self._hand_over)
        self._asked.append(Job(unit, future, urgent, time.monotonic()))
        return await future

    async def read(self, query: Callable[[Session], T]) -> T:
        """Runs a query and returns its value. It sees every commit that was acknowledged before.

        Raises what the query raised, `QueryTooSlow` or `StoreUnavailable`.
        """
        self._check_open()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._readers.submit(Job(query, future))
        return await future

    def write_now(self, unit: Callable[[Transaction], T]) -> T:
        """`write` for code without an event loop: commands and tests."""
        self._check_open()
        future: concurrent.futures.Future[T] = concurrent.futures.Future()
        self._writer.submit([Job(unit, future, urgent=True)])
        return future.result()

    def read_now(self, query: Callable[[Session], T]) -> T:
        """`read` for code without an event loop."""
        self._check_open()
        future: concurrent.futures.Future[T] = concurrent.futures.Future()
        self._readers.submit(Job(query, future))
        return future.result()

    def statistics(self) -> Statistics:
        """Figures since the start."""
        counts, health = self._writer.counts, self._writer.health
        return Statistics(
            batches=counts.batches,
            units=counts.units,
            replays=counts.replays,
            losses=counts.losses,
            commit_seconds=counts.commit_seconds,
            waiting=self._writer.backlog(),
            backlog_bytes=self._driver.backlog_bytes(),
            healthy=health.healthy,
            reason=health.reason,
        )

    async def close(self) -> None:
        """Commits what was asked for, answers what was asked, closes all connections."""
        if not self._closed:
            self._closed = True
            self._hand_over()
            await asyncio.get_running_loop().run_in_executor(None, self._shut)

    def close_now(self) -> None:
        """`close` for code without an event loop."""
        if not self._closed:
            self._closed = True
            self._shut()

    def _shut(self) -> None:
        self._readers.close()
        self._writer.close()
        self._driver.close()

    def _hand_over(self) -> None:
        asked, self._asked = self._asked, []
        if asked:
            self._writer.submit(asked)

    def _check_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("the database is closed")


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _at_home(loop: asyncio.AbstractEventLoop | None, listener: Callable[[T], None]) -> Callable[[T], None]:
    """The listener, called on the event loop that it lives on."""
    if loop is None:
        return listener
    return lambda news: call_on(loop, listener, news)
