"""A shop vouches for its customers by a signed token; nothing else makes a visitor somebody."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest

from esmero.contract.events import DESK
from esmero.contract.facts import ConversationRecognised
from esmero.desk import inboxes, log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.live.services import SEALED_FOR
from tests.live.site import Site, open_site

pytestmark = pytest.mark.anyio

SECRET = "a shop's secret, longer than the sixty-four bytes that HS512 asks for"


async def give_secret(site: Site) -> None:
    world = site.world
    sealed = world.desk.sealer.seal(SECRET.encode(), purpose=SEALED_FOR, about=str(world.shop.id))
    await world.desk.database.write(
        lambda tx: inboxes.keep_secret(tx, world.shop.id, sealed, by=DESK, at=world.clock.now())
    )
    await world.desk.directory.refresh()


def signed(site: Site, **claims: Any) -> str:
    begun = {"sub": "4711", "exp": site.world.clock.now() // 1_000 + 3_600, "name": "Marta Ríos"}
    return jwt.encode(begun | claims, SECRET, algorithm="HS256")


async def test_a_known_customer_finds_their_conversation_in_another_browser(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as phone:
            welcome = await phone.until("welcome")
            ack = await phone.write("Desde el móvil")
            assert ack["t"] == "ack"
        async with site.visitor(identity=signed(site, email="marta@rios.example")) as desk:
            welcome = await desk.until("welcome")
            assert welcome["known"]["name"] == "Marta Ríos"
            assert [event["text"] for event in welcome["events"] if "text" in event] == ["Desde el móvil"]
        async with site.visitor(token=welcome["token"]) as signed_out:
            assert (await signed_out.until("welcome"))["conversation"] is None


async def test_what_was_said_before_signing_in_is_kept(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor() as browser:
            await browser.until("welcome")
            before = await browser.write("Not signed in yet")
            browser.frames.clear()
            await browser.send(t="identify", identity=signed(site))
            welcome = await browser.until("welcome")
            assert welcome["conversation"]["id"] == before["conversation"]
            assert welcome["known"]["name"] == "Marta Ríos"
            after = await browser.write("Now I am")
            assert after["conversation"] == before["conversation"]


async def test_the_next_to_sign_in_at_this_browser_sees_nothing_of_the_first(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            await browser.write("Private to the first")
            await browser.send(t="identify", identity=signed(site, sub="first"))
            await browser.until(lambda frame: frame["t"] == "welcome" and frame["known"])
        async with site.visitor(token=token, identity=signed(site, sub="second", name="Somebody Else")) as browser:
            welcome = await browser.until("welcome")
            assert welcome["conversation"] is None
            assert "Private" not in str(browser.frames)


async def test_tokens_that_cannot_be_believed(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        good = signed(site)
        header, body, mark = good.split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        other = base64.urlsafe_b64encode(json.dumps(claims | {"sub": "admin"}).encode()).rstrip(b"=").decode()
        bad = [
            f"{header}.{other}.{mark}",
            jwt.encode(claims, key="", algorithm="none"),
            jwt.encode(claims, SECRET + "x", algorithm="HS256"),
            jwt.encode(claims, SECRET, algorithm="HS512"),
            signed(site, exp=site.world.clock.now() // 1_000 - 3_600),
            signed(site, exp="soon"),
            signed(site, nbf=site.world.clock.now() // 1_000 + 3_600),
            signed(site, sub=""),
            signed(site, sub="x" * 500),
            signed(site, sub="tab\tand\nnewline"),
            jwt.encode({"sub": "4711"}, SECRET, algorithm="HS256"),
            "not.a.token",
            "",
        ]
        for token in bad:
            async with site.visitor(identity=token) as browser:
                assert await browser.until_closed() == 4401, token
                assert browser.frames[0]["code"] == "identity_refused"
                assert SECRET not in str(browser.frames)


async def test_an_inbox_without_a_secret_believes_nobody(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor(identity=signed(site)) as browser:
        assert await browser.until_closed() == 4401


async def test_what_a_browser_kept_speaks_for_nobody_who_has_signed_in_there(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            before = await browser.write("Not signed in yet")
            await browser.send(t="identify", identity=signed(site, email="marta@rios.example"))
            await browser.until(lambda frame: frame["t"] == "welcome" and frame["known"])
        async with site.visitor(token=token) as later:
            welcome = await later.until("welcome")
            assert (welcome["known"], welcome["conversation"], welcome["events"]) == (False, None, [])
            ack = await later.write("I am somebody else")
            assert ack["conversation"] != before["conversation"]
        first, second = [await conversation_of(site, one["conversation"]) for one in (before, ack)]
        assert first.customer_id != second.customer_id
        stranger = await site.world.desk.database.read(lambda session: customers.find(session, second.customer_id))
        assert stranger is not None
        assert (stranger.known, stranger.name, stranger.email) == (False, "", None)
        assert await site.world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def test_another_tab_that_has_not_signed_in_hears_no_more(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor() as first:
            token = (await first.until("welcome"))["token"]
            ack = await first.write("Not signed in yet")
            async with site.visitor(token=token) as second:
                await second.until("welcome")
                await first.send(t="identify", identity=signed(site))
                await first.until(lambda frame: frame["t"] == "welcome" and frame["known"])
                await site.world.say(site.world.ana, ack["conversation"], "For Marta alone")
                await first.until_text("For Marta alone")
                await second.send(t="ping")
                await second.until("pong")
                assert "For Marta alone" not in second.texts


async def test_files_sent_before_signing_in_are_nobody_elses(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        await give_secret(site)
        async with site.visitor() as browser:
            token = (await browser.until("welcome"))["token"]
            ids = [await uploaded(site, client, token, name) for name in ("one.txt", "two.txt")]
            await browser.write("See here", files=ids[:1])
            await browser.send(t="identify", identity=signed(site))
            await browser.until(lambda frame: frame["t"] == "welcome" and frame["known"])
            assert (await browser.write("And this", files=ids[1:]))["t"] == "ack"
        async with site.visitor(token=token) as later:
            await later.until("welcome")
            assert (await later.write("Let me see", files=ids[:1]))["code"] == "file_gone"


async def test_a_question_asked_before_signing_in_goes_on_in_the_conversation_that_is_open(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as phone:
            await phone.until("welcome")
            there = (await phone.write("Where is my parcel?"))["conversation"]
            async with site.visitor() as browser:
                await browser.until("welcome")
                here = (await browser.write("It is urgent"))["conversation"]
                await site.world.say(site.world.ana, here, "Who are you?")
                await browser.write("Somebody who waits")
                await browser.until_text("Somebody who waits")
                browser.frames.clear()
                await browser.send(t="identify", identity=signed(site))
                welcome = await browser.until("welcome")
                assert welcome["conversation"]["id"] == there
                await browser.until_text("Somebody who waits")
                await phone.until_text("Somebody who waits")
                said = ["Where is my parcel?", "It is urgent", "Who are you?", "Somebody who waits"]
                assert (browser.texts, phone.texts) == (said, said)
                await site.world.say(site.world.ana, there, "At once")
                await browser.until_text("At once")
                await phone.until_text("At once")
        left = await conversation_of(site, here)
        goes_on = await conversation_of(site, there)
        assert (left.status, left.customer_id) == ("closed", goes_on.customer_id)
        events = await site.world.desk.database.read(
            lambda session: log.stream_after(session, "conversation", here, 0, limit=99)
        )
        assert [event.fact.continued_in for event in events if isinstance(event.fact, ConversationRecognised)] == [
            there
        ]
        assert await site.world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def conversation_of(site: Site, number: int) -> Conversation:
    found = await site.world.desk.database.read(lambda session: rows.find(session, number))
    assert found is not None
    return found


async def uploaded(site: Site, client: httpx.AsyncClient, token: str, name: str) -> int:
    answer = await client.post(
        "/live/visitor/files",
        params={"inbox": site.world.shop.key, "name": name},
        content=b"hello",
        headers={"Authorization": f"Bearer {token}"},
    )
    number: int = answer.json()["id"]
    return number
