"""Whose a conversation is, who was blocked, who is signed in: what the hub looks up when the feed names somebody."""

from __future__ import annotations

from collections.abc import Sequence

from esmero.contract.events import Event
from esmero.contract.facts import ConversationOpened, ConversationRecognised, ConversationReopened, CustomerBlocked
from esmero.desk import sessions, tokens
from esmero.desk.conversations import rows
from esmero.desk.customers import rows as customers
from esmero.live.followers import Address, AgentPipe
from esmero.store.session import Session


def names_somebody(event: Event) -> bool:
    """Tell whether an event says who somebody is, which asks for more than the event to be told."""
    return event.stream != "conversation" or lets_go_on(event)


def lets_go_on(event: Event) -> bool:
    """Tell whether an event may let somebody follow another conversation than before."""
    return isinstance(event.fact, ConversationOpened | ConversationRecognised | ConversationReopened)


def brings_more(event: Event, before: int | None) -> bool:
    """Tell whether the page of who comes over with this event lacks what was said there, and has to begin anew."""
    if isinstance(event.fact, ConversationRecognised):
        return event.fact.continued_in is None  # else all of it is said again in the one that they have open
    return isinstance(event.fact, ConversationReopened) and before is not None


def goes_on_in(event: Event) -> list[int]:
    """Return the conversations that somebody follows from this event on, the last one in the end."""
    goes_on = event.fact.continued_in if isinstance(event.fact, ConversationRecognised) else None
    return [event.of] if goes_on is None else [event.of, goes_on]


def addresses(session: Session, events: Sequence[Event]) -> dict[int, Address]:
    """Return who follows a conversation that began, was recognised or taken up again, by conversation.

    Visitors are known by their address until then. Where several are one visitor's, the last is the one they follow.
    """
    found: dict[int, Address] = {}
    for event in events:
        number = _identity_of(session, event)
        address = None if number is None else customers.address_of(session, number)
        if address is None:
            continue
        for conversation_id in goes_on_in(event):
            found.pop(conversation_id, None)
            found[conversation_id] = Address(*address)
    return found


def _identity_of(session: Session, event: Event) -> int | None:
    """Whose conversation this event lets go on; None if it leaves that as it was."""
    match event.fact:
        case ConversationOpened(identity_id=number) | ConversationRecognised(identity_id=number):
            return number
        case ConversationReopened():
            state = rows.find(session, event.of)
            return None if state is None else state.identity_id
        case _:
            return None


def blocked(session: Session, events: Sequence[Event]) -> list[Address]:
    """Return the addresses of those whom the desk takes nothing from any more."""
    found = [customers.find(session, event.of) for event in events if isinstance(event.fact, CustomerBlocked)]
    return [
        Address(identity.inbox_id, identity.address)
        for customer in found
        if customer is not None and customer.blocked_at is not None
        for identity in customer.identities
    ]


def signed_in(session: Session, pipes: Sequence[AgentPipe], now: int, idle_ms: int) -> set[AgentPipe]:
    """Return the consoles whose sign-in has not ended, and the programs whose token was not taken back."""
    numbers = {pipe.session_id for pipe in pipes if pipe.session_id is not None}
    known_sessions = sessions.living(session, numbers, now=now, idle_ms=idle_ms)
    known_tokens = tokens.known(session, [pipe.view.program for pipe in pipes if pipe.view.program is not None])
    return {
        pipe
        for pipe in pipes
        if (pipe.session_id is None or pipe.session_id in known_sessions)
        and (pipe.view.program is None or pipe.view.program in known_tokens)
    }
