"""What plain letters become: their events, and the rows that these add up to, written for all letters at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from esmero.contract.events import DESK, Actor, Content, Event, File, StreamKind
from esmero.contract.facts import ConversationOpened, CustomerCreated, Fact, IdentityAdded
from esmero.desk import files, log, references, sources
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation, fold, opened
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer, created
from esmero.desk.customers.state import fold as fold_customer
from esmero.desk.files import Named
from esmero.desk.sources import Became
from esmero.flow import people, threads, written
from esmero.flow.talks import Arrival
from esmero.store.ids import Numbered, reserve_ids
from esmero.store.session import Transaction

Ids = dict[Numbered, Iterator[int]]


class Letter(NamedTuple):
    """A plain letter. Without ids its sender is new; without a talk it begins one, after the previous if there was any.

    `number` is its place among all that came.
    """

    number: int
    arrival: Arrival
    identity_id: int | None
    customer_id: int | None
    talk: Conversation | None = None
    previous_id: int | None = None


class Written(NamedTuple):
    """What a letter became. `customer` is somebody new; `event` is the message, the last of the events."""

    letter: Letter
    customer_id: int
    identity_id: int
    customer: Customer | None
    now: Conversation
    events: tuple[Event, ...]
    source_id: int | None
    attached: tuple[File, ...]

    @property
    def event(self) -> Event:
        """The message."""
        return self.events[-1]


def write(tx: Transaction, letters: Sequence[Letter]) -> list[Written]:
    """Write what letters become, and return it in their order."""
    ids = reserve_ids(tx, _wanted(letters))
    all_written = [_written(letter, ids) for letter in letters]
    customers.begin_all(tx, [one.customer for one in all_written if one.customer is not None])
    rows.begin_all(tx, [one.now for one in all_written if one.letter.talk is None])
    rows.save_all(tx, [(one.letter.talk, one.now) for one in all_written if one.letter.talk is not None])
    appended = iter(log.append_numbered(tx, [event for one in all_written for event in one.events]))
    _keep_beside(tx, all_written)
    return [one._replace(events=tuple(islice(appended, len(one.events)))) for one in all_written]


def _keep_beside(tx: Transaction, all_written: Sequence[Written]) -> None:
    """Write what lies beside the events: files, sources, and by what names and keys they are known."""
    files.keep_all_named(tx, [file for one in all_written for file in _named(one)])
    sources.keep_all(tx, [source for one in all_written for source in _became(one)])
    inbounds = [(one.letter.arrival.inbound, one.event) for one in all_written]
    log.claim_all(tx, [(inbound.inbox_id, inbound.key, event) for inbound, event in inbounds])
    for channel in {inbound.channel for inbound, _ in inbounds}:
        named = [(name, event) for inbound, event in inbounds if inbound.channel == channel for name in inbound.names]
        references.keep_all(tx, channel=channel, named=named)


def _named(one: Written) -> Iterator[Named]:
    inbound, owner = one.letter.arrival.inbound, str(Actor("customer", one.customer_id))
    for attached, file in zip(inbound.attached, one.attached, strict=True):
        yield Named(file.id, attached, owner, inbound.inbox_id, one.now.id, one.event.at)


def _became(one: Written) -> Iterator[Became]:
    inbound = one.letter.arrival.inbound
    if inbound.source is not None and one.source_id is not None:
        yield Became(one.source_id, inbound.source, inbound.inbox_id, one.event)


def _wanted(letters: Sequence[Letter]) -> dict[Numbered, int]:
    """Count the ids that letters need."""
    new = sum(letter.identity_id is None for letter in letters)
    begun = sum(letter.talk is None for letter in letters)
    inbounds = [letter.arrival.inbound for letter in letters]
    return {
        "event": 2 * new + begun + len(letters),
        "customer": new,
        "identity": new,
        "conversation": begun,
        "source": sum(inbound.source is not None for inbound in inbounds),
        "file": sum(len(inbound.attached) for inbound in inbounds),
    }


def _written(letter: Letter, ids: Ids) -> Written:
    customer, made = _customer(letter, ids)
    customer_id = letter.customer_id if customer is None else customer.id
    identity_id = letter.identity_id if customer is None else customer.identities[0].id
    assert customer_id is not None  # whoever is known has both, and else both were made
    assert identity_id is not None
    talk, begun = _talk(letter, ids, customer_id, identity_id)
    inbound = letter.arrival.inbound
    source_id = None if inbound.source is None else next(ids["source"])
    attached = tuple(
        File(id=next(ids["file"]), name=one.name, type=one.type, size=one.size) for one in inbound.attached
    )
    said = _event(
        ids,
        letter,
        "conversation",
        talk.id,
        talk.seq + 1,
        written.received(inbound, identity_id=identity_id, source_id=source_id),
        Actor("customer", customer_id),
        inbox_id=talk.inbox_id,
        content=written.content_with(inbound, attached),
    )
    events = (*made, *begun, said)
    return Written(letter, customer_id, identity_id, customer, fold(talk, said), events, source_id, attached)


def _customer(letter: Letter, ids: Ids) -> tuple[Customer | None, tuple[Event, ...]]:
    """Make whoever is new, as `people.make` does."""
    if letter.identity_id is not None:
        return None, ()
    arrival, sender = letter.arrival, letter.arrival.inbound.sender
    number = next(ids["customer"])
    itself = Actor("customer", number)
    told = people.content_of(threads.told_by(sender))
    first = _event(ids, letter, "customer", number, 1, CustomerCreated(language=sender.language), itself, content=told)
    added = IdentityAdded(identity_id=next(ids["identity"]), channel=arrival.inbound.channel, verified=sender.verified)
    second = _event(
        ids,
        letter,
        "customer",
        number,
        2,
        added,
        DESK if sender.verified else itself,
        inbox_id=arrival.scope or None,
        content=Content(fields={"address": sender.address}),
    )
    return fold_customer(created(first), second), (first, second)


def _talk(letter: Letter, ids: Ids, customer_id: int, identity_id: int) -> tuple[Conversation, tuple[Event, ...]]:
    """Return the conversation that a letter goes on, or begins now."""
    if letter.talk is not None:
        return letter.talk, ()
    inbound = letter.arrival.inbound
    fact = ConversationOpened(
        inbox_id=inbound.inbox_id,
        customer_id=customer_id,
        identity_id=identity_id,
        channel=inbound.channel,
        live=False,
        previous_id=letter.previous_id,
    )
    event = _event(
        ids,
        letter,
        "conversation",
        next(ids["conversation"]),
        1,
        fact,
        Actor("customer", customer_id),
        inbox_id=inbound.inbox_id,
    )
    return opened(event), (event,)


def _event(
    ids: Ids,
    letter: Letter,
    stream: StreamKind,
    of: int,
    seq: int,
    fact: Fact,
    actor: Actor,
    *,
    inbox_id: int | None = None,
    content: Content | None = None,
) -> Event:
    return Event(
        id=next(ids["event"]),
        stream=stream,
        of=of,
        seq=seq,
        fact=fact,
        actor=actor,
        inbox_id=inbox_id,
        public=fact.public,
        at=letter.arrival.at,
        content=content,
    )
