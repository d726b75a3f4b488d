"""One types one command, opens the link that it prints, and talks with the first customer."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.stage import complaints
from tests.shop import open_shop
from tests.world import PASSWORD

pytestmark = pytest.mark.anyio

PAGE = "<!doctype html><html lang='en'><title>A shop</title><h1>Lamps</h1>{snippet}</html>"


async def test_from_nothing_to_the_first_conversation(tmp_path: Path, chrome: Browser) -> None:
    async with AsyncExitStack() as stack:
        link = await stack.enter_async_context(served(tmp_path / "desk"))
        console = await stack.enter_async_context(somebody(chrome))
        await console.goto(link)
        await expect(console.get_by_role("heading", name="Welcome to your desk")).to_be_visible()
        assert await complaints(console) == []
        await _become_administrator(console)
        assert "#" not in console.url
        snippet = await _make_chat(console)
        shop = await stack.enter_async_context(somebody(chrome))
        await shop.goto(await stack.enter_async_context(open_shop(PAGE.format(snippet=snippet))))
        await shop.get_by_role("button").first.click()
        await shop.frame_locator("iframe").locator("textarea").fill("Is anybody here?")
        await shop.keyboard.press("Enter")
        await console.get_by_role("link", name="To the desk").click()
        await console.get_by_role("link", name="Unassigned").click()
        await console.get_by_text("Is anybody here?").first.click()
        await console.get_by_role("textbox", name="reply").fill("Yes, good morning.")
        await console.keyboard.press("Enter")
        await expect(shop.frame_locator("iframe").get_by_text("Yes, good morning.").first).to_be_visible()
        await _find_the_link_used(await stack.enter_async_context(somebody(chrome)), link)


async def _become_administrator(console: Page) -> None:
    await console.get_by_role("button", name="Open the desk").click()
    await expect(console.get_by_text("Please fill this in.")).to_have_count(3)
    await expect(console.get_by_label("Your name")).to_be_focused()
    await console.keyboard.type("Ilona")
    await console.get_by_label("E-mail").fill("ilona@desk.example")
    await console.get_by_label("Password", exact=True).fill(PASSWORD)
    await console.keyboard.press("Enter")


async def _make_chat(console: Page) -> str:
    await expect(console.get_by_text("There is no inbox yet.")).to_be_visible()
    await console.get_by_role("link", name="Add an inbox").click()
    await console.get_by_role("link", name="Chat").click()
    await console.get_by_label("Name").fill("Chat on the shop")
    await console.keyboard.press("Enter")
    await expect(console.get_by_role("heading", name="Chat on the shop")).to_be_visible()
    return await console.locator("code").inner_text()


async def _find_the_link_used(page: Page, link: str) -> None:
    await page.goto(link)
    await expect(page.get_by_role("heading", name="This link does not work")).to_be_visible()
    await page.get_by_role("button", name="To the sign-in").click()
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


@asynccontextmanager
async def somebody(chrome: Browser) -> AsyncIterator[Page]:
    """Give somebody a browser of their own."""
    page = await chrome.new_page(locale="en-GB", reduced_motion="reduce")
    yield page
    await page.close()


@asynccontextmanager
async def served(data: Path) -> AsyncIterator[str]:
    """Run the program as people do, and yield the link for the first administrator."""
    command = (sys.executable, "-m", "esmero", "serve", "--port", "0", "--data", str(data))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        told = b""
        while b"/console/setup#" not in told:
            told += await asyncio.wait_for(process.stdout.readline(), 60)
        yield re.findall(r"http://\S+/console/setup#\S+", told.decode())[0]
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 20)
