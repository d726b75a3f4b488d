"""What this process has committed lately: whoever follows the log finds there what it needn't read again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import islice

from esmero.contract.events import Event

MOST = 1_000
"""Events; about a kilobyte each."""


class Heard:
    """The feed's newest events, as they were written here. Used on the event loop alone.

    Ids rise with every commit, so where they are consecutive nothing lies between them, of whatever process.
    """

    def __init__(self) -> None:
        self._events: deque[Event] = deque(maxlen=MOST)

    def add(self, events: Iterable[Event]) -> None:
        """Take what was just committed, in the order of the commits."""
        for event in events:
            if self._events and event.id != self._events[-1].id + 1:
                self._events.clear()
            self._events.append(event)

    def after(self, position: int, *, limit: int) -> list[Event]:
        """Return what comes after a position of the feed; nothing where that is not known for sure from here."""
        first = self._events[0].id if self._events else 0
        if not 0 < first <= position + 1:
            return []
        return list(islice(self._events, position + 1 - first, position + 1 - first + limit))

    def forget(self) -> None:
        """Forget everything: it is to be read again."""
        self._events.clear()
