"""The page of one conversation: whoever has its link reads it, and goes on live."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from esmero.contract.facts import ConversationSwitched, MessageReceived
from esmero.contract.messages import Inbound, Sender
from esmero.desk import log
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.kit.clock import DAY
from esmero.live.who import LINK_LASTS
from tests.live.site import Browser, Site, new_id, open_site

pytestmark = pytest.mark.anyio


class Mailed:
    """A site where Tom has written a mail."""

    def __init__(self, site: Site, number: int) -> None:
        self.site = site
        self.number = number

    async def state(self) -> Conversation:
        found = await self.site.world.desk.database.read(lambda session: rows.find(session, self.number))
        assert found is not None
        return found

    async def token(self) -> str:
        return self.site.world.desk.services.page_links.token(await self.state())

    async def page(self) -> Browser:
        return self.site.visitor(inbox="", token=await self.token())


@asynccontextmanager
async def mailed(folder: Path) -> AsyncIterator[Mailed]:
    async with open_site(folder) as site:
        mail = await site.world.mailbox()
        await site.told()
        accepted = await site.world.desk.intake(
            Inbound(
                inbox_id=mail.id,
                channel="email",
                key="mail:1",
                sender=Sender(address="tom@weller.example", email="tom@weller.example", name="Tom"),
                text="Where is my lamp?",
                subject="My lamp",
                reopen_within=14 * DAY,
            )
        )
        yield Mailed(site, accepted.conversation_id)


async def test_the_link_shows_the_conversation_and_nothing_for_agents(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one:
        await one.site.world.say(one.site.world.ana, one.number, "Angry customer", note=True)
        async with await one.page() as page:
            welcome = await page.until("welcome")
            assert welcome["conversation"]["id"] == one.number
            assert [event["text"] for event in welcome["events"] if event.get("text")] == ["Where is my lamp?"]
            assert welcome["known"] == {"name": "Tom", "email": "t…@weller.example"}
            assert welcome["inbox"]["ways"] == [{"kind": "email", "address": "help@shop.example", "cost": ""}]
            assert "token" not in welcome
            assert "subject" not in str(welcome["events"])


async def test_who_writes_there_goes_on_live_in_the_same_conversation(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, await one.page() as page:
        await page.until("welcome")
        ack = await page.write("I am here now")
        assert (ack["t"], ack["conversation"]) == ("ack", one.number)
        said = await one.site.world.say(one.site.world.ana, one.number, "So am I")
        assert said.event.fact.type == "message.sent"
        await page.until_text("So am I")
        events = await one.site.world.desk.database.read(lambda session: log.after(session, 0, limit=100))
        switched = [event.fact for event in events if isinstance(event.fact, ConversationSwitched)]
        received = [event.fact for event in events if isinstance(event.fact, MessageReceived)]
        assert [fact.channel for fact in switched] == ["chat"]
        # Whoever has the link speaks for the conversation's customer: nobody new came into being.
        assert len({fact.identity_id for fact in received}) == 1


async def test_what_is_written_again_is_one_message(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, await one.page() as page:
        await page.until("welcome")
        name = new_id()
        await page.write("Once", id=name)
        await page.send(t="message", id=name, text="Once")
        await page.write("After")
        assert page.texts == ["Where is my lamp?", "Once", "After"]


async def test_who_has_the_link_says_how_to_answer_and_changes_nothing_that_is_known(tmp_path: Path) -> None:
    """A link may have been passed on, and all of its customer's conversations are answered by what is known of them."""
    async with mailed(tmp_path) as one, await one.page() as page:
        await page.until("welcome")
        name = new_id()
        given = {"email": "eve@elsewhere.example", "name": "Eve", "phone": "+36 1 234 5678"}
        await page.send(t="contact", id=name, **given)
        ack = await page.until(lambda frame: frame.get("id") == name)
        assert (ack["t"], ack["said"]["fields"]) == ("ack", given)
        customer_id = (await one.state()).customer_id
        tom = await one.site.world.desk.database.read(lambda session: customers.find(session, customer_id))
        assert tom is not None
        assert (tom.name, tom.email, tom.phone) == ("Tom", "tom@weller.example", given["phone"])


async def test_a_file_can_be_sent_there(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, await one.page() as page, httpx.AsyncClient() as client:
        await page.until("welcome")
        answer = await client.post(
            f"{one.site.origin}/live/visitor/files?inbox=&name=lamp.txt",
            content=b"a lamp",
            headers={"Authorization": f"Bearer {await one.token()}", "Origin": one.site.origin},
        )
        assert answer.status_code == 201, answer.text
        ack = await page.write("Here", files=[answer.json()["id"]])
        assert [file["name"] for file in ack["said"]["files"]] == ["lamp.txt"]


async def test_a_frame_by_post_is_one_of_the_page(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, httpx.AsyncClient() as client:
        answer = await client.post(
            f"{one.site.origin}/live/visitor/frame",
            json={"t": "message", "id": new_id(), "text": "By another way"},
            headers={"Authorization": f"Bearer {await one.token()}", "Origin": one.site.origin, "X-Inbox": ""},
        )
        assert (answer.json()["t"], answer.json()["conversation"]) == ("ack", one.number)


async def test_a_link_that_we_did_not_make_leads_nowhere(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one:
        token = await one.token()
        start, _, number = token.rpartition(".")
        for forged in (
            f"{start}.{int(number) + 1}",
            f"c1.{'A' * 22}.{number}",
            f"{start}x.{number}",
            "c1.",
            f"c1..{number}",
        ):
            async with one.site.visitor(inbox="", token=forged) as page:
                assert await page.until_closed() == 4403, forged
                assert page.refusals[0]["code"] == "link_ended", forged


async def test_a_link_ends_when_nothing_has_been_said_for_long(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one:
        one.site.world.clock.skip(LINK_LASTS + 1)
        async with await one.page() as page:
            assert await page.until_closed() == 4403


async def test_what_was_closed_long_ago_is_not_taken_up_again(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one:
        await one.site.world.desk.handle.close(one.number, by=await one.site.world.view(one.site.world.ana))
        one.site.world.clock.skip(15 * DAY)
        async with await one.page() as page:
            await page.until("welcome")
            refused = await page.write("Again")
            assert (refused["t"], refused["code"]) == ("refused", "conversation_ended")
        assert (await one.state()).status == "closed"


async def test_a_blocked_customer_has_no_page(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, await one.page() as page:
        await page.until("welcome")
        state = await one.state()
        await one.site.world.desk.handle.block(state.customer_id, by=await one.site.world.view(one.site.world.chandra))
        refused = await page.write("Hello?")
        assert (refused["t"], refused["code"]) == ("refused", "blocked")
        async with await one.page() as again:
            assert await again.until_closed() == 4403


async def test_a_conversation_that_becomes_anothers_is_no_longer_shown_by_an_old_link(tmp_path: Path) -> None:
    """Who left an address in a chat has a link to it; whoever signs in there later is not read along by them."""
    async with mailed(tmp_path) as one:
        world = one.site.world
        number = (await world.hear(world.marta, "Hola")).conversation_id
        chat = Mailed(one.site, number)
        async with await chat.page() as page:
            await page.until("welcome")
            await world.desk.attend.recognise(
                channel="chat",
                inbox_id=world.shop.id,
                anonymous=world.marta.address,
                sender=Sender(address="user:42", verified=True, name="Marta"),
            )
            await one.site.told()
            await world.say(world.ana, number, "For Marta alone")
            await one.site.told()
            assert (await page.write("Who is this?"))["code"] == "not_found"
            assert "For Marta alone" not in page.texts


async def test_the_page_itself_says_nothing_of_any_conversation(tmp_path: Path) -> None:
    async with mailed(tmp_path) as one, httpx.AsyncClient() as client:
        answer = await client.get(f"{one.site.origin}/c")
        assert answer.status_code == 200
        assert "lamp" not in answer.text
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "noindex" in answer.text
