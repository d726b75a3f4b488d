"""`esmero mail import`: brings history in, oldest first. Broken off and run again it goes on where it was."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click
import msgspec
from msgspec import Struct

from esmero.cli.command import in_folder
from esmero.kit.errors import EsmeroError, Unavailable
from esmero.settings import Settings, read_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from esmero.channels.email.archive.archive import Archive
    from esmero.channels.email.archive.letter import Letter
    from esmero.web.bringing import AnyBringing

    Ask = Callable[[AnyBringing, bytes], Awaitable[list[str]]]

AT_ONCE: Final = 16
"""Mails that are brought in together, and share a commit."""
TELL_SECONDS: Final = 5.0
DRAW_SECONDS: Final = 0.2
REMEMBER_SECONDS: Final = 1.0


class Position(Struct):
    """How far an archive was brought in, and what became of its mails."""

    done: int = 0
    kept: int = 0
    again: int = 0
    held: int = 0
    refused: int = 0


class _Ready(NamedTuple):
    """A mail that was read. `raw` is empty for one that can't be brought in."""

    raw: bytes
    at: int


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path), help="An mbox, a Maildir, or a folder of them.")
@click.option("--inbox", required=True, metavar="ADDRESS|ID", help="The inbox that the mails belong to.")
@in_folder
def import_mail(path: Path, inbox: str, data: Path | None) -> None:
    """Bring old mail in, with the time at which it was written. The desk may run meanwhile.

    What it brings is closed, keeps nobody waiting, and nobody is told. Nothing comes in twice.
    """
    from esmero.channels.email.archive.archive import open_archive

    settings = read_settings(os.environ, data=data)
    try:
        archive = open_archive(path, _Looking())
        position = asyncio.run(_bring_all(settings, archive, inbox))
    except KeyboardInterrupt:
        raise EsmeroError("Broken off. Run it again, and it goes on where it was.") from None
    except (OSError, msgspec.DecodeError) as error:
        raise EsmeroError(f"Broken off ({error}). Run it again, and it goes on where it was.") from None
    click.echo(_summary(position))
    if position.refused:
        raise click.exceptions.Exit(1)


async def _bring_all(settings: Settings, archive: Archive, inbox: str) -> Position:
    from esmero.web.bringing import FindInbox, Recall, Remember

    async with _asking(settings) as ask:
        inbox_id = int((await ask(FindInbox(inbox=inbox), b""))[0])
        name = f"import:{archive.fingerprint}"
        known = await ask(Recall(inbox_id=inbox_id, name=name), b"")
        position = msgspec.json.decode(known[0], type=Position) if known else Position()
        if position.done == len(archive.letters):
            position = Position(done=position.done, again=position.kept + position.again, held=position.held)
        progress, remembered_at = _Progress(len(archive.letters), position.done), time.monotonic()
        for batch in _batches(archive, position):
            outcomes = await asyncio.gather(*(_bring(ask, inbox_id, one) for one in batch))
            _count(position, outcomes)
            progress.tell(position.done)
            if time.monotonic() - remembered_at > REMEMBER_SECONDS or position.done == len(archive.letters):
                # What could not be read is tried again by another run.
                keep = Position() if position.refused and position.done == len(archive.letters) else position
                value = msgspec.json.encode(keep).decode()
                await ask(Remember(inbox_id=inbox_id, name=name, value=value), b"")
                remembered_at = time.monotonic()
        progress.end()
        return position


async def _bring(ask: Ask, inbox_id: int, one: _Ready) -> str:
    from esmero.web.bringing import Import

    if not one.raw:
        return "refused"
    (outcome,) = await ask(Import(size=len(one.raw), inbox_id=inbox_id, seen_at=one.at or None), one.raw)
    return outcome


def _batches(archive: Archive, position: Position) -> Iterator[list[_Ready]]:
    """Return the mails that are left, some at a time. One that answers another of its batch waits for the next."""
    from esmero.channels.email.archive.letter import header_of, names_of

    batch, there, size = list[_Ready](), set[bytes](), 0
    for letter in archive.letters[position.done :]:
        one = _read(archive, letter)
        names = names_of(header_of(one.raw))
        if batch and (len(batch) >= AT_ONCE or size > _LARGE or not there.isdisjoint(names.answers)):
            yield batch
            batch, there, size = [], set(), 0
        batch.append(one)
        there |= names.own
        size += len(one.raw)
    if batch:
        yield batch


_LARGE: Final = 32 * 1024 * 1024
"""Bytes of mails that are together in memory, before the last of them."""


def _read(archive: Archive, letter: Letter) -> _Ready:
    from esmero.channels.email.pipe import check_mail

    try:
        raw = archive.read(letter)
        check_mail(raw)
    except (EsmeroError, OSError) as trouble:
        click.echo(f"esmero mail: one in {letter.path} at {letter.start} can't be brought in: {trouble}", err=True)
        return _Ready(b"", letter.at)
    return _Ready(raw, letter.at)


def _count(position: Position, outcomes: list[str]) -> None:
    became = Counter(outcomes)
    position.done += len(outcomes)
    position.kept += became["kept"]
    position.again += became["again"]
    position.held += became["held"]
    position.refused += became["refused"]


@asynccontextmanager
async def _asking(settings: Settings) -> AsyncIterator[Ask]:
    """Give what asks the desk that runs, or else the one that is opened here."""
    from esmero.web.bringing import bring
    from esmero.web.operator import ask_running, is_running

    if is_running(settings.data):

        async def ask_it(ask: AnyBringing, raw: bytes) -> list[str]:
            told = await asyncio.to_thread(ask_running, settings.data, ask, raw)
            if told is None or told.refused is not None:
                raise Unavailable((told and told.refused) or "The desk has ended. Run it again to go on.")
            return told.lines

        yield ask_it
        return
    from esmero.app import open_desk

    desk = await open_desk(settings)
    try:
        yield lambda ask, raw: bring(desk, ask, raw)
    finally:
        await desk.stop()


def _summary(position: Position) -> str:
    words = f"{position.done} mails: {position.kept} kept, {position.again} already there, {position.held} held"
    return words + (f", {position.refused} could not be brought in" if position.refused else "")


class _Looking:
    """Tells how far an archive was looked through."""

    def __init__(self) -> None:
        self._told_at = time.monotonic()

    def __call__(self, seen: int) -> None:
        if time.monotonic() - self._told_at >= TELL_SECONDS:
            self._told_at = time.monotonic()
            click.echo(f"Looking through the archive: {seen // 2**20} MB", err=True)


class _Progress:
    """A bar on a terminal, else a line every few seconds."""

    def __init__(self, total: int, done: int) -> None:
        self._total, self._begun, self._began_at = total, done, time.monotonic()
        self._bar = sys.stderr.isatty()
        self._told_at = self._began_at

    def tell(self, done: int) -> None:
        now = time.monotonic()
        if now - self._told_at < (DRAW_SECONDS if self._bar else TELL_SECONDS):
            return
        self._told_at = now
        rate = (done - self._begun) / max(now - self._began_at, 0.001)
        words = f"{done:,} of {self._total:,} mails, {rate:,.0f} a second"
        if self._bar:
            full = 30 * done // max(self._total, 1)
            click.echo(f"\r[{'#' * full}{' ' * (30 - full)}] {words}\033[K", err=True, nl=False)
        else:
            click.echo(words, err=True)

    def end(self) -> None:
        if self._bar:
            click.echo("\r\033[K", err=True, nl=False)
