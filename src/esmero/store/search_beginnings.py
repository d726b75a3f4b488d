"""The beginning of a word on SQLite, looked for as the words that begin so.

FTS5 gathers everything that begins so in all of history before it gives the first hit. Asked for whole words instead it
reads their lists backwards and stops. Which words there are it tells by `search_words`, without going through where
they stand. Where too many begin so, those of the newest rows often fill a page already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import text

from esmero.store.search_clauses import Clause, Match, Words
from esmero.store.search_words import words
from esmero.store.session import Session
from esmero.store.statement import Statement

MOST_WORDS = 256
"""That are looked for in place of one beginning."""
NEWEST = 600
"""Rows that are read for the words in them."""

_LAST = "\U0010ffff"
# From each word on to the next: nothing that a word may hold comes before `0`, so behind `tea` no word comes before
# `tea0`, and what is skipped are the places at which `tea` stands.
_BEGIN_SO = Statement(
    text(
        "WITH RECURSIVE begun (word) AS ("
        "SELECT (SELECT term FROM search_words WHERE term >= :begin LIMIT 1) UNION ALL "
        "SELECT (SELECT term FROM search_words WHERE term >= begun.word || '0' LIMIT 1) FROM begun "
        "WHERE begun.word < :end) "
        "SELECT word FROM begun WHERE word < :end LIMIT :most"
    )
)
_NEWEST = Statement(
    text(
        "SELECT rowid, text, subject, file FROM search WHERE rowid >= :since AND rowid < :before "
        "ORDER BY rowid DESC LIMIT :most"
    )
)


class Completed(NamedTuple):
    """The same clauses with whole words in place of a beginning, from a place on."""

    clauses: Sequence[Clause]
    since: int


def completed(session: Session, clauses: Sequence[Clause], begin: str) -> Sequence[Clause] | None:
    """The clauses with all words that begin so; None where those are too many."""
    rows = session.all(_BEGIN_SO, begin=begin, end=begin + _LAST, most=MOST_WORDS + 1)
    return None if len(rows) > MOST_WORDS else _with(clauses, [row[0] for row in rows])


def completed_lately(session: Session, clauses: Sequence[Clause], begin: str, *, since: int, before: int) -> Completed:
    """The clauses with the words of the newest rows that begin so, and the oldest of these rows.

    From there on they find all that the beginning itself would find.
    """
    rows = session.all(_NEWEST, since=since, before=before, most=NEWEST)
    found = dict.fromkeys(
        word for row in rows for field in row[1:] if field for word in words(field) if word.startswith(begin)
    )
    return Completed(_with(clauses, list(found)), rows[-1][0] if rows else since)


def _with(clauses: Sequence[Clause], whole: Sequence[str]) -> Sequence[Clause]:
    return [clause._replace(any_of=tuple(_whole(clause.any_of, whole))) for clause in clauses]


def _whole(matches: Sequence[Match], whole: Sequence[str]) -> Iterator[Match]:
    """Alternatives with whole words. Where no word begins so, the beginning is one: it finds nothing."""
    for match in matches:
        if not (isinstance(match, Words) and match.begins):
            yield match
            continue
        for word in whole or match.phrase[-1:]:
            yield Words(match.field, (*match.phrase[:-1], word))
