"""Somebody looks at what came, as it came: with the right to it, a reason, and an event that says so."""

from __future__ import annotations

import asyncio

from esmero.contract.events import Content
from esmero.contract.facts import SourceOpened
from esmero.contract.messages import Source
from esmero.contract.ports import Blobs
from esmero.desk import changes, log, sources
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.desk.sources import Kept
from esmero.flow.reply import visible
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, NotFound
from esmero.kit.sealed import Sealer
from esmero.kit.sources import open_source
from esmero.kit.text import clean_name
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

LONGEST_REASON = 500


class Sources:
    """Opens what is sealed."""

    def __init__(self, database: Database, blobs: Blobs, sealer: Sealer, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._sealer = sealer
        self._clock = clock

    async def open(self, source_id: int, reason: str, *, by: AgentView) -> bytes:
        """Return a source as it came, once the event is on disk that tells who looked at it and why.

        Raises:
            Forbidden: the role does not allow it.
            BadInput: no reason is given.
            NotFound: there is no such source that this agent may see, or its file is gone.
        """
        by.check_may("open_sources")
        why = clean_name(reason, longest=LONGEST_REASON)
        if not why:
            raise BadInput("Say why.", fields={"reason": "empty"})
        at = self._clock.now()
        kept = await self._database.write(lambda tx: _tell(tx, source_id, why, by, at))
        return await self.whole(kept.source)

    async def whole(self, source: Source) -> bytes:
        """Return a source as it came, for the desk itself; nobody is shown it.

        Raises:
            NotFound: its file is gone.
        """
        sealed = source.sealed
        if sealed is None:
            sealed = b"".join([chunk async for chunk in self._blobs.get(source.blob or "")])
        return await asyncio.to_thread(open_source, self._sealer, source.name, sealed)


def _tell(tx: Transaction, source_id: int, why: str, by: AgentView, at: int) -> Kept:
    kept = _visible(tx, source_id, by)
    opened, said = SourceOpened(source_id=source_id), Content(text=why)
    event = log.one(tx, kept.event_id) if kept.event_id else None
    if event is not None and event.stream == "conversation":
        change = Change(tx, visible(tx, event.of, by), at=at)
        change.tell(opened, actor=by.actor, content=said)
        change.save()
    else:
        changes.of_inbox(tx, kept.inbox_id, opened, by=by.actor, at=at, content=said)
    return kept


def _visible(session: Session, source_id: int, agent: AgentView) -> Kept:
    """Return a source that this agent may see: of a conversation that they see, or held in an inbox that they see."""
    kept = sources.find(session, source_id)
    event = log.one(session, kept.event_id) if kept is not None and kept.event_id else None
    if kept is None:
        raise NotFound("There is no such source.")
    if event is not None and event.stream == "conversation":
        visible(session, event.of, agent)
    elif not agent.sees(kept.inbox_id):
        raise NotFound("There is no such source.")
    return kept
