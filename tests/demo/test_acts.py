"""The director's acts do what they say."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from esmero.contract.events import Event
from esmero.demo.acts import ACTS, customers, cut, kind
from esmero.desk import agents, log
from esmero.desk.conversations import rows
from esmero.kit.clock import HOUR
from tests.demo.playing import Playing

pytestmark = pytest.mark.anyio
LOCALES = Path(customers.__file__).parents[2] / "ui" / "locales"


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customers, "PAUSE_SECONDS", 0.01)


async def test_an_angry_customer_says_three_things_in_the_language_of_who_asked(demo: Playing) -> None:
    before = await _position(demo)
    scene = await _play(demo, "angry", "hu")
    said = await _said(demo, before, 3)
    assert len({event.of for event in said}) == 1
    assert scene["shows"] == f"/console/unassigned/open/{said[0].of}"
    assert scene["values"] == {"name": "Balogh András"}
    state = await demo.stage.desk.database.read(lambda session: rows.find(session, said[0].of))
    assert state is not None
    assert (state.status, state.assignee_id, state.inbox_id) == ("open", None, demo.stage.cast.shop_id)


async def test_a_kind_customer_speaks_another_language_than_who_asked(demo: Playing) -> None:
    for language in ("en", "es", "hi", "hu"):
        before = await _position(demo)
        scene = await _play(demo, "kind", language)
        await _said(demo, before, 2)
        speaks = {part.name: part.language for part in kind.PARTS}
        assert speaks[scene["values"]["name"]] != language


async def test_everybody_goes_home_and_comes_back(demo: Playing) -> None:
    people = demo.stage.desk.presence.people_of
    await _until(lambda: [one["name"] for one in people(demo.stage.cast.shop_id)] == ["Béla", "Chandra"])
    assert (await _play(demo, "home"))["says"] == "home"
    everyone = await demo.stage.desk.database.read(agents.everyone)
    assert {one.availability for one in everyone} == {"away"}
    await _until(lambda: people(demo.stage.cast.shop_id) == [])
    assert (await _play(demo, "home"))["says"] == "back"
    await _until(lambda: len(people(demo.stage.cast.shop_id)) == 2)


async def test_two_hours_pass_wake_what_was_snoozed_and_send_nobody_away(demo: Playing) -> None:
    then = demo.stage.clock.now()
    for _ in range(2):
        await _play(demo, "skip")
    assert demo.stage.clock.now() - then >= 4 * HOUR

    async def woken() -> int:
        events = await demo.stage.desk.database.read(lambda session: log.after(session, 0, limit=20_000))
        return sum(event.fact.type == "conversation.woken" for event in events)

    async with asyncio.timeout(10):
        while not await woken():
            await asyncio.sleep(0.05)
    await _until(lambda: len(demo.stage.desk.presence.people_of(demo.stage.cast.shop_id)) == 2)


async def test_a_cut_line_refuses_what_is_live_lets_calls_wait_and_mends_itself(
    demo: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut, "SECONDS", 0.5)
    scene = await _play(demo, "cut")
    assert scene["seconds"] == 0.5
    assert (await demo.client.post("/live/visitor/stream", json={})).status_code == 503
    assert (await demo.client.get("/demo")).status_code == 200
    assert (await demo.client.get("/api/v1/session")).status_code == 200
    assert demo.stage.line.seconds_left <= 0
    assert (await demo.client.post("/live/visitor/stream", json={})).status_code != 503


async def test_beginning_anew_ends_this_run(demo: Playing) -> None:
    assert (await demo.client.get("/demo/run")).json() == {"run": demo.stage.name}
    await _play(demo, "reset")
    assert demo.stage.again.is_set()
    demo.stage.again.clear()


async def test_an_unknown_act_is_refused(demo: Playing) -> None:
    assert (await demo.client.post("/demo/acts/nothing")).status_code == 404


@pytest.mark.parametrize("language", ["en", "es", "hi", "hu"])
def test_every_act_has_its_words(language: str) -> None:
    words = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
    told = [
        *(f"act-{name}" for name in ACTS),
        *(f"said-{name}" for name in (*ACTS, "back", "supplier-over", "cut-over", "down-over", "away-over")),
    ]
    assert [name for name in told if f"\ndemo-{name} = " not in words] == []


async def _play(demo: Playing, name: str, language: str = "en") -> Any:
    answer = await demo.client.post(f"/demo/acts/{name}?language={language}")
    assert answer.status_code == 200
    return answer.json()


async def _position(demo: Playing) -> int:
    return await demo.stage.desk.database.read(log.position)


async def _said(demo: Playing, after: int, count: int) -> list[Event]:
    """Wait for so many messages of customers, and see that no more come."""
    async with asyncio.timeout(10):
        while True:
            events = await demo.stage.desk.database.read(lambda session: log.after(session, after, limit=100))
            said = [event for event in events if event.fact.type == "message.received"]
            if len(said) >= count:
                break
            await asyncio.sleep(0.02)
    assert len(said) == count
    return said


async def _until(holds: Any) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await asyncio.sleep(0.02)
