"""A query as the index and the rows of conversations can answer it: names become numbers, days become places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from msgspec import Struct

from esmero.contract.facts import Status
from esmero.desk import agents, inboxes, labels
from esmero.desk.access import AgentView
from esmero.desk.search.languages import stems_of_query
from esmero.desk.search.operators import ME, NOBODY, Name, value_of
from esmero.desk.search.query import Days, Query, Said, WrongQuery
from esmero.store.search_clauses import END, Clause, Field, Match, Stem, Term, Words, place_of
from esmero.store.search_words import folded, words
from esmero.store.session import Session

STATUSES: tuple[Status, ...] = ("open", "pending", "snoozed", "closed")
SHORTEST_PREFIX = 3
"""A last word of fewer letters is looked for as it is: too many words begin with it."""
_FIELDS: dict[Name, Field] = {"from": "sender", "to": "recipient", "subject": "subject", "filename": "file"}


class Standing(Struct, frozen=True, kw_only=True):
    """How a conversation has to stand now. What is empty or None is left open.

    Attributes:
        statuses: one of these.
        assignees: one of these; None among them is nobody. `unassigned_to`: none of these.
        labels: all of these, and none of `without_labels`.
        unread: whether there is something of the customer's that the asker has not read.
    """

    statuses: frozenset[Status] = frozenset(STATUSES)
    assignees: frozenset[int | None] = frozenset()
    unassigned_to: frozenset[int | None] = frozenset()
    labels: frozenset[int] = frozenset()
    without_labels: frozenset[int] = frozenset()
    unread: bool | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether any will do."""
        return self == Standing()


class Ask(Struct, frozen=True, kw_only=True):
    """What is looked for, in numbers.

    Attributes:
        likely: the same as `clauses`, with the last word taken as the beginning of one; `last`: that word alone.
        since, before: the first place, and the one after the last.
    """

    clauses: tuple[Clause, ...]
    likely: tuple[Clause, ...] | None
    last: Clause | None
    standing: Standing
    inbox_ids: frozenset[int]
    since: int = 0
    before: int = END


def ask_of(session: Session, query: Query, me: AgentView, zone: ZoneInfo) -> Ask:
    """Look the names up that a query has.

    Raises:
        WrongQuery: there is no inbox, label or agent of a name, as far as the asker may know.
    """
    clauses = [*_narrowing(session, query), *_junk(query)]
    said = [_said(one) for one in query.said]
    since, before = places_of(query.days, zone)
    likely = _likely(query.said, said, clauses)
    return Ask(
        clauses=(*said, *clauses),
        likely=likely,
        last=None if likely is None else Clause((Words("any", query.said[-1].phrase),)),
        standing=_standing(session, query, me),
        inbox_ids=_inboxes(session, query, me),
        since=since,
        before=before,
    )


def places_of(days: Days, zone: ZoneInfo) -> tuple[int, int]:
    """Return the first place of these days and the first after them."""
    since = 0 if days.since is None else place_of(_midnight(days.since, zone))
    return since, END if days.before is None else place_of(_midnight(days.before, zone))


def _midnight(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp()) * 1000


def _said(one: Said, *, begins: bool = False) -> Clause:
    """Words as they were typed; a single one also in its other forms, unless it stands in quotation marks."""
    found: list[Match] = [Words("any", one.phrase, begins)]
    if not one.exact and len(one.phrase) == 1:
        stems = stems_of_query(one.written)
        found += (Words("any", (stem,)) for stem in stems)
        found += (Stem(stem) for stem in dict.fromkeys((*one.phrase, *stems)))
    return Clause(tuple(found), one.without)


def _likely(said: Sequence[Said], clauses: list[Clause], others: list[Clause]) -> tuple[Clause, ...] | None:
    if not said:
        return None
    last = said[-1]
    if last.exact or last.without or (len(last.phrase[-1]) < SHORTEST_PREFIX and last.phrase[-1].isascii()):
        return None
    return (*clauses[:-1], _said(last, begins=True), *others)


def _narrowing(session: Session, query: Query) -> Iterable[Clause]:
    """What is a fact of an event itself. The same word twice: all files and subjects, any sender, recipient, way."""
    for one in query.narrowings:
        if one.name == "has":
            yield Clause((Term(f"has{one.value}"),), one.without)
        elif one.name in ("subject", "filename"):
            yield Clause((_in_field(one.name, one.value),), one.without)
    for without in (False, True):
        for name in ("from", "to"):
            if values := query.values(name, without=without):
                yield Clause(tuple(_people(session, name, values)), without)
        if channels := query.values("channel", without=without):
            yield Clause(tuple(Term(f"v{word}") for one in channels for word in words(one)[:1]), without)


def _people(session: Session, name: Name, values: Iterable[str]) -> Iterable[Match]:
    for value in values:
        yield _in_field(name, value)
        if name == "from":
            yield from (Term(f"a{number}") for number in _agents(session, value))


def _in_field(name: Name, value: str) -> Match:
    return Words(_FIELDS[name], tuple(words(value)))


def _junk(query: Query) -> Iterable[Clause]:
    """What nobody asked for is left out, unless somebody asks for it here."""
    yield Clause((Term("junk"),), without="junk" not in query.values("is"))


def _inboxes(session: Session, query: Query, me: AgentView) -> frozenset[int]:
    seen = [(one.id, one.name) for one in inboxes.everyone(session) if me.sees(one.id)]
    wanted = {number for value in query.values("in") for number in _named(value, seen, "in")}
    left_out = {number for value in query.values("in", without=True) for number in _named(value, seen, "in")}
    return frozenset((wanted or me.inbox_ids) - left_out)


def _standing(session: Session, query: Query, me: AgentView) -> Standing:
    known = [(one.id, one.name) for one in labels.everyone(session)] if _uses(query, "label") else []
    statuses = frozenset(one for one in STATUSES if one in query.values("is")) or frozenset(STATUSES)
    return Standing(
        statuses=statuses - frozenset(query.values("is", without=True)),
        assignees=_assignees(session, query.values("assigned"), me),
        unassigned_to=_assignees(session, query.values("assigned", without=True), me),
        labels=_labels(query.values("label"), known),
        without_labels=_labels(query.values("label", without=True), known),
        unread=True
        if "unread" in query.values("is")
        else False
        if "unread" in query.values("is", without=True)
        else None,
    )


def _uses(query: Query, name: Name) -> bool:
    return any(one.name == name for one in query.narrowings)


def _labels(values: Iterable[str], known: Sequence[tuple[int, str]]) -> frozenset[int]:
    return frozenset(number for value in values for number in _named(value, known, "label", one=True))


def _assignees(session: Session, values: Iterable[str], me: AgentView) -> frozenset[int | None]:
    found: set[int | None] = set()
    for value in values:
        word = value_of(value)
        if word in (ME, NOBODY):
            found.add(me.id if word == ME else None)
            continue
        if not (numbers := _agents(session, value)):
            raise _unknown("assigned", value)
        found |= numbers
    return frozenset(found)


def _agents(session: Session, value: str) -> set[int]:
    """Agents whose name or address holds these words."""
    wanted = words(value)
    return {one.id for one in agents.everyone(session) if _hold(words(f"{one.name} {one.email}"), wanted)}


def _hold(found: list[str], wanted: list[str]) -> bool:
    return any(found[start : start + len(wanted)] == wanted for start in range(len(found) - len(wanted) + 1))


def _named(value: str, known: Sequence[tuple[int, str]], name: Name, *, one: bool = False) -> Collection[int]:
    """Those of exactly this name; else those whose names begin so; else those that hold these words."""
    plain = folded(value)
    exact = [number for number, known_as in known if folded(known_as) == plain]
    begins = [number for number, known_as in known if folded(known_as).startswith(plain)]
    holds = [number for number, known_as in known if _hold(words(known_as), words(value))]
    found = exact or begins or holds
    if not found:
        raise _unknown(name, value)
    return found[:1] if one else found


def _unknown(name: Name, value: str) -> WrongQuery:
    what = {"in": "inbox", "label": "label", "assigned": "agent"}[name]
    return WrongQuery(f"There is no {what} called {value[:60]!r}.", fields={name: "unknown"})
