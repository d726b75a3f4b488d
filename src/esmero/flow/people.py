"""Who is written to, or in copy: found by their address or made, and let take part in a conversation."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from esmero.contract.events import DESK, Actor, Content, Person
from esmero.contract.facts import CustomerCreated
from esmero.desk.conversations import participants
from esmero.desk.conversations.change import Change
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.customers.state import Identity
from esmero.kit.text import clean_name
from esmero.store.session import Session, Transaction

MOST_JOIN = 20
"""People in copy of one message who take part from then on."""


def find_or_make(tx: Transaction, person: Person, *, channel: str, scope: int, at: int) -> tuple[int, int]:
    """Return the ids of the customer and the identity with this address, both made now if nobody has it."""
    known = customers.by_address(tx, channel=channel, inbox_id=scope, address=person.address)
    if known is not None:
        return known[0], known[1].id
    told = {"name": clean_name(person.name), "email": person.address if "@" in person.address else ""}
    return make(tx, person.address, told, channel=channel, scope=scope, at=at)


def make(
    tx: Transaction,
    address: str,
    told: dict[str, str],
    *,
    channel: str,
    scope: int,
    at: int,
    language: str | None = None,
    verified: bool = False,
) -> tuple[int, int]:
    """Make a customer of what they told of themselves, with one address; return the ids of both."""
    created, content = CustomerCreated(language=language), content_of(told)
    change = CustomerChange.create(tx, created, actor=None, at=at, content=content)
    identity = change.add_identity(
        channel=channel, inbox_id=scope, address=address, verified=verified, actor=DESK if verified else None
    )
    return change.save().id, identity.id


def content_of(told: dict[str, str]) -> Content | None:
    """Return what somebody told of themselves as the content of an event."""
    fields = {name: value for name, value in told.items() if value}
    return Content(fields=fields) if fields else None


def let_join(
    tx: Transaction,
    change: Change,
    people: Iterable[Person],
    *,
    channel: str,
    scope: int,
    actor: Actor,
    at: int,
    writers: Collection[int] = (),
) -> None:
    """Let people take part who don't yet, and are neither the customer nor one of the `writers` (customers' ids)."""
    named = {person.address: person for person in people}
    if not named:
        return
    there = {one.address for one in participants.of(tx, change.state.id)}
    for customer_id in {change.state.customer_id, *writers}:
        there |= {one.address for one in _identities(tx, customer_id)}
    fresh = [person for address, person in named.items() if address not in there]
    for person in fresh[:MOST_JOIN]:
        customer_id, identity_id = find_or_make(tx, person, channel=channel, scope=scope, at=at)
        participants.join(tx, change, identity_id=identity_id, customer_id=customer_id, actor=actor)


def _identities(session: Session, customer_id: int) -> tuple[Identity, ...]:
    customer = customers.find(session, customer_id)
    return customer.identities if customer else ()
