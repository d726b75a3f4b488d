"""The disk is full, or the database is gone: whoever writes is told to keep it, and later it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests import servers
from tests.faults import disks
from tests.faults.people import Agent, Person, Visitor, eventually, together
from tests.load.served import Served, environment, furnish, serve_desk

pytestmark = pytest.mark.anyio


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with disks.small_disk(tmp_path) as disk:
        yield disk


@pytest.fixture
def postgresql() -> Iterator[servers.PostgreSQL]:
    """A server of its own, which a test may stop."""
    server = servers.PostgreSQL()
    try:
        yield server
    finally:
        server.close()


async def test_a_full_disk_loses_nothing_and_needs_no_restart(small_disk: Path, tmp_path: Path) -> None:
    ballast = small_disk / "ballast"
    async with _at_work(tmp_path, environment(small_disk)) as (served, tom, ana), together(tom, ana):
        await _live_through(served, tom, ana, breaks=lambda: disks.fill(ballast), mends=ballast.unlink)


async def test_a_database_that_was_gone_is_used_again_without_a_restart(
    tmp_path: Path, postgresql: servers.PostgreSQL
) -> None:
    async with _at_work(tmp_path, _on(postgresql, tmp_path)) as (served, tom, ana):
        late = Visitor(tom.origin, tom.hello["inbox"])
        async with together(tom, ana):
            await _live_through(served, tom, ana, breaks=postgresql.stop, mends=postgresql.start)
        async with together(late):
            await late.write("And others too")


async def test_who_arrives_while_the_database_is_gone_is_told_to_come_again(
    tmp_path: Path, postgresql: servers.PostgreSQL
) -> None:
    async with _at_work(tmp_path, _on(postgresql, tmp_path)) as (_, tom, ana):
        async with together(tom, ana):
            await tom.write("Known already")
        postgresql.stop()
        async with AsyncExitStack() as back:
            arriving = asyncio.create_task(back.enter_async_context(together(tom, ana)))
            await tom.until(lambda: 4503 in tom.closed)
            await ana.until(lambda: 4503 in ana.closed)
            postgresql.start()
            await arriving
            await _write_at_last(tom, "And here again")
            await ana.until(lambda: "And here again" in ana.texts)
        assert 4401 not in ana.closed


def _on(postgresql: servers.PostgreSQL, folder: Path) -> dict[str, str]:
    """The environment of a desk on this server."""
    return environment(folder, ESMERO_DATABASE_URL=postgresql.url(postgresql.create_database()))


@asynccontextmanager
async def _at_work(folder: Path, environ: dict[str, str]) -> AsyncIterator[tuple[Served, Visitor, Agent]]:
    """A desk that is served, and a visitor and an agent of it, who are still to come."""
    shop = await furnish(environ)
    with serve_desk(folder, environ) as served:
        yield served, Visitor(served.origin, shop.inbox_key), Agent(served.origin, shop.ana)


async def _live_through(
    served: Served, tom: Visitor, ana: Agent, *, breaks: Callable[[], None], mends: Callable[[], None]
) -> None:
    """Let both write while nothing can be stored: the desk says so and lives on, and takes it all once it can."""
    asked = await tom.write("While all was well")
    breaks()
    question = await _until_refused(tom, "visitor")
    note = await _until_refused(ana, "agent", kind="note", conversation=asked["conversation"])
    await eventually(lambda: _ready(served) == 503)
    assert _alive(served)
    mends()
    await eventually(lambda: _ready(served) == 200)
    await _until_taken(tom, question)
    await _until_taken(ana, note)
    await _check_all_arrived(tom, ana)


async def _until_refused(person: Person, name: str, **more: object) -> str:
    """Write until there is no room any more; returns the id of the message that was refused.

    What the database had reserved before the disk was full may take a few more messages, all of them acknowledged.
    """
    for count in range(200):
        sent = await person.send(f"{name} {count} " + "…" * 3_000, **more)
        await person.until(lambda: sent in person.acked or person.refused)  # noqa: B023
        if sent not in person.acked:
            refusal = person.refused[-1]
            assert (refusal["id"], refusal["code"], refusal["retry"]) == (sent, "unavailable", True)
            return sent
    raise AssertionError("the disk never was full")


async def _write_at_last(person: Person, text: str) -> None:
    """Write, and again as often as one is told that it may work later: reading comes back before writing."""
    name = await person.send(text)
    for _ in range(60):
        await person.until(lambda: name in person.acked or person.refused)
        if name in person.acked:
            return
        assert person.refused.pop()["retry"]
        await asyncio.sleep(0.2)
        if name in person.unanswered:  # else it went again by itself, with a new connection
            await person.push(person.unanswered[name])
    raise AssertionError("it never was taken")


async def _until_taken(person: Person, name: str) -> None:
    """Send the very same frame until it is acknowledged, as a browser would, and then once more: it stays one."""
    frame = person.unanswered[name]
    for _ in range(60):
        if (await person.again(name))["t"] == "ack":
            break
    ack = person.acked.pop(name)
    person.unanswered[name] = frame
    assert (await person.again(name))["event"] == ack["event"]


async def _check_all_arrived(tom: Person, ana: Person) -> None:
    """Whatever either was told is kept is in the feed, once."""
    kept = {ack["event"] for person in (tom, ana) for ack in person.acked.values()}
    await ana.until(lambda: kept <= set(ana.events))
    assert len(ana.texts) == len(set(ana.texts)) == len(kept)
    await tom.until(lambda: {ack["event"] for ack in tom.acked.values()} <= set(tom.events))


def _ready(served: Served) -> int:
    return httpx.get(served.origin + "/ready", timeout=30).status_code


def _alive(served: Served) -> bool:
    return httpx.get(served.origin + "/health", timeout=30).status_code == 200
