"""Hints between the parts of a desk and between its processes: something is new under this topic.

What travels here may be lost, so it is never the data; whoever is woken reads the database. `MemoryBus` is for one
process. `bus_postgres.py` and `bus_redis.py` join several and share `LinkedBus`, which keeps their connection alive.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Iterable

Listener = Callable[[bytes], None]

LONGEST_TOPIC = 200
LONGEST_PAYLOAD = 4_000
"""In bytes. The narrowest road is PostgreSQL's NOTIFY: 7,999 characters, of which base64 takes a third."""


class Listeners:
    """Who wants to know of which topic, on one event loop."""

    def __init__(self) -> None:
        self._of: dict[str, list[Listener]] = {}

    def add(self, topic: str, listener: Listener) -> Callable[[], None]:
        """Adds a listener and returns what removes it again; removing twice is harmless."""

        def entry(payload: bytes) -> None:  # the same function may listen twice, so it is wrapped
            listener(payload)

        self._of.setdefault(topic, []).append(entry)
        return lambda: self._remove(topic, entry)

    def tell(self, topic: str, payload: bytes) -> None:
        """Calls the topic's listeners soon. One that raises is reported by the loop and harms no other."""
        loop = asyncio.get_running_loop()
        for listener in self._of.get(topic, ()):
            loop.call_soon(self._call, topic, listener, payload)

    def tell_all(self) -> None:
        """Tells every listener that something may have been missed."""
        for topic in list(self._of):
            self.tell(topic, b"")

    def _call(self, topic: str, listener: Listener, payload: bytes) -> None:
        if listener in self._of.get(topic, ()):
            listener(payload)

    def _remove(self, topic: str, listener: Listener) -> None:
        entries = self._of.get(topic, [])
        if listener in entries:
            entries.remove(listener)
        if not entries:
            self._of.pop(topic, None)


class MemoryBus:
    """The bus of a desk that is one process."""

    linked = True

    def __init__(self) -> None:
        self._listeners = Listeners()

    async def start(self) -> None:
        """Nothing to connect to."""

    async def stop(self) -> None:
        """Nothing to let go of."""

    async def publish(self, topic: str, payload: bytes = b"", *, here: bool = True) -> None:
        """Tells all listeners of the topic; nobody, where those in this process know already.

        Raises:
            ValueError: topic or payload is too long for a bus.
        """
        check_fits(topic, payload)
        if here:
            self._listeners.tell(topic, payload)

    def subscribe(self, topic: str, listener: Listener) -> Callable[[], None]:
        """Has the listener called, on the event loop, for each piece of news."""
        return self._listeners.add(topic, listener)


def check_fits(topic: str, payload: bytes) -> None:
    """Refuses what would not fit through every bus, so that none works only until the desk grows."""
    if not topic or len(topic.encode()) > LONGEST_TOPIC or "\0" in topic:
        raise ValueError(f"a topic has 1 to {LONGEST_TOPIC} bytes and no NUL")
    if len(payload) > LONGEST_PAYLOAD:
        raise ValueError(f"a payload has at most {LONGEST_PAYLOAD} bytes, this one {len(payload)}")


class Outgoing:
    """News on its way out: bounded, and a wake-up that already waits isn't put in line again."""

    def __init__(self, longest: int) -> None:
        self._line: deque[tuple[str, bytes]] = deque()
        self._wakes: set[str] = set()
        self._longest = longest
        self._filled = asyncio.Event()
        self.dropped = 0

    def put(self, topic: str, payload: bytes) -> None:
        """Adds a piece of news, dropping it where too much waits already."""
        if not payload and topic in self._wakes:
            return
        if len(self._line) >= self._longest:
            self.dropped += 1
            return
        if not payload:
            self._wakes.add(topic)
        self._line.append((topic, payload))
        self._filled.set()

    async def take(self, most: int) -> list[tuple[str, bytes]]:
        """Waits for news and returns what there is, in order."""
        await self._filled.wait()
        taken = [self._line.popleft() for _ in range(min(most, len(self._line)))]
        self._wakes.difference_update(topic for topic, payload in taken if not payload)
        if not self._line:
            self._filled.clear()
        return taken

    def drop(self, count: int) -> None:
        """Counts news that was taken but did not arrive."""
        self.dropped += count


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancels tasks and waits until they have ended."""
    for task in tasks:
        task.cancel()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError):
            await task
