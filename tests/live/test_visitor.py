"""A customer chats: what the visitor's protocol promises."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import bindparam, func, select

from esmero.contract.events import DESK
from esmero.desk import inboxes, log
from esmero.desk.conversations import rows
from esmero.flow.attend import Arrival
from esmero.kit.clock import DAY
from esmero.settings import Settings
from esmero.store.schema import conversation, customer
from esmero.store.statement import Statement
from tests.live.site import Browser, new_id, open_site

pytestmark = pytest.mark.anyio

_CUSTOMERS = Statement(select(func.count()).select_from(customer))
_MAILS = Statement(select(customer.c.email))
_OF = Statement(select(conversation.c.customer_id).where(conversation.c.id == bindparam("id")))


async def test_a_first_hello_is_answered_with_a_token_and_stores_nothing(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        welcome = await browser.until("welcome")
        assert welcome["token"]
        assert welcome["conversation"] is None
        assert welcome["events"] == []
        assert welcome["inbox"]["brand"] == "Shop"
        counts = await site.world.desk.database.read(lambda session: session.all(_CUSTOMERS))
        assert counts == [(0,)]


async def test_a_message_is_acknowledged_and_comes_back_with_its_id(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        name = new_id()
        ack = await browser.write("Where is my parcel?", id=name)
        assert ack["t"] == "ack"
        event = await browser.until_text("Where is my parcel?")
        assert event["client_id"] == name
        assert event["seq"] == ack["seq"]


async def test_an_acknowledgement_brings_the_event_and_the_feed_brings_it_elsewhere(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as here:
        token = (await here.until("welcome"))["token"]
        async with site.visitor(token=token) as there:
            await there.until("welcome")
            ack = await here.write("  Where is\u202e my parcel?  ")
            shown = await there.until_text("Where is my parcel?")
            assert (ack["said"], ack["event"]) == (shown, shown["id"])
            await site.world.say(site.world.ana, ack["conversation"], "On its way")
            for page, times in ((here, 0), (there, 1)):
                await page.until_text("On its way")
                fed = [event["id"] for frame in page.frames for event in frame.get("events", ())]
                assert fed.count(ack["event"]) == times
                assert page.texts == ["Where is my parcel?", "On its way"]


async def test_a_repeated_message_is_acknowledged_with_the_event_that_it_was(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        name = new_id()
        first = await browser.write("Once", id=name)
        await browser.write("Between")
        await browser.send(t="message", id=name, text="Once")
        await browser.write("After")
        acks = [frame for frame in browser.frames if frame.get("id") == name]
        assert [ack["said"] for ack in acks] == [first["said"]] * 2
        assert browser.texts == ["Once", "Between", "After"]


async def test_an_acknowledgement_claims_a_place_in_the_feed_only_when_all_before_it_was_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        hub = site.world.desk.hub
        first = await browser.write("Hello")
        await browser.until("events")
        assert (await browser.write("Told in order"))["position"] == hub.position
        late = asyncio.Event()
        advance = hub._advance

        async def later() -> int:
            await late.wait()
            return await advance()

        monkeypatch.setattr(hub, "_advance", later)
        hub.wake()
        await asyncio.sleep(0)
        await site.world.say(site.world.ana, first["conversation"], "Not here yet")
        ack = await browser.write("Overtaken")
        assert "position" not in ack
        late.set()
        await browser.until_text("Not here yet")
        assert browser.texts == ["Hello", "Told in order", "Not here yet", "Overtaken"]


async def test_a_reload_lands_in_the_open_conversation(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            ack = await browser.write("Is anybody there?")
            await browser.until_text("Is anybody there?")  # the hub has come so far
        async with site.visitor(token=token) as again:
            welcome = await again.until("welcome")
            assert welcome["conversation"]["id"] == ack["conversation"]
            assert [event["text"] for event in welcome["events"] if "text" in event] == ["Is anybody there?"]
            assert "token" not in welcome


async def test_the_same_message_three_times_is_one_message(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        name = new_id()
        first = await browser.write("Once only", id=name)
        browser.frames.clear()
        second = await browser.write("Once only", id=name)
        assert {**second, "position": 0} == {**first, "position": 0}
        await browser.write("And then this")
        await browser.until_text("And then this")
        stored = await site.world.desk.database.read(
            lambda session: log.stream_after(session, "conversation", first["conversation"], 0, limit=100)
        )
        assert [event.content.text for event in stored if event.content] == ["Once only", "And then this"]


async def test_two_tabs_that_race_make_one_conversation(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as first:
        token = (await first.until("welcome"))["token"]
        async with site.visitor(token=token) as second, site.visitor(token=token) as third:
            acks = await asyncio.gather(*(one.write(f"from tab {n}") for n, one in enumerate((first, second, third))))
            assert len({ack["conversation"] for ack in acks}) == 1
            for tab in (first, second, third):
                for n in range(3):
                    await tab.until_text(f"from tab {n}")


async def test_an_agents_answer_arrives_and_a_note_never_does(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        ack = await browser.write("Hello")
        world = site.world
        await world.say(world.ana, ack["conversation"], "He sounds angry", note=True)
        await world.say(world.ana, ack["conversation"], "Good morning, Tom.")
        event = await browser.until_text("Good morning, Tom.")
        assert event["by"] == {"kind": "agent", "id": world.ana.id, "name": "Ana"}
        assert "He sounds angry" not in str(browser.frames)
        assert "note" not in str([event["type"] for frame in browser.frames for event in frame.get("events", ())])


async def test_who_is_here_follows_the_conversation_that_is_taken_up_again(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world, desk = site.world, site.world.desk.handle
        ana = await world.view(world.ana)
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            first = (await browser.write("The lamp"))["conversation"]
            await desk.close(first, by=ana)
            world.clock.skip(2 * DAY)
            second = await browser.write("The cable")
            assert second["conversation"] != first
            await desk.close(second["conversation"], by=ana)
            before = browser.position
            async with site.visitor(token=token) as tab:
                await tab.until("welcome")
                await desk.reopen(first, by=ana)
                for page in (browser, tab):
                    await page.until("reset")
                await world.say(world.ana, first, "About the lamp")
                for page in (browser, tab):
                    assert (await page.until_text("About the lamp"))["conversation"] == first
            assert (await browser.write("Yes?"))["conversation"] == first
        async with site.visitor(token=token, after=before) as back:
            welcome = await back.until("welcome")
            assert welcome["conversation"]["id"] == first
            assert back.texts == ["The lamp", "About the lamp", "Yes?"]


async def test_what_comes_again_from_an_earlier_conversation_lets_nobody_miss_the_present_one(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world, name = site.world, new_id()
        first = await browser.write("The lamp", id=name)
        await world.desk.handle.close(first["conversation"], by=await world.view(world.ana))
        world.clock.skip(2 * DAY)
        second = await browser.write("The cable")
        browser.frames.clear()
        assert (await browser.write("The lamp", id=name))["said"] == first["said"]
        await world.say(world.ana, second["conversation"], "About the cable")
        await browser.until_text("About the cable")


async def test_an_inbox_that_is_removed_lets_go_of_who_is_there(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        ack = await browser.write("While it was there")
        await world.desk.database.write(lambda tx: inboxes.remove(tx, world.shop.id, by=DESK, at=world.clock.now()))
        assert await browser.until_closed() == 4403
        headers = {"Authorization": f"Bearer {browser.frames[0]['token']}", "X-Inbox": world.shop.key}
        async with httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
            late = await client.post(
                "/live/visitor/frame", json={"t": "message", "id": new_id(), "text": "Too late"}, headers=headers
            )
        assert (late.status_code, late.json()["code"]) == (403, "no_such_inbox")
        talk = await world.desk.database.read(lambda session: rows.find(session, ack["conversation"]))
        assert talk is not None
        assert talk.last_text == "While it was there"


async def test_a_guessed_token_opens_nothing(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            await browser.write("Secret matters")
        forged = token[:-2] + ("AA" if not token.endswith("AA") else "BB")
        async with site.visitor(token=forged) as thief:
            assert await thief.until_closed() == 4401
            assert "Secret" not in str(thief.frames)
        async with site.visitor(token=token, inbox=site.world.trade.key) as elsewhere:
            assert await elsewhere.until_closed() == 4401


async def test_after_a_gap_exactly_what_was_missed_arrives(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            ack = await browser.write("Before the gap")
            await browser.until("events")  # of the opening
            position = browser.position
        for number in range(5):
            await site.world.say(site.world.ana, ack["conversation"], f"answer {number}")
        async with site.visitor(token=token, after=position) as again:
            welcome = await again.until("welcome")
            assert [event["text"] for event in welcome["events"] if "text" in event] == [
                f"answer {number}" for number in range(5)
            ]


async def test_who_comes_back_in_the_middle_of_a_talk_is_told_everything_once(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, visitor_burst=1_000)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as first:
        token = (await first.until("welcome"))["token"]
        talking = asyncio.create_task(_talk(first, 150))
        told: list[int] = []
        after = 0
        while not talking.done():
            async with site.visitor(token=token, after=after) as again:
                await again.until("welcome")
                await asyncio.sleep(0.005)
            told += [event["id"] for frame in again.frames for event in frame.get("events", ())]
            after = again.position
        await first.until_text("message 149")  # the hub has come to the end
        async with site.visitor(token=token, after=after) as last:
            told += [event["id"] for event in (await last.until("welcome"))["events"]]
        async with site.visitor(token=token) as fresh:
            assert told[-50:] == [event["id"] for event in (await fresh.until("welcome"))["events"]][-50:]
        assert told == sorted(set(told))
        assert len(told) == 151  # the opening, and each message


async def _talk(browser: Browser, count: int) -> None:
    for number in range(count):
        assert (await browser.write(f"message {number}"))["t"] == "ack"


async def test_who_comes_in_while_the_first_message_is_told_is_told_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as first:
        token, desk = (await first.until("welcome"))["token"], site.world.desk
        arrive = desk.attend.arrive

        async def arrive_late(**who: Any) -> Arrival:
            """Look after the message was written, and find that the hub has told it meanwhile."""
            monkeypatch.undo()
            ack = await first.write("The first word")
            arrival = await arrive(**who)
            await site.told(ack["event"])
            return arrival

        monkeypatch.setattr(desk.attend, "arrive", arrive_late)
        async with site.visitor(token=token) as second:
            await second.until_text("The first word")
            await second.send(t="ping")
            await second.until("pong")
            told = [event["id"] for frame in second.frames for event in frame.get("events", ())]
            assert told == sorted(set(told))


async def test_marks_reach_the_agents_summary(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        ack = await browser.write("Hello")
        sent = await site.world.say(site.world.ana, ack["conversation"], "Read me")
        await browser.until_text("Read me")
        async with await site.agent(site.world.ana) as console:
            await console.until("welcome")
            await browser.send(t="read", upto=sent.seq, delivered=sent.seq)
            frame = await console.until(
                lambda frame: any(one["read_seq"] == sent.seq for one in frame.get("conversations", ()))
            )
            assert frame["conversations"][0]["delivered_seq"] == sent.seq


async def test_leaving_a_way_to_answer_tells_the_agents(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        ack = await browser.write("Call me back")
        name = new_id()
        await browser.send(t="contact", id=name, email="tom@weller.example")
        given = await browser.until(lambda frame: frame.get("id") == name)
        assert given["t"] == "ack"
        customer = await site.world.desk.database.read(lambda session: session.all(_MAILS))
        assert customer == [("tom@weller.example",)]
        refused = new_id()
        await browser.send(t="contact", id=refused, email="not an address")
        answer = await browser.until(lambda frame: frame.get("id") == refused)
        assert answer["code"] == "bad_input"
        assert ack["conversation"] == given["conversation"]


async def test_a_blocked_customer_is_turned_away_and_others_are_not(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as rude, site.visitor() as kind:
        token = (await rude.until("welcome"))["token"]
        ack = await rude.write("You are all useless")
        world = site.world
        chandra = await world.view(world.chandra)
        customer_id = (await world.desk.database.read(lambda session: session.all(_OF, id=ack["conversation"])))[0][0]
        await world.desk.handle.block(customer_id, by=chandra)
        assert (await rude.until("refused"))["code"] == "blocked"
        assert await rude.until_closed() == 4403
        async with site.visitor(token=token) as back:
            assert await back.until_closed() == 4403
        assert (await kind.write("Good morning"))["t"] == "ack"


async def test_a_flood_is_slowed_down_for_whoever_floods_in_all_their_tabs(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, visitor_burst=5, visitor_per_minute=60)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as first, site.visitor() as other:
        token = (await first.until("welcome"))["token"]
        for number in range(5):
            assert (await first.write(f"message {number}"))["t"] == "ack"
        refused = await first.write("one too many")
        assert (refused["code"], refused["retry"]) == ("too_many", True)
        async with site.visitor(token=token) as second:
            await second.until("welcome")
            assert (await second.write("by another tab"))["code"] == "too_many"
        assert (await other.write("from somebody else"))["t"] == "ack"
        site.world.clock.skip(refused["wait"])
        assert (await first.write("after the wait"))["t"] == "ack"


async def test_the_card_and_the_limits_are_what_the_protocol_says(tmp_path: Path) -> None:
    written = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text()
    form = written.partition("## 4. The inbox")[2].partition("```json")[2].partition("```")[0]
    named = set(re.findall(r'"(\w+)": ', re.sub(r"\{(?!\s*\"key\")[^{}]*\}", "{}", form)))
    async with open_site(tmp_path) as site, site.visitor() as browser:
        welcome = await browser.until("welcome")
    assert set(welcome["inbox"]) == named
    limits = re.search(r"`limits`: `\{([^}]*)\}`", written)
    assert limits is not None
    assert set(welcome["limits"]) == set(limits[1].split(", "))


async def test_frames_beyond_measure_are_refused_and_then_end_the_connection(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as flood, site.visitor() as other:
        await flood.until("welcome")
        for _ in range(250):
            await flood.send(t="history", before=1)
        refused = await flood.until("refused")
        assert (refused["code"], refused["retry"]) == ("too_many", True)
        assert refused["wait"] > 0
        assert flood.closed is None
        for _ in range(100):
            await flood.send(t="ping")
        assert await flood.until_closed() == 4429
        await other.until("welcome")
        assert (await other.write("Undisturbed"))["t"] == "ack"


async def test_a_frame_that_is_not_taken_is_named_where_its_id_can_be_read(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, frames_burst=3, frames_per_second=1)
    async with open_site(tmp_path, settings=settings) as site, site.visitor() as browser:
        await browser.until("welcome")
        for name in (new_id(), new_id(), "short", new_id(), "late"):
            await browser.send(t="message", id=name, text="Hello", mood="good")
        await browser.until(lambda _: len(browser.refusals) == 5)
        names = [refusal.get("id") for refusal in browser.refusals]
        assert [name is not None for name in names] == [True, True, False, True, False]
        assert [refusal["code"] for refusal in browser.refusals] == ["bad_input"] * 2 + ["too_many"] * 3


async def test_ten_greetings_too_many_are_nonsense(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        for _ in range(10):
            await browser.send(**browser.hello)
        assert await browser.until_closed() == 4400
        assert browser.kinds().count("refused") == 10
