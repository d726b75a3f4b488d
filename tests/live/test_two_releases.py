"""Two releases run side by side: what the newer one wrote the older one passes over, and whatever breaks is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import httpx
import msgspec
import pytest
from structlog.testing import capture_logs

from esmero.channels.chat.settings import read_chat_settings
from esmero.contract.events import DESK
from esmero.contract.facts import Fact, Unknown
from esmero.desk import log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.heard import Heard
from esmero.live import hub as hub_module
from esmero.store.session import Transaction
from tests.live.site import open_site
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


class PromiseMade(Fact, frozen=True, kw_only=True):
    """What a newer release may write."""

    type: ClassVar[str] = "promise.made"
    public: ClassVar[bool] = True
    due_at: int


async def test_what_another_release_wrote_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser, await site.agent(site.world.ana) as ana:
        world = site.world
        ack = await browser.write("Before")
        await ana.until_text("Before")
        _only_wake(monkeypatch)
        await _promise(world, ack["conversation"])
        await browser.write("After")
        for one in (ana, browser):
            await one.until_text("After")
        async with await site.agent(world.bela) as later, httpx.AsyncClient(base_url=site.origin) as http:
            frame = await later.until("events")
            found = [event for event in frame["events"] if event["type"] == "unknown"]
            assert [event["data"] for event in found] == [{"name": "promise.made"}]
            assert (await http.get("/ready")).status_code == 200
        assert "promise" not in str(browser.frames)


async def test_what_another_release_wrote_is_followed_and_rebuilt(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        heard = await world.hear(world.tom, "Where is my lamp?")
        await _promise(world, heard.conversation_id)
        await world.say(world.ana, heard.conversation_id, "On its way", note=True)
        await world.follow()
        read = world.desk.database.read
        facts = [event.fact for event in await read(lambda session: log.after(session, 0, limit=100))]
        assert Unknown(name="promise.made") in facts
        assert await read(lambda session: list(rebuild.compare(session))) == []


async def test_a_form_that_cannot_be_read_is_as_unknown_as_a_type(tmp_path: Path) -> None:
    class Louder(Fact, frozen=True, kw_only=True):
        type: ClassVar[str] = "conversation.priority_changed"
        priority: str = "deafening"

    async with open_world(tmp_path) as world:
        heard = await world.hear(world.tom, "Hello")
        await world.desk.database.write(lambda tx: _tell(tx, heard.conversation_id, Louder(), world.clock.now()))
        events = await world.desk.database.read(lambda session: log.after(session, 0, limit=100))
        assert events[-1].fact == Unknown(name="conversation.priority_changed")


async def test_settings_of_a_newer_release_can_be_read() -> None:
    newer = {
        "brand": "Lamps",
        "mood": "fine",
        "hours": {"zone": "Europe/Budapest", "siesta": True},
        "ways": [{"kind": "phone", "address": "+36 1 555", "tone": "low"}],
    }
    settings = read_chat_settings(msgspec.json.encode(newer).decode())
    assert (settings.brand, settings.hours.zone) == ("Lamps", "Europe/Budapest")
    assert [way.address for way in settings.ways] == ["+36 1 555"]


async def test_a_defect_at_one_event_is_told_and_the_rest_is_pushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_module, "CALM_SECONDS", 0.01)
    async with open_site(tmp_path) as site:
        with capture_logs() as said:
            async with await site.agent(site.world.ana) as ana:
                await ana.until("welcome")
                hub = site.world.desk.hub
                monkeypatch.setattr(hub, "_push_to_visitors", _breaking_once(hub._push_to_visitors))
                await site.world.hear(site.world.tom, "Half pushed")
                assert await ana.until_closed() == 1012
            async with await site.agent(site.world.ana) as again:
                await again.until_text("Half pushed")
                await site.world.hear(site.world.tom, "And on it goes")
                await again.until_text("And on it goes")
        assert [one["exc_info"] for one in said if one["event"] == "the hub broke"] == [True]


async def test_what_cannot_even_be_looked_at_is_stepped_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_module, "CALM_SECONDS", 0.01)
    async with open_site(tmp_path) as site, await site.agent(site.world.ana) as ana:
        await ana.until("welcome")
        hub = site.world.desk.hub
        _only_wake(monkeypatch)
        read = hub._read
        broken = 0

        def breaks_there(after: int, *rest: Any) -> Any:
            nonlocal broken
            if after == before:
                broken += 1
                raise KeyError("a defect")
            return read(after, *rest)

        before = await site.told()
        monkeypatch.setattr(hub, "_read", breaks_there)
        await site.world.hear(site.world.tom, "Stepped over")
        assert await ana.until_closed() == 1012
        assert broken == hub_module.ATTEMPTS
        async with await site.agent(site.world.ana) as again:
            await again.until_text("Stepped over")
            await site.world.hear(site.world.tom, "Live again")
            await again.until_text("Live again")


async def test_presence_and_cards_go_on_after_a_defect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        presence, cards = site.world.desk.presence, site.world.desk.services.cards
        with capture_logs() as said:
            monkeypatch.setattr(presence, "look", _breaking_once(presence.look))
            monkeypatch.setattr(cards, "look", _breaking_once(cards.look))
            presence._woken.set()
            cards._woken.set()
            async with asyncio.timeout(5):
                while {one["event"] for one in said} < {"presence broke", "an inbox could not be shown"}:
                    await asyncio.sleep(0.01)
        async with await site.agent(site.world.ana):
            people = await browser.until(lambda frame: frame["t"] == "inbox" and frame["inbox"]["people"])
        assert people["inbox"]["people"][0]["name"] == "Ana"


async def test_who_no_longer_works_is_not_ready(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin) as http:
        assert (await http.get("/ready")).json()["at_work"] is True
        site.world.desk.tasks[0].cancel()
        await asyncio.wait([site.world.desk.tasks[0]])
        ready = await http.get("/ready")
        assert (ready.status_code, ready.json()["ready"], ready.json()["at_work"]) == (503, False, False)


def _only_wake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the hub hear of commits as if another process had made them: it has to read."""
    monkeypatch.setattr(Heard, "after", lambda *_, **__: [])


async def _promise(world: World, conversation_id: int) -> None:
    at = world.clock.now()
    await world.desk.database.write(lambda tx: _tell(tx, conversation_id, PromiseMade(due_at=at), at))


def _tell(tx: Transaction, conversation_id: int, fact: Fact, at: int) -> None:
    state = rows.find(tx, conversation_id)
    assert state is not None
    change = Change(tx, state, at=at)
    change.tell(fact, actor=DESK)
    change.save()


def _breaking_once(act: Callable[..., Any]) -> Callable[..., Any]:
    broken = False

    def once(*args: Any, **more: Any) -> Any:
        nonlocal broken
        if not broken:
            broken = True
            raise KeyError("a defect")
        return act(*args, **more)

    return once
