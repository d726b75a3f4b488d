"""What an agent does with a conversation from the screen, and how each dialog looks to axe-core, light and dark."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from esmero.contract.events import DESK
from esmero.desk import labels
from esmero.desk.agents import Agent
from tests.browser.stage import Stage, complaints, picture
from tests.browser.test_desk import row, turn

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_that_is_done_with_a_conversation(stage: Stage, scheme: str) -> None:
    world = stage.site.world
    await make_label(stage, "Refund")
    await world.hear(world.marta, "Hola")
    console = await at_talk(stage, world.chandra, "Hola", color_scheme=scheme)
    head, tools = console.locator(".talk-head"), console.locator(".tools")

    await tools.get_by_role("button", name="Assign").click()
    assert await complaints(console) == []
    await console.get_by_role("option", name="Béla").click()
    await expect(head).to_contain_text("Béla")

    await choose(console, "Labels…")
    await console.get_by_role("option", name="Refund").click()
    assert await complaints(console) == []
    await console.keyboard.press("Escape")
    await expect(head).to_contain_text("Refund")
    await expect(row(console, "Hola")).to_contain_text("Refund")

    await choose(console, "Priority…")
    assert await complaints(console) == []
    await console.get_by_role("option", name="urgent").click()
    await expect(row(console, "Hola").get_by_text("urgent")).to_be_attached()

    await tools.get_by_role("button", name="Snooze").click()
    assert await complaints(console) == []
    await console.get_by_role("option", name="Monday morning").or_(console.get_by_role("option")).last.click()
    await expect(row(console, "Hola")).to_have_count(0)
    await console.get_by_role("link", name="Snoozed").click()
    await row(console, "Hola").locator("a").click()
    await expect(head).to_contain_text("snoozed until")
    await choose(console, "Back to open")
    await expect(head).not_to_contain_text("snoozed until")

    await tools.get_by_role("button", name="Close").first.click()
    await console.get_by_role("link", name="Closed").click()
    await row(console, "Hola").locator("a").click()
    await expect(head).to_contain_text("closed")
    assert await complaints(console) == []
    await tools.get_by_role("button", name="Reopen").click()
    await expect(tools.get_by_role("button", name="Reopen")).to_have_count(0)
    await picture(console, "after")


async def test_who_is_blocked_is_not_taken_until_unblocked(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Buy my lamps")
    console = await at_talk(stage, stage.site.world.chandra, "Buy my lamps")
    await choose(console, "Block")
    assert await complaints(console) == []
    await console.get_by_role("dialog").get_by_role("button", name="Block").click()
    await expect(console.locator(".write")).to_contain_text("is blocked")
    assert await complaints(console) == []
    await shop.box.fill("Buy more of them")
    await shop.box.press("Enter")
    await expect(shop.widget.get_by_text("Not sent.").first).to_be_visible()
    assert await stage.said_in(1) == ["Buy my lamps"]
    await console.locator(".write").get_by_role("button", name="Unblock").click()
    await expect(console.get_by_role("textbox", name="Reply")).to_be_visible()
    await shop.widget.get_by_role("button", name="Try again").click()
    await expect(turn(console, "Buy more of them")).to_be_visible()


async def test_an_agent_may_not_block(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await at_talk(stage, world.ana, "Hola")
    await console.locator(".tools").get_by_role("button", name="More").click()
    assert await complaints(console) == []
    await expect(console.get_by_role("menuitem", name="Mark as unread")).to_be_visible()
    await expect(console.get_by_role("menuitem", name="Block")).to_have_count(0)


async def test_unread_stays_until_it_is_looked_at(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    await world.hear(world.tom, "Hello")
    console = await stage.console(world.ana, "/console/all/open")
    await expect(row(console, "Hola").get_by_text("Unread")).to_be_attached()
    await row(console, "Hola").locator("a").click()
    await expect(row(console, "Hola").get_by_text("Unread")).to_have_count(0)
    await expect(row(console, "Hello").get_by_text("Unread")).to_be_attached()
    await choose(console, "Mark as unread")
    await expect(row(console, "Hola").get_by_text("Unread")).to_be_attached()
    await console.goto(stage.desk + "/console/all/open")
    await expect(row(console, "Hola").get_by_text("Unread")).to_be_attached()


async def test_a_customer_is_edited_beside_the_conversation(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.katalin, "Jó napot")
    console = await at_talk(stage, world.ana, "Jó napot")
    aside = console.get_by_role("complementary", name="Customer")
    await aside.get_by_role("button", name="Change").or_(aside.get_by_role("button", name="Edit")).first.click()
    assert await complaints(console) == []
    await aside.get_by_label("Name").fill("Nagy-Kovács Katalin")
    await aside.get_by_label("E-mail").fill("katalin@example.org")
    await aside.get_by_role("button", name="Save").click()
    await expect(row(console, "Jó napot")).to_contain_text("Nagy-Kovács Katalin")
    await expect(aside).to_contain_text("katalin@example.org")


async def test_while_nobody_looks_the_title_counts_what_is_new(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "Hola")
    console = await at_talk(stage, world.ana, "Hola")
    await expect(console).to_have_title("Marta Ríos · esmero")
    await console.evaluate(LOOK_AWAY)
    await world.hear(world.marta, "¿Hay alguien?")
    await expect(console).to_have_title("(1) Marta Ríos · esmero")
    await world.hear(world.tom, "Hello")
    await expect(console).to_have_title("(2) Marta Ríos · esmero")
    await console.evaluate(LOOK_AGAIN)
    await expect(console).to_have_title("(1) Marta Ríos · esmero")


async def test_what_is_not_hers_is_found_by_nobody_like_eve(stage: Stage) -> None:
    world = stage.site.world
    await world.hear(world.marta, "The blue lighthouse")
    await world.follow()
    for agent, hits in ((world.ana, 1), (world.eve, 0)):
        console = await stage.console(agent, "/console/all/open")
        await expect(console.get_by_role("heading", level=1)).to_be_visible()
        await console.keyboard.press("Control+k")
        async with console.expect_response(lambda answer: "/search" in answer.url):
            await console.keyboard.type("lighthouse")
        await expect(console.get_by_role("option", name="The blue lighthouse")).to_have_count(hits)
        assert ("Marta" in await console.content()) == bool(hits)


async def test_the_help_is_clean_in_the_dark_too(stage: Stage) -> None:
    console = await stage.console(stage.site.world.ana, "/console/mine/open", color_scheme="dark")
    await expect(console.get_by_text("Nobody waits for you")).to_be_visible()
    assert await complaints(console) == []
    await console.keyboard.press("?")
    await expect(console.get_by_role("dialog", name="Keyboard")).to_be_visible()
    assert await complaints(console) == []


LOOK_AWAY = """() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.hasFocus = () => false;
  document.dispatchEvent(new Event('visibilitychange'));
  dispatchEvent(new Event('blur'));
}"""
LOOK_AGAIN = """() => {
  delete document.visibilityState; delete document.hidden; delete document.hasFocus;
  document.dispatchEvent(new Event('visibilitychange'));
  dispatchEvent(new Event('focus'));
}"""


async def at_talk(stage: Stage, agent: Agent, words: str, **how: str) -> Page:
    """Let an agent open the conversation in which these words stand."""
    console = await stage.console(agent, "/console/all/open", **how)
    await row(console, words).locator("a").click()
    await expect(turn(console, words)).to_be_visible()
    return console


async def choose(console: Page, name: str) -> None:
    """Take an item of the menu over a conversation."""
    await console.locator(".tools").get_by_role("button", name="More").click()
    await console.get_by_role("menuitem", name=name, exact=False).click()


async def make_label(stage: Stage, name: str) -> None:
    world = stage.site.world
    await world.desk.database.write(lambda tx: labels.make(tx, name, "amber", by=DESK, at=world.clock.now()))
    await world.desk.directory.refresh()
