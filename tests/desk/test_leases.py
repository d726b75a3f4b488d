"""What only one may do is done by one, and goes on when that one is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from esmero.desk.leases import Leases
from tests.world import open_world

pytestmark = pytest.mark.anyio


async def test_one_holds_it_until_it_ends_or_is_given_back(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        one, other = (Leases(world.desk.database, world.clock, owner=name) for name in ("one", "other"))
        assert await one.hold("mail", ms=1_000)
        assert not await other.hold("mail", ms=1_000)
        assert await other.hold("else", ms=1_000)
        world.clock.skip(900)
        assert await one.hold("mail", ms=1_000), "it is renewed"
        world.clock.skip(900)
        assert not await other.hold("mail", ms=1_000)
        await other.let_go("mail")
        assert not await other.hold("mail", ms=1_000), "nobody gives back what is another's"
        world.clock.skip(100)
        assert await other.hold("mail", ms=1_000)
        assert not await one.hold("mail", ms=1_000)
        await other.let_go("mail")
        assert await one.hold("mail", ms=1_000)
