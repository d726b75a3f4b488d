"""How much one visitor may ask for: a bucket that fills with time, one for all their tabs and ways in."""

from __future__ import annotations

from msgspec import Struct

from esmero.kit.clock import SECOND, Clock
from esmero.kit.errors import TooMany


class Limits(Struct, frozen=True, kw_only=True):
    """How many messages a visitor may send at once, and how many a second in the long run."""

    burst: int = 30
    per_second: float = 3.0


class Bucket:
    """Counts what one visitor does."""

    __slots__ = ("_burst", "_clock", "_level", "_per_second", "_since")

    def __init__(self, clock: Clock, *, burst: int, per_second: float) -> None:
        self._clock = clock
        self._burst = burst
        self._per_second = per_second
        self._level = float(burst)
        self._since = clock.now()

    @property
    def is_full(self) -> bool:
        """Whether nothing was taken lately, so that a fresh one would be the same."""
        return self._filled(self._clock.now()) >= self._burst

    def may(self) -> bool:
        """Take one if there is one."""
        now = self._clock.now()
        self._level, self._since = self._filled(now), now
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

    def _filled(self, now: int) -> float:
        passed = (now - self._since) / SECOND
        return min(self._burst, self._level + passed * self._per_second)


class Buckets:
    """The buckets of all visitors. Full ones are forgotten when there are many, since a fresh one is full too."""

    MANY = 20_000

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._of: dict[tuple[int, str], Bucket] = {}

    def of(self, inbox_id: int, address: str) -> Bucket:
        """Return a visitor's bucket."""
        bucket = self._of.get((inbox_id, address))
        if bucket is None:
            if len(self._of) >= self.MANY:
                self._of = {key: one for key, one in self._of.items() if not one.is_full}
            bucket = Bucket(self._clock, burst=self._limits.burst, per_second=self._limits.per_second)
            self._of[inbox_id, address] = bucket
        return bucket
