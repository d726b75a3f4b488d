"""A message of ours came back: it is marked with the reason, its address is flagged, and somebody is told."""

from __future__ import annotations

from collections.abc import Sequence

from esmero.contract.events import DESK, Content, Event
from esmero.contract.facts import (
    CopyQueued,
    CopySent,
    ForwardQueued,
    ForwardSent,
    IdentityFlagged,
    MessageBounced,
    MessageFailed,
    MessageSent,
    ReplyQueued,
    ReplyRecalled,
    ReplyRetried,
)
from esmero.contract.messages import Failure, Returned
from esmero.contract.trouble import Trouble
from esmero.desk import log, references, sources
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.flow import forward_answers, threads
from esmero.flow.outgoing_forward import LOOK_BACK
from esmero.kit.clock import Clock
from esmero.store.database import Database
from esmero.store.session import Session, Transaction


class TakeBack:
    """Marks replies that did not reach somebody; see the port `Return` for what it promises."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, returned: Returned) -> bool:
        """Mark the reply that came back; False if it is none of ours.

        Raises:
            EsmeroError: storage can't be reached; nothing was kept.
        """
        at = self._clock.now()
        return await self._database.write(lambda tx: _mark(tx, returned, at))


def _mark(tx: Transaction, returned: Returned, at: int) -> bool:
    if log.claimed(tx, inbox_id=returned.inbox_id, key=returned.key) is not None:
        return True
    queued = _reply(tx, returned)
    state = None if queued is None else rows.find(tx, queued.of)
    if queued is None or state is None:
        return False
    source_id = None
    if returned.source is not None:
        source_id = sources.keep(tx, returned.source, inbox_id=returned.inbox_id, at=at)
    change = Change(tx, state, at=at)
    for failure in returned.failures:
        fact = MessageBounced(
            reply_seq=queued.seq,
            permanent=failure.permanent,
            code=failure.code,
            status=failure.status,
            source_id=source_id,
            automatic=isinstance(queued.fact, ReplyQueued) and queued.fact.automatic,
            forwarded=isinstance(queued.fact, ForwardQueued),
        )
        change.tell(fact, actor=DESK, content=Content(fields=_told(failure)))
        if _reached_for(tx, queued, state, returned.channel, failure.address):
            _flag(tx, returned.channel, failure, at)
    change.save()
    log.claim(tx, inbox_id=returned.inbox_id, key=returned.key, event=change.events[0])
    if source_id is not None:
        sources.tie(tx, source_id, change.events[0])
    return True


def _told(failure: Failure) -> dict[str, str]:
    return Trouble(address=failure.address, said=failure.said).fields


def _reply(session: Session, returned: Returned) -> Event | None:
    """Return the queued reply that came back, as far as what came back tells.

    Where only the conversation is proved (the note that it was sent was lost, say), it is the newest reply there that
    may have left.
    """
    if not returned.failures:
        return None
    if returned.forward is not None:
        return forward_answers.find(session, returned.forward.conversation_id, returned.forward.seq)
    known = references.find(session, channel=returned.channel, names=returned.names)
    sent = None if known is None else log.one(session, known[1])
    if sent is not None and (seq := _queued_seq(sent)) is not None:
        return log.one_of_stream(session, "conversation", sent.of, seq)
    if returned.thread is None:
        return None
    return _newest_that_left(log.stream_before(session, "conversation", returned.thread, None, limit=LOOK_BACK))


def _newest_that_left(before: Sequence[Event]) -> Event | None:
    stayed: set[int] = set()
    for event in before:
        match event.fact:
            case MessageFailed(reply_seq=seq) | ReplyRecalled(reply_seq=seq):
                stayed.add(seq)
            case ReplyRetried(reply_seq=seq):
                stayed.discard(seq)
    queued = (event for event in reversed(before) if isinstance(event.fact, ReplyQueued | CopyQueued))
    return next((event for event in queued if event.seq not in stayed), None)


def _queued_seq(sent: Event) -> int | None:
    """Return where in its conversation what was sent was queued."""
    match sent.fact:
        case MessageSent(reply_seq=seq) | CopySent(copy_seq=seq) | ForwardSent(reply_seq=seq):
            return seq
        case _:
            return None


def _reached_for(session: Session, queued: Event, state: Conversation, channel: str, address: str) -> bool:
    """Tell whether what came back went to this address, as far as that is known.

    Anybody who ever got something from us can write a report about it that names others, who then would hear no more.
    """
    content = queued.content
    named = (*content.to, *content.cc, *content.bcc) if content else ()
    if any(person.address.lower() == address for person in named):
        return True
    known = customers.by_address(session, channel=channel, inbox_id=0, address=address)
    return known is not None and threads.belongs(session, state, known[1].id, known[0])


def _flag(tx: Transaction, channel: str, failure: Failure, at: int) -> None:
    """Remember of an address that nothing reaches it. What is for good is not taken back by what is for now."""
    known = customers.by_address(tx, channel=channel, inbox_id=0, address=failure.address)
    if known is None or known[1].trouble == "permanent" or (known[1].trouble and not failure.permanent):
        return
    customer = customers.find(tx, known[0])
    if customer is None:
        return
    change = CustomerChange(tx, customer, at=at)
    flagged = IdentityFlagged(identity_id=known[1].id, permanent=failure.permanent)
    change.tell(flagged, actor=DESK, content=Content(text=failure.said or failure.status))
    change.save()
