"""What waits in the outbox, made ready for its channel: who gets it, what it answers, and what it quotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from esmero.contract.events import Content, Event
from esmero.contract.facts import CopyQueued, ForwardQueued, MessageReceived, MessageSent, ReplyQueued
from esmero.contract.messages import Outgoing, Quoted
from esmero.desk import agents, log
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.state import Customer
from esmero.desk.outbox import Parcel
from esmero.flow.copies import is_live_answer
from esmero.flow.outgoing_forward import LOOK_BACK, outgoing_forward
from esmero.store.session import Session

PageOf = Callable[[Conversation], str]
"""Gives the address of a conversation's own page; empty where the desk has none to tell."""


def no_page(_state: Conversation) -> str:
    """Give no address."""
    return ""


def outgoing(session: Session, parcel: Parcel, page_of: PageOf = no_page) -> Outgoing | None:
    """Return what is to leave; None if it has been erased, or if there is no address any more."""
    queued = log.one(session, parcel.event_id)
    state = rows.find(session, parcel.conversation_id)
    if queued is not None and isinstance(queued.fact, ForwardQueued):
        return outgoing_forward(session, parcel, queued, queued.fact)
    if queued is None or state is None:
        return None
    before = log.stream_before(session, "conversation", state.id, queued.seq, limit=LOOK_BACK, public=True)
    match queued.fact:
        case ReplyQueued(automatic=automatic):
            content, page = queued.content, page_of(state) if automatic else ""
        case CopyQueued(after=after, upto=upto):
            content = _joined([one for one in before if after < one.seq <= upto and is_live_answer(one)])
            page = page_of(state)
        case _:
            return None
    address = None if content is None else _address(session, state, queued, content)
    if content is None or address is None:
        return None
    customer = customers.find(session, state.customer_id)
    writer = agents.find(session, queued.actor.id) if queued.actor.kind == "agent" else None
    automatic = isinstance(queued.fact, ReplyQueued) and queued.fact.automatic
    return Outgoing(
        key=f"reply-{parcel.event_id}",
        inbox_id=parcel.inbox_id,
        conversation_id=state.id,
        seq=queued.seq,
        to=address,
        # A machine that repeats what it was told would carry anybody's words to whoever they name as the sender.
        to_name="" if automatic else _name_at(customer, address),
        text=content.text,
        others=content.to[1:],
        cc=content.cc,
        bcc=content.bcc,
        sender=queued.fact.sender if isinstance(queued.fact, ReplyQueued) else "",
        sender_name=writer.name if writer else "",
        signature=writer.signature if writer else "",
        subject=content.subject or state.subject or "",
        files=content.files,
        answers=_answers(before),
        quoted=None if automatic else _quoted(session, before),
        automatic=automatic,
        page=page,
        language=customer.language if customer else None,
    )


def _joined(said: Sequence[Event]) -> Content | None:
    """Return several messages as one; None if all of them have been erased."""
    contents = [event.content for event in said if event.content is not None]
    if not contents:
        return None
    files = tuple(file for content in contents for file in content.files)
    return Content(text="\n\n".join(content.text for content in contents if content.text), files=files)


def _address(session: Session, state: Conversation, queued: Event, content: Content) -> str | None:
    if content.to:
        return content.to[0].address
    # By now the customer may be reached elsewhere: a browser's address is none that a mail can go to.
    known = queued.fact.identity_id if isinstance(queued.fact, CopyQueued | ReplyQueued) else None
    found = customers.address_of(session, state.reach_identity_id if known is None else known)
    return None if found is None else found[1]


def _name_at(customer: Customer | None, address: str) -> str:
    if customer is None or all(one.address != address for one in customer.identities):
        return ""
    return customer.name


def _answers(before: Sequence[Event]) -> tuple[str, ...]:
    """Return the channel's names of the messages of the thread, oldest first, each once. Nobody answers a machine's."""
    facts = (event.fact for event in before)
    names = (
        fact.provider_id
        for fact in facts
        if isinstance(fact, MessageReceived) or (isinstance(fact, MessageSent) and not fact.automatic)
    )
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
