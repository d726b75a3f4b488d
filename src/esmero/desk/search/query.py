"""What somebody typed to search, read: words, phrases, what narrows, what must not be there.

    parcel "blue teapot" -refund from:kati@shop.example has:file after:2026-05

Whatever is no narrowing word with a value is looked for as it stands, so `12:30` and `http://…` are words. What is
wrong with a value is said (`WrongQuery`), since an empty list would not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from msgspec import Struct

from esmero.desk.search.dates import span_of
from esmero.desk.search.operators import DATES, PARTS, STATES, Name, name_of, value_of
from esmero.kit.errors import BadInput
from esmero.store.search_words import words

LONGEST = 1_000
"""Characters of a query; what is longer is cut."""
MOST_PARTS = 32
"""Words, phrases and narrowings of one query. Each costs, and nobody types so many."""
LONGEST_PHRASE = 32
"""Words of one phrase."""

_PART = re.compile(
    r"""
    (?P<without>[-−])?
    (?:(?P<name>[^\s"':“”„]{1,24}):)?
    (?: ["“”„](?P<quoted>[^"“”„]*)["“”„]? | (?P<plain>\S+) )
    """,
    re.VERBOSE,
)

Wrong = Literal["no_day", "no_such_state", "no_such_part", "no_value", "too_much"]
_SAID: dict[Wrong, str] = {
    "no_day": "{name}:{value} names no day. Write 2026-05-31, 2026-05, 2026, today, yesterday, last-week or 7d.",
    "no_such_state": f"is:{{value}} is none of {', '.join(STATES)}.",
    "no_such_part": f"has:{{value}} is none of {', '.join(PARTS)}.",
    "no_value": "{name}: has no word to look for.",
    "too_much": "That are more than " + str(MOST_PARTS) + " words and filters.",
}


class WrongQuery(BadInput):
    """A search that can't be understood: `fields` says for each narrowing word what is wrong with it."""

    code = "wrong_query"
    title = "This search can't be understood."


class Said(Struct, frozen=True):
    """Words that stand side by side. `exact`: in quotation marks, so that no other form of them will do."""

    phrase: tuple[str, ...]
    exact: bool = False
    without: bool = False
    written: str = ""


class Narrowing(Struct, frozen=True):
    """One narrowing word with its value; the value of `has` and `is` is one of those that there are."""

    name: Name
    value: str
    without: bool = False


class Days(Struct, frozen=True):
    """Which days: the first, and the one after the last. None leaves that side open."""

    since: date | None = None
    before: date | None = None


class Query(Struct, frozen=True):
    """What is looked for."""

    said: tuple[Said, ...] = ()
    narrowings: tuple[Narrowing, ...] = ()
    days: Days = Days()

    def values(self, name: Name, *, without: bool = False) -> list[str]:
        """Return the values that a narrowing word was given."""
        return [one.value for one in self.narrowings if one.name == name and one.without == without]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return not self.said and not self.narrowings and self.days == Days()


def parse(typed: str, *, today: date, fields: Iterable[tuple[Name, str]] = ()) -> Query:
    """Read what was typed, and what was given in fields of its own beside it.

    Raises:
        WrongQuery: a narrowing word has a value that it can't have, or there is too much.
    """
    said: list[Said] = []
    narrowings: list[Narrowing] = []
    for part in _PART.finditer(typed[:LONGEST]):
        name = name_of(part["name"]) if part["name"] else None
        if name is None:
            said += _said(part)
        else:
            narrowings.append(_narrowing(name, _value(part), without=part["without"] is not None))
    for name, value in fields:
        without = value.startswith("-")
        narrowings.append(_narrowing(name, value.removeprefix("-").strip(), without=without))
    if len(said) + len(narrowings) > MOST_PARTS:
        raise _wrong("too_much")
    return Query(
        tuple(said),
        tuple(one for one in narrowings if one.name not in DATES),
        _days([one for one in narrowings if one.name in DATES], today),
    )


def _value(part: re.Match[str]) -> str:
    return (part["plain"] if part["quoted"] is None else part["quoted"]).strip()


def _said(part: re.Match[str]) -> list[Said]:
    """What is looked for as it stands; nothing where there is no word in it."""
    exact = part["quoted"] is not None and not part["name"]
    written = _value(part) if exact else part[0].removeprefix(part["without"] or "")
    phrase = tuple(words(written)[:LONGEST_PHRASE])
    return [Said(phrase, exact, part["without"] is not None, written)] if phrase else []


def _narrowing(name: Name, value: str, *, without: bool) -> Narrowing:
    if name in ("has", "is"):
        known = value_of(value)
        if known not in (PARTS if name == "has" else STATES):
            raise _wrong("no_such_part" if name == "has" else "no_such_state", name, value)
        return Narrowing(name, known, without)
    if not words(value):
        raise _wrong("no_value", name)
    return Narrowing(name, value, without)


def _days(narrowings: list[Narrowing], today: date) -> Days:
    since: date | None = None
    before: date | None = None
    for one in narrowings:
        span = span_of(one.value, today)
        if span is None or one.without:
            raise _wrong("no_day", one.name, one.value)
        first, after = span
        if one.name in ("after", "on"):
            since = max(since or first, first)
        if one.name in ("before", "on"):
            end = first if one.name == "before" else after
            before = min(before or end, end)
    return Days(since, before)


def _wrong(code: Wrong, name: Name | None = None, value: str = "") -> WrongQuery:
    said = _SAID[code].format(name=name, value=value[:60])
    return WrongQuery(said, fields={name or "q": code})
