"""All rows of a database as lines of JSON, out of one moment of a running desk and into a new one.

The form is the same for both databases, so what began on SQLite can go on on PostgreSQL, and back. A table is a file: a
first line that names its columns, then a line for each row. Bytes are base64, since JSON has none.
"""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import msgspec
from sqlalchemy import LargeBinary

from esmero.kit import disk
from esmero.store import migrate, sqlite_file
from esmero.store.errors import SchemaTooNew, StoreUnavailable
from esmero.store.schema import METADATA

CHUNK_ROWS = 2_000
_VERSION = "SELECT version_num FROM alembic_version"

Rows = Iterator[Sequence[Any]]


Name = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,59}$")]
"""Of a table or column: it becomes part of a statement."""


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line of a table."""

    table: Name
    columns: tuple[Name, ...]
    bytes: tuple[Name, ...] = ()
    """Those of the columns that are base64 in the lines."""


class Snapshot:
    """A database as it was at one moment, whatever is written to it meanwhile."""

    def __init__(self, version: str, rows: Callable[[str], Iterable[Sequence[Any]]]) -> None:
        self.version = version
        """Of its schema."""
        self._rows = rows

    def lines(self, table: str) -> Iterator[bytes]:
        """The lines of a table, without line ends."""
        columns = METADATA.tables[table].columns
        names = tuple(column.name for column in columns)
        hidden = tuple(column.name for column in columns if isinstance(column.type, LargeBinary))
        yield msgspec.json.encode(Head(str(table), tuple(map(str, names)), tuple(map(str, hidden))))
        listed = ", ".join(f'"{name}"' for name in names)
        yield from map(msgspec.json.encode, self._rows(f'SELECT {listed} FROM "{table}"'))  # noqa: S608


@contextmanager
def snapshot(place: str | Path) -> Iterator[Snapshot]:
    """Opens a snapshot of the database in a data folder or at an address. The desk may run and write.

    Raises:
        StoreUnavailable: there is no database, or not of the schema that this release knows.
    """
    opened = _postgresql_snapshot(place) if isinstance(place, str) and "://" in place else _sqlite_snapshot(Path(place))
    with opened as found:
        if found.version != migrate.known_versions()[-1]:
            raise StoreUnavailable(f"the database has schema {found.version}; start this release once to migrate it")
        yield found


@contextmanager
def _sqlite_snapshot(folder: Path) -> Iterator[Snapshot]:
    path = folder / sqlite_file.FILE_NAME
    if not path.exists():
        raise StoreUnavailable("there is no database in this data folder")
    with closing(sqlite_file.connect(path)) as connection:
        connection.execute("PRAGMA query_only = 1")
        connection.execute("BEGIN")
        yield Snapshot(connection.execute(_VERSION).fetchone()[0], connection.execute)


@contextmanager
def _postgresql_snapshot(url: str) -> Iterator[Snapshot]:
    import psycopg

    try:
        connection = psycopg.connect(url)
    except psycopg.OperationalError as error:
        raise StoreUnavailable("the database can't be reached") from error

    def rows(query: str) -> Rows:
        with connection.cursor("dump") as cursor:  # a named cursor stays on the server and is read in portions
            cursor.itersize = CHUNK_ROWS
            yield from cursor.execute(query)

    with connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute(_VERSION).fetchone()
        assert row is not None
        yield Snapshot(row[0], rows)


def tables() -> list[str]:
    """All tables, those before the ones that point to them. Search isn't among them: it is made anew from the log."""
    return [str(table.name) for table in METADATA.sorted_tables]


class Filling:
    """A new database that is being filled. It appears when all is in it, or not at all."""

    def __init__(self, put: Callable[[str, Sequence[str], Rows], None]) -> None:
        self._put = put

    def table(self, lines: Iterable[bytes]) -> int:
        """Fills a table from its lines; returns the number of rows."""
        feed = iter(lines)
        head = msgspec.json.decode(next(feed), type=Head)
        places = [head.columns.index(name) for name in head.bytes]
        count = 0
        while chunk := list(islice(feed, CHUNK_ROWS)):
            self._put(head.table, head.columns, (_row(line, places) for line in chunk))
            count += len(chunk)
        return count


@contextmanager
def filling(place: str | Path, version: str) -> Iterator[Filling]:
    """Makes a database with the schema of a version, has it filled, and brings it to this release's schema.

    Raises:
        SchemaTooNew: a newer release made that schema.
        StoreUnavailable: there is a database already.
    """
    if version not in migrate.known_versions():
        raise SchemaTooNew(f"the back-up has schema {version}, this release knows up to {migrate.known_versions()[-1]}")
    to_postgresql = isinstance(place, str) and "://" in place
    with _postgresql_filling(str(place), version) if to_postgresql else _sqlite_filling(Path(place), version) as found:
        yield found


@contextmanager
def _sqlite_filling(folder: Path, version: str) -> Iterator[Filling]:
    path = folder / sqlite_file.FILE_NAME
    if path.exists():
        raise StoreUnavailable("there is a database in this data folder already")
    disk.make_folder(folder.absolute())
    part = path.with_suffix(".restoring")
    part.unlink(missing_ok=True)
    sqlite_file.create(part)
    with closing(sqlite_file.connect(part)) as connection:
        # A file of its own until it is whole: no readers, so no need of a log beside it.
        for setting in ("journal_mode = DELETE", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN IMMEDIATE")
        migrate.upgrade("sqlite", connection, version)
        yield Filling(lambda table, columns, rows: _insert(connection, table, columns, rows))
        connection.execute(_FORGET_SEARCH)
        migrate.upgrade("sqlite", connection)
        migrate.check_foreign_keys(connection)
        connection.execute("COMMIT")
    part.rename(path)
    disk.sync_folder(folder)


def _insert(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Rows) -> None:
    listed, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" for _ in columns)
    connection.executemany(f'INSERT INTO "{table}" ({listed}) VALUES ({marks})', rows)  # noqa: S608


@contextmanager
def _postgresql_filling(url: str, version: str) -> Iterator[Filling]:
    import psycopg

    try:
        connection = psycopg.connect(url)
    except psycopg.OperationalError as error:
        raise StoreUnavailable("the database can't be reached") from error
    with connection:  # one transaction for all of it
        found = connection.execute("SELECT to_regclass('event')").fetchone()
        if found != (None,):
            raise StoreUnavailable("there is a desk in this database already")
        migrate.upgrade("postgresql", connection, version)
        yield Filling(lambda table, columns, rows: _copy(connection, table, columns, rows))
        connection.execute(_FORGET_SEARCH)
        for table in tables():
            _set_next_id(connection, table)
        migrate.upgrade("postgresql", connection)


def _copy(connection: Any, table: str, columns: Sequence[str], rows: Rows) -> None:
    listed = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({listed}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def _set_next_id(connection: Any, table: str) -> None:
    """Rows that came with their ids did not move the counter that gives out the next."""
    if "id" in METADATA.tables[table].columns:
        connection.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM \"{table}\" HAVING max(id) > 0"  # noqa: S608
        )


# The follower of the log that fills search begins anew, since the rows of search don't travel.
_FORGET_SEARCH = "DELETE FROM cursor WHERE name IN ('search', 'search.refill')"


def _row(line: bytes, places: Sequence[int]) -> Sequence[Any]:
    row: list[Any] = msgspec.json.decode(line)
    for place in places:
        if row[place] is not None:
            row[place] = base64.b64decode(row[place])
    return row
