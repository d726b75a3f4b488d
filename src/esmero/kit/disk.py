"""Making sure that what was written is on the disk, and stays there when the power goes."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

# On macOS fsync stops at the drive's own cache, and this command doesn't (fcntl(2) there).
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)


def sync_file(handle: int) -> None:
    """Return once all that was written to an open file is on the disk."""
    if _FULL_SYNC is None:
        os.fsync(handle)
    else:
        fcntl.fcntl(handle, _FULL_SYNC)


def sync_folder(folder: Path) -> None:
    """Return once the names in a folder are on the disk: a new file, a rename, a removal."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        sync_file(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, with its parents where they are missing, and have all of them on the disk."""
    missing = list(_missing(folder))
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        sync_folder(each.parent)


def _missing(folder: Path) -> Iterator[Path]:
    while not folder.exists():
        yield folder
        folder = folder.parent
