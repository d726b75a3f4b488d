"""`mail`: mails handed in sixteen at a time, from the bytes to the disk, beside the reading alone and bare commits.

The three take turns in one run, so that whatever else the machine does hits all alike; a rate is the median of its
rounds. What is handed in came for nobody yet known, or from a few who write often, as it does.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from esmero.app import Desk, open_desk
from esmero.channels.email.deposit import Envelope
from esmero.channels.email.reading.read import read_mail
from esmero.channels.email.settings import EmailSettings
from esmero.contract.events import DESK
from esmero.desk import inboxes, memory
from esmero.settings import read_settings
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests import servers
from tests.load.figures import Figure, median
from tests.load.served import environment

AT_ONCE = 16
ROUNDS = 5
STORES = ("SQLite", "PostgreSQL")
WORDS = "The lamp came today, but its shade is broken and the box was open. Can you send me another one before Friday? "

NOTES = [
    "Handed to the desk itself, 16 at a time, on SQLite with synchronous=FULL and PostgreSQL with fsync; search and",
    "the console follow meanwhile. Bare commits are one small row each, 16 at a time, through the same writer. Search",
    "amid a thousand and a million is in `bin/bench search`.",
]


class _Kind(NamedTuple):
    """`attached` bytes of a file in each mail; `mails` of them in a round."""

    name: str
    attached: int
    mails: int
    at_least: float


KINDS = (_Kind("mails of 4 KB", 0, 240, 400.0), _Kind("mails with a file of 200 KB", 200_000, 80, 200.0))


async def measure(folder: Path) -> list[Figure]:
    """Measure on both databases."""
    figures: list[Figure] = []
    for store in STORES:
        with _environment(folder / store, store) as environ:
            desk = await open_desk(read_settings(environ))
            await desk.start()
            try:
                figures += await _measure(store, desk)
            finally:
                await desk.stop()
    return figures


@contextmanager
def _environment(folder: Path, store: str) -> Iterator[dict[str, str]]:
    folder.mkdir()
    if store == "SQLite":
        yield environment(folder)
        return
    server = servers.PostgreSQL(durable=True)
    try:
        yield environment(folder, ESMERO_DATABASE_URL=server.url(server.create_database()))
    finally:
        server.close()


async def _measure(store: str, desk: Desk) -> list[Figure]:
    inbox_id = await desk.database.write(lambda tx: _inbox(tx, desk.clock.now()))
    figures, numbers = list[Figure](), itertools.count()
    for kind in KINDS:
        await _keep(desk, inbox_id, [_mail(next(numbers), kind) for _ in range(AT_ONCE)])  # to be warm
        read, committed, kept = list[float](), list[float](), list[float]()
        for _ in range(ROUNDS):
            mails = [_mail(next(numbers), kind) for _ in range(kind.mails)]
            read.append(_read(mails))
            committed.append(await _commit(desk, kind.mails))
            kept.append(await _keep(desk, inbox_id, mails))
        figures += _figures(f"{store}, {kind.name}", kind, median(kept), median(read), median(committed))
    return figures


def _figures(what: str, kind: _Kind, kept: float, read: float, committed: float) -> list[Figure]:
    return [
        Figure(
            what=f"{what}: in to stored",
            value=kept,
            unit="/s",
            baseline=read,
            baseline_is="read only",
            at_least=kind.at_least,
        ),
        Figure(what=f"{what}: share of reading alone", value=kept / read, unit="of the baseline"),
        Figure(
            what=f"{what}: share of bare commits",
            value=kept / committed,
            unit="of the baseline",
            baseline=committed,
            baseline_is="bare commits",
        ),
    ]


def _read(mails: list[bytes]) -> float:
    began = perf_counter()
    for raw in mails:
        read_mail(raw, ours=frozenset(("help@shop.example",)))
    return len(mails) / (perf_counter() - began)


async def _commit(desk: Desk, count: int) -> float:
    async def one(number: int) -> None:
        await desk.database.write(
            lambda tx: memory.remember(tx, inbox_id=0, name=f"bench-{number % AT_ONCE}", value="x"), urgent=True
        )

    return await _rate([lambda number=number: one(number) for number in range(count)])  # type: ignore[misc]


async def _keep(desk: Desk, inbox_id: int, mails: list[bytes]) -> float:
    async def one(raw: bytes) -> None:
        if await desk.mail.receive(inbox_id, raw, Envelope(way="smtp", recipients=("help@shop.example",))) != "kept":
            raise AssertionError("a mail of the bench wasn't kept")

    return await _rate([lambda raw=raw: one(raw) for raw in mails])  # type: ignore[misc]


async def _rate(todo: list[Callable[[], Awaitable[None]]]) -> float:
    """Do it all, some at a time; returns how many a second."""
    waiting = iter(todo)

    async def work() -> None:
        for do in waiting:
            await do()

    began = perf_counter()
    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return len(todo) / (perf_counter() - began)


def _inbox(tx: Transaction, at: int) -> int:
    settings = written_settings(EmailSettings(address="help@shop.example"))
    return inboxes.make(tx, channel="email", name="Mail", key="email_1", settings=settings, by=DESK, at=at).id


def _mail(number: int, kind: _Kind) -> bytes:
    """A mail that no other is like. Each fifth is from somebody who writes often."""
    sender = f"often{number % 7}" if number % 5 == 0 else f"customer{number}"
    head = (
        f"From: Customer {number} <{sender}@customer.example>\r\nTo: help@shop.example\r\nSubject: My lamp {number}\r\n"
        f"Message-ID: <{number}.{os.urandom(6).hex()}@customer.example>\r\n"
        "Date: Fri, 30 Oct 2026 12:00:00 +0000\r\nMIME-Version: 1.0\r\n"
    )
    text = f"Order {number}. " + WORDS * 34
    lines = "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76))
    plain = f'Content-Type: text/plain; charset="utf-8"\r\n\r\n{lines}\r\n'
    if not kind.attached:
        return (head + plain).encode()
    file = base64.encodebytes(os.urandom(kind.attached)).decode().replace("\n", "\r\n")
    return (
        f'{head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n{plain}--b\r\n'
        'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="picture.bin"\r\n'
        f"Content-Transfer-Encoding: base64\r\n\r\n{file}--b--\r\n"
    ).encode()
