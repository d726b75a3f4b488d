"""What a channel hands to the desk, and what the desk hands to a channel."""

from __future__ import annotations

from msgspec import Struct

from esmero.contract.events import Event, File, Person
from esmero.contract.facts import MessageKind
from esmero.contract.trouble import Code


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


def key_of(address: str, client_id: str) -> str:
    """Return the key of a message that its sender's own program has named: nobody else's name for one collides.

    The name comes first, since it begins with the time: keys of messages that come together then lie together on disk.
    """
    return f"{client_id}:{address}"


def page_address(conversation_id: int, identity_id: int) -> str:
    """Return the sender's address of what is written on a conversation's own page.

    The identity is in it so that a link ends when the conversation becomes somebody else's: who has it knew the
    customer of before.
    """
    return f"page:{conversation_id}:{identity_id}"


class Attached(Struct, frozen=True, kw_only=True):
    """A file that came with a message, whose blob is on disk already.

    Attributes:
        type: as its bytes show; size in bytes; sha256 in hexadecimal.
        cid: by which the message's markup shows it in its midst, if it does.
    """

    blob: str
    name: str
    type: str
    size: int
    sha256: str
    cid: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """What came, byte by byte, sealed: in `sealed` if it is small, else in a blob.

    Attributes:
        name: random; the seal is bound to it.
        size: of the sealed bytes.
        way: how it came.
    """

    name: str
    way: str
    size: int
    sealed: bytes | None = None
    blob: str | None = None


class ForwardProof(Struct, frozen=True):
    """What a message shows of something that we forwarded: the conversation, and the forward's number in it.

    `by_address`: it came to the address that was made for the answers to it, and that only those have who were given
    it. Else it names the forward, as anybody can to whom that was passed on.
    """

    conversation_id: int
    seq: int
    by_address: bool


class Inbound(Struct, frozen=True, kw_only=True):
    """One message that came in.

    Attributes:
        inbox_id: the inbox it came to.
        key: names this message within its inbox for ever: the same key again is the same message.
        author: the address that it came from, where the sender is who that speaks for (a form on a web site); empty
            where the channel knows no difference.
        client_id: the sender's own id of it, given back to the sender.
        thread: the conversation that it answers, as something proves that only this desk can have written.
        forward: what we forwarded and it answers, as something proves that only this desk can have written.
        answers: the channel's own names of messages that it answers, the nearest first.
        names: the channel's own names of this message, by which others will answer it.
        kind: what it is; whatever is no plain message is filed and opens nothing again.
        junk: whom the channel believes says that nobody asked for it; `junk_by` is who that is.
        forged: whom the channel believes says that somebody else than the sender wrote it.
        to, cc: who else it was written to, besides the inbox itself.
        attached: files that came with it; `files` are uploads that are already known by number.
        imported: it is history: it opens nothing, keeps nobody waiting, and nobody is told.
        said_at: when it was said, UTC milliseconds, of what is imported.
        ours: we wrote it; `sender` is then the customer whom we wrote to.
        acknowledgement: what a first message is answered with at once, if its sender may be answered by a machine.
        reopen_within: milliseconds after its closing within which a conversation is taken up again; later, a new one
            begins that names the old.
    """

    inbox_id: int
    channel: str
    key: str
    sender: Sender
    text: str
    author: str = ""
    files: tuple[File, ...] = ()
    client_id: str | None = None
    thread: int | None = None
    forward: ForwardProof | None = None
    answers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kind: MessageKind = "message"
    junk: bool = False
    junk_by: str = ""
    forged: bool = False
    subject: str = ""
    quoted: str = ""
    markup: str = ""
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    attached: tuple[Attached, ...] = ()
    source: Source | None = None
    imported: bool = False
    said_at: int | None = None
    ours: bool = False
    acknowledgement: str = ""
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


class Failure(Struct, frozen=True, kw_only=True):
    """One address that a message of ours did not reach; the rest as in `Trouble`."""

    address: str
    permanent: bool
    code: Code = "other"
    status: str = ""
    said: str = ""


class Returned(Struct, frozen=True, kw_only=True):
    """News that a message of ours did not reach somebody.

    Attributes:
        key: names this news within its inbox, as a message's does.
        thread: the conversation of that message, as something proves that only this desk can have written.
        forward: what we forwarded, if that is what came back.
        names: the channel's own names of the message that failed.
    """

    inbox_id: int
    channel: str
    key: str
    failures: tuple[Failure, ...]
    thread: int | None = None
    forward: ForwardProof | None = None
    names: tuple[str, ...] = ()
    source: Source | None = None


class PassedOn(Struct, frozen=True, kw_only=True):
    """A message that is forwarded: who wrote it, from which address, when (UTC milliseconds), and what.

    `markup` is HTML, cleaned, which names files of the message as `file:12`.
    """

    by: str
    address: str
    at: int
    text: str
    subject: str = ""
    markup: str = ""


class Outgoing(Struct, frozen=True, kw_only=True):
    """One reply that is to leave.

    Attributes:
        key: the same at every attempt; a provider that knows idempotency keys is given it.
        seq: the queued reply's number in its conversation.
        to: the address that it goes to, in a reply the customer's.
        others: to whom else it goes, as they all see.
        cc, bcc: who else gets it; the latter are seen by nobody.
        sender: the address of ours that it comes from; empty for the inbox's own.
        signature: the agent's own.
        answers: the channel's own names of the messages before it in the thread, oldest first.
        quoted: the message that it answers.
        forward: it goes to somebody else than the customer, and what they answer is to be known as an answer to it.
        passed_on: the messages that are forwarded with it, oldest first.
        automatic: no person wrote it, so no machine is to answer it.
        page: the address of the conversation's own page, where its customer goes on live; empty for none.
        language: the customer's, BCP 47, for the few words that the channel adds.
    """

    key: str
    inbox_id: int
    conversation_id: int
    to: str
    text: str
    seq: int = 0
    to_name: str = ""
    others: tuple[Person, ...] = ()
    cc: tuple[Person, ...] = ()
    bcc: tuple[Person, ...] = ()
    sender: str = ""
    sender_name: str = ""
    signature: str = ""
    subject: str = ""
    files: tuple[File, ...] = ()
    answers: tuple[str, ...] = ()
    quoted: Quoted | None = None
    forward: bool = False
    passed_on: tuple[PassedOn, ...] = ()
    automatic: bool = False
    page: str = ""
    language: str | None = None


class Sent(Struct, frozen=True, kw_only=True):
    """The provider took it, under this id of its own."""

    provider_id: str | None = None
