"""What can have happened. Each class is the closed form of one type of event, strict when written.

Read tolerantly: unknown fields are passed over and new ones have defaults, so that two releases can run side by side.
What people wrote never stands here but in `Content`, which can be erased.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

Status = Literal["open", "pending", "snoozed", "closed"]
Priority = Literal["low", "normal", "high", "urgent"]


class Fact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened.

    Attributes:
        type: its name in the log, in the past tense.
        version: the form's number; older forms are lifted when they are read.
        public: whether the customer may see it.
    """

    type: ClassVar[str]
    version: ClassVar[int] = 1
    public: ClassVar[bool] = False


class Unknown(Fact, frozen=True, kw_only=True):
    """What another release wrote and this one can't read: it moves a stream's `seq`, and says nothing else.

    Attributes:
        name: its type, as the log has it.
    """

    type: ClassVar[str] = "unknown"
    name: str


# A conversation's stream.


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

    `carried_from` names the conversation that it was written in, if it was carried over from there.
    """

    type: ClassVar[str] = "message.received"
    public: ClassVar[bool] = True
    identity_id: int
    client_id: str | None = None
    carried_from: int | None = None


class ReplyQueued(Fact, frozen=True, kw_only=True):
    """An agent's reply waits in the outbox: for agents' eyes until it has left."""

    type: ClassVar[str] = "reply.queued"
    client_id: str | None = None
    channel: str


class ReplyRecalled(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "reply.recalled"
    reply_seq: int


class MessageSent(Fact, frozen=True, kw_only=True):
    """We wrote, and it has left. `reply_seq` names the queued reply whose content this is, if it was queued."""

    type: ClassVar[str] = "message.sent"
    public: ClassVar[bool] = True
    client_id: str | None = None
    agent_id: int | None = None
    reply_seq: int | None = None
    provider_id: str | None = None
    carried_from: int | None = None


class MessageFailed(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "message.failed"
    reply_seq: int
    reason: str
    permanent: bool


class MessageUnknown(Fact, frozen=True, kw_only=True):
    """Whether it left can't be known: the connection ended after the content and before the provider's answer."""

    type: ClassVar[str] = "message.unknown"
    reply_seq: int
    reason: str


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


# A customer's stream. Names and addresses stand in the content's fields.


class CustomerCreated(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.created"
    language: str | None = None


class CustomerEdited(Fact, frozen=True, kw_only=True):
    """The content's fields hold the new values of those that changed; an empty value removes one."""

    type: ClassVar[str] = "customer.edited"


class CustomerBlocked(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.blocked"


class CustomerUnblocked(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.unblocked"


class IdentityAdded(Fact, frozen=True, kw_only=True):
    """An address of this customer became known; the address itself stands in the content's fields."""

    type: ClassVar[str] = "identity.added"
    identity_id: int
    channel: str
    verified: bool = False


class IdentityLeft(Fact, frozen=True, kw_only=True):
    """An address leads to this customer no more: it is a browser's, and they have signed in there."""

    type: ClassVar[str] = "identity.left"
    identity_id: int


# The streams of the desk itself. What stands there is for the record: who changed what, and when.


class DeskChanged(Fact, frozen=True, kw_only=True):
    """A team or a label was made, changed or removed."""

    type: ClassVar[str] = "desk.changed"
    what: Literal["team", "label", "token"]
    id: int
    action: Literal["made", "changed", "removed"]


class InboxChanged(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "inbox.changed"
    action: Literal["made", "changed", "removed", "secret_renewed"]


class AgentChanged(Fact, frozen=True, kw_only=True):
    """An agent's account changed; `fields` names what did, never its values."""

    type: ClassVar[str] = "agent.changed"
    action: Literal[
        "invited", "joined", "changed", "disabled", "enabled", "password_changed", "signed_in", "signed_out"
    ]
    fields: tuple[str, ...] = ()


FACTS: dict[str, type[Fact]] = {
    fact.type: fact
    for fact in (
        ConversationOpened,
        MessageReceived,
        ReplyQueued,
        ReplyRecalled,
        MessageSent,
        MessageFailed,
        MessageUnknown,
        MessageDelivered,
        MessageRead,
        NoteAdded,
        ConversationAssigned,
        ConversationPended,
        ConversationSnoozed,
        ConversationWoken,
        ConversationClosed,
        ConversationReopened,
        ConversationMoved,
        CustomerContacted,
        ConversationRecognised,
        ConversationLabelled,
        PriorityChanged,
        SubjectChanged,
        CustomerCreated,
        CustomerEdited,
        CustomerBlocked,
        CustomerUnblocked,
        IdentityAdded,
        IdentityLeft,
        DeskChanged,
        InboxChanged,
        AgentChanged,
    )
}
