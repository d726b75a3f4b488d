"""What an agent writes besides replies: a first mail, something forwarded, an answer to who answered that."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace
from playwright.async_api import Page, expect

from esmero.channels.email.settings import EmailSettings
from esmero.contract.events import DESK, Event
from esmero.contract.facts import ForwardQueued, ReplyQueued
from esmero.contract.messages import ForwardProof, Inbound, Sender
from esmero.desk import agents, inboxes, log
from esmero.desk.conversations import rows
from esmero.desk.inboxes import Inbox
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests.browser.stage import PHONE, Stage, complaints
from tests.browser.test_mail import LETTER, opened, put

pytestmark = pytest.mark.anyio

PATIENCE_SECONDS = 20
SETTINGS = EmailSettings(address="help@shop.example")


async def mailbox(stage: Stage) -> Inbox:
    """Open a mailbox that sends from two addresses."""
    world = stage.site.world
    inbox, settings = await world.mailbox(), written_settings(replace(SETTINGS, others=("sales@shop.example",)))

    def unit(tx: Transaction) -> Inbox:
        return inboxes.change(tx, inbox.id, settings=settings, by=DESK, at=world.clock.now())

    return await world.desk.database.write(unit)


async def events(stage: Stage, kind: type, count: int = 1) -> list[Event]:
    """Wait until there are so many events of a kind: what was just written is on screen before the desk has it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            found = await stage.site.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
            kept = [event for event in found if isinstance(event.fact, kind)]
            if len(kept) >= count:
                return kept
            await asyncio.sleep(0.02)


async def supplier_answers(stage: Stage, inbox: Inbox, forward: Event) -> None:
    """Let the answer to a forward come in, to the address that was made for it."""
    inbound = Inbound(
        inbox_id=inbox.id,
        channel="email",
        key="an-answer-of-the-supplier",
        sender=Sender(address="sales@lamps.example", name="Lamps Ltd"),
        text="We have two in red.\nThey would cost you 12 EUR each.",
        quoted="> Do you have one?",
        subject="Re: Fwd: My lamp",
        thread=forward.of,
        forward=ForwardProof(forward.of, forward.seq, by_address=True),
        markup="<p>We have <b>two</b> in red.</p>",
    )
    await stage.site.world.desk.services.intake(inbound)


async def forward(console: Page) -> None:
    """Let Ana forward Tom's letter to the supplier."""
    turn = console.locator(".turn", has_text="Where is my lamp?")
    await turn.get_by_role("button", name="Forward").press("Enter")
    await console.get_by_label("To", exact=True).fill("Lamps Ltd <sales@lamps.example>")
    await console.get_by_label("Your own words above it").fill("Do you have one?")


@pytest.mark.parametrize("how", [{}, {"viewport": PHONE, "color_scheme": "dark"}], ids=["desk", "phone in the dark"])
async def test_a_message_is_forwarded_and_what_comes_back_is_a_note(stage: Stage, how: dict[str, Any]) -> None:
    inbox = await mailbox(stage)
    await put(stage, inbox, LETTER)
    console = await opened(stage, **how)
    await forward(console)
    await expect(console.get_by_label("Subject")).to_have_value("Fwd: My lamp")
    await console.get_by_role("checkbox", name="dot.gif").uncheck()
    assert await complaints(console) == []
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(console.get_by_role("dialog")).to_have_count(0)
    sent = console.locator(".turn.note", has_text="Do you have one?")
    await expect(sent.locator("h2")).to_contain_text("Ana forwarded it to Lamps Ltd")
    (kept,) = await events(stage, ForwardQueued)
    assert kept.content is not None
    assert (kept.content.files, [one.address for one in kept.content.to]) == ((), ["sales@lamps.example"])
    await supplier_answers(stage, inbox, kept)
    note = console.locator(".turn.note", has_text="We have two in red.")
    await expect(note.locator("h2")).to_contain_text("Lamps Ltd answered, only for us")
    assert await complaints(console) == []
    await note.get_by_role("button", name="Reply to Lamps Ltd").press("Enter")
    await expect(console.get_by_label("To", exact=True)).to_have_value("Lamps Ltd <sales@lamps.example>")
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(console.get_by_text("Please fill this in.")).to_be_visible()
    await console.get_by_role("textbox", name="Message").fill("Both, please.")
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    answer = console.locator(".turn.note", has_text="Both, please.")
    await expect(answer.locator("h2")).to_contain_text("Ana answered Lamps Ltd")
    both = await events(stage, ForwardQueued, 2)
    assert [getattr(event.fact, "answers_seq", 0) is None for event in both] == [True, False]


async def test_what_comes_back_is_unread_for_whoever_looks_elsewhere(stage: Stage) -> None:
    inbox = await mailbox(stage)
    await put(stage, inbox, LETTER)
    console = await opened(stage)
    await forward(console)
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(console.get_by_role("dialog")).to_have_count(0)
    (kept,) = await events(stage, ForwardQueued)
    await console.goto(f"{stage.desk}/console/all/open")
    row = console.locator(".row", has_text="My lamp")
    await expect(row.locator("i.fresh")).to_have_count(0)
    await supplier_answers(stage, inbox, kept)
    await expect(row.locator("i.fresh")).to_have_count(1)
    await row.locator("a").click()
    await expect(row.locator("i.fresh")).to_have_count(0)


@pytest.mark.parametrize(
    ("how", "new"),
    [({}, "New message"), ({"viewport": PHONE, "color_scheme": "dark"}, "New message")],
    ids=["desk", "phone in the dark"],
)
async def test_an_agent_writes_first(stage: Stage, how: dict[str, Any], new: str) -> None:
    inbox = await mailbox(stage)
    console = await stage.console(stage.site.world.ana, "/console/all/open", **how)
    await console.get_by_role("button", name=new).locator("visible=true").first.click()
    await console.get_by_label("From").select_option("sales@shop.example · Mail")
    await console.get_by_label("To", exact=True).fill("tom at weller")
    await console.get_by_role("textbox", name="Message").fill("Your lamp is here.\n\n- red\n- with a shade")
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(console.get_by_text("“tom at weller” is not an e-mail address.")).to_be_visible()
    await console.get_by_label("To", exact=True).fill("Tom Weller <tom@weller.example>, zoe@weller.example")
    await console.get_by_role("button", name="Add Cc or Bcc").click()
    await console.get_by_label("Bcc").fill("boss@shop.example")
    await expect(console.get_by_text("They see each other: Tom Weller and zoe@weller.example.")).to_be_visible()
    await expect(console.get_by_text("Nobody else sees boss@shop.example.")).to_be_visible()
    await console.get_by_label("Subject").fill("Your lamp")
    assert await complaints(console) == []
    await console.keyboard.press("Escape")
    await console.get_by_role("button", name=new).locator("visible=true").first.click()
    await expect(console.get_by_label("Subject")).to_have_value("Your lamp")  # what was begun is there again
    await console.get_by_role("dialog").get_by_role("button", name="Send").click()
    await expect(console.locator(".turn", has_text="Your lamp is here.")).to_be_visible()
    await expect(console.get_by_role("heading", name="Your lamp")).to_be_visible()
    (kept,) = await events(stage, ReplyQueued)
    assert kept.content is not None
    assert getattr(kept.fact, "sender", "") == "sales@shop.example"
    assert kept.inbox_id == inbox.id
    assert [one.address for one in kept.content.to] == ["tom@weller.example", "zoe@weller.example"]
    assert await complaints(console) == []


async def test_a_customer_is_written_to_from_their_card_in_hungarian(stage: Stage) -> None:
    world = stage.site.world
    await mailbox(stage)
    talk = await world.hear(world.katalin, "Hol a lámpám?")

    def unit(tx: Transaction) -> int:
        agents.change(tx, world.ana.id, {"language": "hu"}, by=DESK, at=world.clock.now())
        state = rows.find(tx, talk.conversation_id)
        assert state is not None
        return state.customer_id

    number = await world.desk.database.write(unit)
    await world.desk.handle.edit_customer(number, {"email": "kata@nagy.example"}, by=await world.view(world.ana))
    console = await stage.console(world.ana, f"/console/all/open/{talk.conversation_id}", color_scheme="dark")
    await console.get_by_role("button", name="Írok neki").click()
    await expect(console.get_by_label("Címzett")).to_have_value("Nagy Katalin <kata@nagy.example>")
    await console.get_by_role("button", name="Másolat vagy titkos másolat hozzáadása").click()
    await console.get_by_role("textbox", name="Üzenet").fill("Megjött a lámpa.")
    assert await complaints(console) == []
    await console.get_by_role("dialog").get_by_role("button", name="Küldés").click()
    await expect(console.locator(".turn", has_text="Megjött a lámpa.")).to_be_visible()
    (kept,) = await events(stage, ReplyQueued)
    state = await world.desk.database.read(lambda session: rows.find(session, kept.of))
    assert state is not None
    assert (state.customer_id, state.channel) == (number, "email")


async def test_a_reply_leaves_from_the_address_that_was_chosen(stage: Stage) -> None:
    inbox = await mailbox(stage)
    await put(stage, inbox, LETTER)
    console = await opened(stage)
    await console.get_by_role("button", name="To Tom Weller").press("Enter")
    await console.get_by_label("From").select_option("sales@shop.example")
    await console.get_by_label("To", exact=True).fill("Tom Weller <tom@weller.example>, zoe@weller.example")
    words = "They see each other: Tom Weller, zoe@weller.example and Kata Weller."
    await expect(console.get_by_text(words)).to_be_visible()
    assert await complaints(console) == []
    await console.get_by_role("textbox", name="Reply").fill("Tomorrow.")
    await console.get_by_role("textbox", name="Reply").press("Enter")
    await expect(console.locator(".turn", has_text="Tomorrow.")).to_be_visible()
    (kept,) = await events(stage, ReplyQueued)
    assert getattr(kept.fact, "sender", "") == "sales@shop.example"
    await expect(console.get_by_text("From sales@shop.example")).to_have_count(0)  # the next one is the usual again
