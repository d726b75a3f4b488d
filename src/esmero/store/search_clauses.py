"""What is looked for, in the form that both databases are given: clauses that must all hold, each of alternatives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

Field = Literal["any", "subject", "file", "sender", "recipient"]
"""Where words stand. `any`: in what was said, in subjects and in names of files."""

EPOCH = 631_152_000
"""The year 1990 in seconds after 1970: no mail is older."""
_EVENT_BITS = 31
_SECONDS = (1 << 32) - 1
_EVENTS = (1 << _EVENT_BITS) - 1
END = (1 << 63) - 1


def place_of(at: int, event_id: int = 0) -> int:
    """The place of an event among all others in the order of time: what was imported stands where it was said.

    `at` is in milliseconds. The place tells the event (`event_of`), up to two thousand million of them.
    """
    return min(max(at // 1000 - EPOCH, 0), _SECONDS) << _EVENT_BITS | event_id & _EVENTS


def event_of(place: int) -> int:
    """The event that stands at this place."""
    return place & _EVENTS


def time_of(place: int) -> int:
    """When the event at this place happened, to the second, in milliseconds."""
    return ((place >> _EVENT_BITS) + EPOCH) * 1000


class Words(NamedTuple):
    """Words that stand side by side in a field; `begins`: the last may be the beginning of one."""

    field: Field
    phrase: tuple[str, ...]
    begins: bool = False


class Stem(NamedTuple):
    """A form of a word that has this stem and is not the stem itself."""

    stem: str


class Term(NamedTuple):
    """A fact of the event, such as `i7` (its inbox) or `hasfile`: small letters and digits."""

    name: str


Match = Words | Stem | Term


class Clause(NamedTuple):
    """One of these has to hold, or, `without`, none may."""

    any_of: tuple[Match, ...]
    without: bool = False


def beginning_in(clauses: Sequence[Clause]) -> str | None:
    """The beginning of a word that is looked for; None where all are whole, or more than one is not."""
    matches = (match for clause in clauses for match in clause.any_of)
    found = {match.phrase[-1] for match in matches if isinstance(match, Words) and match.begins}
    return found.pop() if len(found) == 1 else None


class Entry(Struct, frozen=True, kw_only=True):
    """What search is to know of one event.

    Attributes:
        at: when it happened, in milliseconds; together with the event it is the place in the order of hits.
        terms: facts of it, as `Term` has them; its inbox is one without being named here.
        stems: of words of the text and the subject that are not their own stem, as `words` folds them.
        text, subject, file, sender, recipient: as people wrote them.
    """

    event_id: int
    at: int
    inbox_id: int
    text: str = ""
    stems: tuple[str, ...] = ()
    subject: str = ""
    file: str = ""
    sender: str = ""
    recipient: str = ""
    terms: tuple[str, ...] = ()

    @property
    def place(self) -> int:
        """Where it stands in the order of time."""
        return place_of(self.at, self.event_id)

    @property
    def facts(self) -> Iterable[str]:
        """All its terms."""
        return (f"i{self.inbox_id}", *self.terms)
