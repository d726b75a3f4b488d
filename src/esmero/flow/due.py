"""Timers that fell due are handed to those who set them, each in a transaction with its own end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import structlog

from esmero.contract.events import DESK
from esmero.contract.facts import ConversationWoken
from esmero.desk import timers
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.timers import Timer
from esmero.kit.clock import MINUTE, Clock
from esmero.kit.errors import Unavailable
from esmero.store.database import Database
from esmero.store.session import Transaction

LEASE = MINUTE
BATCH = 100

Ring = Callable[[Transaction, Timer, int], None]
"""What a timer does, in its transaction, at a time. Doing it twice does no harm."""

_said = structlog.get_logger(__name__)


def wake(tx: Transaction, timer: Timer, at: int) -> None:
    """End a snooze, unless the conversation was taken up or snoozed anew meanwhile."""
    state = rows.find(tx, timer.subject_id)
    if state is None or state.status != "snoozed" or state.snoozed_until is None or state.snoozed_until > at:
        return
    change = Change(tx, state, at=at)
    change.tell(ConversationWoken(), actor=DESK)
    change.save()


class Due:
    """The worker that rings timers. Any number of processes may run one."""

    def __init__(self, database: Database, clock: Clock, rings: Mapping[str, Ring], *, owner: str) -> None:
        self._database = database
        self._clock = clock
        self._rings = rings
        self._owner = owner

    async def round(self) -> int:
        """Ring what is due now; a timer that breaks comes again when its lease ends.

        Returns:
            How many timers were taken; 0 means that there is nothing to do yet.
        """
        now = self._clock.now()
        next_due = await self._database.read(timers.next_due)
        if next_due is None or next_due > now:
            return 0
        taken = await self._database.write(
            lambda tx: timers.lease(tx, owner=self._owner, now=now, until=now + LEASE, limit=BATCH)
        )
        for timer in taken:
            await self._ring(timer)
        return len(taken)

    async def _ring(self, timer: Timer) -> None:
        ring = self._rings.get(timer.name)
        if ring is None:
            _said.error("a timer that nobody answers", name=timer.name, subject=timer.subject_id)
            return

        def unit(tx: Transaction) -> None:
            if timers.done(tx, timer, owner=self._owner):
                ring(tx, timer, self._clock.now())

        try:
            await self._database.write(unit)
        except Unavailable:
            raise  # storage is at fault; the lease ends and the timer comes again
        except Exception:  # noqa: BLE001 - told, and the rest goes on
            # One capability's defect must not keep the others' timers from ringing.
            _said.exception("a timer broke", name=timer.name, subject=timer.subject_id, attempts=timer.attempts)
