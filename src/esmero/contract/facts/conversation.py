"""A conversation's stream."""

from __future__ import annotations

from typing import ClassVar, Literal

from esmero.contract.facts.fact import Fact

Status = Literal["open", "pending", "snoozed", "closed"]
Priority = Literal["low", "normal", "high", "urgent"]
MessageKind = Literal["message", "bounce", "auto-reply", "list", "receipt", "calendar"]
"""Written by a person, or by which kind of machine."""


class ConversationOpened(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.opened"
    public: ClassVar[bool] = True
    inbox_id: int
    customer_id: int
    identity_id: int
    channel: str
    live: bool = False
    previous_id: int | None = None


class MessageReceived(Fact, frozen=True, kw_only=True):
    """The customer wrote. `client_id` is the sender's own id for it, where the channel has one.

    `carried_from` names the conversation that it was written in, if it was carried over from there. What a machine
    wrote (`kind`) is filed: nobody is thought to wait for an answer to it. `provider_id` is the channel's own name of
    it, `source_id` names what came, as it came. What was `imported` is history: nobody waits, and nobody is told.
    """

    type: ClassVar[str] = "message.received"
    public: ClassVar[bool] = True
    identity_id: int
    client_id: str | None = None
    carried_from: int | None = None
    kind: MessageKind = "message"
    provider_id: str | None = None
    source_id: int | None = None
    imported: bool = False


class ReplyQueued(Fact, frozen=True, kw_only=True):
    """A reply waits in the outbox: for agents' eyes until it has left.

    `sender` is the address of ours that it leaves from, if not the inbox's own; `automatic`: no person wrote it.
    `identity_id` is where its customer was reached when it was written, and None in what older releases wrote.
    """

    type: ClassVar[str] = "reply.queued"
    client_id: str | None = None
    channel: str
    identity_id: int | None = None
    sender: str = ""
    automatic: bool = False


class CopyQueued(Fact, frozen=True, kw_only=True):
    """What the customer left unread where they followed live is to reach them elsewhere, from this inbox of ours.

    `upto` is the seq of the newest of our messages in it, `after` that of the newest that is not in it any more.
    """

    type: ClassVar[str] = "copy.queued"
    channel: str
    inbox_id: int
    identity_id: int
    after: int
    upto: int


class CopySent(Fact, frozen=True, kw_only=True):
    """A copy of what we wrote has left. The messages themselves are said already, so it is for agents' eyes."""

    type: ClassVar[str] = "copy.sent"
    copy_seq: int
    provider_id: str | None = None


class ReplyRecalled(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "reply.recalled"
    reply_seq: int


class ReplyRetried(Fact, frozen=True, kw_only=True):
    """An agent has something sent again that did not leave, or that may not have left."""

    type: ClassVar[str] = "reply.retried"
    reply_seq: int


class ReplyReplaced(Fact, frozen=True, kw_only=True):
    """Another reply (`by_seq`) was written in place of one that did not arrive: this one is never sent again."""

    type: ClassVar[str] = "reply.replaced"
    reply_seq: int
    by_seq: int


class MessageSent(Fact, frozen=True, kw_only=True):
    """We wrote, and it has left. `reply_seq` names the queued reply whose content this is, if it was queued.

    What was `imported` left by other ways, long ago; `source_id` names what was imported, as it was. `automatic`: no
    person wrote it.
    """

    type: ClassVar[str] = "message.sent"
    public: ClassVar[bool] = True
    client_id: str | None = None
    agent_id: int | None = None
    reply_seq: int | None = None
    provider_id: str | None = None
    carried_from: int | None = None
    source_id: int | None = None
    imported: bool = False
    automatic: bool = False


class MessageDelayed(Fact, frozen=True, kw_only=True):
    """It could not leave yet, and is tried again at this time.

    Here and in the next three: `code` is what went wrong (`contract/trouble.py`; whoever reads may meet one that they
    don't know), `status` the enhanced code (RFC 3463), and in the content's fields stand the server's own words
    (`said`) and whom they are about (`address`).
    """

    type: ClassVar[str] = "message.delayed"
    reply_seq: int
    code: str = "other"
    status: str = ""
    until: int


class MessageFailed(Fact, frozen=True, kw_only=True):
    """It will not leave. What was `automatic` nobody waits for.

    `for_all`: others were to get it too, and were not refused. `forwarded`, here and in the next two: it was no reply,
    but forwarded to somebody else.
    """

    type: ClassVar[str] = "message.failed"
    reply_seq: int
    code: str = "other"
    status: str = ""
    for_all: bool = False
    permanent: bool
    automatic: bool = False
    forwarded: bool = False


class MessageBounced(Fact, frozen=True, kw_only=True):
    """It left, and came back: the server of somebody's address says that it can't be delivered, or not yet."""

    type: ClassVar[str] = "message.bounced"
    reply_seq: int
    code: str = "other"
    status: str = ""
    permanent: bool
    source_id: int | None = None
    automatic: bool = False
    forwarded: bool = False


class MessageUnknown(Fact, frozen=True, kw_only=True):
    """Whether it left can't be known: the connection ended after the content and before the provider's answer."""

    type: ClassVar[str] = "message.unknown"
    reply_seq: int
    code: str = "other"
    status: str = ""
    automatic: bool = False
    forwarded: bool = False


class MessageDelivered(Fact, frozen=True, kw_only=True):
    """Everything of ours up to this seq is on the customer's screen or device."""

    type: ClassVar[str] = "message.delivered"
    public: ClassVar[bool] = True
    upto: int


class MessageRead(Fact, frozen=True, kw_only=True):
    """The actor (the customer, or an agent) has read everything of the other side up to this seq."""

    type: ClassVar[str] = "message.read"
    public: ClassVar[bool] = True
    upto: int


class NoteAdded(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "note.added"
    client_id: str | None = None


class ForwardQueued(Fact, frozen=True, kw_only=True):
    """An agent passes something on to a supplier or a colleague, in their own words; it waits in the outbox.

    `message_seq` names what is passed on; None: all that was said with the customer before it. With `answers_seq`
    nothing is passed on: it answers what came back to an earlier one. It leaves from the inbox `inbox_id`.
    """

    type: ClassVar[str] = "forward.queued"
    client_id: str | None = None
    channel: str
    inbox_id: int
    sender: str = ""
    message_seq: int | None = None
    answers_seq: int | None = None


class ForwardSent(Fact, frozen=True, kw_only=True):
    """It has left. `reply_seq` names the queued forward."""

    type: ClassVar[str] = "forward.sent"
    reply_seq: int
    provider_id: str | None = None


class ForwardAnswered(Fact, frozen=True, kw_only=True):
    """Somebody to whom we forwarded has answered: for agents' eyes. Who stands in the content (`address`, `name`).

    `forward_seq` names the queued forward. What a machine wrote (`kind`) wakes nobody.
    """

    type: ClassVar[str] = "forward.answered"
    forward_seq: int
    kind: MessageKind = "message"
    provider_id: str | None = None
    source_id: int | None = None
    imported: bool = False


class ConversationAssigned(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.assigned"
    public: ClassVar[bool] = True
    agent_id: int | None = None
    team_id: int | None = None


class ConversationPended(Fact, frozen=True, kw_only=True):
    """An agent says: it is the customer's turn. Their next message opens it again."""

    type: ClassVar[str] = "conversation.pended"


class ConversationSnoozed(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.snoozed"
    until: int


class ConversationWoken(Fact, frozen=True, kw_only=True):
    """A snooze ended because its time came. (A customer's message ends it by itself.)"""

    type: ClassVar[str] = "conversation.woken"


class ConversationClosed(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.closed"
    public: ClassVar[bool] = True


class ConversationReopened(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.reopened"
    public: ClassVar[bool] = True


class ConversationMoved(Fact, frozen=True, kw_only=True):
    """To another inbox; who may see it changes with it."""

    type: ClassVar[str] = "conversation.moved"
    from_inbox_id: int
    inbox_id: int


class ConversationSwitched(Fact, frozen=True, kw_only=True):
    """The customer goes on in another channel, and gets our answers there from now on, at this identity.

    `inbox_id` is the inbox of ours that answers leave from, if it is another than the conversation's own.
    """

    type: ClassVar[str] = "conversation.switched"
    channel: str
    identity_id: int
    inbox_id: int | None = None


class ConversationRecognised(Fact, frozen=True, kw_only=True):
    """It became known whose conversation this is: the visitor signed in to the shop, say.

    `continued_in` names the conversation that they had open already, in which this one goes on.
    """

    type: ClassVar[str] = "conversation.recognised"
    customer_id: int
    identity_id: int
    continued_in: int | None = None


class CustomerContacted(Fact, frozen=True, kw_only=True):
    """The customer left a way to answer; it stands in the content's fields (`email`, `phone`, `name`)."""

    type: ClassVar[str] = "customer.contacted"
    public: ClassVar[bool] = True
    client_id: str | None = None


class ConversationLinked(Fact, frozen=True, kw_only=True):
    """It has to do with another conversation.

    `why`: a `stranger` answered a message of the other one, and has this one of their own; or it is `seen_from` the
    other side of such a link.
    """

    type: ClassVar[str] = "conversation.linked"
    other_id: int
    why: Literal["stranger", "seen_from"]


class ConversationJunked(Fact, frozen=True, kw_only=True):
    """Nobody asked for it: it lies in the folder for that, closed.

    `why`: an `agent` says so; or the desk, by the `list` of senders, by a relay's `verdict`, or since the customer is
    `blocked`. Which entry, or whose verdict, stands in the content.
    """

    type: ClassVar[str] = "conversation.junked"
    why: Literal["agent", "list", "verdict", "blocked"] = "agent"


class ConversationCleared(Fact, frozen=True, kw_only=True):
    """It was no junk."""

    type: ClassVar[str] = "conversation.cleared"


class ParticipantJoined(Fact, frozen=True, kw_only=True):
    """Somebody besides the customer takes part: they were in copy, say. What they write belongs here."""

    type: ClassVar[str] = "participant.joined"
    identity_id: int
    customer_id: int


class ParticipantLeft(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "participant.left"
    identity_id: int


class SourceOpened(Fact, frozen=True, kw_only=True):
    """Somebody looked at what came, as it came. Their reason stands in the content."""

    type: ClassVar[str] = "source.opened"
    source_id: int


class ConversationLabelled(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.labelled"
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


class PriorityChanged(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "conversation.priority_changed"
    priority: Priority


class SubjectChanged(Fact, frozen=True, kw_only=True):
    """The subject's words stand in the content."""

    type: ClassVar[str] = "conversation.subject_changed"
