"""Search on PostgreSQL: tsvector with GIN, which collects every hit before it returns the first.

So each row also carries terms for the stretches of time that it lies in, short and long ones, and the query goes from
the newest short one to older and longer ones. A long one that turns out to hold very many hits is taken apart again.

Words stand as they are. What is no word of the text has a sign before it that no word holds: `#` a fact or a stretch,
`~` a stem, and `@` with a letter the words of one field alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from sqlalchemy import text

from esmero.store.search_clauses import Clause, Entry, Field, Match, Stem, Words, beginning_in
from esmero.store.search_words import words
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement

SECOND = 1 << 31
"""Places that one second has."""
STRETCHES = tuple(4_096 << 3 * level for level in range(6))
"""Lengths of the stretches that rows have terms for, in seconds: an hour, nine, three days … four years."""
MOST_ROWS = 4_096
"""A stretch that gives this many hits is taken apart."""
NEWEST = 600
"""Rows that are looked at one by one for the beginning of a word, since GIN goes through all words that begin so."""

# tsvector keeps at most 255 positions of a word, and none beyond this one.
_LAST_POSITION, _POSITIONS = 16_383, 255
_MOST_WORDS = 60_000
"""Of an entry: a tsvector has at most a megabyte."""
_GAP = 8
"""Positions between two fields, so that no phrase reaches from one into the next."""
_MARK: dict[Field, str] = {"any": "", "subject": "@s", "file": "@f", "sender": "@a", "recipient": "@r"}

_PUT = Statement(
    text(
        "INSERT INTO search (place, words) "
        "SELECT unnest(CAST(:places AS bigint[])), CAST(unnest(CAST(:words AS text[])) AS tsvector) "
        "ON CONFLICT (place) DO UPDATE SET words = excluded.words"
    )
)
_REMOVE = Statement(text("DELETE FROM search WHERE place = ANY (CAST(:places AS bigint[]))"))
_ENDS = Statement(text("SELECT min(place), max(place) FROM search"))
# `+ 0` keeps the planner from walking the primary key past every row that doesn't match.
_FIND = Statement(
    text(
        "SELECT place FROM search WHERE words @@ CAST(:query AS tsquery) AND place + 0 >= :since "
        "AND place + 0 < :before LIMIT :most"
    )
)
_NEWEST = Statement(
    text(
        "SELECT place FROM search WHERE words @@ CAST(:query AS tsquery) AND place + 0 >= :since "
        "AND place + 0 < :before ORDER BY place + 0 DESC LIMIT :most"
    )
)
_LATELY = Statement(
    text(
        "SELECT place, words @@ CAST(:query AS tsquery) FROM search WHERE place >= :since AND place < :before "
        "ORDER BY place DESC LIMIT :most"
    )
)
_SAME = Statement(
    text(
        "SELECT wanted.place FROM unnest(CAST(:places AS bigint[]), CAST(:words AS text[])) AS wanted (place, words) "
        "JOIN search ON search.place = wanted.place AND search.words = CAST(wanted.words AS tsvector)"
    )
)


class Stretch(NamedTuple):
    """The `number`-th part of time when it is cut into parts of `STRETCHES[level]` seconds."""

    level: int
    number: int

    @property
    def start(self) -> int:
        """The first place in it."""
        return self.number * STRETCHES[self.level] * SECOND

    @property
    def term(self) -> str:
        """What rows of this stretch have in their index."""
        return f"'#{self.level}s{self.number}'"

    def parts(self) -> Iterator[Stretch]:
        """The stretches of the next shorter length that it consists of, newest first."""
        count = STRETCHES[self.level] // STRETCHES[self.level - 1]
        for part in reversed(range(count)):
            yield Stretch(self.level - 1, self.number * count + part)


def put(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Writes the rows of these entries."""
    rows = {entry.place: row(entry) for entry in entries}
    tx.run(_PUT, places=list(rows), words=list(rows.values()))


def remove(tx: Transaction, places: Sequence[int]) -> None:
    """Drops rows."""
    tx.run(_REMOVE, places=list(places))


def differing(session: Session, entries: Sequence[Entry]) -> list[int]:
    """The events of those entries that do not stand in the index as they are given."""
    rows = {entry.place: row(entry) for entry in entries}
    same = {each[0] for each in session.all(_SAME, places=list(rows), words=list(rows.values()))}
    return [entry.event_id for entry in entries if entry.place not in same]


def row(entry: Entry) -> str:
    """An entry as a tsvector is written."""
    places: dict[str, list[int]] = {}
    end = 0
    for field, text_ in (("any", entry.text), ("subject", entry.subject), ("file", entry.file)):
        found = words(text_)[:_MOST_WORDS]
        _place(places, "", found, end)
        if field != "any":
            _place(places, _MARK[field], found, end)  # type: ignore[index]
        end += len(found) + _GAP
    _place(places, _MARK["sender"], words(entry.sender), 0)
    _place(places, _MARK["recipient"], words(entry.recipient), 0)
    terms = [_term(word, where) for word, where in places.items()]
    terms += (f"'~{stem}'" for stem in entry.stems)
    terms += (f"'#{name}'" for name in entry.facts)
    seconds = entry.place // SECOND
    terms += (Stretch(level, seconds // length).term for level, length in enumerate(STRETCHES))
    return " ".join(terms)


def _place(places: dict[str, list[int]], mark: str, found: Sequence[str], start: int) -> None:
    for position, word in enumerate(found, start + 1):
        places.setdefault(mark + word, []).append(position)


def _term(word: str, where: Sequence[int]) -> str:
    kept = [position for position in where[:_POSITIONS] if position <= _LAST_POSITION]
    return f"'{word}':{','.join(map(str, kept))}" if kept else f"'{word}'"


def find(session: Session, clauses: Sequence[Clause], *, since: int, before: int, limit: int) -> list[int]:
    """The newest places at which all clauses hold."""
    query = query_of(clauses)
    if beginning_in(clauses) is not None:
        rows = session.all(_LATELY, query=query, since=since, before=before, most=NEWEST)
        lately = [place for place, holds in rows if holds][:limit]
        if len(lately) == limit or len(rows) < NEWEST:
            return lately
    return _find(session, query, since=since, before=before, limit=limit)


def _find(session: Session, query: str, *, since: int, before: int, limit: int) -> list[int]:
    found: list[int] = []
    for stretch in _backwards(session, since, before):
        end = found[-1] if found else before
        found += _newest(session, query, stretch, since=since, before=end, limit=limit - len(found))
        if len(found) >= limit:
            break
    return found


def _newest(session: Session, query: str, stretch: Stretch, *, since: int, before: int, limit: int) -> list[int]:
    """The newest hits of a stretch."""
    here = f"{query} & {stretch.term}"
    if stretch.level == 0:
        return [each[0] for each in session.all(_NEWEST, query=here, since=since, before=before, most=limit)]
    rows = session.all(_FIND, query=here, since=since, before=before, most=MOST_ROWS)
    if len(rows) < MOST_ROWS:
        return sorted((each[0] for each in rows), reverse=True)[:limit]
    found: list[int] = []
    for part in stretch.parts():
        if len(found) < limit and part.start < before:
            found += _newest(session, query, part, since=since, before=before, limit=limit - len(found))
    return found


def query_of(clauses: Sequence[Clause]) -> str:
    """The clauses as a tsquery is written."""
    return " & ".join(("!" if clause.without else "") + _alternatives(clause) for clause in clauses)


def _alternatives(clause: Clause) -> str:
    return f"({' | '.join(map(_match, clause.any_of))})"


def _match(match: Match) -> str:
    if isinstance(match, Words):
        quoted = [f"'{_MARK[match.field]}{word}'" for word in match.phrase]
        if match.begins:
            quoted[-1] += ":*"
        return f"({' <-> '.join(quoted)})"
    return f"'~{match.stem}'" if isinstance(match, Stem) else f"'#{match.name}'"


def _backwards(session: Session, since: int, before: int) -> Iterator[Stretch]:
    """Stretches that cover time from the newest place to the oldest: two short ones, then longer and longer ones.

    They overlap: a longer one begins with what the shorter ones before it have covered.
    """
    ends = session.one(_ENDS)
    if ends is None or ends[0] is None:
        return
    oldest, end = max(ends[0], since), min(ends[1] + 1, before)
    for level in chain((0, 0, *range(1, len(STRETCHES) - 1)), repeat(len(STRETCHES) - 1)):
        if end <= oldest:
            return
        stretch = Stretch(level, (end - 1) // SECOND // STRETCHES[level])
        yield stretch
        end = stretch.start
