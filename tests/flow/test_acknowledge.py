"""A first message is acknowledged at once: once, by a person's message only, and within measure."""

from __future__ import annotations

from typing import Any

import pytest

from esmero.contract.facts import MessageFailed, MessageSent, ReplyQueued
from esmero.contract.messages import Sender
from esmero.contract.trouble import PermanentTrouble
from esmero.flow import acknowledge
from esmero.flow.acknowledge import PAUSE
from esmero.kit.clock import HOUR
from tests.flow.post import PostOffice

pytestmark = pytest.mark.anyio

ARRIVED = "Your letter has arrived."


async def acknowledged(office: PostOffice, conversation_id: int) -> bool:
    queued = [event.fact for event in await office.events(conversation_id) if isinstance(event.fact, ReplyQueued)]
    return any(fact.automatic for fact in queued)


async def first(office: PostOffice, text: str = "Where is my lamp?", **more: Any) -> int:
    return (await office.letter(text, acknowledgement=ARRIVED, **more)).conversation_id


async def test_a_first_message_is_acknowledged_and_still_waits_for_a_person(office: PostOffice) -> None:
    tom = Sender(address="tom@weller.example", name="Win at eve.example")
    number = await first(office, subject="My lamp", names=("one@weller.example",), sender=tom)
    before = await office.state(number)
    assert await office.worker().round() == 1
    (sent,) = office.post.sent
    assert (sent.to, sent.text, sent.automatic) == ("tom@weller.example", ARRIVED, True)
    assert sent.answers == ("one@weller.example",)
    # What came is not carried back to whoever was named as its sender, nor what they are said to be called.
    assert (sent.quoted, sent.to_name) == (None, "")
    after = await office.state(number)
    assert (after.status, after.waiting_since) == ("open", before.waiting_since)
    assert after.last_text == "Where is my lamp?"
    (told,) = [event.fact for event in await office.events(number) if isinstance(event.fact, MessageSent)]
    assert told.automatic
    assert told.agent_id is None
    assert await office.differences() == []


async def test_only_the_first_message_is(office: PostOffice) -> None:
    number = await first(office, names=("one@weller.example",))
    await first(office, "And my shade?", answers=("one@weller.example",))
    queued = [event for event in await office.events(number) if isinstance(event.fact, ReplyQueued)]
    assert len(queued) == 1


@pytest.mark.parametrize("kind", ["auto-reply", "bounce", "list", "receipt", "calendar"])
async def test_a_machine_never_is(office: PostOffice, kind: str) -> None:
    assert not await acknowledged(office, await first(office, kind=kind))


@pytest.mark.parametrize("more", [{"imported": True, "said_at": 1}, {"junk": True}, {"acknowledgement": ""}])
async def test_neither_history_nor_junk_nor_whom_the_channel_leaves_in_peace_is(
    office: PostOffice, more: dict[str, Any]
) -> None:
    accepted = await office.letter("Hello", **{"acknowledgement": ARRIVED} | more)
    assert not await acknowledged(office, accepted.conversation_id)


async def test_one_sender_hears_it_once_in_a_while(office: PostOffice) -> None:
    assert await acknowledged(office, await first(office, "One"))
    assert not await acknowledged(office, await first(office, "Two"))
    assert await acknowledged(office, await first(office, "Three", sender="eve@weller.example"))
    office.world.clock.skip(PAUSE)
    assert await acknowledged(office, await first(office, "Four"))


async def test_an_inbox_writes_only_so_many_in_an_hour(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acknowledge, "MOST_AN_HOUR", 3)
    heard = [await acknowledged(office, await first(office, sender=f"{number}@weller.example")) for number in range(5)]
    assert heard == [True, True, True, False, False]
    office.world.clock.skip(HOUR)
    assert await acknowledged(office, await first(office, sender="later@weller.example"))


async def test_that_it_could_not_leave_keeps_nobody_busy(office: PostOffice) -> None:
    number = await first(office)
    await office.desk.handle.close(number, by=await office.world.view(office.world.ana))
    office.post.troubles = [PermanentTrouble("no-such-address")]
    await office.worker().round()
    (failed,) = [event.fact for event in await office.events(number) if isinstance(event.fact, MessageFailed)]
    assert failed.automatic
    assert (await office.state(number)).status == "closed"
