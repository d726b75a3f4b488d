"""`chat`: durable messages from visitors to a listening agent, beside a bare echo and a mirror (see echo.py).

They take turns in one run, a second or two each, so that whatever else the machine does hits all alike. A share is the
median of the rounds' shares.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests import servers
from tests.load.crowd import Crowd, Talked
from tests.load.figures import Figure, median, percentile
from tests.load.served import WITHOUT_LIMITS, Furniture, Served, environment, furnish, serve_desk, serve_echo

WARM_SECONDS = 1.0
REST_SECONDS = 2.0
ROUNDS = 5
ROUND_SECONDS = 2.0
STEADY_PER_SECOND = 500
STEADY_SECONDS = 5.0
CROWDS = (1, 16, 64)
AT_LEAST = 0.30
"""Of the echo's rate, with 64 visitors."""

NOTES = [
    "Limits per visitor and per address are lifted. One message in flight for each visitor; a message counts when it",
    "was acknowledged after its commit and had reached the agent. The mirror sends as many frames and keeps nothing.",
]


async def measure(folder: Path) -> list[Figure]:
    """Measure on both databases, SQLite with synchronous=FULL and PostgreSQL with fsync."""
    figures: list[Figure] = []
    with serve_echo(folder) as echo:
        for store in ("SQLite", "PostgreSQL"):
            with _environment(folder / store, store) as environ:
                furniture = await furnish(environ)
                with serve_desk(folder, environ, store) as desk:
                    figures += await _measure(store, echo, desk, furniture)
    return figures


@contextmanager
def _environment(folder: Path, store: str) -> Iterator[dict[str, str]]:
    folder.mkdir()
    if store == "SQLite":
        yield environment(folder, **WITHOUT_LIMITS)
        return
    server = servers.PostgreSQL(durable=True)
    try:
        url = server.url(server.create_database())
        yield environment(folder, ESMERO_DATABASE_URL=url, **WITHOUT_LIMITS)
    finally:
        server.close()


async def _measure(store: str, echo: Served, desk: Served, furniture: Furniture) -> list[Figure]:
    # First, since a rush leaves the search index with much to catch up on; but not on a desk that has just started.
    async with await Crowd(64).join_mirror(echo) as mirror, await Crowd(64).join(desk, furniture) as crowd:
        mirrored = await mirror.walk(per_second=STEADY_PER_SECOND, seconds=STEADY_SECONDS)
        await crowd.rush(seconds=WARM_SECONDS)
        await asyncio.sleep(REST_SECONDS)
        steady = await crowd.walk(per_second=STEADY_PER_SECOND, seconds=STEADY_SECONDS)
    at = f"{store}, {STEADY_PER_SECOND} messages/s"
    acknowledged = _delays(at, "acknowledged", steady.acknowledged_ms, mirrored.acknowledged_ms, beside="mirror")
    figures = [*acknowledged, *_arrivals(at, steady, mirrored, p99=50)]
    for count in CROWDS:
        figures += _rates(store, count, await _take_turns(count, echo, desk, furniture))
    return figures


class _Turns(NamedTuple):
    """The rounds of one size of crowd, in which echo, mirror and desk took turns."""

    echoed: list[Talked]
    mirrored: list[Talked]
    talked: list[Talked]


async def _take_turns(count: int, echo: Served, desk: Served, furniture: Furniture) -> _Turns:
    turns = _Turns([], [], [])
    async with (
        await Crowd(count).join_echo(echo) as bare,
        await Crowd(count).join_mirror(echo) as mirror,
        await Crowd(count).join(desk, furniture) as crowd,
    ):
        for _ in range(ROUNDS):
            turns.echoed.append(await bare.rush(seconds=ROUND_SECONDS / 2))
            turns.mirrored.append(await mirror.rush(seconds=ROUND_SECONDS / 2))
            turns.talked.append(await crowd.rush(seconds=ROUND_SECONDS))
    return turns


def _rates(store: str, count: int, turns: _Turns) -> list[Figure]:
    who = f"{store}, {count} visitor{'s' if count > 1 else ''}"
    talked = _together(turns.talked)
    bare = [took for one in turns.echoed for took in one.acknowledged_ms]
    return [
        _rate(f"{who}: messages", turns.talked, turns.echoed, "echo"),
        Figure(
            what=f"{who}: share of the echo's rate",
            value=_share(turns.talked, turns.echoed),
            unit="of the baseline",
            at_least=AT_LEAST if count == CROWDS[-1] else None,
        ),
        _rate(f"{who}: messages", turns.talked, turns.mirrored, "mirror"),
        Figure(
            what=f"{who}: share of the mirror's rate",
            value=_share(turns.talked, turns.mirrored),
            unit="of the baseline",
        ),
        *_delays(who, "acknowledged", talked.acknowledged_ms, bare),
        *_arrivals(who, talked, _together(turns.mirrored), p95=10 if count == 1 else None),
    ]


def _rate(what: str, talked: list[Talked], bare: list[Talked], baseline: str) -> Figure:
    rate, bare_rate = (median([one.per_second for one in rounds]) for rounds in (talked, bare))
    return Figure(what=what, value=rate, unit="/s", baseline=bare_rate, baseline_is=baseline)


def _share(talked: list[Talked], bare: list[Talked]) -> float:
    """Rounds stand side by side, since the machine is not the same from one second to the next."""
    return median([one.per_second / beside.per_second for one, beside in zip(talked, bare, strict=True)])


def _together(rounds: list[Talked]) -> Talked:
    return Talked(
        sum(one.seconds for one in rounds),
        [took for one in rounds for took in one.acknowledged_ms],
        [took for one in rounds for took in one.arrived_ms],
    )


def _delays(who: str, what: str, took: list[float], bare: list[float], *, beside: str = "echo") -> list[Figure]:
    return [
        Figure(
            what=f"{who}: sent to {what}, {name}",
            value=percentile(took, share),
            unit="ms",
            baseline=percentile(bare, share),
            baseline_is=beside,
        )
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    ]


def _arrivals(
    who: str, talked: Talked, mirrored: Talked, *, p95: float | None = None, p99: float | None = None
) -> list[Figure]:
    limits = {"p50": None, "p95": p95, "p99": p99}
    return [
        Figure(
            what=f"{who}: sent to the agent, {name}",
            value=percentile(talked.arrived_ms, share),
            unit="ms",
            baseline=percentile(mirrored.arrived_ms, share),
            baseline_is="mirror",
            at_most=limits[name],
        )
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    ]
