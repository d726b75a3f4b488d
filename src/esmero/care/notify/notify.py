"""Asking for mails of the desk's own: anybody may, and within the transaction of whatever the mail is about."""

from __future__ import annotations

from esmero.care.notify import queue
from esmero.contract.own_mail import OwnMail
from esmero.desk.sender import OwnSender
from esmero.kit.clock import HOUR, Clock
from esmero.kit.sealed import Sealer
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

RESETS = 3
"""Links for a new password that one address is sent within an hour."""


class Notify:
    """The port of whoever has something to say to the desk's people."""

    def __init__(self, database: Database, sealer: Sealer, sender: OwnSender, clock: Clock) -> None:
        self._database = database
        self._sealer = sealer
        self._sender = sender
        self._clock = clock

    async def __call__(self, mail: OwnMail, *, expires_at: int | None = None) -> bool:
        """Have a mail written and sent; False if the desk has no sender."""
        return await self._database.write(lambda tx: self.put(tx, mail, expires_at=expires_at))

    def is_set(self, session: Session) -> bool:
        """Tell whether the desk can send mails of its own."""
        return self._sender.is_set(session)

    def put(self, tx: Transaction, mail: OwnMail, *, expires_at: int | None = None) -> bool:
        """Have a mail sent if this transaction comes about; False if the desk has no sender."""
        if not self.is_set(tx):
            return False
        queue.put(tx, mail, self._sealer, at=self._clock.now(), expires_at=expires_at)
        return True

    async def forgotten(self, address: str) -> None:
        """Have a link for a new password sent to whoever has this address, if anybody has.

        The same is done for every address: whose it is, is looked up when the mail is written. So nobody learns here,
        by what is answered or by how long that takes, who has an account.
        """

        def unit(tx: Transaction) -> None:
            now = self._clock.now()
            if queue.asked(tx, address, "reset", since=now - HOUR) < RESETS:
                self.put(tx, OwnMail(purpose="reset", to=address), expires_at=now + HOUR)

        await self._database.write(unit)
