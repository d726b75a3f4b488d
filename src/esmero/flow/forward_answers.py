"""Somebody to whom we forwarded answers: it becomes a note, which never reaches the customer.

Proof is needed (decision 0021): the address that was made for the answers to this forward; or its name, or something of
the customer's own thread that only this desk can have written, together with an address that it went to. Whoever has
neither is a stranger (`flow/threads.py`), and what the customer writes is the customer's message, whatever it names.
"""

from __future__ import annotations

from collections.abc import Iterator

from esmero.contract.events import DESK, Event
from esmero.contract.facts import ForwardAnswered, ForwardQueued
from esmero.contract.messages import Inbound
from esmero.desk import log, references, sources
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation
from esmero.flow import threads, written
from esmero.flow.outgoing_forward import LOOK_BACK
from esmero.flow.talks import Arrival
from esmero.store.session import Session, Transaction


def forward_of(session: Session, thread: Thread, arrival: Arrival, answered: Conversation | None) -> Event | None:
    """Return the queued forward that a message answers, if it and its sender prove so."""
    inbound = arrival.inbound
    if answered is None or inbound.thread is None or inbound.ours or _is_customers(thread, answered):
        return None
    proof = inbound.forward
    if proof is not None and proof.conversation_id == answered.id:
        queued = find(session, proof.conversation_id, proof.seq)
        return queued if queued and (proof.by_address or _went_to_writer(queued, inbound)) else None
    if threads.belongs(session, answered, thread.identity_id, thread.customer_id):
        return None
    return _newest_to(session, answered, inbound)


def find(session: Session, conversation_id: int, seq: int) -> Event | None:
    """Return a queued forward by its number in its conversation."""
    found = log.one_of_stream(session, "conversation", conversation_id, seq)
    return found if found is not None and isinstance(found.fact, ForwardQueued) else None


def went_to(queued: Event, address: str) -> bool:
    """Tell whether a forward went to this address."""
    return address.lower() in _addresses(queued)


def keep(tx: Transaction, queued: Event, arrival: Arrival) -> Event:
    """Keep an answer to a forward."""
    inbound = arrival.inbound
    state = rows.find(tx, queued.of)
    assert state is not None  # its forward is an event of it
    change = Change(tx, state, at=arrival.at)
    who = {"address": inbound.sender.address, "name": inbound.sender.name or ""}
    content = written.content_of(tx, arrival, owner=DESK, conversation_id=state.id, fields=who)
    source_id = written.source_of(tx, arrival)
    fact = ForwardAnswered(
        forward_seq=queued.seq,
        kind=inbound.kind,
        provider_id=inbound.names[0] if inbound.names else None,
        source_id=source_id,
        imported=inbound.imported,
    )
    event = change.tell(fact, actor=DESK, content=content)
    if source_id is not None:
        sources.tie(tx, source_id, event)
    log.claim(tx, inbox_id=inbound.inbox_id, key=inbound.key, event=event)
    references.keep(tx, channel=inbound.channel, names=inbound.names, event=event)
    change.save()
    return event


def _is_customers(thread: Thread, answered: Conversation) -> bool:
    return thread.identity_id == answered.identity_id or thread.customer_id == answered.customer_id


def _went_to_writer(queued: Event, inbound: Inbound) -> bool:
    return went_to(queued, inbound.sender.address) or went_to(queued, inbound.author)


def _newest_to(session: Session, state: Conversation, inbound: Inbound) -> Event | None:
    before = log.stream_before(session, "conversation", state.id, None, limit=LOOK_BACK)
    forwards = (event for event in reversed(before) if isinstance(event.fact, ForwardQueued))
    return next((event for event in forwards if _went_to_writer(event, inbound)), None)


def _addresses(queued: Event) -> Iterator[str]:
    content = queued.content
    for person in (*content.to, *content.cc, *content.bcc) if content else ():
        yield person.address.lower()
