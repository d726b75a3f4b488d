"""What the hub remembers of conversations is what stands in their rows."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esmero.contract.events import Event
from esmero.desk import labels, log
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.conversations.summary import Summary, summaries
from esmero.kit.errors import EsmeroError
from esmero.live import known
from esmero.live.known import Known
from esmero.store.session import Session
from tests import soak
from tests.desk.test_projections import STEPS
from tests.world import World, open_world


class Follower:
    """Follows a world as the hub does, a few events at a time."""

    def __init__(self) -> None:
        self.known = Known()
        self.twin = Known()
        self.position = 0
        self.recalled = 0

    def look(self, session: Session) -> tuple[dict[int, Summary], dict[int, Summary]]:
        """Return the lines that are remembered and those that the rows give, of all that new events touch."""
        events = log.after(session, self.position, limit=10_000)
        self.position = events[-1].id if events else self.position
        changed = {event.of for event in events if event.stream == "customer"}
        also = [state for number in changed for state in rows.of_customer(session, number, limit=20)]
        lines = self.known.follow(session, events, also)
        assert self._recall(session, events, also) == lines
        return lines, {one.id: one for one in summaries(session, lines)}

    def _recall(self, session: Session, events: list[Event], also: list[Conversation]) -> dict[int, Summary]:
        """Return what a twin remembers who asks the rows only where it must."""
        if events and all(event.stream == "conversation" for event in events):
            lines = self.twin.recall(events)
            if lines is not None:
                self.recalled += 1
                return lines
        return self.twin.follow(session, events, also)


async def follow(folder: Path, steps: list[str]) -> int:
    """Follow what happens; returns how often memory alone was enough."""
    async with open_world(folder) as world:
        by = await world.view(world.ilona)
        await world.desk.database.write(
            lambda tx: [labels.make(tx, name=name, tint="red", by=by.actor, at=world.clock.now()) for name in "ab"]
        )
        number = (await world.hear(world.marta, "Hola")).conversation_id
        follower = Follower()
        for step in steps:
            try:
                await STEPS[step](world, number, by)
            except EsmeroError:
                continue  # refused, as it may be
            remembered, read = await world.desk.database.read(follower.look)
            assert remembered == read
        return follower.recalled


@settings(max_examples=soak.times(short=15, long=500))
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=5, max_size=25))
def test_what_is_folded_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    asyncio.run(follow(tmp_path_factory.mktemp("desk"), steps))


def test_memory_alone_is_enough_for_what_goes_on(tmp_path: Path) -> None:
    assert asyncio.run(follow(tmp_path, ["hear", "note", "hear"])) >= 2


@pytest.mark.anyio
async def test_after_a_gap_the_rows_are_read_anew(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        follower = await _following(world)
        await world.hear(world.tom, "Not followed")
        follower.position = await world.desk.database.read(log.position)
        await world.hear(world.tom, "Followed again")
        remembered, read = await world.desk.database.read(follower.look)
        assert remembered == read
        assert [one.last.text for one in remembered.values()] == ["Followed again"]


@pytest.mark.anyio
async def test_a_label_that_was_removed_is_no_longer_on_what_is_remembered(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        by = await world.view(world.ilona)
        write = world.desk.database.write
        label = await write(lambda tx: labels.make(tx, name="Refund", tint="red", by=by.actor, at=1))
        number = (await world.hear(world.tom, "Hello")).conversation_id
        await world.desk.handle.label(number, [label.id], [], by=by)
        follower = Follower()
        remembered, _ = await world.desk.database.read(follower.look)
        assert remembered[number].labels == (label.id,)
        await write(lambda tx: labels.remove(tx, label.id, by=by.actor, at=2))
        await world.hear(world.tom, "Are you there?")
        remembered, read = await world.desk.database.read(follower.look)
        assert remembered == read
        assert remembered[number].labels == ()


@pytest.mark.anyio
async def test_it_remembers_no_more_than_it_has_room_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", 2)
    async with open_world(tmp_path) as world:
        follower = await _following(world)
        for customer in (world.katalin, world.marta, world.asha, world.tom, world.katalin):
            await world.hear(customer, "Hello")
            remembered, read = await world.desk.database.read(follower.look)
            assert remembered == read
            assert len(follower.known._talks) <= 3


async def _following(world: World) -> Follower:
    follower = Follower()
    await world.hear(world.tom, "Followed")
    await world.desk.database.read(follower.look)
    return follower
