"""A few threads that answer queries, each with its own connection."""

from __future__ import annotations

import contextlib
import queue
import threading

from esmero.store.driver import Driver, ReadingConnection
from esmero.store.errors import StoreUnavailable
from esmero.store.jobs import Job, settle_all


class Readers:
    """Runs queries in the order in which they come, as many at a time as there are threads."""

    def __init__(self, driver: Driver, count: int) -> None:
        self._driver = driver
        self._queries: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"esmero-reader-{number}", daemon=True) for number in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> None:
        """Hands a query to whichever thread is free first."""
        self._queries.put(job)

    def close(self) -> None:
        """Answers what waits, then ends the threads. Returns when they have ended."""
        for _ in self._threads:
            self._queries.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        connection: ReadingConnection | None = None
        while (job := self._queries.get()) is not None:
            if job.future.cancelled():
                continue
            connection = self._answer(connection, job)
            settle_all([job])
        _close(connection)

    def _answer(self, connection: ReadingConnection | None, job: Job) -> ReadingConnection | None:
        """Runs a query; returns the connection to use for the next, or None after a lost one."""
        fresh = connection is None
        try:
            connection = connection or self._driver.open_reader()
            connection.start()
        except Exception as error:  # noqa: BLE001 - the caller gets it
            job.error = error
        else:
            if job.attempt(connection.session):
                return connection
        assert job.error is not None
        job.error = self._driver.named(job.error) or job.error
        if not isinstance(job.error, StoreUnavailable):
            return connection
        _close(connection)
        # A connection that died while nobody used it shows only now. Reading again is harmless.
        return None if fresh else self._answer(None, job)


def _close(connection: ReadingConnection | None) -> None:
    if connection is not None:
        with contextlib.suppress(Exception):
            connection.close()
