"""Coroutines that begin at once: most sends never wait, and a task for each costs more than the send."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Coroutine, Generator
from typing import Any


def begin(work: Coroutine[Any, Any, None]) -> asyncio.Task[None] | None:
    """Run a coroutine up to where it first waits; only if it does is a task made for the rest, for the caller to keep.

    What it raises goes to the loop's exception handler, as from a task that nobody awaits.
    """
    loop = asyncio.get_running_loop()
    try:
        waits_for = work.send(None)
    except StopIteration:
        return None
    except Exception as error:  # noqa: BLE001 - told to the loop
        loop.call_exception_handler({"message": "what was begun broke", "exception": error})
        return None
    return loop.create_task(_finish(work, waits_for))


async def _finish(work: Coroutine[Any, Any, None], waits_for: Any) -> None:
    await _go_on(work, waits_for)


@types.coroutine
def _go_on(work: Coroutine[Any, Any, None], waits_for: Any) -> Generator[Any, Any, None]:
    """Hand what the coroutine waits for to the task that now carries it, and back what became of it."""
    while True:
        try:
            try:
                outcome = yield waits_for
            except BaseException as error:  # noqa: BLE001 - a cancellation, say, which is the coroutine's to take
                waits_for = work.throw(error)
            else:
                waits_for = work.send(outcome)
        except StopIteration:
            return
