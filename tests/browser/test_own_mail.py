"""The desk's own mail, the list of senders, and pictures that lie elsewhere, as people meet them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.async_api import Page, Route, expect

from esmero.channels.email.settings import EmailSettings, Server
from esmero.contract.events import DESK
from esmero.desk import inboxes, senders
from esmero.web.api.inboxes import written_settings
from tests.browser.stage import PHONE, Stage, complaints
from tests.browser.test_mail import LETTER, opened, put
from tests.channels.email.office import Office, office
from tests.channels.email.pictures import PNG, gallery

pytestmark = pytest.mark.anyio

DARK: dict[str, Any] = {"color_scheme": "dark"}


async def set_up(page: Page, post: Office) -> None:
    await page.get_by_label("How it leaves").select_option("server")
    await page.get_by_label("Name that stands beside the address").fill("Farol")
    await page.get_by_label("Address", exact=True).fill("desk@shop.example")
    await page.get_by_label("Server", exact=True).fill("127.0.0.1")
    await page.get_by_label("Encryption").select_option("none")
    await page.get_by_label("Port").fill(str(post.port))
    await page.get_by_label("Signs in").select_option("none")


async def test_an_administrator_gives_the_desk_a_sender_and_invites_by_mail(stage: Stage) -> None:
    async with office({"mail": "550 5.7.1 Not from there"}) as post:
        page = await stage.console(stage.site.world.ilona, "/console/settings/sender")
        await expect(page.get_by_role("heading", name="The desk's mail")).to_be_visible()
        await set_up(page, post)
        await page.get_by_role("button", name="Send a mail to me").click()
        await expect(page.get_by_text("Not from there")).to_be_visible()
        assert await complaints(page) == []
        post.turns.clear()
        await page.get_by_role("button", name="Send a mail to me").click()
        await expect(page.get_by_text("The mail to ilona@desk.example is on its way.")).to_be_visible()
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_text("Everything is saved.")).to_be_visible()
        await page.get_by_role("link", name="Agents").click()
        await page.get_by_role("button", name="Invite somebody").click()
        await page.get_by_label("E-mail").fill("dora@desk.example")
        await page.get_by_role("button", name=re.compile("^Make|^Invite")).last.click()
        await expect(page.get_by_text("This link is on its way to the person by mail.")).to_be_visible()
        await page.get_by_role("button", name="Done").click()
        await page.get_by_role("link", name="The desk's mail").click()
        await expect(page.get_by_role("listitem").filter(has_text="dora@desk.example")).to_contain_text("Invitation")
        assert await complaints(page) == []
    assert post.mails[0].recipients == ["ilona@desk.example"]


async def test_a_mailbox_that_is_the_only_one_is_chosen_and_what_is_missing_is_named(stage: Stage) -> None:
    world = stage.site.world
    inbox = await world.mailbox()
    able = written_settings(EmailSettings(address="help@shop.example", send=Server(host="smtp.shop.example", port=587)))
    at = world.clock.now()
    await world.desk.database.write(lambda tx: inboxes.change(tx, inbox.id, settings=able, by=DESK, at=at))
    page = await stage.console(world.ilona, "/console/settings/sender")
    way = page.get_by_label("How it leaves")
    await way.select_option("server")
    await page.get_by_role("button", name="Send a mail to me").click()
    await expect(page.get_by_role("alert")).to_have_text("This does not look like an e-mail address.")
    await way.select_option("inbox")
    await expect(page.get_by_label("Inbox", exact=True)).to_have_value(str(inbox.id))
    await page.get_by_label("Inbox", exact=True).select_option("")
    await page.get_by_role("button", name="Send a mail to me").click()
    await expect(page.get_by_role("alert")).to_have_text("Choose an inbox")


async def test_a_desk_that_does_not_know_its_address_says_where_links_lead(stage: Stage) -> None:
    world = stage.site.world
    inbox = await world.mailbox()
    page = await stage.console(world.ilona, f"/console/settings/inboxes/{inbox.id}")
    await expect(page.get_by_text("It carries no link to the conversation's page yet")).to_be_visible()
    await expect(page.get_by_text("gets a short answer.")).to_be_visible()
    assert await complaints(page) == []
    await page.goto(stage.desk + "/console/settings/sender")
    await page.get_by_label("How it leaves").select_option("server")
    await expect(page.get_by_text("Links in these mails lead to this machine")).to_be_visible()
    assert await complaints(page) == []
    await page.route("**/api/v1/session", _as_one_that_knows_it)
    await page.goto(f"{stage.desk}/console/settings/inboxes/{inbox.id}")
    await expect(page.get_by_text("with a link to a page of the conversation.")).to_be_visible()
    await expect(page.get_by_text("It carries no link")).to_have_count(0)


async def _as_one_that_knows_it(route: Route) -> None:
    answer = await route.fetch()
    await route.fulfill(response=answer, json=await answer.json() | {"links": True})


async def test_who_forgot_their_password_asks_for_a_link_at_the_door(stage: Stage) -> None:
    async with office() as post:
        ilona = await stage.console(stage.site.world.ilona, "/console/settings/sender")
        await set_up(ilona, post)
        await ilona.get_by_role("button", name="Save").click()
        await expect(ilona.get_by_text("Everything is saved.")).to_be_visible()
        page = await stage.page(await stage.person())
        await page.goto(stage.desk + "/console")
        await page.get_by_role("link", name="Forgotten your password?").press("Enter")
        await expect(page.get_by_role("heading", name="A new password")).to_be_visible()
        await page.get_by_role("button", name="Send the link").click()
        await expect(page.get_by_text("This does not look like an e-mail address.")).to_be_visible()
        await page.get_by_label("E-mail").fill("ana@desk.example")
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("If ana@desk.example has an account here")).to_be_visible()
        assert await complaints(page) == []
        await page.get_by_role("link", name=re.compile("sign", re.IGNORECASE)).click()
        await expect(page.get_by_label("Password", exact=True)).to_be_visible()


async def test_a_supervisor_lists_a_sender_from_a_conversation_and_takes_them_off(stage: Stage) -> None:
    world = stage.site.world
    await put(stage, await world.mailbox(), LETTER)
    console = await stage.console(world.chandra, "/console/all/open")
    await console.locator(".row", has_text="My lamp").locator("a").click()
    await console.get_by_role("button", name="More", exact=True).last.click()
    await console.get_by_role("menuitem", name="Always junk from weller.example").click()
    await expect(console.get_by_text("Listed. You can change that in the settings,").last).to_be_visible()
    await expect(console.get_by_role("button", name="Not junk").first).to_be_visible()
    listed = await world.desk.database.read(senders.everyone)
    assert [(one.name, one.verdict) for one in listed] == [("@weller.example", "block")]
    await console.goto(stage.desk + "/console/settings/senders")
    row = console.get_by_role("listitem").filter(has=console.get_by_text("@weller.example", exact=True))
    await expect(row).to_contain_text("Always junk")
    await console.get_by_role("button", name="List a sender").click()
    await console.get_by_label("Address or domain").fill("nobody")
    await console.get_by_role("button", name="Save").click()
    await expect(console.get_by_text("Write an address such as")).to_be_visible()
    await console.get_by_label("Address or domain").fill("friend@weller.example")
    await console.get_by_label("Their mail is").select_option("allow")
    assert await complaints(console) == []
    await console.get_by_role("button", name="Save").click()
    await expect(console.get_by_role("listitem").filter(has_text="friend@weller.example")).to_contain_text("Never junk")
    assert await complaints(console) == []
    await row.get_by_role("button", name="Remove @weller.example").click()
    await console.get_by_role("button", name="Remove", exact=True).last.click()
    await expect(row).to_have_count(0)


async def test_an_agent_reads_why_a_mail_lies_in_the_junk(stage: Stage) -> None:
    world = stage.site.world
    inbox = await world.mailbox()
    chandra = await world.view(world.chandra)
    at = world.clock.now()
    await world.desk.database.write(lambda tx: senders.put(tx, "@weller.example", "block", by=chandra.actor, at=at))
    await put(stage, inbox, LETTER)
    console = await stage.console(world.ana, "/console/junk")
    await console.locator(".row", has_text="My lamp").locator("a").click()
    await expect(console.get_by_text("Put into junk by the list: @weller.example")).to_be_visible()


async def test_pictures_from_elsewhere_are_shown_when_somebody_asks(stage: Stage) -> None:
    world = stage.site.world
    world.desk.pictures._private = True  # the server of this test lies on this machine
    async with gallery() as there:
        await put(stage, await world.mailbox(), LETTER.replace("https://tracker.example/1.gif", there.url("/1.gif")))
        console = await opened(stage)
        letter = console.locator(".turn", has_text="Where is my lamp?")
        await letter.get_by_role("button", name="Show as it was designed").press("Enter")
        await expect(letter).to_contain_text("Pictures from elsewhere are not loaded: one.")
        assert there.asked == []
        await letter.get_by_role("button", name="Always for this customer").press("Enter")
        await expect(letter).to_contain_text("always shown for this customer. One picture could not be had.")
        await letter.get_by_role("button", name="Hide them again").press("Enter")
        world.desk.pictures._kept.clear()
        there.answers["/1.gif"] = (200, "", PNG)
        await letter.get_by_role("button", name="Show pictures").press("Enter")
        await expect(letter).to_contain_text("Pictures from elsewhere are shown.")
        shown = letter.frame_locator("iframe").locator("img").first
        await expect(shown).to_have_js_property("naturalWidth", 2)
        assert (await shown.get_attribute("src") or "").startswith("data:image/png")
        assert await complaints(console) == []
        await console.reload()
        await letter.get_by_role("button", name="Show as it was designed").press("Enter")
        await expect(letter).to_contain_text("Pictures from elsewhere are shown.")
        await letter.get_by_role("button", name="Hide them again").press("Enter")
        await expect(letter).to_contain_text("Pictures from elsewhere are not loaded: one.")


@pytest.mark.parametrize(
    "how", [{}, DARK, {"viewport": PHONE}, {"viewport": PHONE, "language": "hu"}], ids=["light", "dark", "phone", "hu"]
)
async def test_the_rooms_fit_everybodys_screen(how: dict[str, Any], stage: Stage) -> None:
    world = stage.site.world
    how = dict(how)
    language = how.pop("language", "en")
    inbox = await world.mailbox()
    chandra = await world.view(world.chandra)
    at = world.clock.now()

    def unit(tx: Any) -> None:
        senders.put(tx, "@a-very-long-name-of-a-firm-that-sends-newsletters.example", "block", by=chandra.actor, at=at)
        senders.put(tx, "friend@shop.example", "allow", inbox_id=inbox.id, by=chandra.actor, at=at)

    await world.desk.database.write(unit)
    page = await stage.console(world.ilona, "/console/settings/me", **how)
    if language != "en":
        await world.desk.database.write(lambda tx: _speak(tx, world.ilona.id, language, at))
    for room in ("sender", "senders"):
        await page.goto(f"{stage.desk}/console/settings/{room}")
        await expect(page.locator(".sheet").first).to_be_visible()
        if room == "sender":
            await page.locator("select").first.select_option("server")
        width = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert width <= 0
        assert await complaints(page) == []


def _speak(tx: Any, agent_id: int, language: str, at: int) -> None:
    from esmero.contract.events import DESK
    from esmero.desk import agents

    agents.change(tx, agent_id, {"language": language}, by=DESK, at=at)
