"""Group commit: one thread that writes whatever is waiting as one transaction.

A commit costs a wait for the disk whatever is in it, so everybody who asked while the last one
was under way shares the next. A batch runs bare: no savepoint for each unit, since in the usual
case none is needed and each would cost as much as a statement.

    a unit raises before it changed anything   its caller gets the error, the batch goes on
    a unit raises after it changed something   the batch is rolled back and every unit is run
                                               again, each in a savepoint of its own
    the disk or the database is at fault       every caller gets `StoreUnavailable`

Hence the one rule for units of work: **a unit may be run more than once**. It reads the database,
writes the database, returns a value, and touches nothing else.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import structlog

from esmero.store.driver import Driver, WritingConnection
from esmero.store.errors import StoreUnavailable
from esmero.store.jobs import Job, settle_all
from esmero.store.waiting import Waiting

T = TypeVar("T")

log = structlog.get_logger()

Announced = dict[str, list[object]]
"""What a batch announced: its topics, with the news that the units told under each, in their order."""

BACK_OFF_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Between two attempts to write again after the database was lost."""


@dataclass(slots=True)
class Counts:
    """What the writer has done since it started."""

    batches: int = 0
    units: int = 0
    replays: int = 0
    """Batches that were run a second time, with savepoints."""
    losses: int = 0
    """Batches that were lost to the disk or the database."""
    commit_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Health:
    """Whether writing works, and if not, why."""

    healthy: bool
    reason: str = ""


class Writer:
    """The one thread of a process that writes. `on_commit` and `on_health` are called on it."""

    def __init__(
        self,
        driver: Driver,
        *,
        on_commit: Callable[[Announced], None],
        on_health: Callable[[Health], None],
    ) -> None:
        self.counts = Counts()
        self.health = Health(healthy=True)
        self._driver = driver
        self._on_commit = on_commit
        self._on_health = on_health
        self._waiting = Waiting()
        self._connection: WritingConnection | None = driver.open_writer()
        self._attempts = 0
        self._retry_at = 0.0
        self._thread = threading.Thread(target=self._work, name="esmero-writer", daemon=True)
        self._thread.start()

    def submit(self, jobs: Sequence[Job]) -> None:
        """Hands jobs to the thread. Their callers are answered when the commit is on disk."""
        self._waiting.add(jobs)

    def backlog(self) -> int:
        """How many units wait, roughly."""
        return len(self._waiting)

    def close(self) -> None:
        """Commits what is waiting, then ends the thread. Returns when it has ended."""
        self._waiting.close()
        self._thread.join()

    # What the thread does

    def _work(self) -> None:
        while self._waiting.wait(self._pause()):
            if self.health.healthy:
                self._serve(self._waiting.pick())
            else:
                self._refuse()
                self._recover()
        self._drop_connection()

    def _pause(self) -> float | None:
        """How long to wait for work: for ever, or until the next attempt to recover."""
        return None if self.health.healthy else max(0.0, self._retry_at - time.monotonic())

    def _serve(self, jobs: Iterable[Job]) -> None:
        batch: list[Job] = []
        try:
            announced = self._commit(jobs, batch)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the callers must hear of it
            self._sort_out(batch, error)
            return
        self._attempts = 0
        self.counts.batches += 1
        self.counts.units += len(batch)
        if announced:
            self._tell(self._on_commit, announced)
        settle_all(batch)
        self._tidy()

    def _commit(self, jobs: Iterable[Job], batch: list[Job]) -> Announced:
        """Runs and commits jobs, putting those that it took into `batch`. Returns what they announced."""
        connection = self._begun()
        tx = connection.transaction
        tx.announced = []
        waiting = iter(jobs)
        if self._run_bare(connection, waiting, batch) and self._is_committed(connection):
            return _by_topic(tx.announced)
        batch += waiting
        self.counts.replays += 1
        tx.announced = []
        connection.rollback()
        connection.begin()
        self._run_guarded(connection, batch)
        connection.commit()
        return _by_topic(tx.announced)

    def _begun(self) -> WritingConnection:
        """A connection with a transaction open, made anew where the old one has died idle."""
        if self._connection is not None:
            try:
                self._connection.begin()
            except Exception:  # noqa: BLE001 - a new connection shows whether it matters
                self._drop_connection()
            else:
                return self._connection
        self._connection = self._driver.open_writer()
        self._connection.begin()
        return self._connection

    def _run_bare(self, connection: WritingConnection, jobs: Iterator[Job], batch: list[Job]) -> bool:
        """Runs units until one fails after it changed something; says whether none did."""
        tx = connection.transaction
        for job in jobs:
            batch.append(job)
            tx.changed = False
            announced = len(tx.announced)
            if job.attempt(tx) and not connection.aborted():
                continue
            self._check_usable(job.error)
            if tx.changed or connection.aborted():
                return False
            del tx.announced[announced:]
        return True

    def _is_committed(self, connection: WritingConnection) -> bool:
        """Commits; says False where a unit stands in the way, by a statement that nobody waited for, say."""
        started = time.monotonic()
        try:
            connection.commit()
        except Exception as error:  # noqa: BLE001 - whose it is shows when each unit runs alone
            self._check_usable(error)
            return False
        self.counts.commit_seconds += time.monotonic() - started
        return True

    def _run_guarded(self, connection: WritingConnection, batch: list[Job]) -> None:
        """Runs the units of a batch, some of them again; what a failing one changed is undone alone."""
        tx = connection.transaction
        for job in batch:
            announced = len(tx.announced)
            connection.savepoint()
            if job.attempt(tx, connection.settle) and not connection.aborted():
                connection.release()
                continue
            self._check_usable(job.error)
            # A unit may not swallow an error that ended its transaction: what it did is lost.
            job.error = job.error or RuntimeError("a unit of work went on after the database had given up on it")
            connection.rollback_to_savepoint()
            del tx.announced[announced:]

    def _check_usable(self, error: BaseException | None) -> None:
        """Raises `StoreUnavailable` where the error is not the unit's own fault."""
        if error is not None and isinstance(self._driver.named(error), StoreUnavailable):
            raise error

    def _tidy(self) -> None:
        # Upkeep that fails (a disk that just became full) shows at the next commit, if it matters.
        if self._connection is not None:
            with contextlib.suppress(Exception):
                self._connection.tidy()

    # When it goes wrong

    def _sort_out(self, batch: list[Job], error: BaseException) -> None:
        """The batch as a whole failed: for a reason outside of it, or because of one unit."""
        named = self._driver.named(error)
        if isinstance(named, StoreUnavailable) or not batch:
            self._lose(batch, named or StoreUnavailable(type(error).__name__))
        elif len(batch) == 1:
            self._drop_connection()
            batch[0].error = error
            settle_all(batch)
        else:
            # The COMMIT itself objected (a deferred constraint). Alone, only the guilty one fails.
            self._drop_connection()
            for job in batch:
                self._serve([job])

    def _lose(self, batch: list[Job], error: Exception) -> None:
        """The database is gone: everybody hears of it, and recovery begins."""
        self.counts.losses += 1
        self._drop_connection()
        self._change_health(Health(healthy=False, reason=str(error)))
        for job in batch:
            job.error = error
        settle_all(batch)

    def _refuse(self) -> None:
        """While the database is gone nobody is kept waiting."""
        jobs = self._waiting.take_all()
        for job in jobs:
            job.error = StoreUnavailable(self.health.reason)
        settle_all(jobs)

    def _recover(self) -> None:
        """Tries to write, no more often than the back-off allows."""
        if time.monotonic() < self._retry_at:
            return
        try:
            self._connection = self._driver.open_writer()
            self._connection.probe()
        except Exception as error:  # noqa: BLE001 - it tries again, and says why meanwhile
            self._drop_connection()
            named = self._driver.named(error)
            self._change_health(Health(healthy=False, reason=str(named or type(error).__name__)))
        else:
            self._change_health(Health(healthy=True))

    def _change_health(self, health: Health) -> None:
        if not health.healthy:
            pause = BACK_OFF_SECONDS[min(self._attempts, len(BACK_OFF_SECONDS) - 1)]
            self._attempts += 1
            self._retry_at = time.monotonic() + pause
        if health != self.health:
            self.health = health
            self._tell(self._on_health, health)

    def _tell(self, listener: Callable[[T], None], news: T) -> None:
        """Calls a listener whose defects must not end this thread, and with it all writing."""
        try:
            listener(news)
        except Exception:
            log.exception("store.listener_failed")

    def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                connection.close()


def _by_topic(announced: Iterable[tuple[str, Sequence[object]]]) -> Announced:
    topics: Announced = {}
    for topic, news in announced:
        topics.setdefault(topic, []).extend(news)
    return topics
