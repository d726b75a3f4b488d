"""`connect`: ten thousand visitors who have the chat open and say nothing, and a few who write amid them.

Beside it as many connections to the bare echo, and the same few writers before the others came.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.load.crowd import Crowd, Talked
from tests.load.figures import Figure, percentile
from tests.load.link import Link, connect
from tests.load.served import WITHOUT_LIMITS, Furniture, Served, environment, furnish, serve_desk, serve_echo

IDLE = 10_000
SOURCES = tuple(f"127.0.0.{number}" for number in range(2, 22))
"""Their addresses. One address has 28,000 ports, of which those just closed can't be taken again at once."""
AT_A_TIME = 50
PING = b'{"t":"ping"}'
PING_EVERY_SECONDS = 25
WELCOME_WITHIN_SECONDS = 60
WRITERS = 16
PER_SECOND = 100
SECONDS = 10.0
AT_MOST_MIB = 400

NOTES = [
    f"{IDLE:,} visitors of {len(SOURCES)} loopback addresses, welcomed and then silent but for a ping every",
    f"{PING_EVERY_SECONDS} s; {WRITERS} others write {PER_SECOND} messages/s to a listening agent. On SQLite; limits",
    "per address and per visitor are lifted.",
]


async def measure(folder: Path) -> list[Figure]:
    """Fill a bare server and a desk with connections, one after the other."""
    with serve_echo(folder) as echo:
        bare_mib = await _weigh_bare(echo)
    environ = environment(folder, **WITHOUT_LIMITS)
    furniture = await furnish(environ)
    with serve_desk(folder, environ) as desk:
        async with await Crowd(WRITERS).join(desk, furniture) as crowd:
            alone = await crowd.walk(per_second=PER_SECOND, seconds=SECONDS)
            empty_mib = desk.memory_kib() / 1024
            async with _idle(desk, "/live/visitor", IDLE, _hello(furniture)):
                amid = await crowd.walk(per_second=PER_SECOND, seconds=SECONDS)
                full_mib = desk.memory_kib() / 1024
    return [
        Figure(what="memory before they came", value=empty_mib, unit="MiB"),
        Figure(
            what=f"memory with {IDLE:,} visitors",
            value=full_mib,
            unit="MiB",
            baseline=bare_mib,
            baseline_is="a bare server with as many",
            at_most=AT_MOST_MIB,
        ),
        *_delays(amid, alone),
    ]


async def _weigh_bare(echo: Served) -> float:
    async with _idle(echo, "/echo", IDLE, PING):
        return echo.memory_kib() / 1024


def _hello(furniture: Furniture) -> bytes:
    page = {"url": "https://shop.example/teapots", "title": "Teapots"}
    hello = {"t": "hello", "v": 1, "inbox": furniture.inbox_key, "language": "en", "page": page}
    return json.dumps(hello).encode()


def _delays(amid: Talked, alone: Talked) -> list[Figure]:
    return [
        Figure(
            what=f"amid them, sent to {what}, {name}",
            value=percentile(after, share),
            unit="ms",
            baseline=percentile(before, share),
            baseline_is="before they came",
        )
        for what, after, before in (
            ("acknowledged", amid.acknowledged_ms, alone.acknowledged_ms),
            ("the agent", amid.arrived_ms, alone.arrived_ms),
        )
        for name, share in (("p50", 0.5), ("p99", 0.99))
    ]


@asynccontextmanager
async def _idle(served: Served, path: str, count: int, first: bytes) -> AsyncIterator[None]:
    """Have so many connections open, each of which has said the first thing and was answered."""
    links: list[Link] = []
    turn = asyncio.Semaphore(AT_A_TIME)

    async def open_one(number: int) -> None:
        async with turn:
            links.append(await _greeted(served, path, SOURCES[number % len(SOURCES)], first))

    pinging = asyncio.create_task(_ping(links))
    try:
        await asyncio.gather(*(open_one(number) for number in range(count)))
        yield
        lost = sum(link.closed.done() for link in links)
        if lost:
            raise ConnectionError(f"{lost} of {count} connections were closed")
    finally:
        pinging.cancel()
        for link in links:
            link.cut()
        await asyncio.gather(*(link.closed for link in links))


async def _greeted(served: Served, path: str, source: str, first: bytes) -> Link:
    answered = asyncio.get_running_loop().create_future()

    def hear(frame: bytes) -> None:
        if not answered.done():
            answered.set_result(frame)

    link = await connect(served.port, path, hear, source=source)
    link.send(first)
    frame = await asyncio.wait_for(answered, WELCOME_WITHIN_SECONDS)
    if frame.startswith(b'{"t":"refused"'):
        raise ConnectionError(frame.decode())
    return link


async def _ping(links: Sequence[Link]) -> None:
    """Say something on every connection before it counts as silent."""
    while True:
        begun = asyncio.get_running_loop().time()
        for number, link in enumerate(tuple(links)):
            if not link.closed.done():
                link.send(PING)
            if number % 100 == 99:
                await asyncio.sleep(0.1)
        spent = asyncio.get_running_loop().time() - begun
        await asyncio.sleep(max(0.1, PING_EVERY_SECONDS - spent))
