"""The file of SQLite: where it is, and how it is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

FILE_NAME = "esmero.sqlite3"
BUSY_TIMEOUT_MS = 5_000
CACHED_STATEMENTS = 512


def connect(path: Path) -> sqlite3.Connection:
    """Opens an existing database file with everything that durability and quickness ask for."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,  # transactions are ours to begin and end
        check_same_thread=False,  # opened on one thread, used by another, never by two at once
        cached_statements=CACHED_STATEMENTS,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",  # macOS alone: without it a commit stops at the drive's cache
        "checkpoint_fullfsync = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -16384",  # KiB, per connection
        "mmap_size = 0",  # a file that shrinks under a mapping would end the process
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def create(path: Path) -> None:
    """Makes an empty database file in WAL mode, unless there is one."""
    if path.exists():
        return
    path.touch(mode=0o600)
    connect(path).close()
