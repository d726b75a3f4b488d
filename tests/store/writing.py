"""A process that writes and tells what was acknowledged, to be killed or starved by a test.

    python -m tests.store.writing PLACE NAME [FILE_BYTES [PAUSE]]

Each acknowledged number goes to standard output at once, each refusal as `refused`. With FILE_BYTES no file may grow
beyond that until a line arrives on standard input; then writing has room again. A unit takes PAUSE seconds longer than
it needs.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
import time

from sqlalchemy import text

from esmero.store.database import Database, open_database
from esmero.store.errors import StoreUnavailable
from esmero.store.session import Transaction
from esmero.store.statement import Statement

WRITERS = 8
PUT = Statement(text("INSERT INTO acknowledged (name, number, filling) VALUES (:name, :number, :filling)"))
FILLING = "x" * 2000


async def main(place: str, name: str, file_bytes: float = 0, pause: float = 0) -> None:
    database = open_database(place, on_health=lambda health: say("healthy" if health.healthy else "unhealthy"))
    if file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(file_bytes), resource.RLIM_INFINITY))
        asyncio.get_running_loop().add_reader(0, make_room)
    say("ready")
    await asyncio.gather(*(write(database, f"{name}-{writer}", pause) for writer in range(WRITERS)))


async def write(database: Database, name: str, pause: float) -> None:
    number = 0

    def unit(tx: Transaction) -> None:
        tx.run(PUT, name=name, number=number, filling=FILLING)
        time.sleep(pause)

    while True:
        try:
            await database.write(unit)
        except StoreUnavailable:
            say("refused")
            await asyncio.sleep(0.02)
        else:
            say(f"{name} {number}")
            number += 1


def make_room() -> None:
    os.read(0, 1000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], *map(float, sys.argv[3:])))
