"""Brings a database to the schema of this release, at start and under a lock.

Most starts have nothing to do, and looking whether there is costs one query: Alembic is imported only when a migration
is due. A newer schema than this release knows is refused, since an older program would break it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esmero.kit.clock import SystemClock
from esmero.store import sqlite_file
from esmero.store.errors import SchemaTooNew
from esmero.store.statement import DialectName

if TYPE_CHECKING:
    from sqlalchemy import Connection

VERSIONS = Path(__file__).parent / "migrations" / "versions"
KEPT_COPIES = 3
_VERSION = "SELECT version_num FROM alembic_version"
_FILE = re.compile(r"v(\d{4})_\w+\.py")
# An arbitrary number of our own; whoever migrates this PostgreSQL database holds it.
_LOCK = 7_202_377_102


def known_versions() -> list[str]:
    """The versions that this release can make, oldest first: `0001`, `0002` …"""
    return sorted(found[1] for path in VERSIONS.iterdir() if (found := _FILE.fullmatch(path.name)))


def migrate_sqlite(path: Path) -> None:
    """Migrates the database file, making it where there is none. The caller holds the folder's lock.

    An existing database is copied to `copies/` beside it first.

    Raises:
        SchemaTooNew: a newer release was here.
    """
    sqlite_file.create(path)
    version = _version_in_file(path)
    if not _is_due(version):
        return
    if version is not None:
        _copy(path, version)
    _upgrade_sqlite(path)


def migrate_postgresql(url: str) -> None:
    """Migrates the database at a `postgresql://` address; of several processes that start together, one does it.

    Raises:
        SchemaTooNew: a newer release was here.
    """
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        if not _is_due(_version_in_postgresql(connection)):
            return
        connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))  # until this connection ends
        if _is_due(_version_in_postgresql(connection)):
            _upgrade_postgresql(url)


def _is_due(version: str | None) -> bool:
    known = known_versions()
    if version is not None and version not in known:
        raise SchemaTooNew(f"the database has schema {version}, this release knows up to {known[-1]}")
    return version != known[-1]


def _version_in_file(path: Path) -> str | None:
    with closing(sqlite_file.connect(path)) as connection:
        try:
            row = connection.execute(_VERSION).fetchone()
        except sqlite3.OperationalError:  # no such table: a new database
            return None
        return row[0] if row else None


def _version_in_postgresql(connection: Any) -> str | None:
    if connection.execute("SELECT to_regclass('alembic_version')").fetchone()[0] is None:
        return None
    row = connection.execute(_VERSION).fetchone()
    return row[0] if row else None


def _copy(path: Path, version: str) -> None:
    """Keeps the database as it was, complete with what is still in the WAL."""
    folder = path.with_name("copies")
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{path.stem}-{version}-{SystemClock().now()}.sqlite3"
    target.touch(mode=0o600)
    with closing(sqlite_file.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    for old in sorted(folder.glob(f"{path.stem}-*.sqlite3"), key=lambda each: each.stat().st_mtime_ns)[:-KEPT_COPIES]:
        old.unlink()


def _upgrade_sqlite(path: Path) -> None:
    with closing(sqlite_file.connect(path)) as driver:
        # Rebuilding a table (SQLite alters little in place) would fire the foreign keys that point to it.
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("BEGIN IMMEDIATE")
        try:
            upgrade("sqlite", driver)
            check_foreign_keys(driver)
            driver.execute("COMMIT")
        except BaseException:
            driver.execute("ROLLBACK")
            raise


def check_foreign_keys(driver: sqlite3.Connection) -> None:
    """Raises where a row points to one that isn't there, as it may after work with foreign keys switched off."""
    broken = driver.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"the migration broke {len(broken)} foreign keys, the first in table {broken[0][0]}")


def _upgrade_postgresql(url: str) -> None:
    import psycopg

    with psycopg.connect(url) as driver:  # commits at its end, or rolls back
        upgrade("postgresql", driver)


def upgrade(dialect: DialectName, driver: Any, version: str = "head") -> None:
    """Runs what leads to a version, on a driver's connection and in its transaction."""
    with _engine("sqlite://" if dialect == "sqlite" else "postgresql+psycopg://", driver) as connection:
        _run_alembic(connection, version)


@contextmanager
def _engine(dialect: str, driver: Any) -> Iterator[Connection]:
    """A SQLAlchemy connection on top of a driver's connection, whose transactions stay ours."""
    from sqlalchemy import StaticPool, create_engine

    engine = create_engine(dialect, creator=lambda: driver, poolclass=StaticPool)
    for step in ("do_begin", "do_commit", "do_rollback"):
        setattr(engine.dialect, step, lambda _driver: None)
    with engine.connect() as connection:
        yield connection


def _run_alembic(connection: Connection, version: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
