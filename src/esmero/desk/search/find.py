"""What a query finds: newest first, a page at a time, and bounded however unlucky the question is.

What doesn't change about an event is in the index itself. How a conversation stands now (its status, its labels, who
has it) is looked up: where few conversations stand so, the index is asked for those alone; else hits are read, newest
first, and those that don't fit are passed over. After 3,000 of them a page ends, says how far back it has
looked, and the next one goes on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from esmero.contract.events import Event
from esmero.desk import log
from esmero.desk.access import AgentView
from esmero.desk.search.asked import Ask
from esmero.desk.search.standing import few, fitting
from esmero.store import search
from esmero.store.search_clauses import END, Clause, Term, event_of, time_of
from esmero.store.session import Session

BATCHES = (60, 240, 900, 1_800)
"""Hits that are read at once: few at first, since mostly they fill the page. One page reads no more than all these."""
MOST_OF_ONE = 3
"""Hits of one conversation on a page: the others are found in it."""


class Found(Struct, frozen=True, kw_only=True):
    """One page of hits, newest first.

    Attributes:
        next: the place before which the following page begins; None at the end.
        upto: where the page ended without being full, how far back in time it has looked, in milliseconds.
        more_of: how many hits of a conversation were left out, by its number.
    """

    events: Sequence[Event]
    next: int | None = None
    upto: int | None = None
    more_of: dict[int, int] = {}


def find(session: Session, ask: Ask, me: AgentView, *, limit: int, before: int | None = None) -> Found:
    """Return the newest hits, at most `MOST_OF_ONE` of one conversation.

    Where whole words find less than a page, the last of them may also be the beginning of one: unless it is a common
    word itself, since what begins so would have to be gone through as well.
    """
    clauses = _narrowed(session, ask, me)
    if clauses is None:
        return Found(events=())
    end = min(ask.before, END if before is None else before)
    found = _page(session, ask, clauses, me, before=end, limit=limit)
    if ask.likely is not None and len(found.events) < limit and found.next is None and _is_rare(session, ask, limit):
        likely = (*ask.likely, *clauses[len(ask.clauses) :])
        found = _page(session, ask, likely, me, before=end, limit=limit)
    return found


def _is_rare(session: Session, ask: Ask, limit: int) -> bool:
    """Whether the last word, by itself, is found less than a page of times."""
    if ask.last is None:
        return False
    return len(search.find(session, [ask.last], inbox_ids=sorted(ask.inbox_ids), limit=limit)) < limit


def _narrowed(session: Session, ask: Ask, me: AgentView) -> tuple[Clause, ...] | None:
    """The clauses, with the conversations that are meant where those are few; None where there is none."""
    only = few(session, ask.standing, me, ask.inbox_ids)
    if only is None:
        return ask.clauses
    return (*ask.clauses, Clause(tuple(Term(f"c{number}") for number in only))) if only else None


def _page(session: Session, ask: Ask, clauses: Sequence[Clause], me: AgentView, *, before: int, limit: int) -> Found:
    inbox_ids = sorted(ask.inbox_ids)
    ids: list[int] = []
    seen: Counter[int] = Counter()
    place = before
    for batch in BATCHES:
        places = search.find(session, clauses, inbox_ids=inbox_ids, limit=batch, since=ask.since, before=place)
        talks = fitting(session, [event_of(one) for one in places], ask.standing, me)
        for place in places:
            talk = talks.get(event_of(place))
            if talk is None:
                continue
            seen[talk] += 1
            if seen[talk] <= MOST_OF_ONE:
                ids.append(event_of(place))
            if len(ids) == limit:
                return _found(session, ids, seen, next_=place)
        if len(places) < batch:
            return _found(session, ids, seen)
    return _found(session, ids, seen, next_=place, upto=time_of(place))


def _found(
    session: Session, ids: list[int], seen: Counter[int], *, next_: int | None = None, upto: int | None = None
) -> Found:
    events = {event.id: event for event in log.these(session, ids)} if ids else {}
    more = {number: count - MOST_OF_ONE for number, count in seen.items() if count > MOST_OF_ONE}
    return Found(events=[events[number] for number in ids if number in events], next=next_, upto=upto, more_of=more)
