"""Search on SQLite: FTS5, whose rows stand in the order of time, so that it reads its lists backwards and stops."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import text

from esmero.store.search_beginnings import completed, completed_lately
from esmero.store.search_clauses import Clause, Entry, Match, Stem, Words, beginning_in
from esmero.store.search_words import is_plain, words
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement

_ANY = "{text subject file}"

_PUT = Statement(
    text(
        "INSERT OR REPLACE INTO search (rowid, text, stem, subject, file, sender, recipient, scope) "
        "VALUES (:place, :text, :stem, :subject, :file, :sender, :recipient, :scope)"
    ),
    names=("place", "text", "stem", "subject", "file", "sender", "recipient", "scope"),
)
_REMOVE = Statement(text("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(:places))"))
_FIND = Statement(
    text(
        "SELECT rowid FROM search WHERE search MATCH :match AND rowid >= :since AND rowid < :before "
        "ORDER BY rowid DESC LIMIT :limit"
    )
)
_ROWS = Statement(
    text(
        "SELECT rowid, text, stem, subject, file, sender, recipient, scope FROM search "
        "WHERE rowid IN (SELECT value FROM json_each(:places))"
    )
)


def put(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Writes the rows of these entries."""
    tx.many(_PUT, [row(entry) for entry in entries])


def remove(tx: Transaction, places: Sequence[int]) -> None:
    """Drops rows."""
    tx.run(_REMOVE, places=json.dumps(list(places)))


def differing(session: Session, entries: Sequence[Entry]) -> list[int]:
    """The events of those entries that do not stand in the index as they are given."""
    found = session.all(_ROWS, places=json.dumps([entry.place for entry in entries]))
    stands = {each[0]: tuple(each) for each in found}
    return [entry.event_id for entry in entries if stands.get(entry.place) != row(entry)]


def find(session: Session, clauses: Sequence[Clause], *, since: int, before: int, limit: int) -> list[int]:
    """The newest places at which all clauses hold."""
    begin = beginning_in(clauses)
    if begin is None:
        return _find(session, clauses, since=since, before=before, limit=limit)
    whole = completed(session, clauses, begin)
    if whole is not None:
        return _find(session, whole, since=since, before=before, limit=limit)
    lately, start = completed_lately(session, clauses, begin, since=since, before=before)
    found = _find(session, lately, since=start, before=before, limit=limit)
    return found if len(found) == limit else _find(session, clauses, since=since, before=before, limit=limit)


def _find(session: Session, clauses: Sequence[Clause], *, since: int, before: int, limit: int) -> list[int]:
    rows = session.all(_FIND, match=match_of(clauses), since=since, before=before, limit=limit)
    return [each[0] for each in rows]


def row(entry: Entry) -> tuple[int | str, ...]:
    """The values of an entry's row."""
    return (
        entry.place,
        _written(entry.text),
        " ".join(entry.stems),
        _written(entry.subject),
        _written(entry.file),
        _written(entry.sender),
        _written(entry.recipient),
        " ".join(entry.facts),
    )


def _written(text: str) -> str:
    # Of plain text FTS5 makes the same words by itself, and quicker.
    return text if is_plain(text) else " ".join(words(text))


def match_of(clauses: Sequence[Clause]) -> str:
    """The clauses in FTS5's language. One of them at least has to be positive."""
    match = " AND ".join(_alternatives(clause) for clause in clauses if not clause.without)
    for clause in clauses:
        if clause.without:
            match = f"({match}) NOT {_alternatives(clause)}"
    return match


def _alternatives(clause: Clause) -> str:
    return f"({' OR '.join(map(_match, clause.any_of))})"


def _match(match: Match) -> str:
    """Words hold nothing but letters, digits and marks, so quotes around them are all that FTS5 asks for."""
    if isinstance(match, Words):
        column = _ANY if match.field == "any" else match.field
        return f'{column} : "{" ".join(match.phrase)}"{" *" if match.begins else ""}'
    return f'stem : "{match.stem}"' if isinstance(match, Stem) else f'scope : "{match.name}"'
