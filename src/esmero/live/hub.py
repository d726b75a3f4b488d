"""The hub: woken by a commit, it goes through the feed from where it is and pushes to whoever may see it.

A wake-up is a hint and never the data: what is pushed stands in the log, in its order, after its commit. What this
process has committed itself the hub hears as it was written, and needn't read again where nothing is missing in
between. Each event is written once for all agents who see the same inboxes, and once for its customer.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

import structlog

from esmero.contract.events import Event
from esmero.contract.facts import ConversationMoved, MailHeld, MailReleased
from esmero.desk import log
from esmero.desk.conversations import lists, rows
from esmero.desk.directory import Directory
from esmero.desk.heard import Heard
from esmero.flow.threads import Blocked
from esmero.kit.clock import Clock
from esmero.kit.errors import Unavailable
from esmero.live import whose
from esmero.live.batch import Batch, is_in_sight, sets_up
from esmero.live.followers import Address, AgentPipe, VisitorPipe
from esmero.live.frames import refusal, write
from esmero.live.known import OF_CUSTOMER, Known
from esmero.live.render import Render
from esmero.store.database import Database
from esmero.store.session import Session

BATCH = 500
CALM_SECONDS = 1.0
"""After this long without a hint the hub looks by itself: a hint can be lost."""
COUNTS_EVERY_SECONDS = 0.25
RESET = write({"t": "reset"})
HELD = write({"t": "changed", "what": "held"})
ATTEMPTS = 3
"""At one place of the feed; where they all break, it is stepped over."""

BLOCKED = refusal(Blocked())

_said = structlog.get_logger(__name__)

Key = TypeVar("Key")
Pipe = TypeVar("Pipe")
Moved = Mapping[int, int] | None
"""The new inboxes of conversations that moved; None if any of them may have."""


class Hub:
    """Everybody who follows in this process. All methods are called on the event loop."""

    def __init__(
        self,
        database: Database,
        directory: Directory,
        render: Render,
        clock: Clock,
        heard: Heard,
        *,
        session_idle_ms: int,
    ) -> None:
        self.position = 0
        self._database = database
        self._directory = directory
        self._render = render
        self._clock = clock
        self._heard = heard
        self._session_idle_ms = session_idle_ms
        self._known = Known()
        self._agents: set[AgentPipe] = set()
        self._visitors: dict[Address, set[VisitorPipe]] = defaultdict(set)
        self._talks: dict[int, set[VisitorPipe]] = defaultdict(set)
        self._woken = asyncio.Event()
        self._counts_asked: asyncio.TimerHandle | None = None
        self._broken = 0
        self._on_move: list[Callable[[Moved], None]] = []

    def subscribe_moves(self, listener: Callable[[Moved], None]) -> None:
        """Have `listener` called when conversations have moved to another inbox, whoever moved them."""
        self._on_move.append(listener)

    async def start(self) -> None:
        """Take the present as the beginning."""
        await self._directory.refresh()
        self.position = await self._database.read(log.position)

    def wake(self, _hint: bytes = b"") -> None:
        """Say that there may be something new."""
        self._woken.set()

    async def run(self) -> None:
        """Push whatever comes, until cancelled. Whatever breaks is told, and the rest goes on."""
        while True:
            # Cleared before the look: what is committed meanwhile wakes us again.
            self._woken.clear()
            before = self.position
            try:
                while await self._advance() == BATCH:
                    before = self.position
                self._broken = 0
                async with asyncio.timeout(CALM_SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass
            except Unavailable:
                await asyncio.sleep(CALM_SECONDS)
            except Exception:  # noqa: BLE001 - told, and the rest goes on
                _said.exception("the hub broke", after=before, attempt=self._broken + 1)
                with contextlib.suppress(Unavailable):
                    await self._recover(before)
                await asyncio.sleep(CALM_SECONDS)

    async def _recover(self, before: int) -> None:
        """Begin anew where something broke. Who missed what was half pushed comes back and asks for it."""
        self._known.forget()
        self._heard.forget()
        self._broken += 1
        if self.position == before and self._broken >= ATTEMPTS:
            self.position = await self._database.read(log.position)
            self._tell_moved(None)
        if self.position != before:
            self._broken = 0
            for pipe in (*self._agents, *self.visitors):
                pipe.close(1012, "resume")

    # Who follows.

    def add_agent(self, pipe: AgentPipe) -> None:
        self._agents.add(pipe)

    def drop_agent(self, pipe: AgentPipe) -> None:
        self._agents.discard(pipe)

    def add_visitor(self, pipe: VisitorPipe) -> None:
        self._visitors[pipe.address].add(pipe)

    def drop_visitor(self, pipe: VisitorPipe) -> None:
        _discard(self._visitors, pipe.address, pipe)
        if pipe.conversation_id is not None:
            _discard(self._talks, pipe.conversation_id, pipe)

    def attach(self, pipe: VisitorPipe, conversation_id: int) -> None:
        """Let a visitor follow this conversation, and no other."""
        if pipe.conversation_id == conversation_id:
            return
        self.detach(pipe)
        pipe.conversation_id = conversation_id
        self._talks[conversation_id].add(pipe)

    def detach(self, pipe: VisitorPipe) -> None:
        """Let a visitor follow no conversation."""
        if pipe.conversation_id is not None:
            _discard(self._talks, pipe.conversation_id, pipe)
        pipe.conversation_id = None

    def agents_of(self, inbox_id: int) -> list[AgentPipe]:
        """Return the connections of agents who see this inbox."""
        return [pipe for pipe in self._agents if pipe.view.sees(inbox_id)]

    @property
    def agents(self) -> Iterable[AgentPipe]:
        return self._agents

    @property
    def visitors(self) -> Iterable[VisitorPipe]:
        return [pipe for pipes in self._visitors.values() for pipe in pipes]

    def visitors_of(self, conversation_id: int) -> Iterable[VisitorPipe]:
        """Return the connections of the customer of this conversation."""
        return self._talks.get(conversation_id, ())

    def has_told(self, pipe: VisitorPipe, event: Event) -> bool:
        """Tell whether this connection was sent all of the conversation that came before the event."""
        return self.position >= event.id and pipe in self._talks.get(event.of, ())

    def tell(self, pipe: VisitorPipe, event: Event) -> None:
        """Tell one page what was passed over for the sake of an acknowledgement that it didn't get."""
        pipe.push_events(self._for_customer([event], event.id))

    async def _advance(self) -> int:
        """Look once, push what there is, and return how many events that were."""
        batch = self._recall() or await self._look()
        if not batch.events:
            return 0
        if any(sets_up(event) for event in batch.events):
            await self._renew_views()
            if self._lacks(batch):
                return await self._advance()
        self.position = batch.events[-1].id
        moved = {event.of: event.fact.inbox_id for event in batch.events if isinstance(event.fact, ConversationMoved)}
        if moved:
            self._tell_moved(moved)
        self._push_to_visitors(batch)
        for address in batch.blocked:
            for pipe in tuple(self._visitors.get(address, ())):
                pipe.push(BLOCKED)
                pipe.close(4403, Blocked.code)
        self._push_to_agents(batch)
        self._tell_held(batch)
        return len(batch.events)

    def _recall(self) -> Batch | None:
        """Take what was heard, if it is what comes next and all that must be known of it is known; else None."""
        events = self._heard.after(self.position, limit=BATCH)
        if not events or any(whose.names_somebody(event) for event in events):
            return None
        conversations = self._known.recall(events) if self._agents else {}
        if conversations is None:
            return None
        return Batch(events, conversations, {}, {})

    async def _look(self) -> Batch:
        """Read what comes next, once more for whoever came while it was read as if nobody were there to be told."""
        read: Batch | None = None
        while read is None or self._lacks(read):
            agents, visitors = bool(self._agents), bool(self._visitors)
            read = await self._database.read(partial(self._read, self.position, agents, visitors))
        return read

    def _lacks(self, batch: Batch) -> bool:
        """Whether somebody came since, for whom nothing was looked up."""
        return bool(self._agents and not batch.agents) or bool(self._visitors and not batch.visitors)

    def _read(self, after: int, agents: bool, visitors: bool, session: Session) -> Batch:
        events = log.after(session, after, limit=BATCH)
        if not events:
            return Batch([], {}, {}, {}, (), agents, visitors)
        addresses = whose.addresses(session, events) if visitors else {}
        blocked = whose.blocked(session, events) if visitors else []
        if not agents:
            self._known.forget()  # nobody looks, and what isn't followed isn't known
            return Batch(events, {}, addresses, {}, blocked, agents, visitors)
        changed = {event.of for event in events if event.stream == "customer"}
        of_customers = {number: rows.of_customer(session, number, limit=OF_CUSTOMER) for number in changed}
        also = [state for states in of_customers.values() for state in states]
        conversations = self._known.follow(session, events, also)
        inboxes = {number: frozenset(one.inbox_id for one in states) for number, states in of_customers.items()}
        return Batch(events, conversations, addresses, inboxes, blocked, agents, visitors)

    def _tell_moved(self, moved: Moved) -> None:
        for listener in self._on_move:
            listener(moved)

    def _push_to_visitors(self, batch: Batch) -> None:
        """In order: who goes over into another conversation is told first what was said in the one before."""
        untold: list[Event] = []
        for event in batch.events:
            if batch.addresses and whose.lets_go_on(event):
                self._tell_visitors(untold)
                untold = []
                self._find_talk(event, batch.addresses)
            untold.append(event)
        self._tell_visitors(untold)

    def _find_talk(self, event: Event, addresses: Mapping[int, Address]) -> None:
        """Let those follow a conversation whose it is from this event on."""
        for conversation_id in whose.goes_on_in(event):
            address = addresses.get(conversation_id)
            if address is None:
                continue
            for pipe in tuple(self._talks.get(conversation_id, ())):
                if pipe.address != address:
                    self.detach(pipe)  # a tab where nobody has signed in, while somebody has in another
            for pipe in tuple(self._visitors.get(address, ())):
                before = pipe.conversation_id
                self.attach(pipe, conversation_id)
                if before != conversation_id and whose.brings_more(event, before):
                    pipe.push_events(RESET)

    def _tell_visitors(self, events: Sequence[Event]) -> None:
        by_talk: dict[int, list[Event]] = defaultdict(list)
        for event in events:
            if event.public and event.stream == "conversation" and event.of in self._talks:
                by_talk[event.of].append(event)
        for conversation_id, seen in by_talk.items():
            position, whole = seen[-1].id, None
            for pipe in tuple(self._talks[conversation_id]):
                news = pipe.news(seen)
                if len(news) == len(seen):
                    whole = whole or self._for_customer(seen, position)
                    pipe.push_events(whole)
                elif news:
                    pipe.push_events(self._for_customer(news, position))

    def _for_customer(self, events: Sequence[Event], position: int) -> bytes:
        forms = [form for form in map(self._render.for_customer, events) if form is not None]
        return write({"t": "events", "position": position, "events": forms})

    def _push_to_agents(self, batch: Batch) -> None:
        written: dict[frozenset[int], bytes | None] = {}
        for pipe in tuple(self._agents):
            sight = pipe.view.inbox_ids
            if sight not in written:
                written[sight] = self._for_sight(batch, sight)
            frame = written[sight]
            if frame is not None:
                pipe.push_events(frame)
        self._tell_gone(batch)
        self._ask_for_counts()

    def _for_sight(self, batch: Batch, sight: frozenset[int]) -> bytes | None:
        events = [event for event in batch.events if is_in_sight(event, batch, sight)]
        if not events:
            return None
        touched = [one for one in batch.conversations.values() if one.inbox in sight]
        return write(
            {
                "t": "events",
                "position": self.position,
                "events": [self._render.for_agents(event) for event in events],
                "conversations": touched,
            }
        )

    def _tell_gone(self, batch: Batch) -> None:
        for event in batch.events:
            if isinstance(event.fact, ConversationMoved):
                frame = write({"t": "gone", "conversation": event.of})
                for pipe in self.agents_of(event.fact.from_inbox_id):
                    if not pipe.view.sees(event.fact.inbox_id):
                        pipe.push(frame)

    def _tell_held(self, batch: Batch) -> None:
        """Say in which inboxes there is more, or less, that could not be understood."""
        for inbox_id in {event.of for event in batch.events if isinstance(event.fact, MailHeld | MailReleased)}:
            for pipe in self.agents_of(inbox_id):
                pipe.push(HELD)

    async def _renew_views(self) -> None:
        """Look who is still signed in and may see what; whose sight changed must load everything again."""
        await self._directory.refresh()
        pipes = await self.end_sessions()
        for pipe in pipes:
            present = self._directory.view(pipe.view.id)
            if present is None:
                pipe.close(4401, "signed out")
                continue
            view = pipe.view.as_now(present)
            if view.inbox_ids != pipe.view.inbox_ids or view.role != pipe.view.role:
                pipe.close(4409, "rights changed")
            else:
                pipe.push(write({"t": "changed", "what": "desk"}))

    async def end_sessions(self) -> list[AgentPipe]:
        """Let go of the consoles whose sign-in has ended, by itself or by somebody, and return the others."""
        pipes, now = tuple(self._agents), self._clock.now()
        signed_in = await self._database.read(
            lambda session: whose.signed_in(session, pipes, now, self._session_idle_ms)
        )
        for pipe in pipes:
            if pipe not in signed_in:
                pipe.close(4401, "signed out")
        return [pipe for pipe in pipes if pipe in signed_in]

    # Counts are pushed at most four times a second, however much happens.

    def _ask_for_counts(self) -> None:
        if self._counts_asked is None and self._agents:
            loop = asyncio.get_running_loop()
            self._counts_asked = loop.call_later(COUNTS_EVERY_SECONDS, lambda: loop.create_task(self._push_counts()))

    async def _push_counts(self) -> None:
        self._counts_asked = None
        views = {pipe.view for pipe in self._agents}
        try:
            counts = await self._database.read(lambda session: {view: lists.counts(session, view) for view in views})
        except Unavailable:
            return  # the next change asks again
        for pipe in tuple(self._agents):
            if pipe.view in counts:
                pipe.push(write({"t": "counts", "counts": counts[pipe.view]}))


def _discard(index: dict[Key, set[Pipe]], key: Key, pipe: Pipe) -> None:
    index[key].discard(pipe)
    if not index[key]:
        del index[key]
