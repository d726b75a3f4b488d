"""What is in the log is followed by each capability once, and one that breaks holds up nobody else."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from esmero.contract.events import Event
from esmero.desk import cursors, log, memory
from esmero.desk.heard import Heard
from esmero.flow.follow import Follow, Follower
from esmero.store.errors import StoreUnavailable
from esmero.store.session import Transaction
from tests.world import open_world

pytestmark = pytest.mark.anyio


def counting(name: str) -> Follower:
    """A follower that counts in the database, so that a batch handled twice would show."""

    def react(tx: Transaction, events: Sequence[Event]) -> None:
        before = int(memory.recall(tx, inbox_id=0, name=name) or "0")
        memory.remember(tx, inbox_id=0, name=name, value=str(before + len(events)))

    return Follower(name, react)


async def test_each_event_is_handled_once_by_processes_that_race(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        for number in range(40):
            await world.hear(world.tom, f"message {number}")
        processes = [Follow(world.desk.database, world.clock, [counting("count")], Heard()) for _ in range(4)]
        while sum(await asyncio.gather(*(one.round() for one in processes))):
            pass
        counted = await world.desk.database.read(lambda session: memory.recall(session, inbox_id=0, name="count"))
        total = await world.desk.database.read(lambda session: cursors.position(session, "count"))
        assert counted == str(total)


async def test_what_was_heard_is_followed_without_reading_unless_another_process_was_there(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        database, ears = world.desk.database, Heard()
        here = Follow(database, world.clock, [counting("count")], ears)
        there = Follow(database, world.clock, [counting("count")], Heard())

        async def happens(*, followed_there: bool) -> None:
            before = await database.read(log.position)
            await world.hear(world.tom, "Hello")
            ears.add(await database.read(lambda session: log.after(session, before, limit=10)))
            if followed_there:
                await there.round()
            while await here.round():
                pass

        for followed_there in (False, False, True, False):
            await happens(followed_there=followed_there)
            counted = await database.read(lambda session: memory.recall(session, inbox_id=0, name="count"))
            assert counted == str(await database.read(log.position))


async def test_an_event_that_cannot_be_digested_is_parked_and_the_rest_goes_on(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.hear(world.tom, "fine")
        await world.hear(world.tom, "poison")
        await world.hear(world.tom, "fine too")
        seen: list[str] = []

        def react(_tx: Transaction, events: Sequence[Event]) -> None:
            texts = [event.content.text for event in events if event.content]
            if "poison" in texts:
                raise ValueError("indigestible")
            seen.extend(texts)

        follow = Follow(world.desk.database, world.clock, [Follower("picky", react), counting("other")], Heard())
        while await follow.round():
            pass
        assert [text for text in seen if text.startswith("fine")] == ["fine", "fine too"]
        assert await world.desk.database.read(cursors.parked_count) == 1
        behind = await world.desk.database.read(cursors.positions)
        assert len({place.position for place in behind}) == 1


async def test_a_database_that_is_away_parks_nothing(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.hear(world.tom, "hello")

        def react(_tx: Transaction, _events: Sequence[Event]) -> None:
            raise StoreUnavailable("away")

        follow = Follow(world.desk.database, world.clock, [Follower("unlucky", react)], Heard())
        with pytest.raises(StoreUnavailable):
            await follow.round()
        assert await world.desk.database.read(cursors.parked_count) == 0
