"""What a mail says, as the rest of the desk takes it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["message", "bounce", "auto-reply", "list", "receipt", "calendar"]
Action = Literal["failed", "delayed", "delivered", "relayed", "expanded"]


class Mailbox(Struct, frozen=True):
    """A name, which anybody can choose, and an address (RFC 5322 section 3.4)."""

    name: str
    address: str

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


class Attachment(Struct, frozen=True, kw_only=True):
    """One file.

    Attributes:
        name: safe to show and to store; made up where the mail has none.
        type: by its bytes (`kit.filetypes`), or as declared where the bytes don't tell; never a page.
        declared: the type that the mail gave.
        inline: shown within the text: a picture, or what the HTML refers to by `content_id`.
        content_id: without brackets; HTML refers to it as `cid:`.
    """

    name: str
    type: str
    declared: str
    content: bytes
    inline: bool = False
    content_id: str | None = None

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)


class FailedRecipient(Struct, frozen=True, kw_only=True):
    """Whom a mail of ours did not reach, or not yet (RFC 3464 section 2.3).

    Attributes:
        original: the address as we wrote it, where it was forwarded and the report tells.
        status: the enhanced code such as `5.1.1` (RFC 3463).
        permanent: trying again is no use.
        diagnostic: the other server's own words.
    """

    address: str
    original: str | None = None
    status: str | None = None
    action: Action = "failed"
    permanent: bool = True
    diagnostic: str = ""


class Returned(Struct, frozen=True, kw_only=True):
    """What the returned part shows of the mail that failed, or that a receipt is about."""

    message_id: str | None = None
    references: tuple[str, ...] = ()
    recipients: tuple[Mailbox, ...] = ()
    subject: str = ""


class Bounce(Struct, frozen=True, kw_only=True):
    """A report that a mail of ours failed.

    Attributes:
        recipients: may be empty, where the report names nobody.
        reason: one line for people.
        original: the mail that failed, as far as the report shows it.
    """

    recipients: tuple[FailedRecipient, ...] = ()
    reason: str = ""
    original: Returned | None = None

    @property
    def permanent(self) -> bool:
        """Tell whether trying again is no use for everybody named."""
        return all(recipient.permanent for recipient in self.recipients)


class Invitation(Struct, frozen=True, kw_only=True):
    """An appointment (RFC 5545, RFC 5546).

    Attributes:
        method: REQUEST, REPLY, CANCEL, COUNTER … in capitals, or empty.
        starts, ends: as written, with the zone's name after a space.
        answers: who answered, and ACCEPTED, DECLINED, TENTATIVE ….
    """

    method: str = ""
    summary: str = ""
    starts: str = ""
    ends: str = ""
    location: str = ""
    organiser: str = ""
    answers: tuple[tuple[str, str], ...] = ()


class Check(Struct, frozen=True, kw_only=True):
    """One result of one check of authenticity: `dkim=pass header.d=shop.example`."""

    method: str
    result: str
    properties: dict[str, str] = {}


class Authentication(Struct, frozen=True, kw_only=True):
    """One Authentication-Results header (RFC 8601). Anybody can write one: believe only those of relays you know.

    Attributes:
        server: who says so (`authserv-id`).
    """

    server: str
    checks: tuple[Check, ...] = ()


class SpamVerdict(Struct, frozen=True, kw_only=True):
    """What one filter on the way said, by the header `by`. As believable as the relay that wrote it."""

    by: str
    spam: bool | None = None
    score: float | None = None


class Mail(Struct, frozen=True, kw_only=True):
    """One mail. Ids are without their angle brackets, as in JMAP (RFC 8621 section 4.1.2.3).

    Attributes:
        in_reply_to, references: every id, in the order of the mail, none twice.
        sender: From, else Sender, else Return-Path, else none; the first where there are several.
        return_path: the envelope's sender where the last relay noted it; empty is the null path of machines (RFC 5321
            section 4.5.5), None is unknown.
        delivered_to: envelope recipients that relays noted (Delivered-To, X-Original-To …), newest first.
        subject: one line, never with tricks of direction.
        date: UTC milliseconds as the sender's clock had it; None where it is missing or absurd.
        kind, evidence: what it is, and the sign by which that was seen; empty for a plain message.
        may_answer: whether a machine may answer (RFC 3834 section 2). False for every kind but `message`, and for
            messages that ask for no answer or come from where nobody reads.
        auto_submitted, precedence, list_id: these headers in small letters, or empty.
        text: as plain text; from the HTML where there is no better, with quoted lines under `>`.
        own, quoted: the sender's own words, and what they quote.
        html: cleaned (`page_clean`), or None. Pictures of the mail keep `src="cid:…"`, remote ones have their address
            in `data-remote-src` and no `src`.
        language: of the own words (BCP 47), or None where it isn't clear.
        priority: `high` or `low` where the sender's program says so, else `normal`.
        encrypted: the content is a file that nobody here can read (PGP, S/MIME).
        defects: what was wrong with it, in short words.
    """

    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: Mailbox | None = None
    reply_to: tuple[Mailbox, ...] = ()
    to: tuple[Mailbox, ...] = ()
    cc: tuple[Mailbox, ...] = ()
    return_path: str | None = None
    delivered_to: tuple[str, ...] = ()
    subject: str = ""
    date: int | None = None
    kind: Kind = "message"
    evidence: str = ""
    may_answer: bool = True
    auto_submitted: str = ""
    precedence: str = ""
    list_id: str = ""
    text: str = ""
    own: str = ""
    quoted: str = ""
    html: str | None = None
    language: str | None = None
    attachments: tuple[Attachment, ...] = ()
    bounce: Bounce | None = None
    receipt_for: Returned | None = None
    invitation: Invitation | None = None
    authentication: tuple[Authentication, ...] = ()
    spam: tuple[SpamVerdict, ...] = ()
    priority: Literal["low", "normal", "high"] = "normal"
    encrypted: bool = False
    raw_size: int = 0
    defects: tuple[str, ...] = ()
