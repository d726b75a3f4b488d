"""Hours are right where clocks change, and open and closed never overlap."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.care.hours.rules import ALWAYS, NEVER, Span, State, Week, state_at

WORK = (Span(540, 720), Span(780, 1080))
ZONES = ("Europe/Budapest", "Europe/Madrid", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe", "UTC")


def week(zone: str = "Europe/Budapest", off: frozenset[date] = frozenset()) -> Week:
    return Week(zone=zone, days=(WORK,) * 5 + ((), ()), days_off=off)


def at(written: str, zone: str = "Europe/Budapest") -> int:
    return int(datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1_000)


@pytest.mark.parametrize(
    ("now", "opens", "until", "back"),
    [
        ("2026-11-23 08:59", False, None, "2026-11-23 09:00"),
        ("2026-11-23 09:00", True, "2026-11-23 12:00", None),
        ("2026-11-23 12:00", False, None, "2026-11-23 13:00"),
        ("2026-11-23 17:59", True, "2026-11-23 18:00", None),
        ("2026-11-27 18:00", False, None, "2026-11-30 09:00"),
        ("2026-11-28 11:00", False, None, "2026-11-30 09:00"),
    ],
)
def test_a_working_week(now: str, opens: bool, until: str | None, back: str | None) -> None:
    expected = State(open=opens, until=at(until) if until else None, back=at(back) if back else None)
    assert state_at(week(), at(now)) == expected


def test_a_day_off_is_skipped() -> None:
    off = frozenset({date(2026, 12, 24), date(2026, 12, 25)})
    assert state_at(week(off=off), at("2026-12-23 19:00")).back == at("2026-12-28 09:00")


def test_open_over_midnight_is_one_span() -> None:
    night = Week("UTC", ((Span(1200, 1440),), (Span(0, 360),), (), (), (), (), ()))
    state = state_at(night, at("2026-11-23 23:00", "UTC"))
    assert state == State(open=True, until=at("2026-11-24 06:00", "UTC"), back=None)


def test_the_day_the_clocks_go_forward_is_an_hour_shorter() -> None:
    early = Week("Europe/Budapest", ((), (), (), (), (), (), (Span(60, 240),)))
    begins = at("2026-03-29 01:00")
    state = state_at(early, begins)
    assert state.open
    assert state.until is not None
    assert state.until - begins == 2 * 3_600_000  # 1:00 to 4:00 by the clock, of which 2:00 to 3:00 does not exist


@pytest.mark.parametrize(
    ("span", "opens", "closes"),
    [
        ((150, 600), "03:00", "10:00"),  # 2:30, which does not exist: with the jump, and not an hour later
        ((60, 150), "01:00", "03:00"),
        ((130, 170), None, None),  # all of it was jumped over
        ((120, 180), None, None),
        ((180, 240), "03:00", "04:00"),
    ],
)
def test_a_time_that_the_clock_jumps_over_is_the_jump(
    span: tuple[int, int], opens: str | None, closes: str | None
) -> None:
    early = Week("Europe/Budapest", ((), (), (), (), (), (), (Span(*span),)))
    midnight = at("2026-03-29 00:00")
    state = state_at(early, midnight)
    assert state.back is not None
    if opens is None:
        assert state.back > at("2026-03-30 00:00")
    else:
        assert state.back == at(f"2026-03-29 {opens}")
        assert state_at(early, state.back).until == at(f"2026-03-29 {closes}")


def test_a_jump_of_half_an_hour_counts_as_well() -> None:
    early = Week("Australia/Lord_Howe", ((), (), (), (), (), (), (Span(135, 240),)))
    midnight = at("2026-10-04 00:00", "Australia/Lord_Howe")
    assert state_at(early, midnight).back == at("2026-10-04 02:30", "Australia/Lord_Howe")


def test_round_the_clock_with_a_day_off_long_ago_is_for_ever_and_quickly_told() -> None:
    week = Week("Europe/Budapest", ((Span(0, 1440),),) * 7, frozenset({date(2020, 1, 1)}))
    now = at("2026-11-23 12:00")
    assert state_at(week, now) == ALWAYS
    assert state_at(week, at("2019-12-30 12:00")).until == at("2020-01-01 00:00")


def test_the_day_the_clocks_go_back_is_an_hour_longer() -> None:
    early = Week("Europe/Budapest", ((), (), (), (), (), (), (Span(60, 240),)))
    begins = at("2026-10-25 01:00")
    state = state_at(early, begins)
    assert state.until is not None
    assert state.until - begins == 4 * 3_600_000


def test_always_and_never() -> None:
    assert state_at(None, 0) == ALWAYS
    assert state_at(Week("UTC", ((),) * 7), 0) == NEVER
    assert state_at(Week("UTC", ((Span(0, 1440),),) * 7), at("2026-11-23 23:59", "UTC")) == ALWAYS


spans = st.lists(st.integers(0, 1440), min_size=0, max_size=6, unique=True).map(
    lambda times: tuple(Span(*pair) for pair in zip(sorted(times)[::2], sorted(times)[1::2], strict=False))
)
weeks = st.builds(
    Week,
    zone=st.sampled_from(ZONES),
    days=st.tuples(*[spans] * 7),
    days_off=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=5),
)
moments = st.datetimes(datetime(2026, 1, 2), datetime(2026, 12, 30)).map(  # noqa: DTZ001 - made aware here
    lambda moment: int(moment.replace(tzinfo=UTC).timestamp() * 1_000)
)


@given(weeks, moments)
def test_the_next_change_is_a_change(week: Week, now: int) -> None:
    state = state_at(week, now)
    change = state.until if state.open else state.back
    if change is not None:
        assert change > now
        assert state_at(week, change).open is not state.open
        assert state_at(week, change - 1).open is state.open


@given(weeks, moments)
def test_it_is_open_exactly_when_the_wall_clock_says_so(week: Week, now: int) -> None:
    local = datetime.fromtimestamp(now / 1_000, ZoneInfo(week.zone))
    if local.fold or _is_ambiguous(local):
        return  # an hour that comes twice has a test of its own
    minutes = local.hour * 60 + local.minute
    by_the_wall = local.date() not in week.days_off and any(
        span.begins <= minutes < span.ends for span in week.days[local.weekday()]
    )
    assert state_at(week, now).open is by_the_wall


def _is_ambiguous(local: datetime) -> bool:
    return local.utcoffset() != local.replace(fold=1).utcoffset()
