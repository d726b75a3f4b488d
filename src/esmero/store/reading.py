"""Reading a database beside the process that writes it: no lock, no migration, one consistent picture."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from esmero.store.errors import StoreUnavailable
from esmero.store.session import Session


@contextmanager
def reading(place: str | Path) -> Iterator[Session]:
    """Give a session that only reads, for commands; what is read in it is of one moment.

    Raises:
        StoreUnavailable: there is no database there.
    """
    if isinstance(place, str) and "://" in place:
        with _postgresql(place) as session:
            yield session
        return
    with _sqlite(Path(place)) as session:
        yield session


@contextmanager
def _sqlite(folder: Path) -> Iterator[Session]:
    from esmero.store.sqlite_file import FILE_NAME, connect

    path = folder / FILE_NAME
    if not path.exists():
        raise StoreUnavailable(f"there is no database in {folder}")
    connection = connect(path)
    try:
        connection.execute("PRAGMA query_only = 1")
        connection.execute("BEGIN")
        yield Session("sqlite", connection.execute, connection.executemany)
    finally:
        connection.close()


@contextmanager
def _postgresql(url: str) -> Iterator[Session]:
    import psycopg

    from esmero.store.libpq import Direct
    from esmero.store.postgres import connect

    try:
        connection = connect(url)
    except psycopg.OperationalError as error:
        raise StoreUnavailable(str(error).splitlines()[0]) from None
    with contextlib.closing(connection):
        direct = Direct(connection)
        direct.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield Session("postgresql", direct.execute, direct.execute_many)
