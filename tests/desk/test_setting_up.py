"""How an inbox is set up is at hand for every mail, and never older than the last change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.app import Desk
from esmero.contract.events import DESK
from esmero.desk import inboxes
from esmero.desk.setting_up import SetUpsAtHand
from esmero.kit.errors import NotFound
from esmero.store.database import Database
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


def at_hand(desk: Desk) -> SetUpsAtHand:
    return desk.mail.inboxes


async def test_a_change_counts_from_the_moment_when_it_is_told(world: World) -> None:
    desk, number, at = world.desk, world.shop.id, world.clock.now()
    before = await at_hand(desk).set_up(number)
    changed = '{"brand": "Other"}'
    await desk.database.write(lambda tx: inboxes.change(tx, number, settings=changed, by=DESK, at=at))
    assert (before.settings != changed, (await at_hand(desk).set_up(number)).settings) == (True, changed)
    await at_hand(desk).keep_secrets(number, b"quince")
    assert (await at_hand(desk).set_up(number)).secrets == b"quince"
    await desk.database.write(lambda tx: inboxes.remove(tx, number, by=DESK, at=at))
    with pytest.raises(NotFound):
        await at_hand(desk).set_up(number)


async def test_what_another_process_changes_counts_once_it_is_heard_of(world: World) -> None:
    desk, number, at = world.desk, world.shop.id, world.clock.now()
    own = SetUpsAtHand(desk.database, desk.sealer, world.clock)  # nobody tells it of what this process appends
    desk.directory.subscribe(own.forget)
    await own.set_up(number)
    await desk.database.write(lambda tx: inboxes.change(tx, number, settings="{}", by=DESK, at=at))
    await desk.directory.refresh()
    assert (await own.set_up(number)).settings == "{}"


async def test_nothing_is_asked_of_the_database_while_nothing_changes(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await at_hand(world.desk).set_up(world.shop.id)
    monkeypatch.setattr(Database, "read", None)
    assert await at_hand(world.desk).set_up(world.shop.id) is first
