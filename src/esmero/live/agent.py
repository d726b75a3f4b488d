"""The agent's protocol: what one open console says and is told (docs/protocol.md, section 3)."""

from __future__ import annotations

import contextlib

from esmero.contract.facts import ConversationMoved
from esmero.desk import log, sessions
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists, rows
from esmero.desk.conversations.summary import summaries
from esmero.flow.reply import visible
from esmero.kit.clock import MINUTE
from esmero.kit.errors import BadInput, EsmeroError, NotSignedIn, Unavailable
from esmero.live.followers import AgentPipe, Wire
from esmero.live.frames import (
    AgentBegin,
    AgentForward,
    AgentFrame,
    AgentHello,
    AgentMessage,
    AgentRead,
    AgentTyping,
    Ping,
    View,
    acknowledgement,
    refusal,
    write,
)
from esmero.live.known import OF_CUSTOMER
from esmero.live.moments import Moment
from esmero.live.services import Services
from esmero.store.session import Session

PONG = write({"t": "pong"})
RESET = write({"t": "reset"})
FAR_BEHIND = 2_000
"""Events after which catching up costs more than loading anew."""
SEEN_EVERY = MINUTE
"""How often it is noted that somebody works here: each time would make a write of every key that is pressed."""


class AgentSession:
    """One open console, from its hello to its end."""

    def __init__(
        self, services: Services, wire: Wire, view: AgentView, session_id: int | None = None, *, seen_at: int = 0
    ) -> None:
        """Begin for an agent who is signed in; `seen_at` is when their session was last known to be in use."""
        self._services = services
        self._wire = wire
        self._pipe = AgentPipe(wire, view, session_id)
        self._greeted = False
        self._seen_at = seen_at

    @property
    def _view(self) -> AgentView:
        """What this agent may do and see at present.

        Raises:
            NotSignedIn: they no longer work here.
        """
        now = self._services.directory.view(self._pipe.view.id)
        if now is None:
            raise NotSignedIn
        return self._pipe.view.as_now(now)

    async def receive(self, frame: AgentFrame) -> None:
        """Handle one frame. Refusals are told to the browser; what rises is a defect."""
        try:
            await self._note_use(frame)
            answer = await self._handle(frame)
        except EsmeroError as error:
            self._wire.push(refusal(error, client_id=getattr(frame, "id", None)))
            if error.retry and isinstance(frame, AgentHello):
                self._wire.close(4503, error.code)  # half a hello is none: it is said again on a new connection
            elif isinstance(error, NotSignedIn):
                self._wire.close(4401, error.code)
        else:
            if answer is not None:
                self._wire.push(answer)

    async def _note_use(self, frame: AgentFrame) -> None:
        """Move the session's idle clock while a person works, as a call of the API would.

        Raises:
            NotSignedIn: the session has ended, or nobody had used it for too long.
        """
        at, session_id = self._services.clock.now(), self._pipe.session_id
        idle_ms = self._services.session_idle_ms
        if session_id is not None and isinstance(frame, AgentRead):
            await self._check_signed_in(session_id)
        if session_id is None or not _shows_a_person(frame) or at - self._seen_at < SEEN_EVERY:
            return
        with contextlib.suppress(Unavailable):
            if not await self._services.database.write(lambda tx: sessions.use(tx, session_id, at=at, idle_ms=idle_ms)):
                raise NotSignedIn
            self._seen_at = at

    async def _check_signed_in(self, session_id: int) -> None:
        """Refuse what an open page does by itself when the session has ended.

        Raises:
            NotSignedIn: it has.
        """
        at, idle_ms = self._services.clock.now(), self._services.session_idle_ms
        if not await self._services.database.read(
            lambda session: sessions.living(session, [session_id], now=at, idle_ms=idle_ms)
        ):
            raise NotSignedIn

    def resume(self) -> None:
        """Stand where a hello would lead, without following: for a single frame that came by POST."""
        self._greeted = True

    async def end(self) -> None:
        """The connection is gone."""
        if not self._greeted:
            return
        self._services.hub.drop_agent(self._pipe)
        try:
            if self._pipe.viewing is not None:
                await self._tell_viewing(self._pipe.viewing, on=False)
        finally:
            with contextlib.suppress(Unavailable):  # then the lease ends by itself
                await self._services.presence.depart(self._pipe.view.id)

    async def _handle(self, frame: AgentFrame) -> bytes | None:
        if not self._greeted and not isinstance(frame, AgentHello | Ping):
            raise BadInput("Say hello first.")
        match frame:
            case Ping():
                return PONG
            case AgentHello():
                await self._hello(frame)
            case AgentMessage():
                return await self._message(frame)
            case AgentBegin():
                return await self._begin(frame)
            case AgentForward():
                return await self._forward(frame)
            case AgentTyping():
                await self._typing(frame)
            case View():
                await self._look_at(frame.conversation)
            case AgentRead():
                await self._services.handle.read(frame.conversation, frame.upto, by=self._view)
        return None

    async def _hello(self, frame: AgentHello) -> None:
        if self._greeted:
            raise BadInput("This connection has said hello already.")
        self._greeted = True
        self._wire.greet()
        hub = self._services.hub
        # As the hub knows them: from here on it is the hub that notices a change.
        self._pipe.view = self._view
        hub.add_agent(self._pipe)
        present = hub.position
        counts = await self._services.database.read(lambda session: lists.counts(session, self._view))
        self._wire.push(
            write(
                {
                    "t": "welcome",
                    "position": present,
                    "sight": self._pipe.view.sight,
                    "presence": self._services.presence.states(),
                    "viewing": self._services.moments.all_viewing(self._view.inbox_ids),
                    "counts": counts,
                }
            )
        )
        if frame.sight is None or frame.sight == self._pipe.view.sight:
            await self._catch_up(frame.after, present)
        else:
            self._wire.push(RESET)
            self._pipe.caught_up()
        await self._services.presence.arrive(self._pipe.view.id)

    async def _catch_up(self, after: int, present: int) -> None:
        for frame in await self._services.database.read(lambda session: self._missed(session, after, present)):
            self._wire.push(frame)
        self._pipe.caught_up()

    def _missed(self, session: Session, after: int, upto: int) -> list[bytes]:
        """Write everything between two positions that this agent may see, and what is theirs to see no longer."""
        if log.is_far_behind(session, after, count=FAR_BEHIND):
            return [RESET]
        events = [event for event in log.after(session, after, limit=FAR_BEHIND) if event.id <= upto]
        touched = {event.of for event in events if event.stream == "conversation"}
        of_customers = {
            event.of: {state.id for state in rows.of_customer(session, event.of, limit=OF_CUSTOMER)}
            for event in events
            if event.stream == "customer"
        }
        found = summaries(session, touched.union(*of_customers.values()))
        seen = {one.id: one for one in found if self._view.sees(one.inbox)}
        forms = [
            self._services.render.for_agents(event)
            for event in events
            if (event.stream == "conversation" and event.of in seen)
            or (event.stream == "customer" and not of_customers[event.of].isdisjoint(seen))
        ]
        position = events[-1].id if events else after
        gone = {
            event.of
            for event in events
            if isinstance(event.fact, ConversationMoved)
            and event.of not in seen
            and self._view.sees(event.fact.from_inbox_id)
        }
        return [
            *(write({"t": "gone", "conversation": number}) for number in sorted(gone)),
            write({"t": "events", "position": position, "events": forms, "conversations": list(seen.values())}),
        ]

    async def _message(self, frame: AgentMessage) -> bytes:
        accepted = await self._services.reply.send(frame.draft(frame.conversation), agent=self._view)
        return acknowledgement(frame.id, accepted.event)

    async def _begin(self, frame: AgentBegin) -> bytes:
        accepted = await self._services.begin(frame.opening(), agent=self._view)
        return acknowledgement(frame.id, accepted.event)

    async def _forward(self, frame: AgentForward) -> bytes:
        accepted = await self._services.forward(frame.forwarding(frame.conversation), agent=self._view)
        return acknowledgement(frame.id, accepted.event)

    async def _typing(self, frame: AgentTyping) -> None:
        await self._check_sees(frame.conversation)
        await self._services.moments.tell(
            Moment(
                kind="typing",
                conversation=frame.conversation,
                agent=self._view.id,
                on=frame.on,
                internal=frame.kind == "note",
            )
        )

    async def _look_at(self, conversation_id: int | None) -> None:
        if conversation_id is not None:
            await self._check_sees(conversation_id)
        before, self._pipe.viewing = self._pipe.viewing, conversation_id
        if before is not None and before != conversation_id:
            await self._tell_viewing(before, on=False)
        if conversation_id is not None:
            await self._tell_viewing(conversation_id, on=True)

    async def _tell_viewing(self, conversation_id: int, *, on: bool) -> None:
        moment = Moment(kind="viewing", conversation=conversation_id, agent=self._pipe.view.id, on=on)
        await self._services.moments.tell(moment)

    async def _check_sees(self, conversation_id: int) -> None:
        """Refuse what this agent may not see at present.

        Raises:
            NotFound: there is no such conversation for them.
        """
        await self._services.database.read(lambda session: visible(session, conversation_id, self._view))


def _shows_a_person(frame: AgentFrame) -> bool:
    """Whether somebody did something: an open page reads and pings by itself."""
    if isinstance(frame, Ping):
        return frame.active is True
    return isinstance(frame, AgentMessage | AgentBegin | AgentForward | AgentTyping | View)
