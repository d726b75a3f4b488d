"""What an agent meets at the desk: lists that live, conversations that stay whole, a composer that loses nothing."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from esmero.contract.events import DESK as THE_DESK
from esmero.desk import teams
from tests.browser.stage import DESK, PHONE, WITHOUT_WEBSOCKETS, Stage, complaints

pytestmark = pytest.mark.anyio


def row(console: Page, words: str) -> Locator:
    """Return the line of the list that holds these words."""
    return console.locator(".row", has_text=words)


def turn(console: Page, words: str) -> Locator:
    """Return what was said in the open conversation."""
    return console.locator(".turn", has_text=words)


async def opened(stage: Stage, words: str) -> Page:
    """Let Ana open the conversation in which these words stand."""
    console = await stage.console(stage.site.world.ana, "/console/all/open")
    await row(console, words).locator("a").click()
    await expect(turn(console, words)).to_be_visible()
    return console


async def test_a_new_chat_appears_for_whoever_may_see_it_and_for_nobody_else(stage: Stage) -> None:
    world = stage.site.world
    ana = await stage.console(world.ana, "/console/unassigned/open")
    eve = await stage.console(world.eve, "/console/all/open")
    await expect(ana.get_by_text("Everybody has somebody")).to_be_visible()
    await expect(eve.get_by_text("Nothing is open")).to_be_visible()
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    await expect(row(ana, "¿Dónde está mi pedido?")).to_be_visible(timeout=1_000)
    await expect(ana).to_have_title("(1) Unassigned · esmero")
    await eve.goto(f"{stage.desk}/console/all/open/{talk.conversation_id}")
    await expect(eve.get_by_text("Not yours to see")).to_be_visible()
    assert "pedido" not in await eve.content()


async def test_what_the_customer_writes_meanwhile_is_shown_before_the_reply_leaves(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Buenos días")
    console = await opened(stage, "Buenos días")
    await console.keyboard.press("r")
    await console.keyboard.type("Good morning")
    await world.hear(world.marta, "Es el pedido 58-2231")
    newer = console.locator(".newer")
    await expect(newer).to_contain_text("Es el pedido 58-2231")
    await console.keyboard.press("Enter")
    await expect(newer).to_contain_text("Enter again sends")
    await expect(console.get_by_role("textbox", name="Reply")).to_have_value("Good morning")
    await console.keyboard.press("Enter")
    await expect(turn(console, "Good morning")).to_contain_text("sent")
    await expect(newer).to_have_count(0)


async def test_a_draft_is_kept_at_the_desk_for_its_writer_alone(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await opened(stage, "Hola")
    async with console.expect_response(lambda answer: answer.url.endswith("/draft")):
        await console.get_by_role("textbox", name="Reply").fill("It leaves the house")
    elsewhere = await opened(stage, "Hola")
    await expect(elsewhere.get_by_role("textbox", name="Reply")).to_have_value("It leaves the house")
    bela = await stage.console(world.bela, console.url.removeprefix(stage.desk))
    await expect(turn(bela, "Hola")).to_be_visible()
    await expect(bela.get_by_role("textbox", name="Reply")).to_have_value("")


async def test_what_was_sent_from_one_tab_does_not_wait_in_the_other_to_be_sent_again(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await opened(stage, "Hola")
    async with console.expect_response(lambda answer: answer.url.endswith("/draft")):
        await console.get_by_role("textbox", name="Reply").fill("It leaves today")
    other = await opened(stage, "Hola")
    third = await opened(stage, "Hola")
    async with third.expect_response(lambda answer: answer.url.endswith("/draft")):
        await third.get_by_role("textbox", name="Reply").fill("It leaves today, and in red")
    await expect(other.get_by_role("textbox", name="Reply")).to_have_value("It leaves today")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(turn(other, "It leaves today")).to_be_visible()
    await expect(other.get_by_role("textbox", name="Reply")).to_have_value("")
    await expect(turn(third, "It leaves today")).to_be_visible()
    await expect(third.get_by_role("textbox", name="Reply")).to_have_value("It leaves today, and in red")


async def test_a_colleague_who_writes_is_seen(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    ana = await opened(stage, "Hola")
    bela = await stage.console(world.bela, ana.url.removeprefix(stage.desk))
    await expect(turn(bela, "Hola")).to_be_visible()
    await bela.get_by_role("textbox", name="Reply").press_sequentially("I am")
    await expect(ana.locator(".watch")).to_contain_text("is writing here too")


async def test_after_a_cut_the_conversation_is_what_the_log_holds(stage: Stage) -> None:
    world = stage.site.world
    talk = await world.hear(world.marta, "First")
    console = await opened(stage, "First")
    stage.line.cut()
    await world.hear(world.marta, "Second")
    await world.say(world.bela, talk.conversation_id, "Answer by a colleague")
    await world.hear(world.marta, "Third")
    await console.keyboard.press("n")
    await console.keyboard.type("Written in the dark")
    await console.keyboard.press("Enter")
    await expect(turn(console, "Written in the dark")).to_contain_text("kept, will be sent", timeout=20_000)
    stage.line.mend()
    await expect(turn(console, "Third")).to_be_visible(timeout=40_000)
    await expect(console.locator(".turn.kept, .turn.sending")).to_have_count(0, timeout=20_000)
    said = [words.strip() for words in await console.locator(".turn .said").all_inner_texts()]
    assert said == ["First", "Second", "Answer by a colleague", "Third", "Written in the dark"]


async def test_without_websockets_the_desk_lives_and_shows_no_longer_what_was_taken_away_meanwhile(
    stage: Stage,
) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await stage.console(world.ana, "/console/all/open", script=WITHOUT_WEBSOCKETS)
    await expect(row(console, "Hola")).to_be_visible()
    await world.hear(world.tom, "Through a narrow door")
    await expect(row(console, "Through a narrow door")).to_be_visible()
    asked: list[str] = []
    console.on("request", lambda request: asked.append(request.url))
    stage.line.cut()
    members = tuple(number for number in world.support.members if number != world.ana.id)
    await world.desk.database.write(
        lambda tx: teams.change(tx, world.support.id, members=members, by=THE_DESK, at=world.clock.now())
    )
    stage.line.mend()
    await expect(console.locator(".row")).to_have_count(0, timeout=40_000)
    streams = [url for url in asked if "/live/agent/stream" in url]
    assert streams
    assert all("&sight=" in url for url in streams)


async def test_a_whole_shift_by_keyboard(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Uno")
    await world.hear(world.tom, "Two")
    console = await stage.console(world.ana, "/console/all/open")
    await expect(row(console, "Uno")).to_be_visible()
    keys = console.keyboard
    await keys.press("j")
    await expect(turn(console, "Uno")).to_be_visible()
    await keys.press("j")
    await expect(turn(console, "Two")).to_be_visible()
    await keys.press("a")
    await expect(console.get_by_role("combobox", name="Assign to")).to_be_focused()
    await keys.type("to me")
    await keys.press("Enter")
    await expect(console.locator(".talk-head")).to_contain_text("yours")
    await keys.press("s")
    await keys.press("Enter")
    await expect(row(console, "Two")).to_have_count(0)
    await expect(turn(console, "Uno")).to_be_visible()
    await keys.press("e")
    await expect(row(console, "Uno")).to_have_count(0)
    await console.get_by_role("button", name="Undo").press("Enter")
    await expect(row(console, "Uno")).to_be_visible()
    await keys.press("?")
    await expect(console.get_by_role("dialog", name="Keyboard")).to_be_visible()
    await keys.press("Escape")
    await expect(console.get_by_role("dialog")).to_have_count(0)


async def test_what_was_said_is_found_and_shown_where_it_was_said(stage: Stage) -> None:
    world = stage.site.world
    talk = await world.hear(world.marta, "The blue lighthouse")
    for number in range(260):
        await world.say(world.ana, talk.conversation_id, f"note {number}", note=True)
    console = await stage.console(world.ana, "/console/all/open")
    await expect(row(console, "note 259")).to_be_visible()
    await console.keyboard.press("/")
    await console.keyboard.type("lighth")
    await expect(console.get_by_role("option", name="The blue lighthouse")).to_be_visible()
    await console.keyboard.press("Enter")
    await expect(console.locator(".turn.found")).to_contain_text("The blue lighthouse")
    await expect(console.locator(".turn.found")).to_be_in_viewport()
    assert await console.locator(".turn").count() < 260, "only a stretch of it is drawn"
    await console.get_by_role("button", name="To the newest").click()
    await expect(turn(console, "note 259")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", DESK), ("es", "dark", PHONE), ("hi", "light", PHONE), ("hu", "dark", DESK)],
    ids=["en", "es", "hi", "hu"],
)
async def test_the_desk_is_for_everybody(stage: Stage, language: str, scheme: str, width: dict[str, int]) -> None:
    world = stage.site.world
    await world.hear(world.asha, "नमस्ते, मेरा ऑर्डर कब तक आएगा?")
    console = await stage.console(world.ana, "/console/all/open", viewport=width, color_scheme=scheme)
    await console.evaluate(CHOOSE, language)
    await console.reload()
    await expect(console.locator("html")).to_have_attribute("lang", language)
    await expect(row(console, "नमस्ते")).to_be_visible()
    assert await complaints(console) == []
    await row(console, "नमस्ते").locator("a").click()
    await expect(turn(console, "नमस्ते")).to_be_visible()
    assert await complaints(console) == []
    await console.get_by_role("tab").nth(1).click()
    assert await complaints(console) == []
    await console.keyboard.press("Control+k")
    await expect(console.get_by_role("combobox")).to_be_focused()
    assert await complaints(console) == []
    wide = await console.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, "nothing runs out of the page"


CHOOSE = """async (language) => {
  const { csrf } = await (await fetch('/api/v1/session')).json();
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
  await fetch('/api/v1/me', { method: 'PATCH', headers, body: JSON.stringify({ language }) });
}"""
