"""Days as people write them in a search: `2026-05-31`, `2026-05`, `2026`, `today`, `yesterday`, `7d`, `last-month`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from esmero.store.search_words import folded

_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2})\.?)?)?")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
EARLIEST, LATEST = 1970, 2120

Span = tuple[date, date]
"""The first day, and the day after the last."""

_WORDS = {
    "today": "today hoy ma आज",
    "yesterday": "yesterday ayer tegnap",
    "this-week": "this-week week esta-semana ezen-a-héten इस-सप्ताह",
    "last-week": "last-week la-semana-pasada múlt-héten पिछले-सप्ताह",
    "this-month": "this-month month este-mes ebben-a-hónapban इस-महीने",
    "last-month": "last-month el-mes-pasado múlt-hónapban पिछले-महीने",
    "this-year": "this-year year este-año idén इस-साल",
    "last-year": "last-year el-año-pasado tavaly पिछले-साल",
}
_WORD_OF = {folded(word): name for name, words in _WORDS.items() for word in words.split()}


def span_of(written: str, today: date) -> Span | None:
    """Return the days that are meant; None if that is no day, month or year, nor a word for one."""
    plain = folded(written.strip()).replace(" ", "-").replace("_", "-")
    if word := _WORD_OF.get(plain):
        return _BY_WORD[word](today)
    if ago := _AGO.fullmatch(plain):
        day = today - timedelta(days=int(ago[1]) * _DAYS[ago[2]])
        return day, day + timedelta(days=1)
    iso = _ISO.fullmatch(plain)
    return _calendar(*(int(part) if part else None for part in iso.groups())) if iso else None


def _calendar(year: int | None, month: int | None, day: int | None) -> Span | None:
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first + timedelta(days=1)
    return (first, _next_month(first)) if month is not None else (first, date(year + 1, 1, 1))


def _next_month(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day(day: date) -> Span:
    return day, day + timedelta(days=1)


def _week(today: date, back: int) -> Span:
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return monday, monday + timedelta(days=7)


def _month(today: date, back: int) -> Span:
    first = today.replace(day=1)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first, _next_month(first)


def _year(year: int) -> Span:
    return date(year, 1, 1), date(year + 1, 1, 1)


_BY_WORD: dict[str, Callable[[date], Span]] = {
    "today": _day,
    "yesterday": lambda today: _day(today - timedelta(days=1)),
    "this-week": lambda today: _week(today, 0),
    "last-week": lambda today: _week(today, 1),
    "this-month": lambda today: _month(today, 0),
    "last-month": lambda today: _month(today, 1),
    "this-year": lambda today: _year(today.year),
    "last-year": lambda today: _year(today.year - 1),
}
