"""Several people at once: two agents, two visitors, and what each of them may see of the others."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import Stage
from tests.browser.test_chat import PNG
from tests.browser.test_desk import row, turn

pytestmark = pytest.mark.anyio


async def test_two_agents_and_two_visitors_each_have_their_own_talk(stage: Stage) -> None:
    world = stage.site.world
    ana = await stage.console(world.ana, "/console/all/open")
    bela = await stage.console(world.bela, "/console/all/open")
    marta, tom = await stage.shop(language="es"), await stage.shop()
    await marta.open()
    await tom.open()
    await marta.say("¿Dónde está mi lámpara?")
    await tom.say("My lamp came in two halves")
    await answer(ana, "¿Dónde está mi lámpara?", "Sale hoy de nuestra casa")
    await answer(bela, "My lamp came in two halves", "We send you another one")
    await expect(marta.words("Sale hoy de nuestra casa")).to_be_visible()
    await expect(tom.words("We send you another one")).to_be_visible()
    await expect(row(ana, "We send you another one")).to_be_visible()
    await expect(row(bela, "Sale hoy de nuestra casa")).to_be_visible()
    assert "halves" not in await marta.widget.locator("body").inner_text()
    assert "lámpara" not in await tom.widget.locator("body").inner_text()
    await expect(marta.widget.get_by_role("heading", level=1)).to_contain_text("Ana")
    await expect(tom.widget.get_by_role("heading", level=1)).to_contain_text("Béla")


async def test_a_colleague_sees_an_answer_and_a_note_as_they_are_written(stage: Stage) -> None:
    world = stage.site.world
    talk = await world.hear(world.marta, "Hola")
    ana = await stage.console(world.ana, f"/console/all/open/{talk.conversation_id}")
    bela = await stage.console(world.bela, f"/console/all/open/{talk.conversation_id}")
    await expect(turn(bela, "Hola")).to_be_visible()
    await expect(ana.get_by_role("status").filter(has_text="Béla is here too")).to_be_attached()
    await answer(ana, "Hola", "Buenos días")
    await expect(turn(bela, "Buenos días")).to_contain_text("Ana")
    await bela.get_by_role("tab", name="Note").click()
    await bela.get_by_role("textbox", name="Note").fill("She called yesterday")
    await bela.keyboard.press("Enter")
    await expect(turn(ana, "She called yesterday")).to_contain_text("Béla")
    await bela.goto(stage.desk + "/console/mine/open")
    await expect(ana.get_by_text("Béla is here too")).to_have_count(0)


async def test_each_side_sees_that_the_other_writes(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Hello")
    ana = await stage.console(stage.site.world.ana, "/console/all/open")
    await row(ana, "Hello").locator("a").click()
    await shop.box.press_sequentially("There is")
    await expect(ana.locator(".writes")).to_contain_text("is writing")
    await ana.get_by_role("textbox", name="Reply").press_sequentially("I look")
    await expect(shop.widget.get_by_text("Ana is writing")).to_be_attached()
    await ana.get_by_role("tab", name="Note").click()
    await expect(shop.widget.get_by_text("Ana is writing")).to_have_count(0, timeout=10_000)
    await ana.get_by_role("textbox", name="Note").press_sequentially("Only for us")
    await ana.wait_for_timeout(400)
    await expect(shop.widget.get_by_text("Ana is writing")).to_have_count(0)


async def test_a_file_of_ours_reaches_the_customer(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("How do I put it up?")
    ana = await stage.console(stage.site.world.ana, "/console/all/open")
    await row(ana, "How do I put it up?").locator("a").click()
    manual = {"name": "Felrakás – használati útmutató.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}
    picture = {"name": "lamp.png", "mimeType": "image/png", "buffer": PNG}
    await ana.locator(".write input[type=file]").set_input_files([manual, picture])  # type: ignore[arg-type]
    await answer(ana, "How do I put it up?", "So")
    await expect(shop.widget.get_by_role("log").get_by_text("Felrakás – használati útmutató.pdf")).to_be_visible()
    await expect(shop.widget.get_by_role("log").get_by_role("img", name="lamp.png")).to_be_visible()
    async with shop.page.expect_download() as fetched:
        await shop.widget.get_by_role("log").get_by_text("útmutató.pdf").click()
    assert (await fetched.value).suggested_filename == manual["name"]


async def test_a_reload_while_a_reply_waits_sends_it_once(stage: Stage) -> None:
    shop = await stage.shop()
    await shop.open()
    await shop.say("Hello")
    ana = await stage.console(stage.site.world.ana, "/console/all/open")
    await row(ana, "Hello").locator("a").click()
    await expect(turn(ana, "Hello")).to_be_visible()
    stage.line.cut()
    await ana.get_by_role("textbox", name="Reply").fill("Written in the dark")
    await ana.keyboard.press("Enter")
    await expect(turn(ana, "Written in the dark")).to_be_visible()
    stage.line.mend()
    await ana.reload()
    await expect(turn(ana, "Written in the dark")).to_contain_text("read", timeout=20_000)
    await expect(shop.words("Written in the dark")).to_be_visible(timeout=20_000)
    await expect(turn(ana, "Written in the dark")).to_have_count(1)
    await expect(shop.widget.get_by_text("Written in the dark", exact=True)).to_have_count(1)
    assert (await stage.said_in(1)) == ["Hello", "Written in the dark"]


async def answer(console: Page, words: str, reply: str) -> None:
    """Open the conversation in which these words stand, and answer there."""
    await row(console, words).locator("a").click()
    await expect(turn(console, words)).to_be_visible()
    await console.get_by_role("textbox", name="Reply").fill(reply)
    await console.keyboard.press("Enter")
    await expect(turn(console, reply).last).to_be_visible()
