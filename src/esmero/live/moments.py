"""What is true for a moment: who types, who looks at what. It travels over the bus and is never stored."""

from __future__ import annotations

from itertools import islice
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from esmero.contract.ports import Bus
from esmero.desk.conversations import rows
from esmero.desk.directory import Directory
from esmero.kit.clock import SECOND, Clock
from esmero.kit.errors import Unavailable
from esmero.live.followers import AgentPipe
from esmero.live.frames import write
from esmero.live.hub import Hub, Moved
from esmero.store.database import Database

TOPIC = "moment"
TYPING_LASTS = 6 * SECOND
"""A writer's browser says it again every few seconds; who falls silent is no longer writing."""
VIEWING_LASTS = 60 * SECOND
MOST = 10_000
"""Conversations whose inbox is remembered."""


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One piece of fleeting news.

    Attributes:
        inbox: where the conversation is at present; `Moments.tell` finds it.
        agent: None if it is the customer who types.
    """

    kind: Literal["typing", "viewing"]
    conversation: int
    inbox: int = 0
    agent: int | None = None
    on: bool = True
    internal: bool = False


_read = msgspec.json.Decoder(Moment).decode


class Moments:
    """Carries typing and viewing between the people who look at the same conversation, in all processes.

    Who is told is decided by the conversation's present inbox.
    """

    def __init__(self, hub: Hub, directory: Directory, database: Database, bus: Bus, clock: Clock) -> None:
        self._hub = hub
        self._directory = directory
        self._database = database
        self._bus = bus
        self._clock = clock
        self._viewing: dict[int, dict[int, tuple[int, int]]] = {}
        self._inboxes: dict[int, int] = {}
        self._moves = 0
        bus.subscribe(TOPIC, self._hear)
        hub.subscribe_moves(self._follow)

    async def tell(self, moment: Moment) -> None:
        """Tell everybody, in this process and the others."""
        inbox = await self._inbox_of(moment.conversation)
        if inbox is not None:
            await self._bus.publish(TOPIC, write(replace(moment, inbox=inbox)))

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
        shown = [(number, self.viewing(number)) for number in self._viewing if self._inboxes.get(number) in inbox_ids]
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
        for pipe in self._watchers(moment):
            pipe.push(frame)

    def _show_agent(self, moment: Moment, agent: int) -> None:
        self._remember(moment, agent)
        frame = self._viewing_frame(moment.conversation)
        for pipe in self._watchers(moment):
            pipe.push(frame)
        if moment.kind == "typing" and not moment.internal:
            self._show_to_customer(moment, agent)

    def _watchers(self, moment: Moment) -> list[AgentPipe]:
        """Return the consoles that may see it. While a move is not known in all processes, only those of both sides."""
        here = self._inboxes.get(moment.conversation, moment.inbox)
        return [pipe for pipe in self._hub.agents_of(moment.inbox) if pipe.view.sees(here)]

    def _viewing_frame(self, conversation_id: int) -> bytes:
        return write({"t": "viewing", "conversation": conversation_id, "agents": self.viewing(conversation_id)})

    def _show_to_customer(self, moment: Moment, agent: int) -> None:
        frame = write({"t": "typing", "by": {"id": agent, "name": self._directory.name(agent)}, "on": moment.on})
        for pipe in tuple(self._hub.visitors_of(moment.conversation)):
            pipe.push(frame)

    def _remember(self, moment: Moment, agent: int) -> None:
        now = self._clock.now()
        here = self._viewing.setdefault(moment.conversation, {})
        self._inboxes.setdefault(moment.conversation, moment.inbox)
        if moment.kind == "viewing":
            here[agent] = (now + VIEWING_LASTS if moment.on else 0, 0)
        else:
            here[agent] = (now + VIEWING_LASTS, now + TYPING_LASTS if moment.on else 0)
        for number, (until, _) in tuple(here.items()):
            if until <= now:
                del here[number]
        if not here:
            self._viewing.pop(moment.conversation, None)

    async def _inbox_of(self, conversation_id: int) -> int | None:
        """Return the inbox where a conversation is now; None if there is none, or nobody can say."""
        known = self._inboxes.get(conversation_id)
        if known is not None:
            return known
        moves = self._moves
        try:
            state = await self._database.read(lambda session: rows.find(session, conversation_id))
        except Unavailable:
            return None
        if state is None:
            return None
        if moves == self._moves:  # else it may have moved since we read
            self._make_room()
            self._inboxes[conversation_id] = state.inbox_id
        return state.inbox_id

    def _follow(self, moved: Moved) -> None:
        """Conversations have moved: who looks at them is told to those who see them now, and to nobody else."""
        self._moves += 1
        if moved is None:
            self._inboxes.clear()
            return
        self._make_room()
        self._inboxes |= moved
        for conversation_id, inbox in moved.items():
            looking = self._viewing.get(conversation_id)
            if looking is None:
                continue
            allowed = {view.id for view in self._directory.people_of(inbox)}
            self._viewing[conversation_id] = {agent: until for agent, until in looking.items() if agent in allowed}
            frame = self._viewing_frame(conversation_id)
            for pipe in self._hub.agents_of(inbox):
                pipe.push(frame)

    def _make_room(self) -> None:
        if len(self._inboxes) >= MOST:
            for number in tuple(islice(self._inboxes, MOST // 2)):
                del self._inboxes[number]
