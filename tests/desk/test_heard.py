"""What was committed here is handed on only where nothing lies between."""

from __future__ import annotations

from esmero.contract.events import Actor, Event
from esmero.contract.facts import MessageReceived
from esmero.desk import heard
from esmero.desk.heard import Heard


def events(*ids: int) -> list[Event]:
    fact = MessageReceived(identity_id=1, client_id=None)
    who = Actor("customer", 1)
    return [
        Event(id=id_, stream="conversation", of=1, seq=id_, fact=fact, actor=who, inbox_id=1, public=True, at=0)
        for id_ in ids
    ]


def after(ears: Heard, position: int, limit: int = 100) -> list[int]:
    return [event.id for event in ears.after(position, limit=limit)]


def test_what_comes_next_is_there() -> None:
    ears = Heard()
    ears.add(events(5, 6))
    ears.add(events(7))
    assert [after(ears, position) for position in (4, 5, 6, 7, 9)] == [[5, 6, 7], [6, 7], [7], [], []]
    assert after(ears, 4, limit=2) == [5, 6]


def test_nothing_is_there_where_something_may_lie_between() -> None:
    ears = Heard()
    assert after(ears, 0) == []
    ears.add(events(5))
    assert after(ears, 3) == []
    ears.add(events(7))
    assert (after(ears, 4), after(ears, 6)) == ([], [7])
    ears.forget()
    assert after(ears, 6) == []


def test_old_ones_are_let_go() -> None:
    ears = Heard()
    ears.add(events(*range(1, heard.MOST + 3)))
    assert after(ears, 1) == []
    assert len(after(ears, 2, limit=10_000)) == heard.MOST
