"""The part of what was written that shows why it was found, with the places of the words in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from esmero.desk.search.languages import stems_of_query
from esmero.desk.search.query import Query
from esmero.kit.text import clean_name, cut
from esmero.language.stems import OURS, stem_of
from esmero.store.search_words import folded, word_pattern, words

LONGEST = 160
"""Characters of an excerpt."""
BEFORE = 40
"""Characters of it before the first word that was found."""
MOST_READ = 60_000
"""Characters of a text in which the words are looked for."""
_SHORTEST_BEGINNING = 3

Place = tuple[int, int]
"""Where something stands: the number of its first character, and of the one after its last."""


class Excerpt(Struct, frozen=True):
    """One line of a text, and where in it the words stand; places count characters (code points)."""

    text: str
    marks: tuple[Place, ...] = ()


class Sought(Struct, frozen=True):
    """The words of a query, as they may stand in a text."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]


def sought_by(query: Query) -> Sought:
    """Return what is to be marked: all words that must be there, in their forms."""
    whole: set[str] = set()
    last: tuple[str, ...] = ()
    for one in query.said:
        if one.without:
            continue
        whole |= set(one.phrase)
        if not one.exact:
            whole |= set(stems_of_query(one.written))
            last = one.phrase[-1:]
    for name in ("subject", "filename", "from", "to"):
        for value in query.values(name):
            whole |= set(words(value))
    return Sought(frozenset(whole), tuple(word for word in last if len(word) >= _SHORTEST_BEGINNING))


def excerpt(text: str, sought: Sought) -> Excerpt:
    """Return the part of a text around the first place where something that is sought stands; else its beginning."""
    line = clean_name(text[:MOST_READ], longest=MOST_READ)
    places = list(_places(line, sought))
    start = _start(line, places[0][0]) if places else 0
    end = _end(line, start + LONGEST)
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shift = len(before) - start
    marks = tuple((first + shift, last + shift) for first, last in places if first >= start and last <= end)
    return Excerpt(before + line[start:end] + after, marks)


def best_of(texts: Sequence[str], sought: Sought) -> Excerpt:
    """Return the excerpt of the first text that has one of the words; else that of the first that is not empty."""
    found = [excerpt(text, sought) for text in texts if text]
    return next((one for one in found if one.marks), found[0] if found else Excerpt(""))


def names_it(name: str, sought: Sought) -> bool:
    """Tell whether a name of a file has one of the words."""
    return next(_places(name, sought), None) is not None


def _places(line: str, sought: Sought) -> Iterator[Place]:
    for found in word_pattern().finditer(line):
        if _is_sought(found[0], sought):
            yield found.span()


def _is_sought(written: str, sought: Sought) -> bool:
    word = folded(written)
    if word in sought.whole or word.startswith(sought.beginnings):
        return True
    if not sought.whole:
        return False
    small = written.casefold()
    return any(folded(stem_of(small, language)) in sought.whole for language in OURS)


def _start(line: str, first: int) -> int:
    """A little before the first place, at the begin of a word."""
    start = max(0, min(first - BEFORE, len(line) - LONGEST))
    return line.find(" ", start, first) + 1 or start if start else 0


def _end(line: str, end: int) -> int:
    """At the end of a word, where there is one near, and never between a letter and its marks."""
    if end >= len(line):
        return len(line)
    space = line.rfind(" ", end - BEFORE // 2, end)
    return space if space > 0 else len(cut(line[: end + 1], end).removesuffix("…"))
