"""An administrator sets up an e-mail inbox."""

from __future__ import annotations

import msgspec
import pytest
from playwright.async_api import Page, expect

from esmero.channels.email import oauth
from esmero.channels.email.discover import Candidate
from esmero.channels.email.imap.state import STATE, State
from esmero.channels.email.settings import Server
from esmero.desk import memory
from tests.browser.stage import Stage, complaints
from tests.channels.email.issuer import Issuer, issuing
from tests.channels.email.office import office

pytestmark = pytest.mark.anyio

PASSWORD = "quince tranquil lamp"
REFUSED = {"auth": "535 5.7.8 Wrong, said the porter"}


async def test_an_inbox_is_set_up_by_address_and_password(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with office(REFUSED) as post:
        _find(monkeypatch, Server(host="127.0.0.1", port=post.port, security="none"))
        page = await stage.console(stage.site.world.ilona, "/console/settings/inboxes")
        await _begin(page)
        await expect(page.get_by_text("Only one of the two servers was found.")).to_be_visible()
        await expect(page.get_by_role("button", name="Test")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("The server refuses the user name or the password.").last).to_be_visible()
        await expect(page.get_by_text("“5.7.8 Wrong, said the porter”").last).to_be_visible()
        await expect(page.get_by_text("The test found something wrong. You can save anyway.").last).to_be_visible()
        assert await complaints(page) == []
        post.turns.clear()
        await page.get_by_label("Password", exact=True).fill(PASSWORD)
        await expect(page.get_by_text("Something has changed since the test.")).to_be_visible()
        await page.get_by_role("button", name="Test").click()
        await expect(page.get_by_text("The test went well.").last).to_be_visible()
        await page.get_by_role("button", name="Add the inbox").click()
        await _look_at_it(stage, page)


async def _begin(page: Page) -> None:
    """By keyboard alone."""
    await page.get_by_role("link", name="Add an inbox").press("Enter")
    await page.get_by_role("link", name="E-mail").press("Enter")
    await expect(page.get_by_label("E-mail address")).to_be_focused()
    await page.keyboard.type("support")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("This does not look like an e-mail address.")).to_be_visible()
    await page.keyboard.type("@shop.example")
    await page.keyboard.press("Tab")
    await page.keyboard.type("not the password")
    await page.keyboard.press("Enter")


async def _look_at_it(stage: Stage, page: Page) -> None:
    """The password is nowhere to be seen, what was changed stays so, and trouble stands out, also in the list."""
    await expect(page.get_by_role("heading", name="support@shop.example")).to_be_visible()
    await expect(page.get_by_label("Change password")).to_have_attribute("placeholder", "One is kept")
    assert PASSWORD not in await page.content()
    await page.get_by_label("Signature of the inbox").fill("{agent}, {brand}")
    await page.get_by_label("Other addresses, one on a line").fill("Sales@shop.example")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Everything is saved.")).to_be_visible()
    await _be_refused(stage, int(page.url.rpartition("/")[2]))
    await page.reload()
    await expect(page.get_by_label("Signature of the inbox")).to_have_value("{agent}, {brand}")
    await expect(page.get_by_label("Other addresses, one on a line")).to_have_value("sales@shop.example")
    await expect(page.get_by_role("alert")).to_contain_text("Change the password or the user name below.")
    assert await complaints(page) == []
    await page.get_by_role("link", name="Inboxes").first.click()
    row = page.get_by_role("listitem").filter(has_text="support@shop.example")
    await expect(row.get_by_text("Needs you")).to_be_visible()
    assert await complaints(page) == []


async def _be_refused(stage: Stage, number: int) -> None:
    state = State(kind="refused", since=stage.site.world.clock.now(), code="sign_in_refused", words="Refused.")
    written = msgspec.json.encode(state).decode()
    await stage.site.world.desk.database.write(
        lambda tx: memory.remember(tx, inbox_id=number, name=STATE, value=written)
    )


def _find(monkeypatch: pytest.MonkeyPatch, send: Server) -> None:
    async def found(_address: str) -> list[Candidate]:
        return [Candidate(receive=Server(), send=send, source="srv", words="Its domain says so.")]

    monkeypatch.setattr("esmero.channels.email.discover.discover", found)


async def test_somebody_signs_in_at_google_and_the_desk_is_let_in(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with issuing(Issuer(rotates=True)) as issuer:
        monkeypatch.setitem(oauth.PROVIDERS, "google", issuer.provider)
        server = Server(host="imap.gmail.example", sign_in="google")
        _find(monkeypatch, server)
        page = await stage.console(stage.site.world.ilona, "/console/settings/inboxes")
        await page.get_by_role("link", name="Add an inbox").click()
        await page.get_by_role("link", name="E-mail").click()
        await page.get_by_label("E-mail address").fill("help@gmail.example")
        await page.get_by_role("button", name="Continue").click()
        await page.get_by_label("Client ID").fill("ours")
        await page.get_by_label("Client secret", exact=True).fill("a secret")
        await page.locator(".help summary").first.press("Enter")
        await expect(page.get_by_text(f"{stage.desk}/consent")).to_be_visible()
        await expect(page.get_by_text("https://mail.google.com/", exact=True)).to_be_visible()
        assert await complaints(page) == []
        issuer.error = "access_denied"
        await page.get_by_role("button", name="Sign in at Google").click()
        await expect(page.get_by_text("Nothing came back.").first).to_be_visible()
        issuer.error = ""
        await page.get_by_role("button", name="Sign in at Google").click()
        await expect(page.get_by_text("The desk has been let in.").first).to_be_visible()
        await expect(page.get_by_label("Refresh token", exact=True)).to_have_value("refresh-1")
        assert issuer.visits[-1]["login_hint"] == "help@gmail.example"
        assert len(page.context.pages) == 1
        assert await complaints(page) == []
