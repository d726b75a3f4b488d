"""A shop vouches for its customers by a signed token; nothing else makes a visitor somebody."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest

from esmero.channels.chat.settings import ChatSettings
from esmero.contract.events import DESK
from esmero.contract.facts import ConversationRecognised
from esmero.desk import inboxes, log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.inboxes import Inbox
from esmero.desk.setting_up import SEALED_FOR
from esmero.kit.clock import HOUR, MINUTE
from esmero.web.api.inboxes import written_settings
from tests.live.site import Site, new_id, open_site

pytestmark = pytest.mark.anyio

SECRET = "a shop's secret, longer than the sixty-four bytes that HS512 asks for"


async def give_secret(site: Site, secret: str = SECRET, *, inbox: Inbox | None = None) -> None:
    world, number = site.world, (inbox or site.world.shop).id
    sealed = world.desk.sealer.seal(secret.encode(), purpose=SEALED_FOR, about=str(number))
    await world.desk.database.write(lambda tx: inboxes.keep_secret(tx, number, sealed, by=DESK, at=world.clock.now()))
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
        async with site.visitor() as signed_out:
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


@pytest.mark.parametrize("elsewhere", [False, True])
async def test_what_is_sent_again_after_signing_in_is_still_one_message(tmp_path: Path, elsewhere: bool) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        if elsewhere:
            async with site.visitor(identity=signed(site)) as phone:
                await phone.until("welcome")
                await phone.write("Where is my parcel?")
        async with site.visitor() as browser:
            await browser.until("welcome")
            name = new_id()
            first = await browser.write("It is urgent", id=name)
            browser.frames.clear()
            await browser.send(t="identify", identity=signed(site))
            await browser.until("welcome")
            again = await browser.write("It is urgent", id=name)
            assert (again["t"], again["conversation"] == first["conversation"]) == ("ack", not elsewhere)
            await browser.write("And this is new")
            await browser.until_text("And this is new")
            assert browser.texts.count("It is urgent") == 1


async def test_who_has_signed_in_stays_so_when_the_shops_token_has_ended(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        await give_secret(site)
        short = signed(site, exp=site.world.clock.now() // 1_000 + 60)
        async with site.visitor(identity=short) as browser:
            token = (await browser.until("welcome"))["token"]
            site.world.clock.skip(10 * MINUTE)
            ack = await browser.write("Still here")
            assert await uploaded(site, client, token, "one.txt", **{"X-Identity": short})
        for hello in ({"token": token, "identity": short}, {"token": token}):
            async with site.visitor(**hello) as again:
                welcome = await again.until("welcome")
                assert welcome["known"]["name"] == "Marta Ríos"
                assert welcome["conversation"]["id"] == ack["conversation"]
                assert "token" not in welcome
        for headers in ({"X-Identity": short}, {}):
            answer = await posted(site, client, token, {"t": "message", "id": new_id(), "text": "By POST"}, **headers)
            assert answer.json()["conversation"] == ack["conversation"]


async def test_the_name_that_the_shop_told_is_kept_for_the_first_message(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as browser:
            token = (await browser.until("welcome"))["token"]
        async with site.visitor(token=token) as again:
            await again.until("welcome")
            talk = await conversation_of(site, (await again.write("Hola"))["conversation"])
        customer = await site.world.desk.database.read(lambda session: customers.find(session, talk.customer_id))
        assert customer is not None
        assert (customer.name, customer.known) == ("Marta Ríos", True)


async def test_signing_in_ends_after_its_hours_and_with_the_secret(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as browser:
            token = (await browser.until("welcome"))["token"]
            site.world.clock.skip(13 * HOUR)
            assert (await browser.write("Too late"))["code"] == "identity_refused"
            assert await browser.until_closed() == 4401
        async with site.visitor(token=token) as late:
            assert await late.until_closed() == 4401
            assert late.frames[0]["code"] == "identity_refused"
        assert (await posted(site, client, token, {"t": "ping"})).status_code == 401
        async with site.visitor(identity=signed(site)) as browser, site.visitor() as other:
            token = (await browser.until("welcome"))["token"]
            await other.until("welcome")
            before = signed(site)
            await give_secret(site, "quite another secret, of which the shop's old pages know nothing")
            assert (await browser.write("Signed by the old one"))["code"] == "identity_refused"
            await other.send(t="identify", identity=before)
            assert (await other.until("refused"))["code"] == "identity_refused"
        async with site.visitor(token=token) as late:
            assert await late.until_closed() == 4401


async def test_a_pass_is_good_for_its_own_inbox_and_customer_alone(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        await give_secret(site, inbox=site.world.trade)  # of a shop that has one secret for all its inboxes
        async with site.visitor(identity=signed(site)) as browser:
            token = (await browser.until("welcome"))["token"]
            await browser.send(t="identify", identity=signed(site, email="marta@rios.example"))
            assert (await browser.until("token"))["token"] != token
        head, body, mark = token.split(".")
        other = base64.urlsafe_b64encode(base64.urlsafe_b64decode(body + "==").replace(b"4711", b"4712")).decode()
        ended = signed(site, sub="4712", exp=site.world.clock.now() // 1_000 - 3_600)
        bad = [
            {"token": f"{head}.{other.rstrip('=')}.{mark}"},
            {"token": token, "inbox": site.world.trade.key},
            {"token": f"{head}.{body}."},
            {"token": token, "identity": ended},
        ]
        for hello in bad:
            async with site.visitor(**hello) as browser:
                assert await browser.until_closed() == 4401, hello
                assert browser.frames[0]["code"] == "identity_refused"


async def test_where_only_known_customers_may_write_nobody_else_does(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        await give_secret(site)
        async with site.visitor() as open_before:
            token = (await open_before.until("welcome"))["token"]
            await open_before.write("While it was allowed")
            await let_only_known_write(site)
            assert (await open_before.write("No more"))["code"] == "identity_required"
            name = new_id()
            await open_before.send(t="contact", id=name, email="a@b.example")
            assert (await open_before.until(lambda frame: frame.get("id") == name))["code"] == "identity_required"
        frame = {"t": "message", "id": new_id(), "text": "By POST"}
        assert (await posted(site, client, token, frame)).json()["code"] == "identity_required"
        refused = await client.post(
            "/live/visitor/files",
            params={"inbox": site.world.shop.key, "name": "a.txt"},
            content=b"hello",
            headers={"Authorization": f"Bearer {token}"},
        )
        assert (refused.status_code, refused.json()["code"]) == (403, "identity_required")
        async with site.visitor(identity=signed(site)) as known:
            await known.until("welcome")
            assert (await known.write("I may"))["t"] == "ack"


async def let_only_known_write(site: Site) -> None:
    world = site.world
    settings = written_settings(ChatSettings(brand="Shop", identity_required=True))
    await world.desk.database.write(
        lambda tx: inboxes.change(tx, world.shop.id, name=None, settings=settings, by=DESK, at=world.clock.now())
    )
    await world.desk.directory.refresh()


async def posted(
    site: Site, client: httpx.AsyncClient, token: str, frame: dict[str, Any], **headers: str
) -> httpx.Response:
    headers |= {"Authorization": f"Bearer {token}", "X-Inbox": site.world.shop.key}
    return await client.post("/live/visitor/frame", json=frame, headers=headers)


async def conversation_of(site: Site, number: int) -> Conversation:
    found = await site.world.desk.database.read(lambda session: rows.find(session, number))
    assert found is not None
    return found


async def uploaded(site: Site, client: httpx.AsyncClient, token: str, name: str, **headers: str) -> int:
    answer = await client.post(
        "/live/visitor/files",
        params={"inbox": site.world.shop.key, "name": name},
        content=b"hello",
        headers={"Authorization": f"Bearer {token}"} | headers,
    )
    number: int = answer.json()["id"]
    return number
