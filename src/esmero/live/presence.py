"""Who is here, told to consoles and widgets. The truth are the leases in the store; the bus only hints at a change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from esmero.contract.ports import Bus
from esmero.desk import presence
from esmero.desk.directory import Directory
from esmero.kit.clock import SECOND, Clock
from esmero.kit.errors import Unavailable
from esmero.live.frames import write
from esmero.live.hub import Hub
from esmero.live.moments import Moments
from esmero.store.database import Database

TOPIC = "presence"
RENEW_SECONDS = 20
LATE = SECOND
"""How long after a lease's end it is looked at again."""

_said = structlog.get_logger(__name__)


class Presence:
    """Keeps this process's leases and shows everybody who is here."""

    def __init__(
        self,
        hub: Hub,
        directory: Directory,
        database: Database,
        bus: Bus,
        clock: Clock,
        moments: Moments,
        *,
        process: str,
    ) -> None:
        self._hub = hub
        self._directory = directory
        self._database = database
        self._bus = bus
        self._clock = clock
        self._moments = moments
        self._process = process
        self._here: dict[int, int] = {}
        self._shown: dict[int, str] = {}
        self._listeners: list[Callable[[], None]] = []
        self._woken = asyncio.Event()
        bus.subscribe(TOPIC, lambda _hint: self._woken.set())
        directory.subscribe(self._woken.set)

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Have `listener` called after each change of who is here."""
        self._listeners.append(listener)

    def states(self) -> dict[int, str]:
        """Return each agent's state: available, away or offline."""
        return {
            number: self._directory.now.availability.get(number, "available") if number in self._here else "offline"
            for number in self._directory.now.views
        }

    def people_of(self, inbox_id: int) -> list[dict[str, object]]:
        """Return the agents who are here and available for an inbox, as its customers see them."""
        states = self.states()
        return [
            {"id": view.id, "name": view.name}
            for view in self._directory.people_of(inbox_id)
            if states.get(view.id) == "available"
        ]

    def viewing(self, conversation_id: int) -> list[dict[str, object]]:
        """Return the agents who have this conversation open, and whether they write."""
        return self._moments.viewing(conversation_id)

    async def arrive(self, agent_id: int) -> None:
        """An agent opened a console here."""
        now = self._clock.now()
        await self._database.write(lambda tx: presence.stay(tx, [agent_id], process=self._process, now=now))
        await self._bus.publish(TOPIC)

    async def depart(self, agent_id: int) -> None:
        """An agent closed a console here. Their other consoles keep them here."""
        if any(pipe.view.id == agent_id for pipe in self._hub.agents):
            return
        now = self._clock.now()
        await self._database.write(lambda tx: presence.leave(tx, agent_id, process=self._process, now=now))
        await self._bus.publish(TOPIC)

    async def run(self) -> None:
        """Renew, look and tell, until cancelled. Whatever breaks is told, and the next look comes."""
        renewed = 0
        while True:
            # Cleared before the look: what changes meanwhile wakes us again.
            self._woken.clear()
            try:
                now = self._clock.now()
                if now - renewed >= RENEW_SECONDS * SECOND:
                    await self._renew(now)
                    await self._hub.end_sessions()
                    renewed = now
                await self.look()
            except Unavailable:
                await asyncio.sleep(1)
            except Exception:  # noqa: BLE001 - told, and the next look comes
                _said.exception("presence broke")
                await asyncio.sleep(1)
            try:
                async with asyncio.timeout(self._pause()):
                    await self._woken.wait()
            except TimeoutError:
                pass

    async def look(self) -> None:
        """Read who is here, and tell whoever follows if that has changed."""
        now = self._clock.now()
        self._here = await self._database.read(lambda session: presence.here(session, now=now))
        states = self.states()
        if states == self._shown:
            return
        self._shown = states
        frame = write({"t": "presence", "agents": states})
        for pipe in tuple(self._hub.agents):
            pipe.push(frame)
        for listener in self._listeners:
            listener()

    async def _renew(self, now: int) -> None:
        connected = sorted({pipe.view.id for pipe in self._hub.agents})
        if connected:
            await self._database.write(lambda tx: presence.stay(tx, connected, process=self._process, now=now))

    def _pause(self) -> float:
        """Until the next renewal, or until the first lease ends."""
        first_end = min(self._here.values(), default=0)
        until_end = (first_end - self._clock.now() + LATE) / SECOND if first_end else RENEW_SECONDS
        return max(0.5, min(RENEW_SECONDS, until_end))
