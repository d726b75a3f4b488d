"""Messages that come at the same time are kept as if they had come one after another, only quicker."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from esmero.contract.messages import Accepted, Inbound, Sender, key_of
from esmero.desk import log, rebuild
from esmero.desk.rebuild import Difference
from esmero.flow.together import Together
from esmero.kit.errors import Conflict, EsmeroError, Unavailable
from esmero.store.session import Transaction
from tests import soak
from tests.both import another_place
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


class Said(Struct, frozen=True):
    """Somebody writes `text` under a key; `inbox` is 0 for the shop and 1 for wholesale."""

    who: int
    key: int
    inbox: int = 0

    def inbound(self, world: World) -> Inbound:
        inbox = (world.shop, world.trade)[self.inbox]
        address = f"visitor-{self.who}"
        return Inbound(
            inbox_id=inbox.id,
            channel="chat",
            key=key_of(address, str(self.key)),
            client_id=f"client-{self.who}-{self.key}",
            sender=Sender(address=address),
            text=f"{self.who} says {self.key}",
        )


async def keep(world: World, batch: list[Said]) -> list[Accepted | EsmeroError]:
    outcomes = await asyncio.gather(*(world.desk.intake(said.inbound(world)) for said in batch), return_exceptions=True)
    for outcome in outcomes:
        assert isinstance(outcome, Accepted | EsmeroError), outcome
    return outcomes  # type: ignore[return-value]


async def talks(world: World) -> dict[int, list[str]]:
    """What was said in each conversation, in order."""
    said: dict[int, list[str]] = {}
    for event in await world.desk.database.read(lambda session: log.after(session, 0, limit=10_000)):
        if event.fact.type == "message.received" and event.content is not None:
            said.setdefault(event.of, []).append(event.content.text)
    return said


async def differences(world: World) -> list[Difference]:
    return await world.desk.database.read(lambda session: list(rebuild.compare(session)))


said = st.builds(Said, who=st.integers(1, 4), key=st.integers(1, 5), inbox=st.integers(0, 1))
# What happens to everybody's conversations between two batches.
between = st.sampled_from(["nothing", "answer", "close", "pend", "block", "unblock", "move"])
story = st.lists(st.tuples(st.lists(said, min_size=1, max_size=12), between), min_size=1, max_size=5)


async def happen(world: World, what: str) -> None:
    by = await world.view(world.ilona)
    handle = world.desk.handle
    for number in await talks(world):
        steps: dict[str, Callable[[], Awaitable[object]]] = {
            "answer": partial(world.say, world.ilona, number, "Thank you"),
            "close": partial(handle.close, number, by=by),
            "pend": partial(handle.pend, number, by=by),
            "move": partial(handle.move, number, world.trade.id, by=by),
            "block": partial(handle.block, 1, by=by),
            "unblock": partial(handle.unblock, 1, by=by),
        }
        if what in steps:
            try:
                await steps[what]()
            except EsmeroError:
                world.clock.skip(1)  # it was so already


async def tell(folder: Path, chapters: list[tuple[list[Said], str]], *, at_once: bool) -> object:
    """Let a story happen and return all that it led to: answers and conversations."""
    async with open_world(folder) as world:
        answers: list[object] = []
        for batch, then in chapters:
            outcomes = await keep(world, batch) if at_once else [(await keep(world, [one]))[0] for one in batch]
            answers += [(one.again, one.seq) if isinstance(one, Accepted) else type(one).__name__ for one in outcomes]
            await happen(world, then)
        assert await differences(world) == []
        return answers, sorted((await talks(world)).values())


@settings(max_examples=soak.times(short=6, long=200))
@given(chapters=story)
def test_at_once_comes_to_the_same_as_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, chapters: list[tuple[list[Said], str]]
) -> None:
    with another_place():
        together = asyncio.run(tell(tmp_path_factory.mktemp("together"), chapters, at_once=True))
    with another_place():
        alone = asyncio.run(tell(tmp_path_factory.mktemp("alone"), chapters, at_once=False))
    assert together == alone


async def test_many_running_talks_go_on_in_one_transaction(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        people = range(1, 31)
        await keep(world, [Said(who, 1) for who in people])
        before = world.desk.database.statistics().batches
        outcomes = await keep(world, [Said(who, 2) for who in people])
        assert all(isinstance(one, Accepted) and not one.again for one in outcomes)
        assert world.desk.database.statistics().batches - before <= 2
        assert sorted((await talks(world)).values()) == sorted([f"{n} says 1", f"{n} says 2"] for n in people)
        assert await differences(world) == []


async def test_who_was_answered_and_who_waits_write_on_together(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        people = range(1, 11)
        for key in (1, 2):
            await keep(world, [Said(who, key) for who in people])
        for number in list(await talks(world))[::2]:
            await world.say(world.ilona, number, "Thank you")
        await keep(world, [Said(who, 3) for who in people])
        assert await differences(world) == []


async def test_one_that_fails_fails_alone(tmp_path: Path) -> None:
    def halve(_tx: Transaction, numbers: Sequence[int]) -> list[int | EsmeroError]:
        if 13 in numbers:
            raise ArithmeticError("unlucky")
        return [Conflict("odd") if number % 2 else number // 2 for number in numbers]

    async with open_world(tmp_path) as world:
        together: Together[int, int] = Together(world.desk.database, halve)
        outcomes = await asyncio.gather(*(together(number) for number in (2, 3, 13, 8)), return_exceptions=True)
        assert [type(one) for one in outcomes] == [int, Conflict, ArithmeticError, int]


async def test_whoever_gave_up_waiting_harms_nobody(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        first = asyncio.create_task(world.desk.intake(Said(1, 1).inbound(world)))
        await asyncio.sleep(0)
        first.cancel()
        (other,) = await keep(world, [Said(2, 1)])
        assert isinstance(other, Accepted)
        assert await differences(world) == []


async def test_without_storage_everybody_is_told_so(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.desk.database.close()
        outcomes = await keep(world, [Said(who, 1) for who in (1, 2, 3)])
        assert all(isinstance(one, Unavailable) for one in outcomes)
