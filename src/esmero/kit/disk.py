"""Making sure that what was written is on the disk, and stays there when the power goes."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

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


@contextmanager
def new_file(target: Path) -> Iterator[IO[bytes]]:
    """A file for its owner alone, to be written; at the end of the block it is on the disk and has its name.

    It appears whole or not at all, and never in the place of another.

    Raises:
        FileExistsError: at the end, where there is a file of that name.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")  # made 0600
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            sync_file(file.fileno())
        _give_name(Path(name), target)
        sync_folder(target.parent)
    finally:
        Path(name).unlink(missing_ok=True)


def _give_name(part: Path, target: Path) -> None:
    try:
        os.link(part, target)  # unlike a rename, this never replaces
    except FileExistsError:
        raise
    except OSError:
        # A file system without links (exFAT, some shared folders): claim the name, then fill it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        part.replace(target)


def _missing(folder: Path) -> Iterator[Path]:
    while not folder.exists():
        yield folder
        folder = folder.parent
