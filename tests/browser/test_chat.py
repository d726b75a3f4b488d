"""A customer on a shop's page talks with an agent, live."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect
from sqlalchemy import func, select

from esmero.store.schema import conversation
from esmero.store.statement import Statement
from tests.browser.stage import PHONE, Shop, Stage, complaints, widget_frame

pytestmark = pytest.mark.anyio

_TALKS = Statement(select(func.count()).select_from(conversation))

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d4944415478da63fcffff3f030005fe02fea7350b8a0000000049454e44ae426082"
)


async def test_customer_and_agent_talk(stage: Stage) -> None:
    shop = await stage.shop()
    console = await stage.console(stage.site.world.ana, "/console")
    await shop.open()
    await shop.say("Where is my lamp?")
    await console.get_by_role("link", name="Unassigned").click()
    await console.get_by_text("Where is my lamp?").first.click()
    await console.get_by_role("textbox", name="reply").fill("It leaves the house today.")
    await console.keyboard.press("Enter")
    await expect(shop.words("It leaves the house today.")).to_be_visible()
    await shop.say("Thank you")
    await expect(console.get_by_role("region").get_by_text("Thank you").first).to_be_visible()


async def test_a_note_stays_with_us(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Hello")
    console = await stage.console(stage.site.world.ana, "/console")
    await console.get_by_role("link", name="Unassigned").click()
    await console.get_by_text("Hello").first.click()
    await console.get_by_role("tab", name="Note").click()
    await console.get_by_role("textbox", name="note").fill("He sounds worried")
    await console.keyboard.press("Enter")
    await expect(console.get_by_role("region").get_by_text("He sounds worried").first).to_be_visible()
    await console.get_by_role("tab", name="Reply").click()
    await console.get_by_role("textbox", name="reply").fill("Good morning")
    await console.keyboard.press("Enter")
    await expect(shop.words("Good morning")).to_be_visible()
    assert "worried" not in await shop.widget.locator("body").inner_text()


async def test_a_cut_line_is_said_and_nothing_is_lost(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Before the cut")
    stage.line.cut()
    await expect(shop.widget.get_by_text("No connection").first).to_be_visible(timeout=15_000)
    await shop.say("Written without a line")
    stage.line.mend()
    await expect(shop.widget.get_by_text("No connection")).to_have_count(0, timeout=30_000)
    async with asyncio.timeout(20):
        while await stage.said_in(1) != ["Before the cut", "Written without a line"]:
            await shop.page.wait_for_timeout(200)


async def test_what_was_not_sent_survives_a_reload(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("First")
    stage.line.cut()
    await shop.say("Written just before the reload")
    stage.line.mend()
    await shop.page.reload()
    await expect(shop.words("Written just before the reload")).to_be_visible(timeout=20_000)
    async with asyncio.timeout(20):
        while await stage.said_in(1) != ["First", "Written just before the reload"]:
            await shop.page.wait_for_timeout(200)


async def test_two_tabs_are_one_conversation(stage: Stage) -> None:
    person = await stage.person()
    first = await stage.shop(person)
    await first.open()
    await first.say("From the first tab")
    second = await stage.shop(person)
    await expect(second.page.locator("iframe").or_(second.page.get_by_role("button")).first).to_be_visible()
    if not await second.page.locator("iframe").is_visible():
        await second.page.get_by_role("button").first.click()
    await expect(second.words("From the first tab")).to_be_visible()
    await second.say("From the second tab")
    await expect(first.words("From the second tab")).to_be_visible()
    talks = await stage.site.world.desk.database.read(lambda session: session.all(_TALKS))
    assert talks == [(1,)]


async def test_a_file_goes_both_ways(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Look")
    await shop.widget.locator("input[type=file]").set_input_files(
        {"name": "lamp.png", "mimeType": "image/png", "buffer": PNG}
    )
    await shop.box.press("Enter")
    await expect(shop.widget.get_by_role("log").locator("img, a[href*='/files/']").first).to_be_visible()
    console = await stage.console(stage.site.world.ana, "/console")
    await console.get_by_role("link", name="Unassigned").click()
    await console.get_by_role("link", name="Visitor").or_(console.locator(".row > a")).first.click()
    await expect(console.locator("main a[href*='/files/'], main img").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "es", "hi", "hu"])
async def test_the_widget_is_for_everybody(stage: Stage, language: str) -> None:
    shop = await stage.shop(language=language, viewport=PHONE)
    await shop.open()
    frame = widget_frame(shop.page, stage.desk)
    assert await frame.evaluate("document.documentElement.lang") == language
    await check_looks(shop)
    await shop.say("नमस्ते, hola, szia, hello")
    await check_looks(shop)
    world = stage.site.world
    await world.say(world.bela, 1, "https://shop.example/" + "long" * 40)
    await expect(shop.widget.locator(".message:not(.mine)")).to_be_visible()
    await shop.widget.locator(".say .icon[aria-expanded]").click()
    await check_looks(shop)
    await shop.page.keyboard.press("Escape")
    await shop.box.fill("x" * 10_003)
    await expect(shop.widget.get_by_role("alert")).to_be_visible()
    stage.line.cut()
    await expect(shop.widget.locator(".foot.cut")).to_be_visible(timeout=15_000)
    await check_looks(shop)


async def check_looks(shop: Shop) -> None:
    """Look at the widget as it is, by day and by night."""
    frame = next(frame for frame in shop.page.frames if frame.parent_frame)
    for scheme in ("light", "dark"):
        await shop.page.emulate_media(color_scheme=scheme)
        await expect(shop.widget.locator(f"html[data-theme={scheme}]")).to_be_attached()
        assert await complaints(shop.page, frame) == []
    assert await frame.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_by_keyboard_alone(stage: Stage) -> None:
    shop = await stage.shop()
    await expect(shop.page.get_by_role("button").first).to_be_visible()
    await shop.page.keyboard.press("Tab")
    await shop.page.keyboard.press("Enter")
    await expect(shop.box).to_be_focused()
    await shop.page.keyboard.type("Only keys")
    await shop.page.keyboard.press("Enter")
    await expect(shop.words("Only keys")).to_be_visible()
    await shop.page.keyboard.press("Escape")
    await expect(shop.page.locator("iframe")).to_be_hidden()


async def test_when_the_desk_cannot_be_reached_the_other_ways_in_are_shown(stage: Stage) -> None:
    person = await stage.person()
    await person.clock.install()
    shop = await stage.shop(person)
    button, phone = shop.page.get_by_role("button").first, shop.page.get_by_role("link", name="+36 1 555 0101")
    await expect(button).to_be_visible()
    stage.line.cut()
    await button.click()
    await expect(phone).to_be_hidden()
    await person.clock.fast_forward(8_000)
    await expect(phone).to_be_visible()
