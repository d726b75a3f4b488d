"""A world on the web: a real server on a free port, and browsers' side of the two live protocols."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import websockets
from msgspec.structs import replace
from websockets.asyncio.client import ClientConnection

from esmero.desk import log, sessions
from esmero.desk.agents import Agent
from esmero.kit.clock import DAY
from esmero.kit.ids import fingerprint, secret_token
from esmero.settings import Settings
from esmero.web.edges import make_edges
from esmero.web.limits import Limits
from esmero.web.live.connections import Connections
from esmero.web.server import Server, listen
from tests.world import World, open_world

PATIENCE_SECONDS = 20.0

Frame = dict[str, Any]


@dataclass
class Site:
    """A world and the address where it is served."""

    world: World
    port: int
    connections: Connections

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def visitor(self, **hello: Any) -> Browser:
        """Make a visitor's browser; it connects when it is entered."""
        return Browser(self, "/live/visitor", {"t": "hello", "v": 1, "inbox": self.world.shop.key} | hello)

    async def agent(self, agent: Agent, *, after: int = 0) -> Browser:
        """Make the browser of a signed-in agent."""
        cookie = await self.sign_in(agent)
        hello = {"t": "hello", "v": 1, "after": after}
        return Browser(self, "/live/agent", hello, {"Cookie": f"esmero={cookie}"})

    async def sign_in(self, agent: Agent) -> str:
        """Give an agent a session and return what its cookie holds."""
        token, now = secret_token("session"), self.world.clock.now()

        await self.world.desk.database.write(
            lambda tx: sessions.begin(
                tx,
                agent_id=agent.id,
                token=fingerprint(token),
                device="test",
                address="127.0.0.1",
                at=now,
                expires_at=now + DAY,
            )
        )
        return token

    async def told(self, position: int | None = None) -> int:
        """Wait until the hub has told everything up to a position, or all that the log holds by now."""
        upto = await self.world.desk.database.read(log.position) if position is None else position
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.world.desk.hub.position < upto:
                await asyncio.sleep(0.01)
        return upto


def told_in(frame: Frame) -> list[Frame]:
    """The events in a frame of the feed, or the one in an acknowledgement."""
    return [*frame.get("events", ()), *([frame["said"]] if "said" in frame else ())]


@dataclass
class Browser:
    """One end of a live connection, with all frames that came, in order."""

    site: Site
    path: str
    hello: Frame
    headers: dict[str, str] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    closed: tuple[int, str] | None = None

    async def __aenter__(self) -> Self:
        headers = {"Origin": self.site.origin} | self.headers
        origin = headers.pop("Origin")
        self._socket: ClientConnection = await websockets.connect(
            f"ws://127.0.0.1:{self.site.port}{self.path}",
            origin=websockets.Origin(origin),
            additional_headers=headers,
            max_size=None,
        )
        self._news = asyncio.Event()
        self._reader = asyncio.create_task(self._read())
        if self.hello:
            await self.send(**self.hello)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()
        await self._reader

    async def send(self, **frame: Any) -> None:
        await self._socket.send(json.dumps(frame))

    async def send_raw(self, raw: str | bytes) -> None:
        await self._socket.send(raw)

    async def write(self, text: str, **more: Any) -> Frame:
        """Send a message and wait for its acknowledgement or refusal."""
        name = more.pop("id", None) or new_id()
        await self.send(t="message", id=name, text=text, **more)
        return await self.until(lambda frame: frame.get("id") == name and frame["t"] in ("ack", "refused"))

    async def until(self, wanted: Any) -> Frame:
        """Wait for a frame: of a kind, or one that a function approves. Frames that came before count too."""
        approve = wanted if callable(wanted) else lambda frame: frame["t"] == wanted
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                for frame in self.frames:
                    if approve(frame):
                        return frame
                if self.closed is not None:
                    raise AssertionError(f"closed with {self.closed} before it came; got {self.frames}")
                self._news.clear()
                await self._news.wait()

    async def until_closed(self) -> int:
        """Wait for the end and return its code."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.closed is None:
                self._news.clear()
                await self._news.wait()
        return self.closed[0]

    async def until_text(self, text: str) -> Frame:
        """Wait for an event that says this, and return the event."""

        def says(frame: Frame) -> bool:
            return any(event.get("text") == text for event in told_in(frame))

        frame = await self.until(says)
        return next(event for event in told_in(frame) if event.get("text") == text)

    @property
    def texts(self) -> list[str]:
        """What was said, once each, in the order of the feed."""
        events = {event["id"]: event for frame in self.frames for event in told_in(frame)}
        return [events[number]["text"] for number in sorted(events) if events[number].get("text")]

    @property
    def refusals(self) -> list[Frame]:
        return [frame for frame in self.frames if frame["t"] == "refused"]

    @property
    def position(self) -> int:
        return max((frame["position"] for frame in self.frames if "position" in frame), default=0)

    def kinds(self) -> list[str]:
        return [frame["t"] for frame in self.frames]

    async def _read(self) -> None:
        try:
            async for message in self._socket:
                self.frames.append(json.loads(message))
                self._news.set()
        except websockets.ConnectionClosed:
            pass
        self.closed = (self._socket.close_code or 1006, self._socket.close_reason or "")
        self._news.set()


def new_id() -> str:
    """Make a message's id as a browser does."""
    return secrets.token_urlsafe(16)


@asynccontextmanager
async def open_site(
    folder: Path, *, settings: Settings | None = None, limits: Limits | None = None
) -> AsyncIterator[Site]:
    """Serve a world, started, on a free port of the loopback address."""
    settings = replace(settings or Settings(data=folder), port=0)
    async with open_world(folder, settings=settings, started=True) as world:
        edges = make_edges(world.desk, limits=limits)
        ready = asyncio.Event()
        listener = listen(settings)
        server = Server(edges, settings, ready.set)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        sweeping = asyncio.create_task(edges.connections.sweep())
        await asyncio.wait([serving, asyncio.create_task(ready.wait())], return_when=asyncio.FIRST_COMPLETED)
        try:
            yield Site(world, listener.getsockname()[1], edges.connections)
        finally:
            sweeping.cancel()
            server.should_exit = True
            await serving
