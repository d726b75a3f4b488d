"""The desk dies, or its disk is full, while a customer and an agent have their pages open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.stage import DESK, SHOP, Shop
from tests.faults.disks import fill, small_disk
from tests.faults.people import Visitor, together
from tests.load.served import Furniture, Served, environment, furnish, serve_desk
from tests.shop import open_shop

pytestmark = pytest.mark.anyio

LONG = " …" * 3_000


@dataclass
class Coast:
    """A desk in a process of its own, and the pages of those who talk over it."""

    served: Served
    furniture: Furniture
    shop: Shop
    console: Page

    @property
    def conversation(self) -> Locator:
        return self.console.locator("ol.thread")

    async def meet(self) -> None:
        """Let the customer write and the agent open what they wrote."""
        await self.shop.open()
        await self.shop.say("Before the storm")
        await self.console.get_by_role("link", name="Unassigned").click()
        await self.console.get_by_text("Before the storm").first.click()
        await expect(self.conversation.get_by_text("Before the storm")).to_be_visible()

    async def write(self, kind: str, text: str) -> None:
        """Let the agent write a reply or a note."""
        await self.console.get_by_role("tab", name=kind).click()
        await self.console.get_by_role("textbox", name=kind.lower()).fill(text)
        await self.console.keyboard.press("Enter")

    async def expect_cut(self) -> None:
        for page in (self.shop.widget, self.console):
            await expect(page.get_by_text("No connection").first).to_be_visible()

    async def expect_back(self) -> None:
        for page in (self.shop.widget, self.console):
            await expect(page.get_by_text("No connection")).to_have_count(0, timeout=60_000)

    async def expect_once(self, text: str, *, for_customer: bool = True) -> None:
        """What was said stands in both pages, once, and as sent."""
        await expect(self.conversation.get_by_text(text, exact=True)).to_have_count(1, timeout=60_000)
        there = self.shop.widget.get_by_role("log").get_by_text(text, exact=True)
        await expect(there).to_have_count(1 if for_customer else 0, timeout=60_000)


async def test_a_killed_desk_is_said_and_both_pages_catch_up_by_themselves(tmp_path: Path, chrome: Browser) -> None:
    async with open_coast(tmp_path, environment(tmp_path), chrome) as coast:
        await coast.meet()
        coast.served.kill()
        await coast.expect_cut()
        await coast.shop.say("Written in the dark")
        await coast.write("Note", "Noted in the dark")
        await expect(coast.conversation.get_by_text("kept, will be sent")).to_be_visible()
        await expect(coast.shop.widget.get_by_text("Not sent yet")).to_be_visible()
        await asyncio.to_thread(coast.served.start)
        await coast.expect_back()
        await coast.expect_once("Written in the dark")
        await coast.expect_once("Noted in the dark", for_customer=False)
        coast.served.kill()
        await coast.write("Reply", "Answered in the dark")
        await coast.expect_cut()
        await asyncio.to_thread(coast.served.start)
        await coast.expect_back()
        await coast.expect_once("Answered in the dark")
        await coast.shop.say("Thank you")
        await coast.expect_once("Thank you")
        await expect(coast.shop.widget.get_by_text("Not sent yet")).to_have_count(0)
        await expect(coast.conversation.get_by_text("kept, will be sent")).to_have_count(0)


async def test_a_full_disk_is_said_and_what_waits_leaves_when_there_is_room(tmp_path: Path, chrome: Browser) -> None:
    with small_disk(tmp_path) as disk:
        async with open_coast(tmp_path, environment(disk), chrome) as coast:
            await coast.meet()
            await _use_up(coast, disk)
            question, note = "Is anybody there?" + LONG, "Nothing can be stored" + LONG
            await coast.shop.say(question)
            await coast.write("Note", note)
            await expect(coast.conversation.get_by_text("kept, will be sent")).to_be_visible()
            await expect(coast.shop.widget.get_by_text("Not sent yet")).to_be_visible()
            waits = coast.shop.widget.get_by_text("It is kept here and sends itself")
            await expect(waits).to_be_visible()
            for ballast in disk.glob("ballast*"):
                ballast.unlink()
            await coast.expect_once(question)
            await coast.expect_once(note, for_customer=False)
            await expect(waits).to_have_count(0)
            await expect(coast.shop.widget.get_by_text("Not sent yet")).to_have_count(0, timeout=60_000)
            await expect(coast.conversation.get_by_text("kept, will be sent")).to_have_count(0, timeout=60_000)


async def _use_up(coast: Coast, disk: Path) -> None:
    """Fill the disk, and what the database had reserved on it."""
    other = Visitor(coast.served.origin, coast.furniture.inbox_key)
    async with together(other):
        fill(disk / "ballast")
        while not other.refused:
            sent = await other.send("Filling" + LONG)
            await other.until(lambda: sent in other.acked or other.refused)  # noqa: B023
    fill(disk / "ballast-too")
    async with httpx.AsyncClient(base_url=coast.served.origin, timeout=30) as http:
        assert (await http.get("/ready")).status_code == 503


@asynccontextmanager
async def open_coast(folder: Path, environ: Mapping[str, str], chrome: Browser) -> AsyncIterator[Coast]:
    """Serve a desk and a shop, and open the pages of a customer and of Ana."""
    furniture = await furnish(environ)
    with serve_desk(folder, environ) as served:
        page = SHOP.format(language="en", desk=served.origin, key=furniture.inbox_key)
        async with (
            open_shop(page) as address,
            await chrome.new_context(viewport=DESK, locale="en-GB") as customer,  # type: ignore[arg-type]
            await chrome.new_context(viewport=DESK, locale="en-GB") as ana,  # type: ignore[arg-type]
        ):
            shop, console = Shop(await customer.new_page()), await ana.new_page()
            await shop.page.goto(address)
            await ana.add_cookies([{"name": "esmero", "value": furniture.ana, "url": served.origin}])
            await console.goto(served.origin + "/console")
            yield Coast(served, furniture, shop, console)
