"""What came and could not be understood: held whole, shown, tried again, or put away by somebody who looked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Literal

from esmero.contract.events import DESK, Content
from esmero.contract.facts import MailHeld, MailReleased
from esmero.contract.messages import Source
from esmero.desk import changes, log, sources
from esmero.desk.access import AgentView
from esmero.desk.sources import Kept
from esmero.flow.sources import Sources
from esmero.kit.clock import Clock
from esmero.kit.errors import NotFound
from esmero.store.database import Database
from esmero.store.session import Session, Transaction


class Quarantine:
    """Holds what a channel can't understand; see the port of the same name for what it promises."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def hold(self, inbox_id: int, key: str, source: Source, reason: str) -> None:
        """Keep something whole; the same key again changes nothing.

        Raises:
            EsmeroError: storage can't be reached; nothing was kept.
        """
        at = self._clock.now()
        await self._database.write(lambda tx: _hold(tx, inbox_id, key, source, reason, at))


Again = Callable[[int, bytes, str], Awaitable[bool]]
"""Tries once more to understand what came to an inbox, in one way or another; False if it is held still."""


class Release:
    """What people do with what is held."""

    def __init__(self, database: Database, sources: Sources, clock: Clock, again: Again) -> None:
        self._database = database
        self._sources = sources
        self._clock = clock
        self._again = again

    async def held(self, agent: AgentView, *, limit: int) -> list[Kept]:
        """Return what is held in the inboxes that an agent sees, newest first."""
        return await self._database.read(lambda session: sources.held(session, agent.inbox_ids, limit=limit))

    async def retry(self, source_id: int, *, by: AgentView) -> bool:
        """Try once more to understand something; False if it is held still.

        Raises:
            NotFound: nothing of the kind is held that this agent may see, or its file is gone.
        """
        kept = await self._database.read(lambda session: _held(session, source_id, by))
        raw = await self._sources.whole(kept.source)
        if not await self._again(kept.inbox_id, raw, kept.source.way):
            await self._database.write(lambda tx: sources.tried(tx, source_id))
            return False
        await self._let_go(source_id, "understood", by)
        return True

    async def put_away(self, source_id: int, *, by: AgentView) -> None:
        """Hold something no more, though it became no message. It stays where it is.

        Raises:
            NotFound: nothing of the kind is held that this agent may see.
        """
        await self._let_go(source_id, "put_away", by)

    async def _let_go(self, source_id: int, action: Literal["understood", "put_away"], by: AgentView) -> None:
        at = self._clock.now()

        def unit(tx: Transaction) -> None:
            kept = _held(tx, source_id, by)
            sources.put_away(tx, source_id)
            released = MailReleased(source_id=source_id, action=action)
            changes.of_inbox(tx, kept.inbox_id, released, by=by.actor, at=at)

        await self._database.write(unit)


def _hold(tx: Transaction, inbox_id: int, key: str, source: Source, reason: str, at: int) -> None:
    if log.claimed(tx, inbox_id=inbox_id, key=key) is not None:
        return
    source_id = sources.hold(tx, source, inbox_id=inbox_id, reason=reason, at=at)
    event = changes.of_inbox(tx, inbox_id, MailHeld(source_id=source_id), by=DESK, at=at, content=Content(text=reason))
    log.claim(tx, inbox_id=inbox_id, key=key, event=event)


def _held(session: Session, source_id: int, agent: AgentView) -> Kept:
    kept = sources.find(session, source_id)
    if kept is None or kept.state != "held" or not agent.sees(kept.inbox_id):
        raise NotFound("Nothing of the kind is held.")
    return kept
