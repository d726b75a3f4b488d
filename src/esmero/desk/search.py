"""What is findable: messages, notes, subjects, and who the customer is. A follower of the log keeps it up to date.

A customer's name and addresses are found through the event that opened each of their conversations, so that a hit is
always an event of a conversation, and who may see the conversation may see the hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from esmero.contract.events import Event
from esmero.contract.facts import (
    ConversationMoved,
    ConversationOpened,
    ConversationRecognised,
    CustomerContacted,
    CustomerEdited,
    ForwardAnswered,
    ForwardQueued,
    IdentityAdded,
    MessageReceived,
    MessageSent,
    NoteAdded,
    ReplyQueued,
    SubjectChanged,
)
from esmero.desk import log
from esmero.desk.conversations import rows as conversations
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer
from esmero.store import search
from esmero.store.search import Entry
from esmero.store.session import Session, Transaction

WRITTEN = (
    MessageReceived,
    ReplyQueued,
    NoteAdded,
    ForwardQueued,
    ForwardAnswered,
    SubjectChanged,
    CustomerContacted,
)
MOST_CONVERSATIONS = 200
"""Of one customer, that are found by a new name at once."""
SLICE = 500


def react(tx: Transaction, events: Sequence[Event]) -> None:
    """Make what happened findable. The same events again change nothing."""
    _index_texts(tx, events)
    changed = {event.of for event in events if isinstance(event.fact, CustomerEdited | IdentityAdded)}
    begun = {event.of for event in events if isinstance(event.fact, ConversationOpened | ConversationRecognised)}
    moved = {event.of for event in events if isinstance(event.fact, ConversationMoved)}
    for customer_id in changed:
        found = conversations.of_customer(tx, customer_id, limit=MOST_CONVERSATIONS)
        search.index(tx, _entries_of_customer(tx, found))
    search.index(tx, _entries_of_customer(tx, conversations.find_many(tx, list(begun))))
    for conversation_id in moved:
        _index_anew(tx, conversation_id)


def hits(
    session: Session, query: str, *, inbox_ids: Iterable[int], limit: int, before: int | None = None
) -> list[Event]:
    """Return the newest events that hold all words of the query, in inboxes that the asker may see."""
    found = search.find(session, query, inbox_ids=sorted(inbox_ids), limit=limit, before=before)
    return sorted(log.these(session, found), key=lambda event: -event.id)


def _index_texts(tx: Transaction, events: Sequence[Event]) -> None:
    written = [event for event in events if _is_written(event)]
    # Where the conversations are now: they may have moved before these events were followed.
    now = {state.id: state.inbox_id for state in conversations.find_many(tx, list({event.of for event in written}))}
    search.index(tx, [Entry(event.id, now.get(event.of, event.inbox_id or 0), _text_of(event)) for event in written])


def _is_written(event: Event) -> bool:
    if event.stream != "conversation" or event.content is None:
        return False
    if isinstance(event.fact, MessageSent):
        return event.fact.reply_seq is None  # else its words were found since it was queued
    return isinstance(event.fact, WRITTEN)


def _text_of(event: Event) -> str:
    if event.content is None:
        return ""
    names = (file.name for file in event.content.files)
    return " ".join((event.content.text, *names, *event.content.fields.values()))


def _entries_of_customer(session: Session, found: Sequence[Conversation]) -> list[Entry]:
    entries = []
    for state in found:
        customer = customers.find(session, state.customer_id)
        opening = log.one_of_stream(session, "conversation", state.id, 1)
        if customer is not None and opening is not None:
            entries.append(Entry(opening.id, state.inbox_id, _text_of_customer(customer)))
    return entries


def _text_of_customer(customer: Customer) -> str:
    """Return what people would type to find somebody. Visitors' random addresses are nothing that anybody types."""
    known = (
        one.address.removeprefix("user:") for one in customer.identities if one.verified_at or one.channel != "chat"
    )
    return " ".join(filter(None, (customer.name, customer.email, customer.phone, *known)))


def _index_anew(tx: Transaction, conversation_id: int) -> None:
    """Make all of a moved conversation findable where it is now, and no longer where it was."""
    seq = 0
    while events := log.stream_after(tx, "conversation", conversation_id, seq, limit=SLICE):
        _index_texts(tx, events)
        seq = events[-1].seq
    search.index(tx, _entries_of_customer(tx, conversations.find_many(tx, [conversation_id])))
