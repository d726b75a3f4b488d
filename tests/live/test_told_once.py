"""Between an acknowledgement and the feed nothing falls, and nothing is told by both."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from esmero.contract.messages import Accepted
from esmero.kit.clock import DAY
from esmero.live import hub as hubs
from esmero.live.agent import AgentSession
from esmero.live.hub import Hub
from esmero.store.errors import QueryTooSlow, StoreUnavailable
from tests.live.site import PATIENCE_SECONDS, Browser, new_id, open_site, told_in
from tests.live.test_identity import SECRET, give_secret, signed

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def standing_still(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Keep the hub where it is, as if it were busy, until the end of the block."""
    late, stands, advance = asyncio.Event(), asyncio.Event(), hub._advance

    async def later() -> int:
        stands.set()
        await late.wait()
        return await advance()

    with monkeypatch.context() as patched:
        patched.setattr(hub, "_advance", later)
        hub.wake()
        await stands.wait()
        yield
    late.set()


def times_told(browser: Browser, event_id: int) -> int:
    return [event["id"] for frame in browser.frames for event in told_in(frame)].count(event_id)


@pytest.mark.parametrize("at_once", [1, 500])
async def test_who_begins_a_conversation_is_still_told_the_last_word_of_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(hubs, "BATCH", at_once)
    async with open_site(tmp_path) as site, site.visitor() as browser:
        world, hub = site.world, site.world.desk.hub
        first = await browser.write("The lamp")
        await world.desk.handle.close(first["conversation"], by=await world.view(world.ana))
        world.clock.skip(2 * DAY)
        async with standing_still(hub, monkeypatch):
            await world.say(world.ana, first["conversation"], "One more thing about the lamp")
            second = await browser.write("The cable")
            assert second["conversation"] != first["conversation"]
        await browser.until_text("One more thing about the lamp")
        await world.say(world.ana, second["conversation"], "About the cable")
        await browser.until_text("About the cable")
        assert browser.texts == ["The lamp", "One more thing about the lamp", "The cable", "About the cable"]
        assert times_told(browser, second["event"]) == 1


async def test_what_comes_again_before_the_feed_has_brought_it_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as here:
        token, name, hub = (await here.until("welcome"))["token"], new_id(), site.world.desk.hub
        ack = await here.write("Hello")
        await site.told(ack["event"])
        async with site.visitor(token=token) as there:
            await there.until("welcome")
            async with standing_still(hub, monkeypatch):
                await here.write("Once", id=name)
                ack = await there.write("Once", id=name)
            await site.world.say(site.world.ana, ack["conversation"], "Yes?")
            await there.until_text("Yes?")
            assert times_told(there, ack["event"]) == 1


async def test_what_was_kept_is_acknowledged_though_the_sign_in_ended_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as browser:
            await browser.write("Hello")
            intake = site.world.desk.services.intake
            keep = intake._keep

            async def kept_at_the_last_moment(arrival: Any) -> Accepted:
                accepted: Accepted = await keep(arrival)
                await give_secret(site, SECRET[::-1])
                return accepted

            monkeypatch.setattr(intake, "_keep", kept_at_the_last_moment)
            ack = await browser.write("The last that was kept")
            assert (ack["t"], ack["said"]["text"]) == ("ack", "The last that was kept")
            assert (await browser.write("Too late"))["code"] == "identity_refused"


async def test_who_could_not_be_signed_in_comes_back_instead_of_following_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await give_secret(site)
        await browser.write("Hello")

        async def away(**_who: Any) -> None:
            raise StoreUnavailable("away")

        monkeypatch.setattr(site.world.desk.attend, "recognise", away)
        await browser.send(t="identify", identity=signed(site))
        assert await browser.until_closed() == 4503
        assert (await browser.until("refused"))["retry"] is True


async def test_a_page_of_a_customer_begins_anew_when_what_they_said_elsewhere_becomes_theirs(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as laptop:
        await give_secret(site)
        async with site.visitor(identity=signed(site)) as phone:
            token = (await phone.until("welcome"))["token"]
            ack = await laptop.write("Said before signing in")
            await laptop.send(t="identify", identity=signed(site))
            await phone.until("reset")
            assert "reset" not in laptop.kinds()
        async with site.visitor(token=token) as phone:
            assert (await phone.until("welcome"))["conversation"]["id"] == ack["conversation"]
            assert phone.texts == ["Said before signing in"]


async def test_a_tab_where_nobody_has_signed_in_follows_nothing_for_a_message_that_comes_again(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, site.visitor() as here:
        await give_secret(site)
        token, name = (await here.until("welcome"))["token"], new_id()
        async with site.visitor(token=token) as there:
            await there.until("welcome")
            ack = await here.write("Said before signing in", id=name)
            await here.send(t="identify", identity=signed(site))
            await here.until(lambda frame: frame["t"] == "welcome" and frame["known"])
            await site.told()
            again = await there.write("Said before signing in", id=name)
            assert (again["event"], "position" in again) == (ack["event"], False)
            await site.world.say(site.world.ana, ack["conversation"], "For who has signed in")
            await here.until_text("For who has signed in")
            await there.send(t="ping")
            await there.until("pong")
            assert there.texts == ["Said before signing in"]


async def test_a_message_of_which_nobody_knew_whether_it_was_kept_is_told_if_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site, site.visitor() as browser:
        intake = site.world.desk.services.intake
        ack = await browser.write("Hello")
        keep = intake._keep

        async def kept_and_lost(arrival: Any) -> Accepted:
            accepted: Accepted = await keep(arrival)
            await site.told(accepted.event_id)
            raise StoreUnavailable("away")

        monkeypatch.setattr(intake, "_keep", kept_and_lost)
        assert (await browser.write("Kept after all"))["code"] == "unavailable"
        event = await browser.until_text("Kept after all")
        assert (event["conversation"], times_told(browser, event["id"])) == (ack["conversation"], 1)


async def test_a_greeting_that_took_too_long_is_said_again_on_a_new_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site:

        async def slow(_query: Any) -> None:
            raise QueryTooSlow

        async with await site.agent(site.world.ana) as console:  # signed in before the database slowed down
            await console.until("welcome")
            monkeypatch.setattr(AgentSession, "_catch_up", lambda *_: slow(None))
            monkeypatch.setattr(site.world.desk.attend, "arrive", lambda **_: slow(None))
            async with await site.agent(site.world.ana) as late, site.visitor() as visitor:
                for browser in (late, visitor):
                    assert await browser.until_closed() == 4503
                    assert (await browser.until("refused"))["code"] == "too_slow"
            assert console.closed is None


async def test_who_comes_while_the_hub_reads_for_nobody_is_told_what_it_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_site(tmp_path) as site:
        hub, reads, come = site.world.desk.hub, threading.Event(), threading.Event()
        read, before = hub._read, await site.told()

        def slowly(*what: Any) -> Any:
            batch = read(*what)
            if batch.events and not come.is_set():
                reads.set()
                come.wait(PATIENCE_SECONDS)
            return batch

        monkeypatch.setattr(hub, "_read", slowly)
        await site.world.hear(site.world.tom, "Is anybody there?")
        while not await asyncio.to_thread(reads.wait, 1) and hub.position == before:
            pass  # if its position has moved, a look that had begun before the patch brought the message already
        async with await site.agent(site.world.ana, after=before) as console:
            await console.until("welcome")
            come.set()
            await console.until_text("Is anybody there?")
