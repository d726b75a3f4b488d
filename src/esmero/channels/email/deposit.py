"""Where a mail goes that has come in, whichever way it came."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

Way = Literal["imap", "smtp", "lmtp", "pipe", "import"]


class Envelope(Struct, frozen=True, kw_only=True):
    """What came beside a mail's bytes.

    Attributes:
        sender: the address of SMTP's MAIL (RFC 5321 section 4.1.1.2): empty for the null sender, None if unknown.
        recipients: the addresses that it was handed over for, as far as the way tells.
        way: how it came.
        seen_at: when a mailbox had it, UTC milliseconds, if it tells.
    """

    way: Way
    sender: str | None = None
    recipients: tuple[str, ...] = ()
    seen_at: int | None = None


Outcome = Literal["kept", "again", "held"]
"""What became of a mail: it was kept, it had been kept before, or it lies in quarantine."""


class Deposit(Protocol):
    """What every receiver calls with every mail."""

    async def __call__(self, inbox_id: int, raw: bytes, envelope: Envelope) -> Outcome:
        """Keep one mail: as a message, as whatever else it is, or in quarantine if it can't be understood.

        When this returns, the mail is on disk and may be forgotten by who had it. The same mail again changes nothing.

        Raises:
            Unavailable: storage can't be reached; nothing was kept, so hold on to it and come again.
            NotFound: the inbox isn't in use any more.
        """
        ...
