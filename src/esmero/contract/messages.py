"""What a channel hands to the desk, and what the desk hands to a channel."""

from __future__ import annotations

from msgspec import Struct

from esmero.contract.events import Event, File


class Sender(Struct, frozen=True, kw_only=True):
    """Who wrote, as the channel knows them.

    Attributes:
        address: what names them in this channel: a mail address, a number, a visitor's id.
        verified: whether the channel vouches for it.
        name, email: as they call themselves, if they do.
        language: BCP 47, if the channel tells.
    """

    address: str
    verified: bool = False
    name: str | None = None
    email: str | None = None
    language: str | None = None


class Person(Struct, frozen=True):
    """Somebody who is written to, or in copy: their address in the channel, and their name if it is known."""

    address: str
    name: str = ""


def key_of(address: str, client_id: str) -> str:
    """Return the key of a message that its sender's own program has named: nobody else's name for one collides.

    The name comes first, since it begins with the time: keys of messages that come together then lie together on disk.
    """
    return f"{client_id}:{address}"


class Inbound(Struct, frozen=True, kw_only=True):
    """One message that came in.

    Attributes:
        inbox_id: the inbox it came to.
        key: names this message within its inbox for ever: the same key again is the same message.
        client_id: the sender's own id of it, given back to the sender.
        thread: the conversation the channel says it belongs to, if it says so.
        files: uploads that are already stored.
        reopen_within: milliseconds after its closing within which a conversation is taken up again; later, a new one
            begins that names the old.
    """

    inbox_id: int
    channel: str
    key: str
    sender: Sender
    text: str
    files: tuple[File, ...] = ()
    client_id: str | None = None
    thread: int | None = None
    reopen_within: int = 24 * 60 * 60 * 1_000


class Accepted(Struct, frozen=True):
    """The event that a message became. `again` is true when it had been accepted before."""

    event: Event
    again: bool = False

    @property
    def conversation_id(self) -> int:
        return self.event.of

    @property
    def event_id(self) -> int:
        return self.event.id

    @property
    def seq(self) -> int:
        return self.event.seq

    @property
    def at(self) -> int:
        return self.event.at


class Quoted(Struct, frozen=True, kw_only=True):
    """A message that an answer quotes: who wrote it, when (UTC milliseconds), and what."""

    by: str
    at: int
    text: str


class Outgoing(Struct, frozen=True, kw_only=True):
    """One reply that is to leave.

    Attributes:
        key: the same at every attempt; a provider that knows idempotency keys is given it.
        seq: the queued reply's number in its conversation.
        to: the identity's address in the channel.
        cc, bcc: who else gets it; the latter are seen by nobody.
        sender: the address of ours that it comes from; empty for the inbox's own.
        signature: the agent's own.
        answers: the channel's own names of the messages before it in the thread, oldest first.
        quoted: the message that it answers.
        automatic: no person wrote it, so no machine is to answer it.
        language: the customer's, BCP 47, for the few words that the channel adds.
    """

    key: str
    inbox_id: int
    conversation_id: int
    to: str
    text: str
    seq: int = 0
    to_name: str = ""
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    sender: str = ""
    sender_name: str = ""
    signature: str = ""
    subject: str = ""
    files: tuple[File, ...] = ()
    answers: tuple[str, ...] = ()
    quoted: Quoted | None = None
    automatic: bool = False
    language: str | None = None


class Sent(Struct, frozen=True, kw_only=True):
    """The provider took it, under this id of its own."""

    provider_id: str | None = None
