"""A thread for calls that block, one after the other."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Worker:
    """It never keeps the program from ending: a look-up of a name can't be stopped, so the thread is a daemon."""

    def __init__(self, name: str) -> None:
        self._work = SimpleQueue[Callable[[], None] | None]()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def call(self, function: Callable[..., T], *arguments: object) -> T:
        """Run a function in the thread and return what it returns, or raise what it raises.

        Who is cancelled meanwhile stops waiting; the function goes on until something makes it end.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def work() -> None:
            try:
                result = function(*arguments)
            except Exception as error:  # noqa: BLE001 - it rises where it was asked for
                _tell(loop, answer, error, None)
            else:
                _tell(loop, answer, None, result)

        self._work.put(work)
        return await answer

    async def end(self, last: Callable[[], object], *, seconds: float) -> None:
        """Let the thread end when it is through with what it does and with one last call; wait a little for it."""
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[None] = loop.create_future()

        def work() -> None:
            try:
                last()
            finally:
                _tell(loop, ended, None, None)

        self._work.put(work)
        self._work.put(None)
        await asyncio.wait([ended], timeout=seconds)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()


def _tell(
    loop: asyncio.AbstractEventLoop, answer: asyncio.Future[T], error: Exception | None, result: T | None
) -> None:
    def settle() -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(settle)
