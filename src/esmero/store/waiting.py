"""What waits for the writer, and which of it goes first."""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Iterator, Sequence

from esmero.store.jobs import Job

MAX_UNITS = 256
"""Units in one transaction, so that the first of them doesn't wait for too many others."""
PATIENCE_SECONDS = 1.0
"""How long urgent units may overtake a unit that isn't urgent."""
SHARE_SECONDS = 0.010
"""How long a batch goes on with units that aren't urgent, since an urgent one may come."""


class Waiting:
    """Jobs in two lines. Any thread adds; all the rest belongs to the writer's thread."""

    def __init__(self) -> None:
        self._arrivals: queue.SimpleQueue[Sequence[Job] | None] = queue.SimpleQueue()
        self._urgent: deque[Job] = deque()
        self._others: deque[Job] = deque()
        self._closed = False

    def __len__(self) -> int:
        return len(self._urgent) + len(self._others) + self._arrivals.qsize()

    def add(self, jobs: Sequence[Job]) -> None:
        """Puts jobs at the end of their lines."""
        self._arrivals.put(jobs)

    def close(self) -> None:
        """Nothing is added from now on; what waits is still served."""
        self._arrivals.put(None)

    def wait(self, timeout: float | None) -> bool:
        """Returns when there is work or the time is over; False when there will be none again."""
        if not self._closed and not self._urgent and not self._others:
            try:
                self._line_up(self._arrivals.get(timeout=timeout))
            except queue.Empty:
                return True
        while not self._arrivals.empty():
            self._line_up(self._arrivals.get())
        return bool(not self._closed or self._urgent or self._others)

    def pick(self) -> Iterator[Job]:
        """The jobs of one batch: urgent ones first, then others while there is time.

        Where urgent ones take all the time, one of the others goes along once it has waited for
        `PATIENCE_SECONDS`. What isn't picked stays in its line.
        """
        started = time.monotonic()
        picked = 0
        while self._urgent and picked < MAX_UNITS:
            picked += 1
            yield self._urgent.popleft()
        if self._others and (picked == 0 or started - self._others[0].since > PATIENCE_SECONDS):
            picked += 1
            yield self._others.popleft()
        while self._others and picked < MAX_UNITS and time.monotonic() - started < SHARE_SECONDS:
            picked += 1
            yield self._others.popleft()

    def take_all(self) -> list[Job]:
        """Everything that waits, to be refused."""
        jobs = [*self._urgent, *self._others]
        self._urgent.clear()
        self._others.clear()
        return jobs

    def _line_up(self, jobs: Sequence[Job] | None) -> None:
        if jobs is None:
            self._closed = True
            return
        for job in jobs:
            (self._urgent if job.urgent else self._others).append(job)
