"""Moving SQLite's write-ahead log into the database file, beside the writing and not in its way.

A checkpoint copies some thousand pages and waits for the disk twice: on the writer's thread that is a pause of ten to
twenty milliseconds for everybody. SQLite lets another connection do it while the writer goes on. What such a checkpoint
can't do is to catch up with a writer that never rests. So where the log has grown long all the same, the writer copies
the rest itself, after which it starts again at the log's beginning.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading

EVERY_CHANGES = 1_000
"""Rows that are changed between two checkpoints: some thousand pages of 4 KiB. The size of the log's file doesn't tell
when it is time: the log is written over from its beginning, and the file stays as long as it ever was."""
LONG_FRAMES = 4_096
"""A log of so many pages (16 MiB) is copied to its end by the writer; most of it was copied before: that is quick."""


class Checkpoints:
    """Has the log copied now and then. `look` belongs to the writer's thread, between two batches."""

    def __init__(self, writer: sqlite3.Connection, helper: sqlite3.Connection) -> None:
        self._writer = writer
        self._helper = helper
        self._changes = writer.total_changes
        self._long = False
        self._asked = threading.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="esmero-checkpoint", daemon=True)
        self._thread.start()

    def look(self) -> None:
        """Has the log copied where much was written since the last time."""
        if self._long:
            self._long = False
            _copy(self._writer)
        elif self._writer.total_changes - self._changes >= EVERY_CHANGES:
            self._changes = self._writer.total_changes
            self._asked.set()

    def close(self) -> None:
        """Ends the thread, after what it is at."""
        self._ended = True
        self._asked.set()
        self._thread.join()
        self._helper.close()

    def _work(self) -> None:
        while self._asked.wait() and not self._ended:
            self._asked.clear()
            # What fails here (a full disk, say) fails again where it matters: in the writer's own commit.
            with contextlib.suppress(sqlite3.Error):
                self._long = _copy(self._helper) > LONG_FRAMES


def _copy(connection: sqlite3.Connection) -> int:
    """Copies what can be copied without waiting for any reader or writer; returns the length of the log in frames."""
    _busy, frames, _copied = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(frames)
