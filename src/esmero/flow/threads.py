"""Where a message belongs: where its sender left off, in the conversation that it answers, or in one of its own.

A live channel has one matter at a time: whoever comes back goes on where they left off. In a channel whose messages
name what they answer (mail), only that counts. A subject never joins anything. And knowing a name is not enough: who
is neither the conversation's customer nor takes part in it has a conversation of their own, which is linked.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from sqlalchemy import select

from esmero.contract.events import DESK, Actor
from esmero.contract.facts import ConversationLinked, ConversationOpened, ConversationSwitched, IdentityCleared
from esmero.contract.messages import Inbound, Sender, page_address
from esmero.desk import references
from esmero.desk.conversations import participants, rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.flow import people
from esmero.flow.talks import Arrival
from esmero.kit.clock import HOUR
from esmero.kit.errors import Conflict, EsmeroError, NotFound
from esmero.kit.text import clean_name
from esmero.store.schema import conversation, identity
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among

FLOOD = 10
"""Conversations that one sender begins within an hour; what else they send in it lies together in the last of them."""


class Blocked(EsmeroError):
    """The desk no longer takes messages from this customer."""

    code = "blocked"
    status = 403
    title = "This conversation was ended by the other side."


_NTH_LAST_OF = Statement(
    select(
        identity.c.id,
        select(conversation.c.created_at)
        .where(conversation.c.identity_id == identity.c.id)
        .order_by(conversation.c.id.desc())
        .offset(FLOOD - 1)
        .limit(1)
        .scalar_subquery(),
    ).where(among(identity.c.id, "identity_ids"))
)


class Place(Struct, frozen=True):
    """Where a message goes: the conversation, and who writes."""

    change: Change
    identity_id: int
    customer_id: int


class Ended(Conflict):
    """What they came back to was closed too long ago to be taken up again."""

    code = "conversation_ended"
    title = "This conversation has ended. Please begin a new one."


def answered(session: Session, arrival: Arrival) -> Conversation | None:
    """Return the conversation that a message answers, as far as it names one and its channel knows of threads."""
    inbound = arrival.inbound
    if not arrival.abilities.threads:
        return None
    if inbound.thread is not None:
        proved = rows.find(session, inbound.thread)
        if proved is not None:
            return proved
    known = references.find(session, channel=inbound.channel, names=inbound.answers)
    return None if known is None else rows.find(session, known[0])


def place(tx: Transaction, thread: Thread, arrival: Arrival, answered: Conversation | None) -> Place | EsmeroError:
    """Return where a message belongs; the sender, and a conversation of their own, are made if there are none.

    Nothing has changed if it is refused. `answered` is the conversation that it answers.
    """
    if arrival.abilities.live and arrival.inbound.thread is not None:
        return _on_its_page(tx, arrival.inbound.thread, arrival)
    customer_id, identity_id = _author_there(tx, arrival, answered) or _sender(tx, thread, arrival)
    if not arrival.abilities.threads:
        change = _go_on_or_open(tx, thread.conversation, identity_id, customer_id, arrival)
        return Place(change, identity_id, customer_id)
    if answered is None:
        many = {} if arrival.inbound.imported else flooded(tx, {identity_id: arrival.at})
        change = _go_on_or_open(tx, many.get(identity_id), identity_id, customer_id, arrival)
    elif belongs(tx, answered, identity_id, customer_id):
        change = _go_on_or_open(tx, answered, identity_id, customer_id, arrival)
    else:
        change = _open(tx, identity_id, customer_id, arrival, previous_id=None)
        _link(tx, change, answered, arrival.at)
    return Place(change, identity_id, customer_id)


def switch(place: Place, arrival: Arrival) -> None:
    """Let the conversation go on in the channel where its customer has just written."""
    state, inbound = place.change.state, arrival.inbound
    if inbound.kind != "message" or inbound.imported or inbound.junk or place.customer_id != state.customer_id:
        return
    if inbound.channel == state.reach_channel:
        return
    elsewhere = inbound.channel != state.channel and not arrival.abilities.live
    switched = ConversationSwitched(
        channel=inbound.channel,
        identity_id=place.identity_id,
        inbox_id=inbound.inbox_id if elsewhere else None,
    )
    place.change.tell(switched, actor=Actor("customer", place.customer_id))


def _on_its_page(tx: Transaction, conversation_id: int, arrival: Arrival) -> Place | EsmeroError:
    """They write on the conversation's own page: whoever has its link speaks for its customer, and of it alone."""
    state = rows.find(tx, conversation_id)
    if state is None or arrival.inbound.sender.address != page_address(state.id, state.identity_id):
        return NotFound("There is no such conversation.")
    customer = customers.find_many(tx, [state.customer_id]).get(state.customer_id)
    if customer is not None and customer.blocked_at is not None:
        return Blocked()
    if not goes_on(state, arrival.inbound, arrival.at):
        return Ended()
    return Place(Change(tx, state, at=arrival.at), state.identity_id, state.customer_id)


def let_join(tx: Transaction, place: Place, arrival: Arrival) -> None:
    """Let people to whom the message was written, or who are in copy, take part."""
    people.let_join(
        tx,
        place.change,
        (*arrival.inbound.to, *arrival.inbound.cc),
        channel=arrival.inbound.channel,
        scope=arrival.scope,
        actor=Actor("customer", place.customer_id),
        at=arrival.at,
        writers=(place.customer_id,),
    )


def belongs(session: Session, state: Conversation, identity_id: int | None, customer_id: int | None) -> bool:
    """Tell whether somebody is the conversation's customer, or takes part in it."""
    if identity_id == state.identity_id or customer_id == state.customer_id:
        return True
    return identity_id in participants.rows(session, state.id)


def flooded(session: Session, writing: Mapping[int, int]) -> dict[int, Conversation]:
    """Return where everything goes of those who have begun too many conversations within the hour, by identity.

    `writing` says who writes at what time.
    """
    found = session.all(_NTH_LAST_OF, identity_ids=list(writing)) if writing else []
    many = [number for number, began in found if began is not None and writing[number] - began <= HOUR]
    return rows.newest_of_identities(session, many)


def _go_on_or_open(
    tx: Transaction, earlier: Conversation | None, identity_id: int, customer_id: int, arrival: Arrival
) -> Change:
    if earlier is not None and goes_on(earlier, arrival.inbound, arrival.at):
        return Change(tx, earlier, at=arrival.at)
    return _open(tx, identity_id, customer_id, arrival, previous_id=earlier.id if earlier else None)


def goes_on(earlier: Conversation, inbound: Inbound, at: int) -> bool:
    """Tell whether a message that comes at this time goes on in a conversation, or begins a new one after it."""
    if earlier.status != "closed" or earlier.closed_at is None:
        return True
    return at - earlier.closed_at <= inbound.reopen_within


def _open(tx: Transaction, identity_id: int, customer_id: int, arrival: Arrival, *, previous_id: int | None) -> Change:
    opened = ConversationOpened(
        inbox_id=arrival.inbound.inbox_id,
        customer_id=customer_id,
        identity_id=identity_id,
        channel=arrival.inbound.channel,
        live=arrival.abilities.live,
        previous_id=previous_id,
    )
    return Change.open(tx, opened, actor=Actor("customer", customer_id), at=arrival.at)


def _link(tx: Transaction, change: Change, other: Conversation, at: int) -> None:
    """Tell both sides that a stranger has answered: the agents who read the one, and those who read the other."""
    change.tell(ConversationLinked(other_id=other.id, why="stranger"), actor=DESK)
    there = Change(tx, other, at=at)
    there.tell(ConversationLinked(other_id=change.state.id, why="seen_from"), actor=DESK)
    there.save()


def _author_there(tx: Transaction, arrival: Arrival, answered: Conversation | None) -> tuple[int, int] | None:
    """Return the ids of who sent a message, if they belong to what it answers, whoever they ask us to write to."""
    inbound = arrival.inbound
    if answered is None or inbound.author in ("", inbound.sender.address):
        return None
    known = customers.by_address(tx, channel=inbound.channel, inbox_id=arrival.scope, address=inbound.author)
    if known is None or not belongs(tx, answered, known[1].id, known[0]):
        return None
    return known[0], known[1].id


def _sender(tx: Transaction, thread: Thread, arrival: Arrival) -> tuple[int, int]:
    """Return the ids of the customer and the identity, both made now if this is their first message."""
    if thread.customer_id is not None and thread.identity_id is not None:
        if thread.trouble and not arrival.inbound.imported:
            _clear(tx, thread.customer_id, thread.identity_id, arrival.at)
        return thread.customer_id, thread.identity_id
    sender = arrival.inbound.sender
    return people.make(
        tx,
        sender.address,
        told_by(sender),
        channel=arrival.inbound.channel,
        scope=arrival.scope,
        at=arrival.at,
        language=sender.language,
        verified=sender.verified,
    )


def told_by(sender: Sender) -> dict[str, str]:
    """Return what somebody new tells of themselves by writing."""
    return {"name": clean_name(sender.name or ""), "email": sender.email or ""}


def _clear(tx: Transaction, customer_id: int, identity_id: int, at: int) -> None:
    """Something came from an address that nothing reached: it is in use."""
    customer = customers.find(tx, customer_id)
    if customer is not None:
        change = CustomerChange(tx, customer, at=at)
        change.tell(IdentityCleared(identity_id=identity_id), actor=DESK)
        change.save()
