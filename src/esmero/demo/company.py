"""Colleagues who are at their desks although no browser of theirs is open, so that the house isn't empty."""

from __future__ import annotations

import asyncio
import contextlib

from esmero.app import Desk
from esmero.desk import presence
from esmero.kit.errors import Unavailable
from esmero.live.presence import RENEW_SECONDS, TOPIC

PROCESS = "demo"
"""Whose leases these are, beside those of the server itself."""


class Company:
    """Keeps some agents present, as an open console would. Who is sent home is away all the same."""

    def __init__(self, desk: Desk, agent_ids: list[int]) -> None:
        self._desk = desk
        self._agent_ids = agent_ids

    async def stay(self) -> None:
        """Say once that they are here."""
        now = self._desk.clock.now()
        await self._desk.database.write(lambda tx: presence.stay(tx, self._agent_ids, process=PROCESS, now=now))
        await self._desk.bus.publish(TOPIC)

    async def run(self) -> None:
        """Say it again and again, until cancelled."""
        while True:
            with contextlib.suppress(Unavailable):  # the next round says it
                await self.stay()
            await asyncio.sleep(RENEW_SECONDS)
