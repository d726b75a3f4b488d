"""A queued forward, made ready for its channel: what is passed on, or the answer that it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from esmero.contract.events import Event
from esmero.contract.facts import ForwardAnswered, ForwardQueued, ForwardSent, MessageReceived, MessageSent
from esmero.contract.messages import Outgoing, PassedOn, Quoted
from esmero.desk import agents, log
from esmero.desk.customers import rows as customers
from esmero.desk.outbox import Parcel
from esmero.kit.text import cut
from esmero.store.session import Session

LOOK_BACK = 200
"""Events before a reply or a forward in which the messages are found that it follows."""
LONGEST = 100_000
"""Characters of one message that is passed on."""


def outgoing_forward(session: Session, parcel: Parcel, queued: Event, fact: ForwardQueued) -> Outgoing | None:
    """Return what is to leave; None if it has been erased."""
    content = queued.content
    if content is None or not content.to:
        return None
    before = {event.seq: event for event in _before(session, queued)}
    answered = before.get(fact.answers_seq or 0)
    writer = agents.find(session, queued.actor.id) if queued.actor.kind == "agent" else None
    return Outgoing(
        key=f"forward-{parcel.event_id}",
        inbox_id=parcel.inbox_id,
        conversation_id=parcel.conversation_id,
        seq=queued.seq,
        to=content.to[0].address,
        to_name=content.to[0].name,
        others=content.to[1:],
        cc=content.cc,
        bcc=content.bcc,
        text=content.text,
        sender=fact.sender,
        sender_name=writer.name if writer else "",
        signature=writer.signature if writer else "",
        subject=content.subject,
        files=content.files,
        answers=tuple(reversed(list(_names(before, fact)))),
        quoted=None if answered is None else _quoted(answered),
        forward=True,
        passed_on=() if fact.answers_seq is not None else tuple(_passed_on(session, queued, fact)),
    )


def _before(session: Session, queued: Event) -> list[Event]:
    return log.stream_before(session, "conversation", queued.of, queued.seq, limit=LOOK_BACK)


def _names(before: Mapping[int, Event], fact: ForwardQueued) -> Iterator[str]:
    """Give the channel's own names of what this answers, the nearest first, back to the first forward."""
    left = [event.fact for event in before.values() if isinstance(event.fact, ForwardSent)]
    sent = {one.reply_seq: one.provider_id for one in left}
    answers_seq = fact.answers_seq
    while answers_seq is not None and (answer := before.get(answers_seq)) is not None:
        if not isinstance(answer.fact, ForwardAnswered):
            return
        forward_seq = answer.fact.forward_seq
        yield from filter(None, (answer.fact.provider_id, sent.get(forward_seq)))
        forward = before.get(forward_seq)
        answers_seq = forward.fact.answers_seq if forward and isinstance(forward.fact, ForwardQueued) else None


def _passed_on(session: Session, queued: Event, fact: ForwardQueued) -> Iterator[PassedOn]:
    if fact.message_seq is None:
        said = log.stream_before(session, "conversation", queued.of, queued.seq, limit=LOOK_BACK, public=True)
        yield from (_message(session, event) for event in said if _is_said(event))
        return
    one = log.one_of_stream(session, "conversation", queued.of, fact.message_seq)
    if one is not None and one.content is not None:
        yield _message(session, one, whole=True)


def _is_said(event: Event) -> bool:
    """Tell whether a person said it, they or we."""
    match event.fact:
        case MessageReceived(kind=kind):
            return event.content is not None and kind == "message"
        case MessageSent(automatic=automatic):
            return event.content is not None and not automatic
        case _:
            return False


def _message(session: Session, event: Event, *, whole: bool = False) -> PassedOn:
    """Return a message to pass on. Alone it goes `whole`: with what it quotes, and its HTML."""
    content = event.content
    assert content is not None  # what was erased is left out before
    text = "\n\n".join(filter(None, (content.text, content.quoted))) if whole else content.text
    by, address = _who(session, event)
    return PassedOn(
        by=by,
        address=address,
        at=event.at,
        text=cut(text, LONGEST),
        subject=content.subject,
        markup=(log.markup_of(session, event.id) or "") if whole else "",
    )


def _who(session: Session, event: Event) -> tuple[str, str]:
    if isinstance(event.fact, ForwardAnswered):
        fields = event.content.fields if event.content else {}
        return fields.get("name", ""), fields.get("address", "")
    if event.actor.kind == "customer":
        customer = customers.find(session, event.actor.id)
        identity_id = event.fact.identity_id if isinstance(event.fact, MessageReceived) else 0
        found = [one for one in customer.identities if one.id == identity_id] if customer else []
        return (customer.name if customer else ""), (found[0].address if found and "@" in found[0].address else "")
    writer = agents.find(session, event.actor.id) if event.actor.kind == "agent" else None
    return (writer.name if writer else ""), ""


def _quoted(answered: Event) -> Quoted | None:
    if answered.content is None or not answered.content.text:
        return None
    by, address = answered.content.fields.get("name", ""), answered.content.fields.get("address", "")
    return Quoted(by=by or address, at=answered.at, text=answered.content.text)
