"""What holds for every test: no outside network, asyncio, and one way to try many inputs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from tests import offline, soak

# Deadlines would measure the machine's neighbours. A failing example prints how to see it again.
settings.register_profile(
    "esmero",
    deadline=None,
    max_examples=soak.times(short=60, long=3_000),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("esmero")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture(scope="session", autouse=True)
def _no_outside_network() -> Iterator[None]:
    with offline.guarded():
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever tries many inputs tries more of them in the long form: `bin/soak` takes the tests with this mark."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("soak")
