"""Whom the desk's own mail comes from: as the operator's environment says, else as the console does."""

from __future__ import annotations

from esmero.contract.events import Actor
from esmero.contract.ports import SetUp
from esmero.desk import own_settings
from esmero.desk.own_settings import Kept
from esmero.kit.sealed import Sealer
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

_SEALED_FOR, _ABOUT = "sender-secret", "sender"


class OwnSender:
    """The port of whoever sends mails of the desk's own."""

    def __init__(self, database: Database, sealer: Sealer, fixed: SetUp | None = None) -> None:
        self._database = database
        self._sealer = sealer
        self.fixed = fixed

    async def sender(self) -> SetUp | None:
        """Return how the sender is set up, with its password; None if it is not."""
        return await self._database.read(self.read)

    def read(self, session: Session) -> SetUp | None:
        """Return the same within a transaction."""
        if self.fixed is not None:
            return self.fixed
        kept = own_settings.find(session, "sender")
        if kept is None:
            return None
        secret = None if kept.secret is None else self._sealer.open(kept.secret, purpose=_SEALED_FOR, about=_ABOUT)
        return SetUp(kept.value, secret)

    def is_set(self, session: Session) -> bool:
        """Tell whether the desk can send mails of its own."""
        return self.fixed is not None or own_settings.is_there(session, "sender")

    def keep(self, tx: Transaction, set_up: SetUp | None, *, by: Actor, at: int) -> None:
        """Set the sender up; None takes it away."""
        if set_up is None:
            own_settings.remove(tx, "sender", by=by, at=at)
            return
        secret = set_up.secrets
        sealed = None if not secret else self._sealer.seal(secret, purpose=_SEALED_FOR, about=_ABOUT)
        own_settings.keep(tx, "sender", Kept(set_up.settings, sealed), by=by, at=at)
