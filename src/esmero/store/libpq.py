"""Statements run straight on libpq, the C library under psycopg, for those that run thousands of times a second.

psycopg's cursors spend three quarters of the CPU of a short statement on what a statement that is known beforehand
doesn't need (the figures stand in docs/decisions/0003). Here each text is prepared once for a connection and run by its
name; psycopg still makes the connection, names the errors and reads the rows.

`Direct` is for reading: a trip to the server for each statement. `Pipeline` is for writing: statements whose result
nobody waits for travel together with the next one whose result somebody does (PostgreSQL's documentation, chapter
"Pipeline Mode").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import psycopg
from psycopg import errors, pq
from psycopg.adapt import Transformer

OK = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK)
MOST_ON_THE_WAY = 200
"""Statements whose results nobody has read yet. With very many both sides could wait for the other to read first."""
MOST_BYTES_ON_THE_WAY = 64 * 1024

_BINARY, _TEXT = 1, 0
_PARAMETER = re.compile(r"%\((\w+)\)s")
_SPECIAL = re.compile(r'(["\\])')

Encoded = tuple[list[Any], list[int]]


@cache
def numbered(text: str) -> tuple[bytes, tuple[str, ...]]:
    """A statement in libpq's style (`$1`) with the names of its parameters in their order."""
    names = list(dict.fromkeys(_PARAMETER.findall(text)))
    query = _PARAMETER.sub(lambda found: f"${names.index(found[1]) + 1}", text)
    return query.replace("%%", "%").encode(), tuple(names)


class Result:
    """What a statement gave, in the shape of a cursor."""

    __slots__ = ("_reader", "_result")

    def __init__(self, result: pq.abc.PGresult, reader: Any) -> None:
        self._result = result
        self._reader = reader

    @property
    def rowcount(self) -> int:
        """How many rows it changed, or found."""
        return self._result.command_tuples or 0

    @property
    def lastrowid(self) -> None:
        """PostgreSQL tells keys by RETURNING alone."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """The first row."""
        if not self._result.ntuples:
            return None
        self._reader.set_pgresult(self._result)
        row: tuple[Any, ...] = self._reader.load_row(0, tuple)
        return row

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows."""
        self._reader.set_pgresult(self._result)
        rows: list[tuple[Any, ...]] = self._reader.load_rows(0, self._result.ntuples, tuple)
        return rows


class _Prepared:
    """A connection and the names of what was prepared on it."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._pg = connection.pgconn
        self._pg.nonblocking = 0  # each of these connections has a thread to itself, which may wait
        self._reader = Transformer(connection)
        self._names: dict[str, tuple[bytes, tuple[str, ...]]] = {}

    def transaction_status(self) -> pq.TransactionStatus:
        """Whether a transaction is open, and whether it has failed; in a pipeline as of the last answer."""
        return pq.TransactionStatus(self._pg.transaction_status)

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def _error(self, result: pq.abc.PGresult | None) -> psycopg.Error:
        """The error that a result stands for; without a result, the connection is lost."""
        if result is None or result.status == pq.ExecStatus.PIPELINE_ABORTED:
            return errors.OperationalError("the connection is lost")
        return errors.error_from_result(result)


class Direct(_Prepared):
    """One statement, one trip."""

    def execute(self, text: str, values: Mapping[str, Any]) -> Result:
        """Runs a statement and waits for its result."""
        name, parameters = self._names.get(text) or self._prepare(text)
        return Result(self._checked(self._pg.exec_prepared(name, *encoded(parameters, values))), self._reader)

    def execute_many(self, text: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Runs a statement for each row."""
        for row in rows:
            self.execute(text, row)

    def command(self, text: str) -> None:
        """Runs a command without parameters, or several with `;` between them."""
        self._checked(self._pg.exec_(text.encode()))

    def _prepare(self, text: str) -> tuple[bytes, tuple[str, ...]]:
        query, parameters = numbered(text)
        name = b"s%d" % len(self._names)
        self._checked(self._pg.prepare(name, query))
        self._names[text] = name, parameters
        return name, parameters

    def _checked(self, result: pq.abc.PGresult) -> pq.abc.PGresult:
        if result.status not in OK:
            raise self._error(result)
        return result


class Pipeline(_Prepared):
    """Statements that are sent at once and answered when somebody asks. After an error the rest is dropped."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        super().__init__(connection)
        self._pg.enter_pipeline_mode()
        self._on_the_way = 0
        self._bytes_on_the_way = 0

    def send(self, text: str, values: Mapping[str, Any]) -> None:
        """Runs a statement whose result nobody needs. Its error shows at the next one that somebody waits for."""
        name, parameters = self._names.get(text) or self._prepare(text)
        params, formats = encoded(parameters, values)
        self._bytes_on_the_way += sum(map(len, filter(None, params)))
        if self._on_the_way >= MOST_ON_THE_WAY or self._bytes_on_the_way >= MOST_BYTES_ON_THE_WAY:
            self.settle()
        self._pg.send_query_prepared(name, params, formats)
        self._on_the_way += 1

    def execute(self, text: str, values: Mapping[str, Any]) -> Result:
        """Runs a statement and waits for its result."""
        self.send(text, values)
        return Result(self._answered(), self._reader)

    def execute_many(self, text: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Runs a statement for each row."""
        for row in rows:
            self.send(text, row)

    def settle(self) -> None:
        """Waits for all that was sent; raises the first error among it."""
        if self._on_the_way:
            self._answered()

    def finish(self, text: str) -> bytes:
        """Runs a statement that ends a transaction and returns its tag, such as `COMMIT`."""
        self.send(text, {})
        return self._answered().command_status or b""

    def _prepare(self, text: str) -> tuple[bytes, tuple[str, ...]]:
        query, parameters = numbered(text)
        name = b"s%d" % len(self._names)
        self._pg.send_prepare(name, query)
        self._on_the_way += 1
        self._answered()
        self._names[text] = name, parameters
        return name, parameters

    def _answered(self) -> pq.abc.PGresult:
        """The result of what was sent last, when all before it are known to be good.

        Ends with a mark (Sync) and not with a request to flush: only at a mark the server tells the state of the
        transaction, drops what comes after an error, and counts the time that a client stands still.
        """
        self._pg.pipeline_sync()
        self._pg.flush()
        self._on_the_way = self._bytes_on_the_way = 0
        last = failed = None
        while True:
            result = self._pg.get_result()
            if result is None:  # the end of one statement's results, or of everything
                if self._pg.status != pq.ConnStatus.OK:
                    raise self._error(failed)
            elif result.status == pq.ExecStatus.PIPELINE_SYNC:
                break
            elif result.status in OK:
                last = result
            else:
                failed = failed or result
        if failed is not None or last is None:
            raise self._error(failed)
        return last


def encoded(parameters: Sequence[str], values: Mapping[str, Any]) -> Encoded:
    """The values of parameters as libpq wants them, with their formats."""
    params: list[Any] = []
    formats: list[int] = []
    for name in parameters:
        value = values[name]
        if value.__class__ is bytes:
            params.append(value)
            formats.append(_BINARY)
        else:
            params.append(None if value is None else _ENCODERS[value.__class__](value))
            formats.append(_TEXT)
    return params, formats


def _text(value: str) -> bytes:
    if "\0" in value:  # a C string would end there, and the rest would be lost silently
        raise errors.DataError("PostgreSQL keeps no NUL characters in text")
    return value.encode()


def _number(value: float) -> bytes:
    return repr(value).encode()


def _flag(value: bool) -> bytes:
    return b"1" if value else b"0"


def _array(values: Sequence[int | str | None]) -> bytes:
    """An array's text, as PostgreSQL reads it (its documentation, "Array Input and Output Syntax")."""
    return _text("{" + ",".join(map(_item, values)) + "}")


def _item(value: int | str | None) -> str:
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else '"' + _SPECIAL.sub(r"\\\1", value) + '"'


_ENCODERS: dict[type, Callable[[Any], bytes]] = {
    str: _text,
    int: _number,
    float: _number,
    bool: _flag,
    list: _array,
    tuple: _array,
}
