"""Search finds what people wrote in any script, on both databases alike, and never where one may not look."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esmero.store import search, search_sqlite, search_words
from esmero.store.database import Database, open_database
from esmero.store.search import END, Clause, Entry, Stem, Term, Words
from esmero.store.search_clauses import Field, event_of, place_of, time_of
from esmero.store.search_words import LONGEST_WORD, cut_words, folded, words
from esmero.store.sqlite_file import FILE_NAME, connect
from tests import servers
from tests.soak import times

ABSENT = ("Cn", "Co", "Cs")
"""Categories of code points that are nobody's character."""
ROW = "REPLACE INTO search (rowid, text, stem, subject, file, sender, recipient, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
TEXTS = {
    1: "My parcel hasn't arrived, order no. 4711-b, please help",
    2: "आशा वर्मा: मेरा पार्सल कहाँ है?",
    3: "Señora Marta Ríos, ¿dónde está mi paquete?",
    4: "Jó napot, Nagy Katalin vagyok: árvíztűrő tükörfúrógép",
    5: "我的包裹在哪里？订单4711",
    6: "write to kati.nagy@example.org or call +36 1 234 5678",
    7: "Die Straße heißt STRASSE und die straße auch",
    8: "สวัสดีครับ พัสดุของฉันอยู่ที่ไหน",
    9: "Where is it? Is it at the parcel shop? the parcel, the PARCEL",
    10: "Привет, где моя посылка?",
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    if request.param == "sqlite":
        database = open_database(tmp_path_factory.mktemp("data"))
        yield database
        database.close_now()
    else:
        with servers.database() as url:
            database = open_database(url)
            yield database
            database.close_now()


@pytest.fixture
def database(empty: Database) -> Database:
    empty.write_now(search.clear)
    put(empty, *(entry(event_id, 1 + event_id % 2, text) for event_id, text in TEXTS.items()))
    return empty


SECONDS = 1_790_000_000
"""An event happens as many seconds after this as its number says."""


def entry(event_id: int, inbox_id: int, text: str = "", **more: Any) -> Entry:
    return Entry(event_id=event_id, at=(SECONDS + event_id) * 1000, inbox_id=inbox_id, text=text, **more)


def put(database: Database, *entries: Entry) -> None:
    database.write_now(lambda tx: search.index(tx, entries))


def said(query: str) -> list[Clause]:
    """Whatever stands between spaces stands together."""
    return [Clause((Words("any", tuple(found)),)) for part in query.split() if (found := words(part))]


def find(
    database: Database,
    query: str | Sequence[Clause],
    *inboxes: int,
    limit: int = 20,
    since: int | None = None,
    before: int | None = None,
) -> list[int]:
    clauses = said(query) if isinstance(query, str) else query
    if not clauses:
        return []
    first = 0 if since is None else entry(since, 1).place
    end = END if before is None else entry(before, 1).place
    found = database.read_now(
        lambda session: search.find(session, clauses, inbox_ids=inboxes or (1, 2), limit=limit, since=first, before=end)
    )
    return [event_of(place) for place in found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("parcel", [9, 1]),
        ("PARCEL arrived", [1]),
        ("parc", []),
        ("4711", [5, 1]),
        ("4711-b", [1]),
        ("b-4711", []),  # what was typed together stands together
        ("आशा", [2]),
        ("पार्सल", [2]),
        ("आश", []),
        ("rios", [3]),
        ("RÍOS", [3]),
        ("donde esta", [3]),
        ("árvíztűrő", [4]),
        ("arvizturo tukorfurogep", [4]),
        ("包裹", [5]),
        ("裹包", []),
        ("我的包裹", [5]),
        ("订单4711", [5]),
        ("kati.nagy@example.org", [6]),
        ("kati nagy", [6]),
        ("nagy.kati@example.org", []),
        ("example", [6]),
        ("234 5678", [6]),
        ("strasse", [7]),
        ("straße heißt", [7]),
        ("พัสดุ", [8]),
        ("สวัสดี", [8]),
        ("посылка", [10]),
        ("ПРИВЕТ", [10]),
        ("is it", [9]),
        ("hasn't", [1]),
        ("nothing of this", []),
        ("", []),
        ("   ", []),
        ("!?-", []),
        ("parcel !?", [9, 1]),
    ],
)
def test_what_was_written_is_found(database: Database, query: str, found: list[int]) -> None:
    assert find(database, query) == found


def test_hits_are_of_the_given_inboxes_alone(database: Database) -> None:
    put(database, entry(11, 12, "parcel"), entry(12, 1, "a parcel for inbox 12, i12 and i1"))
    assert find(database, "parcel", 2) == [9, 1]
    assert find(database, "parcel", 1) == [12]
    assert find(database, "parcel", 12) == [11]
    assert find(database, "parcel", 1, 12) == [12, 11]
    assert find(database, "parcel", 3) == []
    assert database.read_now(lambda s: search.find(s, said("parcel"), inbox_ids=[], limit=20)) == []


@pytest.mark.parametrize(
    "query",
    [
        '"', "'", '"parcel', "parcel*", "*", "(parcel", "parcel)", "text:parcel", "scope:i1", "NOT parcel", "a AND",
        "OR", "NEAR(parcel shop)", "parcel^", "{text}", "-parcel", "+parcel", "par:*cel", "parcel & shop", "! parcel",
        "a<->b", "\\", "\\'", "'; DROP TABLE search; --", "%", "_", "#i1", "\0", "parcel\0shop", "\u200b",
        "\u202eparcel", "\ud800", "x" * 100_000, "a " * 10_000, "的" * 5_000, "AND OR NOT", "🎁", "e\u0301" * 500,
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_a_syntax_error(database: Database, query: str) -> None:
    assert isinstance(find(database, query), list)


@given(query=st.text(max_size=60))
def test_whatever_is_typed_is_an_answer(empty: Database, query: str) -> None:
    assert isinstance(find(empty, query), list)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), data=st.data())
def test_every_word_of_a_text_finds_it(empty: Database, text: str, data: st.DataObject) -> None:
    put(empty, entry(5_000, 3, text))
    found = words(text)
    if found:
        assert 5_000 in find(empty, data.draw(st.sampled_from(found)), 3)
    assert 5_000 in find(empty, text, 3) or not found


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """An index of SQLite that tells the words that it has made."""
    folder = tmp_path_factory.mktemp("words")
    open_database(folder).close_now()
    connection = connect(folder / FILE_NAME)
    yield connection
    connection.close()


@given(text=st.text(st.characters(max_codepoint=127), max_size=80))
@example(text="x" * 65)
@example(text="a\0b")
def test_of_plain_text_sqlite_makes_the_words_that_we_make(index: sqlite3.Connection, text: str) -> None:
    index.execute(ROW, search_sqlite.row(entry(1, 7, text)))
    made = index.execute("SELECT term FROM search_words WHERE col = 'text' ORDER BY \"offset\"").fetchall()
    assert [term for (term,) in made] == words(text)


@pytest.mark.soak
def test_of_every_character_sqlite_makes_the_word_that_we_make(index: sqlite3.Connection) -> None:
    """The short form leaves most ideographs and Korean syllables out: each is like the next."""
    step = times(short=97, long=1)
    every = chain(
        range(0x3400),
        range(0x3400, 0xA000, step),
        range(0xA000, 0xAC00),
        range(0xAC00, 0xD7A4, step),
        range(0xD7A4, 0x20000),
        range(0x20000, 0xE0000, step),
        range(0xE0000, 0xE0200),
    )
    points = (point for point in every if unicodedata.category(chr(point)) not in ABSENT)
    ours = {point: words(chr(point)) for point in points}
    index.execute("DELETE FROM search")
    rows = [search_sqlite.row(entry(point, 7, chr(point))) for point, found in ours.items() if found]
    index.executemany(ROW, rows)
    theirs: dict[int, list[str]] = {}
    for place, term in index.execute("SELECT doc, term FROM search_words WHERE col = 'text' ORDER BY doc, \"offset\""):
        theirs.setdefault(event_of(place), []).append(term)
    assert {chr(point): found for point, found in ours.items() if found != theirs.get(point, [])} == {}


def test_words_of_a_syntax_are_words(database: Database) -> None:
    put(database, entry(11, 1, "to be or not to be and so on, near it"))
    for query in ("NOT", "or", "AND", "near"):
        assert 11 in find(database, query)
    assert find(database, "or not") == [11]


def test_the_newest_come_first_and_pages_follow_one_another(database: Database) -> None:
    database.write_now(search.clear)
    ids = [5, 17, 4095, 4096, 12_289, 32_767, 32_768, 90_000, 90_001, 2_000_000]
    put(database, *(entry(event_id, 1, f"parcel {event_id}") for event_id in reversed(ids)))
    newest = sorted(ids, reverse=True)
    assert find(database, "parcel") == newest
    assert find(database, "parcel", limit=3) == newest[:3]
    pages: list[int] = []
    while page := find(database, "parcel", limit=3, before=pages[-1] if pages else None):
        pages += page
    assert pages == newest
    assert find(database, "parcel", before=5) == []
    assert find(database, "parcel", limit=0) == []


def test_very_many_hits_in_the_past_are_found_newest_first(database: Database) -> None:
    """A word that was common once and isn't now: on PostgreSQL a long stretch is taken apart for it."""
    database.write_now(search.clear)
    put(database, *(entry(event_id, 1, "parcel") for event_id in range(1, 40_000, 3)))
    put(database, *(entry(event_id, 1, "other") for event_id in range(100_000, 100_050)))
    put(database, entry(300_000, 1, "parcel"))
    assert find(database, "parcel", limit=4) == [300_000, 39_999 - 2, 39_994, 39_991]
    assert find(database, "parcel", limit=3, before=39_994) == [39_991, 39_988, 39_985]
    assert find(database, "parcel", limit=3, before=10) == [7, 4, 1]
    every = find(database, "parcel", limit=20_000)
    assert every == [300_000, *reversed(range(1, 40_000, 3))]


def test_a_beginning_finds_what_begins_so(database: Database) -> None:
    begins = [Clause((Words("any", ("where",)),)), Clause((Words("any", ("my", "pa"), begins=True),))]
    assert find(database, begins) == []
    assert find(database, [Clause((Words("any", ("my", "par"), begins=True),))]) == [1]
    assert find(database, [Clause((Words("any", ("parc",), begins=True),))]) == [9, 1]


def test_a_beginning_ends_where_no_word_begins_so_any_more(database: Database) -> None:
    texts = ["te", "tea", "tea0", "tea0z", "teapot", "TEASPOON, téàs", "teb", "teb tea", "tez"]
    put(database, *(entry(100 + number, 1, text) for number, text in enumerate(texts)))
    assert find(database, [begun("tea")]) == [107, 105, 104, 103, 102, 101]
    assert find(database, [begun("tea", field="subject")]) == []
    assert find(database, [begun("teac")]) == []


@pytest.mark.parametrize("limit", [3, 650, 900])
@pytest.mark.parametrize("before", [1_650, 3_000])
def test_of_very_many_words_that_begin_so_the_newest_are_found(database: Database, limit: int, before: int) -> None:
    """More words than are looked for one by one, and more hits than the newest rows hold."""
    put(database, *(entry(1_000 + number, 1, f"order{number} done") for number in range(700)))
    put(database, *(entry(2_000 + number, 2, f"order{number} open") for number in range(50)))
    newest = [number for number in (*reversed(range(2_000, 2_050)), *reversed(range(1_000, 1_700))) if number < before]
    assert find(database, [begun("order")], limit=limit, before=before) == [*newest, 1][:limit]
    assert (
        find(database, [begun("order"), *said("done")], 1, limit=limit) == list(reversed(range(1_000, 1_700)))[:limit]
    )


def test_very_many_words_that_begin_so_are_found_far_in_the_past(database: Database) -> None:
    put(database, *(entry(1_000 + number, 1, f"order{number}") for number in range(400)))
    put(database, *(entry(2_000 + number, 1, "teapot") for number in range(700)))
    assert find(database, [begun("order")], limit=2) == [1_399, 1_398]
    assert find(database, [begun("order39")], limit=20) == [*reversed(range(1_390, 1_400)), 1_039]


def begun(word: str, field: Field = "any") -> Clause:
    return Clause((Words(field, (word,), begins=True),))


def test_what_was_removed_is_found_no_more(database: Database) -> None:
    database.write_now(lambda tx: search.remove(tx, [entry(9, 1).place, 999]))
    assert find(database, "parcel") == [1]
    database.write_now(search.clear)
    assert find(database, "parcel") == []


def test_indexing_again_replaces_text_and_inbox(database: Database) -> None:
    put(database, entry(1, 7, "something else"))
    assert find(database, "parcel") == [9]
    assert find(database, "something", 7) == [1]
    assert find(database, "something", 1, 2) == []


def test_texts_of_any_length_can_be_indexed(database: Database) -> None:
    long = " ".join(f"word{number}" for number in range(30_000))
    put(database, entry(11, 1, long), entry(12, 1, "x" * 1_000_000), entry(13, 1, "so " * 100_000), entry(14, 1, ""))
    assert find(database, "word7") == [11]
    assert find(database, "x" * LONGEST_WORD) == [12]
    assert find(database, "so so") == [13]


def test_two_spellings_of_a_word_are_one() -> None:
    for one, other in (
        ("𝐁old", "bold"),
        ("Ríos", "RIOS"),
        ("Straße", "strasse"),
        ("ﬁne", "FINE"),
        ("Ａｂ１", "ab1"),
        ("İzmir", "izmir"),
    ):
        assert folded(one) == folded(other)
    assert folded("Γειά") == folded("γεια")
    assert words("क्\u200dष") == words("क्ष")
    assert words("soft\u00adhyphen") == ["softhyphen"]


@given(st.text(st.one_of(st.sampled_from("aZ9_ éªº²ŉ\u0301ा्क漢字のกั가ßℌ"), st.characters()), max_size=40))
def test_the_quick_pattern_finds_the_words_that_the_full_one_finds(text: str) -> None:
    for form in (folded(text), text.casefold(), text):
        assert cut_words(form) == [word[:LONGEST_WORD] for word in search_words.word_pattern().findall(form)]


def test_vowel_signs_of_devanagari_stay_with_their_letters() -> None:
    assert words("आशा वर्मा, कहाँ है?") == ["आशा", "वर्मा", "कहाँ", "है"]


def test_alternatives_fields_facts_and_what_must_not_be_there(database: Database) -> None:
    put(
        database,
        entry(20, 1, "a blue teapot", subject="Order one", file="broken teapot.jpg", terms=("hasattachment", "c5")),
        entry(21, 1, "two teapots", stems=("teapot",), sender="Kati kati@nagy.example", terms=("c6",)),
        entry(22, 2, "order", recipient="Béla bela@desk.example", terms=("hasattachment", "c5")),
    )
    teapot = Clause((Words("any", ("teapot",)), Stem("teapot")))
    assert find(database, [teapot]) == [21, 20]
    assert find(database, [teapot, Clause((Term("c5"),))]) == [20]
    assert find(database, [teapot, Clause((Term("c5"),), without=True)]) == [21]
    assert find(database, [Clause((Term("hasattachment"),)), Clause((Words("any", ("blue",)),), without=True)]) == [22]
    assert find(database, [Clause((Words("subject", ("order", "one")),))]) == [20]
    assert find(database, [Clause((Words("subject", ("order",)), Words("recipient", ("desk", "example"))))]) == [22, 20]
    assert find(database, [Clause((Words("file", ("teapot",)),))]) == [20]
    assert find(database, [Clause((Words("sender", ("nagy", "example")),))]) == [21]
    assert find(database, "nagy order") == []
    assert find(database, "order") == [22, 20, 5] or find(database, "order") == [22, 20, 1]
    assert find(database, "teapot order") == [20]
    assert find(database, [Clause((Words("any", ("teapot", "order")),))]) == []  # no phrase goes over a border


def test_what_is_asked_for_within_days_lies_in_them(database: Database) -> None:
    assert find(database, "parcel", since=2) == [9]
    assert find(database, "parcel", since=9) == [9]
    assert find(database, "parcel", since=2, before=9) == []
    assert find(database, "parcel", since=9, before=2) == []
    put(
        database,
        Entry(event_id=50, at=0, inbox_id=1, text="parcel"),
        Entry(event_id=51, at=10**15, inbox_id=1, text="parcel"),
    )
    assert find(database, "parcel") == [51, 9, 1, 50]  # by when it was said, however late it came in


@pytest.mark.parametrize("event_id", [1, 4_711, 2**31 - 1])
@pytest.mark.parametrize("at", [0, 631_152_000_000, 1_790_000_000_123, 4_000_000_000_000])
def test_a_place_tells_the_event_and_its_time(event_id: int, at: int) -> None:
    place = place_of(at, event_id)
    assert event_of(place) == event_id
    assert time_of(place) == max(at // 1000 * 1000, 631_152_000_000)
    assert 0 <= place <= END


@given(st.lists(st.tuples(st.integers(0, 4 * 10**12), st.integers(1, 2**31 - 1)), min_size=2, max_size=2))
def test_places_are_in_the_order_of_time(two: list[tuple[int, int]]) -> None:
    (at, event_id), (later, other) = sorted(two)
    if at // 1000 < later // 1000:
        assert place_of(at, event_id) <= place_of(later, other) or later <= 631_152_000_000


def test_what_stands_otherwise_than_it_should_is_told(database: Database) -> None:
    stands = [entry(event_id, 1 + event_id % 2, text) for event_id, text in TEXTS.items()]
    differing = database.read_now(lambda session: search.differing(session, stands))
    assert differing == []
    wrong = [entry(1, 2, "My parcel"), entry(2, 1, TEXTS[2], terms=("junk",)), entry(99, 1, "nowhere"), *stands[2:]]
    assert database.read_now(lambda session: search.differing(session, wrong)) == [1, 2, 99]
    assert database.read_now(search.count) == len(TEXTS)
