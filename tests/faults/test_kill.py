"""`kill -9` under load: whatever was acknowledged is there, once and in order, and everybody catches up."""

from __future__ import annotations

import asyncio
import os
import secrets
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from esmero.contract.events import Event
from esmero.desk import log
from esmero.store.reading import reading
from tests import servers
from tests.faults.people import Agent, Person, Visitor, together
from tests.load.served import WITHOUT_LIMITS, Served, environment, furnish, serve_desk
from tests.soak import times

pytestmark = pytest.mark.anyio

VISITORS = 4
WINDOW = 3
"""Messages that one person has on the way at a time."""


@pytest.mark.soak
async def test_what_was_acknowledged_survives_every_kill(tmp_path: Path) -> None:
    await _kill_amid_talk(tmp_path, {}, kills=times(short=5, long=50))


@pytest.mark.soak
async def test_it_survives_them_on_postgresql_too(tmp_path: Path) -> None:
    with servers.database() as url:
        await _kill_amid_talk(tmp_path, {"ESMERO_DATABASE_URL": url}, kills=times(short=2, long=20))


async def _kill_amid_talk(tmp_path: Path, more: Mapping[str, str], *, kills: int) -> None:
    environ = environment(tmp_path, **WITHOUT_LIMITS, **more)
    shop = await furnish(environ)
    with serve_desk(tmp_path, environ) as served:
        visitors = [Visitor(served.origin, shop.inbox_key) for _ in range(VISITORS)]
        ana = Agent(served.origin, shop.ana)
        async with together(ana, *visitors):
            await _chat_while(_kill_often(served, kills, [ana, *visitors]), ana, visitors)
            await asyncio.gather(*(person.until_answered() for person in (ana, *visitors)))
            stored = _log(environ)
            await ana.until_seen(_ids(stored))
            for visitor in visitors:
                await visitor.until_seen(_ids(_seen_by(visitor, stored)))
    _check_acknowledged([ana, *visitors], stored)
    _check_seen(ana, visitors, stored)
    _check_folded(environ)


async def _chat_while(kills: asyncio.Task[None], ana: Agent, visitors: list[Visitor]) -> None:
    chats = [asyncio.create_task(_ask(visitor, number)) for number, visitor in enumerate(visitors)]
    chats.append(asyncio.create_task(_answer(ana)))
    try:
        done, _ = await asyncio.wait([kills, *chats], return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        assert kills in done
    finally:
        for task in (kills, *chats):
            task.cancel()
        await asyncio.gather(kills, *chats, return_exceptions=True)


async def _ask(visitor: Visitor, number: int) -> None:
    """Write without end: the text says who and which, so that order can be told from the log."""
    count = 0
    while True:
        await visitor.until(lambda: len(visitor.unanswered) < WINDOW)
        count += 1
        await visitor.send(f"visitor {number} message {count}")


async def _answer(ana: Agent) -> None:
    """Answer the newest message of whoever wrote last, with a note beside every third reply."""
    count = 0
    while True:
        asked = [event for event in ana.events.values() if event["type"] == "message.received"]
        if not asked or ana.unanswered:
            await asyncio.sleep(0.01)
            continue
        newest = max(asked, key=lambda event: int(event["id"]))
        count += 1
        kind = {"kind": "note"} if count % 3 == 0 else {"kind": "reply", "seen": newest["seq"]}
        await ana.send(f"ana message {count}", conversation=newest["of"], **kind)


def _kill_often(served: Served, kills: int, people: list[Person]) -> asyncio.Task[None]:
    async def kill() -> None:
        for number in range(kills):
            acked = sum(len(person.acked) for person in people)
            await people[0].until(lambda: sum(len(person.acked) for person in people) > acked + 20)  # noqa: B023
            await asyncio.sleep(secrets.randbelow(300) / 1_000)
            await asyncio.to_thread(served.kill)
            await asyncio.to_thread(served.start)
            for person in people:
                await person.until_connected(number + 2)

    return asyncio.create_task(kill())


def _log(environ: Mapping[str, str]) -> list[Event]:
    """Everything that is stored of conversations, in order."""
    stored: list[Event] = []
    with reading(environ.get("ESMERO_DATABASE_URL") or Path(environ["ESMERO_DATA"])) as session:
        while more := log.after(session, stored[-1].id if stored else 0, limit=1_000):
            stored += more
    return [event for event in stored if event.stream == "conversation"]


def _ids(events: list[Event]) -> list[int]:
    return [event.id for event in events]


def _seen_by(visitor: Visitor, stored: list[Event]) -> list[Event]:
    """What a customer may see of their own conversation."""
    conversation = next(iter(visitor.acked.values()))["conversation"]
    return [event for event in stored if event.of == conversation and event.public]


def _check_acknowledged(people: list[Person], stored: list[Event]) -> None:
    by_id = {event.id: event for event in stored}
    clients = Counter(getattr(event.fact, "client_id", None) for event in stored)
    for person in people:
        assert person.acked
        for name, ack in person.acked.items():
            assert by_id[ack["event"]].of == ack["conversation"]
            assert clients[name] == 1
    for author in [f"visitor {number}" for number in range(VISITORS)] + ["ana"]:
        said = [event.content.text for event in stored if event.content is not None]
        theirs = [text for text in said if text.startswith(f"{author} message ")]
        assert theirs == [f"{author} message {count}" for count in range(1, len(theirs) + 1)]


def _check_seen(ana: Agent, visitors: list[Visitor], stored: list[Event]) -> None:
    assert not any(person.twice for person in (ana, *visitors))
    seen = [number for number, event in sorted(ana.events.items()) if event["stream"] == "conversation"]
    assert seen == _ids(stored)
    for visitor in visitors:
        shown = [event.id for event in _seen_by(visitor, stored) if event.content is not None]
        assert [number for number, event in sorted(visitor.events.items()) if event.get("text")] == shown
        assert not any(event["type"] == "note.added" for event in visitor.events.values())


def _check_folded(environ: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "esmero", "doctor", "--rebuild"]
    done = subprocess.run(command, env={**os.environ, **environ}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
