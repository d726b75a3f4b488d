"""Ids of events that are written many at a time, given out before they are written."""

from __future__ import annotations

from sqlalchemy import text

from esmero.store.session import Transaction
from esmero.store.statement import Statement

_LAST = Statement(text("SELECT max(id) FROM event"))
_NEXT = Statement(text("SELECT nextval(pg_get_serial_sequence('event', 'id')) FROM generate_series(1, :count)"))


def reserve_event_ids(tx: Transaction, count: int) -> list[int]:
    """Return ids for `count` new events, ascending. Nobody else gets them: the writer's lock is held until the commit.

    On SQLite they have to be used in this transaction, in which nothing else is appended meanwhile.
    """
    if tx.dialect == "postgresql":
        return sorted(row[0] for row in tx.all(_NEXT, count=count))
    row = tx.one(_LAST)
    last = (row[0] if row else None) or 0
    return list(range(last + 1, last + 1 + count))
