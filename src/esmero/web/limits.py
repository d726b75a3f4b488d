"""How often somebody may do something: token buckets, in memory, for each process."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from litestar.di import NamedDependency
from litestar.params import SkipValidation

from esmero.kit.errors import TooMany

REMEMBERED = 20_000
"""Buckets that one limit keeps; beyond that the one unused for longest is forgotten, and with it its count."""


class Limit:
    """A bucket for each key, which holds up to `burst` and is refilled at `per_minute`.

    Several processes each count for themselves: what N of them let through is at most N times this.
    """

    def __init__(self, *, burst: int, per_minute: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._burst = float(burst)
        self._per_second = per_minute / 60
        self._monotonic = monotonic
        self._buckets: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, key: Hashable) -> None:
        """Count one.

        Raises:
            TooMany: there was none left; `wait` says when there will be one.
        """
        now = self._monotonic()
        left = self._left(key, now)
        if left < 1:
            raise TooMany(wait=int((1 - left) / self._per_second * 1000) + 1)
        self._put(key, left - 1, now)

    def give_back(self, key: Hashable) -> None:
        """Undo one `take`, for what turned out to be harmless."""
        now = self._monotonic()
        self._put(key, min(self._burst, self._left(key, now) + 1), now)

    def forget(self, key: Hashable) -> None:
        """Give a key a full bucket again."""
        self._buckets.pop(key, None)

    def _left(self, key: Hashable, now: float) -> float:
        left, since = self._buckets.get(key, (self._burst, now))
        return min(self._burst, left + (now - since) * self._per_second)

    def _put(self, key: Hashable, left: float, now: float) -> None:
        self._buckets[key] = (left, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)


class Limits:
    """The limits of the HTTP edges. Those of the live edges stand in `live/`."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        # Wrong passwords: ten in a row, then one a minute, for one account from one address ...
        self.sign_in = Limit(burst=10, per_minute=1, monotonic=monotonic)
        # ... and for all accounts from one address, where a whole office may sit.
        self.sign_in_address = Limit(burst=50, per_minute=10, monotonic=monotonic)
        # An account under attack from many addresses still lets its owner in: this one is wide.
        self.sign_in_account = Limit(burst=200, per_minute=20, monotonic=monotonic)
        self.links = Limit(burst=20, per_minute=10, monotonic=monotonic)
        self.pictures = Limit(burst=400, per_minute=400, monotonic=monotonic)
        self.calls = Limit(burst=300, per_minute=1_200, monotonic=monotonic)
        self.uploads = Limit(burst=60, per_minute=60, monotonic=monotonic)
        # Visitors are whom they say they are, as often as they like; behind one address may be a whole company.
        self.uploads_address = Limit(burst=300, per_minute=300, monotonic=monotonic)


TheLimits = NamedDependency[SkipValidation[Limits]]
"""How a route asks for the limits: a parameter `limits` of this type."""
