"""Conversations and customers are what their events add up to, whatever was done and in whatever order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, update

from esmero.contract.facts import FACTS
from esmero.contract.messages import Sender
from esmero.desk import labels, log, rebuild
from esmero.desk.access import AgentView
from esmero.desk.rebuild import Difference
from esmero.desk.search import check
from esmero.kit.clock import HOUR
from esmero.kit.errors import EsmeroError
from esmero.store.schema import conversation
from esmero.store.statement import Statement
from tests.both import another_place
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

Step = Callable[[World, int, AgentView], Awaitable[object]]


async def _hear(world: World, _number: int, _by: AgentView) -> object:
    return await world.hear(world.marta, "¿Sigue ahí?")


async def _contact(world: World, number: int, _by: AgentView) -> object:
    given = {"email": "marta@rios.example", "phone": "", "name": "Marta"}
    return await world.desk.attend.leave_contact(number, f"contact-{world.clock.now()}", given)


async def _mark(world: World, number: int, _by: AgentView) -> object:
    await world.desk.attend.mark(number, delivered=10**6, read=0)
    await world.desk.attend.mark(number, delivered=0, read=10**6)
    return None


async def _recognise(world: World, _number: int, _by: AgentView) -> object:
    await world.desk.attend.recognise(
        channel="chat",
        inbox_id=world.shop.id,
        anonymous=world.marta.address,
        sender=Sender(address="user:4711", verified=True, name="Marta Ríos", email="marta@rios.example"),
    )
    return None


STEPS: dict[str, Step] = {
    "hear": _hear,
    "reply": lambda world, number, _by: world.say(world.ana, number, "Un momento, por favor."),
    "note": lambda world, number, _by: world.say(world.bela, number, "She has waited long.", note=True),
    "assign": lambda world, number, by: world.desk.handle.assign(number, world.bela.id, world.support.id, by=by),
    "unassign": lambda world, number, by: world.desk.handle.assign(number, None, None, by=by),
    "pend": lambda world, number, by: world.desk.handle.pend(number, by=by),
    "snooze": lambda world, number, by: world.desk.handle.snooze(number, world.clock.now() + HOUR, by=by),
    "close": lambda world, number, by: world.desk.handle.close(number, by=by),
    "reopen": lambda world, number, by: world.desk.handle.reopen(number, by=by),
    "junk": lambda world, number, by: world.desk.handle.junk(number, by=by),
    "clear": lambda world, number, by: world.desk.handle.clear(number, by=by),
    "move": lambda world, number, by: world.desk.handle.move(number, world.trade.id, by=by),
    "label": lambda world, number, by: world.desk.handle.label(number, [1, 2], [], by=by),
    "unlabel": lambda world, number, by: world.desk.handle.label(number, [], [1], by=by),
    "urgent": lambda world, number, by: world.desk.handle.prioritise(number, "urgent", by=by),
    "title": lambda world, number, by: world.desk.handle.retitle(number, "Reembolso", by=by),
    "read": lambda world, number, by: world.desk.handle.read(number, 10**6, by=by),
    "edit": lambda world, _number, by: world.desk.handle.edit_customer(1, {"name": "Marta", "phone": ""}, by=by),
    "block": lambda world, _number, by: world.desk.handle.block(1, by=by),
    "unblock": lambda world, _number, by: world.desk.handle.unblock(1, by=by),
    "contact": _contact,
    "mark": _mark,
    "recognise": _recognise,
}


async def run(folder: Path, steps: list[str]) -> tuple[list[Difference], set[str]]:
    """Do what is asked, as far as it is allowed; return differences and the types of events that came of it."""
    async with open_world(folder) as world:
        by = await world.view(world.ilona)
        await world.desk.database.write(
            lambda tx: [labels.make(tx, name=name, tint="red", by=by.actor, at=world.clock.now()) for name in "ab"]
        )
        number = (await world.hear(world.marta, "Hola")).conversation_id
        for step in steps:
            try:
                await STEPS[step](world, number, by)
            except EsmeroError:
                world.clock.skip(1)  # refused, as it may be: then nothing must have changed
            await world.follow()
        differences = await world.desk.database.read(lambda session: list(rebuild.compare(session)))
        unfindable = await world.desk.database.read(lambda session: list(check.wrong(session)))
        assert unfindable == []
        events = await world.desk.database.read(lambda session: log.after(session, 0, limit=10_000))
        return differences, {event.fact.type for event in events}


@settings(max_examples=25)
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), max_size=25))
def test_a_rebuild_finds_no_difference(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    with another_place():
        differences, _ = asyncio.run(run(tmp_path_factory.mktemp("desk"), steps))
    assert differences == []


async def test_the_steps_bring_about_every_event_of_a_live_conversation(tmp_path: Path) -> None:
    order = [*STEPS, "block", "unblock", "close", "hear", "reopen"]
    differences, types = await run(tmp_path, order)
    assert differences == []
    # The rest belongs to channels that are not live (tests/flow), to timers, and to the desk's own records.
    elsewhere = {"reply.queued", "reply.recalled", "message.failed", "message.unknown", "conversation.woken"}
    elsewhere |= {"reply.retried", "reply.replaced"}
    elsewhere |= {"message.bounced", "message.delayed", "conversation.linked", "conversation.switched"}
    assert {name for name in FACTS if name.startswith(("conversation", "message", "note", "customer", "reply"))} == {
        name for name in types if not name.startswith(("agent", "desk", "inbox", "identity"))
    } | elsewhere


_SPOIL = Statement(
    update(conversation).where(conversation.c.id == bindparam("id")).values(customer_seq=99, status="closed")
)


async def test_the_doctor_finds_a_spoilt_row_and_mends_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        heard = await world.hear(world.tom, "Hello")
        await world.desk.database.write(lambda tx: tx.run(_SPOIL, id=heard.conversation_id))
        found = await world.desk.database.read(lambda session: list(rebuild.compare(session)))
        assert {one.field for one in found if one.what == "conversation"} == {"customer_seq", "status"}
        assert any(one.what == "tally" for one in found)
        assert await world.desk.database.write(rebuild.mend) == 1
        assert await world.desk.database.read(lambda session: list(rebuild.compare(session))) == []
