"""Full-text search over what people wrote: newest first, and only in the inboxes that somebody may see.

The inbox is itself a term of the index. Hits that a person may not see are never read, counted or skipped over.

Both databases are given the same words (search_words.py). They differ in how they find the newest of very many hits.
FTS5 reads its lists backwards and stops when it has enough. PostgreSQL's GIN can't: it collects every hit before it
returns the first, which takes seconds for a word that stands in half of a million messages. So each row also carries
terms for the stretches of the log that it lies in, short and long ones, and the query goes from the newest short one
to older and longer ones. A long one that turns out to hold very many hits is taken apart again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from sqlalchemy import text

from esmero.store.search_words import is_plain, phrases, words
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement

STRETCHES = (4_096, 32_768, 262_144, 2_097_152)
"""Lengths of the stretches of the log that rows have terms for on PostgreSQL, in events."""
MOST_ROWS = STRETCHES[0]
"""A stretch that gives this many hits is taken apart; the shortest ones can't give more."""
SHORTEST_PREFIX = 3
"""A last word of fewer letters is looked for as it is: too many words begin with it."""


class Stretch(NamedTuple):
    """The `number`-th part of the log when it is cut into parts of length `STRETCHES[level]`."""

    level: int
    number: int

    @property
    def start(self) -> int:
        """The first event id in it."""
        return self.number * STRETCHES[self.level]

    @property
    def term(self) -> str:
        """What rows of this stretch have in their index."""
        return f"'#{self.level}s{self.number}'"

    def parts(self) -> Iterator[Stretch]:
        """The stretches of the next shorter length that it consists of, newest first."""
        count = STRETCHES[self.level] // STRETCHES[self.level - 1]
        for part in reversed(range(count)):
            yield Stretch(self.level - 1, self.number * count + part)


Wanted = list[list[str]]
"""Phrases of words."""

_END = 2**63 - 1
# tsvector keeps at most 255 positions of a word, and none beyond this one.
_LAST_POSITION, _POSITIONS = 16_383, 255


class Entry(NamedTuple):
    """What search is to know of one event."""

    event_id: int
    inbox_id: int
    text: str


def index(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Makes texts findable; what was there of the same event is replaced (an inbox that changed, say)."""
    if tx.dialect == "sqlite":
        tx.many(_FTS_PUT, [_fts_row(entry) for entry in entries])
    else:
        rows = {entry.event_id: _tsv_row(entry) for entry in entries}
        tx.run(_TSV_PUT, event_ids=list(rows), words=list(rows.values()))


def remove(tx: Transaction, event_ids: Sequence[int]) -> None:
    """Makes texts unfindable."""
    if tx.dialect == "sqlite":
        tx.run(_FTS_REMOVE, event_ids=json.dumps(list(event_ids)))
    else:
        tx.run(_TSV_REMOVE, event_ids=list(event_ids))


def clear(tx: Transaction) -> None:
    """Forgets everything, before it is indexed anew."""
    tx.run(_CLEAR)


def find(session: Session, query: str, *, inbox_ids: Sequence[int], limit: int, before: int | None = None) -> list[int]:
    """Finds the newest events whose text holds all that was typed.

    Where whole words give fewer than `limit` events, the last word may also be the beginning of one. (Not always,
    since every word that begins so has to be gone through, and the whole word is what was meant.) Whatever is typed is
    looked for: there is no syntax, and so no syntax error. Returns event ids, newest first; the next page begins
    `before` the last of them.
    """
    wanted = phrases(query)
    if not wanted or not inbox_ids or limit < 1:
        return []
    look = _look_in_fts if session.dialect == "sqlite" else _look_in_stretches
    end = _END if before is None else before
    found = look(session, wanted, inbox_ids, end, limit, begins=False)
    if len(found) < limit and _may_begin(wanted[-1][-1]):
        found = look(session, wanted, inbox_ids, end, limit, begins=True)
    return found


def _may_begin(word: str) -> bool:
    """Whether a last word is long enough to be the beginning of another."""
    return len(word) >= SHORTEST_PREFIX or not word.isascii()


# SQLite: FTS5

_FTS_PUT = Statement(
    text("INSERT OR REPLACE INTO search (rowid, text, scope) VALUES (:event_id, :text, :scope)"),
    names=("event_id", "text", "scope"),
)
_FTS_REMOVE = Statement(text("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(:event_ids))"))
_FTS_FIND = Statement(
    text("SELECT rowid FROM search WHERE search MATCH :match AND rowid < :before ORDER BY rowid DESC LIMIT :limit")
)
_CLEAR = Statement(text("DELETE FROM search"))


def _fts_row(entry: Entry) -> tuple[int, str, str]:
    # Of plain text FTS5 makes the same words by itself, and quicker.
    text = entry.text if is_plain(entry.text) else " ".join(words(entry.text))
    return entry.event_id, text, f"i{entry.inbox_id}"


def _look_in_fts(
    session: Session, wanted: Wanted, inbox_ids: Sequence[int], before: int, limit: int, *, begins: bool
) -> list[int]:
    """Words hold nothing but letters, digits and marks, so quotes around them are all that FTS5 asks for."""
    terms = [f'"{" ".join(phrase)}"' for phrase in wanted]
    if begins:
        terms[-1] += " *"
    scopes = " OR ".join(f'"i{inbox_id:d}"' for inbox_id in inbox_ids)
    match = f"text : ({' AND '.join(terms)}) AND scope : ({scopes})"
    return [row[0] for row in session.all(_FTS_FIND, match=match, before=before, limit=limit)]


# PostgreSQL: tsvector. Terms that aren't words begin with #, which no word holds.

_TSV_PUT = Statement(
    text(
        "INSERT INTO search (event_id, words) "
        "SELECT unnest(CAST(:event_ids AS bigint[])), CAST(unnest(CAST(:words AS text[])) AS tsvector) "
        "ON CONFLICT (event_id) DO UPDATE SET words = excluded.words"
    )
)
_TSV_REMOVE = Statement(text("DELETE FROM search WHERE event_id = ANY (CAST(:event_ids AS bigint[]))"))
_TSV_ENDS = Statement(text("SELECT min(event_id), max(event_id) FROM search"))
# `+ 0` keeps the planner from walking the primary key past every row that doesn't match.
_TSV_FIND = Statement(
    text("SELECT event_id FROM search WHERE words @@ CAST(:query AS tsquery) AND event_id + 0 < :before LIMIT :most")
)


def _tsv_row(entry: Entry) -> str:
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words(entry.text)[:_LAST_POSITION], 1):
        positions.setdefault(word, []).append(position)
    terms = [f"'{word}':{','.join(map(str, places[:_POSITIONS]))}" for word, places in positions.items()]
    stretches = (Stretch(level, entry.event_id // length) for level, length in enumerate(STRETCHES))
    terms += [f"'#i{entry.inbox_id}'", *(stretch.term for stretch in stretches)]
    return " ".join(terms)


def _look_in_stretches(
    session: Session, wanted: Wanted, inbox_ids: Sequence[int], before: int, limit: int, *, begins: bool
) -> list[int]:
    query = _tsv_query(wanted, inbox_ids, begins=begins)
    found: list[int] = []
    for stretch in _backwards(session, before):
        found += _newest(session, query, stretch, before=found[-1] if found else before, limit=limit - len(found))
        if len(found) >= limit:
            break
    return found


def _newest(session: Session, query: str, stretch: Stretch, *, before: int, limit: int) -> list[int]:
    """The newest hits of a stretch."""
    here = f"{query} & {stretch.term}"
    rows = session.all(_TSV_FIND, query=here, before=before, most=MOST_ROWS)
    if len(rows) < MOST_ROWS or stretch.level == 0:
        return sorted((row[0] for row in rows), reverse=True)[:limit]
    found: list[int] = []
    for part in stretch.parts():
        if len(found) < limit and part.start < before:
            found += _newest(session, query, part, before=before, limit=limit - len(found))
    return found


def _tsv_query(wanted: Wanted, inbox_ids: Sequence[int], *, begins: bool) -> str:
    quoted = [[f"'{word}'" for word in phrase] for phrase in wanted]
    if begins:
        quoted[-1][-1] += ":*"
    terms = [f"({' <-> '.join(phrase)})" for phrase in quoted]
    scopes = " | ".join(f"'#i{inbox_id:d}'" for inbox_id in inbox_ids)
    return f"{' & '.join(terms)} & ({scopes})"


def _backwards(session: Session, before: int) -> Iterator[Stretch]:
    """Stretches that cover the log from the newest event to the oldest: two short ones, then longer and longer ones.

    They overlap: a longer one begins with what the shorter ones before it have covered.
    """
    ends = session.one(_TSV_ENDS)
    if ends is None or ends[0] is None:
        return
    oldest, end = ends[0], min(ends[1] + 1, before)
    for level in chain((0, 0, 1, 2), repeat(3)):
        if end <= oldest:
            return
        stretch = Stretch(level, (end - 1) // STRETCHES[level])
        yield stretch
        end = stretch.start
