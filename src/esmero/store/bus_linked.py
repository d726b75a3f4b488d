"""A bus over a connection that can be lost, which comes back by itself."""

from __future__ import annotations

import asyncio
import secrets
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

import structlog

from esmero.store.bus import Listener, Listeners, Outgoing, check_fits, end

log = structlog.get_logger()

BACK_OFF_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
PULSE_SECONDS = 10.0
"""How often this process sends something to itself, to notice a connection that is open but dead."""
SILENCE_SECONDS = 25.0
WAITING_NEWS = 10_000
NEWS_AT_ONCE = 500
_PULSE = "pulse"


class Link(Protocol):
    """A live connection."""

    async def send(self, messages: list[bytes]) -> None:
        """Sends to all processes, this one included."""

    def messages(self) -> AsyncIterator[bytes]:
        """What all processes send."""


class LinkedBus(ABC):
    """Local listeners are told directly, also while the connection is down; those of other processes through it."""

    def __init__(self) -> None:
        self._listeners = Listeners()
        self._outgoing = Outgoing(WAITING_NEWS)
        # Marks our own messages, since our listeners were told already when they were sent.
        self._origin = secrets.token_bytes(8)
        self._task: asyncio.Task[None] | None = None
        self._attempted = asyncio.Event()
        self._missed = False
        self._heard_at = 0.0
        self.linked = False
        """Whether news reaches other processes now."""

    @property
    def dropped(self) -> int:
        """How much news was lost on the way out."""
        return self._outgoing.dropped

    @abstractmethod
    def link(self) -> AbstractAsyncContextManager[Link]:
        """Connects and subscribes; the context's end lets go of everything."""

    @abstractmethod
    def is_weather(self, error: Exception) -> bool:
        """Whether this error says that the connection is lost, and not that there is a defect here."""

    async def start(self) -> None:
        """Connects. Where that fails it goes on trying, and this returns all the same."""
        self._task = asyncio.create_task(self._keep_linked(), name="bus")
        await self._attempted.wait()

    async def stop(self) -> None:
        """Lets go of the connection. Harmless when repeated."""
        task, self._task = self._task, None
        if task is not None:
            await end([task])

    async def publish(self, topic: str, payload: bytes = b"", *, here: bool = True) -> None:
        """Tells the listeners of all processes, of this one too unless `here` is false.

        News is dropped, and counted, where too much of it waits.

        Raises:
            ValueError: topic or payload is too long for a bus.
        """
        check_fits(topic, payload)
        if here:
            self._listeners.tell(topic, payload)
        self._outgoing.put(topic, payload)

    def subscribe(self, topic: str, listener: Listener) -> Callable[[], None]:
        """Has the listener called, on the event loop, for each piece of news, and after each reconnection."""
        return self._listeners.add(topic, listener)

    # Staying linked

    async def _keep_linked(self) -> None:
        attempts = 0
        while True:
            try:
                async with asyncio.timeout(SILENCE_SECONDS) as limit, self.link() as link:
                    limit.reschedule(None)
                    attempts = 0
                    self._welcome()
                    await self._use(link)
            except Exception as error:
                if not isinstance(error, TimeoutError) and not self.is_weather(error):
                    raise
                self._lose(error)
            await asyncio.sleep(BACK_OFF_SECONDS[min(attempts, len(BACK_OFF_SECONDS) - 1)])
            attempts += 1

    def _welcome(self) -> None:
        self.linked = True
        self._heard_at = _now()
        self._attempted.set()
        if self._missed:
            log.info("bus.linked_again")
            self._listeners.tell_all()

    def _lose(self, error: Exception) -> None:
        log.warning("bus.lost", reason=type(error).__name__)
        self.linked = False
        self._missed = True
        self._attempted.set()

    async def _use(self, link: Link) -> None:
        """Sends, receives and watches, until one of them fails."""
        tasks = [asyncio.create_task(step(link)) for step in (self._send, self._receive, self._watch)]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            await end(tasks)

    async def _send(self, link: Link) -> None:
        while True:
            news = await self._outgoing.take(NEWS_AT_ONCE)
            try:
                await link.send([_packed(self._origin, topic, payload) for topic, payload in news])
            except BaseException:
                self._outgoing.drop(len(news))
                raise

    async def _receive(self, link: Link) -> None:
        async for message in link.messages():
            self._heard_at = _now()
            origin, topic, payload = _unpacked(message)
            if origin != self._origin:
                self._listeners.tell(topic, payload)
        raise TimeoutError("the connection ended")

    async def _watch(self, _link: Link) -> None:
        while True:
            await asyncio.sleep(PULSE_SECONDS)
            if _now() - self._heard_at > SILENCE_SECONDS:
                raise TimeoutError("nothing was heard, not even ourselves")
            self._outgoing.put(_PULSE, self._origin)


def _packed(origin: bytes, topic: str, payload: bytes) -> bytes:
    return origin + topic.encode() + b"\0" + payload


def _unpacked(message: bytes) -> tuple[bytes, str, bytes]:
    topic, _, payload = message[8:].partition(b"\0")
    return message[:8], topic.decode("utf-8", "replace"), payload


def _now() -> float:
    return asyncio.get_running_loop().time()
