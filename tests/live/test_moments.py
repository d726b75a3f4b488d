"""Who types and who looks at what is shown to those who may see the conversation at that moment."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from esmero.desk import presence
from esmero.desk.heard import Heard
from esmero.live.moments import Moment
from esmero.store.database import Database
from tests.live.site import PATIENCE_SECONDS, Browser, Frame, Site, open_site

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_after_a_move_moments_are_for_those_who_see_it_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        number = (await browser.write("To be moved"))["conversation"]
        async with await site.agent(world.ana) as ana, await site.agent(world.bela) as bela:
            for console in (ana, bela):
                await console.until("welcome")
                await console.send(t="view", conversation=number)
            await bela.until(_viewing(number, world.ana.id, world.bela.id))
            bela.frames.clear()
            if elsewhere:
                # As if another process had moved it: this one has to read of it.
                monkeypatch.setattr(Heard, "after", lambda *_, **__: [])
            await _move(site, number)
            await bela.until(_viewing(number, world.bela.id))
            await ana.until("gone")
            ana.frames.clear()
            await browser.send(t="typing", on=True)
            assert (await bela.until("typing"))["conversation"] == number
            await bela.send(t="typing", conversation=number, on=True, kind="note")
            await bela.until(lambda frame: frame["t"] == "viewing" and frame["agents"][0]["typing"])
            await _heard(ana)
            assert not [frame for frame in ana.frames if frame["t"] in ("typing", "viewing")]
            async with await site.agent(world.dorka) as later, await site.agent(world.bela) as other:
                assert (await later.until("welcome"))["viewing"] == []
                assert [one["conversation"] for one in (await other.until("welcome"))["viewing"]] == [number]


async def test_another_process_that_does_not_know_of_the_move_yet_shows_nothing_to_who_lost_it(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        number = (await browser.write("Moved already"))["conversation"]
        await _move(site, number)
        async with await site.agent(world.ana) as ana, await site.agent(world.bela) as bela:
            for console in (ana, bela):
                await console.until("events")
            await world.desk.moments.tell(Moment(kind="typing", conversation=number, on=True))
            late = b'{"kind":"typing","conversation":%d,"inbox":%d}' % (number, world.shop.id)
            await world.desk.bus.publish("moment", late)
            await bela.until("typing")
            await _heard(ana)
            assert "typing" not in ana.kinds()


async def test_typing_asks_the_database_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        number = (await world.hear(world.tom, "Hello")).conversation_id
        asked, here = 0, asyncio.current_task()
        read = Database.read

        def counted(database: Database, query: object) -> object:
            nonlocal asked
            asked += asyncio.current_task() is here
            return read(database, query)  # type: ignore[arg-type]

        async with await site.agent(world.ana) as ana:
            await ana.until("events")
            await site.told()
            monkeypatch.setattr(Database, "read", counted)
            for _ in range(5):
                await world.desk.moments.tell(Moment(kind="typing", conversation=number, on=True))
            monkeypatch.undo()
            await ana.until("typing")
        assert asked == 1


async def test_who_goes_away_looks_at_nothing_any_more(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        number = (await world.hear(world.tom, "Hello")).conversation_id
        async with await site.agent(world.bela) as bela:
            async with await site.agent(world.ana) as ana:
                await ana.until("welcome")
                await ana.send(t="view", conversation=number)
                await bela.until(_viewing(number, world.ana.id))
            await bela.until(_viewing(number))


async def test_who_looks_at_what_is_not_theirs_still_departs(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        number = (await world.hear(world.tom, "Not for Eve")).conversation_id
        async with await site.agent(world.ana) as ana:
            async with await site.agent(world.eve) as eve:
                await ana.until(_state(world.eve.id, "available"))
                await eve.send(t="view", conversation=number)
                assert (await eve.until("refused"))["code"] == "not_found"
            async with asyncio.timeout(PATIENCE_SECONDS):
                while await _lease(site) > world.clock.now() + presence.GRACE:
                    await asyncio.sleep(0.01)
            assert world.desk.moments.viewing(number) == []


async def _move(site: Site, number: int) -> None:
    world = site.world
    await world.desk.handle.move(number, world.trade.id, by=await world.view(world.bela))


async def _heard(console: Browser) -> None:
    """Wait until whatever was pushed before has arrived."""
    await console.send(t="ping")
    await console.until("pong")


async def _lease(site: Site) -> int:
    """Return when Eve is away if nothing more is heard of her."""
    world = site.world
    here = await world.desk.database.read(lambda session: presence.here(session, now=world.clock.now()))
    return here[world.eve.id]


def _viewing(number: int, *agents: int) -> object:
    def says(frame: Frame) -> bool:
        return (
            frame["t"] == "viewing"
            and frame["conversation"] == number
            and {one["id"] for one in frame["agents"]} == set(agents)
        )

    return says


def _state(agent_id: int, state: str) -> object:
    return lambda frame: frame["t"] == "presence" and frame["agents"].get(str(agent_id)) == state
