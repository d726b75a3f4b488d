"""The index, compared with what it should be and made so again. A rebuild gives the same."""

from __future__ import annotations

from collections.abc import Iterator

from esmero.contract.events import Event
from esmero.desk import cursors, log
from esmero.desk.search import refill
from esmero.desk.search.entries import entries_of
from esmero.desk.search.index import FOLLOWER
from esmero.store import search
from esmero.store.session import Session, Transaction

SLICE = 500
"""Events that are compared at once."""


def wrong(session: Session) -> Iterator[int]:
    """Give the events that stand in the index otherwise than they should, and 0 if it holds others besides."""
    known = 0
    for events in _slices(session):
        entries = entries_of(session, events)
        known += len(entries)
        if entries:
            yield from search.differing(session, entries)
    if known != search.count(session):
        yield 0


def mend(tx: Transaction) -> int:
    """Write the whole index anew if anything of it is wrong; say how many events were."""
    found = sum(1 for _ in wrong(tx))
    if found:
        search.clear(tx)
        for events in _slices(tx):
            search.index(tx, entries_of(tx, events))
    return found


def _slices(session: Session) -> Iterator[list[Event]]:
    """All that has been followed. What is still to be filled in is left out."""
    position, end = refill.left(session), cursors.position(session, FOLLOWER)
    while events := [one for one in log.after(session, position, limit=SLICE) if one.id <= end]:
        yield events
        position = events[-1].id
