"""What is true for a moment: who types, who looks at what. It travels over the bus and is never stored."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct

from esmero.contract.ports import Bus
from esmero.desk.directory import Directory
from esmero.kit.clock import SECOND, Clock
from esmero.live.frames import write
from esmero.live.hub import Hub

TOPIC = "moment"
TYPING_LASTS = 6 * SECOND
"""A writer's browser says it again every few seconds; who falls silent is no longer writing."""
VIEWING_LASTS = 60 * SECOND


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One piece of fleeting news. `agent` is None if it is the customer who types."""

    kind: Literal["typing", "viewing"]
    conversation: int
    inbox: int
    agent: int | None = None
    on: bool = True
    internal: bool = False


_read = msgspec.json.Decoder(Moment).decode


class Moments:
    """Carries typing and viewing between the people who look at the same conversation, in all processes."""

    def __init__(self, hub: Hub, directory: Directory, bus: Bus, clock: Clock) -> None:
        self._hub = hub
        self._directory = directory
        self._bus = bus
        self._clock = clock
        self._viewing: dict[int, dict[int, tuple[int, int]]] = {}
        self._inboxes: dict[int, int] = {}
        bus.subscribe(TOPIC, self._hear)

    async def tell(self, moment: Moment) -> None:
        """Tell everybody, in this process and the others."""
        await self._bus.publish(TOPIC, write(moment))

    def viewing(self, conversation_id: int) -> list[dict[str, object]]:
        """Return who looks at a conversation now, and who of them types."""
        now = self._clock.now()
        return [
            {"id": agent, "typing": typing_until > now}
            for agent, (until, typing_until) in self._viewing.get(conversation_id, {}).items()
            if until > now
        ]

    def all_viewing(self, inbox_ids: frozenset[int]) -> list[dict[str, object]]:
        """Return what is looked at by whom, for a console that has just connected."""
        shown = [(number, self.viewing(number)) for number, inbox in self._inboxes.items() if inbox in inbox_ids]
        return [{"conversation": number, "agents": agents} for number, agents in shown if agents]

    def _hear(self, payload: bytes) -> None:
        if not payload:
            return  # the bus came back: what was missed is over by now
        moment = _read(payload)
        if moment.agent is None:
            self._show_customer(moment)
        else:
            self._show_agent(moment, moment.agent)

    def _show_customer(self, moment: Moment) -> None:
        frame = write({"t": "typing", "conversation": moment.conversation, "on": moment.on})
        for pipe in self._hub.agents_of(moment.inbox):
            pipe.push(frame)

    def _show_agent(self, moment: Moment, agent: int) -> None:
        self._remember(moment, agent)
        frame = write(
            {"t": "viewing", "conversation": moment.conversation, "agents": self.viewing(moment.conversation)}
        )
        for pipe in self._hub.agents_of(moment.inbox):
            pipe.push(frame)
        if moment.kind == "typing" and not moment.internal:
            self._show_to_customer(moment, agent)

    def _show_to_customer(self, moment: Moment, agent: int) -> None:
        frame = write({"t": "typing", "by": {"id": agent, "name": self._directory.name(agent)}, "on": moment.on})
        for pipe in tuple(self._hub.visitors_of(moment.conversation)):
            pipe.push(frame)

    def _remember(self, moment: Moment, agent: int) -> None:
        now = self._clock.now()
        here = self._viewing.setdefault(moment.conversation, {})
        self._inboxes[moment.conversation] = moment.inbox
        if moment.kind == "viewing":
            here[agent] = (now + VIEWING_LASTS if moment.on else 0, 0)
        else:
            here[agent] = (now + VIEWING_LASTS, now + TYPING_LASTS if moment.on else 0)
        for number, (until, _) in tuple(here.items()):
            if until <= now:
                del here[number]
        if not here:
            self._viewing.pop(moment.conversation, None)
            self._inboxes.pop(moment.conversation, None)
