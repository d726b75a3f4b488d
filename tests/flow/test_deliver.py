"""Replies leave once, or it is said why not."""

from __future__ import annotations

import asyncio

import pytest

from esmero.contract.abilities import Abilities
from esmero.contract.facts import MessageDelayed, MessageFailed
from esmero.contract.messages import Outgoing, Sent
from esmero.contract.trouble import OutcomeUnknown, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.desk import log, outbox
from esmero.flow.deliver import BACK_OFF, LEASE, TIME_LIMIT
from esmero.kit.errors import Conflict, NotFound
from tests.flow.post import PostOffice

pytestmark = pytest.mark.anyio

PATIENCE_SECONDS = 20


async def test_a_reply_is_for_agents_eyes_until_it_has_left(office: PostOffice) -> None:
    heard = await office.letter("Where is my lamp?")
    await office.answer(heard.conversation_id, "On its way.")
    public = await _public(office, heard.conversation_id)
    assert "On its way." not in public
    assert await office.worker().round() == 1
    assert [one.text for one in office.post.sent] == ["On its way."]
    assert office.post.sent[0].to == "tom@weller.example"
    assert "On its way." in await _public(office, heard.conversation_id)
    assert await office.worker().round() == 0


async def test_what_one_customer_gets_leaves_in_the_order_in_which_it_was_written(office: PostOffice) -> None:
    first, other = await office.letter("Hello"), await office.letter("Hello", sender="zoe@weller.example")
    for number in range(5):
        await office.answer(first.conversation_id, f"{number}")
    await office.answer(other.conversation_id, "Yours")
    slow = office.post.send

    async def slowly(outgoing: Outgoing) -> Sent:
        await asyncio.sleep(0.05 if outgoing.text == "0" else 0)
        if outgoing.text == "2":
            office.world.clock.skip(LEASE - TIME_LIMIT + 1)  # the lease is too short now for those behind it
        return await slow(outgoing)

    office.post.send = slowly  # type: ignore[method-assign]
    worker = office.worker()
    await worker.round()
    texts = [one.text for one in office.post.sent]
    assert texts[0] == "Yours", "another customer's answer waits for nobody"
    assert texts[1:] == ["0", "1", "2"]
    await worker.round()
    assert [one.text for one in office.post.sent[1:]] == ["0", "1", "2", "3", "4"]


async def test_temporary_trouble_is_tried_again_after_a_pause(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    office.post.troubles = [TemporaryTrouble("server-away"), TemporaryTrouble("greylisted", wait=3_600_000)]
    worker = office.worker()
    assert await worker.round() == 1
    assert await worker.round() == 0
    office.world.clock.skip(BACK_OFF[0])
    assert await worker.round() == 1
    office.world.clock.skip(BACK_OFF[1])
    assert await worker.round() == 0, "the provider asked for an hour"
    office.world.clock.skip(3_600_000)
    assert await worker.round() == 1
    assert len(office.post.sent) == 1
    assert (await office.types(heard.conversation_id))[-1] == "message.sent"


async def test_why_it_is_late_is_told_with_the_time_of_the_next_attempt(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Good morning")
    office.post.troubles = [TemporaryTrouble("sign-in-refused", "535 no")]
    await office.worker().round()
    told = (await office.events(heard.conversation_id))[-1]
    until = office.world.clock.now() + BACK_OFF[0]
    assert told.fact == MessageDelayed(reply_seq=queued.seq, code="sign-in-refused", until=until)
    assert not told.public
    assert (await office.state(heard.conversation_id)).waiting_since is None, "it may arrive yet"


async def test_a_silent_server_holds_up_nobody_elses_answers(office: PostOffice) -> None:
    first, other = await office.letter("Hello"), await office.letter("Hello", sender="zoe@weller.example")
    silent, send = asyncio.Event(), office.post.send

    async def slowly(outgoing: Outgoing) -> Sent:
        if outgoing.text == "Slow":
            await silent.wait()
        return await send(outgoing)

    office.post.send = slowly  # type: ignore[method-assign]
    await office.answer(first.conversation_id, "Slow")
    worker = office.worker(quick_seconds=0.05)
    assert await worker.round() == 1
    await office.answer(other.conversation_id, "Quick")
    assert await worker.round() == 1
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await office.types(other.conversation_id))[-1] != "message.sent":
            await asyncio.sleep(0.01)
    assert [one.text for one in office.post.sent] == ["Quick"]
    silent.set()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await office.types(first.conversation_id))[-1] != "message.sent":
            await asyncio.sleep(0.01)
    await worker.close()


async def test_what_is_under_way_when_the_worker_ends_is_unknown(office: PostOffice) -> None:
    heard = await office.letter("Hello")

    async def never(_outgoing: Outgoing) -> Sent:
        await asyncio.Event().wait()
        raise AssertionError

    office.post.send = never  # type: ignore[method-assign, assignment]
    await office.answer(heard.conversation_id, "Good morning")
    worker = office.worker(quick_seconds=0.05)
    await worker.round()
    await worker.close()
    assert await worker.round() == 0
    office.world.clock.skip(LEASE)
    assert await office.worker("next").round() == 1
    assert (await office.types(heard.conversation_id))[-1] == "message.unknown"


async def test_trouble_without_end_is_told_at_last(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    office.post.troubles = [TemporaryTrouble("server-away", "421 never") for _ in range(50)]
    worker = office.worker()
    for _ in range(20):
        await worker.round()
        office.world.clock.skip(24 * 3_600_000)
    assert (await office.types(heard.conversation_id)).count("message.failed") == 1
    assert office.post.sent == []


async def test_permanent_trouble_is_told_with_the_providers_words(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Good morning")
    refused = Trouble(code="no-such-address", status="5.1.1", said="550 no", address="tom@weller.example", for_all=True)
    office.post.troubles = [PermanentTrouble(refused)]
    await office.worker().round()
    told = (await office.events(heard.conversation_id))[-1]
    assert told.fact == MessageFailed(
        reply_seq=queued.seq, code="no-such-address", status="5.1.1", for_all=True, permanent=True
    )
    assert told.content is not None, "whom it was about and what was said can be erased"
    assert told.content.fields == {"address": "tom@weller.example", "said": "550 no"}
    assert await office.worker().round() == 0


async def test_what_may_have_left_is_not_sent_again(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    office.post.troubles = [OutcomeUnknown()]
    await office.worker().round()
    assert (await office.types(heard.conversation_id))[-1] == "message.unknown"
    office.world.clock.skip(24 * 3_600_000)
    assert await office.worker().round() == 0


async def test_a_worker_that_dies_leaves_doubt_and_no_second_letter(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    await _die_holding(office)
    assert await office.worker("second").round() == 0, "the lease still runs"
    office.world.clock.skip(LEASE + 1)
    assert await office.worker("second").round() == 1
    assert office.post.sent == []
    assert (await office.types(heard.conversation_id))[-1] == "message.unknown"


async def test_a_provider_that_knows_our_keys_is_handed_it_again(office: PostOffice) -> None:
    office.post.abilities = Abilities(idempotent=True)
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    await _die_holding(office)
    office.world.clock.skip(LEASE + 1)
    assert await office.worker("second").round() == 1
    assert len(office.post.sent) == 1
    assert (await office.types(heard.conversation_id))[-1] == "message.sent"


async def test_two_workers_never_send_the_same_letter(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    for number in range(30):
        await office.answer(heard.conversation_id, f"letter {number}")
    first, second = office.worker("first"), office.worker("second")
    while sum(await asyncio.gather(first.round(), second.round())):
        pass
    texts = [one.text for one in office.post.sent]
    assert sorted(texts) == sorted({f"letter {number}" for number in range(30)})


async def test_recall_wins_until_a_worker_has_it(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Too hasty")
    ana = await office.world.view(office.world.ana)
    await office.desk.reply.recall(heard.conversation_id, queued.seq, agent=ana)
    assert await office.worker().round() == 0
    assert (await office.types(heard.conversation_id))[-1] == "reply.recalled"
    late = await office.answer(heard.conversation_id, "Too late")
    await _die_holding(office)
    with pytest.raises(Conflict):
        await office.desk.reply.recall(heard.conversation_id, late.seq, agent=ana)


async def test_eve_recalls_nothing(office: PostOffice) -> None:
    heard = await office.letter("Hello")
    queued = await office.answer(heard.conversation_id, "Mine")
    with pytest.raises(NotFound):
        await office.desk.reply.recall(
            heard.conversation_id, queued.seq, agent=await office.world.view(office.world.eve)
        )
    assert await office.worker().round() == 1


async def test_a_defect_in_a_channel_is_told_and_the_others_go_on(office: PostOffice) -> None:
    first, second = await office.letter("One"), await office.letter("Two", sender="marta@rios.example")
    await office.answer(first.conversation_id, "To Tom")
    await office.answer(second.conversation_id, "To Marta")
    office.post.troubles = [ZeroDivisionError("a defect")]
    await office.worker().round()
    last = {(await office.types(heard.conversation_id))[-1] for heard in (first, second)}
    assert last == {"message.failed", "message.sent"}
    assert len(office.post.sent) == 1


async def _die_holding(office: PostOffice) -> None:
    now = office.world.clock.now()
    taken = await office.desk.database.write(
        lambda tx: outbox.lease(tx, owner="dead", now=now, until=now + LEASE, limit=10)
    )
    assert taken


async def _public(office: PostOffice, conversation_id: int) -> list[str]:
    events = await office.desk.database.read(
        lambda session: log.stream_before(session, "conversation", conversation_id, None, limit=100, public=True)
    )
    return [event.content.text for event in events if event.content]


@pytest.mark.parametrize(
    "found", [Sent(provider_id="there"), None, RuntimeError("a defect")], ids=["left", "no", "broke"]
)
async def test_what_a_dead_worker_held_is_looked_for(found: Sent | Exception | None, office: PostOffice) -> None:
    heard = await office.letter("Hello")
    await office.answer(heard.conversation_id, "Good morning")
    office.post.found = found
    now = office.world.clock.now()
    await office.desk.database.write(lambda tx: outbox.lease(tx, owner="dead", now=now, until=now + LEASE, limit=10))
    office.world.clock.skip(LEASE)
    await office.worker().round()
    told = (await office.types(heard.conversation_id))[-1]
    assert told == ("message.sent" if isinstance(found, Sent) else "message.unknown")
    assert office.post.sent == []
