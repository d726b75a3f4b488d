"""`esmero doctor`: is everything in order that the desk stands on? It only reads, beside a running desk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from esmero.cli.command import new_app
from esmero.desk import cursors, log, outbox, rebuild
from esmero.kit.clock import DAY, MINUTE, SystemClock
from esmero.kit.errors import EsmeroError
from esmero.kit.sealed import load_keys
from esmero.settings import Settings, read_settings
from esmero.store.database import open_database
from esmero.store.reading import reading
from esmero.store.session import Session

app = new_app("Check that everything the desk stands on is in order.")

Finding = tuple[bool, str]
LATE_EVENTS = 10_000
"""A follower that is farther behind than this has stopped."""


@app.command()
def doctor(
    data: Annotated[Path | None, typer.Option(help="The data folder.")] = None,
    full: Annotated[bool, typer.Option("--rebuild", help="Also fold all events again and compare.")] = False,
    mend: Annotated[
        bool, typer.Option("--mend", help="Write what --rebuild finds wrong; stop the desk first.")
    ] = False,
) -> None:
    """Check database, keys, files, clock and followers; with --rebuild, every projection."""
    settings = read_settings(os.environ, data=data)
    if mend:
        _mend(settings)
    healthy = True
    for name, check in _checks(settings, full=full):
        for right, text in _findings(check):
            healthy &= right
            typer.echo(f"{'ok  ' if right else 'FAIL'}  {name}: {text}")
    if not healthy:
        raise typer.Exit(1)


def _mend(settings: Settings) -> None:
    database = open_database(settings.database_url or settings.data)
    try:
        typer.echo(f"mended {database.write_now(rebuild.mend)} conversations and customers")
    finally:
        database.close_now()


def _checks(settings: Settings, *, full: bool) -> Iterator[tuple[str, Callable[[], Iterator[Finding]]]]:
    place = settings.database_url or settings.data
    yield "keys", lambda: _check_keys(settings)
    yield "database", lambda: _with(place, _check_log)
    yield "clock", lambda: _with(place, _check_clock)
    yield "followers", lambda: _with(place, _check_followers)
    yield "outbox", lambda: _with(place, _check_outbox)
    if settings.blobs_url is None:
        yield "files", lambda: _check_files(settings.data / "blobs")
    if full:
        yield "projections", lambda: _with(place, _check_projections)


def _findings(check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Give what a check finds; a check that can't be made is a finding too."""
    try:
        yield from check()
    except EsmeroError as error:
        yield False, error.detail or error.title


def _with(place: str | Path, check: Callable[[Session], Iterator[Finding]]) -> Iterator[Finding]:
    with reading(place) as session:
        yield from check(session)


def _check_keys(settings: Settings) -> Iterator[Finding]:
    if settings.master_key is not None:
        yield True, "the master key comes from the settings"
        return
    keys = load_keys(settings.data / "keys" / "master.key")
    yield True, f"the master key {keys[0].name} is here, and only its owner can read it"


def _check_log(session: Session) -> Iterator[Finding]:
    yield True, f"{session.dialect} answers; the log's newest event is {log.position(session)}"


def _check_clock(session: Session) -> Iterator[Finding]:
    newest = log.one(session, log.position(session))
    ahead = 0 if newest is None else newest.at - SystemClock().now()
    if ahead > MINUTE:
        yield False, f"the newest event lies {ahead // 1_000} s in the future: this machine's clock is slow"
    else:
        yield True, "no event lies in the future"


def _check_followers(session: Session) -> Iterator[Finding]:
    newest = log.position(session)
    for place in cursors.positions(session):
        behind = newest - place.position
        yield behind < LATE_EVENTS, f"{place.name} is {behind} events behind"
    parked = cursors.parked_count(session)
    yield parked == 0, f"{parked} events could not be digested" if parked else "nothing is parked"


def _check_outbox(session: Session) -> Iterator[Finding]:
    stuck = outbox.any_due(session, now=SystemClock().now() - DAY)
    yield not stuck, "a reply has waited for more than a day" if stuck else "nothing waits too long"


def _check_files(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield False, "the folder of files is missing"
        return
    space = os.statvfs(folder)
    free = space.f_bavail * space.f_frsize
    yield free > 500_000_000, f"{free // 1_000_000:,} MB are free"


def _check_projections(session: Session) -> Iterator[Finding]:
    differences = 0
    for one in rebuild.compare(session):
        differences += 1
        if differences <= 20:
            yield False, f"{one.what} {one.id}, {one.field}: stands {one.stands}, should be {one.should}"
    if differences:
        yield False, f"{differences} differences in all"
    else:
        yield True, "every conversation, customer and count is what its events add up to"
