"""What came and could not be understood: held whole, shown, tried again, or put away by somebody who looked."""

from __future__ import annotations

from esmero.contract.events import DESK, Content
from esmero.contract.facts import MailHeld, MailReleased
from esmero.contract.messages import Source
from esmero.desk import changes, log, sources
from esmero.desk.access import AgentView
from esmero.desk.sources import Kept
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

    async def held(self, agent: AgentView, *, limit: int) -> list[Kept]:
        """Return what is held in the inboxes that an agent sees, newest first."""
        return await self._database.read(lambda session: sources.held(session, agent.inbox_ids, limit=limit))

    async def put_away(self, source_id: int, *, by: AgentView) -> None:
        """Hold something no more, though it became no message. It stays where it is.

        Raises:
            NotFound: nothing of the kind is held that this agent may see.
        """
        at = self._clock.now()

        def unit(tx: Transaction) -> None:
            kept = _held(tx, source_id, by)
            sources.put_away(tx, source_id, reason=kept.reason)
            changes.of_inbox(
                tx, kept.inbox_id, MailReleased(source_id=source_id, action="put_away"), by=by.actor, at=at
            )

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
