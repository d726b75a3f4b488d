"""What a mail is: bounce, receipt, calendar, automatic answer, list, or what it nearly always is, a message.

In this order, since a bounce is also sent automatically and a list's mail can be a bounce of its own. In doubt it is a
message: a customer taken for a machine gets no answer from anybody.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from esmero.channels.email.reading import automatic, wild
from esmero.channels.email.reading.calendar import ANSWERS
from esmero.channels.email.reading.headers import Headers
from esmero.channels.email.reading.ids import parse_ids
from esmero.channels.email.reading.mail import Bounce, FailedRecipient, Invitation, Kind, Mailbox, Returned
from esmero.channels.email.reading.phrases import FAILURES
from esmero.channels.email.reading.reports import (
    RECEIPT_TYPES,
    STATUS_TYPES,
    read_receipt,
    read_returned,
    read_status,
    tells_of_rejection,
)
from esmero.channels.email.reading.structure import Part
from esmero.kit.text import clean_name

_GOOD_NEWS = frozenset(("delivered", "relayed", "expanded"))
_NO_WORDS = re.compile(r"https?://\S+|[\W_\d]+")
_FEW_LETTERS = 12
_COMPLAINT = "message/feedback-report"
"""A provider tells that somebody called a mail junk (RFC 5965 section 2); nobody sits behind it."""


class Seen(Struct, frozen=True, kw_only=True):
    """What is known of a mail before its kind is.

    Attributes:
        own_list: it came through a list that is one of the desk's own addresses.
        written: the text without what the desk tells of an appointment.
    """

    raw: bytes
    headers: Headers
    leaves: list[Part]
    sender: Mailbox | None
    reply_to: tuple[Mailbox, ...]
    to: tuple[Mailbox, ...]
    subject: str
    own_list: bool
    text: str
    written: str
    invitation: Invitation | None


class Finding(Struct, frozen=True, kw_only=True):
    """The kind, and why."""

    kind: Kind = "message"
    evidence: str = ""
    bounce: Bounce | None = None
    receipt_for: Returned | None = None


def kind_of_mail(seen: Seen) -> Finding:
    """Return what a mail is."""
    finding = _by_report(seen) or _by_old_bounce(seen)
    if finding is not None:
        return finding
    if any(part.type == _COMPLAINT for part in seen.leaves) and not wild.is_answer_or_forward(seen.subject):
        return Finding(kind="auto-reply", evidence=_COMPLAINT)
    if evidence := automatic.is_read_notice(seen.headers, seen.subject):
        return Finding(kind="receipt", evidence=evidence, receipt_for=_answered(seen))
    if evidence := _is_calendar(seen):
        return Finding(kind="calendar", evidence=evidence)
    listed = "" if seen.own_list else automatic.is_list(seen.headers, seen.sender, seen.reply_to)
    replied = automatic.is_auto_reply(seen.headers, seen.sender, seen.subject, seen.text)
    # A newsletter is generated automatically too; an absence told to a list is an automatic answer.
    if listed and (not replied or replied.endswith(("auto-generated", "auto-notified"))):
        return Finding(kind="list", evidence=listed)
    replied = replied or automatic.is_bulk_answer(seen.headers)
    return Finding(kind="auto-reply", evidence=replied) if replied else Finding()


def _by_report(seen: Seen) -> Finding | None:
    """Read the parts that are for programs, unless somebody passes them on to ask what they mean."""
    if wild.is_answer_or_forward(seen.subject) and "multipart/report" not in seen.headers.raw("content-type").lower():
        return None
    for part in seen.leaves:
        if part.type in RECEIPT_TYPES:
            return _by_receipt(seen, part)
    reports = [part for part in seen.leaves if part.type in STATUS_TYPES]
    recipients = [recipient for part in reports[:10] for recipient in read_status(part)]
    if not recipients:
        return None
    failed = tuple(recipient for recipient in recipients if recipient.action not in _GOOD_NEWS)
    if not failed:
        return Finding(kind="receipt", evidence=reports[0].type, receipt_for=_original(seen))
    return _bounce(seen, failed, reports[0].type)


def _by_receipt(seen: Seen, part: Part) -> Finding:
    receipt = read_receipt(part)
    if (
        seen.sender is not None
        and wild.is_daemon(seen.sender)
        and tells_of_rejection(part)
        and _names_failure(seen.text)
    ):
        recipients = tuple(
            FailedRecipient(address=mailbox.address, diagnostic=clean_name(seen.text, longest=500))
            for mailbox in receipt.recipients
        )
        return _bounce(seen, recipients, f"{part.type} of a rejection")
    about = receipt if receipt.message_id else read_returned(seen.leaves) or receipt
    return Finding(kind="receipt", evidence=part.type, receipt_for=about)


def _by_old_bounce(seen: Seen) -> Finding | None:
    sign = wild.may_be_bounce(seen.headers, seen.sender, seen.subject)
    if not sign:
        return None
    found = wild.scan_old_forms(seen.raw, seen.text)
    if found and (sign != "the null path" or _names_failure(seen.text)):
        return _bounce(seen, found, f"{sign}, and the form of an old program")
    worded = wild.scan_any_form(
        seen.headers,
        seen.sender,
        seen.subject,
        seen.text,
        ours=frozenset(mailbox.address.casefold() for mailbox in seen.to),
        returned=(read_returned(seen.leaves) or wild.returned_in_text(seen.text)) is not None,
    )
    return None if worded is None else _bounce(seen, worded, f"{sign}, and the words of a report")


def _names_failure(text: str) -> bool:
    return wild.holds(wild.above_returned(text), FAILURES)


def _bounce(seen: Seen, recipients: tuple[FailedRecipient, ...], evidence: str) -> Finding:
    original = _original(seen)
    if not recipients and original is not None:
        # A report that names nobody is about everybody to whom the mail went.
        recipients = tuple(FailedRecipient(address=mailbox.address) for mailbox in original.recipients)
    reason = next((recipient.diagnostic for recipient in recipients if recipient.diagnostic), "")
    status = next((recipient.status for recipient in recipients if recipient.status), "")
    bounce = Bounce(
        recipients=recipients,
        reason=clean_name(reason or status or seen.subject, longest=500),
        original=original,
    )
    return Finding(kind="bounce", evidence=evidence, bounce=bounce)


def _original(seen: Seen) -> Returned | None:
    returned = read_returned(seen.leaves) or wild.returned_in_text(seen.text)
    answered = _answered(seen)
    if returned is None or (returned.message_id is None and answered is not None):
        return answered if returned is None else replace(returned, message_id=answered.message_id if answered else None)
    return returned


def _answered(seen: Seen) -> Returned | None:
    """Return the mail that this one says it answers: Exchange's reports do."""
    ids = parse_ids([*seen.headers.all("in-reply-to"), *seen.headers.all("references")])
    return Returned(message_id=ids[0], references=ids[1:]) if ids else None


def _is_calendar(seen: Seen) -> str:
    """Return the evidence that this is an appointment and nothing that somebody wrote besides."""
    if seen.invitation is None:
        return ""
    method = seen.invitation.method
    if method in ANSWERS or method == "CANCEL":
        return f"METHOD:{method}"
    if method not in ("REQUEST", "PUBLISH", "ADD"):
        return ""
    letters = _NO_WORDS.sub("", seen.written.replace(seen.invitation.summary, "").replace(seen.invitation.location, ""))
    if len(letters) <= _FEW_LETTERS:
        return f"METHOD:{method} without a word"
    return ""
