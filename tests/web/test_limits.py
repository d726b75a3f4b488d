"""Token buckets."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.kit.errors import TooMany
from esmero.web import limits
from esmero.web.limits import Limit


class Now:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_burst_is_let_through_and_then_the_rate() -> None:
    now = Now()
    limit = Limit(burst=3, per_minute=6, monotonic=now)
    for _ in range(3):
        limit.take("ana")
    with pytest.raises(TooMany) as refused:
        limit.take("ana")
    assert refused.value.wait == pytest.approx(10_000, abs=2)
    limit.take("eve")
    now.seconds += 10
    limit.take("ana")
    with pytest.raises(TooMany):
        limit.take("ana")


def test_what_was_harmless_is_given_back() -> None:
    limit = Limit(burst=1, per_minute=1, monotonic=Now())
    for _ in range(5):
        limit.take("office")
        limit.give_back("office")
    limit.give_back("office")
    limit.take("office")
    with pytest.raises(TooMany):
        limit.take("office")
    limit.forget("office")
    limit.take("office")


def test_a_flood_of_addresses_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REMEMBERED", 100)
    limit = Limit(burst=1, per_minute=1, monotonic=Now())
    for number in range(1_000):
        limit.take(number)
    assert len(limit._buckets) == 100


@given(st.lists(st.floats(min_value=0, max_value=30), max_size=60))
def test_never_more_than_the_burst_and_the_rate_together(pauses: list[float]) -> None:
    now = Now()
    limit = Limit(burst=5, per_minute=12, monotonic=now)
    passed = 0
    for pause in pauses:
        now.seconds += pause
        with contextlib.suppress(TooMany):
            limit.take("ana")
            passed += 1
    assert passed <= 5 + sum(pauses) * 12 / 60 + 1e-6
