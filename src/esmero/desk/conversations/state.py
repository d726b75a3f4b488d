"""What a conversation's events add up to: a pure fold, the same when it happens and when it is rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from esmero.contract import facts
from esmero.contract.events import Event
from esmero.contract.facts import Priority, Status
from esmero.kit.text import preview

FAR = 10_000_000_000_000
"""A time beyond all others (the year 2286): in the order "by waiting", answered ones come behind it, newest first."""


class Conversation(Struct, frozen=True):
    """One matter of one customer, as its events left it. The fields are the columns of its row, flags are 0 or 1.

    `channel` is where it began; `reach_channel` and the identity beside it are where an answer reaches its customer.
    """

    id: int
    inbox_id: int
    customer_id: int
    identity_id: int
    channel: str
    live: int
    status: Status
    priority: Priority
    subject: str | None
    assignee_id: int | None
    team_id: int | None
    seq: int
    position: int
    last_seq: int
    last_at: int
    last_by: str
    last_text: str
    last_files: int
    last_note: int
    customer_seq: int
    agent_seq: int
    delivered_seq: int
    read_seq: int
    seen_seq: int
    waiting_since: int | None
    sort: int
    snoozed_until: int | None
    created_at: int
    closed_at: int | None
    reach_channel: str
    reach_identity_id: int
    reach_inbox_id: int | None
    mailed_seq: int
    junk: int = 0
    aside_seq: int = 0
    labels: tuple[int, ...] = ()

    @property
    def leaves_from(self) -> int:
        """The inbox of ours that answers leave from."""
        return self.inbox_id if self.reach_inbox_id is None else self.reach_inbox_id

    @property
    def reached_seq(self) -> int:
        """Up to where the customer has read, or has been mailed, what we said live."""
        return max(self.read_seq, self.mailed_seq)


def opened(event: Event) -> Conversation:
    """Begin with the first event of a stream, which is always `conversation.opened`."""
    fact = event.fact
    assert isinstance(fact, facts.ConversationOpened)
    return Conversation(
        id=event.of,
        inbox_id=fact.inbox_id,
        customer_id=fact.customer_id,
        identity_id=fact.identity_id,
        channel=fact.channel,
        live=int(fact.live),
        status="open",
        priority="normal",
        subject=None,
        assignee_id=None,
        team_id=None,
        seq=event.seq,
        position=event.id,
        last_seq=0,
        last_at=event.at,
        last_by="customer",
        last_text="",
        last_files=0,
        last_note=0,
        customer_seq=0,
        agent_seq=0,
        delivered_seq=0,
        read_seq=0,
        seen_seq=0,
        waiting_since=None,
        sort=FAR - event.at,
        snoozed_until=None,
        created_at=event.at,
        closed_at=None,
        reach_channel=fact.channel,
        reach_identity_id=fact.identity_id,
        reach_inbox_id=None,
        mailed_seq=0,
    )


def fold(state: Conversation, event: Event) -> Conversation:
    """Return the state after one more event of the stream. Types that change nothing only move `seq` and `position`."""
    change = _CHANGES.get(type(event.fact))
    changes = {} if change is None else change(state, event, event.fact)
    return replace(state, seq=event.seq, position=event.id, **changes)


Changes = dict[str, Any]


def _received(state: Conversation, event: Event, fact: facts.MessageReceived) -> Changes:
    if fact.imported:
        return _remembered(state, event)
    said = _last(event, "customer")
    if state.subject is None and event.content is not None and event.content.subject:
        said["subject"] = event.content.subject
    if fact.kind != "message" or state.junk:
        return said  # a machine's, or nobody asked for it: nobody is kept waiting
    waiting_since = event.at if state.waiting_since is None else state.waiting_since
    return {
        "status": "open",
        "snoozed_until": None,
        "closed_at": None,
        "customer_seq": event.seq,
        "waiting_since": waiting_since,
        "sort": waiting_since,
        **said,
    }


def _remembered(state: Conversation, event: Event) -> Changes:
    """History comes in: nobody waits for anything. What was said later stays what was said last."""
    changes: Changes = {}
    if state.subject is None and event.content is not None and event.content.subject:
        changes["subject"] = event.content.subject
    if event.at < state.last_at:
        return changes
    if state.status == "closed":
        changes |= {"closed_at": event.at, "sort": FAR - event.at}
    return changes | _last(event, event.actor.kind)


def _sent(state: Conversation, event: Event, fact: facts.MessageSent) -> Changes:
    if fact.imported:
        return _remembered(state, event)
    if fact.reply_seq is not None:
        return {"agent_seq": event.seq}  # it was shown, and answered the customer, when it was queued
    if fact.carried_from is not None:
        return _last(event, event.actor.kind) | {"agent_seq": event.seq}  # said elsewhere, it answers nothing here
    return _answered(event)


def _queued(state: Conversation, event: Event, fact: facts.ReplyQueued) -> Changes:
    if fact.automatic:
        return {}
    said = _answered(event)
    if state.subject is None and event.content is not None and event.content.subject:
        said["subject"] = event.content.subject
    return said


def _copied(_state: Conversation, _event: Event, fact: facts.CopyQueued) -> Changes:
    return {"mailed_seq": fact.upto}


def _answered(event: Event) -> Changes:
    return _last(event, event.actor.kind) | {
        "agent_seq": event.seq,
        "waiting_since": None,
        "sort": FAR - event.at,
    }


def _noted(_state: Conversation, event: Event, _fact: facts.NoteAdded) -> Changes:
    return _last(event, event.actor.kind) | {"last_note": 1}


def _forwarded(state: Conversation, event: Event, fact: facts.ForwardQueued) -> Changes:
    said = _last(event, event.actor.kind) | {"last_note": 1}
    if fact.answers_seq is None or state.customer_seq > state.agent_seq:
        return said  # the customer waits as before
    return said | {"waiting_since": None, "sort": FAR - event.at}


def _forward_answered(state: Conversation, event: Event, fact: facts.ForwardAnswered) -> Changes:
    said = _last(event, "desk") | {"last_note": 1}
    if fact.kind != "message" or fact.imported:
        return said
    return _needs_us(state, event, fact) | {"aside_seq": event.seq} | said


def _last(event: Event, by: str) -> Changes:
    content = event.content
    return {
        "last_seq": event.seq,
        "last_at": event.at,
        "last_by": by,
        "last_text": preview(content.text) if content else "",
        "last_files": len(content.files) if content else 0,
        "last_note": 0,
    }


def _came_to_nothing(
    state: Conversation, event: Event, fact: facts.MessageFailed | facts.MessageBounced | facts.MessageUnknown
) -> Changes:
    """Our answer did not arrive: they wait still, and somebody is to see it. What may yet arrive is left alone."""
    if fact.automatic or (isinstance(fact, facts.MessageBounced) and not fact.permanent):
        return {}
    noticed = {"aside_seq": event.seq} if fact.forwarded else {}
    return _needs_us(state, event, fact) | noticed


def _needs_us(state: Conversation, event: Event, fact: facts.Fact) -> Changes:
    waiting_since = event.at if state.waiting_since is None else state.waiting_since
    return _opened_again(state, event, fact) | {"waiting_since": waiting_since, "sort": waiting_since}


def _retried(state: Conversation, event: Event, _fact: facts.ReplyRetried) -> Changes:
    """It is on its way again, so nobody waits for us; unless they wrote after it."""
    if state.customer_seq > state.agent_seq:
        return {}
    return {"waiting_since": None, "sort": FAR - event.at}


def _delivered(state: Conversation, _event: Event, fact: facts.MessageDelivered) -> Changes:
    return {"delivered_seq": max(state.delivered_seq, fact.upto)}


def _read(state: Conversation, event: Event, fact: facts.MessageRead) -> Changes:
    if event.actor.kind == "customer":
        read = max(state.read_seq, fact.upto)
        return {"read_seq": read, "delivered_seq": max(state.delivered_seq, read)}
    return {"seen_seq": max(state.seen_seq, fact.upto)}


def _assigned(_state: Conversation, _event: Event, fact: facts.ConversationAssigned) -> Changes:
    return {"assignee_id": fact.agent_id, "team_id": fact.team_id}


def _pended(_state: Conversation, event: Event, _fact: facts.ConversationPended) -> Changes:
    return {"status": "pending", "snoozed_until": None, "waiting_since": None, "sort": FAR - event.at}


def _snoozed(_state: Conversation, _event: Event, fact: facts.ConversationSnoozed) -> Changes:
    return {"status": "snoozed", "snoozed_until": fact.until}


def _junked(state: Conversation, event: Event, fact: facts.Fact) -> Changes:
    return {"junk": 1, **_closed(state, event, fact)}


def _cleared(_state: Conversation, event: Event, _fact: facts.ConversationCleared) -> Changes:
    return {"junk": 0, "status": "open", "closed_at": None, "waiting_since": event.at, "sort": event.at}


def _opened_again(_state: Conversation, _event: Event, _fact: facts.Fact) -> Changes:
    return {"status": "open", "snoozed_until": None, "closed_at": None, "junk": 0}


def _closed(_state: Conversation, event: Event, _fact: facts.Fact) -> Changes:
    return {
        "status": "closed",
        "snoozed_until": None,
        "closed_at": event.at,
        "waiting_since": None,
        "sort": FAR - event.at,
    }


def _moved(_state: Conversation, _event: Event, fact: facts.ConversationMoved) -> Changes:
    return {"inbox_id": fact.inbox_id}


def _recognised(state: Conversation, _event: Event, fact: facts.ConversationRecognised) -> Changes:
    changes: Changes = {"customer_id": fact.customer_id, "identity_id": fact.identity_id}
    if state.reach_identity_id == state.identity_id:
        changes["reach_identity_id"] = fact.identity_id
    return changes


def _switched(_state: Conversation, _event: Event, fact: facts.ConversationSwitched) -> Changes:
    return {
        "reach_channel": fact.channel,
        "reach_identity_id": fact.identity_id,
        "reach_inbox_id": fact.inbox_id,
    }


def _labelled(state: Conversation, _event: Event, fact: facts.ConversationLabelled) -> Changes:
    kept = [label for label in state.labels if label not in fact.removed]
    return {"labels": tuple(sorted({*kept, *fact.added}))}


def _prioritised(_state: Conversation, _event: Event, fact: facts.PriorityChanged) -> Changes:
    return {"priority": fact.priority}


def _titled(_state: Conversation, event: Event, _fact: facts.SubjectChanged) -> Changes:
    return {"subject": (event.content.text or None) if event.content else None}


_CHANGES: dict[type[facts.Fact], Callable[[Conversation, Event, Any], Changes]] = {
    facts.MessageReceived: _received,
    facts.MessageSent: _sent,
    facts.ReplyQueued: _queued,
    facts.CopyQueued: _copied,
    facts.NoteAdded: _noted,
    facts.ForwardQueued: _forwarded,
    facts.ForwardAnswered: _forward_answered,
    facts.MessageBounced: _came_to_nothing,
    facts.MessageFailed: _came_to_nothing,
    facts.MessageUnknown: _came_to_nothing,
    facts.ReplyRetried: _retried,
    facts.MessageDelivered: _delivered,
    facts.MessageRead: _read,
    facts.ConversationAssigned: _assigned,
    facts.ConversationPended: _pended,
    facts.ConversationSnoozed: _snoozed,
    facts.ConversationWoken: _opened_again,
    facts.ConversationReopened: _opened_again,
    facts.ConversationClosed: _closed,
    facts.ConversationJunked: _junked,
    facts.ConversationCleared: _cleared,
    facts.ConversationMoved: _moved,
    facts.ConversationRecognised: _recognised,
    facts.ConversationSwitched: _switched,
    facts.ConversationLabelled: _labelled,
    facts.PriorityChanged: _prioritised,
    facts.SubjectChanged: _titled,
}
