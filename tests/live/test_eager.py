"""What begins at once goes on as a task, and behaves as if it had been one."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from esmero.live.eager import begin

pytestmark = pytest.mark.anyio


async def test_what_never_waits_is_done_at_once_and_makes_no_task() -> None:
    said: list[str] = []

    async def work() -> None:
        said.append("done")

    assert begin(work()) is None
    assert said == ["done"]


async def test_what_waits_goes_on_as_a_task() -> None:
    said: list[object] = []
    gates = [asyncio.get_running_loop().create_future() for _ in range(2)]

    async def work() -> None:
        said.append(await gates[0])
        said.append(await gates[1])

    task = begin(work())
    assert task is not None
    for number, gate in enumerate(gates):
        gate.set_result(number)
        await asyncio.sleep(0)
    await task
    assert said == [0, 1]


async def test_an_error_of_what_it_waits_for_and_a_cancellation_reach_it() -> None:
    gate: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    met: list[str] = []

    async def work() -> None:
        try:
            await gate
        except OSError:
            met.append("error")
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            met.append("cancelled")
            raise

    task = begin(work())
    assert task is not None
    gate.set_exception(OSError())
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert met == ["error", "cancelled"]


async def test_what_breaks_at_once_harms_nobody_and_is_told() -> None:
    told: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, news: told.append(news))

    async def work() -> None:
        raise ZeroDivisionError

    assert begin(work()) is None
    assert isinstance(told[0]["exception"], ZeroDivisionError)
