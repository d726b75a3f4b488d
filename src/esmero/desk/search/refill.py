"""An index that was begun anew, filled with what happened before: the newest first, in slices, beside the work.

`search` follows what happens from now on; `search.refill` is the place down to which the log has been gone through,
backwards. Until it comes to the begin, search tells that it doesn't know everything yet.
"""

from __future__ import annotations

from sqlalchemy import bindparam, delete, select

from esmero.desk import cursors, log
from esmero.desk.search.index import put
from esmero.store.database import Database
from esmero.store.schema import cursor, event
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement

CURSOR = "search.refill"
SLICE = 24
"""Events of one transaction: a chat message waits no longer than for these."""

_BEFORE = Statement(
    select(event.c.id).where(event.c.id <= bindparam("position")).order_by(event.c.id.desc()).limit(bindparam("limit"))
)
_END = Statement(delete(cursor).where(cursor.c.name == CURSOR))


class Refill:
    """One slice at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def round(self) -> int:
        """Index the next older slice.

        Returns:
            How many events were gone through; 0 means that the index is complete.
        """
        if not await self._database.read(left):
            return 0
        return await self._database.write(fill)


def left(session: Session) -> int:
    """Return down from which event the log still has to be gone through; 0 when the index is complete."""
    return cursors.position(session, CURSOR)


def fill(tx: Transaction) -> int:
    """Index one slice and move on, unless another process has done so; say how many events were gone through."""
    position = left(tx)
    if not position:
        return 0
    ids = [row[0] for row in tx.all(_BEFORE, position=position, limit=SLICE)]
    if ids:
        cursors.advance(tx, name=CURSOR, seen=position, position=ids[-1] - 1)
        put(tx, log.these(tx, ids))
    if not ids or ids[-1] <= 1:
        tx.run(_END)
    return len(ids)
