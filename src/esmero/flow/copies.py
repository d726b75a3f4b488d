"""What a customer who left has not read reaches them elsewhere, so that nobody waits for an answer that is there.

In a live channel the commit is the delivery, but somebody has to look. An answer that has lain unread for a while
leaves once more, with all that lies unread beside it, by a channel that can write to an address the customer told.
What they answer there goes on in the same conversation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
from msgspec import Struct

from esmero.contract.abilities import Abilities
from esmero.contract.events import DESK, Event
from esmero.contract.facts import CopyQueued, MessageSent
from esmero.desk import inboxes, log, timers
from esmero.desk.conversations import participants, rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.customers.state import Customer
from esmero.desk.timers import Timer
from esmero.kit.clock import MINUTE
from esmero.store.session import Session, Transaction

UNREAD = "unread"
"""The name of the timer; its subject is the conversation."""
WAIT = 5 * MINUTE
"""How long an answer may lie unread: whoever has gone for a coffee comes back to the page that they left open."""
LOOK_BACK = 200
"""Messages among which those are found that lie unread."""


class _Chosen(Struct, frozen=True):
    """What the settings of a live channel's inbox may say: from which inbox of ours unread answers leave."""

    answers_from: int | None = None


class _Way(NamedTuple):
    """How a customer is reached outside of the live channel."""

    channel: str
    inbox_id: int
    identity_id: int


_chosen = msgspec.json.Decoder(_Chosen).decode


def chosen_way(settings: str) -> int | None:
    """Return the inbox that an inbox's settings send unread answers from, if they name one."""
    return _chosen(settings).answers_from


def watch(tx: Transaction, state: Conversation, *, at: int) -> None:
    """See to it that what was just said is read, here or elsewhere. An earlier watch of this conversation stays."""
    customer = customers.find_many(tx, [state.customer_id]).get(state.customer_id)
    if customer is not None and customer.email:
        timers.begin(tx, name=UNREAD, subject_id=state.id, due_at=at + WAIT)


class Copies:
    """Queues what lies unread. `ring` is what the timer does."""

    def __init__(self, abilities: Mapping[str, Abilities]) -> None:
        self._abilities = abilities

    def ring(self, tx: Transaction, timer: Timer, at: int) -> None:
        """Queue what lies unread in one conversation, if there is a way to its customer."""
        state = rows.find(tx, timer.subject_id)
        if state is None or state.junk or not self._abilities[state.reach_channel].live:
            return  # they have gone on elsewhere, and are answered there
        lying = unread(tx, state)
        customer = customers.find(tx, state.customer_id)
        if not lying or customer is None or customer.blocked_at is not None:
            return
        change = Change(tx, state, at=at)
        way = self._way(tx, change, customer, at)
        if way is None:
            return
        queued = CopyQueued(
            channel=way.channel,
            inbox_id=way.inbox_id,
            identity_id=way.identity_id,
            after=state.reached_seq,
            upto=lying[-1].seq,
        )
        event = change.tell(queued, actor=lying[-1].actor)
        log.enqueue(tx, event, inbox_id=way.inbox_id, channel=way.channel, due_at=at)
        change.save()

    def _way(self, tx: Transaction, change: Change, customer: Customer, at: int) -> _Way | None:
        state = change.state
        if self._abilities[state.channel].writes_first:
            return _Way(state.channel, state.inbox_id, state.identity_id)
        inbox = self._inbox(tx, state.inbox_id)
        if inbox is None or not customer.email:
            return None
        identity_id = _reached(tx, change, customer, inbox.channel, customer.email.lower(), at)
        return None if identity_id is None else _Way(inbox.channel, inbox.id, identity_id)

    def _inbox(self, session: Session, inbox_id: int) -> inboxes.Inbox | None:
        """Return the inbox that answers leave from: the chosen one, else the first whose teams read this one too."""
        own = inboxes.find(session, inbox_id)
        chosen = None if own is None else chosen_way(own.settings)
        teams = set() if own is None else set(own.teams)
        everyone = inboxes.everyone(session)
        ways = [one for one in everyone if not one.removed and self._abilities[one.channel].writes_first]
        # A chosen one may have been removed since: what lies unread is not to lie there for ever.
        wanted = [one for one in ways if one.id == chosen] or [one for one in ways if teams & set(one.teams)]
        return wanted[0] if wanted else None


def unread(session: Session, state: Conversation) -> list[Event]:
    """Return what we said live and the customer has neither read nor been sent, oldest first."""
    said = log.stream_before(session, "conversation", state.id, None, limit=LOOK_BACK, public=True)
    return [event for event in said if event.seq > state.reached_seq and is_live_answer(event)]


def is_live_answer(event: Event) -> bool:
    """Tell whether this was said in a live channel by one of us: what left by the outbox has been sent already."""
    return isinstance(event.fact, MessageSent) and event.fact.reply_seq is None and not event.fact.imported


def _reached(tx: Transaction, change: Change, customer: Customer, channel: str, address: str, at: int) -> int | None:
    """Return the identity behind an address, so that what it answers belongs here; None if nothing reaches it."""
    known = customers.by_address(tx, channel=channel, inbox_id=0, address=address)
    if known is None:
        writing = CustomerChange(tx, customer, at=at)
        identity = writing.add_identity(channel=channel, inbox_id=0, address=address, verified=False, actor=DESK)
        writing.save()
        return identity.id
    owner, identity = known
    if identity.trouble == "permanent":
        return None
    if owner != customer.id and identity.id not in participants.rows(tx, change.state.id):
        participants.join(tx, change, identity_id=identity.id, customer_id=owner, actor=DESK)
    return identity.id
