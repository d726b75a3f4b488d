"""Visitors who write with one message in flight each, and the agent who listens to all of them."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Callable, Sequence
from time import perf_counter
from types import TracebackType
from typing import Self

import msgspec
from msgspec import Struct

from esmero.kit.clock import SystemClock
from tests.load.link import Link, connect
from tests.load.served import Furniture, Served

PATIENCE_SECONDS = 20.0
CLOCK = SystemClock()
TEXT = "Good afternoon! My parcel with the blue teapot was to arrive on Thursday, and the tracking page stands still."


class Talked(Struct):
    """What a crowd did in one go: milliseconds from send to acknowledgement, and from send to the agent."""

    seconds: float
    acknowledged_ms: list[float]
    arrived_ms: list[float]

    @property
    def per_second(self) -> float:
        """Messages that were acknowledged and had arrived, over the time until the last of them had."""
        return len(self.acknowledged_ms) / self.seconds


class Lost(AssertionError):
    """A message was acknowledged and did not reach the agent, or not once."""


class _Data(Struct, frozen=True):
    client_id: str | None = None


class _Event(Struct, frozen=True):
    type: str
    data: _Data = _Data()


class _Events(Struct, frozen=True):
    events: list[_Event]


_read_events = msgspec.json.Decoder(_Events).decode


def fresh_id() -> str:
    """Make an id for a message as the widget does: the time first (ui/shared/ids.js)."""
    milliseconds, digits = CLOCK.now(), ""
    while milliseconds:
        milliseconds, digit = divmod(milliseconds, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits + secrets.token_urlsafe(12)


class Writer:
    """One visitor. What it sends next, it sends when the last was acknowledged, as long as `more` says so."""

    def __init__(self) -> None:
        self.acknowledged_ms: list[float] = []
        self.sent_at: dict[str, float] = {}
        self.refusals: list[str] = []
        self.more: Callable[[], bool] = lambda: False
        self.done = asyncio.Event()
        self.link: Link
        self._waiting: dict[str, float] = {}

    async def join(self, served: Served, furniture: Furniture, *, source: str = "127.0.0.1") -> None:
        """Say hello and wait for the welcome."""
        welcomed = asyncio.get_running_loop().create_future()

        def first(frame: bytes) -> None:
            if frame.startswith((b'{"t":"welcome"', b'{"t":"refused"')):
                welcomed.set_result(frame)
                self.link.on_text = self.hear

        self.link = await connect(served.port, "/live/visitor", first, source=source)
        self.link.send(json.dumps({"t": "hello", "v": 1, "inbox": furniture.inbox_key}).encode())
        answer = await asyncio.wait_for(welcomed, PATIENCE_SECONDS)
        if not answer.startswith(b'{"t":"welcome"'):
            raise ConnectionError(answer.decode())

    async def join_echo(self, served: Served, path: str = "/echo") -> None:
        """Connect to the echo or the mirror, whose first answer to a message counts as its acknowledgement."""
        self.link = await connect(served.port, path, self.hear_echo)

    def send(self, at: float | None = None) -> None:
        """Send one message; `at` is when it was due, if that was earlier."""
        name = fresh_id()
        self._waiting[name] = self.sent_at[name] = perf_counter() if at is None else at
        self.link.send(message(name))

    def hear(self, frame: bytes) -> None:
        """Take one frame of the desk."""
        if frame.startswith(b'{"t":"ack"'):
            self._acknowledge(_id_of(frame))
        elif frame.startswith(b'{"t":"refused"'):
            self.refusals.append(frame.decode())
            self.done.set()

    def hear_echo(self, frame: bytes) -> None:
        """Take one frame of the echo or the mirror."""
        if frame.startswith(b'{"t":"message"'):
            self._acknowledge(_id_of(frame))

    @property
    def in_flight(self) -> int:
        return len(self._waiting)

    def _acknowledge(self, name: str) -> None:
        self.acknowledged_ms.append((perf_counter() - self._waiting.pop(name)) * 1000)
        if self.more():
            self.send()
        elif not self._waiting:
            self.done.set()


class Listener:
    """An agent's console that only listens, and notes when each message came."""

    def __init__(self) -> None:
        self.arrived_at: dict[str, float] = {}
        self.twice: list[str] = []
        self._wanted = 0
        self._all_here = asyncio.Event()

    async def join(self, served: Served, cookie: str, path: str = "/live/agent") -> None:
        """Say hello and wait for the welcome."""
        welcomed = asyncio.get_running_loop().create_future()

        def hear(frame: bytes) -> None:
            if frame.startswith(b'{"t":"events"'):
                self._hear(frame)
            elif frame.startswith(b'{"t":"welcome"') and not welcomed.done():
                welcomed.set_result(None)

        self.link = await connect(served.port, path, hear, headers={"Cookie": f"esmero={cookie}"})
        self.link.send(b'{"t":"hello","v":1,"after":0}')
        await asyncio.wait_for(welcomed, PATIENCE_SECONDS)

    async def until(self, count: int) -> None:
        """Wait until this many messages have arrived in all."""
        self._wanted = count
        self._all_here.clear()
        if len(self.arrived_at) < count:
            await asyncio.wait_for(self._all_here.wait(), PATIENCE_SECONDS)

    def _hear(self, frame: bytes) -> None:
        now = perf_counter()
        for event in _read_events(frame).events:
            name = event.data.client_id
            if event.type == "message.received" and name is not None:
                if name in self.arrived_at:
                    self.twice.append(name)
                self.arrived_at[name] = now
        if len(self.arrived_at) >= self._wanted:
            self._all_here.set()


class Crowd:
    """Some visitors and one agent on a desk; or, on the echo, visitors alone."""

    def __init__(self, count: int) -> None:
        self.writers = [Writer() for _ in range(count)]
        self.listener: Listener | None = None

    async def join(self, served: Served, furniture: Furniture, *, sources: Sequence[str] = ("127.0.0.1",)) -> Self:
        """Let all come in; each opens a conversation, which is no part of what is measured."""
        self.listener = Listener()
        await self.listener.join(served, furniture.ana)
        for number, writer in enumerate(self.writers):
            await writer.join(served, furniture, source=sources[number % len(sources)])
        await self.rush(count=len(self.writers))
        return self

    async def join_echo(self, served: Served) -> Self:
        """Let all come to the bare echo."""
        for writer in self.writers:
            await writer.join_echo(served)
        return self

    async def join_mirror(self, served: Served) -> Self:
        """Let all come to the mirror, with somebody who listens."""
        self.listener = Listener()
        await self.listener.join(served, "", "/mirror/listen")
        for writer in self.writers:
            await writer.join_echo(served, "/mirror")
        return self

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        links = [writer.link for writer in self.writers]
        links += [self.listener.link] if self.listener else []
        for link in links:
            link.cut()
        await asyncio.gather(*(link.closed for link in links))

    async def rush(self, *, seconds: float = 0.0, count: int = 0) -> Talked:
        """Let everybody write as fast as they are acknowledged: for a time, or one message each if `count` is given."""
        begin = self._begin()
        end = begin + seconds
        for writer in self.writers:
            writer.more = (lambda: False) if count else (lambda: perf_counter() < end)
            writer.send()
        return await self._finish(begin)

    async def walk(self, *, per_second: float, seconds: float) -> Talked:
        """Let somebody write at a steady pace, whatever the desk does. Late sends count from their due time."""
        begin = self._begin()
        for number in range(int(per_second * seconds)):
            due = begin + number / per_second
            pause = due - perf_counter()
            if pause > 0:
                await asyncio.sleep(pause)
            self.writers[number % len(self.writers)].send(due)
        return await self._finish(begin)

    def _begin(self) -> float:
        for writer in self.writers:
            writer.acknowledged_ms, writer.sent_at = [], {}
            writer.more = lambda: False
            writer.done.clear()
        if self.listener is not None:
            self.listener.arrived_at.clear()
        return perf_counter()

    async def _finish(self, begin: float) -> Talked:
        busy = [writer.done.wait() for writer in self.writers if writer.in_flight]
        await asyncio.wait_for(asyncio.gather(*busy), PATIENCE_SECONDS + 60)
        self._check_accepted()
        sent_at = {name: at for writer in self.writers for name, at in writer.sent_at.items()}
        acknowledged = [took for writer in self.writers for took in writer.acknowledged_ms]
        arrived: list[float] = []
        if self.listener is not None:
            await self.listener.until(len(sent_at))
            self._check_once(sent_at)
            arrived = [(self.listener.arrived_at[name] - at) * 1000 for name, at in sent_at.items()]
        return Talked(perf_counter() - begin, acknowledged, arrived)

    def _check_accepted(self) -> None:
        refusals = [refusal for writer in self.writers for refusal in writer.refusals]
        if refusals:
            raise ConnectionError(f"{len(refusals)} messages were refused, the first with {refusals[0]}")

    def _check_once(self, sent_at: dict[str, float]) -> None:
        assert self.listener is not None
        missing = sent_at.keys() - self.listener.arrived_at.keys()
        if missing or self.listener.twice:
            raise Lost(f"{len(missing)} did not arrive, {len(self.listener.twice)} arrived twice")


def message(name: str) -> bytes:
    """Write a visitor's message of usual length; the echo gets the same."""
    return b'{"t":"message","id":"%s","text":"%s"}' % (name.encode(), TEXT.encode())


def _id_of(frame: bytes) -> str:
    """Return the id in an acknowledgement or an echo, without parsing all of it."""
    start = frame.index(b'"id":"') + 6
    return frame[start : frame.index(b'"', start)].decode()
