"""SQLite: one file in the data folder, WAL, every commit on disk before it is acknowledged."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from esmero.kit import disk
from esmero.kit.errors import EsmeroError
from esmero.store.checkpoint import Checkpoints
from esmero.store.errors import QueryTooSlow, StoreUnavailable
from esmero.store.lock import FolderLock
from esmero.store.session import Session, Transaction
from esmero.store.sqlite_file import FILE_NAME, connect
from esmero.store.statement import DialectName

# Instructions of SQLite's virtual machine between two looks at the deadline: some milliseconds of
# work, so that a quick query never pays for the call back into Python.
DEADLINE_STEP = 100_000
# What the file of the WAL is cut back to once it was copied and nobody reads it any more.
WAL_KEEP_BYTES = 64 * 1024 * 1024
# What must fit on the disk again before writing is called possible.
ROOM_BYTES = 1024 * 1024

# Result codes (https://sqlite.org/rescode.html) that speak about the machine, not the statement.
_MACHINE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


class Sqlite:
    """The driver for the database in a data folder. Holds the folder's lock until it is closed.

    Raises:
        DataFolderInUse: another process holds it.
    """

    dialect: DialectName = "sqlite"

    def __init__(self, folder: Path, *, deadline_seconds: float = 5.0) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = folder / FILE_NAME
        self.deadline_seconds = deadline_seconds
        self._lock = FolderLock(folder)

    def migrate(self) -> None:
        from esmero.store.migrate import migrate_sqlite

        migrate_sqlite(self.path)

    def open_writer(self) -> SqliteWriter:
        return SqliteWriter(self.path)

    def open_reader(self) -> SqliteReader:
        return SqliteReader(self.path, self.deadline_seconds)

    def named(self, error: BaseException) -> EsmeroError | None:
        if isinstance(error, EsmeroError):
            return error
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_INTERRUPT:
            return QueryTooSlow()
        # The lower eight bits are the kind, the others say more (SQLITE_IOERR_FSYNC).
        if code is not None and code & 0xFF in _MACHINE:
            return StoreUnavailable(str(error))
        return None

    def backlog_bytes(self) -> int:
        try:
            return self.path.with_name(f"{self.path.name}-wal").stat().st_size
        except FileNotFoundError:
            return 0

    def close(self) -> None:
        self._lock.close()


class SqliteWriter:
    """The connection that writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = _identity(path)
        self._connection = connect(path)
        self._checkpoints = Checkpoints(self._connection, connect(path))
        # Else they happen inside of a commit that somebody waits for.
        self._connection.execute("PRAGMA wal_autocheckpoint = 0")
        self._connection.execute(f"PRAGMA journal_size_limit = {WAL_KEEP_BYTES}")
        self.transaction = Transaction("sqlite", self._connection.execute, self._connection.executemany)

    def begin(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def settle(self) -> None:
        """Every statement has run when its call returns."""

    def commit(self) -> None:
        # A file that was deleted or replaced under us still takes writes, and they would be gone
        # at the next start. Better refused than acknowledged.
        if _identity(self._path) != self._identity:
            raise StoreUnavailable("the database file was replaced")
        self._connection.execute("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def aborted(self) -> bool:
        # Some errors (a full disk, say) make SQLite roll back by itself.
        return not self._connection.in_transaction

    def savepoint(self) -> None:
        self._connection.execute("SAVEPOINT unit")

    def release(self) -> None:
        self._connection.execute("RELEASE unit")

    def rollback_to_savepoint(self) -> None:
        self._connection.execute("ROLLBACK TO unit")
        self._connection.execute("RELEASE unit")

    def probe(self) -> None:
        _check_room(self._path.parent)
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        self.begin()
        self._connection.execute(f"PRAGMA user_version = {version}")
        self.commit()

    def tidy(self) -> None:
        self._checkpoints.look()

    def close(self) -> None:
        self._checkpoints.close()
        self._connection.close()


class SqliteReader:
    """A connection that can't write and stops a query that runs past its deadline."""

    def __init__(self, path: Path, deadline_seconds: float) -> None:
        self._connection = connect(path)
        self._connection.execute("PRAGMA query_only = 1")
        self._deadline_seconds = deadline_seconds
        self._deadline = 0.0
        self._connection.set_progress_handler(self._late, DEADLINE_STEP)
        self.session = Session("sqlite", self._connection.execute, self._connection.executemany)

    def start(self) -> None:
        self._deadline = time.monotonic() + self._deadline_seconds

    def close(self) -> None:
        self._connection.close()

    def _late(self) -> bool:
        return time.monotonic() > self._deadline


def _check_room(folder: Path) -> None:
    """Where a disk was full, a single small commit may fit again, and the next one not: that would be no recovery."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(ROOM_BYTES))
            file.flush()
            disk.sync_file(file.fileno())
    except OSError as error:
        raise StoreUnavailable(error.strerror or "the disk fails") from error


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError as error:
        raise StoreUnavailable("the database file is gone") from error
    return found.st_dev, found.st_ino
