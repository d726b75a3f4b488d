"""Reports for programs: what became of a mail of ours (RFC 3464, RFC 6533) and whether it was shown (RFC 8098)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from esmero.channels.email.reading.addresses import LONGEST, parse_mailboxes
from esmero.channels.email.reading.headers import Headers, read_headers
from esmero.channels.email.reading.ids import parse_id, parse_ids
from esmero.channels.email.reading.limits import RECIPIENTS, REPORT_BYTES
from esmero.channels.email.reading.mail import Action, FailedRecipient, Returned
from esmero.channels.email.reading.structure import Part
from esmero.kit.text import clean_name

STATUS_TYPES = frozenset(("message/delivery-status", "message/global-delivery-status"))
RECEIPT_TYPES = frozenset(("message/disposition-notification", "message/global-disposition-notification"))
_RETURNED_TYPES = frozenset(
    ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers")
)
_ACTIONS: dict[str, Action] = {
    "failed": "failed",
    "fail": "failed",
    "failure": "failed",
    "delayed": "delayed",
    "delivered": "delivered",
    "relayed": "relayed",
    "expanded": "expanded",
}
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_REPLY = re.compile(r"\b([45])\d\d\b")
_BLOCK_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_RECIPIENT_LINE = re.compile(rb"^(final|original)-recipient[ \t]*:", re.IGNORECASE | re.MULTILINE)
_UTF8_ESCAPE = re.compile(r"\\x\{([0-9A-Fa-f]{1,6})\}")
_FOR = re.compile(r"\bfor\s+<([^<>\s]{3,320}@[^<>\s]{1,255})>")
_NOT_DELIVERED = re.compile(r";\s*(?:deleted|denied|failed|error)\b", re.IGNORECASE)
_XTEXT = re.compile(r"\+([0-9A-F]{2})")
LONGEST_DIAGNOSTIC = 1_000


def read_status(part: Part) -> tuple[FailedRecipient, ...]:
    """Return what a delivery report says of each recipient (RFC 3464 section 2.3), good news among it."""
    content = part.content(2 * REPORT_BYTES)[:REPORT_BYTES]
    found = dict[str, FailedRecipient]()
    for block in islice(_blocks_of(content), 2 * RECIPIENTS):
        fields, _, _ = read_headers(block, 0, len(block))
        recipient = _recipient(fields)
        if recipient is not None:
            found.setdefault(recipient.address.casefold(), recipient)
    return tuple(found.values())[:RECIPIENTS]


def _blocks_of(content: bytes) -> Iterator[bytes]:
    """Return what is said of the mail and of each recipient; some programs forget the empty line between two."""
    for block in _BLOCK_END.split(content):
        names = list(_RECIPIENT_LINE.finditer(block))
        repeated = {name[1].lower() for name in names[1:]} & {names[0][1].lower()} if names else set[bytes]()
        if not repeated:
            yield block
            continue
        begins = [name.start() for name in names if name[1].lower() in repeated]
        yield from (block[one:other] for one, other in pairwise([*begins, len(block)]))


def _recipient(fields: Headers) -> FailedRecipient | None:
    final = _address(fields.raw("final-recipient"))
    original = _address(fields.raw("original-recipient"))
    action = _ACTIONS.get(fields.word("action").partition(" ")[0])
    # A block about the message as a whole has none of these; broken ones lack the action or the address.
    address = final or original or _address(fields.raw("x-actual-recipient"))
    if not address or (action is None and "status" not in fields and "final-recipient" not in fields):
        return None
    diagnostic = clean_name(
        fields.raw("diagnostic-code").partition(";")[2] or fields.raw("diagnostic-code"), longest=LONGEST_DIAGNOSTIC
    )
    status = status_in(fields.raw("status")) or status_in(diagnostic)
    action = action or "failed"
    return FailedRecipient(
        address=address,
        original=original if original and original.casefold() != address.casefold() else None,
        status=status,
        action=action,
        permanent=action == "failed" and is_permanent(status, diagnostic),
        diagnostic=diagnostic,
    )


def is_permanent(status: str | None, diagnostic: str) -> bool:
    """Tell whether trying again is no use: class 5 (RFC 3463 section 3.1), or nothing that says otherwise."""
    if status is not None and status[0] in "45":
        return status[0] == "5"
    reply = _REPLY.search(diagnostic[:200])
    return reply is None or reply[1] == "5"


def status_in(text: str) -> str | None:
    """Return the first enhanced status code in a text."""
    found = _STATUS.search(text[:LONGEST_DIAGNOSTIC])
    return found[0] if found else None


def _address(field: str) -> str | None:
    """Return the address after its type: `rfc822;`, or `utf-8;` with what is escaped there (RFC 6533 section 3)."""
    kind, separator, written = field[: 4 * LONGEST].partition(";")
    text = (written if separator else kind).strip()
    kind = kind.strip().lower()
    if kind == "utf-8":
        text = _UTF8_ESCAPE.sub(_sign, text)
    elif "+" in text and kind == "rfc822":
        # Section 4.2 of RFC 3461: only the sign + and = are usually written so; `+40` in a name stays a name.
        text = _XTEXT.sub(lambda found: {"2B": "+", "3D": "="}.get(found[1], found[0]), text)
    mailboxes = parse_mailboxes([text])
    if mailboxes:
        return mailboxes[0].address
    return clean_name(text.strip("<> "), longest=LONGEST) or None if separator else None


def _sign(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number < 0x11_0000 and not 0xD800 <= number <= 0xDFFF else "�"


def read_returned(parts: list[Part]) -> Returned | None:
    """Return what the part with the mail itself, or only its header, shows; None if there is none."""
    for part in parts:
        if part.type in _RETURNED_TYPES:
            content = part.content(2 * REPORT_BYTES)[:REPORT_BYTES]
            headers, _, _ = read_headers(content, 0, len(content))
            if headers:
                return returned_by(headers)
    return None


def returned_by(headers: Headers) -> Returned:
    """Return what the header of a returned mail shows; whom the last relay had it for, where it tells that."""
    on_the_way = next((found[1] for value in headers.all("received") if (found := _FOR.search(value[:1_000]))), "")
    return Returned(
        message_id=parse_id(headers.raw("message-id")),
        references=parse_ids([*headers.all("references"), *headers.all("in-reply-to")]),
        recipients=parse_mailboxes([on_the_way] if on_the_way else [*headers.all("to"), *headers.all("cc")]),
        subject=headers.text("subject"),
    )


def tells_of_rejection(part: Part) -> bool:
    """Tell whether a receipt may say that nobody will see the mail: Dovecot rejects so, but Outlook deletes so."""
    return _NOT_DELIVERED.search(part.content(REPORT_BYTES).decode("ascii", "replace")) is not None


def read_receipt(part: Part) -> Returned:
    """Return which mail a receipt is about (RFC 8098 section 3.2.4)."""
    content = part.content(2 * REPORT_BYTES)[:REPORT_BYTES]
    fields, _, _ = read_headers(content, 0, len(content))
    recipient = _address(fields.raw("original-recipient")) or _address(fields.raw("final-recipient"))
    return Returned(
        message_id=parse_id(fields.raw("original-message-id")),
        recipients=parse_mailboxes([recipient]) if recipient else (),
    )
