"""A worker that follows leaves time to those whom somebody waits for."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from esmero.flow import rounds
from esmero.flow.rounds import Rounds

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("took", "rests"), [([0.25, 1.5], [0.5, 3.0]), ([0.0, 0.015625], [0.0625, 0.0625])], ids=["long", "short"]
)
async def test_the_rest_after_a_round_is_a_share_of_its_time_and_never_shorter_than_it_should_be(
    took: list[float], rests: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    now, rested, idle = [0.0], list[float](), asyncio.Event()

    async def round_() -> int:
        if len(rested) == len(took):
            idle.set()
            return 0
        now[0] += took[len(rested)]
        return 1

    async def sleep(seconds: float) -> None:
        rested.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(rounds, "monotonic", lambda: now[0])
    with monkeypatch.context() as patched:
        patched.setattr(asyncio, "sleep", sleep)
        running = asyncio.create_task(Rounds("test", round_, rest_seconds=0.0625, rest_share=2.0).run())
        await idle.wait()
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert rested == rests
