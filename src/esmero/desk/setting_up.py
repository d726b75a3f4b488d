"""How inboxes are set up, as their channels are told it: with their secrets opened."""

from __future__ import annotations

from collections.abc import Sequence

from esmero.contract.events import DESK, Event
from esmero.contract.ports import SetUp
from esmero.desk import inboxes
from esmero.desk.inboxes import Inbox
from esmero.kit.clock import Clock
from esmero.kit.sealed import Sealer
from esmero.store.database import Database
from esmero.store.session import Session

SEALED_FOR = "inbox-secret"


class SettingUp:
    """The port of channels that ask for their inboxes."""

    def __init__(self, database: Database, sealer: Sealer, clock: Clock) -> None:
        self._database = database
        self._sealer = sealer
        self._clock = clock

    async def set_up(self, inbox_id: int) -> SetUp:
        """Return how an inbox is set up.

        Raises:
            NotFound: there is none, or it was removed.
        """
        return await self._database.read(lambda session: self._of(session, inboxes.in_use(session, inbox_id)))

    async def of_kind(self, kind: str) -> dict[int, SetUp]:
        """Return all inboxes of a kind that are in use."""

        def query(session: Session) -> dict[int, SetUp]:
            in_use = (one for one in inboxes.everyone(session) if one.channel == kind and not one.removed)
            return {one.id: self._of(session, one) for one in in_use}

        return await self._database.read(query)

    async def keep_secrets(self, inbox_id: int, secrets: bytes) -> None:
        """Seal an inbox's secrets in place of those before.

        Raises:
            NotFound: there is no such inbox, or it was removed.
        """
        sealed = self._sealer.seal(secrets, purpose=SEALED_FOR, about=str(inbox_id))
        at = self._clock.now()
        await self._database.write(lambda tx: inboxes.keep_secret(tx, inbox_id, sealed, by=DESK, at=at))

    def _of(self, session: Session, inbox: Inbox) -> SetUp:
        sealed = inboxes.secret_of(session, inbox.id)
        if sealed is None:
            return SetUp(inbox.settings)
        return SetUp(inbox.settings, self._sealer.open(sealed, purpose=SEALED_FOR, about=str(inbox.id)))


class SetUpsAtHand(SettingUp):
    """The same without a question to the database, as long as nothing has changed. Every mail asks."""

    def __init__(self, database: Database, sealer: Sealer, clock: Clock) -> None:
        super().__init__(database, sealer, clock)
        self._known: dict[int, SetUp] = {}

    async def set_up(self, inbox_id: int) -> SetUp:
        """Return how an inbox is set up.

        Raises:
            NotFound: there is none, or it was removed.
        """
        known = self._known
        if inbox_id not in known:
            # What is forgotten meanwhile takes this with it: it may have been read before the change.
            known[inbox_id] = await super().set_up(inbox_id)
        return known[inbox_id]

    def hear(self, events: Sequence[Event]) -> None:
        """Forget all if one of these events changed an inbox."""
        if any(event.stream == "inbox" for event in events):
            self.forget()

    def forget(self) -> None:
        """Ask anew from now on: something may have changed."""
        self._known = {}
