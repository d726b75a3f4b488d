"""Two processes on one PostgreSQL, with Valkey between them: nobody can tell at which one they are."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import servers
from tests.faults.people import Agent, Visitor, together
from tests.load.served import Furniture, Served, environment, furnish, serve_desk

pytestmark = pytest.mark.anyio

SOON_SECONDS = 1.0
TRIES = 5
"""The machine of a test may be busy elsewhere: one message of these has to arrive soon, and every one at all."""


@dataclass(frozen=True)
class Pair:
    """Two processes that serve the same desk, and what is on that desk."""

    one: Served
    other: Served
    shop: Furniture


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[Pair]:
    with servers.database() as url, ExitStack() as running:
        environ = environment(tmp_path, ESMERO_DATABASE_URL=url, ESMERO_BUS_URL=servers.valkey().url)
        shop = await furnish(environ)
        one = running.enter_context(serve_desk(tmp_path, environ, "one"))
        other = running.enter_context(serve_desk(tmp_path, environ, "other"))
        yield Pair(one, other, shop)


async def test_a_visitor_at_one_process_talks_with_an_agent_at_the_other(pair: Pair) -> None:
    tom, ana = Visitor(pair.one.origin, pair.shop.inbox_key), Agent(pair.other.origin, pair.shop.ana)
    async with together(tom, ana):
        took = []
        asked = await tom.write("Hello")
        for count in range(TRIES):
            begin = time.monotonic()
            asked = await tom.write(f"question {count}")
            await ana.until_text(f"question {count}")
            await ana.write(f"answer {count}", kind="reply", conversation=asked["conversation"], seen=asked["seq"])
            await tom.until_text(f"answer {count}")
            took.append(time.monotonic() - begin)
        await ana.write("For us alone", kind="note", conversation=asked["conversation"])
        await ana.write("The last one", kind="reply", conversation=asked["conversation"], seen=asked["seq"])
        for person in (tom, ana):
            await person.until_text("The last one")
    assert min(took) < SOON_SECONDS
    assert "For us alone" not in tom.texts
    assert tom.texts == [text for text in ana.texts if text != "For us alone"]


async def test_presence_and_typing_are_seen_across_processes(pair: Pair) -> None:
    tom = Visitor(pair.one.origin, pair.shop.inbox_key)
    ana, eve = Agent(pair.other.origin, pair.shop.ana), Agent(pair.one.origin, pair.shop.eve)

    def says(state: str) -> bool:
        told = [frame for frame in eve.frames if frame["t"] in ("presence", "welcome")]
        return any(
            state == (frame.get("agents") or frame["presence"]).get(str(pair.shop.ana_id)) for frame in told[-1:]
        )

    async with together(tom, eve):
        async with together(ana):
            await eve.until(lambda: says("available"))
            conversation = (await tom.write("Hello"))["conversation"]
            await ana.push({"t": "typing", "conversation": conversation, "on": True})
            await tom.until(lambda: any(frame["t"] == "typing" and frame["on"] for frame in tom.frames))
            await tom.push({"t": "typing", "on": True})
            await ana.until(lambda: any(frame["t"] == "typing" for frame in ana.frames))
        await eve.until(lambda: says("offline"))
    assert eve.texts == []


async def test_who_was_at_a_process_that_died_goes_on_at_the_other(pair: Pair) -> None:
    tom, ana = Visitor(pair.one.origin, pair.shop.inbox_key), Agent(pair.other.origin, pair.shop.ana)
    async with together(tom, ana):
        await tom.write("Before")
        pair.one.kill()
        tom.origin = pair.other.origin
        asked = await tom.write("After")
        await ana.until(lambda: "After" in ana.texts)
        await ana.write("Still here", kind="reply", conversation=asked["conversation"], seen=asked["seq"])
        for person in (tom, ana):
            await person.until_text("Still here")
    assert tom.texts == ana.texts == ["Before", "After", "Still here"]
