"""Who of several processes does what only one may do: a name that is held until a time, and can be renewed."""

from __future__ import annotations

from esmero.desk import memory
from esmero.kit.clock import Clock
from esmero.store.database import Database
from esmero.store.session import Transaction

THE_DESK = 0


class Leases:
    """The port of those who must be the only ones. Units of all processes follow one another: two never both hold."""

    def __init__(self, database: Database, clock: Clock, *, owner: str) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner

    async def hold(self, name: str, *, ms: int) -> bool:
        """Take a lease, or renew one's own; False if somebody else has it. It ends by itself after `ms`."""
        now = self._clock.now()

        def unit(tx: Transaction) -> bool:
            owner, until = _read(memory.recall(tx, inbox_id=THE_DESK, name=f"lease:{name}"))
            if owner != self._owner and until > now:
                return False
            memory.remember(tx, inbox_id=THE_DESK, name=f"lease:{name}", value=f"{now + ms} {self._owner}")
            return True

        return await self._database.write(unit)

    async def let_go(self, name: str) -> None:
        """Give a lease back before it ends, if it is one's own."""

        def unit(tx: Transaction) -> None:
            owner, _ = _read(memory.recall(tx, inbox_id=THE_DESK, name=f"lease:{name}"))
            if owner == self._owner:
                memory.remember(tx, inbox_id=THE_DESK, name=f"lease:{name}", value="0 ")

        await self._database.write(unit)


def _read(written: str | None) -> tuple[str, int]:
    until, _, owner = (written or "0 ").partition(" ")
    return owner, int(until)
