"""From a mail into the chat in one click, and back: the page of a conversation, and what the agent sees of it."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from esmero.channels.email.deposit import Envelope
from esmero.contract.facts import ReplyQueued
from esmero.desk import log
from esmero.desk.conversations import rows
from tests.browser.stage import PHONE, Stage, complaints, picture

pytestmark = pytest.mark.anyio

MAIL = """From: Tom Weller <tom@weller.example>
To: help@shop.example
Subject: My lamp has a crack
Message-ID: <1@weller.example>
Date: Fri, 30 Oct 2026 12:00:00 +0000

Hello,

the lamp came with a crack along its foot. Can you send me another one?

Tom
"""
AGAIN = """From: Tom Weller <tom@weller.example>
To: help@shop.example
Subject: Re: My lamp has a crack
Message-ID: <2@weller.example>
In-Reply-To: <1@weller.example>
Date: Fri, 30 Oct 2026 12:10:00 +0000

I had to leave. Write to me here, please.
"""


async def put(stage: Stage, raw: str) -> None:
    world = stage.site.world
    inbox = next(card for card in world.desk.directory.now.inboxes.values() if card.channel == "email")
    kept = await world.desk.mail.receive(inbox.id, raw.replace("\n", "\r\n").encode(), Envelope(way="smtp"))
    assert kept == "kept"


async def link_of(stage: Stage) -> str:
    """Let Tom write a mail, and return the link to the page of its conversation."""
    world = stage.site.world
    await world.mailbox()
    await stage.site.told()
    await world.desk.directory.refresh()
    await put(stage, MAIL)
    state = await world.desk.database.read(lambda session: rows.find(session, 1))
    assert state is not None
    return f"{stage.desk}/c#{world.desk.services.page_links.token(state)}"


async def opened(stage: Stage, link: str, **how: object) -> Page:
    page = await stage.page(await stage.person(**how))  # type: ignore[arg-type]
    await page.goto(link)
    return page


async def test_a_mail_goes_on_live_in_one_click_and_by_mail_again(stage: Stage) -> None:
    page = await opened(stage, await link_of(stage))
    await expect(page.get_by_role("heading", name="My lamp has a crack")).to_be_visible()
    await expect(page.get_by_role("log")).to_contain_text("along its foot")
    await expect(page.get_by_text("Answers also reach you by mail: t…@weller.example")).to_be_visible()
    console = await stage.console(stage.site.world.ana, "/console/all/open")
    await console.locator(".row", has_text="My lamp").locator("a").click()
    way = console.locator(".write .way")
    await expect(way).to_have_text("by mail")
    box = page.get_by_role("textbox")
    await box.fill("I am here now")
    await box.press("Enter")
    await expect(console.locator(".turn", has_text="I am here now")).to_be_visible()
    await expect(console.get_by_text("The customer goes on by chat")).to_be_visible()
    await expect(console.get_by_role("button", name="To Tom Weller")).to_have_count(0)
    await expect(way).to_have_text("by chat")
    await console.get_by_role("tab", name="Note").click()
    await expect(way).to_have_text("")
    await console.get_by_role("tab", name="Reply").click()
    await console.get_by_role("textbox", name="Reply").fill("So am I. It leaves today.")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("So am I. It leaves today.")
    await expect(page.get_by_role("heading", name="My lamp has a crack")).to_be_visible()
    assert await complaints(page) == []
    assert await complaints(console) == []
    await put(stage, AGAIN)
    await expect(console.get_by_text("The customer goes on by mail")).to_be_visible()
    await expect(console.get_by_role("button", name="To Tom Weller")).to_be_visible()
    await expect(way).to_have_text("by mail")
    await console.get_by_role("textbox", name="Reply").fill("Here it is.")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(console.locator(".turn", has_text="Here it is.")).to_be_visible()
    await stage.site.told()
    events = await stage.site.world.desk.database.read(lambda session: log.after(session, 0, limit=200))
    queued = [event for event in events if isinstance(event.fact, ReplyQueued) and not event.fact.automatic]
    assert [event.content.text for event in queued if event.content] == ["Here it is."]
    await picture(console, "again")


async def test_on_two_devices_it_is_one_conversation_though_nobody_is_there_and_a_line_breaks(stage: Stage) -> None:
    link = await link_of(stage)
    desk, phone = await opened(stage, link), await opened(stage, link, viewport=PHONE, color_scheme="dark")
    for page in (desk, phone):
        await expect(page.get_by_text("We answer as soon as somebody is back at the desk.")).to_be_visible()
    await say(phone, "Is anybody there?")
    await expect(desk.get_by_role("log")).to_contain_text("Is anybody there?")
    stage.line.cut()
    await say(desk, "I write on.")
    await expect(desk.get_by_text("No connection").first).to_be_visible()
    await picture(desk, "cut")
    stage.line.mend()
    await expect(phone.get_by_role("log")).to_contain_text("I write on.")
    await say(phone, "And so do I.")
    await expect(desk.get_by_role("log")).to_contain_text("And so do I.")
    said = await stage.said_in(1)
    assert [said.count(one) for one in ("Is anybody there?", "I write on.", "And so do I.")] == [1, 1, 1]
    for page in (desk, phone):
        assert await complaints(page) == []


async def say(page: Page, words: str) -> None:
    await page.get_by_role("textbox").fill(words)
    await page.get_by_role("textbox").press("Enter")


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("dark", {"color_scheme": "dark"}),
        ("phone", {"viewport": PHONE}),
        ("hu", {"locale": "hu-HU"}),
        ("es", {"locale": "es-ES"}),
        ("hi", {"locale": "hi-IN"}),
    ],
)
async def test_the_page_can_be_used_by_everybody(stage: Stage, name: str, how: dict[str, object]) -> None:
    page = await opened(stage, await link_of(stage), **how)
    await expect(page.get_by_role("log")).to_contain_text("along its foot")
    await expect(page.get_by_role("textbox")).to_be_editable()
    assert await complaints(page) == []


async def test_a_link_that_was_cut_on_its_way_says_so(stage: Stage) -> None:
    link = await link_of(stage)
    for broken in (link.partition("#")[0], link[:-1] + "9", link + "x"):
        page = await opened(stage, broken)
        await expect(page.get_by_role("heading", name="This link has ended")).to_be_visible()
        await expect(page.get_by_text("crack")).to_have_count(0)
        assert await complaints(page) == []


async def test_what_is_begun_there_outlives_a_reload_and_the_token_is_kept_nowhere(stage: Stage) -> None:
    page = await opened(stage, await link_of(stage))
    await page.get_by_role("textbox").fill("I have begun")
    await page.reload()
    await expect(page.get_by_role("textbox")).to_have_value("I have begun")
    kept = await page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    assert "I have begun" in kept
    assert "c1." not in kept
