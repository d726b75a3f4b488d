"""The interfaces between floors, with their guarantees. Each has one suite in tests/contract."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Protocol

from msgspec import Struct

from esmero.contract.abilities import Abilities
from esmero.contract.events import File
from esmero.contract.messages import Accepted, Inbound, Outgoing, Returned, Sent, Source
from esmero.contract.own_mail import OwnLetter, OwnMail


class Bus(Protocol):
    """Hints and fleeting news between processes. What it carries may be lost: it is a hint, never the data.

    After a lost connection has come back every listener is called once with an empty payload.
    """

    @property
    def linked(self) -> bool:
        """Whether news reaches the other processes now; always, where there are none."""
        ...

    async def start(self) -> None: ...

    async def stop(self) -> None: ...

    async def publish(self, topic: str, payload: bytes = b"", *, here: bool = True) -> None:
        """Tell all processes, this one too unless `here` is false.

        Never raises for a lost connection: the news is dropped and counted.
        """
        ...

    def subscribe(self, topic: str, listener: Callable[[bytes], None]) -> Callable[[], None]:
        """Have `listener` called on the event loop for each piece of news; the result ends it."""
        ...


class Stored(Struct, frozen=True):
    """A blob that is safely kept: its size in bytes and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


class Blobs(Protocol):
    """Files by key. Keys are made by us, of `a-z 0-9 /`."""

    async def put(self, key: str, chunks: AsyncIterator[bytes], *, limit: int) -> Stored:
        """Keep a blob; when this returns, it survives a power cut.

        Raises:
            TooLarge: as soon as more than `limit` bytes came; nothing is left behind.
        """
        ...

    async def put_whole(self, blobs: Mapping[str, bytes]) -> None:
        """Keep blobs that are in memory as a whole; when this returns, all of them survive a power cut."""
        ...

    def get(self, key: str, *, start: int = 0) -> AsyncIterator[bytes]:
        """Give the blob in chunks.

        Raises:
            NotFound: there is none of this key.
        """
        ...

    async def delete(self, key: str) -> None: ...

    async def size(self, key: str) -> int | None: ...

    def keys(self) -> AsyncIterator[str]: ...


class Accept(Protocol):
    """What a channel calls with each message that came in; when it returns, the message is on disk."""

    async def __call__(self, inbound: Inbound) -> Accepted: ...

    async def is_known(self, inbox_id: int, key: str) -> bool:
        """Tell whether something with this key was accepted before, so that its files need not be stored again."""
        ...


class SetUp(Struct, frozen=True):
    """How an inbox in use is set up: its settings as its channel wrote them, and its secrets, opened, if it has any."""

    settings: str
    secrets: bytes | None = None


class Inboxes(Protocol):
    """What a channel asks of the inboxes of its kind."""

    async def set_up(self, inbox_id: int) -> SetUp:
        """Return how an inbox is set up.

        Raises:
            NotFound: there is none, or it was removed.
        """
        ...

    async def of_kind(self, kind: str) -> dict[int, SetUp]:
        """Return all inboxes of a kind that are in use."""
        ...

    async def keep_secrets(self, inbox_id: int, secrets: bytes) -> None:
        """Seal an inbox's secrets in place of those before: its provider has given others.

        Raises:
            NotFound: there is no such inbox, or it was removed.
        """
        ...


class Memory(Protocol):
    """What a channel must remember between runs: a cursor, say. What `remember` was given survives a power cut."""

    async def recall(self, inbox_id: int, name: str) -> str | None: ...

    async def remember(self, inbox_id: int, name: str, value: str) -> None: ...


class Leases(Protocol):
    """What only one of several processes may do, for as long as it holds the lease."""

    async def hold(self, name: str, *, ms: int) -> bool:
        """Take a lease, or renew one's own; False if another process has it. It ends by itself after `ms`."""
        ...

    async def let_go(self, name: str) -> None:
        """Give a lease back before it ends, if it is one's own."""
        ...


class Files(Protocol):
    """The bytes of files that messages name."""

    async def read(self, file: File) -> bytes:
        """Return a file whole.

        Raises:
            NotFound: it is gone.
        """
        ...


class Return(Protocol):
    """What a channel calls when it learns that a message of ours did not reach somebody."""

    async def __call__(self, returned: Returned) -> bool:
        """Mark that message; False if it is none of ours, and nothing was kept. The same news again changes nothing."""
        ...


class Quarantine(Protocol):
    """Where a channel puts what it can't understand, so that people see it and it can be tried again."""

    async def hold(self, inbox_id: int, key: str, source: Source, reason: str) -> None:
        """Keep something whole. When this returns it is on disk; the same key again changes nothing.

        `reason` is for people, and says nothing of what was written.
        """
        ...


class Channel(Protocol):
    """One kind of medium."""

    kind: str
    abilities: Abilities

    async def send(self, outgoing: Outgoing) -> Sent:
        """Hand a reply to the provider. Called only for channels that are not `live`.

        Raises:
            TemporaryTrouble: try again later.
            PermanentTrouble: never try this again.
            OutcomeUnknown: it may have left.
        """
        ...

    async def was_sent(self, outgoing: Outgoing) -> Sent | None:
        """Look whether an earlier attempt of this reply has left, where its result is not known.

        None means that it can't be known, and not that it hasn't. Never raises a trouble of the other side.
        """
        ...


class Notify(Protocol):
    """Where anybody who has something to say to the desk's people, or a code for a customer, asks for a mail."""

    async def __call__(self, mail: OwnMail, *, expires_at: int | None = None) -> bool:
        """Have a mail written and sent; when this returns, it is on disk. False if the desk has no sender.

        `expires_at` is when it is worth nothing any more: it doesn't leave after that.
        """
        ...


class Sender(Protocol):
    """Whom the desk's own mail comes from."""

    async def sender(self) -> SetUp | None:
        """Return how that is set up, with its password; None if it is not."""
        ...


class OwnPost(Protocol):
    """How the desk's own mail leaves."""

    async def send(self, letter: OwnLetter) -> None:
        """Hand a mail over.

        Raises:
            TemporaryTrouble, PermanentTrouble, OutcomeUnknown: as `Channel.send`.
        """
        ...
