"""What a customer does besides writing, and what they come back to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.contract.messages import Sender
from esmero.desk import log
from esmero.desk.customers import rows as customers
from esmero.flow.attend import SNAPSHOT, Arrival
from esmero.flow.reply import MovedOn
from esmero.flow.threads import Blocked
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


async def come_back(world: World, address: str, *, after: int | None) -> Arrival:
    return await world.desk.attend.arrive(channel="chat", inbox_id=world.shop.id, address=address, after=after)


async def test_who_was_away_while_it_was_taken_up_again_and_went_on_for_long_begins_anew(world: World) -> None:
    ana = await world.view(world.ana)
    heard = await world.hear(world.tom, "Hello")
    await world.desk.handle.close(heard.conversation_id, by=ana)
    position = await world.desk.database.read(log.position)
    await world.desk.handle.reopen(heard.conversation_id, by=ana)
    for number in range(SNAPSHOT - 1):
        await world.hear(world.tom, f"line {number}")
    near = await come_back(world, world.tom.address, after=position)
    assert (near.far_behind, len(near.events)) == (False, SNAPSHOT)
    await world.hear(world.tom, "One more than is handed over")
    assert (await come_back(world, world.tom.address, after=position)).far_behind


async def test_of_who_is_blocked_neither_marks_nor_ways_to_answer_are_kept(world: World) -> None:
    heard = await world.hear(world.tom, "Something rude")
    said = await world.say(world.ana, heard.conversation_id, "Not like this")
    await world.desk.handle.block(heard.event.actor.id, by=await world.view(world.chandra))
    before = await world.desk.database.read(log.position)
    with pytest.raises(Blocked):
        await world.desk.attend.mark(heard.conversation_id, delivered=said.seq, read=said.seq)
    given = {"email": "tom@weller.example"}
    with pytest.raises(Blocked):
        await world.desk.attend.leave_contact(heard.conversation_id, "a-way-to-answer-1", given)
    assert await world.desk.database.read(log.position) == before


async def test_nobody_is_made_the_customer_whom_the_shop_has_named_otherwise(world: World) -> None:
    attend, shop = world.desk.attend, world.shop.id
    heard = await world.hear(world.tom, "Hello")
    first, second = [Sender(address=f"user:{number}", verified=True, name=f"Customer {number}") for number in (1, 2)]
    await attend.recognise(channel="chat", inbox_id=shop, anonymous=world.tom.address, sender=first)
    await attend.recognise(channel="chat", inbox_id=shop, anonymous=first.address, sender=second)
    customer = await world.desk.database.read(lambda session: customers.find(session, heard.event.actor.id))
    assert customer is not None
    assert (customer.name, customer.known) == ("Customer 1", True)
    assert (await come_back(world, second.address, after=None)).customer is None


async def test_a_way_to_answer_that_comes_again_is_one_though_the_conversation_was_moved(world: World) -> None:
    heard = await world.hear(world.tom, "Call me back")
    given = {"email": "tom@weller.example"}
    first = (await world.desk.attend.leave_contact(heard.conversation_id, "a-way-to-answer-1", given)).event
    await world.desk.handle.move(heard.conversation_id, world.trade.id, by=await world.view(world.ilona))
    again = await world.desk.attend.leave_contact(heard.conversation_id, "a-way-to-answer-1", given)
    assert (again.event, again.again) == (first, True)


async def test_what_was_over_before_its_customer_signed_in_is_neither_answered_nor_taken_up(world: World) -> None:
    ana = await world.view(world.ana)
    heard = await world.hear(world.tom, "Hello")
    await world.desk.handle.close(heard.conversation_id, by=ana)
    named = Sender(address="user:1", verified=True, name="Tom Weller")
    await world.desk.attend.recognise(channel="chat", inbox_id=world.shop.id, anonymous=world.tom.address, sender=named)
    assert (await come_back(world, named.address, after=None)).conversation is None
    with pytest.raises(MovedOn):
        await world.say(world.ana, heard.conversation_id, "Where nobody is")
    with pytest.raises(MovedOn):
        await world.desk.handle.reopen(heard.conversation_id, by=ana)
    await world.say(world.ana, heard.conversation_id, "For us alone", note=True)
