"""A desk that answers late, or never: what one sees of it, and that nothing is lost of what was written."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from esmero.contract.facts import ReplyQueued
from esmero.contract.messages import Source
from esmero.flow.quarantine import Quarantine
from esmero.kit.sources import seal_source
from tests.browser.stage import PHONE, Stage, complaints, picture
from tests.browser.test_mailing import events, mailbox

pytestmark = pytest.mark.anyio

BEGINNING = "**/api/v1/conversations"
SLOW = "The desk takes long to answer. What you wrote is still here."
WORDS = "Your lamp is here."


class Silence:
    """Holds back what a page asks for, until it is let go or broken off."""

    def __init__(self) -> None:
        self.held = 0
        self._ends = asyncio.Event()
        self._end: Callable[[Route], Awaitable[None]] = Route.continue_

    async def begin(self, page: Page, address: str) -> None:
        await page.route(address, self._hold)

    def let_go(self) -> None:
        """Let everything through."""
        self._ends.set()

    def break_off(self) -> None:
        """Let everything fail."""
        self._end = Route.abort
        self._ends.set()

    async def _hold(self, route: Route) -> None:
        if route.request.method == "GET":
            await route.continue_()
            return
        self.held += 1
        await self._ends.wait()
        await self._end(route)


async def begun(stage: Stage, **how: Any) -> Page:
    """Let Ana begin a mail to Tom."""
    await mailbox(stage)
    console = await stage.console(stage.site.world.ana, "/console/all/open", **how)
    await console.clock.install()
    await begin(console)
    await console.get_by_label("To", exact=True).fill("tom@weller.example")
    await console.get_by_role("textbox", name="Message").fill(WORDS)
    return console


async def begin(console: Page) -> None:
    await console.get_by_role("button", name="New message").locator("visible=true").first.click()


async def send(console: Page) -> None:
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()


@pytest.mark.parametrize("how", [{}, {"viewport": PHONE, "color_scheme": "dark"}], ids=["desk", "phone in the dark"])
async def test_who_waits_long_is_told_and_who_leaves_is_told_how_it_ended(stage: Stage, how: dict[str, Any]) -> None:
    console, silence = await begun(stage, **how), Silence()
    await silence.begin(console, BEGINNING)
    await send(console)
    await expect(console.get_by_role("dialog").locator("[aria-busy=true]")).to_be_visible()
    await expect(console.get_by_text(SLOW)).to_have_count(0)
    await console.clock.fast_forward(6_000)
    await expect(console.get_by_role("dialog").get_by_text(SLOW)).to_be_visible()
    assert await complaints(console) == []
    await console.keyboard.press("Escape")
    await expect(console.locator("#app > .slow")).to_have_text(SLOW)
    await picture(console, "closed")
    await begin(console)  # what is on its way can't be sent a second time
    await expect(console.get_by_role("textbox", name="Message")).to_have_value(WORDS)
    await expect(console.get_by_role("dialog").locator("[aria-busy=true]")).to_be_visible()
    await console.get_by_label("Subject").press("Enter")
    await console.keyboard.press("Escape")
    address = console.url
    silence.let_go()
    await expect(console.locator(".toast").get_by_text("On its way to tom@weller.example")).to_be_visible()
    await expect(console.get_by_text(SLOW)).to_have_count(0)
    assert (console.url, silence.held) == (address, 1)
    assert len(await events(stage, ReplyQueued)) == 1
    await begin(console)
    await expect(console.get_by_role("textbox", name="Message")).to_have_value("")


async def test_what_fails_behind_a_closed_dialog_is_told_and_found_again(stage: Stage) -> None:
    console, silence = await begun(stage), Silence()
    await silence.begin(console, BEGINNING)
    await send(console)
    await console.keyboard.press("Escape")
    silence.break_off()
    await expect(
        console.locator(".toast").get_by_text("Your mail has not been sent. No connection to the desk.")
    ).to_be_visible()
    await picture(console)
    await console.unroute(BEGINNING)
    await console.get_by_role("button", name="To the mail").click()
    await send(console)
    await expect(console.locator(".turn", has_text=WORDS)).to_be_visible()
    assert len(await events(stage, ReplyQueued)) == 1


@pytest.mark.parametrize("anew", [False, True], ids=["the same page", "the page loaded anew"])
async def test_a_desk_that_took_it_and_never_said_so_takes_it_once(stage: Stage, anew: bool) -> None:
    console, taken = await begun(stage), asyncio.Event()

    async def swallow(route: Route) -> None:
        await route.fetch()
        taken.set()

    await console.route(BEGINNING, swallow)
    await send(console)
    async with asyncio.timeout(20):
        await taken.wait()
    await console.clock.fast_forward(120_000)
    await expect(console.get_by_role("alert")).to_contain_text("has not answered for a long time")
    await picture(console)
    await console.unroute(BEGINNING)
    if anew:
        await console.reload()
        await begin(console)
    await send(console)
    await expect(console.locator(".turn", has_text=WORDS)).to_be_visible()
    assert len(await events(stage, ReplyQueued)) == 1


async def test_what_was_begun_is_there_after_the_page_was_loaded_anew_with_its_files(stage: Stage) -> None:
    console = await begun(stage)
    file = {"name": "label.txt", "mimeType": "text/plain", "buffer": b"58-2231"}
    await console.locator("dialog input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    await expect(console.locator(".attached li", has_text="label.txt").locator("[role=status]")).to_have_count(0)
    await console.reload()
    await begin(console)
    await expect(console.get_by_label("To", exact=True)).to_have_value("tom@weller.example")
    await send(console)
    await expect(console.locator(".turn", has_text=WORDS)).to_be_visible()
    (kept,) = await events(stage, ReplyQueued)
    assert kept.content is not None
    assert [one.name for one in kept.content.files] == ["label.txt"]
    await console.reload()
    await begin(console)
    await expect(console.get_by_role("textbox", name="Message")).to_have_value("")


async def test_what_is_held_says_that_it_is_tried_that_this_failed_and_that_it_is_kept(stage: Stage) -> None:
    world = stage.site.world
    inbox = await mailbox(stage)
    source = Source(name="a", way="smtp", size=5, sealed=seal_source(world.desk.sealer, "a", b"Hello"))
    await Quarantine(world.desk.database, world.clock).hold(inbox.id, "held:1", source, "It could not be read.")
    console, silence = await stage.console(world.chandra, "/console/held"), Silence()
    await expect(console.get_by_text("It could not be read.")).to_be_visible()
    await silence.begin(console, "**/quarantine/*/retry")
    retry = console.locator(".held li", has_text="It could not be read.").get_by_role("button", name="Try again")
    await retry.click()
    await expect(retry).to_have_attribute("aria-busy", "true")
    assert await complaints(console) == []
    silence.break_off()
    await expect(console.locator(".toast")).to_contain_text("No connection to the desk.")
    await expect(retry).not_to_have_attribute("aria-busy", "true")
    await expect(console.get_by_text("It could not be read.")).to_be_visible()
