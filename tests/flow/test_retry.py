"""What did not leave is sent again once, however many ask; what may have left only if somebody says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from esmero.contract.events import DESK, Actor, Person
from esmero.contract.facts import MessageFailed, ReplyReplaced, ReplyRetried
from esmero.contract.messages import Accepted, Failure, Returned
from esmero.contract.trouble import OutcomeUnknown, PermanentTrouble, Trouble
from esmero.desk import files, inboxes
from esmero.desk.agents import Agent
from esmero.flow import replacing
from esmero.flow.replacing import NotAgain
from esmero.flow.reply import CustomerBlocked
from esmero.flow.retry import InboxOff, PerhapsLeft
from esmero.flow.returned import TakeBack
from esmero.kit.errors import NotFound
from tests.flow.post import Post, PostOffice
from tests.world import open_world

pytestmark = pytest.mark.anyio

NOBODY = PermanentTrouble(Trouble(code="no-such-address", status="5.1.1", said="550 5.1.1 no", address="tom@x.example"))


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with open_world(tmp_path) as world:
        office = PostOffice(world, Post())
        yield office
        assert await office.differences() == []


async def tried(office: PostOffice, trouble: Exception = NOBODY, **more: Any) -> Accepted:
    """Let an answer be written, and not arrive."""
    heard = await office.letter("Where is my lamp?")
    queued = await office.answer(heard.conversation_id, "On its way.", **more)
    office.post.troubles = [trouble]
    await office.worker().round()
    return queued


async def again(office: PostOffice, queued: Accepted, *, by: Agent | None = None, unsure: bool = False) -> None:
    view = await office.world.view(by or office.world.ana)
    await office.desk.retry(queued.conversation_id, queued.seq, agent=view, unsure=unsure)


async def test_what_did_not_leave_leaves_at_the_next_attempt_under_the_same_key(office: PostOffice) -> None:
    queued = await tried(office)
    assert (await office.state(queued.conversation_id)).waiting_since is not None
    await again(office, queued)
    assert (await office.state(queued.conversation_id)).waiting_since is None, "it is on its way again"
    await office.worker().round()
    assert [one.key for one in office.post.sent] == [f"reply-{queued.event_id}"]
    assert (await office.types(queued.conversation_id))[-2:] == ["reply.retried", "message.sent"]


async def test_two_who_ask_at_once_make_one_attempt(office: PostOffice) -> None:
    queued = await tried(office)
    await asyncio.gather(again(office, queued), again(office, queued, by=office.world.bela), again(office, queued))
    assert (await office.types(queued.conversation_id)).count("reply.retried") == 1
    await asyncio.gather(office.worker("a").round(), office.worker("b").round())
    assert len(office.post.sent) == 1
    with pytest.raises(NotAgain):
        await again(office, queued)
    assert len(office.post.sent) == 1


async def test_what_fails_once_more_can_be_sent_once_more(office: PostOffice) -> None:
    queued = await tried(office)
    office.post.troubles = [NOBODY]
    await again(office, queued)
    await office.worker().round()
    last = (await office.events(queued.conversation_id))[-1]
    assert isinstance(last.fact, MessageFailed)
    await again(office, queued)
    await office.worker().round()
    assert len(office.post.sent) == 1


async def test_what_may_have_left_is_sent_again_only_by_who_says_so(office: PostOffice) -> None:
    queued = await tried(office, OutcomeUnknown())
    with pytest.raises(PerhapsLeft):
        await again(office, queued)
    await office.worker().round()
    assert office.post.sent == []
    await again(office, queued, unsure=True)
    await office.worker().round()
    assert len(office.post.sent) == 1


async def test_a_customer_who_wrote_meanwhile_waits_still(office: PostOffice) -> None:
    queued = await tried(office)
    await office.letter("Hello?", thread=queued.conversation_id)
    waiting = (await office.state(queued.conversation_id)).waiting_since
    await again(office, queued)
    assert (await office.state(queued.conversation_id)).waiting_since == waiting is not None


async def test_a_closed_conversation_stays_closed(office: PostOffice) -> None:
    queued = await tried(office)
    await office.desk.handle.close(queued.conversation_id, by=await office.world.view(office.world.ana))
    await again(office, queued)
    await office.worker().round()
    assert (await office.state(queued.conversation_id)).status == "closed"
    assert len(office.post.sent) == 1


async def test_who_does_not_see_it_sends_nothing_again(office: PostOffice) -> None:
    queued = await tried(office)
    with pytest.raises(NotFound):
        await again(office, queued, by=office.world.eve)
    assert "reply.retried" not in await office.types(queued.conversation_id)


async def test_nothing_is_sent_again_to_who_is_blocked(office: PostOffice) -> None:
    queued = await tried(office)
    customer = (await office.state(queued.conversation_id)).customer_id
    await office.desk.handle.block(customer, by=await office.world.view(office.world.chandra))
    with pytest.raises(CustomerBlocked):
        await again(office, queued)


async def test_a_removed_inbox_sends_nothing_until_the_conversation_is_in_another(office: PostOffice) -> None:
    queued = await tried(office)

    shop, at = office.world.shop.id, office.world.clock.now()
    await office.desk.database.write(lambda tx: inboxes.remove(tx, shop, by=DESK, at=at))
    with pytest.raises(InboxOff):
        await again(office, queued)
    assert "reply.retried" not in await office.types(queued.conversation_id)


async def test_a_flagged_address_is_tried_as_anybody_asks(office: PostOffice) -> None:
    heard = await office.letter("Where is my lamp?")
    await office.answer(heard.conversation_id, "On its way.")
    await office.worker().round()
    failure = Failure(address="tom@weller.example", code="no-such-address", permanent=True)
    inbox_id, number = office.world.shop.id, heard.conversation_id
    back = Returned(inbox_id=inbox_id, channel="post", key="b", failures=(failure,), thread=number)
    assert await TakeBack(office.desk.database, office.world.clock)(back)
    queued = await office.answer(number, "One thing more")
    office.post.troubles = [NOBODY]
    await office.worker().round()
    await again(office, queued)
    await office.worker().round()
    assert len(office.post.sent) == 2


async def test_what_was_taken_back_is_not_sent_again(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Hi")
    view = await office.world.view(office.world.ana)
    await office.desk.reply.recall(queued.conversation_id, queued.seq, agent=view)
    with pytest.raises(NotAgain):
        await again(office, queued)


async def test_a_forward_is_sent_again_and_not_to_the_customer(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.forward(heard.conversation_id)
    office.post.troubles = [NOBODY]
    await office.worker().round()
    await again(office, queued)
    await office.worker().round()
    assert [(one.forward, one.to) for one in office.post.sent] == [(True, "sales@lamps.example")]


async def test_a_corrected_reply_takes_the_place_of_the_one_that_failed(office: PostOffice) -> None:
    queued = await tried(office)
    right = Person("tom@right.example")
    fresh = await office.answer(queued.conversation_id, "On its way!", to=(right,), replaces=queued.event_id)
    replaced = ReplyReplaced(reply_seq=queued.seq, by_seq=fresh.seq)
    assert replaced in [event.fact for event in await office.events(queued.conversation_id)]
    await office.worker().round()
    assert [(one.to, one.text) for one in office.post.sent] == [("tom@right.example", "On its way!")]
    with pytest.raises(NotAgain):
        await again(office, queued)
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Twice", replaces=queued.event_id)
    assert len(office.post.sent) == 1, "what was refused left nothing behind"


async def test_what_is_on_its_way_again_is_not_replaced(office: PostOffice) -> None:
    queued = await tried(office)
    await again(office, queued)
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)
    await office.worker().round()
    assert [one.text for one in office.post.sent] == ["On its way."]


async def test_what_came_back_is_replaced_once_and_what_arrived_never(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Hi")
    await office.worker().round()
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)
    await bounced(office, queued, permanent=True)
    await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Twice", replaces=queued.event_id)


async def bounced(office: PostOffice, queued: Accepted, *, permanent: bool) -> None:
    failure = Failure(address="tom@weller.example", code="mailbox-full", permanent=permanent)
    back = Returned(
        inbox_id=office.world.shop.id,
        channel="post",
        key=f"bounce-{permanent}",
        failures=(failure,),
        thread=queued.conversation_id,
    )
    assert await TakeBack(office.desk.database, office.world.clock)(back)


async def test_what_is_only_late_is_not_replaced(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Hi")
    await office.worker().round()
    await bounced(office, queued, permanent=False)
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)
    await bounced(office, queued, permanent=True)
    await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)


async def test_what_was_replaced_long_ago_is_not_replaced_again(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "SLICE", 3)
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Hi")
    await office.worker().round()
    await bounced(office, queued, permanent=True)
    for number in range(4):
        await office.answer(queued.conversation_id, f"One more thing, {number}")
    await office.answer(queued.conversation_id, "Corrected", replaces=queued.event_id)
    with pytest.raises(NotAgain):
        await office.answer(queued.conversation_id, "Twice", replaces=queued.event_id)


async def test_a_reply_of_another_conversation_is_not_replaced(office: PostOffice) -> None:
    queued = await tried(office)
    other = await office.letter("Another matter", sender="zoe@weller.example")
    with pytest.raises(NotFound):
        await office.answer(other.conversation_id, "Hi", replaces=queued.event_id)
    with pytest.raises(NotFound):
        await office.answer(queued.conversation_id, "Hi", replaces=queued.event_id - 1)


async def test_a_colleague_who_corrects_it_has_its_files(office: PostOffice) -> None:
    owner, kind = f"agent:{office.world.ana.id}", "application/pdf"
    file = await office.desk.database.write(
        lambda tx: files.keep(
            tx, blob="a", name="a.pdf", kind=kind, size=3, sha256="a", owner=owner, inbox_id=None, at=1
        )
    )
    queued = await tried(office, file_ids=(file.id,))
    fresh = await office.answer(
        queued.conversation_id, "Corrected", file_ids=(file.id,), replaces=queued.event_id, by=office.world.bela
    )
    assert fresh.event.content is not None
    assert fresh.event.content.files == (file,)
    with pytest.raises(files.FileGone):
        await office.answer(queued.conversation_id, "Without", file_ids=(file.id,), by=office.world.bela)


async def test_the_log_tells_who_asked(office: PostOffice) -> None:
    queued = await tried(office)
    await again(office, queued, by=office.world.bela)
    last = (await office.events(queued.conversation_id))[-1]
    assert (last.fact, last.actor) == (ReplyRetried(reply_seq=queued.seq), Actor("agent", office.world.bela.id))
