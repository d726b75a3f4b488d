"""Ids of rows that are written many at a time, given out before they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlalchemy import text

from esmero.store.session import Transaction
from esmero.store.statement import Statement

Numbered = Literal["event", "customer", "identity", "conversation", "source", "file"]
"""Tables whose rows can be given their ids beforehand."""

_TABLES: tuple[Numbered, ...] = ("event", "customer", "identity", "conversation", "source", "file")


# Names from our own code alone stand in these texts.
_IDS = "SELECT {place}, nextval(pg_get_serial_sequence('{table}', 'id')) FROM generate_series(1, :{table})"
_LAST = Statement(text("SELECT max(id) FROM event"))
_NEXT = Statement(text("SELECT nextval(pg_get_serial_sequence('event', 'id')) FROM generate_series(1, :count)"))
_LAST_OF_ALL = Statement(text("SELECT " + ", ".join(f"(SELECT max(id) FROM {table})" for table in _TABLES)))  # noqa: S608
_NEXT_OF_ALL = Statement(
    text(" UNION ALL ".join(_IDS.format(place=place, table=table) for place, table in enumerate(_TABLES)))
)


def reserve_event_ids(tx: Transaction, count: int) -> list[int]:
    """Return ids for `count` new events, ascending. Nobody else gets them: the writer's lock is held until the commit.

    On SQLite they have to be used in this transaction, in which nothing else is appended meanwhile.
    """
    if tx.dialect == "postgresql":
        return sorted(row[0] for row in tx.all(_NEXT, count=count))
    row = tx.one(_LAST)
    return _following(row[0] if row else None, count)


def reserve_ids(tx: Transaction, counts: dict[Numbered, int]) -> dict[Numbered, Iterator[int]]:
    """Return ids for new rows of several tables, ascending; what `reserve_event_ids` says holds for all of them."""
    wanted = {table: counts.get(table, 0) for table in _TABLES}
    if tx.dialect == "postgresql":
        rows = sorted(tx.all(_NEXT_OF_ALL, **wanted))
        return {table: iter([row[1] for row in rows if row[0] == place]) for place, table in enumerate(_TABLES)}
    last = tx.one(_LAST_OF_ALL)
    assert last is not None  # aggregates always are
    return {table: iter(_following(newest, count)) for (table, count), newest in zip(wanted.items(), last, strict=True)}


def _following(last: int | None, count: int) -> list[int]:
    first = (last or 0) + 1
    return list(range(first, first + count))
