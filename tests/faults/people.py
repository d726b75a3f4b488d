"""People who use a desk that fails: what isn't acknowledged they send again, and where they stopped they go on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import websockets
from websockets.asyncio.client import ClientConnection

PATIENCE_SECONDS = 30.0
PING_SECONDS = 20.0
AGAIN_SECONDS = 0.1
"""Between two attempts to connect; a person's browser waits longer."""

Frame = dict[str, Any]


def told_in(frame: Frame) -> list[Frame]:
    """The events in a frame of the feed, or the one in an acknowledgement."""
    return [*frame.get("events", ()), *([frame["said"]] if "said" in frame else ())]


class Person:
    """One browser that stays open, whatever happens to the server.

    Attributes:
        origin: where it connects next.
        unanswered: messages without acknowledgement, in the order of sending.
        acked: the acknowledgement of each message, by its id.
        refused: every refusal that came.
        events: what was seen of the feed, by id.
        twice: ids of events that the feed brought again, or that it brought where an acknowledgement had told them.
    """

    path = ""

    def __init__(self, origin: str, hello: Frame, headers: dict[str, str] | None = None) -> None:
        self.origin = origin
        self.hello = {"t": "hello", "v": 1, **hello}
        self._headers = headers or {}
        self.unanswered: dict[str, Frame] = {}
        self.acked: dict[str, Frame] = {}
        self.refused: list[Frame] = []
        self.frames: list[Frame] = []
        self.events: dict[int, Frame] = {}
        self.twice: list[int] = []
        self._fed: set[int] = set()
        self._told_here: set[int] = set()
        self.closed: list[int | None] = []
        self.connections = 0
        self._socket: ClientConnection | None = None
        self._news = asyncio.Event()

    @property
    def connected(self) -> bool:
        """Whether the server has said welcome and the connection still stands."""
        return self._socket is not None

    @property
    def texts(self) -> list[str]:
        """What was said, in the order of the feed."""
        return [event["text"] for _, event in sorted(self.events.items()) if event.get("text")]

    async def send(self, text: str, **more: Any) -> str:
        """Send a message; returns its id without waiting for the answer."""
        name = secrets.token_urlsafe(16)
        self.unanswered[name] = {"t": "message", "id": name, "text": text, **more}
        await self.push(self.unanswered[name])
        return name

    async def push(self, frame: Frame) -> None:
        """Send a frame if there is a connection; a message without one goes out at the next welcome."""
        if self._socket is not None:
            with contextlib.suppress(websockets.ConnectionClosed):
                await self._socket.send(json.dumps(frame))

    async def write(self, text: str, **more: Any) -> Frame:
        """Send a message and wait until it is acknowledged."""
        name = await self.send(text, **more)
        await self.until(lambda: name in self.acked)
        return self.acked[name]

    async def again(self, name: str) -> Frame:
        """Send the same frame once more and wait for what is said to it."""
        before = len(self.refused)
        await self.push(self.unanswered[name])
        await self.until(lambda: name in self.acked or len(self.refused) > before)
        return self.acked.get(name) or self.refused[-1]

    async def until(self, true: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until something is true of this person."""
        try:
            async with asyncio.timeout(seconds):
                while not true():
                    self._news.clear()
                    # `wait_for` of Python 3.11 can swallow a cancellation; `timeout` does not.
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(0.5):
                            await self._news.wait()
        except TimeoutError:
            told = {"connected": self.connected, "last": self.frames[-3:], "closed": self.closed[-3:]}
            raise AssertionError(f"not true within {seconds} s: {told}") from None

    async def until_answered(self) -> None:
        """Wait until nothing is left that was sent without being acknowledged."""
        await self.until(lambda: not self.unanswered)

    async def until_seen(self, events: Iterable[int]) -> None:
        """Wait until all these events have come."""
        wanted = set(events)
        await self.until(lambda: wanted <= set(self.events))

    async def until_text(self, text: str) -> None:
        """Wait until somebody has said this."""
        await self.until(lambda: text in self.texts)

    async def until_connected(self, times: int = 1) -> None:
        """Wait for the welcome of this many connections."""
        await self.until(lambda: self.connections >= times)

    async def stay(self) -> None:
        """Be connected whenever that is possible, until cancelled."""
        while True:
            with contextlib.suppress(OSError, websockets.WebSocketException, TimeoutError):
                await self._visit()
            await asyncio.sleep(AGAIN_SECONDS)

    async def _visit(self) -> None:
        address = self.origin.replace("http", "ws", 1) + self.path
        origin = websockets.Origin(self.origin)
        async with websockets.connect(
            address, origin=origin, additional_headers=self._headers, max_size=None, open_timeout=PATIENCE_SECONDS
        ) as socket:
            self._told_here.clear()
            pinging = asyncio.create_task(_ping(socket))
            try:
                await socket.send(json.dumps(self.hello))
                async for message in socket:
                    await self._take(socket, json.loads(message))
            finally:
                pinging.cancel()
                self._socket = None
                self.closed.append(socket.close_code)
                self._news.set()

    async def _take(self, socket: ClientConnection, frame: Frame) -> None:
        self.frames.append(frame)
        self._note(frame)
        if frame["t"] in self.positions_from and "position" in frame:
            self.hello["after"] = max(self.hello.get("after") or 0, frame["position"])
        match frame["t"]:
            case "welcome":
                await self._begin(socket, frame)
            case "ack":
                self.unanswered.pop(frame["id"], None)
                self.acked[frame["id"]] = frame
            case "refused":
                await self._hear_no(frame)
        self._news.set()

    positions_from: frozenset[str] = frozenset({"welcome", "events", "ack"})

    def _note(self, frame: Frame) -> None:
        """Keep what a frame tells. What an acknowledgement told may come again, but not on the same connection."""
        told = {event["id"]: event for event in told_in(frame)}
        self.events |= told
        if frame["t"] == "ack":
            self._told_here |= told.keys()
        else:
            self.twice += told.keys() & (self._fed | self._told_here)
            self._fed |= told.keys()

    async def _begin(self, socket: ClientConnection, frame: Frame) -> None:
        if "token" in frame:
            self.hello["token"] = frame["token"]
        for message in list(self.unanswered.values()):
            await socket.send(json.dumps(message))
        self._socket = socket
        self.connections += 1

    async def _hear_no(self, frame: Frame) -> None:
        self.refused.append(frame)


class Visitor(Person):
    """A customer on the shop's page."""

    path = "/live/visitor"

    def __init__(self, origin: str, inbox_key: str) -> None:
        super().__init__(origin, {"inbox": inbox_key})


class Agent(Person):
    """Somebody at a console. A reply that crossed with the customer's message is sent again at once."""

    path = "/live/agent"
    # A console's welcome says where the feed stands, not how far this browser has come.
    positions_from = frozenset({"events"})

    def __init__(self, origin: str, cookie: str) -> None:
        super().__init__(origin, {"after": 0}, {"Cookie": f"esmero={cookie}"})

    async def _hear_no(self, frame: Frame) -> None:
        await super()._hear_no(frame)
        message = self.unanswered.get(frame.get("id", ""))
        if frame["code"] == "newer_message" and message is not None:
            message["seen"] = frame["seq"]
            await self.push(message)


async def _ping(socket: ClientConnection) -> None:
    """Say now and then that somebody is there, as docs/protocol.md asks."""
    with contextlib.suppress(websockets.ConnectionClosed):
        while True:
            await asyncio.sleep(PING_SECONDS)
            await socket.send('{"t":"ping"}')


@asynccontextmanager
async def together(*people: Person) -> AsyncIterator[None]:
    """Let these people be there until the block ends."""
    tasks = [asyncio.create_task(person.stay()) for person in people]
    try:
        for person in people:
            await person.until_connected()
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def eventually(true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until something is true of the world."""
    until = time.monotonic() + seconds
    while not await asyncio.to_thread(true):
        assert time.monotonic() < until, "it did not come true in time"
        await asyncio.sleep(0.1)
