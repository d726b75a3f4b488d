"""What the writer and the readers need from a database, whichever it is."""

from __future__ import annotations

from typing import Protocol

from esmero.kit.errors import EsmeroError
from esmero.store.session import Session, Transaction
from esmero.store.statement import DialectName


class WritingConnection(Protocol):
    """The one connection of a process that writes. Used by the writer's thread alone."""

    transaction: Transaction

    def begin(self) -> None:
        """Starts a transaction in which ids are given out in the order of commits."""

    def settle(self) -> None:
        """Waits for statements that were sent and not answered yet; raises where one of them failed."""

    def commit(self) -> None:
        """Returns when what was written is on disk; raises where any statement of the transaction has failed."""

    def rollback(self) -> None: ...

    def aborted(self) -> bool:
        """Whether the database refuses to go on with the transaction that was begun."""

    def savepoint(self) -> None: ...
    def release(self) -> None: ...
    def rollback_to_savepoint(self) -> None: ...

    def probe(self) -> None:
        """Writes something that changes nothing; raises where writing is impossible."""

    def tidy(self) -> None:
        """Called between batches, for upkeep that must be quick."""

    def close(self) -> None: ...


class ReadingConnection(Protocol):
    """A connection that can't write, with a deadline for each query."""

    session: Session

    def start(self) -> None:
        """A query begins: its deadline counts from here."""

    def close(self) -> None: ...


class Driver(Protocol):
    """Opens connections to one database and knows what its errors mean."""

    dialect: DialectName

    def migrate(self) -> None:
        """Brings the schema to this release's, making the database where there is none."""

    def open_writer(self) -> WritingConnection: ...
    def open_reader(self) -> ReadingConnection: ...

    def named(self, error: BaseException) -> EsmeroError | None:
        """The named error that a driver's error stands for.

        `StoreUnavailable` means the connection or the disk is at fault and not the statement;
        None means the error belongs to whoever wrote the statement.
        """

    def backlog_bytes(self) -> int:
        """Size of the write-ahead log, which says how far checkpoints were behind at most; 0 where there is none."""

    def close(self) -> None: ...
