"""`start`: from the command to the first answer, with a database that has a history, and what the desk weighs at rest.

Beside it a bare server: the interpreter, the framework and a listening socket, with nothing of the desk in it.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import AbstractContextManager
from pathlib import Path

from msgspec import Struct

from tests.load.asking import Asking
from tests.load.figures import Figure, median
from tests.load.filled import fill
from tests.load.served import Furniture, Served, environment, furnish, serve_bare, serve_desk

CONVERSATIONS = 10_000
STARTS = 3
REST_SECONDS = 3.0
AT_MOST_SECONDS = 1.5
AT_MOST_MIB = 150
_LIST = "/api/v1/conversations"

NOTES = [
    f"The desk has {CONVERSATIONS:,} conversations on SQLite; its first answer is an agent's list of them. The bare",
    f"server answers that there is no such page. Resting memory is taken {REST_SECONDS:g} seconds after the answer.",
]


class _Started(Struct, frozen=True):
    seconds: float
    resting_mib: float


async def measure(folder: Path) -> list[Figure]:
    """Start desk and bare server in turns, each from nothing."""
    environ = environment(folder)
    furniture = await furnish(environ)
    await fill(environ, furniture, CONVERSATIONS)
    desk, bare = [], []
    for number in range(STARTS):
        bare.append(await _start(serve_bare(folder), "/", None))
        desk.append(await _start(serve_desk(folder, environ, f"desk-{number}"), _LIST, furniture))
    return [
        Figure(
            what="start to the first answer",
            value=median([one.seconds for one in desk]),
            unit="s",
            baseline=median([one.seconds for one in bare]),
            baseline_is="a bare server",
            at_most=AT_MOST_SECONDS,
        ),
        Figure(
            what="memory at rest",
            value=median([one.resting_mib for one in desk]),
            unit="MiB",
            baseline=median([one.resting_mib for one in bare]),
            baseline_is="a bare server",
            at_most=AT_MOST_MIB,
        ),
    ]


async def _start(serving: AbstractContextManager[Served], path: str, who: Furniture | None) -> _Started:
    began = time.perf_counter()
    with serving as served:
        with Asking(served, who.ana if who else None) as asking:
            status, _ = asking.get(path)
        seconds = time.perf_counter() - began
        if status != (200 if who else 404):
            raise ConnectionError(f"{path} was answered with {status}")
        await asyncio.sleep(REST_SECONDS)
        return _Started(seconds, served.memory_kib() / 1024)
