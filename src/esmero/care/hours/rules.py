"""Is it open? Pure decisions on a weekly table of local times, safe where clocks change.

Local times are minutes after midnight on the wall's clock. A day ends at 24:00 (1440), which is the next day's 0:00; a
span that crosses midnight is written as two. Where a clock jumps over a time, the span begins or ends with the jump;
where an hour comes twice, its first occurrence counts (PEP 495, fold=0).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAYS_AHEAD = 400
"""How far to look for the next opening: beyond a year of days off nobody is coming back."""
OPEN_AHEAD = 31 * 86_400_000
"""Milliseconds. What is open longer than this is open for ever, as far as anybody asks."""


class Span(NamedTuple):
    """From one local time to another on the same day, in minutes after midnight: 540, 1080 is 9:00 to 18:00."""

    begins: int
    ends: int


class Week(NamedTuple):
    """Opening hours.

    Attributes:
        zone: IANA name, such as `Europe/Budapest`.
        days: seven rows, Monday first.
        days_off: local dates on which it is closed all day.
    """

    zone: str
    days: tuple[tuple[Span, ...], ...]
    days_off: frozenset[date] = frozenset()


class State(NamedTuple):
    """Whether it is open; if so until when, if not when it opens. UTC milliseconds; None: for ever (`OPEN_AHEAD`), or
    never (`DAYS_AHEAD`)."""

    open: bool
    until: int | None
    back: int | None


ALWAYS = State(open=True, until=None, back=None)
NEVER = State(open=False, until=None, back=None)


def state_at(week: Week | None, at: int) -> State:
    """Return whether it is open at a time. Without a week it is always open."""
    if week is None:
        return ALWAYS
    horizon = at + OPEN_AHEAD
    for begins, ends in _merged(_spans(week, at), horizon):
        if begins <= at < ends:
            return State(open=True, until=None if ends > horizon else ends, back=None)
        if begins > at:
            return State(open=False, until=None, back=begins)
    return NEVER


def _merged(spans: Iterator[tuple[int, int]], horizon: int) -> Iterator[tuple[int, int]]:
    """Join spans that touch: open till midnight and from midnight on is one. Not beyond the horizon."""
    current: tuple[int, int] | None = None
    for begins, ends in spans:
        if current is None:
            current = (begins, ends)
        elif begins <= current[1] <= horizon:
            current = (current[0], max(current[1], ends))
        else:
            yield current
            current = (begins, ends)
    if current is not None:
        yield current


def _spans(week: Week, at: int) -> Iterator[tuple[int, int]]:
    """Give the spans from the day before on, in order, in UTC milliseconds."""
    zone = ZoneInfo(week.zone)
    today = datetime.fromtimestamp(at / 1_000, zone).date()
    for offset in range(-1, DAYS_AHEAD):
        day = today + timedelta(days=offset)
        if day in week.days_off:
            continue
        for span in sorted(week.days[day.weekday()]):
            begins, ends = _instant(day, span.begins, zone), _instant(day, span.ends, zone)
            if begins < ends:
                yield begins, ends


def _instant(day: date, minutes: int, zone: ZoneInfo) -> int:
    local = datetime.combine(day, datetime.min.time(), zone) + timedelta(minutes=minutes)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        # The clock jumped over it. By the offset after the jump it lies before, by the one before it lies after.
        instant = _jump(local.replace(fold=1).astimezone(UTC), instant, zone)
    return int(instant.timestamp() * 1_000)


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Find the second between two times at which the clock changes."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
