"""Runs the tests of a folder on SQLite and again on PostgreSQL: a conftest.py imports `on_both`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests import servers
from tests.world import DATABASE_URL


@contextmanager
def another_place() -> Iterator[None]:
    """Let worlds inside stand on a database of their own, for a test that builds many."""
    if DATABASE_URL.get() is None:
        yield
        return
    with servers.database() as url:
        before = DATABASE_URL.set(url)
        yield
        DATABASE_URL.reset(before)


@pytest.fixture(params=["sqlite", "postgresql"], autouse=True)
def on_both(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let worlds stand on one database and on the other."""
    if request.param == "sqlite":
        yield
        return
    with servers.database() as url:
        before = DATABASE_URL.set(url)
        yield
        DATABASE_URL.reset(before)
