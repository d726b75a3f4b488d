"""Those who follow: one pipe for each open connection, with what the hub must know of it.

A pipe never waits. What is pushed is written by the edge as fast as the browser takes it; a browser that is too slow is
let go, and catches up when it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from esmero.contract.events import Event
from esmero.desk.access import AgentView


class Address(NamedTuple):
    """A visitor as the hub knows them before there is a conversation."""

    inbox_id: int
    address: str


class Wire(Protocol):
    """The way to one browser; the edge in `web/` makes it of a WebSocket or of server-sent events."""

    def push(self, frame: bytes) -> None:
        """Send a frame, after those pushed before. Never waits."""
        ...

    def greet(self) -> None:
        """The browser has said who it is, and may be silent for longer from now on."""
        ...

    def close(self, code: int, reason: str) -> None:
        """End the connection with one of the codes of docs/protocol.md."""
        ...


class Pipe:
    """One connection. While it catches up, what is new is held back, so that all arrives in the feed's order.

    It catches up to where the hub stood when it began to follow: what is later the hub pushes, and nothing comes twice.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._held: list[bytes] | None = []

    def push(self, frame: bytes) -> None:
        """Send what belongs to no place in the feed: typing, presence, counts."""
        self._wire.push(frame)

    def push_events(self, frame: bytes) -> None:
        """Send what the feed brought."""
        if self._held is None:
            self._wire.push(frame)
        else:
            self._held.append(frame)

    def begin_anew(self) -> None:
        """Let go of what was held back: it is looked up once more, together with what came before it."""
        if self._held is not None:
            self._held.clear()

    def caught_up(self) -> None:
        """What had been there before this pipe followed has been pushed: let go what was held back."""
        held, self._held = self._held or [], None
        for frame in held:
            self._wire.push(frame)

    def close(self, code: int, reason: str) -> None:
        self._wire.close(code, reason)


class AgentPipe(Pipe):
    """An agent's open console. `session_id` is the sign-in that it lives by; None for a program's token."""

    def __init__(self, wire: Wire, view: AgentView, session_id: int | None = None) -> None:
        super().__init__(wire)
        self.view = view
        self.session_id = session_id
        self.viewing: int | None = None


class VisitorPipe(Pipe):
    """A visitor's open page."""

    def __init__(self, wire: Wire, address: Address) -> None:
        super().__init__(wire)
        self.address = address
        self.conversation_id: int | None = None
        self._acknowledged: set[str] = set()
        self._under_way = ""
        self._passed_over: Event | None = None

    def expect(self, client_id: str) -> None:
        """This page has sent a message: its acknowledgement is going to tell what the feed would."""
        self._acknowledged.add(client_id)
        self._under_way = client_id

    def settle(self, client_id: str, *, to_come: bool) -> Event | None:
        """The message was kept or refused; return it if the feed has brought it meanwhile and passed over it.

        Args:
            to_come: it was kept, and the feed is to pass over it if it has not yet.
        """
        if not to_come:
            self._acknowledged.discard(client_id)
        passed_over, self._passed_over, self._under_way = self._passed_over, None, ""
        return passed_over

    def news(self, events: Sequence[Event]) -> Sequence[Event]:
        """Return what of the feed this page is not told by an acknowledgement."""
        if not self._acknowledged:
            return events
        return [event for event in events if not self._is_acknowledged(event)]

    def _is_acknowledged(self, event: Event) -> bool:
        client_id = getattr(event.fact, "client_id", None)
        if client_id not in self._acknowledged or event.actor.kind != "customer":
            return False
        self._acknowledged.discard(client_id)
        if client_id == self._under_way:
            self._passed_over = event
        return True
