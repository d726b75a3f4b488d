"""These tests hold on both databases, and leave projections that a rebuild would make the same."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.both import on_both
from tests.flow.post import Post, PostOffice
from tests.world import open_world

__all__ = ["on_both"]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[PostOffice]:
    """A world with a post office: what is put into its outbox comes out at `office.post`."""
    async with open_world(tmp_path) as world:
        office = PostOffice(world, Post())
        yield office
        assert await office.differences() == []
