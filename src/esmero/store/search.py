"""Full-text search over what people wrote: newest first, and only in the inboxes that somebody may see.

The inbox is itself a term of the index. Hits that a person may not see are never read, counted or skipped over. So are
the other facts of an event that do not change: who wrote, whether there are files. Both databases are given the same
words (search_words.py), and rows stand in the order of time (search_clauses.py). They differ in how they find the
newest of very many hits.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text

from esmero.store import search_postgres, search_sqlite
from esmero.store.search_clauses import END, Clause, Entry, Stem, Term, Words
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement

__all__ = ["END", "Clause", "Entry", "Stem", "Term", "Words", "clear", "differing", "find", "index", "remove"]

_CLEAR = Statement(text("DELETE FROM search"))
_COUNT = Statement(text("SELECT count(*) FROM search"))


def index(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Makes texts findable; what was there of the same event is replaced (an inbox that changed, say)."""
    if not entries:
        return
    if tx.dialect == "sqlite":
        search_sqlite.put(tx, entries)
    else:
        search_postgres.put(tx, entries)


def remove(tx: Transaction, places: Sequence[int]) -> None:
    """Makes texts unfindable."""
    if not places:
        return
    if tx.dialect == "sqlite":
        search_sqlite.remove(tx, places)
    else:
        search_postgres.remove(tx, places)


def clear(tx: Transaction) -> None:
    """Forgets everything, before it is indexed anew."""
    tx.run(_CLEAR)


def count(session: Session) -> int:
    """How many events are findable."""
    row = session.one(_COUNT)
    return row[0] if row else 0


def differing(session: Session, entries: Sequence[Entry]) -> list[int]:
    """The events of those entries that do not stand in the index as they are given."""
    compare = search_sqlite.differing if session.dialect == "sqlite" else search_postgres.differing
    return compare(session, entries)


def find(
    session: Session,
    clauses: Sequence[Clause],
    *,
    inbox_ids: Sequence[int],
    limit: int,
    since: int = 0,
    before: int = END,
) -> list[int]:
    """Finds the newest places at which all clauses hold, from `since` on and `before` another, in these inboxes.

    Without a clause everything of these inboxes is found. The next page begins `before` the last of what is returned.
    """
    if not inbox_ids or limit < 1 or before <= since:
        return []
    here = Clause(tuple(Term(f"i{inbox_id:d}") for inbox_id in inbox_ids))
    look = search_sqlite.find if session.dialect == "sqlite" else search_postgres.find
    return look(session, [*clauses, here], since=since, before=before, limit=limit)
