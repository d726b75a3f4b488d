"""`search`: words, days, people and how things stand, amid a thousand and a million messages, on both databases.

Asked of the desk itself, without HTTP. The thousand and the million take turns, so that whatever else the machine does
hits both alike. The worst cases are among the questions: a common word joined with what hardly any has, and one whose
fitting conversations all lie so far back that the search has to give up for this page.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import text

from esmero.contract.events import DESK
from esmero.desk import labels
from esmero.desk.access import view_of
from esmero.desk.search.asked import ask_of
from esmero.desk.search.find import Found, find
from esmero.desk.search.query import Query, parse
from esmero.kit.clock import SystemClock
from esmero.settings import read_settings
from esmero.store.database import Database, open_database
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement
from tests import servers
from tests.load.figures import Figure, percentile
from tests.load.filled import COMMON, fill
from tests.load.filled_postgres import fill_postgresql
from tests.load.served import Furniture, environment, furnish

SIZES = (1_000, 1_000_000)
STORES = ("SQLite", "PostgreSQL")
ROUNDS = 40
WARMING_ROUNDS = 4
AT_MOST_MS = 50.0
RARE, OLD = "Rare", "Old"
QUESTIONS = {
    "a word that is in every message": COMMON,
    "a rare word": "4711",
    "a form of a common word": "arrives",
    "the beginning of a common word": "teapo",
    "the beginning of a word in every message": "parce",
    "the beginning of a word in every message, from one customer": 'from:"customer 7" parce',
    "the beginning of very many rare words": "471",
    "two common words": "parcel teapot",
    "a phrase": '"copper pan"',
    "a common word from one customer": f'{COMMON} from:"customer 7"',
    "a common word in days long past": f"{COMMON} before:3d",
    "has:attachment": "has:attachment",
    "from: one customer": 'from:"customer 7"',
    "a common word but not another": f"{COMMON} -teapot -shelf",
    "is:open": "is:open",
    "a common word, assigned to me": f"{COMMON} assigned:me",
    "a common word and a rare label": f"{COMMON} label:{RARE}",
    "a common word and a label of old ones alone": f"{COMMON} label:{OLD}",
    "a word in a seventh of all, and a rare one": "teapot 4711",
}
NOTES = [
    "Asked of the desk without HTTP, one question at a time, pages of 30 hits. The messages were filled in by bulk;",
    "before measuring, every question was asked some times. Budget: 50 ms at a million. The label of old ones stands",
    "on 2,000 of the oldest conversations: the page reads 3,000 hits, says how far back it has looked, and goes on.",
]
_LABEL = "INSERT INTO conversation_label (conversation_id, label_id) SELECT id, {label} FROM conversation WHERE {where}"


class _Desk(NamedTuple):
    database: Database
    furniture: Furniture


async def measure(folder: Path) -> list[Figure]:
    """Fill and ask."""
    figures: list[Figure] = []
    for store in STORES:
        with _environments(folder / store, store) as environs:
            desks = {size: await _filled(environs[size], store, size) for size in SIZES}
            try:
                took = await asyncio.to_thread(_ask, desks)
            finally:
                for desk in desks.values():
                    await desk.database.close()
        figures += [figure for what in QUESTIONS for figure in _figures(store, what, took)]
    return figures


@contextmanager
def _environments(folder: Path, store: str) -> Iterator[dict[int, dict[str, str]]]:
    folder.mkdir()
    places = {size: folder / str(size) for size in SIZES}
    for place in places.values():
        place.mkdir()
    if store == "SQLite":
        yield {size: environment(place) for size, place in places.items()}
        return
    server = servers.PostgreSQL()
    try:
        yield {
            size: environment(place, ESMERO_DATABASE_URL=server.url(server.create_database()))
            for size, place in places.items()
        }
    finally:
        server.close()


async def _filled(environ: dict[str, str], store: str, size: int) -> _Desk:
    furniture = await furnish(environ)
    if store == "SQLite":
        await fill(environ, furniture, size)
    else:
        await asyncio.to_thread(fill_postgresql, environ["ESMERO_DATABASE_URL"], furniture, size)
    database = open_database(read_settings(environ).database_place)
    await database.write(lambda tx: _label(tx, size))
    return _Desk(database, furniture)


def _label(tx: Transaction, size: int) -> None:
    for name, where in ((RARE, f"id % {max(size // 100, 10)} = 1"), (OLD, "id <= 2000")):
        made = labels.make(tx, name, "grey", by=DESK, at=SystemClock().now())
        tx.run(Statement(text(_LABEL.format(label=made.id, where=where))))


def _ask(desks: dict[int, _Desk]) -> dict[int, dict[str, list[float]]]:
    took: dict[int, dict[str, list[float]]] = {size: {what: [] for what in QUESTIONS} for size in desks}
    today = datetime.fromtimestamp(SystemClock().now() / 1000, UTC).date()
    for number in range(WARMING_ROUNDS + ROUNDS):
        for what, typed in QUESTIONS.items():
            query = parse(typed, today=today)
            for size, desk in desks.items():
                began = perf_counter()
                found = desk.database.read_now(partial(_find, desk=desk, query=query))
                if number >= WARMING_ROUNDS:
                    took[size][what].append((perf_counter() - began) * 1000)
                elif size == SIZES[-1] and not found.events and not found.upto and not re.search("4711", typed):
                    raise AssertionError(f"{what} found nothing")
    return took


def _find(session: Session, *, desk: _Desk, query: Query) -> Found:
    me = view_of(session, desk.furniture.ana_id)
    assert me is not None
    return find(session, ask_of(session, query, me, ZoneInfo("UTC")), me, limit=30)


def _figures(store: str, what: str, took: dict[int, dict[str, list[float]]]) -> list[Figure]:
    few, many = took[SIZES[0]][what], took[SIZES[-1]][what]
    return [
        Figure(
            what=f"{store}: {what}, {name}",
            value=percentile(many, share),
            unit="ms",
            baseline=percentile(few, share),
            baseline_is=f"amid {SIZES[0]:,}",
            at_most=AT_MOST_MS if name == "p50" else None,
        )
        for name, share in (("p50", 0.5), ("p95", 0.95))
    ]
