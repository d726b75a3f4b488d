"""What agents do with a conversation, and what the customer's next message does to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from esmero.contract.events import DESK
from esmero.contract.facts import ConversationPended
from esmero.desk.access import AgentView
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation
from esmero.flow import handle as handling
from esmero.flow.due import Due, wake
from esmero.flow.once import IdReused
from esmero.flow.reply import Draft, MovedOn
from esmero.kit.clock import DAY, HOUR
from esmero.kit.errors import BadInput, Conflict, Forbidden, NewerMessage, NotFound
from esmero.store.session import Session, Transaction
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


async def state(world: World, number: int) -> Conversation:
    found = await world.desk.database.read(lambda session: rows.find(session, number))
    assert found is not None
    return found


async def test_a_snooze_ends_at_its_time_and_not_before(world: World) -> None:
    heard = await world.hear(world.tom, "Call me on Monday")
    ana = await world.view(world.ana)
    await world.desk.handle.snooze(heard.conversation_id, world.clock.now() + HOUR, by=ana)
    due = Due(world.desk.database, world.clock, {handling.SNOOZE: wake}, owner="test")
    assert await due.round() == 0
    world.clock.skip(HOUR)
    assert await due.round() == 1
    assert (await state(world, heard.conversation_id)).status == "open"
    assert await due.round() == 0


async def test_a_customers_message_ends_a_snooze_and_the_timer_then_does_nothing(world: World) -> None:
    heard = await world.hear(world.tom, "Later is fine")
    ana = await world.view(world.ana)
    await world.desk.handle.snooze(heard.conversation_id, world.clock.now() + HOUR, by=ana)
    await world.hear(world.tom, "No, now")
    assert (await state(world, heard.conversation_id)).status == "open"
    await world.desk.handle.close(heard.conversation_id, by=ana)
    world.clock.skip(HOUR)
    due = Due(world.desk.database, world.clock, {handling.SNOOZE: wake}, owner="test")
    assert await due.round() == 1
    assert (await state(world, heard.conversation_id)).status == "closed"


async def test_a_message_soon_after_closing_takes_the_matter_up_and_later_begins_another(world: World) -> None:
    heard = await world.hear(world.tom, "Hello")
    ana = await world.view(world.ana)
    await world.desk.handle.close(heard.conversation_id, by=ana)
    again = await world.hear(world.tom, "One more thing")
    assert again.conversation_id == heard.conversation_id
    await world.desk.handle.close(heard.conversation_id, by=ana)
    world.clock.skip(2 * DAY)
    later = await world.hear(world.tom, "Something else")
    assert later.conversation_id != heard.conversation_id


async def test_an_old_matter_is_not_reopened_beside_a_new_one(world: World) -> None:
    first = await world.hear(world.tom, "Hello")
    ana = await world.view(world.ana)
    await world.desk.handle.close(first.conversation_id, by=ana)
    world.clock.skip(2 * DAY)
    await world.hear(world.tom, "Something else")
    with pytest.raises(Conflict):
        await world.desk.handle.reopen(first.conversation_id, by=ana)


async def two_closed_of_which_the_older_was_reopened(world: World, *, by: AgentView) -> tuple[int, int]:
    """Let Tom have two conversations, close both and take the first up again."""
    desk = world.desk.handle
    first = await world.hear(world.tom, "Hello")
    await desk.close(first.conversation_id, by=by)
    world.clock.skip(2 * DAY)
    second = await world.hear(world.tom, "Something else")
    await desk.close(second.conversation_id, by=by)
    await desk.reopen(first.conversation_id, by=by)
    return first.conversation_id, second.conversation_id


async def test_a_customer_goes_on_in_the_one_that_is_open_though_a_newer_one_was_closed(world: World) -> None:
    first, _ = await two_closed_of_which_the_older_was_reopened(world, by=await world.view(world.ana))

    def threads(session: Session) -> list[Thread]:
        shop, who = world.shop.id, ("a key", world.tom.address)
        alone = rows.thread_of(session, inbox_id=shop, channel="chat", scope=shop, key=who[0], address=who[1])
        many = rows.threads_of(session, inbox_id=shop, channel="chat", scope=shop, asked=[who])
        return [alone, many[who]]

    for thread in await world.desk.database.read(threads):
        assert thread.conversation is not None
        assert thread.conversation.id == first
    assert (await world.hear(world.tom, "Still me")).conversation_id == first
    arrival = await world.desk.attend.arrive(
        channel="chat", inbox_id=world.shop.id, address=world.tom.address, after=None
    )
    assert arrival.conversation is not None
    assert arrival.conversation.id == first


async def test_of_two_closed_ones_the_last_closed_is_taken_up(world: World) -> None:
    ana = await world.view(world.ana)
    first, second = await two_closed_of_which_the_older_was_reopened(world, by=ana)
    world.clock.skip(HOUR)
    await world.desk.handle.close(first, by=ana)
    assert (await world.hear(world.tom, "One more thing")).conversation_id == first
    await world.desk.handle.close(first, by=ana)
    world.clock.skip(HOUR)
    await world.desk.handle.reopen(second, by=ana)
    await world.desk.handle.close(second, by=ana)
    assert (await world.hear(world.tom, "And another")).conversation_id == second


async def test_no_closed_matter_is_taken_up_in_any_way_beside_an_open_one(world: World) -> None:
    ana, desk = await world.view(world.ana), world.desk.handle
    first, second = await two_closed_of_which_the_older_was_reopened(world, by=ana)
    later = world.clock.now() + HOUR
    for number, other in ((second, first), (first, second)):
        for attempt in (
            desk.reopen(number, by=ana),
            desk.pend(number, by=ana),
            desk.snooze(number, later, by=ana),
        ):
            with pytest.raises(handling.OpenElsewhere) as refused:
                await attempt
            assert refused.value.facts == {"conversation": other}
        await desk.close(other, by=ana)
        await desk.reopen(number, by=ana)


async def test_a_closed_matter_that_is_put_aside_is_open_to_the_customer(world: World) -> None:
    ana, desk = await world.view(world.ana), world.desk.handle
    heard = await world.hear(world.tom, "Hello")
    for aside in ("pend", "snooze"):
        await desk.close(heard.conversation_id, by=ana)
        if aside == "pend":
            put = await desk.pend(heard.conversation_id, by=ana)
        else:
            put = await desk.snooze(heard.conversation_id, world.clock.now() + 30 * DAY, by=ana)
        assert put.closed_at is None
        world.clock.skip(2 * DAY)
        assert (await world.hear(world.tom, "Any news?")).conversation_id == heard.conversation_id


async def test_a_matter_that_was_put_aside_without_being_taken_up_is_open_too(world: World) -> None:
    """The logs of earlier releases have such ones."""
    heard = await world.hear(world.tom, "Hello")
    await world.desk.handle.close(heard.conversation_id, by=await world.view(world.ana))

    def put_aside(tx: Transaction) -> None:
        earlier = rows.find(tx, heard.conversation_id)
        assert earlier is not None
        change = Change(tx, earlier, at=world.clock.now())
        change.tell(ConversationPended(), actor=DESK)
        change.save()

    await world.desk.database.write(put_aside)
    world.clock.skip(2 * DAY)
    assert (await world.hear(world.tom, "Any news?")).conversation_id == heard.conversation_id


async def test_a_reply_that_the_customer_would_never_see_is_refused_and_a_note_is_not(world: World) -> None:
    ana = await world.view(world.ana)
    first, second = await two_closed_of_which_the_older_was_reopened(world, by=ana)
    await world.say(world.ana, first, "In the one that was reopened")
    with pytest.raises(MovedOn) as refused:
        await world.say(world.ana, second, "Where nobody is")
    assert refused.value.facts == {"conversation": first}
    await world.say(world.ana, second, "For us alone", note=True)
    await world.desk.handle.move(first, world.trade.id, by=await world.view(world.ilona))
    with pytest.raises(MovedOn) as refused:
        await world.say(world.ana, second, "Where nobody is")
    assert refused.value.facts == {}
    with pytest.raises(handling.OpenElsewhere) as kept_closed:
        await world.desk.handle.reopen(second, by=ana)
    assert kept_closed.value.facts == {}
    assert (await state(world, second)).agent_seq == 0


async def test_a_customer_who_has_written_again_is_not_put_away_unseen(world: World) -> None:
    ana, desk = await world.view(world.ana), world.desk.handle
    heard = await world.hear(world.tom, "Hello")
    seen = (await state(world, heard.conversation_id)).customer_seq
    await world.hear(world.tom, "And it burns")
    number, later = heard.conversation_id, world.clock.now() + HOUR
    for attempt in (
        desk.close(number, by=ana, seen=seen),
        desk.pend(number, by=ana, seen=seen),
        desk.snooze(number, later, by=ana, seen=seen),
        *(world.desk.reply.send(closing(number, kind, seen), agent=ana) for kind in ("note", "reply")),
    ):
        with pytest.raises(NewerMessage) as refused:
            await attempt
        assert refused.value.facts == {"seq": seen + 1}
    before = await state(world, number)
    assert (before.status, before.waiting_since, before.seq) == ("open", heard.at, seen + 1)
    await world.desk.reply.send(closing(number, "note", seen + 1), agent=ana)
    assert (await state(world, number)).status == "closed"
    assert (await desk.close(number, by=ana, seen=0)).status == "closed"


def closing(number: int, kind: Literal["reply", "note"], seen: int) -> Draft:
    """Make what is said together with closing."""
    return Draft(
        conversation_id=number, client_id=f"closing-{kind}-{seen}-{number}", kind=kind, text="So", seen=seen, close=True
    )


@pytest.mark.parametrize("difference", ["kind", "conversation"])
async def test_one_id_is_not_two_messages(world: World, difference: str) -> None:
    ana = await world.view(world.ana)
    heard, other = await world.hear(world.tom, "Hello"), await world.hear(world.marta, "Hola")
    note = Draft(conversation_id=heard.conversation_id, client_id="the-same-id-twice", kind="note", text="Look")
    kept = await world.desk.reply.send(note, agent=ana)
    assert await world.desk.reply.send(note, agent=ana) == replace(kept, again=True)
    second = (
        replace(note, kind="reply") if difference == "kind" else replace(note, conversation_id=other.conversation_id)
    )
    with pytest.raises(IdReused) as refused:
        await world.desk.reply.send(second, agent=ana)
    assert (refused.value.code, refused.value.status, refused.value.retry) == ("key_reused", 409, False)


async def test_waiting_counts_from_the_first_unanswered_message(world: World) -> None:
    first = await world.hear(world.tom, "Hello")
    await world.hear(world.tom, "Anybody?")
    assert (await state(world, first.conversation_id)).waiting_since == first.at
    await world.say(world.ana, first.conversation_id, "A note is no answer", note=True)
    assert (await state(world, first.conversation_id)).waiting_since == first.at
    await world.say(world.ana, first.conversation_id, "Good morning")
    assert (await state(world, first.conversation_id)).waiting_since is None


async def test_the_first_to_answer_takes_it(world: World) -> None:
    heard = await world.hear(world.tom, "Hello")
    await world.say(world.bela, heard.conversation_id, "Good morning")
    await world.say(world.ana, heard.conversation_id, "And from me")
    assert (await state(world, heard.conversation_id)).assignee_id == world.bela.id


async def test_only_who_sees_the_inbox_can_be_given_a_conversation(world: World) -> None:
    heard = await world.hear(world.tom, "Hello")
    ana = await world.view(world.ana)
    with pytest.raises(BadInput):
        await world.desk.handle.assign(heard.conversation_id, world.eve.id, None, by=ana)
    given = await world.desk.handle.assign(heard.conversation_id, world.bela.id, world.support.id, by=ana)
    assert (given.assignee_id, given.team_id) == (world.bela.id, world.support.id)


async def test_doing_what_is_done_writes_nothing(world: World) -> None:
    heard = await world.hear(world.tom, "Hello")
    ana = await world.view(world.ana)
    closed = await world.desk.handle.close(heard.conversation_id, by=ana)
    assert (await world.desk.handle.close(heard.conversation_id, by=ana)).seq == closed.seq


async def test_eve_does_nothing_to_what_she_may_not_see(world: World) -> None:
    heard = await world.hear(world.tom, "Hello")
    eve, desk, number = await world.view(world.eve), world.desk.handle, heard.conversation_id
    for attempt in (
        desk.close(number, by=eve),
        desk.pend(number, by=eve),
        desk.reopen(number, by=eve),
        desk.snooze(number, world.clock.now() + HOUR, by=eve),
        desk.assign(number, world.eve.id, None, by=eve),
        desk.move(number, world.trade.id, by=eve),
        desk.label(number, [], [], by=eve),
        desk.prioritise(number, "high", by=eve),
        desk.retitle(number, "Mine", by=eve),
        desk.read(number, 1, by=eve),
        desk.unread(number, by=eve),
        desk.edit_customer(heard.event.actor.id, {"name": "Hacked"}, by=eve),
    ):
        with pytest.raises(NotFound):
            await attempt
    with pytest.raises(Forbidden):
        await desk.block(heard.event.actor.id, by=eve)


async def test_blocking_needs_the_permission(world: World) -> None:
    heard = await world.hear(world.tom, "Rude words")
    with pytest.raises(Forbidden):
        await world.desk.handle.block(heard.event.actor.id, by=await world.view(world.ana))
    await world.desk.handle.block(heard.event.actor.id, by=await world.view(world.chandra))
    with pytest.raises(Exception, match="ended by the other side"):
        await world.hear(world.tom, "Still here")
    await world.desk.handle.unblock(heard.event.actor.id, by=await world.view(world.chandra))
    assert (await world.hear(world.tom, "Sorry")).conversation_id == heard.conversation_id
