"""What units of work and queries are handed: a way to run statements, valid only inside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from esmero.store.statement import DialectName, Statement

Row = tuple[Any, ...]


class Cursor(Protocol):
    """The part of a driver's cursor (PEP 249) that sessions use."""

    @property
    def rowcount(self) -> int: ...
    @property
    def lastrowid(self) -> int | None: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Session:
    """Runs statements on one connection. Rows are plain tuples in the order of the clause."""

    __slots__ = ("_execute", "_execute_many", "dialect")

    def __init__(
        self,
        dialect: DialectName,
        execute: Callable[[str, Any], Cursor],
        execute_many: Callable[[str, Any], object],
    ) -> None:
        self.dialect: DialectName = dialect
        self._execute = execute
        self._execute_many = execute_many

    def one(self, statement: Statement, /, **values: Any) -> Row | None:
        """The first row, or None where there is none."""
        row: Row | None = self._cursor(statement, values).fetchone()
        return row

    def all(self, statement: Statement, /, **values: Any) -> list[Row]:
        """All rows."""
        return self._cursor(statement, values).fetchall()

    def run(self, statement: Statement, /, **values: Any) -> int:
        """How many rows it changed."""
        return self._cursor(statement, values).rowcount

    def many(self, statement: Statement, rows: Sequence[tuple[Any, ...]]) -> None:
        """Runs the statement once for each row of values, in the order of the statement's `names`."""
        if not rows:
            return
        if self.dialect == "sqlite":
            text, arrange = statement.for_rows()
            self._execute_many(text, rows if arrange is None else [arrange(row) for row in rows])
        else:
            named = [dict(zip(statement.names, row, strict=True)) for row in rows]
            self._execute_many(statement.text(self.dialect), named)

    def _cursor(self, statement: Statement, values: Mapping[str, Any]) -> Cursor:
        if statement.lists:
            values = self._values(statement, values)
        return self._execute(statement.text(self.dialect), values)

    def _values(self, statement: Statement, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Lists as the dialect wants them: SQLite has no arrays, so they travel as JSON."""
        if not statement.lists:
            return values
        encode = _as_json if self.dialect == "sqlite" else list
        return {name: encode(value) if name in statement.lists else value for name, value in values.items()}


class Transaction(Session):
    """What a unit of work gets: a session that may write and may announce what it wrote."""

    __slots__ = ("_send", "announced", "changed")

    def __init__(
        self,
        dialect: DialectName,
        execute: Callable[[str, Any], Cursor],
        execute_many: Callable[[str, Any], object],
        send: Callable[[str, Any], object] | None = None,
    ) -> None:
        super().__init__(dialect, execute, execute_many)
        self._send = send or execute
        self.changed = False
        """Whether the unit that runs now has changed anything yet."""
        self.announced: list[tuple[str, Sequence[object]]] = []

    def later(self, statement: Statement, /, **values: Any) -> None:
        """Runs a statement that nobody needs to hear of, before any that follows.

        On PostgreSQL it saves a trip to the server. What is wrong with it shows at a later statement or at the end of
        the unit.
        """
        self.changed = True
        if statement.lists:
            values = dict(self._values(statement, values))
        self._send(statement.text(self.dialect), values)

    def announce(self, topic: str, news: Sequence[object] = ()) -> None:
        """Tells listeners, after the commit, that there is something new under this topic.

        Those in this process are also handed the news themselves, in the order of the commits.
        """
        self.announced.append((topic, news))

    def one(self, statement: Statement, /, **values: Any) -> Row | None:
        cursor = self._cursor(statement, values)
        if not statement.writes:
            return cursor.fetchone()  # type: ignore[no-any-return]
        self.changed = True
        if statement.gives_key and self.dialect == "sqlite":
            return (cursor.lastrowid,)
        return cursor.fetchone()  # type: ignore[no-any-return]

    def all(self, statement: Statement, /, **values: Any) -> list[Row]:
        if statement.gives_key:
            row = self.one(statement, **values)
            return [] if row is None else [row]
        rows = self._cursor(statement, values).fetchall()
        self.changed |= statement.writes
        return rows

    def run(self, statement: Statement, /, **values: Any) -> int:
        count = self._cursor(statement, values).rowcount
        self.changed |= statement.writes
        return count

    def many(self, statement: Statement, rows: Sequence[tuple[Any, ...]]) -> None:
        # Rows before the one that fails stay changed, so this is set first.
        self.changed = True
        if statement.at_once is not None and self.dialect == "postgresql" and len(rows) > 1:
            columns = zip(*rows, strict=True)
            self._send(
                statement.at_once.text(self.dialect), dict(zip(statement.names, map(list, columns), strict=True))
            )
        else:
            super().many(statement, rows)


def _as_json(values: object) -> str:
    return msgspec.json.encode(values).decode()
