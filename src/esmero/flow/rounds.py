"""Workers go round: as long as there is something to do, then they sleep until a hint or a while has passed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import NoReturn

import structlog

from esmero.kit.errors import Unavailable

CALM_SECONDS = 2.0
"""After this long without a hint a worker looks by itself: a hint can be lost."""

_said = structlog.get_logger(__name__)


class Rounds:
    """One worker that goes round for ever."""

    def __init__(
        self,
        name: str,
        round: Callable[[], Awaitable[int]],  # noqa: A002
        *,
        calm_seconds: float = CALM_SECONDS,
        rest_seconds: float = 0.0,
        rest_share: float = 0.0,
        close: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Make a worker of what does one round and returns how much it did.

        Args:
            rest_seconds: between two rounds, so that what can wait gathers and is done together.
            rest_share: of the time that the round before took, where that is longer: with 2.0 a third of all time is
                spent at work at most, and the rest is others'.
            close: ends what a round has left under way; called when the worker ends.
        """
        self._name = name
        self._round = round
        self._calm_seconds = calm_seconds
        self._rest_seconds = rest_seconds
        self._rest_share = rest_share
        self._close = close
        self._woken = asyncio.Event()

    def wake(self, _hint: bytes = b"") -> None:
        """Say that there may be something to do."""
        self._woken.set()

    async def run(self) -> None:
        """Go round until cancelled. Whatever breaks is told, and the next round comes."""
        try:
            await self._go_round()
        finally:
            if self._close is not None:
                await self._close()

    async def _go_round(self) -> NoReturn:
        while True:
            self._woken.clear()
            try:
                began = monotonic()
                while await self._round():
                    await asyncio.sleep(max(self._rest_seconds, self._rest_share * (monotonic() - began)))
                    began = monotonic()
            except Unavailable:
                _said.warning("storage cannot be reached", worker=self._name)
            except Exception:  # noqa: BLE001 - told, and the next round comes
                _said.exception("a worker broke", worker=self._name)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._calm_seconds):
                    await self._woken.wait()
