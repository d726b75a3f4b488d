"""A customer's mailbox in a real browser, beside the desk."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import FrameLocator, Page, expect

from tests.browser.stage import DESK, PHONE, complaints, picture
from tests.demo.visiting import LONG, Visit, desk, mailbox

pytestmark = pytest.mark.anyio
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
Place = Page | FrameLocator


async def write(place: Place, subject: str, text: str) -> None:
    await place.get_by_role("button", name="Write").click()
    await place.get_by_label("Subject").fill(subject)
    await place.get_by_label("Text").fill(text)
    await place.get_by_role("button", name="Send").click()
    await expect(place.locator(".letter").first).to_contain_text(text)


async def test_a_letter_is_answered_at_the_desk_and_the_answer_comes_into_its_thread(visit: Visit) -> None:
    page = await visit.open()
    await page.locator("#shop").get_by_role("button", name="The mailbox").click()
    box = mailbox(page)
    await write(box, "Is the Comet quiet?", "Does the Comet hum when it is dimmed?")
    await desk(page).get_by_role("button", name="Show the lists").click()
    await desk(page).get_by_role("link", name=re.compile("^Unassigned")).click()
    await desk(page).get_by_text("Is the Comet quiet?").first.click()
    reply = desk(page).get_by_role("textbox", name="Reply")
    await reply.fill("Not a sound, we listened.")
    await reply.press("Enter")
    # It comes by itself, into the thread that is open.
    answer = box.locator(".letter").last.frame_locator("iframe")
    await expect(answer.get_by_text("Not a sound, we listened.")).to_be_visible(timeout=LONG)
    await expect(answer.locator("blockquote")).to_contain_text("Does the Comet hum")
    await expect(box.locator(".line", has_text="Is the Comet quiet?")).to_have_count(1)
    await box.get_by_role("button", name="Reply", exact=True).click()
    text = box.get_by_label("Text")
    await expect(text).to_have_value(re.compile("Ana at Farol .* wrote:\n> Not a sound", re.DOTALL))
    await text.press_sequentially("Then I take two.")
    await box.get_by_role("button", name="Send").click()
    turn = desk(page).locator(".turn", has_text="Then I take two.")
    await expect(turn).to_be_visible(timeout=LONG)
    await expect(turn).not_to_contain_text("Not a sound")  # what is quoted is folded
    await expect(desk(page).locator(".talk-head")).to_contain_text("Is the Comet quiet?")


async def test_the_director_lets_a_letter_come_and_shows_it_on_both_sides(visit: Visit) -> None:
    page = await visit.open(locale="es-ES")
    await page.get_by_role("button", name="Un cliente escribe un correo").click()
    await page.get_by_role("button", name="Verlo en el correo").click()
    line = mailbox(page).locator(".line", has_text="La lámpara llegó rota")
    await line.click()
    await expect(mailbox(page).get_by_role("link", name="lamp.png")).to_be_visible()
    await page.get_by_role("button", name="Verlo en la consola").click()
    await expect(desk(page).get_by_role("heading", name="La lámpara llegó rota")).to_be_visible(timeout=LONG)


async def test_what_comes_while_the_shop_is_looked_at_is_counted_beside_the_mailbox(visit: Visit) -> None:
    page = await visit.open(locale="hu-HU")
    await page.locator("#shop").get_by_role("button", name="A postafiók").click()
    await expect(mailbox(page).locator(".line").first).to_be_visible()
    await page.locator("#mailbox").get_by_role("button", name="A bolt").click()
    await page.get_by_role("button", name="Két gép találkozik").click()
    await expect(page.locator("#shop .unread")).to_have_text(re.compile("[12]"), timeout=LONG)
    await page.get_by_role("button", name="Megnézem a pultnál").click()
    await expect(desk(page).get_by_text("Automatikus válasz").first).to_be_visible(timeout=LONG)


async def test_a_file_is_attached_taken_out_and_sent(visit: Visit) -> None:
    page = await visit.open("/demo/mailbox?language=en")
    await page.get_by_role("button", name="Write").click()
    files = [{"name": name, "mimeType": "image/png", "buffer": PNG} for name in ("wrong.png", "right.png")]
    await page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Take out wrong.png").click()
    await page.get_by_label("Subject").fill("The photo")
    await page.get_by_label("Text").fill("Here it is.")
    assert await complaints(page) == []
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("link", name="right.png")).to_be_visible()
    await expect(page.get_by_text("wrong.png")).to_have_count(0)
    async with page.expect_download() as fetched:
        await page.get_by_role("link", name="right.png").click()
    assert (await (await fetched.value).path()).read_bytes() == PNG


async def test_what_cant_be_sent_is_said_and_kept(visit: Visit) -> None:
    page = await visit.open("/demo/mailbox?language=en")
    await page.get_by_role("button", name="Write").click()
    await page.get_by_label("To", exact=True).fill("nobody")
    await page.get_by_label("Text").fill("Hello?")
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("alert")).to_contain_text("no mail address")
    await expect(page.get_by_label("Text")).to_have_value("Hello?")
    assert await complaints(page) == []
    await page.get_by_label("To", exact=True).fill("help@farol.example")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".letter").first).to_contain_text("Hello?")
    await expect(page.get_by_role("alert")).to_have_count(0)


async def test_everybody_in_copy_gets_an_answer_to_all(visit: Visit) -> None:
    page = await visit.open("/demo/mailbox?language=en")
    await page.get_by_role("button", name="Write").click()
    await page.get_by_label("Cc").fill("Marta <marta.rios@correo.example>")
    await page.get_by_label("Subject").fill("For both of us")
    await page.get_by_label("Text").fill("See below.")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".letter").first).to_contain_text("See below.")
    await page.get_by_label("Whose mailbox").select_option("es")
    await page.locator(".line", has_text="For both of us").click()
    await page.get_by_role("button", name="Reply to all").click()
    await expect(page.get_by_label("To", exact=True)).to_have_value("Tom Weller <tom@weller.example>")
    await expect(page.get_by_label("Cc")).to_have_value("Farol <help@farol.example>")


async def test_a_designed_letter_runs_nothing_and_its_links_open_in_a_tab_of_their_own(visit: Visit) -> None:
    page = await visit.open("/demo/mailbox?language=hu")
    await page.locator(".line").last.click()
    frame = page.locator(".letter iframe").last
    await expect(frame).to_have_attribute("sandbox", re.compile("^(?!.*allow-scripts).*allow-popups-to-escape-sandbox"))
    page_of_it = await frame.get_attribute("srcdoc")
    assert page_of_it is not None
    assert "default-src 'none'" in page_of_it
    height = await frame.evaluate("(one) => one.contentDocument.documentElement.scrollHeight - one.clientHeight")
    assert height <= 0, "a letter is shown as high as it is"


@pytest.mark.parametrize("locale", ["en-GB", "es-ES", "hi-IN", "hu-HU"])
@pytest.mark.parametrize(
    ("size", "theme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk in the light", "phone in the dark"]
)
async def test_axe_finds_nothing_in_a_mailbox(visit: Visit, locale: str, size: dict[str, int], theme: str) -> None:
    page = await visit.open(f"/demo/mailbox?language={locale[:2]}", viewport=size, color_scheme=theme, locale=locale)
    await page.locator(".line").last.click()
    await expect(page.locator(".letter").last).to_be_visible()
    assert await complaints(page) == []
    await page.locator(".letter-head").nth(1).click()
    await page.locator("#reply").click()
    await expect(page.locator("textarea")).to_be_focused()
    assert await complaints(page) == []
    assert "demo-" not in await page.locator(".mail").inner_text()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if size == PHONE:
        await page.locator(".back").click()
        await expect(page.locator(".line").last).to_be_visible()
        await expect(page.locator(".sheet")).to_be_hidden()
        await picture(page, "list")
    assert await complaints(page) == []


async def test_a_mailbox_is_walked_by_keyboard(visit: Visit) -> None:
    page = await visit.open("/demo/mailbox?language=en")
    await page.locator(".line").last.press("Enter")
    await expect(page.get_by_role("heading", level=2)).to_be_focused()
    await page.get_by_role("button", name="Reply", exact=True).press("Enter")
    await expect(page.get_by_label("Text")).to_be_focused()
    await page.keyboard.type("By keyboard. ")
    await expect(page.get_by_label("Text")).to_have_value(re.compile("^By keyboard. \n\nOn "))
    await page.get_by_role("button", name="Discard").press("Enter")
    await expect(page.locator("form")).to_have_count(0)


async def test_a_mail_becomes_live_chat_in_one_click(visit: Visit) -> None:
    page = await visit.open(locale="hi-IN")
    await page.locator("#shop").get_by_role("button", name="मेलबॉक्स").click()
    box = mailbox(page)
    await box.locator("#write").click()
    await box.get_by_label("विषय").fill("तार कितना लंबा है?")
    await box.get_by_label("पाठ").fill("नमस्ते, पेबल का तार कितना लंबा है?")
    await box.get_by_role("button", name="भेजें").click()
    link = box.locator(".letter").last.frame_locator("iframe").locator("a[href*='/c#']").first
    await expect(link).to_be_visible(timeout=LONG)
    async with page.expect_popup() as opened:
        await link.click()
    live = await opened.value
    await expect(live.get_by_text("पेबल का तार कितना लंबा है?").first).to_be_visible(timeout=LONG)
    await live.locator("textarea").fill("और क्या वह काले रंग में भी है?")
    await live.locator("textarea").press("Enter")
    await desk(page).get_by_role("button", name="सूचियाँ दिखाएँ").click()
    await desk(page).get_by_role("link", name=re.compile("^बिना सौंपी")).click()
    await desk(page).get_by_text("तार कितना लंबा है?").first.click()
    await expect(desk(page).locator(".turn", has_text="और क्या वह काले रंग में भी है?")).to_be_visible(timeout=LONG)
    reply = desk(page).locator("#writing textarea")
    await reply.fill("दो मीटर, और हाँ, काले में भी।")
    await reply.press("Enter")
    await expect(live.get_by_text("दो मीटर, और हाँ, काले में भी।").first).to_be_visible(timeout=LONG)
