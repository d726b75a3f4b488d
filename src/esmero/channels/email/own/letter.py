"""A mail of the desk itself, as it is handed to a server: text and HTML, and nothing that tells who opened it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from esmero.channels.email.addresses import mailbox, needs_utf8
from esmero.channels.email.writing.compose import NO_ANSWERS, Letter
from esmero.channels.email.writing.headers import field, mailbox_words, unstructured
from esmero.channels.email.writing.parts import multipart, text_part
from esmero.contract.own_mail import OwnLetter


def write(letter: OwnLetter, *, address: str, name: str, at: int) -> Letter:
    """Write a mail, dated `at` (UTC milliseconds). The same key has the same Message-ID each time.

    Raises:
        PermanentTrouble: an address can't be written to.
    """
    sender, recipient = mailbox(address), mailbox(letter.to)
    mark = hashlib.sha256(letter.key.encode()).hexdigest()[:24]
    message_id = f"<desk.{mark}@{sender.rpartition('@')[2]}>"
    content = multipart("alternative", [text_part("plain", letter.text), text_part("html", letter.html)], mark=mark)
    return Letter(
        raw="".join(_fields(letter, sender, name, recipient, message_id, at)).encode() + content,
        message_id=message_id,
        sender=sender,
        recipients=(recipient,),
        utf8=any(map(needs_utf8, (sender, recipient))),
    )


def _fields(letter: OwnLetter, sender: str, name: str, recipient: str, message_id: str, at: int) -> Iterator[str]:
    yield field("From", mailbox_words(sender, name))
    yield field("To", mailbox_words(recipient, letter.to_name))
    yield field("Subject", unstructured(letter.subject))
    yield field("Date", format_datetime(datetime.fromtimestamp(at // 1_000, UTC)).split())
    yield field("Message-ID", [message_id])
    # So that no vacation notice answers it (RFC 3834 section 5); Exchange and Outlook go by the field of their own.
    yield field("Auto-Submitted", ["auto-generated"])
    yield field("X-Auto-Response-Suppress", NO_ANSWERS.split())
    yield field("Content-Language", [letter.language])
    yield field("MIME-Version", ["1.0"])
