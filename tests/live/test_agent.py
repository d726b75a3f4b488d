"""An agent follows: what the console's protocol promises, and what it keeps from whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from esmero.channels.email.deposit import Envelope
from esmero.contract.events import DESK
from esmero.desk import inboxes, log, sessions, teams
from esmero.kit.clock import DAY, HOUR, MINUTE
from esmero.live.agent import AgentSession
from esmero.live.frames import AgentMessage, Ping, View
from tests.live.site import new_id, open_site
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


async def test_a_new_chat_reaches_everybody_who_may_see_it_and_nobody_else(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with (
            await site.agent(world.ana) as ana,
            await site.agent(world.bela) as bela,
            await site.agent(world.eve) as eve,
            site.visitor() as browser,
        ):
            for console in (ana, bela, eve):
                await console.until("welcome")
            ack = await browser.write("A secret of the shop's customer")
            for console in (ana, bela):
                frame = await console.until(lambda frame: bool(frame.get("conversations")))
                summary = frame["conversations"][0]
                assert summary["id"] == ack["conversation"]
                assert summary["last"]["text"] == "A secret of the shop's customer"
                assert summary["waiting_since"] == summary["last"]["at"]
                counts = await console.until(lambda frame: frame["t"] == "counts" and frame["counts"]["all"] == 1)
                assert counts["counts"]["unassigned"] == 1
            await eve.send(t="ping")
            await eve.until("pong")
            assert "secret" not in str(eve.frames)
            assert not any(frame["t"] == "events" and frame["conversations"] for frame in eve.frames)
            assert all(frame["counts"]["all"] == 0 for frame in eve.frames if frame["t"] == "counts")


async def test_eve_can_neither_answer_read_nor_watch_what_is_not_hers(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.marta, "¿Hola?")
        async with await site.agent(world.eve) as eve:
            await eve.until("welcome")
            forbidden = (
                {"t": "message", "id": new_id(), "kind": "note", "text": "I was here"},
                {"t": "typing", "on": True},
                {"t": "view"},
                {"t": "read", "upto": 1},
            )
            for frame in forbidden:
                before = eve.kinds().count("refused")
                await eve.send(conversation=heard.conversation_id, **frame)
                await eve.until(lambda _frame, before=before: eve.kinds().count("refused") > before)
            assert {frame["code"] for frame in eve.frames if frame["t"] == "refused"} == {"not_found"}


async def test_after_a_gap_exactly_what_was_missed_arrives(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.tom, "Before")
        async with await site.agent(world.ana) as console:
            await console.until_text("Before")
            position = console.position
        await world.say(world.bela, heard.conversation_id, "A colleague's answer")
        await world.hear(world.asha, "नमस्ते")
        async with await site.agent(world.ana, after=position) as console:
            await console.until_text("नमस्ते")
            assert console.texts == ["A colleague's answer", "नमस्ते"]


async def test_who_was_away_too_long_is_told_to_begin_anew(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world

        def many(tx: object) -> None:
            for number in range(2_100):
                inboxes.keep_secret(tx, world.trade.id, b"sealed %d" % number, by=DESK, at=world.clock.now())  # type: ignore[arg-type]

        await world.desk.database.write(many)
        async with await site.agent(world.ana, after=1) as console:
            await console.until("reset")
            await world.hear(world.tom, "Still live after the reset")
            await console.until_text("Still live after the reset")


async def test_a_reply_over_the_socket_is_one_message_however_often_it_is_sent(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        ack = await browser.write("Hello")
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            name = new_id()
            terms = {"id": name, "conversation": ack["conversation"], "kind": "reply", "seen": ack["seq"]}
            first = await console.write("Good morning.", **terms)
            console.frames.clear()
            again = await console.write("Good morning.", **terms)
            assert again == first
            await browser.until_text("Good morning.")
            assert browser.texts.count("Good morning.") == 1


async def test_a_reply_over_the_socket_names_who_gets_it_where_it_is_of_the_right_form(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        ack = await browser.write("Hello")
        world = site.world
        mail = await world.mailbox()
        await site.told()
        raw = b"From: tom@weller.example\r\nTo: help@shop.example\r\nMessage-ID: <1@w.example>\r\n\r\nWhere is it?\r\n"
        assert await world.desk.mail.receive(mail.id, raw, Envelope(way="smtp")) == "kept"
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            terms = {"conversation": ack["conversation"] + 1, "kind": "reply"}
            copies = {
                "cc": [{"address": " kata@weller.example", "name": "Kata"}],
                "bcc": [{"address": "a@shop.example"}],
            }
            sent = await console.write("Tomorrow.", to=[{"address": "tom@other.example"}], **copies, **terms)
            kept = await world.desk.database.read(lambda session: log.one(session, sent["event"]))
            assert kept is not None
            assert kept.content is not None
            assert [one.address for one in (*kept.content.to, *kept.content.cc, *kept.content.bcc)] == [
                "tom@other.example",
                "kata@weller.example",
                "a@shop.example",
            ]
            refused = await console.write("Tomorrow.", cc=[{"address": "k@x.example", "role": "boss"}], **terms)
            assert refused["code"] == "bad_input"


async def test_an_agent_begins_and_forwards_over_the_socket(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        mail = await world.mailbox()
        await site.told()
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            name, tom = new_id(), {"address": "tom@weller.example"}
            begin = {"t": "begin", "id": name, "inbox": mail.id, "to": [tom], "subject": "Lamp", "text": "It is here."}
            await console.send(**begin)
            first = await console.until("ack")
            console.frames.clear()
            await console.send(**begin)
            began = await console.until("ack")
            assert began["event"] == first["event"]
            assert began["id"] == name
            console.frames.clear()
            forward = {"t": "forward", "id": new_id(), "conversation": began["conversation"], "text": "Look"}
            await console.send(**forward, to=[{"address": "sales@lamps.example"}], message=began["event"])
            forwarded = await console.until("ack")
            assert (forwarded["conversation"], forwarded["id"]) == (began["conversation"], forward["id"])
            kept = await world.desk.database.read(lambda session: log.one(session, forwarded["event"]))
            assert kept is not None
            assert kept.fact.type == "forward.queued"
            await console.send(**(forward | {"id": new_id()}), to=[{"address": "no address"}])
            assert (await console.until("refused"))["code"] == "bad_recipient"


async def test_a_customers_newer_message_is_shown_before_the_reply_leaves(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        first = await browser.write("I want a refund")
        second = await browser.write("No, forget it, I found it")
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            terms = {"conversation": first["conversation"], "kind": "reply"}
            refused = await console.write("The refund is on its way.", seen=first["seq"], **terms)
            assert refused["code"] == "newer_message"
            assert refused["seq"] == second["seq"]
            sent = await console.write("Glad you found it.", seen=second["seq"], **terms)
            assert sent["t"] == "ack"
            await browser.until_text("Glad you found it.")
            assert "refund is on its way" not in str(browser.frames)


async def test_a_reply_where_the_customer_is_no_longer_is_refused_with_where_they_are(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        first = await browser.write("The lamp")
        await world.desk.handle.close(first["conversation"], by=await world.view(world.ana))
        world.clock.skip(2 * DAY)
        second = await browser.write("The cable")
        async with await site.agent(world.ana) as console:
            await console.until("welcome")
            refused = await console.write("About the lamp", conversation=first["conversation"], kind="reply")
            assert (refused["t"], refused["code"], refused["retry"]) == ("refused", "moved_on", False)
            assert refused["conversation"] == second["conversation"]
            note = await console.write("About the lamp", conversation=first["conversation"], kind="note")
            assert note["t"] == "ack"


async def test_closing_with_a_note_waits_until_its_writer_saw_the_newest_message(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        first = await browser.write("One")
        second = await browser.write("Two")
        async with await site.agent(site.world.ana) as console:
            await console.until("welcome")
            terms = {"conversation": first["conversation"], "kind": "note", "close": True}
            refused = await console.write("Done", seen=first["seq"], **terms)
            assert (refused["code"], refused["seq"]) == ("newer_message", second["seq"])
            assert (await console.write("Done", seen=second["seq"], **terms))["t"] == "ack"


async def test_one_id_is_not_two_messages(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        number, name = (await browser.write("Hello"))["conversation"], new_id()
        async with await site.agent(site.world.ana) as console:
            await console.until("welcome")
            await console.write("For us", id=name, conversation=number, kind="note")
            console.frames.clear()
            refused = await console.write("For you", id=name, conversation=number, kind="reply")
            assert (refused["t"], refused["code"], refused["retry"]) == ("refused", "key_reused", False)


async def test_a_note_does_not_wait_for_the_customer(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        ack = await browser.write("One")
        await browser.write("Two")
        async with await site.agent(site.world.ana) as console:
            await console.until("welcome")
            note = await console.write("Hm", conversation=ack["conversation"], kind="note", seen=ack["seq"])
            assert note["t"] == "ack"


async def test_a_move_takes_the_conversation_from_the_screens_of_those_who_lose_it(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.tom, "For the wholesale people")
        async with await site.agent(world.ana) as ana, await site.agent(world.bela) as bela:
            await ana.until_text("For the wholesale people")
            await bela.until_text("For the wholesale people")
            view = await world.view(world.bela)
            await world.desk.handle.move(heard.conversation_id, world.trade.id, by=view)
            gone = await ana.until("gone")
            assert gone["conversation"] == heard.conversation_id
            await world.say(world.bela, heard.conversation_id, "Only for wholesale eyes", note=True)
            await bela.until_text("Only for wholesale eyes")
            await ana.send(t="ping")
            await ana.until("pong")
            assert "wholesale eyes" not in str(ana.frames)
        async with await site.agent(world.ana, after=0) as later:
            await later.until("events")
            assert later.texts == []
            assert (await later.until("gone"))["conversation"] == heard.conversation_id


async def test_after_a_gap_a_customers_new_name_is_known(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        heard = await world.hear(world.tom, "Hello")
        async with await site.agent(world.ana) as console:
            await console.until_text("Hello")
            position = console.position
        view = await world.view(world.bela)
        await world.desk.handle.edit_customer(heard.event.actor.id, {"name": "Thomas Weller"}, by=view)
        async with await site.agent(world.ana, after=position) as console, await site.agent(world.eve) as eve:
            frame = await console.until("events")
            assert [event["type"] for event in frame["events"]] == ["customer.edited"]
            assert frame["conversations"][0]["customer"]["name"] == "Thomas Weller"
            await eve.until("events")
            assert "Thomas" not in str(eve.frames)


async def test_who_joins_a_team_is_told_to_load_anew(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        async with await site.agent(world.eve) as eve:
            await eve.until("welcome")
            members = (*world.support.members, world.eve.id)
            await world.desk.database.write(
                lambda tx: teams.change(tx, world.support.id, members=members, by=DESK, at=world.clock.now())
            )
            assert await eve.until_closed() == 4409


@pytest.mark.parametrize("gained", [True, False])
async def test_whose_rights_changed_while_they_were_away_begins_anew(tmp_path: Path, gained: bool) -> None:
    async with open_site(tmp_path) as site:
        world = site.world
        await world.hear(world.tom, "In the shop's inbox")
        who, others = (world.eve, world.support.members) if gained else (world.ana, (world.ana.id, world.bela.id))
        async with await site.agent(who) as console:
            sight = (await console.until("welcome"))["sight"]
            await console.until("events")
            position = console.position
        members = (*others, who.id) if gained else tuple(number for number in others if number != who.id)
        await world.desk.database.write(
            lambda tx: teams.change(tx, world.support.id, members=members, by=DESK, at=world.clock.now())
        )
        await site.told()
        again = await site.agent(who, after=position)
        again.hello["sight"] = sight
        async with again:
            await again.until("reset")
            now = (await again.until("welcome"))["sight"]
            assert now != sight
        known, old = await site.agent(who, after=position), await site.agent(who, after=position)
        known.hello["sight"] = now
        for console in (known, old):  # an older console tells no sight
            async with console:
                await console.until("events")
                assert "reset" not in console.kinds()


async def test_the_snapshot_gives_the_sight_that_the_live_edge_knows(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin) as http:
        http.cookies.set("esmero", await site.sign_in(site.world.bela))
        sight = (await http.get("/api/v1/snapshot")).json()["sight"]
        async with await site.agent(site.world.bela) as console:
            assert (await console.until("welcome"))["sight"] == sight
        place = {"after": "0", "sight": "another"}
        async with http.stream("GET", "/live/agent/stream", params=place) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: ") and json.loads(line[6:])["t"] == "reset":
                    break
            else:
                raise AssertionError("the stream ended without a reset")


async def test_typing_is_shown_to_the_other_side_but_a_notes_is_not(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world = site.world
        ack = await browser.write("Hello")
        async with await site.agent(world.ana) as ana, await site.agent(world.bela) as bela:
            await ana.until("welcome")
            await bela.until("welcome")
            await browser.send(t="typing", on=True)
            assert (await ana.until("typing"))["conversation"] == ack["conversation"]
            await ana.send(t="typing", conversation=ack["conversation"], on=True, kind="note")
            viewing = await bela.until("viewing")
            assert viewing["agents"] == [{"id": world.ana.id, "typing": True}]
            await ana.send(t="typing", conversation=ack["conversation"], on=True, kind="reply")
            shown = await browser.until("typing")
            assert shown["by"] == {"id": world.ana.id, "name": "Ana"}
            assert browser.kinds().count("typing") == 1


async def test_people_of_the_inbox_are_those_who_are_here(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        assert (await browser.until("welcome"))["inbox"]["people"] == []
        async with await site.agent(site.world.ana):
            ana = {"id": site.world.ana.id, "name": "Ana"}
            await browser.until(lambda frame: frame["t"] == "inbox" and frame["inbox"]["people"] == [ana])


async def test_without_a_session_or_from_another_site_nothing_opens(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        console = await site.agent(site.world.ana)
        console.headers["Origin"] = "https://evil.example"
        console.hello = {}
        async with console:
            assert await console.until_closed() == 4403
        nobody = await site.agent(site.world.ana)
        nobody.headers = {"Cookie": "esmero=session_guessed"}
        nobody.hello = {}
        async with nobody:
            assert await nobody.until_closed() == 4401


class Said:
    """A wire that writes down what it is given."""

    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []
        self.code: int | None = None

    def push(self, frame: bytes) -> None:
        self.frames.append(json.loads(frame))

    def close(self, code: int, _reason: str) -> None:
        self.code = code

    def greet(self) -> None:
        """Nobody waits for a hello here."""


async def at_work(world: World) -> tuple[AgentSession, Said, int]:
    """Ana's console, connected, on a session that began now."""
    at = world.clock.now()
    number = await world.desk.database.write(
        lambda tx: sessions.begin(
            tx, agent_id=world.ana.id, token=b"x", device="", address="", at=at, expires_at=at + 3_000 * HOUR
        )
    )
    said = Said()
    session = AgentSession(world.desk.services, said, await world.view(world.ana), number)
    session.resume()
    return session, said, number


async def seen_at(world: World, number: int) -> int:
    now = world.clock.now()
    found = await world.desk.database.read(lambda s: sessions.of_agent(s, world.ana.id, now=now))
    return next(one.seen_at for one in found if one.id == number)


async def test_who_works_over_the_live_edge_is_not_signed_out_as_idle(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        session, said, number = await at_work(world)
        began, idle = world.clock.now(), world.desk.services.session_idle_ms
        for _ in range(3):
            world.clock.skip(idle - HOUR)
            await session.receive(Ping(active=True))
        assert await seen_at(world, number) == world.clock.now() > began + 2 * idle
        assert (said.frames, said.code) == ([{"t": "pong"}] * 3, None)


async def test_use_is_noted_at_most_once_a_minute_and_an_open_page_is_no_use(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        session, _, number = await at_work(world)
        began = world.clock.now()
        world.clock.skip(10 * MINUTE)
        await session.receive(Ping(active=False))
        assert await seen_at(world, number) == began
        await session.receive(Ping(active=True))
        world.clock.skip(MINUTE - 1)
        await session.receive(View(conversation=None))
        assert await seen_at(world, number) == began + 10 * MINUTE
        world.clock.skip(1)
        await session.receive(View(conversation=None))
        assert await seen_at(world, number) == began + 11 * MINUTE


async def test_who_comes_back_after_too_long_is_signed_out_though_the_line_lived(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        session, said, _ = await at_work(world)
        heard = await world.hear(world.marta, "¿Hola?")
        world.clock.skip(world.desk.services.session_idle_ms + HOUR)
        message = AgentMessage(id=new_id(), conversation=heard.conversation_id, kind="note", text="Too late")
        await session.receive(message)
        assert (said.frames[-1]["code"], said.frames[-1]["id"], said.code) == ("not_signed_in", message.id, 4401)


async def test_what_is_held_is_told_to_those_who_see_the_inbox_and_makes_nobody_load_everything(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        mail = await site.world.mailbox()
        await site.told()
        async with await site.agent(site.world.ana) as ana, await site.agent(site.world.eve) as eve:
            await ana.until("welcome")
            await eve.until("welcome")
            assert (
                await site.world.desk.mail.receive(mail.id, b"Nobody wrote this.\r\n", Envelope(way="smtp")) == "held"
            )
            await ana.until(lambda frame: frame == {"t": "changed", "what": "held"})
            await site.told()
            assert [frame["what"] for frame in ana.frames if frame["t"] == "changed"] == ["held"]
            assert "changed" not in eve.kinds()
