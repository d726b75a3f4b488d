"""Addresses of files: signed, and good for a few days, so that a picture loads without asking who looks."""

from __future__ import annotations

from urllib.parse import quote

from esmero.contract.events import File
from esmero.kit.clock import DAY, Clock
from esmero.kit.signing import Signer

GOOD_FOR = 7
"""Days, at least; ends are rounded up to whole days, so that an address stays the same for a day and caches hold it."""


class FileLinks:
    """Makes and reads signed addresses: `/files/<id>/<day it ends>/<mark>/<name>`."""

    def __init__(self, signer: Signer, clock: Clock) -> None:
        self._signer = signer
        self._clock = clock

    def address(self, file: File) -> str:
        """Return where a file can be fetched for at least a week."""
        last_day = self._clock.now() // DAY + GOOD_FOR + 1
        return f"/files/{file.id}/{last_day}/{self._mark(file.id, last_day)}/{quote(file.name, safe='')}"

    def is_good(self, file_id: int, last_day: int, mark: str) -> bool:
        """Tell whether we made this address and it has not ended."""
        return self._clock.now() // DAY <= last_day and self._signer.is_marked("file", f"{file_id}.{last_day}", mark)

    def _mark(self, file_id: int, last_day: int) -> str:
        return self._signer.mark("file", f"{file_id}.{last_day}")
