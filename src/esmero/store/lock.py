"""One process at a time writes to a data folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Self

from esmero.store.errors import DataFolderInUse


class FolderLock:
    """Held from when it is made until it is closed, or until the process ends, however it ends.

    Raises:
        DataFolderInUse: another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._file, 20).decode("ascii", "replace").strip()
            os.close(self._file)
            raise DataFolderInUse(f"process {holder} is using this data folder") from None
        os.ftruncate(self._file, 0)
        os.write(self._file, str(os.getpid()).encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_trouble: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others in. Harmless when repeated."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
