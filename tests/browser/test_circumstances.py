"""A chat outside its hours, and browsers that keep nothing for a frame of another site."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, async_playwright, expect

from esmero.channels.chat.settings import ChatSettings, Hours, Way
from esmero.contract.events import DESK
from esmero.desk import inboxes
from esmero.kit.clock import SECOND
from esmero.web.api.inboxes import written_settings
from tests import chromium
from tests.browser.stage import Stage, complaints, open_stage, widget_frame
from tests.browser.test_acts import at_talk
from tests.browser.test_desk import turn

pytestmark = pytest.mark.anyio

MONDAY_MORNING = Hours(zone="Europe/Budapest", always=False, days=(((540, 720),), (), (), (), (), (), ()))


async def test_outside_its_hours_it_says_when_people_are_back_and_takes_an_address(stage: Stage) -> None:
    world = stage.site.world
    ways = (Way(kind="phone", address="+36 1 555 0101", cost="free"), Way(kind="email", address="help@shop.example"))
    await set_up(stage, ChatSettings(brand="Lamps", hours=MONDAY_MORNING, ways=ways))
    person = await stage.person()
    await person.clock.set_fixed_time(world.clock.now() / SECOND)
    shop = await stage.shop(person)
    await shop.open()
    for words in ("Leave us a message", "We are back on Monday at 9:00.", "+36 1 555 0101", "help@shop.example"):
        await expect(shop.widget.get_by_text(words)).to_be_visible()
    assert await complaints(shop.page, widget_frame(shop.page, stage.desk)) == []
    await shop.say("My lamp hums at night")
    address = shop.widget.get_by_label("Where may we answer you, if you have left by then?")
    await address.fill("tom weller")
    await address.press("Enter")
    await expect(shop.widget.get_by_role("alert")).to_contain_text("does not look like an address")
    assert await complaints(shop.page, widget_frame(shop.page, stage.desk)) == []
    await address.fill("tom@weller.example")
    await address.press("Enter")
    await expect(address).to_have_count(0)
    await expect(shop.widget.get_by_text("We have your address")).to_be_visible()
    console = await at_talk(stage, world.ana, "My lamp hums at night")
    await expect(console.get_by_role("complementary")).to_contain_text("tom@weller.example")


async def test_when_the_hours_begin_an_open_widget_says_so(stage: Stage) -> None:
    await set_up(stage, ChatSettings(brand="Lamps", hours=MONDAY_MORNING))
    person = await stage.person()
    await person.clock.set_fixed_time(stage.site.world.clock.now() / SECOND)
    shop = await stage.shop(person)
    await shop.open()
    await expect(shop.widget.get_by_text("Leave us a message")).to_be_visible()
    await set_up(stage, ChatSettings(brand="Lamps"))
    await expect(shop.widget.get_by_text("Write to us now")).to_be_visible()


@pytest.fixture
async def forgetful() -> AsyncIterator[Browser]:
    """A Chromium without partitioned storage and with third-party storage shut off: its frames may keep nothing."""
    features = "--disable-features=ThirdPartyStoragePartitioning,Translate"
    arguments = ["--no-sandbox", "--disable-gpu", features, "--test-third-party-cookie-phaseout"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium.executable(), args=arguments)
        yield browser
        await browser.close()


async def test_where_the_browser_keeps_nothing_one_can_chat_and_is_told(tmp_path: Path, forgetful: Browser) -> None:
    async with open_stage(tmp_path, forgetful) as stage:
        shop = await stage.shop()
        await shop.open()
        assert await widget_frame(shop.page, stage.desk).evaluate(CAN_KEEP) is False, "else this browser proves nothing"
        await shop.say("Nothing is kept here")
        await expect(shop.widget.get_by_text("Your browser keeps nothing here.")).to_be_visible()
        console = await at_talk(stage, stage.site.world.ana, "Nothing is kept here")
        await console.get_by_role("textbox", name="Reply").fill("We answer all the same")
        await console.keyboard.press("Enter")
        await expect(turn(console, "We answer all the same")).to_be_visible()
        await expect(shop.words("We answer all the same")).to_be_visible()
        stage.line.cut()
        await expect(shop.widget.get_by_text("Keep this page open")).to_be_visible(timeout=15_000)
        await shop.say("And a cut is survived")
        stage.line.mend()
        await expect(turn(console, "And a cut is survived")).to_be_visible(timeout=40_000)
        assert await stage.said_in(1) == ["Nothing is kept here", "We answer all the same", "And a cut is survived"]


CAN_KEEP = "() => { try { localStorage.setItem('try', '1'); return true; } catch { return false; } }"


async def set_up(stage: Stage, settings: ChatSettings) -> None:
    """Give the shop's inbox other settings, as a save in the console does."""
    world = stage.site.world

    def change(tx: Any) -> None:
        inboxes.change(tx, world.shop.id, settings=written_settings(settings), by=DESK, at=world.clock.now())

    await world.desk.database.write(change)
    await world.desk.directory.refresh()
