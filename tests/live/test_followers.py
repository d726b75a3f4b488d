"""A page is told by its acknowledgements what it said, and by the feed all else."""

from __future__ import annotations

from esmero.contract.events import Actor, Event
from esmero.contract.facts import CustomerContacted, Fact, MessageReceived, MessageSent
from esmero.live.followers import Address, VisitorPipe

CUSTOMER, AGENT = Actor("customer", 1), Actor("agent", 1)


class NoWire:
    def push(self, frame: bytes) -> None: ...

    def greet(self) -> None: ...

    def close(self, code: int, reason: str) -> None: ...


def page() -> VisitorPipe:
    return VisitorPipe(NoWire(), Address(1, "visitor"))


def event(number: int, fact: Fact, who: Actor) -> Event:
    return Event(
        id=number, stream="conversation", of=1, seq=number, fact=fact, actor=who, inbox_id=1, public=True, at=0
    )


def received(number: int, name: str) -> Event:
    return event(number, MessageReceived(identity_id=1, client_id=name), CUSTOMER)


def test_what_others_named_alike_is_told() -> None:
    pipe = page()
    pipe.expect("mine")
    pipe.settle("mine", to_come=True)
    answer = event(2, MessageSent(agent_id=1, client_id="mine"), AGENT)
    assert pipe.news([answer, received(3, "theirs"), received(4, "mine")]) == [answer, received(3, "theirs")]


def test_one_acknowledgement_stands_for_one_event() -> None:
    pipe = page()
    pipe.expect("mine")
    pipe.settle("mine", to_come=True)
    contacted = event(3, CustomerContacted(client_id="mine"), CUSTOMER)
    assert pipe.news([received(2, "mine"), contacted]) == [contacted]


def test_what_was_refused_is_told_if_the_feed_brings_it() -> None:
    pipe = page()
    pipe.expect("mine")
    assert pipe.settle("mine", to_come=False) is None
    assert pipe.news([received(2, "mine")]) == [received(2, "mine")]


def test_only_what_is_under_way_is_handed_back() -> None:
    pipe = page()
    pipe.expect("first")
    assert pipe.settle("first", to_come=True) is None
    assert pipe.news([received(2, "first")]) == []
    pipe.expect("second")
    assert pipe.settle("second", to_come=False) is None
    pipe.expect("third")
    assert pipe.news([received(3, "third")]) == []
    assert pipe.settle("third", to_come=False) == received(3, "third")
    assert pipe.settle("third", to_come=False) is None
