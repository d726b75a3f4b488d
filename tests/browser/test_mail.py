"""What an agent meets in a conversation of e-mail: letters, who gets them, and what lies beside them."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Page, expect

from esmero.channels.email.deposit import Envelope
from esmero.contract.facts import ReplyQueued
from esmero.contract.messages import Failure, Returned
from esmero.desk import log
from esmero.desk.inboxes import Inbox
from esmero.flow.returned import TakeBack
from tests.browser.stage import PHONE, Stage, complaints

pytestmark = pytest.mark.anyio

LETTER = """From: Tom Weller <tom@weller.example>
To: help@shop.example
Cc: Kata Weller <kata@weller.example>
Subject: My lamp
Message-ID: <1@weller.example>
Date: Fri, 30 Oct 2026 12:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; boundary="a"

--a
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Where is my lamp?

On Thu, 29 Oct 2026 at 10:00, Shop <help@shop.example> wrote:
> It leaves tomorrow.
--b
Content-Type: text/html; charset=utf-8

<p style="color: #a01010">Where is <b>my lamp</b>?</p><script>parent.document.title = 'taken'</script>
<p><a href="https://weller.example/lamp">The lamp</a> <img src="https://tracker.example/1.gif" width="40"></p>
<blockquote type="cite">It leaves tomorrow.</blockquote><img src="cid:dot@weller.example" alt="A dot">
--b--
--a
Content-Type: image/gif; name="dot.gif"
Content-ID: <dot@weller.example>
Content-Transfer-Encoding: base64

R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
--a--
"""
ABSENT = """From: Kata Weller <kata@weller.example>
To: help@shop.example
Subject: Re: My lamp
Message-ID: <2@weller.example>
In-Reply-To: <1@weller.example>
Auto-Submitted: auto-replied
Date: Fri, 30 Oct 2026 12:01:00 +0000

I am away until Monday.
"""


async def put(stage: Stage, inbox: Inbox, raw: str) -> None:
    world = stage.site.world
    assert await world.desk.mail.receive(inbox.id, raw.replace("\n", "\r\n").encode(), Envelope(way="smtp")) == "kept"


async def opened(stage: Stage, **how: Any) -> Page:
    """Let Ana open the conversation of the lamp."""
    console = await stage.console(stage.site.world.ana, "/console/all/open", **how)
    await console.locator(".row", has_text="My lamp").locator("a").click()
    await expect(console.locator(".turn", has_text="Where is my lamp?")).to_be_visible()
    return console


async def test_a_mail_is_read_as_words_and_shown_as_it_was_designed_without_running_anything(stage: Stage) -> None:
    inbox = await stage.site.world.mailbox()
    await put(stage, inbox, LETTER)
    await put(stage, inbox, ABSENT)
    console = await opened(stage)
    letter = console.locator(".turn", has_text="Where is my lamp?")
    await expect(letter.locator(".copies")).to_have_text("Cc Kata Weller")
    await expect(console.locator(".turn", has_text="I am away").locator("h2")).to_contain_text("Kata Weller")
    await expect(console.locator(".turn", has_text="I am away").locator("h2")).to_contain_text("Automatic reply")
    await expect(console.get_by_text("It leaves tomorrow.")).to_have_count(0)
    await letter.get_by_role("button", name="What Tom Weller quotes").press("Enter")
    await expect(letter.locator("blockquote")).to_contain_text("It leaves tomorrow.")
    await letter.get_by_role("button", name="Show as it was designed").press("Enter")
    page = letter.frame_locator("iframe")
    await expect(page.get_by_text("my lamp", exact=True)).to_be_visible()
    await expect(page.locator("p").first).to_have_css("color", "rgb(160, 16, 16)")
    await expect(letter).to_contain_text("Pictures from elsewhere are not loaded: one.")
    link = page.get_by_role("link", name="The lamp")
    assert [await link.get_attribute(name) for name in ("target", "rel")] == ["_blank", "noopener noreferrer nofollow"]
    await expect(page.get_by_alt_text("A dot")).to_have_js_property("naturalWidth", 1)
    frame = letter.locator("iframe")
    await expect(frame).to_have_attribute("sandbox", "allow-popups allow-popups-to-escape-sandbox")
    assert "taken" not in await console.title()
    assert await complaints(console) == []


@pytest.mark.usefixtures("troubles")
async def test_a_reply_goes_to_whom_the_agent_names(stage: Stage) -> None:
    world = stage.site.world
    inbox = await world.mailbox()
    await put(stage, inbox, LETTER)
    console = await opened(stage)
    who = console.get_by_role("button", name="To Tom Weller")
    await expect(who).to_have_text("To Tom WellerCc Kata Weller")
    await who.press("Enter")
    await console.get_by_label("Bcc").fill("archive.shop.example")
    await console.get_by_role("textbox", name="Reply").fill("Tomorrow.")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(console.get_by_text("“archive.shop.example” is not an e-mail address.")).to_be_visible()
    assert await complaints(console) == []
    await console.get_by_label("Bcc").fill("archive@shop.example")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    sent = console.locator(".turn", has_text="Tomorrow.")
    await expect(sent.locator(".copies")).to_have_text("Cc Kata WellerBcc archive@shop.example")
    events = await world.desk.database.read(lambda session: log.after(session, 0, limit=100))
    (queued,) = [event for event in events if isinstance(event.fact, ReplyQueued)]
    assert queued.content is not None
    assert [one.address for one in queued.content.cc] == ["kata@weller.example"]
    failure = Failure(address="kata@weller.example", code="no-such-address", said="550 No such user", permanent=True)
    returned = Returned(inbox_id=inbox.id, channel="email", key="bounce-1", thread=queued.of, failures=(failure,))
    await expect(sent.locator("h2")).to_contain_text("sent")
    await TakeBack(world.desk.database, world.clock)(returned)
    await expect(sent).to_contain_text("Did not reach kata@weller.example. There is nobody at this address.")
    assert await complaints(console) == []


async def test_junk_goes_to_its_folder_and_comes_back_and_a_source_is_opened_with_a_reason(stage: Stage) -> None:
    world = stage.site.world
    await put(stage, await world.mailbox(), LETTER)
    console = await stage.console(world.chandra, "/console/all/open", viewport=PHONE, color_scheme="dark")
    row = console.locator(".row", has_text="My lamp")
    await row.locator("a").click()
    await console.locator(".turn .rare").dispatch_event("click")
    await console.get_by_label("Why").fill("Tom asks for the headers")
    assert await complaints(console) == []
    async with console.expect_download() as saved:
        await console.get_by_role("button", name="Download").click()
    assert (await (await saved.value).path()).read_bytes() == LETTER.replace("\n", "\r\n").encode()
    await expect(console.get_by_text("Chandra opened the source: “Tom asks for the headers”")).to_be_visible()
    await console.get_by_role("button", name="More").click()
    await console.get_by_role("menuitem", name="Junk", exact=True).click()
    await expect(row).to_have_count(0)
    await console.goto(f"{stage.desk}/console/junk/closed")
    await row.locator("a").click()
    assert await complaints(console) == []
    await console.get_by_role("button", name="More").click()
    await console.get_by_role("menuitem", name="Not junk").click()
    await expect(console.get_by_text("Chandra: this is not junk")).to_be_visible()
