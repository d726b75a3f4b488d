"""Who takes part in a conversation besides its customer: people in copy, say. A projection, like the row itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select

from esmero.contract.events import Actor, Event
from esmero.contract.facts import ParticipantJoined, ParticipantLeft
from esmero.desk.conversations.change import Change
from esmero.store.schema import customer, identity, participant
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, insert


class Participant(NamedTuple):
    """Somebody who takes part, by which address, and their name if it is known."""

    identity_id: int
    customer_id: int
    channel: str
    address: str
    name: str


_JOIN = Statement(
    insert(participant)
    .values({name: bindparam(name) for name in ("conversation_id", "identity_id", "customer_id")})
    .on_conflict_do_nothing()
)
_LEAVE = Statement(
    delete(participant).where(
        participant.c.conversation_id == bindparam("conversation_id"),
        participant.c.identity_id == bindparam("identity_id"),
    )
)
_OF = Statement(
    select(identity.c.id, identity.c.customer_id, identity.c.channel, identity.c.address, customer.c.name)
    .select_from(
        participant.join(identity, identity.c.id == participant.c.identity_id).join(
            customer, customer.c.id == identity.c.customer_id
        )
    )
    .where(participant.c.conversation_id == bindparam("conversation_id"))
    .order_by(identity.c.id)
)
_ROWS = Statement(
    select(participant.c.identity_id, participant.c.customer_id).where(
        participant.c.conversation_id == bindparam("conversation_id")
    )
)


def of(session: Session, conversation_id: int) -> list[Participant]:
    """Return who takes part, in the order in which they became known."""
    return [Participant(*row) for row in session.all(_OF, conversation_id=conversation_id)]


def join(tx: Transaction, change: Change, *, identity_id: int, customer_id: int, actor: Actor) -> None:
    """Let somebody take part who does not yet."""
    change.tell(ParticipantJoined(identity_id=identity_id, customer_id=customer_id), actor=actor)
    tx.run(_JOIN, conversation_id=change.state.id, identity_id=identity_id, customer_id=customer_id)


def leave(tx: Transaction, change: Change, *, identity_id: int, actor: Actor) -> None:
    """Let somebody take part no more."""
    change.tell(ParticipantLeft(identity_id=identity_id), actor=actor)
    tx.run(_LEAVE, conversation_id=change.state.id, identity_id=identity_id)


def fold(events: Iterable[Event]) -> dict[int, int]:
    """Return what a conversation's events add up to: who takes part, customers by identity."""
    taking_part: dict[int, int] = {}
    for event in events:
        if isinstance(event.fact, ParticipantJoined):
            taking_part[event.fact.identity_id] = event.fact.customer_id
        elif isinstance(event.fact, ParticipantLeft):
            taking_part.pop(event.fact.identity_id, None)
    return taking_part


def rows(session: Session, conversation_id: int) -> dict[int, int]:
    """Return what stands in the rows, in the form of `fold`."""
    return dict(session.all(_ROWS, conversation_id=conversation_id))


def rewrite(tx: Transaction, conversation_id: int, taking_part: dict[int, int]) -> None:
    """Make the rows be what the events say."""
    stands = rows(tx, conversation_id)
    for identity_id in stands.keys() - taking_part.keys():
        tx.run(_LEAVE, conversation_id=conversation_id, identity_id=identity_id)
    for identity_id, customer_id in taking_part.items():
        if stands.get(identity_id) != customer_id:
            tx.run(_LEAVE, conversation_id=conversation_id, identity_id=identity_id)
            tx.run(_JOIN, conversation_id=conversation_id, identity_id=identity_id, customer_id=customer_id)
