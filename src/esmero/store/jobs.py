"""Work that waits for a thread, and handing its outcome back to whoever waits."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True, eq=False)
class Job:
    """A function to run on a session, and the future that its caller waits for."""

    work: Callable[[Any], Any]
    future: asyncio.Future[Any] | concurrent.futures.Future[Any]
    urgent: bool = False
    since: float = 0.0
    """When it was asked for: seconds on the monotonic clock."""
    value: Any = None
    error: BaseException | None = None

    def attempt(self, session: Any, then: Callable[[], None] | None = None) -> bool:
        """Runs the work, and something after it, and keeps the outcome; says whether all went well and never raises."""
        self.error = None
        try:
            self.value = self.work(session)
            if then is not None:
                then()
        except BaseException as error:  # noqa: BLE001 - one caller's defect must not end everybody's thread
            self.error = error
        return self.error is None

    def settle(self) -> None:
        """Gives the outcome to the caller, unless it has gone away. On the future's own loop."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(_acceptable(self.error))
        else:
            self.future.set_result(self.value)


def settle_all(jobs: Iterable[Job]) -> None:
    """Gives every caller its outcome, with one wake-up of each event loop for all of them."""
    by_loop: dict[asyncio.AbstractEventLoop | None, list[Job]] = {}
    for job in jobs:
        loop = job.future.get_loop() if isinstance(job.future, asyncio.Future) else None
        by_loop.setdefault(loop, []).append(job)
    for loop, group in by_loop.items():
        if loop is None:
            _settle(group)
        else:
            call_on(loop, _settle, group)


def call_on(loop: asyncio.AbstractEventLoop, call: Callable[..., object], *args: object) -> None:
    """Calls on the loop's thread. A loop that was closed meanwhile has nobody left who waits."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(call, *args)


def _settle(jobs: list[Job]) -> None:
    for job in jobs:
        job.settle()


def _acceptable(error: BaseException) -> BaseException:
    """A future refuses StopIteration; everything else goes as it is."""
    if isinstance(error, StopIteration):
        return RuntimeError("a unit of work raised StopIteration")
    return error
