"""What is findable, kept up to date by a follower of the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from esmero.contract.events import Event
from esmero.contract.facts import (
    ConversationCleared,
    ConversationJunked,
    ConversationMoved,
    ConversationRecognised,
    ConversationReopened,
    ConversationWoken,
    CustomerCreated,
    CustomerEdited,
    Fact,
    IdentityAdded,
    IdentityLeft,
    MessageBounced,
    MessageFailed,
    MessageUnknown,
)
from esmero.desk import log
from esmero.desk.conversations import rows as conversations
from esmero.desk.search.entries import entries_of, is_erased
from esmero.store import search
from esmero.store.search_clauses import place_of
from esmero.store.session import Transaction

FOLLOWER = "search"
"""The name of the cursor."""
MOST_CONVERSATIONS = 200
"""Of one customer, that are found by a new name at once; `esmero doctor --rebuild --mend` does the rest."""
SLICE = 500

# What changes who may find a whole conversation, or by what.
_OF_ALL: tuple[type[Fact], ...] = (ConversationMoved, ConversationRecognised, ConversationJunked, ConversationCleared)
# What takes a conversation out of the junk by the way, if it was there.
_OPENING: tuple[type[Fact], ...] = (
    ConversationReopened,
    ConversationWoken,
    MessageBounced,
    MessageFailed,
    MessageUnknown,
)
_OF_CUSTOMER: tuple[type[Fact], ...] = (CustomerEdited, IdentityAdded, IdentityLeft)


def react(tx: Transaction, events: Sequence[Event]) -> None:
    """Make what happened findable. The same events again change nothing."""
    anew = {event.of for event in events if isinstance(event.fact, _OF_ALL)} | _of_customers(tx, events)
    anew |= _no_longer_junk(tx, {event.of for event in events if isinstance(event.fact, _OPENING)} - anew)
    put(tx, [event for event in events if event.of not in anew or event.stream != "conversation"])
    for conversation_id in anew:
        index_anew(tx, conversation_id)


def put(tx: Transaction, events: Iterable[Event]) -> None:
    """Write what the index is to have of these events, and drop what was erased."""
    wanted = list(events)
    search.index(tx, entries_of(tx, wanted))
    search.remove(tx, [place_of(event.at, event.id) for event in wanted if is_erased(event)])


def index_anew(tx: Transaction, conversation_id: int) -> None:
    """Make all of a conversation findable as it is now, and no longer as it was."""
    seq = 0
    while events := log.stream_after(tx, "conversation", conversation_id, seq, limit=SLICE):
        put(tx, events)
        seq = events[-1].seq


def _no_longer_junk(tx: Transaction, conversation_ids: set[int]) -> set[int]:
    """Those whose first event stands in the index otherwise than it should."""
    found = (log.one_of_stream(tx, "conversation", number, 1) for number in conversation_ids)
    opening = {event.id: event.of for event in found if event is not None}
    entries = entries_of(tx, log.these(tx, list(opening))) if opening else []
    return {opening[event_id] for event_id in search.differing(tx, entries)} if entries else set()


def _of_customers(tx: Transaction, events: Sequence[Event]) -> set[int]:
    """Conversations of customers who changed. Those of a new one come after what made them a customer."""
    new = {event.of for event in events if isinstance(event.fact, CustomerCreated)}
    changed = {event.of for event in events if isinstance(event.fact, _OF_CUSTOMER)} - new
    found: set[int] = set()
    for customer_id in changed:
        found |= {one.id for one in conversations.of_customer(tx, customer_id, limit=MOST_CONVERSATIONS)}
    return found
