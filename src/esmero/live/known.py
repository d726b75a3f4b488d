"""The conversations that are talked in just now, remembered, so that a message doesn't make the hub read them again.

What is remembered is folded forward with each event, by the same fold that made the row: a snapshot and the events
since are a fresh snapshot. Where an event is missing in between, the row is read anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from esmero.contract.events import Event
from esmero.desk import labels
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation, fold
from esmero.desk.conversations.summary import Summary, summarise
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer
from esmero.store.session import Session

MOST = 10_000
"""Conversations, and as many customers; about a kilobyte each."""
OF_CUSTOMER = 20
"""Conversations of one customer that are shown anew when something about the customer has changed."""


class Known:
    """States of conversations and customers. Used by one look into the log at a time."""

    def __init__(self) -> None:
        self._talks: dict[int, Conversation] = {}
        self._people: dict[int, Customer] = {}
        self._labels: frozenset[int] | None = None

    def follow(self, session: Session, events: Sequence[Event], also: Iterable[Conversation]) -> dict[int, Summary]:
        """Return the lines of all conversations that these events touch, as the events leave them or as they are now.

        Args:
            events: the feed's next ones.
            also: conversations whose customers have changed, as they are now.
        """
        if self._labels is None or any(event.stream == "desk" for event in events):
            self._labels = labels.in_use(session)
        for event in events:
            if event.stream == "customer":
                self._people.pop(event.of, None)
            elif event.stream == "conversation" and event.of in self._talks:
                self._fold(event)
        self._talks |= {state.id: state for state in also}
        touched = {event.of for event in events if event.stream == "conversation"} | {state.id for state in also}
        self._load(session, touched)
        return {number: self._line(number) for number in touched if number in self._talks}

    def recall(self, events: Sequence[Event]) -> dict[int, Summary] | None:
        """Return what `follow` does, for events of conversations, from memory alone; None if that doesn't suffice."""
        talks = self._talks
        if self._labels is None or any(
            event.of not in talks or talks[event.of].customer_id not in self._people for event in events
        ):
            return None
        now = {event.of: talks[event.of] for event in events}
        for event in events:
            if event.seq != now[event.of].seq + 1:
                return None
            now[event.of] = fold(now[event.of], event)
        if any(state.customer_id not in self._people for state in now.values()):
            return None
        talks |= now
        return {number: self._line(number) for number in now}

    def forget(self) -> None:
        """Forget everything: events went by that were not followed."""
        self._talks.clear()
        self._people.clear()
        self._labels = None

    def _fold(self, event: Event) -> None:
        state = self._talks[event.of]
        if event.seq == state.seq + 1:
            self._talks[event.of] = fold(state, event)
        elif event.seq > state.seq:
            del self._talks[event.of]

    def _load(self, session: Session, touched: Collection[int]) -> None:
        _make_room(self._talks)
        unknown = [number for number in touched if number not in self._talks]
        if unknown:
            self._talks |= {state.id: state for state in rows.find_many(session, unknown)}
        _make_room(self._people)
        owners = {self._talks[number].customer_id for number in touched if number in self._talks}
        strangers = [number for number in owners if number not in self._people]
        if strangers:
            self._people |= customers.find_many(session, strangers)

    def _line(self, number: int) -> Summary:
        state = self._talks[number]
        return summarise(state, self._people.get(state.customer_id), labels=self._labels or frozenset())


def _make_room(remembered: dict[int, Conversation] | dict[int, Customer]) -> None:
    """Let go of those that have been remembered longest."""
    if len(remembered) > MOST:
        for number in tuple(islice(remembered, len(remembered) - MOST // 2)):
            del remembered[number]
