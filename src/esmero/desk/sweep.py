"""What is worth nothing after a day is forgotten: unnamed uploads, kept answers, sign-ins and links that have ended."""

from __future__ import annotations

from esmero.contract.ports import Blobs
from esmero.desk import answers, files, links, sessions
from esmero.kit.clock import DAY, Clock
from esmero.store.database import Database
from esmero.store.session import Transaction

BATCH = 100


class Sweep:
    """The worker that forgets them: first the row, then the blob, so that no row ever names what is gone."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self._database = database
        self._blobs = blobs
        self._clock = clock

    async def round(self) -> int:
        """Forget a batch; returns how many."""
        before = self._clock.now() - DAY
        old = await self._database.read(lambda session: files.forgotten(session, before=before, limit=BATCH))
        gone: list[str] = []
        if old:
            gone = await self._database.write(lambda tx: files.drop(tx, old))
        for blob in gone:
            await self._blobs.delete(blob)
        return len(gone) + await self._database.write(lambda tx: _forget_records(tx, before))


def _forget_records(tx: Transaction, before: int) -> int:
    sessions.sweep(tx, before=before)
    links.sweep(tx, before=before)
    return answers.sweep(tx, before=before, limit=BATCH)
