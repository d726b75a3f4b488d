"""What search is to know of an event, as everything stands now: made when it happens, filled in later, or compared.

Of a message its own words, its subject, the names of its files, who wrote it and to whom. What it quotes is not
indexed: it is found where it was first written. A customer's name and addresses are found through the event that
opened each of their conversations, somebody in copy through their joining, so that a hit is always an event of a
conversation, and who may see the conversation may see the hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from esmero.contract.events import Content, Event, Person
from esmero.contract.facts import (
    ConversationOpened,
    CustomerContacted,
    ForwardAnswered,
    ForwardQueued,
    MessageReceived,
    MessageSent,
    NoteAdded,
    ParticipantJoined,
    ReplyQueued,
    SubjectChanged,
)
from esmero.desk.conversations import rows as conversations
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer, Identity
from esmero.desk.search.languages import stems_in
from esmero.store.search import Entry
from esmero.store.session import Session

MESSAGES = (MessageReceived, MessageSent, ReplyQueued, ForwardQueued)
PEOPLE = (ConversationOpened, ParticipantJoined)
WRITTEN = (*MESSAGES, NoteAdded, ForwardAnswered, SubjectChanged, CustomerContacted)
_LINK = re.compile(r"\bhttps?://|\bwww\.")


class Around(NamedTuple):
    """What entries need besides the events: conversations as they are now, and people with all their addresses."""

    conversations: dict[int, Conversation]
    customers: dict[int, Customer]
    identities: dict[int, tuple[int, Identity]]
    """By number: whose it is, and the identity."""


def is_findable(event: Event) -> bool:
    """Tell whether there is something in an event that can be looked for."""
    return isinstance(event.fact, PEOPLE) or (event.content is not None and _is_written(event))


def is_erased(event: Event) -> bool:
    """Tell whether there was something in an event that could be looked for, and was erased."""
    return event.content is None and _is_written(event)


def _is_written(event: Event) -> bool:
    if isinstance(event.fact, MessageSent):
        return event.fact.reply_seq is None  # else its words are found since it was queued
    return isinstance(event.fact, WRITTEN)


def entries_of(session: Session, events: Sequence[Event]) -> list[Entry]:
    """Return what is to stand in the index for these events; for those without anything to be found, nothing."""
    findable = [event for event in events if is_findable(event)]
    if not findable:
        return []
    around = _around(session, findable)
    return [entry for event in findable if (entry := _entry_of(event, around)) is not None]


def _around(session: Session, events: Sequence[Event]) -> Around:
    talks = {one.id: one for one in conversations.find_many(session, list({event.of for event in events}))}
    wanted = {talk.customer_id for talk in talks.values()}
    senders = {event.fact.identity_id for event in events if isinstance(event.fact, MessageReceived)}
    joined = {event.fact.customer_id for event in events if isinstance(event.fact, ParticipantJoined)}
    identities = customers.identities(session, list(senders))
    wanted |= joined | {customer_id for customer_id, _ in identities.values()}
    return Around(talks, customers.with_identities(session, list(wanted)), identities)


def _entry_of(event: Event, around: Around) -> Entry | None:
    talk = around.conversations.get(event.of)
    if talk is None:
        return None
    terms = (f"c{event.of}", *_terms(event, talk, around), *(("junk",) if talk.junk else ()))
    bare = Entry(event_id=event.id, at=event.at, inbox_id=talk.inbox_id, terms=terms)
    if isinstance(event.fact, PEOPLE):
        customer_id = event.fact.customer_id if isinstance(event.fact, ParticipantJoined) else talk.customer_id
        customer = around.customers.get(customer_id)
        return None if customer is None else replace(bare, text=" ".join(_known_by(customer)))
    content = event.content or Content()
    if isinstance(event.fact, SubjectChanged):
        return replace(bare, subject=content.text, stems=stems_in(content.text))
    return replace(
        bare,
        text=" ".join((content.text, *content.fields.values())),
        stems=stems_in(content.text, content.subject),
        subject=content.subject,
        file=" ".join(file.name for file in content.files),
        sender=_sender(event, around),
        recipient=" ".join(_named(content)),
    )


def _terms(event: Event, talk: Conversation, around: Around) -> Iterator[str]:
    fact = event.fact
    if isinstance(fact, PEOPLE):
        return
    if event.actor.kind == "agent":
        yield f"a{event.actor.id}"
    if isinstance(fact, NoteAdded):
        yield "hasnote"
    if isinstance(fact, MESSAGES):
        yield f"v{_channel(event, talk, around)}"
    if event.content is None:
        return
    if event.content.files:
        yield "hasattachment"
    if _has_link(event.content.text):
        yield "haslink"


def _has_link(text: str) -> bool:
    small = text.lower()
    return ("://" in small or "www." in small) and _LINK.search(small) is not None


def _channel(event: Event, talk: Conversation, around: Around) -> str:
    """The way by which a message came or went."""
    if isinstance(event.fact, ReplyQueued | ForwardQueued):
        return event.fact.channel
    known = around.identities.get(event.fact.identity_id) if isinstance(event.fact, MessageReceived) else None
    return talk.channel if known is None else known[1].channel


def _sender(event: Event, around: Around) -> str:
    """The customer who wrote: their name, and the address that it came from. Agents are found by their number."""
    if isinstance(event.fact, ForwardAnswered):
        return " ".join(event.content.fields.values()) if event.content else ""
    known = around.identities.get(event.fact.identity_id) if isinstance(event.fact, MessageReceived) else None
    if known is None:
        return ""
    customer_id, identity = known
    customer = around.customers.get(customer_id)
    return " ".join(filter(None, ("" if customer is None else customer.name, *_addresses((identity,)))))


def _known_by(customer: Customer) -> Iterator[str]:
    """What people would type to find somebody."""
    addresses = dict.fromkeys(_addresses(customer.identities))
    yield from filter(None, dict.fromkeys((customer.name, customer.email, customer.phone, *addresses)))


def _addresses(identities: Sequence[Identity]) -> Iterator[str]:
    """Visitors' random addresses are nothing that anybody types."""
    for one in identities:
        if one.verified_at or one.channel != "chat":
            yield one.address.removeprefix("user:")


def _named(content: Content) -> Iterator[str]:
    people: tuple[Person, ...] = (*content.to, *content.cc, *content.bcc)
    for person in people:
        yield from filter(None, (person.name, person.address))
