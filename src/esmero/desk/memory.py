"""Small things to remember by name: a channel's cursor, the desk's own key. `inbox_id` 0 is the desk."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from esmero.store.database import Database
from esmero.store.schema import memory
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert

_fresh = insert(memory).values(inbox_id=bindparam("inbox_id"), name=bindparam("name"), value=bindparam("value"))
_REMEMBER = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[memory.c.inbox_id, memory.c.name], set_={"value": _fresh.excluded.value}
    )
)
_RECALL = Statement(
    select(memory.c.value).where(memory.c.inbox_id == bindparam("inbox_id"), memory.c.name == bindparam("name"))
)


def remember(tx: Transaction, *, inbox_id: int, name: str, value: str) -> None:
    """Keep a value under a name, in place of what was there."""
    tx.run(_REMEMBER, inbox_id=inbox_id, name=name, value=value)


def recall(session: Session, *, inbox_id: int, name: str) -> str | None:
    """Return what is kept under a name."""
    row = session.one(_RECALL, inbox_id=inbox_id, name=name)
    return None if row is None else row[0]


class Memory:
    """The port of channels that must remember something between runs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def recall(self, inbox_id: int, name: str) -> str | None:
        """Return what is kept under a name."""
        return await self._database.read(lambda session: recall(session, inbox_id=inbox_id, name=name))

    async def remember(self, inbox_id: int, name: str, value: str) -> None:
        """Keep a value under a name; when this returns it is on disk."""
        await self._database.write(lambda tx: remember(tx, inbox_id=inbox_id, name=name, value=value))
