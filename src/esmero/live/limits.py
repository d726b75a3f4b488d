"""How much one browser may ask for: a bucket that fills with time."""

from __future__ import annotations

from msgspec import Struct

from esmero.kit.clock import SECOND, Clock
from esmero.kit.errors import TooMany


class Limits(Struct, frozen=True, kw_only=True):
    """How many messages a visitor may send at once, and how many a second in the long run."""

    burst: int = 30
    per_second: float = 3.0


class Bucket:
    """Counts what one connection does."""

    __slots__ = ("_burst", "_clock", "_level", "_per_second", "_since")

    def __init__(self, clock: Clock, *, burst: int, per_second: float) -> None:
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._level = float(burst)
        self._since = clock.now()

    def may(self) -> bool:
        """Take one if there is one."""
        now = self._clock.now()
        self._level = min(self._burst, self._level + (now - self._since) / SECOND * self._per_second)
        self._since = now
        if self._level < 1:
            return False
        self._level -= 1
        return True

    def take(self) -> None:
        """Take one.

        Raises:
            TooMany: there is none; `wait` says when there will be.
        """
        if not self.may():
            raise TooMany("Wait a moment.", wait=int((1 - self._level) / self._per_second * SECOND) + 1)
