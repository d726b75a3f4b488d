"""What time it is. Everything that asks, asks a `Clock`, so that tests and the demo can move time."""

from __future__ import annotations

import time
from typing import Protocol

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Clock(Protocol):
    """A source of the present time."""

    def now(self) -> int:
        """Return UTC milliseconds since 1970-01-01."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000


class MovableClock:
    """The machine's clock plus an offset that only grows, or a clock that stands still where a test put it."""

    def __init__(self, at: int | None = None) -> None:
        self._standing = at
        self._offset = 0

    def now(self) -> int:
        start = SystemClock().now() if self._standing is None else self._standing
        return start + self._offset

    def skip(self, milliseconds: int) -> None:
        """Move time forward.

        Raises:
            ValueError: for a negative step, since rows already written would lie in the future.
        """
        if milliseconds < 0:
            raise ValueError("time only moves forward")
        self._offset += milliseconds
