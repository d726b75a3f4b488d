"""What an agent reads of a message that did not arrive, and does about it."""

from __future__ import annotations

from typing import Any, cast

import pytest
from playwright.async_api import expect

from esmero.contract.events import DESK, Event
from esmero.contract.facts import ReplyRetried
from esmero.contract.messages import Failure, Returned
from esmero.contract.trouble import Code, OutcomeUnknown, PermanentTrouble, Trouble
from esmero.desk import agents, log
from esmero.flow.reply import Draft
from esmero.flow.returned import TakeBack
from tests.browser.stage import PHONE, Stage, complaints, picture
from tests.browser.test_mail import LETTER, opened, put

pytestmark = pytest.mark.anyio

FULL = Trouble(
    code="mailbox-full", status="5.2.2", said="552 5.2.2 Over quota", address="kata@weller.example", for_all=True
)

LOOKS: dict[str, dict[str, Any]] = {
    "en": {}, "es": {"viewport": PHONE}, "hu": {"viewport": PHONE}, "hi": {"color_scheme": "dark"}
}  # fmt: skip
LATER = Trouble(code=cast("Code", "of-a-later-release"), said="554 Of a later release")


async def written(stage: Stage, number: int, text: str) -> int:
    """Let Ana write, and return the event."""
    world = stage.site.world
    draft = Draft(conversation_id=number, client_id=f"id-of-{abs(hash(text))}", kind="reply", text=text)
    return (await world.desk.reply.send(draft, agent=await world.view(world.ana))).event_id


async def conversation(stage: Stage) -> int:
    await put(stage, await stage.site.world.mailbox(), LETTER)
    events = await all_of(stage)
    return events[-1].of if events[-1].stream == "conversation" else 1


async def all_of(stage: Stage) -> list[Event]:
    return await stage.site.world.desk.database.read(lambda session: log.after(session, 0, limit=200))


async def test_what_did_not_leave_says_why_and_is_sent_again_by_keyboard(
    stage: Stage, troubles: list[Exception]
) -> None:
    number = await conversation(stage)
    troubles.append(PermanentTrouble(FULL))
    await written(stage, number, "Tomorrow.")
    console = await opened(stage)
    turn = console.locator(".turn", has_text="Tomorrow.")
    await expect(turn).to_contain_text("Not delivered to kata@weller.example. The mailbox is full.")
    await expect(turn).to_contain_text("The others did not get it either.")
    await expect(turn.get_by_text("552 5.2.2 Over quota")).to_be_hidden()
    await turn.get_by_text("What the server says").press("Enter")
    await expect(turn.get_by_text("552 5.2.2 Over quota")).to_be_visible()
    assert await complaints(console) == []
    await picture(console)
    await turn.get_by_role("button", name="Send again").press("Enter")
    await expect(turn.get_by_role("button", name="Send again")).to_have_count(0)
    await expect(console.locator("[aria-live]", has_text="The message is on its way again.")).to_have_count(1)
    assert [event.fact.type for event in await all_of(stage)].count("reply.retried") == 1


async def test_a_press_while_the_network_is_cut_does_nothing_and_can_be_repeated(
    stage: Stage, troubles: list[Exception]
) -> None:
    number = await conversation(stage)
    troubles.append(PermanentTrouble(FULL))
    await written(stage, number, "Tomorrow.")
    console = await opened(stage)
    turn = console.locator(".turn", has_text="Tomorrow.")
    await console.route("**/again", lambda route: route.abort())
    await turn.get_by_role("button", name="Send again").click()
    await expect(console.locator(".toast")).to_be_visible()
    await console.unroute("**/again")
    await turn.get_by_role("button", name="Send again").click()
    await expect(turn.get_by_role("button", name="Send again")).to_have_count(0)
    await expect(turn.locator("h2")).to_contain_text("sent")


async def test_what_may_have_left_is_sent_again_after_a_question(stage: Stage, troubles: list[Exception]) -> None:
    number = await conversation(stage)
    troubles.append(OutcomeUnknown())
    await written(stage, number, "Tomorrow.")
    console = await opened(stage)
    turn = console.locator(".turn", has_text="Tomorrow.")
    await expect(turn).to_contain_text("It cannot be known whether this arrived. The mail server had all of it")
    await turn.get_by_role("button", name="Send again").press("Enter")
    asked = console.get_by_role("dialog", name="This may have arrived already")
    await expect(asked).to_contain_text("a second one arrives beside it")
    assert await complaints(console) == []
    await picture(console)
    await asked.get_by_role("button", name="Cancel").click()
    assert not any(isinstance(event.fact, ReplyRetried) for event in await all_of(stage))
    await turn.get_by_role("button", name="Send again").press("Enter")
    await asked.get_by_role("button", name="Send again").press("Enter")
    await expect(turn.get_by_role("button", name="Send again")).to_have_count(0)
    await expect(turn.locator("h2")).to_contain_text("sent")


async def test_a_wrong_address_is_corrected_in_place_of_what_failed(stage: Stage, troubles: list[Exception]) -> None:
    number = await conversation(stage)
    troubles.append(PermanentTrouble(FULL))
    await written(stage, number, "Tomorrow.")
    console = await opened(stage)
    failed = console.locator(".turn", has_text="Tomorrow.").first
    await failed.get_by_role("button", name="Edit and send").press("Enter")
    reply = console.get_by_role("textbox", name="Reply")
    await expect(reply).to_have_value("Tomorrow.")
    await expect(console.get_by_text("in place of the message that did not arrive")).to_be_visible()
    await expect(console.get_by_label("Cc", exact=True)).to_have_value("Kata Weller <kata@weller.example>")
    assert await complaints(console) == []
    await picture(console)
    await console.get_by_label("Cc", exact=True).fill("kata@right.example")
    await reply.fill("On Tuesday.")
    await reply.press("Enter")
    await expect(failed).to_contain_text("A corrected message was written in its place.")
    await expect(failed.get_by_role("button", name="Send again")).to_have_count(0)
    await expect(console.get_by_text("in place of the message that did not arrive")).to_have_count(0)
    await expect(console.locator(".turn", has_text="On Tuesday.").locator(".copies")).to_contain_text(
        "kata@right.example"
    )
    assert await complaints(console) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The mailbox is full."),
        ("es", "El buzón está lleno."),
        ("hu", "A postafiók megtelt."),
        ("hi", "मेलबॉक्स भर चुका है।"),
    ],
    ids=["en", "es", "hu", "hi"],
)
async def test_every_state_is_told_in_the_readers_language(
    stage: Stage, troubles: list[Exception], language: str, words: str
) -> None:
    world = stage.site.world
    number = await conversation(stage)
    codes: tuple[Code, ...] = ("mailbox-full", "no-such-address", "junk")
    for code in codes:
        troubles.append(PermanentTrouble(Trouble(code=code, status="5.0.0", said="554 5.0.0 Said in English")))
        await written(stage, number, f"About {code}.")
    troubles.append(OutcomeUnknown())
    await written(stage, number, "Who knows.")
    troubles.append(PermanentTrouble(LATER))
    await written(stage, number, "Of tomorrow.")
    at = world.clock.now()
    await world.desk.database.write(lambda tx: agents.change(tx, world.ana.id, {"language": language}, by=DESK, at=at))
    console = await stage.console(world.ana, f"/console/all/open/{number}", **LOOKS[language])
    await expect(console.locator(".talk")).to_contain_text(words)
    of_tomorrow = console.locator(".turn", has_text="Of tomorrow.")
    await expect(of_tomorrow.get_by_text("554 Of a later release")).to_be_visible()
    await picture(console)
    assert await complaints(console) == []
    failure = Failure(
        address="tom@weller.example", code="no-such-address", status="5.1.1", said="550 No", permanent=True
    )
    back = Returned(inbox_id=1, channel="email", key="b", thread=number, failures=(failure,))
    assert await TakeBack(world.desk.database, world.clock)(back)
    await picture(console, "back")
