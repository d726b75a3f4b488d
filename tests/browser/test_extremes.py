"""What is longest, widest, oldest and written from the other side."""

from __future__ import annotations

import asyncio
import time

import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import PHONE, Stage, complaints, picture
from tests.browser.test_desk import row, turn
from tests.world import Customer

pytestmark = pytest.mark.anyio

MANY = 10_000
OPENED_WITHIN_SECONDS = 2.0
LAYLA = Customer("ليلى «<b>حسن</b>» \u202eevil\u202c", "ar", "visitor_layla")
LONG = Customer("Wolfeschlegelsteinhausenbergerdorff" * 4, "de", "visitor_long")


async def test_ten_thousand_messages_open_at_once_and_scroll_back(stage: Stage) -> None:
    world = stage.site.world
    for begun in range(0, MANY, 1_000):
        lines = range(begun, begun + 1_000)
        await asyncio.gather(*(world.hear(world.marta, f"line {number}", client_id=f"n{number}") for number in lines))
    console = await stage.console(world.ana, "/console/all/open")
    await expect(row(console, "Marta Ríos")).to_be_visible()
    began = time.monotonic()
    await row(console, "Marta Ríos").locator("a").click()
    await expect(turn(console, "line 9999")).to_be_in_viewport(timeout=10_000)
    assert time.monotonic() - began < OPENED_WITHIN_SECONDS
    for _ in range(6):
        oldest = await oldest_line(console)
        await console.locator(".talk").evaluate("box => box.scrollTo({ top: 0 })")
        await console.wait_for_function(OLDER, arg=oldest)
        assert await console.evaluate(STAYED, oldest), "what one read stays where it was"
    seen = await console.locator(".turn .said").all_inner_texts()
    numbers = [int(words.strip().removeprefix("line ")) for words in seen]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), "nothing is missing between them"
    assert len(numbers) < 1_000, "only a stretch of it is drawn"


OLDER = "(known) => Number(document.querySelector('.turn .said').textContent.trim().slice(5)) < known"
STAYED = """(known) => {
  const read = [...document.querySelectorAll('.turn .said')].find((one) => one.textContent === `line ${known}`);
  const [{ top }, box] = [read, document.querySelector('.talk')].map((one) => one.getBoundingClientRect());
  return top >= box.top && top < box.bottom;
}"""


async def oldest_line(console: Page) -> int:
    return int((await console.locator(".turn .said").first.inner_text()).strip().removeprefix("line "))


@pytest.mark.parametrize("width", [1440, 1024, 390])
async def test_names_that_are_long_or_run_the_other_way_break_nothing(stage: Stage, width: int) -> None:
    world = stage.site.world
    await world.hear(LONG, "Word" * 300)
    await world.hear(LAYLA, "أين طلبي رقم 58-2231؟")
    size = PHONE if width == PHONE["width"] else {"width": width, "height": 800}
    console = await stage.console(world.ana, "/console/all/open", viewport=size)
    await expect(row(console, "أين")).to_be_visible()
    await fits(console)
    await console.locator(".row", has_text="Wolfe").locator("a").click()
    await expect(turn(console, "WordWord")).to_be_visible()
    await fits(console)
    if width < 720:
        await console.get_by_role("button", name="To the list").or_(console.locator(".talk-head .back")).first.click()
    await row(console, "أين").locator("a").click()
    await expect(turn(console, "أين")).to_be_visible()
    await fits(console)
    said = turn(console, "أين").locator(".said")
    assert await said.evaluate("one => one.matches(':dir(rtl)')"), "their words run their way"
    assert await console.evaluate("document.documentElement.matches(':dir(ltr)')"), "the page runs ours"
    assert await console.locator(".row b b, .talk-head b, .aside b").count() == 0, "a name is no markup"
    assert "\u202e" not in await console.locator(".talk-head").inner_text(), "nor does it turn what stands beside it"


async def fits(console: Page) -> None:
    """Nothing runs out of the page, and nothing of the tools over a conversation out of its pane."""
    await picture(console)
    assert await complaints(console) == []
    assert await console.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await console.evaluate(TOOLS_RUN_OUT) == []


TOOLS_RUN_OUT = """() => [...document.querySelectorAll('.talk-head')].flatMap((head) => {
  const { left, right } = head.getBoundingClientRect();
  const runsOut = (one) => one.getBoundingClientRect().left < left || one.getBoundingClientRect().right > right;
  const shown = [...head.querySelectorAll('button')].filter((one) => one.checkVisibility());
  return shown.filter(runsOut).map((one) => one.outerHTML);
})"""


async def test_on_a_phone_there_is_one_pane_at_a_time_with_the_composer_at_its_foot(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await stage.console(world.ana, "/console/all/open", viewport=PHONE, has_touch=True, is_mobile=True)
    listed, talk, views = console.locator(".list"), console.locator(".talk-pane"), console.locator(".views")
    await expect(row(console, "Hola")).to_be_visible()
    await expect(talk).not_to_be_in_viewport()
    await expect(views).not_to_be_in_viewport()
    await row(console, "Hola").locator("a").tap()
    await expect(turn(console, "Hola")).to_be_in_viewport()
    await expect(listed).not_to_be_in_viewport()
    box = await console.locator(".write").bounding_box()
    assert box is not None
    assert PHONE["height"] - 24 <= box["y"] + box["height"] <= PHONE["height"]
    await console.get_by_role("textbox", name="Reply").fill("From a phone")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(turn(console, "From a phone")).to_have_count(0)
    await console.get_by_role("button", name="Send", exact=True).tap()
    await expect(turn(console, "From a phone")).to_be_in_viewport()
    await console.locator(".open-aside").tap()
    await expect(console.get_by_role("complementary", name="Customer")).to_be_in_viewport()
    assert await complaints(console) == []
    await console.locator(".close-aside").tap()
    await console.locator(".talk-head .back").tap()
    await expect(row(console, "From a phone")).to_be_in_viewport()
    await console.locator(".open-views").tap()
    await expect(views).to_be_in_viewport()
    assert await complaints(console) == []
    await views.get_by_role("button", name="Ana").tap()
    await expect(views.get_by_role("menuitem", name="Settings")).to_be_in_viewport()
    await views.get_by_role("button", name="Ana").tap()
    await views.get_by_role("link", name="Mine").tap()
    await expect(console.get_by_role("heading", name="Mine")).to_be_in_viewport()
