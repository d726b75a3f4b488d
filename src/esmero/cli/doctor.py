"""`esmero doctor`: is everything in order that the desk stands on? It only reads, beside a running desk."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from esmero.channels.email.domain.check import check_domain
from esmero.channels.email.domain.lookup import Lookup, ask_dns
from esmero.channels.email.imap.state import STATE, read_state
from esmero.channels.email.settings import KIND, read_email_settings
from esmero.cli.command import in_folder
from esmero.contract.ports import Blobs
from esmero.desk import cursors, files, inboxes, log, memory, outbox, rebuild, seals, sources
from esmero.desk.search import check as search
from esmero.desk.search import refill
from esmero.kit.clock import DAY, MINUTE, SystemClock
from esmero.kit.errors import EsmeroError
from esmero.kit.sealed import Sealer, load_keys, parse_keys
from esmero.settings import Settings, read_settings
from esmero.store.blobs import open_blobs
from esmero.store.database import open_database
from esmero.store.reading import reading
from esmero.store.session import Session

Finding = tuple[bool | None, str]
"""Whether something is in order, None for what is only worth knowing; and what it is."""

LATE_EVENTS = 10_000
"""A follower that is farther behind than this has stopped."""

_SIGNS = {True: "ok  ", False: "FAIL", None: "note"}
_STATES: dict[str, bool | None] = {"ok": True, "note": None, "bad": False}
NEWEST_FILES = 1_000
"""Files that are looked for without --rebuild."""

look: Lookup = ask_dns


@click.command()
@in_folder
@click.option("--rebuild", "full", is_flag=True, help="Also fold all events again and compare.")
@click.option("--mend", is_flag=True, help="Write what --rebuild finds wrong; stop the desk first.")
@click.option("--mail", is_flag=True, help="Also ask the DNS about the domains that mail is sent from.")
@click.option("--selector", "selectors", multiple=True, help="With --mail: where a DKIM key is; may be repeated.")
def doctor(data: Path | None, *, full: bool, mend: bool, mail: bool, selectors: tuple[str, ...]) -> None:
    """Check database, keys, files, clock and followers; with --rebuild, every projection; with --mail, domains."""
    settings = read_settings(os.environ, data=data)
    if mend:
        _mend(settings)
    healthy = True
    checks = _checks(settings, full=full)
    if mail or selectors:
        checks = chain(checks, [("mail", lambda: _check_mail(settings.database_place, selectors))])
    for name, check in checks:
        for right, text in _findings(check):
            healthy &= right is not False
            click.echo(f"{_SIGNS[right]}  {name}: {text}")
    if not healthy:
        raise click.exceptions.Exit(1)


def _mend(settings: Settings) -> None:
    database = open_database(settings.database_place)
    try:
        click.echo(f"mended {database.write_now(rebuild.mend)} conversations and customers")
        click.echo(f"mended {database.write_now(search.mend)} entries of search")
    finally:
        database.close_now()


def _checks(settings: Settings, *, full: bool) -> Iterator[tuple[str, Callable[[], Iterator[Finding]]]]:
    place = settings.database_place
    yield "keys", lambda: _with(place, lambda session: _check_keys(settings, session))
    yield "database", lambda: _with(place, _check_log)
    yield "clock", lambda: _with(place, _check_clock)
    yield "followers", lambda: _with(place, _check_followers)
    yield "outbox", lambda: _with(place, _check_outbox)
    yield "mailboxes", lambda: _with(place, _check_mailboxes)
    if settings.blobs_url is None:
        yield "room", lambda: _check_room(settings.data)
    yield "files", lambda: _with(place, lambda session: _check_files(settings, session, all_of_them=full))
    if full:
        yield "projections", lambda: _with(place, _check_projections)
        yield "search", lambda: _with(place, _check_search)


def _findings(check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Give what a check finds; a check that can't be made is a finding too."""
    try:
        yield from check()
    except EsmeroError as error:
        yield False, error.detail or error.title


def _with(place: str | Path, check: Callable[[Session], Iterator[Finding]]) -> Iterator[Finding]:
    with reading(place) as session:
        yield from check(session)


def _check_keys(settings: Settings, session: Session) -> Iterator[Finding]:
    if settings.master_key is not None:
        keys, where = parse_keys(settings.master_key), "in the settings"
    else:
        keys, where = load_keys(settings.key_file), "here, and only its owner can read it"
    sealed = seals.kept(session)
    if sealed is not None:
        seals.opened(Sealer(keys), sealed)
    yield True, f"the master key {keys[0].name} is {where}" + (", and it opens what is sealed" if sealed else "")


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


def _check_mailboxes(session: Session) -> Iterator[Finding]:
    followed = [one for one in inboxes.everyone(session) if one.channel == KIND and not one.removed]
    for inbox in followed:
        written = memory.recall(session, inbox_id=inbox.id, name=STATE)
        if written is not None:
            state = read_state(written)
            yield state.kind in ("ok", "connecting"), f"{inbox.name}: {state.words or state.kind}"
    held = sources.count_held(session, frozenset(one.id for one in followed))
    yield held == 0, f"{held} mails could not be understood and are held" if held else "no mail is held"


def _check_room(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield False, "the data folder is missing"
        return
    space = os.statvfs(folder)
    free = space.f_bavail * space.f_frsize
    yield free > 500_000_000, f"{free // 1_000_000:,} MB are free"


def _check_files(settings: Settings, session: Session, *, all_of_them: bool) -> Iterator[Finding]:
    named = files.of_messages(session, limit=2**31 if all_of_them else NEWEST_FILES)
    if settings.blobs_url is None and not (settings.data / "blobs").is_dir():
        yield not named, "the folder of files is missing"
        return
    blobs = open_blobs(settings.blobs_place)
    lost = asyncio.run(_lost(blobs, named))
    for one in lost[:20]:
        yield False, f"{one.name!r}, which a message names, is not there as it was sent ({one.blob})"
    which = "all" if len(named) < NEWEST_FILES or all_of_them else "the newest"
    yield not lost, f"of {which} {len(named):,} files that messages name, {len(lost) or 'none'} are missing"


async def _lost(blobs: Blobs, named: Sequence[files.Kept]) -> list[files.Kept]:
    return [one for one in named if await blobs.size(one.blob) != one.size]


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


def _check_search(session: Session) -> Iterator[Finding]:
    wrong = [event_id for event_id in search.wrong(session) if event_id]
    for event_id in wrong[:20]:
        yield False, f"event {event_id} is not found by what it holds"
    if left := refill.left(session):
        yield None, f"what was said before event {left + 1:,} is still being made findable"
    yield not wrong, f"of all that can be found, {len(wrong) or 'nothing'} stands otherwise than the log says"


def _check_mail(place: str | Path, selectors: Sequence[str]) -> Iterator[Finding]:
    with reading(place) as session:
        asked = _senders(session)
    if not asked:
        yield None, "no inbox sends mail"
    for address, server in asked:
        for one in asyncio.run(check_domain(address, server, selectors=selectors, look=look)):
            yield _STATES[one.state], one.words + (f"\n      {one.fix}" if one.fix else "")


def _senders(session: Session) -> list[tuple[str, str]]:
    """Return an address of each domain that mail is sent from, with the server that it goes through."""
    found = dict[tuple[str, str], str]()
    for inbox in inboxes.everyone(session):
        if inbox.channel == KIND and not inbox.removed:
            settings = read_email_settings(inbox.settings)
            for address in (settings.address, *settings.others):
                found.setdefault((address.rpartition("@")[2], settings.send.host), address)
    return [(address, server) for (_, server), address in found.items()]
