"""The demo in a real browser: shop and desk side by side, the director, the tour."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import DESK, PHONE, complaints
from tests.demo.visiting import LONG, Visit, desk, shop, widget

pytestmark = pytest.mark.anyio
STEPS = 13
OF_A_WHOLE_PANE = (1, 4, 5, 6, 8, 12, STEPS)
"""Steps that point at nothing smaller than what a phone shows at once."""
APART = """() => {
  const [ring, words] = ['.ring-around', '.tour'].map((one) => document.querySelector(one)?.getBoundingClientRect());
  return ring && words && (ring.bottom <= words.top || words.bottom <= ring.top);
}"""


async def ask(page: Page, question: str) -> None:
    """Write to the shop, as its customer."""
    await shop(page).get_by_role("button", name="Ask us anything").click()
    await widget(page).locator("textarea").fill(question)
    await widget(page).locator("textarea").press("Enter")
    await expect(widget(page).get_by_role("log").get_by_text(question)).to_be_visible()


async def test_who_writes_in_the_shop_is_answered_at_the_desk(visit: Visit) -> None:
    page = await visit.open()
    await ask(page, "Does the Pebble come in green?")
    await page.get_by_role("button", name="Béla").click()
    await desk(page).get_by_role("button", name="Show the lists").click()
    await desk(page).get_by_role("link", name=re.compile("^Unassigned")).click()
    await desk(page).get_by_text("Does the Pebble come in green?").first.click()
    box = desk(page).get_by_role("textbox", name="Reply")
    await box.fill("It does, in moss.")
    await box.press("Enter")
    await expect(widget(page).get_by_role("log").get_by_text("It does, in moss.")).to_be_visible()


async def test_an_angry_customer_is_seen_at_the_desk(visit: Visit) -> None:
    page = await visit.open(locale="hu-HU")
    await page.get_by_role("button", name="Dühös ügyfél ír").click()
    await page.get_by_role("button", name="Megnézem a pultnál").click()
    await expect(desk(page).get_by_role("heading", name="Balogh András", exact=True)).to_be_visible()
    last = desk(page).get_by_role("region", name="Üzenetek").get_by_text("Ha ma nem történik semmi")
    await expect(last.first).to_be_visible()


async def test_a_customer_of_the_shop_is_known_at_the_desk(visit: Visit) -> None:
    page = await visit.open()
    await shop(page).get_by_role("button", name="Sign in").click()
    await expect(shop(page).get_by_text("Tom Weller")).to_be_visible()
    await ask(page, "It is me again")
    await page.get_by_role("button", name="Ilona").click()
    await expect(desk(page).get_by_role("link", name=re.compile("Tom Weller")).first).to_be_visible()


async def test_two_agents_work_at_once_by_the_two_names_of_this_machine(visit: Visit) -> None:
    page = await visit.open()
    await expect(desk(page).get_by_role("textbox", name="Reply")).to_be_visible()
    async with page.expect_popup() as opened:
        await page.locator("#console").get_by_role("link", name="Open alone").click()
    alone = await opened.value
    assert urlsplit(alone.url).hostname == "localhost"
    await expect(alone.get_by_role("button", name=re.compile("^Ana"))).to_be_visible()
    await page.get_by_role("button", name="Béla").click()
    await expect(desk(page).get_by_text("Wholesale").first).to_be_attached()
    await alone.reload()
    await expect(alone.get_by_role("button", name=re.compile("^Ana"))).to_be_visible()


async def test_a_cut_line_is_told_on_both_sides_and_what_was_written_arrives_once(visit: Visit) -> None:
    page = await visit.open()
    await ask(page, "Before the cut")
    await page.get_by_role("button", name="Cut the network").click()
    await expect(page.get_by_text("The line is cut.").first).to_be_visible()
    await expect(widget(page).get_by_text("No connection").first).to_be_visible(timeout=LONG)
    await widget(page).locator("textarea").fill("Written in the dark")
    await widget(page).locator("textarea").press("Enter")
    await expect(page.get_by_text("The line is back").first).to_be_visible(timeout=LONG)
    said = widget(page).get_by_role("log").get_by_text("Written in the dark")
    await expect(widget(page).get_by_text("Connected").first).to_be_visible(timeout=LONG)
    await expect(said).to_have_count(1)
    await expect(desk(page).get_by_text("No connection")).to_have_count(0, timeout=LONG)


async def test_everybody_goes_home_and_the_widget_says_so(visit: Visit) -> None:
    page = await visit.open()
    await shop(page).get_by_role("button", name="Ask us anything").click()
    await expect(widget(page).get_by_text("3 people are here")).to_be_visible()
    await page.get_by_role("button", name="Everybody goes home").click()
    await expect(widget(page).get_by_text("3 people are here")).to_have_count(0)
    await page.get_by_role("button", name="Everybody goes home").click()
    await expect(widget(page).get_by_text("3 people are here")).to_be_visible()


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "hi-IN", "hu-HU"])
async def test_the_tour_points_at_what_it_speaks_of_in_each_language(visit: Visit, locale: str) -> None:
    page = await visit.open(locale=locale)
    await expect(page.locator("html")).to_have_attribute("lang", locale[:2])
    await expect(desk(page).get_by_role("tabpanel")).to_be_visible()
    await page.locator(".head .go").click()
    for step in range(1, STEPS + 1):
        await expect(page.locator(".tour .figures")).to_contain_text(str(step))
        await expect(page.locator(".ring-around")).to_have_count(0 if step in (1, STEPS) else 1)
        assert "demo-" not in await page.locator(".demo").inner_text()
        await page.locator(".tour .go").click()
    await expect(page.locator(".tour")).to_have_count(0)


async def test_on_a_phone_the_tours_words_never_lie_on_what_they_speak_of(visit: Visit) -> None:
    page = await visit.open(viewport=PHONE)
    await page.get_by_role("button", name="Take the tour").click()
    for step in range(1, STEPS + 1):
        await expect(page.locator(".tour .figures")).to_contain_text(f"{step} of {STEPS}")
        if step not in OF_A_WHOLE_PANE:
            await page.wait_for_function(APART)
        await page.locator(".tour .go").click()


async def test_the_tour_is_walked_and_left_by_keyboard(visit: Visit) -> None:
    page = await visit.open()
    await page.get_by_role("button", name="Take the tour").press("Enter")
    await expect(page.get_by_role("heading", name="Five minutes")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="The first screen is a directory")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator(".tour")).to_have_count(0)


async def test_a_phone_shows_one_part_at_a_time(visit: Visit) -> None:
    page = await visit.open(viewport=PHONE, locale="hu-HU")
    for part, other in (
        ("Az ügyfélpult", "#shop"),
        ("A postafiók", "#console"),
        ("Rendező", "#mailbox"),
        ("A bolt", "#director"),
    ):
        await page.get_by_role("button", name=part, exact=True).click()
        await expect(page.locator(other)).to_be_hidden()
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.evaluate("document.documentElement.scrollHeight <= innerHeight")


async def test_a_demo_for_this_machine_alone_says_how_a_phone_would_reach_it(visit: Visit) -> None:
    page = await visit.open()
    await page.get_by_role("button", name="On a phone").click()
    await expect(page.get_by_role("dialog").get_by_text("bin/demo --host 0.0.0.0")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
async def test_axe_finds_nothing(visit: Visit, theme: str, size: dict[str, int]) -> None:
    page = await visit.open(viewport=size, color_scheme=theme)
    await page.get_by_role("button", name="Take the tour").click()
    await expect(page.locator(".tour")).to_be_visible()
    assert await complaints(page) == []
    await page.get_by_role("button", name="End the tour").click()
    if size == PHONE:
        await page.get_by_role("button", name="Director").click()
    await page.get_by_role("button", name="Skip two hours").click()
    await expect(page.locator(".told")).to_contain_text("two hours later")
    assert await complaints(page) == []


@pytest.mark.parametrize("language", ["en", "hi"])
async def test_axe_finds_nothing_in_the_shop(visit: Visit, language: str) -> None:
    page = await visit.open(f"/demo/shop?language={language}")
    await expect(page.locator("h1")).to_be_visible()
    assert await complaints(page) == []


async def test_beginning_anew_brings_everything_back_as_it_was(visit: Visit) -> None:
    page = await visit.open()
    await ask(page, "Forget me")
    before = await page.evaluate("fetch('/demo/run').then((answer) => answer.json()).then(({ run }) => run)")
    await page.get_by_role("button", name="Begin anew").click()
    begun = """(before) => {
        const facts = document.getElementById("facts");
        return facts && JSON.parse(facts.textContent).run !== before;
    }"""
    await page.wait_for_function(begun, arg=before, timeout=60_000)
    await expect(desk(page).get_by_role("tabpanel")).to_be_visible(timeout=LONG)
    await shop(page).get_by_role("button", name="Ask us anything").click()
    await expect(widget(page).get_by_text("Forget me")).to_have_count(0)
