"""PostgreSQL, for companies that outgrew one machine: any number of processes on one database."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from esmero.kit.errors import EsmeroError
from esmero.store.errors import QueryTooSlow, StoreUnavailable
from esmero.store.libpq import Direct, Pipeline
from esmero.store.session import Session, Transaction
from esmero.store.statement import DialectName

# An arbitrary number of our own. Whoever writes holds it from BEGIN to COMMIT, so ids are given out in the order in
# which they become visible: a reader that saw id 7 will never find a 6 later. It also means that batches of two
# processes can't deadlock.
WRITING = 7_202_377_101
# A process that stands still in the middle of a batch (a paused machine) must not hold up the others for ever.
STUCK_SECONDS = 15

# Classes of SQLSTATE (PostgreSQL documentation, appendix A) that speak about the machine and not the statement:
# connection, transaction rollback (serialisation, deadlock), resources, operator intervention, system error.
_MACHINE = ("08", "40", "53", "57", "58", "XX")
_TOO_SLOW = "57014"  # query_canceled, which is how statement_timeout shows
_ALSO_MACHINE = ("25006", "55P03")  # a read-only standby; lock_timeout


class Postgres:
    """The driver for one PostgreSQL database."""

    dialect: DialectName = "postgresql"

    def __init__(self, url: str, *, deadline_seconds: float = 5.0) -> None:
        self.url = url
        self.deadline_seconds = deadline_seconds

    def migrate(self) -> None:
        from esmero.store.migrate import migrate_postgresql

        migrate_postgresql(self.url)

    def open_writer(self) -> PostgresWriter:
        return PostgresWriter(
            connect(
                self.url,
                lock_timeout=f"{STUCK_SECONDS}s",
                idle_in_transaction_session_timeout=f"{STUCK_SECONDS}s",
            )
        )

    def open_reader(self) -> PostgresReader:
        milliseconds = round(self.deadline_seconds * 1000)
        return PostgresReader(
            connect(self.url, default_transaction_read_only="on", statement_timeout=str(milliseconds))
        )

    def named(self, error: BaseException) -> EsmeroError | None:
        if isinstance(error, EsmeroError):
            return error
        if not isinstance(error, psycopg.Error):
            return None
        state = error.sqlstate
        if state == _TOO_SLOW:
            return QueryTooSlow()
        if state is None:
            return StoreUnavailable("the connection to the database was lost") if _is_lost(error) else None
        if state.startswith(_MACHINE) or state in _ALSO_MACHINE:
            return StoreUnavailable(f"the database refused (SQLSTATE {state})")
        return None

    def backlog_bytes(self) -> int:
        return 0

    def close(self) -> None:
        """Nothing is held beside the connections."""


class PostgresWriter:
    """The connection that writes."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._pipeline = Pipeline(connection)
        self.transaction = Transaction(
            "postgresql", self._pipeline.execute, self._pipeline.execute_many, self._pipeline.send
        )

    def begin(self) -> None:
        self._pipeline.send("BEGIN", {})
        self._pipeline.send(f"SELECT pg_advisory_xact_lock({WRITING})", {})
        self._pipeline.settle()

    def settle(self) -> None:
        self._pipeline.settle()

    def commit(self) -> None:
        # In a transaction that failed, COMMIT is no error: it rolls back, and says so in its tag alone.
        if self._pipeline.finish("COMMIT") != b"COMMIT":
            raise psycopg.InternalError("the database rolled back instead of committing")

    def rollback(self) -> None:
        self._pipeline.finish("ROLLBACK")

    def aborted(self) -> bool:
        return self._pipeline.transaction_status() == TransactionStatus.INERROR

    def savepoint(self) -> None:
        self._pipeline.send("SAVEPOINT unit", {})

    def release(self) -> None:
        self._pipeline.send("RELEASE unit", {})

    def rollback_to_savepoint(self) -> None:
        self._pipeline.send("ROLLBACK TO unit", {})
        self._pipeline.send("RELEASE unit", {})
        self._pipeline.settle()

    def probe(self) -> None:
        self.begin()
        self._pipeline.send("SELECT pg_current_xact_id()", {})  # takes a transaction id, which a standby refuses
        self.commit()

    def tidy(self) -> None:
        """The server looks after itself."""

    def close(self) -> None:
        self._pipeline.close()


class PostgresReader:
    """A connection that can't write and whose queries the server stops at their deadline."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._direct = Direct(connection)
        self.session = Session("postgresql", self._direct.execute, self._direct.execute_many)

    def start(self) -> None:
        """The deadline is the server's, for each statement."""

    def close(self) -> None:
        self._direct.close()


def connect(url: str, **settings: str) -> psycopg.Connection[Any]:
    """Opens a connection in autocommit, with server settings for its session, that notices a dead network."""
    connection = psycopg.connect(
        url,
        autocommit=True,
        connect_timeout=5,
        keepalives_idle=10,
        keepalives_interval=5,
        keepalives_count=3,
        tcp_user_timeout=STUCK_SECONDS * 1000,
        application_name="esmero",
    )
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    return connection


def _is_lost(error: psycopg.Error) -> bool:
    """Errors without a code are the client's own: it lost the connection, or a caller misused it."""
    return isinstance(error, psycopg.OperationalError) or "closed" in str(error)
