"""A desk with its people, and browsers that are signed in to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from litestar import Litestar

from esmero.desk.agents import Agent
from esmero.web.edges import make_edges
from tests import soak
from tests.web.browser import Browser
from tests.world import World, open_world

if soak.LONG:
    from tests.both import on_both  # noqa: F401 - the long form runs on PostgreSQL too

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        for item in items:
            if item.path.is_relative_to(Path(__file__).parent):
                item.add_marker("soak")


SignedIn = Callable[[Agent], Awaitable[Browser]]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


@pytest.fixture
def site(world: World) -> Litestar:
    return make_edges(world.desk).site


@pytest.fixture
async def signed_in(site: Litestar) -> AsyncIterator[SignedIn]:
    """Gives a browser in which an agent is signed in."""
    async with AsyncExitStack() as stack:

        async def browser_of(agent: Agent) -> Browser:
            browser = await stack.enter_async_context(Browser(site))
            assert (await browser.sign_in(agent)).status_code == 201
            return browser

        yield browser_of


@pytest.fixture
async def stranger(site: Litestar) -> AsyncIterator[Browser]:
    """Gives a browser in which nobody is signed in."""
    async with Browser(site) as browser:
        yield browser
