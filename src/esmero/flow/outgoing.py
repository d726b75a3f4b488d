"""A queued reply, made ready for its channel: who gets it, what it answers, and what it quotes."""

from __future__ import annotations

from collections.abc import Sequence

from esmero.contract.events import Content, Event
from esmero.contract.facts import MessageReceived, MessageSent, ReplyQueued
from esmero.contract.messages import Outgoing, Quoted
from esmero.desk import agents, log
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer
from esmero.desk.outbox import Parcel
from esmero.store.session import Session

LOOK_BACK = 200
"""Events before a reply in which the messages are found that it follows."""


def outgoing(session: Session, parcel: Parcel) -> Outgoing | None:
    """Return what is to leave; None if it has been erased, or if there is no address any more."""
    queued = log.one(session, parcel.event_id)
    state = rows.find(session, parcel.conversation_id)
    if queued is None or queued.content is None or state is None or not isinstance(queued.fact, ReplyQueued):
        return None
    customer = customers.find(session, state.customer_id)
    address = _address(state, customer, queued.content)
    if address is None:
        return None
    before = log.stream_before(session, "conversation", state.id, queued.seq, limit=LOOK_BACK, public=True)
    writer = agents.find(session, queued.actor.id) if queued.actor.kind == "agent" else None
    return Outgoing(
        key=f"reply-{parcel.event_id}",
        inbox_id=parcel.inbox_id,
        conversation_id=state.id,
        seq=queued.seq,
        to=address,
        to_name=_name_at(customer, address),
        text=queued.content.text,
        cc=(*queued.content.to[1:], *queued.content.cc),
        bcc=queued.content.bcc,
        sender=queued.fact.sender,
        sender_name=writer.name if writer else "",
        signature=writer.signature if writer else "",
        subject=queued.content.subject or state.subject or "",
        files=queued.content.files,
        answers=_answers(before),
        quoted=_quoted(session, before),
        automatic=queued.fact.automatic,
        language=customer.language if customer else None,
    )


def _address(state: Conversation, customer: Customer | None, content: Content) -> str | None:
    if content.to:
        return content.to[0].address
    identities = customer.identities if customer else ()
    return next((one.address for one in identities if one.id == state.identity_id), None)


def _name_at(customer: Customer | None, address: str) -> str:
    if customer is None or all(one.address != address for one in customer.identities):
        return ""
    return customer.name


def _answers(before: Sequence[Event]) -> tuple[str, ...]:
    """Return the channel's names of the messages of the thread, oldest first, each once."""
    names = (event.fact.provider_id for event in before if isinstance(event.fact, MessageReceived | MessageSent))
    return tuple(dict.fromkeys(name for name in names if name))


def _quoted(session: Session, before: Sequence[Event]) -> Quoted | None:
    """Return the customer's newest message, if it says anything."""
    newest = next((event for event in reversed(before) if _is_theirs(event)), None)
    if newest is None or newest.content is None or not newest.content.text:
        return None
    writer = customers.find_many(session, [newest.actor.id]).get(newest.actor.id)
    return Quoted(by=(writer.name or writer.email or "") if writer else "", at=newest.at, text=newest.content.text)


def _is_theirs(event: Event) -> bool:
    return isinstance(event.fact, MessageReceived) and event.fact.kind == "message"
