"""What one look into the feed brought, and what of it concerns whom."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from esmero.contract.events import Event
from esmero.contract.facts import AgentChanged, MailHeld, MailReleased, SourceOpened
from esmero.desk.conversations.summary import Summary
from esmero.live.followers import Address


class Batch(Struct, frozen=True):
    """What one look into the feed brought."""

    events: Sequence[Event]
    conversations: dict[int, Summary]
    addresses: dict[int, Address]
    inboxes_of_customers: dict[int, frozenset[int]]
    blocked: Sequence[Address] = ()
    agents: bool = True
    visitors: bool = True


def sets_up(event: Event) -> bool:
    """Tell whether an event changes who is here, what there is, or who may see it."""
    match event.fact:
        case MailHeld() | MailReleased() | SourceOpened() | AgentChanged(action="signed_in"):
            return False
        case _:
            return event.stream in ("agent", "inbox", "desk")


def is_in_sight(event: Event, batch: Batch, sight: frozenset[int]) -> bool:
    """Decide by the conversation's present inbox, also for what happened before it was moved there."""
    if event.stream == "conversation":
        now = batch.conversations.get(event.of)
        return now is not None and now.inbox in sight
    if event.stream == "customer":
        return bool(batch.inboxes_of_customers.get(event.of, frozenset()) & sight)
    return False
