"""A query means what people know from other programs, and what makes no sense is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.desk.search.dates import span_of
from esmero.desk.search.operators import NAMES, STATES
from esmero.desk.search.query import MOST_PARTS, Narrowing, Query, WrongQuery, parse
from esmero.store.search_words import words


@pytest.fixture(autouse=True)
def on_both() -> None:
    """No database is asked here."""


TODAY = date(2026, 5, 14)
"""A Thursday."""


def read(typed: str) -> Query:
    return parse(typed, today=TODAY)


def phrases(typed: str) -> list[tuple[str, ...]]:
    return [one.phrase for one in read(typed).said]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("parcel", [("parcel",)]),
        ("blue Teapot", [("blue",), ("teapot",)]),
        ('"blue teapot"', [("blue", "teapot")]),
        ("“kék teáskanna”", [("kek", "teaskanna")]),
        ("„kék teáskanna”", [("kek", "teaskanna")]),
        ("kati@nagy.example", [("kati", "nagy", "example")]),
        ("at 12:30", [("at",), ("12", "30")]),
        ("https://shop.example/a", [("https", "shop", "example", "a")]),
        ('"open', [("open",)]),
        ("!? - :", []),
        ("note: this", [("note",), ("this",)]),
        ("from:", [("from",)]),
    ],
)
def test_words_and_phrases(typed: str, expected: list[tuple[str, ...]]) -> None:
    assert phrases(typed) == expected


def test_a_phrase_is_exact_and_a_minus_leaves_out() -> None:
    one, other, third = read('parcel -refund -"blue teapot"').said
    assert (one.exact, one.without) == (False, False)
    assert (other.phrase, other.exact, other.without) == (("refund",), False, True)
    assert (third.phrase, third.exact, third.without) == (("blue", "teapot"), True, True)
    assert phrases("e-mail") == [("e", "mail")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("from:kati", Narrowing("from", "kati")),
        ('in:"Help desk"', Narrowing("in", "Help desk")),
        ("-label:Refund", Narrowing("label", "Refund", without=True)),
        ("has:file", Narrowing("has", "attachment")),
        ("IS:Open", Narrowing("is", "open")),
        ("is:spam", Narrowing("is", "junk")),
        ("de:marta", Narrowing("from", "marta")),
        ("es:abierto", Narrowing("is", "open")),
        ("feladó:Kati", Narrowing("from", "Kati")),
        ("felado:Kati", Narrowing("from", "Kati")),
        ("állapot:lezárt", Narrowing("is", "closed")),
        ("प्रेषक:आशा", Narrowing("from", "आशा")),
        ("स्थिति:खुला", Narrowing("is", "open")),
        ("assigned:me", Narrowing("assigned", "me")),
    ],
)
def test_narrowing_words_in_the_languages_of_our_screens(typed: str, expected: Narrowing) -> None:
    query = read(typed)
    assert query.narrowings == (expected,)
    assert query.said == ()


def test_fields_say_the_same() -> None:
    by_field = parse("parcel", today=TODAY, fields=[("from", "kati"), ("label", "-Refund"), ("after", "2026-05")])
    assert by_field == read("parcel from:kati -label:Refund after:2026-05")


@pytest.mark.parametrize(
    ("written", "first", "after"),
    [
        ("2026-05-31", date(2026, 5, 31), date(2026, 6, 1)),
        ("2026.5.3.", date(2026, 5, 3), date(2026, 5, 4)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("today", TODAY, date(2026, 5, 15)),
        ("Yesterday", date(2026, 5, 13), TODAY),
        ("hoy", TODAY, date(2026, 5, 15)),
        ("tegnap", date(2026, 5, 13), TODAY),
        ("आज", TODAY, date(2026, 5, 15)),
        ("last week", date(2026, 5, 4), date(2026, 5, 11)),
        ("last-month", date(2026, 4, 1), date(2026, 5, 1)),
        ("múlt-hónapban", date(2026, 4, 1), date(2026, 5, 1)),
        ("this-year", date(2026, 1, 1), date(2027, 1, 1)),
        ("7d", date(2026, 5, 7), date(2026, 5, 8)),
    ],
)
def test_days_as_people_write_them(written: str, first: date, after: date) -> None:
    assert span_of(written, TODAY) == (first, after)


@pytest.mark.parametrize("written", ["", "tomorow", "2026-13", "2026-02-30", "26-05-31", "31/05/2026", "1492", "d"])
def test_what_is_no_day(written: str) -> None:
    assert span_of(written, TODAY) is None


def test_days_of_a_query_meet() -> None:
    assert read("after:2026-05-02 before:2026-05-09").days.since == date(2026, 5, 2)
    assert read("after:2026-05-02 before:2026-05-09").days.before == date(2026, 5, 9)
    both = read("on:2026-05 after:2026-05-10").days
    assert (both.since, both.before) == (date(2026, 5, 10), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("typed", "name", "code"),
    [
        ("before:tomorow", "before", "no_day"),
        ("-on:today", "on", "no_day"),
        ("is:lost", "is", "no_such_state"),
        ("has:money", "has", "no_such_part"),
        ('from:"!?"', "from", "no_value"),
        ("a " * (MOST_PARTS + 1), "q", "too_much"),
    ],
)
def test_what_is_wrong_is_said(typed: str, name: str, code: str) -> None:
    with pytest.raises(WrongQuery) as refused:
        read(typed)
    assert refused.value.fields == {name: code}
    assert refused.value.detail
    assert "{" not in refused.value.detail


@given(st.text(max_size=120))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        query = read(typed)
    except WrongQuery:
        return  # what it says is looked at above
    found = {word for one in query.said for word in one.phrase}
    assert found <= {word for part in typed.split() for word in words(part)} | set(words(typed))


@given(
    st.sampled_from([name for name in NAMES if name not in ("is", "has", "before", "after", "on")]),
    st.text(st.characters(categories=["L", "N", "Zs"], exclude_characters='"'), min_size=1, max_size=20),
    st.booleans(),
)
def test_a_value_in_quotation_marks_comes_back(name: str, value: str, without: bool) -> None:
    typed = f'{"-" if without else ""}{name}:"{value}"'
    if words(value):
        assert read(typed).narrowings == (Narrowing(name, value.strip(), without),)  # type: ignore[arg-type]


@given(st.permutations(["parcel", '"blue teapot"', "-refund", "from:kati", "is:open", "after:2026-05"]))
def test_the_order_of_parts_changes_nothing(parts: list[str]) -> None:
    query = read(" ".join(parts))
    assert {one.phrase for one in query.said} == {("parcel",), ("blue", "teapot"), ("refund",)}
    assert set(query.narrowings) == {Narrowing("from", "kati"), Narrowing("is", "open")}
    assert query.days.since == date(2026, 5, 1)


@given(st.dates(date(1970, 1, 1), date(2120, 12, 31)))
def test_every_day_is_one_day_long(day: date) -> None:
    assert span_of(day.isoformat(), TODAY) == (day, day + timedelta(days=1))


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_asked_for(state: str) -> None:
    assert read(f"is:{state}").values("is") == [state]
