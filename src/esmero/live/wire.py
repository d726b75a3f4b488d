"""A wire: frames go in without waiting and leave in order, as fast as the browser takes them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from esmero.kit.clock import Clock
from esmero.live.eager import begin

MOST_BYTES = 4 * 1024 * 1024
"""Unsent, after which a browser is too slow: it is let go and catches up when it comes back."""

Send = Callable[[bytes], Awaitable[None]]
Close = Callable[[int, str], Awaitable[None]]


class QueuedWire:
    """A `Wire` over anything that can send. No task lives while there is nothing to send: ten thousand idle visitors
    cost ten thousand small objects."""

    __slots__ = (
        "_bytes",
        "_clock",
        "_close",
        "_closing",
        "_flushing",
        "_frames",
        "_send",
        "_task",
        "greeted_at",
        "heard_at",
        "opened_at",
    )

    def __init__(self, send: Send, close: Close, clock: Clock) -> None:
        self._send = send
        self._close = close
        self._clock = clock
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._closing: tuple[int, str] | None = None
        self._flushing = False
        self._task: asyncio.Task[None] | None = None
        self.opened_at = self.heard_at = clock.now()
        self.greeted_at: int | None = None

    def greet(self) -> None:
        """The browser has said who it is."""
        self.greeted_at = self._clock.now()

    def heard(self) -> None:
        """The browser said something."""
        self.heard_at = self._clock.now()

    def push(self, frame: bytes) -> None:
        """Send a frame, after those pushed before. Never waits."""
        if self._closing is not None:
            return
        self._frames.append(frame)
        self._bytes += len(frame)
        if self._bytes > MOST_BYTES:
            self._frames.clear()
            self._bytes = 0
            self.close(4408, "too slow")
        elif not self._flushing:
            self._flushing = True
            self._task = begin(self._drain())

    def close(self, code: int, reason: str) -> None:
        """End the connection after what was pushed before."""
        if self._closing is not None:
            return
        self._closing = (code, reason)
        if not self._flushing:
            self._flushing = True
            self._task = begin(self._drain())

    @property
    def closing(self) -> bool:
        return self._closing is not None

    def hold(self) -> None:
        """Gather what is pushed from now on; the caller promises to `flush`. Saves a task for each answer."""
        self._flushing = True

    async def flush(self) -> None:
        """Send what was gathered."""
        await self._drain()

    async def _drain(self) -> None:
        try:
            while self._frames:
                frame = self._frames.popleft()
                self._bytes -= len(frame)
                await self._send(frame)
            if self._closing is not None:
                await self._close(*self._closing)
        except (OSError, RuntimeError):
            # The browser went away while we wrote; whoever reads from it notices.
            self._frames.clear()
            self._closing = self._closing or (1001, "gone")
        finally:
            self._flushing = False
