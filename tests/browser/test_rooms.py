"""The console's outer rooms: the door, the settings, the pattern page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.browser.stage import PHONE, Stage, complaints
from tests.world import PASSWORD

pytestmark = pytest.mark.anyio

ROOMS = (
    "me",
    "notices",
    "sessions",
    "inboxes",
    "inboxes/1",
    "inboxes/new-email",
    "agents",
    "teams",
    "labels",
    "tokens",
)


async def test_who_signs_in_by_keyboard_comes_to_where_they_wanted(stage: Stage) -> None:
    page = await stage.page(await stage.person())
    await page.goto(stage.desk + "/console/settings/sessions")
    await expect(page.get_by_label("E-mail")).to_be_focused()
    await page.keyboard.type(stage.site.world.ana.email)
    await page.keyboard.press("Tab")
    await page.keyboard.type("not her password")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("The address or the password is wrong.")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Where you are signed in")).to_be_visible()


async def test_an_invitation_is_accepted_in_the_language_of_who_was_invited(stage: Stage) -> None:
    console = await stage.console(stage.site.world.ilona, "/console/settings/agents")
    link = stage.desk + urlsplit(await _invite(console, "zita@shop.example"))._replace(scheme="", netloc="").geturl()
    newcomer = await stage.page(await stage.person(locale="hu-HU"))
    await newcomer.goto(link)
    await newcomer.get_by_label("Név").fill("Szabó Zita")
    await newcomer.get_by_label("Új jelszó").fill("rövid")
    await newcomer.keyboard.press("Enter")
    await expect(newcomer.get_by_text("Ez túl rövid.")).to_be_visible()
    await expect(newcomer.get_by_label("Új jelszó")).to_be_focused()
    await newcomer.get_by_label("Új jelszó").fill("hosszabb és váratlanabb")
    await newcomer.keyboard.press("Enter")
    await expect(newcomer.get_by_role("heading", name="Senki sem vár rád")).to_be_visible()
    assert "#" not in newcomer.url
    await newcomer.goto(link)
    await expect(newcomer.get_by_role("heading", name="Ez a hivatkozás nem működik")).to_be_visible()


async def test_what_is_set_for_an_inbox_stays_set(stage: Stage) -> None:
    world = stage.site.world
    page = await stage.console(world.ilona, f"/console/settings/inboxes/{world.shop.id}")
    await expect(page.get_by_text(world.shop.key)).to_be_visible()
    await page.get_by_text("At certain hours").click()
    await page.get_by_role("button", name="Tuesday: add hours").click()
    await page.get_by_label("Tuesday, ends").fill("00:00")
    await page.get_by_label("Sites, one on a line").fill("shop.example")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Everything is saved.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_label("Tuesday, begins")).to_have_value("09:00")
    await expect(page.get_by_label("Tuesday, ends")).to_have_value("00:00")
    await expect(page.get_by_label("Sites, one on a line")).to_have_value("https://shop.example")


async def test_what_can_not_be_kept_is_said_where_it_stands(stage: Stage) -> None:
    world = stage.site.world
    page = await stage.console(world.ilona, f"/console/settings/inboxes/{world.shop.id}")
    await page.get_by_text("At certain hours").click()
    await page.get_by_role("button", name="Monday: add hours").click()
    await page.get_by_label("Monday, ends").fill("08:00")
    await expect(page.get_by_role("alert")).to_contain_text("Hours end after they begin.")
    await page.get_by_label("Monday, ends").fill("18:00")
    await page.get_by_label("Sites, one on a line").fill("ftp://shop.example")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_label("Sites, one on a line")).to_be_focused()
    await page.get_by_role("link", name="Teams").click()
    await expect(page.get_by_role("dialog", name="There are changes that are not saved.")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_label("Monday, ends")).to_have_value("18:00")
    await page.get_by_role("link", name="Teams").click()
    await page.get_by_role("button", name="Leave without saving").click()
    await expect(page.get_by_role("heading", name="Teams")).to_be_visible()


async def test_a_label_made_here_is_there_for_a_colleague_at_once(stage: Stage) -> None:
    colleague = await stage.console(stage.site.world.bela, "/console")
    await expect(colleague.get_by_role("heading", level=1).first).to_be_visible()
    page = await stage.console(stage.site.world.chandra, "/console/settings/labels")
    await page.get_by_role("button", name="New label").press("Enter")
    await page.keyboard.type("Refund")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("listitem").filter(has_text="Refund")).to_be_visible()
    await expect(page.get_by_role("button", name="New label")).to_be_focused()
    await expect(colleague.get_by_role("link", name="Refund")).to_be_visible()


async def test_a_secret_is_shown_once(stage: Stage) -> None:
    page = await stage.console(stage.site.world.ilona, "/console/settings/tokens")
    await page.get_by_role("button", name="New token").click()
    await page.get_by_label("Name").fill("Warehouse")
    await page.keyboard.press("Enter")
    shown = page.get_by_role("dialog").get_by_role("textbox")
    await expect(shown).to_contain_text("token_")
    secret = await shown.inner_text()
    await page.keyboard.press("Escape")
    await page.reload()
    await expect(page.get_by_text("Warehouse")).to_be_visible()
    assert secret not in await page.content()


async def test_signing_out_everywhere_else_shows_there_at_once(stage: Stage) -> None:
    elsewhere = await stage.console(stage.site.world.ana, "/console")
    await expect(elsewhere.get_by_role("heading", level=1).first).to_be_visible()
    page = await stage.console(stage.site.world.ana, "/console/settings/sessions")
    await page.get_by_role("button", name="Sign out everywhere else").click()
    await page.get_by_role("dialog").get_by_role("button", name="Sign out everywhere else").click()
    await expect(elsewhere.get_by_role("heading", name="Sign in")).to_be_visible()
    await expect(page.get_by_text("This browser")).to_be_visible()


async def test_who_may_not_enter_a_room_is_told_so(stage: Stage) -> None:
    for agent in (stage.site.world.ana, stage.site.world.eve):
        page = await stage.console(agent, "/console/settings/agents")
        await expect(page.get_by_role("heading", name="This is for administrators")).to_be_visible()
        await expect(page.get_by_role("navigation").get_by_role("link", name="Agents")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 1200), ("es", "dark", 1200), ("hu", "dark", 390), ("hi", "light", 390)],
)
async def test_the_rooms_are_for_everybody(stage: Stage, language: str, scheme: str, width: int) -> None:
    shape = PHONE if width < 500 else {"width": width, "height": 820}
    page = await stage.page(await stage.person(viewport=shape, locale=language, color_scheme=scheme))
    await page.goto(stage.desk + "/console")
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert await complaints(page) == []
    console = await stage.console(stage.site.world.ilona, "/console/settings", viewport=shape, color_scheme=scheme)
    await _speak(console, language)
    for room in ("", *(f"/{name}" for name in ROOMS)):
        await console.goto(f"{stage.desk}/console/settings{room}")
        await expect(console.get_by_role("heading", level=1)).to_be_visible()
        await expect(console.locator("[aria-busy=true]")).to_have_count(0)
        assert await complaints(console) == [], room
        assert await console.evaluate("document.documentElement.scrollWidth <= innerWidth"), room


async def test_the_hours_of_a_week_fit_a_phone(stage: Stage) -> None:
    world = stage.site.world
    path = f"/console/settings/inboxes/{world.shop.id}"
    page = await stage.console(world.ilona, path, viewport=PHONE, has_touch=True, is_mobile=True)
    await page.get_by_text("At certain hours").tap()
    await page.get_by_role("button", name="Wednesday: add hours").tap()
    await expect(page.get_by_label("Wednesday, ends")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert await complaints(page) == []


async def test_the_patterns_hold_together(stage: Stage) -> None:
    page = await stage.page(await stage.person())
    await page.goto(stage.desk + "/console/patterns")
    await expect(page.get_by_role("heading", name="Patterns")).to_be_visible()
    assert await complaints(page) == []
    menu = page.get_by_role("button", name="waiting")
    await menu.press("ArrowDown")
    await expect(page.get_by_role("menuitemradio", name="waiting")).to_be_focused()
    await page.keyboard.press("n")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="newest")).to_be_focused()
    dialog = page.locator(".pattern", has_text="Dialog").get_by_role("button", name="Sign out everywhere else")
    await dialog.press("Enter")
    assert await complaints(page) == []
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_focused()


async def _invite(page: Page, email: str) -> str:
    await page.get_by_role("button", name="Invite somebody").click()
    await page.get_by_label("E-mail").fill(email)
    await page.keyboard.press("Enter")
    return await page.locator("dialog code").filter(has_text="/console/join#").inner_text()


def _path(link: str) -> str:
    """The tests' line stands between the browser and the address that the desk knows of itself."""
    return urlsplit(link)._replace(scheme="", netloc="").geturl()


async def _speak(page: Page, language: str) -> None:
    answer: Any = await page.evaluate(
        """async (language) => {
          const { csrf } = await (await fetch('/api/v1/session')).json();
          const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
          return (await fetch('/api/v1/me', { method: 'PATCH', headers, body: JSON.stringify({ language }) })).status;
        }""",
        language,
    )
    assert answer == 200
