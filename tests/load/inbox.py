"""`inbox`: what an agent asks of the desk over HTTP, amid a thousand, a hundred thousand and a million conversations.

Three desks are served side by side and asked in turns, so that whatever else the machine does hits all of them alike.
Beside each stands the same question amid a thousand; beside those, the least that the server answers.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

from tests.load.asking import Asking
from tests.load.figures import Figure, percentile
from tests.load.filled import COMMON, fill
from tests.load.served import Furniture, environment, furnish, serve_desk

SIZES = (1_000, 100_000, 1_000_000)
ROUNDS = 100
WARMING_ROUNDS = 10
GROWS_AT_MOST = 2.0
"""Times what it takes amid the fewest,"""
OR_AT_MOST_MS = 5.0
"""or this, whichever is more."""
LEAST = "/health"
QUESTIONS = {
    "list, waiting longest first": "/api/v1/conversations?status=open",
    "list of all, newest first": "/api/v1/conversations?sort=newest",
    "list of mine": "/api/v1/conversations?list=mine&status=open",
    "search of a word that is in every conversation": f"/api/v1/search?q={COMMON}",
    "open one": "/api/v1/conversations/500",
    "first picture of the console, with all counts": "/api/v1/snapshot",
}
AT_MOST_MS = {
    "list, waiting longest first": 15.0,
    "list of all, newest first": 15.0,
    "list of mine": 15.0,
    "search of a word that is in every conversation": 50.0,
}

NOTES = [
    "On SQLite, asked by one agent on one connection, pages of the usual length. The conversations were filled in by",
    "bulk; before measuring, every question was asked some times.",
]

Took = dict[int, dict[str, list[float]]]
"""Milliseconds of each answer, by size of the desk and question."""


async def measure(folder: Path) -> list[Figure]:
    """Fill, serve and ask."""
    with ExitStack() as stack:
        desks = {size: stack.enter_context(await _desk(folder, size, stack)) for size in SIZES}
        for asking in desks.values():
            _warm(asking)
        took = _ask(desks)
    return [figure for size in SIZES for what in QUESTIONS for figure in _figures(took, size, what)]


async def _desk(folder: Path, size: int, stack: ExitStack) -> Asking:
    place = folder / str(size)
    place.mkdir()
    environ = environment(place)
    furniture: Furniture = await furnish(environ)
    await fill(environ, furniture, size)
    served = stack.enter_context(serve_desk(place, environ))
    return Asking(served, furniture.ana)


def _warm(asking: Asking) -> None:
    for _ in range(WARMING_ROUNDS):
        for path in (LEAST, *QUESTIONS.values()):
            status, body = asking.get(path)
            if status != 200 or b'"items":[]' in body:
                raise ConnectionError(f"{path} was answered with {status}: {body[:200]!r}")


def _ask(desks: dict[int, Asking]) -> Took:
    questions = {LEAST: LEAST, **QUESTIONS}
    took: Took = {size: {what: [] for what in questions} for size in desks}
    for _ in range(ROUNDS):
        for what, path in questions.items():
            for size, asking in desks.items():
                began = perf_counter()
                asking.get(path)
                took[size][what].append((perf_counter() - began) * 1000)
    return took


def _figures(took: Took, size: int, what: str) -> list[Figure]:
    fewest = SIZES[0]
    beside, is_ = (
        (took[size][LEAST], "the least answer") if size == fewest else (took[fewest][what], f"amid {fewest:,}")
    )
    return [
        Figure(
            what=f"amid {size:,}: {what}, {name}",
            value=percentile(took[size][what], share),
            unit="ms",
            baseline=percentile(beside, share),
            baseline_is=is_,
            at_most=_limit(took, what) if name == "p50" and size == SIZES[-1] else None,
        )
        for name, share in (("p50", 0.5), ("p95", 0.95))
    ]


def _limit(took: Took, what: str) -> float | None:
    """What was promised of half of the answers amid the most conversations, where something was."""
    if what not in AT_MOST_MS:
        return None
    grown = GROWS_AT_MOST * percentile(took[SIZES[0]][what], 0.5)
    return min(AT_MOST_MS[what], max(grown, OR_AT_MOST_MS))
