"""What is in the log is followed: new events go to the capabilities that react.

Each follower has a cursor of its own that moves in the transaction of its reaction: a batch is claimed by moving it
from where it was seen, and whoever comes second finds it moved. An event that a follower can't digest is parked where
people see it, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import structlog

from esmero.contract.events import Event
from esmero.desk import cursors, log
from esmero.desk.heard import Heard
from esmero.kit.clock import Clock
from esmero.kit.errors import Unavailable
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

BATCH = 200
ATTEMPTS = 3

_said = structlog.get_logger(__name__)


class Follower(NamedTuple):
    """A capability that follows the log.

    Attributes:
        name: of its cursor; never changes.
        react: handles a batch in order, inside one transaction; the same batch again does no harm.
    """

    name: str
    react: Callable[[Transaction, Sequence[Event]], None]


class Follow:
    """The tailer of one process. Any number of processes may run one: a batch is claimed by moving the cursor."""

    def __init__(self, database: Database, clock: Clock, followers: Sequence[Follower], heard: Heard) -> None:
        self._database = database
        self._clock = clock
        self._followers = followers
        self._heard = heard
        self._seen: dict[str, int] = {}
        """How far the followers are, as far as this process knows: another may have moved their cursors."""

    async def round(self) -> int:
        """Let each follower take its next batch.

        Returns:
            How many events were handled; 0 means that all have caught up.
        """
        return sum([await self._advance(follower) for follower in self._followers])

    async def _advance(self, follower: Follower) -> int:
        seen, events = await self._news(follower)
        if not events:
            self._seen[follower.name] = seen
            return 0
        try:
            if await self._database.write(lambda tx: _react(tx, follower, seen, events)):
                self._seen[follower.name] = events[-1].id
        except Unavailable:
            raise  # storage is at fault and no event is
        except Exception:  # noqa: BLE001 - told, set aside, and the rest goes on
            # Which of the batch is at fault shows one by one.
            _said.warning("a follower stumbled", follower=follower.name, after=seen, exc_info=True)
            for event in events:
                await self._react_alone(follower, seen, event)
                seen = event.id
        return len(events)

    async def _news(self, follower: Follower) -> tuple[int, Sequence[Event]]:
        """Where a follower is, and what comes next. What this process committed itself it needn't read again."""
        seen = self._seen.pop(follower.name, None)
        heard = [] if seen is None else self._heard.after(seen, limit=BATCH)
        if seen is not None and heard:
            return seen, heard
        return await self._database.read(lambda session: _news(session, follower))

    async def _react_alone(self, follower: Follower, seen: int, event: Event) -> None:
        reason = ""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                await self._database.write(lambda tx: _react(tx, follower, seen, [event]))
                return
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001 - told, set aside, and the rest goes on
                _said.exception("a follower broke", follower=follower.name, event_id=event.id, attempt=attempt)
                reason = type(error).__name__
        at = self._clock.now()
        await self._database.write(lambda tx: _park(tx, follower, seen, event, reason, at))


def _news(session: Session, follower: Follower) -> tuple[int, list[Event]]:
    seen = cursors.position(session, follower.name)
    return seen, log.after(session, seen, limit=BATCH)


def _react(tx: Transaction, follower: Follower, seen: int, events: Sequence[Event]) -> bool:
    """Let a follower react, unless its cursor is no longer where it was seen; say whether it was."""
    claimed = cursors.advance(tx, name=follower.name, seen=seen, position=events[-1].id)
    if claimed:
        follower.react(tx, events)
    return claimed


def _park(tx: Transaction, follower: Follower, seen: int, event: Event, reason: str, at: int) -> None:
    if cursors.advance(tx, name=follower.name, seen=seen, position=event.id):
        cursors.park(tx, name=follower.name, event_id=event.id, attempts=ATTEMPTS, reason=reason, at=at)
