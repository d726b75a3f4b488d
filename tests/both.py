"""Runs the tests of a folder on SQLite and again on PostgreSQL: a conftest.py imports `on_both`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest

from tests import servers
from tests.world import DATABASE_URL


@contextmanager
def another_place() -> Iterator[None]:
    """Let worlds inside stand on a database of their own, for a test that builds many."""
    with nullcontext() if DATABASE_URL.get() is None else _on_postgresql():
        yield


@pytest.fixture(params=["sqlite", "postgresql"], autouse=True)
def on_both(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let worlds stand on one database and on the other."""
    with nullcontext() if request.param == "sqlite" else _on_postgresql():
        yield


@contextmanager
def _on_postgresql() -> Iterator[None]:
    with servers.database() as url:
        before = DATABASE_URL.set(url)
        try:
            yield
        finally:
            DATABASE_URL.reset(before)
