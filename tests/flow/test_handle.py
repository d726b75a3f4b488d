"""What agents do with a conversation, and what the customer's next message does to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.flow import handle as handling
from esmero.flow.due import Due, wake
from esmero.kit.clock import DAY, HOUR
from esmero.kit.errors import BadInput, Conflict, Forbidden, NotFound
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
        desk.edit_customer(heard.customer_id, {"name": "Hacked"}, by=eve),
    ):
        with pytest.raises(NotFound):
            await attempt
    with pytest.raises(Forbidden):
        await desk.block(heard.customer_id, by=eve)


async def test_blocking_needs_the_permission(world: World) -> None:
    heard = await world.hear(world.tom, "Rude words")
    with pytest.raises(Forbidden):
        await world.desk.handle.block(heard.customer_id, by=await world.view(world.ana))
    await world.desk.handle.block(heard.customer_id, by=await world.view(world.chandra))
    with pytest.raises(Exception, match="ended by the other side"):
        await world.hear(world.tom, "Still here")
    await world.desk.handle.unblock(heard.customer_id, by=await world.view(world.chandra))
    assert (await world.hear(world.tom, "Sorry")).conversation_id == heard.conversation_id
