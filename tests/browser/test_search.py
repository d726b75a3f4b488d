"""What was said is found in the console: words, filters that nobody needs to know by name, and where it was said."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from esmero.contract.events import Actor, Person
from esmero.contract.messages import Attached, Inbound, Sender
from esmero.desk import labels
from tests.browser.stage import DESK, PHONE, Stage, complaints
from tests.world import World

pytestmark = pytest.mark.anyio

CHOOSE = """async (language) => {
  const { csrf } = await (await fetch('/api/v1/session')).json();
  const headers = { 'x-csrf-token': csrf, 'content-type': 'application/json' };
  await fetch('/api/v1/me', { method: 'PATCH', headers, body: JSON.stringify({ language }) });
}"""


async def history(world: World) -> None:
    """Let there be something to find."""
    await world.hear(world.marta, "¿Dónde están mis pedidos? Hola, no han llegado todavía.")
    talk = await world.hear(world.katalin, "Jó napot, a rendelésem még nem érkezett meg, kérem nézzenek utána.")
    await world.say(
        world.ana, talk.conversation_id, "The parcel of this order lies at the shop, see the photo.", note=True
    )
    await letter(world, "The lamp of my order is broken, as you can see in the photo.")
    for number in range(5):
        await world.hear(world.tom, f"Where is my order number {number}?")
    await world.desk.database.write(
        lambda tx: labels.make(tx, "Refund", "amber", by=Actor("agent", world.ana.id), at=world.clock.now())
    )
    await world.follow()


async def letter(world: World, text: str, **more: Any) -> None:
    world.clock.skip(1_000)
    await world.desk.intake(
        Inbound(
            inbox_id=world.shop.id,
            channel="email",
            key=f"mail:{world.clock.now()}",
            sender=Sender(address="kati@nagy.example", name="Nagy Kati"),
            text=text,
            subject="About the broken lamp",
            cc=(Person("help@shop.example", "Help"),),
            attached=(Attached(blob="b1", name="order-photo.jpg", type="image/jpeg", size=9, sha256="0" * 64),),
            **more,
        )
    )


async def search(console: Page, words: str) -> None:
    field = console.get_by_role("searchbox")
    await field.fill(words)
    await field.press("Enter")


async def keep(console: Page, name: str) -> None:
    """Keep a picture, where somebody wants to look at it."""
    if folder := os.environ.get("ESMERO_SHOTS"):
        await console.screenshot(path=Path(folder) / f"search-{name}.png")


async def test_words_are_found_marked_and_shown_where_they_were_said(stage: Stage) -> None:
    world = stage.site.world
    await history(world)
    console = await stage.console(world.ana, "/console/all/open")
    await console.get_by_role("link", name="Search").click()
    await expect(console.get_by_text("What are you looking for?")).to_be_visible()
    await search(console, "orders")
    await expect(console.locator(".found")).to_have_count(3)
    tom = console.locator(".found", has_text="Tom Weller")
    await expect(tom.locator(".hit")).to_have_count(3)
    await expect(tom).to_contain_text("2 more in this conversation")
    await expect(tom.locator("mark").first).to_have_text("order")
    await expect(console.locator(".hit .file.named")).to_have_text("order-photo.jpg")
    assert await complaints(console) == []
    await keep(console, "words")
    await tom.locator(".hit").first.click()
    await expect(console.locator(".turn.found")).to_contain_text("number 4")
    assert "/found/" in console.url
    assert "q=orders" in console.url
    await console.reload()
    await expect(console.locator(".found")).to_have_count(3)
    await keep(console, "opened")


async def test_operators_become_chips_and_filters_need_no_operators(stage: Stage) -> None:
    world = stage.site.world
    await history(world)
    console = await stage.console(world.ana, "/console/found")
    await search(console, "order from:kati")
    await expect(console.locator(".found")).to_have_count(1)
    chip = console.get_by_role("button", name="From: kati")
    await expect(chip).to_be_visible()
    await chip.click()
    await expect(console.locator(".found")).to_have_count(3)
    await console.get_by_role("button", name="Filters").click()
    assert await complaints(console) == []
    await keep(console, "filters")
    await console.get_by_label("With", exact=True).select_option("attachment")
    await expect(console.locator(".found")).to_have_count(1)
    await expect(console.get_by_role("button", name="With: an attachment")).to_be_visible()
    await console.get_by_role("button", name="With: an attachment").click()
    await console.get_by_label("From this day on").fill("2050-01-01")
    await expect(console.get_by_text("Nothing found").last).to_be_visible()
    await expect(console.get_by_text("Try fewer words")).to_be_visible()


async def test_what_is_wrong_with_a_search_is_said(stage: Stage) -> None:
    console = await stage.console(stage.site.world.ana, "/console/found?q=before%3Atomorow")
    await expect(console.get_by_role("alert")).to_contain_text("“Before this day” needs a day")
    await expect(console.get_by_role("button", name="Try again")).to_have_count(0)
    await keep(console, "wrong")


async def test_keys_lead_to_the_search_and_through_what_it_found(stage: Stage) -> None:
    world = stage.site.world
    await history(world)
    console = await stage.console(world.ana, "/console/all/open")
    await expect(console.locator(".row").first).to_be_visible()
    await console.keyboard.press("g")
    await expect(console.get_by_role("searchbox")).to_be_focused()
    await console.keyboard.type("order")
    await console.keyboard.press("Enter")
    await expect(console.locator(".found")).to_have_count(3)
    await console.keyboard.type(" from:kati")
    await console.keyboard.press("Enter")
    await expect(console.get_by_role("button", name="From: kati")).to_be_visible()
    await expect(console.get_by_role("searchbox")).to_have_value("order")
    await console.go_back()
    await expect(console.locator(".found")).to_have_count(3)
    await console.locator(".hit").first.focus()
    await console.keyboard.press("ArrowDown")
    await expect(console.locator(".hit").nth(1)).to_be_focused()
    await console.keyboard.press("Control+k")
    await console.keyboard.type("rendelés")
    await console.get_by_role("option", name="Search everything for “rendelés”").click()
    await expect(console.locator(".found")).to_have_count(1)
    await expect(console.locator("mark")).to_have_text("rendelésem")


async def test_nobody_s_search_shows_what_they_may_not_see(stage: Stage) -> None:
    world = stage.site.world
    await history(world)
    console = await stage.console(world.eve, "/console/found?q=order")
    await expect(console.get_by_text("Nothing found").last).to_be_visible()
    assert "Weller" not in await console.content()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", DESK), ("es", "dark", PHONE), ("hi", "light", PHONE), ("hu", "dark", DESK)],
    ids=["en", "es", "hi", "hu"],
)
async def test_the_search_is_for_everybody(stage: Stage, language: str, scheme: str, width: dict[str, int]) -> None:
    world = stage.site.world
    await history(world)
    console = await stage.console(
        world.ana, "/console/found?q=-from%3Anobody+order", viewport=width, color_scheme=scheme
    )
    await console.evaluate(CHOOSE, language)
    await console.reload()
    await expect(console.locator("html")).to_have_attribute("lang", language)
    await expect(console.locator(".found")).to_have_count(3)
    await keep(console, f"{language}-closed")
    await console.locator(".filters .add").click()
    await expect(console.locator(".found-filters")).to_be_visible()
    assert await complaints(console) == []
    await keep(console, language)
    wide = await console.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
