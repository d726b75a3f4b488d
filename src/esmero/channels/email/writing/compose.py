"""A reply becomes a mail: who it is from and for, what it belongs to, what it says, in bytes."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

from msgspec import Struct

from esmero.channels.email.addresses import mailbox, needs_utf8
from esmero.channels.email.names import Names
from esmero.channels.email.settings import EmailSettings, Language
from esmero.channels.email.writing.body import Body, body_of, plain
from esmero.channels.email.writing.headers import field, mailbox_list, mailbox_words, unstructured
from esmero.channels.email.writing.page import named_images, page, without_images
from esmero.channels.email.writing.parts import file_part, multipart, text_part
from esmero.channels.email.writing.subject import reply_subject
from esmero.channels.email.writing.words import first_subject, from_name, language_of
from esmero.contract.events import File, Person
from esmero.contract.messages import Outgoing
from esmero.contract.ports import Files
from esmero.contract.trouble import PermanentTrouble, TemporaryTrouble
from esmero.kit.errors import EsmeroError, NotFound
from esmero.kit.text import clean_name

LARGEST = 25_000_000
"""Bytes of a whole mail: what the large providers take. Files grow by more than a third on the way (base64)."""
ANCESTORS = 20
"""Names of older mails in References, beside the first. Of more, servers cut some off where they like."""
_MESSAGE_ID = re.compile(r"<?([!-;=?-~]{1,900})>?\Z")
_SITE = re.compile(r"://|\S\.[^\W\d_][^\s.,;]")
# Everything that a program may answer, but the report of a failed delivery: that one is wanted. `All` would stop it.
NO_ANSWERS = "DR, RN, NRN, OOF, AutoReply"


class Letter(Struct, frozen=True, kw_only=True):
    """A mail that is ready to leave.

    Attributes:
        raw: all of it, with CRLF line ends, in lines of at most 998 octets.
        sender, recipients: SMTP's envelope. Failed deliveries are reported to the sender.
        utf8: an address has letters before its @ that only SMTPUTF8 (RFC 6531) carries.
    """

    raw: bytes
    message_id: str
    sender: str
    recipients: tuple[str, ...]
    utf8: bool = False


async def compose(outgoing: Outgoing, settings: EmailSettings, *, names: Names, files: Files, at: int) -> Letter:
    """Write the mail of a reply, dated `at` (UTC milliseconds). The same reply has the same Message-ID each time.

    Raises:
        PermanentTrouble: an address can't be written to, isn't ours to send from, or the mail is too large.
        TemporaryTrouble: its files can't be read now.
    """
    sender = _sender(outgoing, settings)
    message_id = message_id_of(outgoing, settings, names)
    _check_size(sum(file.size for file in outgoing.files) * 4 // 3)
    contents = {file.id: await _content(files, file) for file in outgoing.files}
    # Encoding megabytes takes a while, during which others want to be served.
    raw = await asyncio.to_thread(_raw, outgoing, settings, names, sender, message_id, contents, at)
    _check_size(len(raw))
    recipients = _recipients(outgoing)
    return Letter(
        raw=raw,
        message_id=message_id,
        sender=sender,
        recipients=recipients,
        utf8=any(needs_utf8(address) for address in (sender, *recipients)),
    )


def _message_id(outgoing: Outgoing, names: Names, domain: str) -> str:
    if outgoing.forward:
        return names.forward_message_id(outgoing.conversation_id, outgoing.seq, domain)
    return names.message_id(outgoing.conversation_id, outgoing.key, domain)


def _reply_address(outgoing: Outgoing, names: Names, sender: str) -> str | None:
    if outgoing.forward:
        return names.forward_address(sender, outgoing.conversation_id, outgoing.seq)
    return names.reply_address(sender, outgoing.conversation_id)


def message_id_of(outgoing: Outgoing, settings: EmailSettings, names: Names) -> str:
    """Return the Message-ID that a reply has at every attempt.

    Raises:
        PermanentTrouble: the inbox does not send from its address.
    """
    domain = _sender(outgoing, settings).rpartition("@")[2]
    return _message_id(outgoing, names, domain)


def _sender(outgoing: Outgoing, settings: EmailSettings) -> str:
    wanted = (outgoing.sender or settings.address).lower()
    if wanted not in (settings.address.lower(), *(other.lower() for other in settings.others)):
        raise PermanentTrouble("sender-refused", clean_name(outgoing.sender))
    return mailbox(wanted)


def _recipients(outgoing: Outgoing) -> tuple[str, ...]:
    """Return everybody who gets it, each once, whatever the case of their address."""
    recipients: dict[str, str] = {}
    for address in (outgoing.to, *(one.address for one in (*outgoing.others, *outgoing.cc, *outgoing.bcc))):
        recipients.setdefault(mailbox(address).lower(), mailbox(address))
    return tuple(recipients.values())


async def _content(files: Files, file: File) -> bytes:
    try:
        return await files.read(file)
    except NotFound:
        raise PermanentTrouble("file-gone", clean_name(file.name)) from None
    except EsmeroError as error:
        raise TemporaryTrouble("file-gone", clean_name(file.name)) from error


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise PermanentTrouble("too-large", f"{size / 1_000_000:.0f} MB > {LARGEST // 1_000_000} MB")


def _raw(
    outgoing: Outgoing,
    settings: EmailSettings,
    names: Names,
    sender: str,
    message_id: str,
    contents: Mapping[int, bytes],
    at: int,
) -> bytes:
    language = language_of(outgoing.language, settings.language)
    fields = [
        *_who(outgoing, settings, names, sender, language),
        field("Subject", unstructured(_subject(outgoing, settings, language))),
        field("Date", format_datetime(datetime.fromtimestamp(at // 1_000, UTC)).split()),
        *_thread(message_id, outgoing.answers),
        *(_automatic(outgoing) if outgoing.automatic else ()),
        field("MIME-Version", ["1.0"]),
    ]
    return "".join(fields).encode() + _content_parts(
        outgoing, body_of(outgoing, settings, language), message_id, contents
    )


def _who(outgoing: Outgoing, settings: EmailSettings, names: Names, sender: str, language: Language) -> Iterator[str]:
    brand = clean_name(settings.brand)
    yield field("From", mailbox_words(sender, from_name(clean_name(outgoing.sender_name), brand, language)))
    marked = _reply_address(outgoing, names, sender) if settings.subaddresses else None
    if marked:
        yield field("Reply-To", mailbox_words(marked, brand))
    yield field("To", _people([Person(outgoing.to, outgoing.to_name), *outgoing.others]))
    if outgoing.cc:
        yield field("Cc", _people(outgoing.cc))


def _people(people: Sequence[Person]) -> list[str]:
    return mailbox_list([mailbox_words(mailbox(one.address), one.name) for one in people])


def _subject(outgoing: Outgoing, settings: EmailSettings, language: Language) -> str:
    # Whoever forges a sender could have us advertise their site to them. A subject without one keeps threads together.
    if outgoing.automatic and _SITE.search(outgoing.subject):
        return first_subject(clean_name(settings.brand) or settings.address, language)
    if outgoing.answers:
        return reply_subject(outgoing.subject)
    return clean_name(outgoing.subject) or first_subject(clean_name(settings.brand) or settings.address, language)


def _thread(message_id: str, answers: Sequence[str]) -> Iterator[str]:
    """Give the fields by which mail programs, and we, know what belongs together (RFC 5322 section 3.6.4)."""
    yield field("Message-ID", [message_id])
    ancestors = [f"<{found[1]}>" for name in answers if (found := _MESSAGE_ID.match(name.strip()))]
    if ancestors:
        yield field("In-Reply-To", ancestors[-1:])
        bounded = ancestors if len(ancestors) <= ANCESTORS + 1 else [ancestors[0], *ancestors[-ANCESTORS:]]
        yield field("References", dict.fromkeys(bounded))


def _automatic(outgoing: Outgoing) -> Iterator[str]:
    """Give the fields that keep two machines from writing to each other for ever.

    Auto-Submitted is the standard (RFC 3834 section 5); Exchange and Outlook go by the field of their own; some older
    desks know no other than Precedence. Its value is not `bulk` or `list`, for which providers sort a mail away. List-
    fields (RFC 2369, 8058) belong to what many subscribe to: neither a reply nor a confirmation to one customer.
    """
    yield field("Auto-Submitted", ["auto-replied" if outgoing.answers else "auto-generated"])
    yield field("X-Auto-Response-Suppress", NO_ANSWERS.split())
    yield field("Precedence", ["auto_reply"])


def _content_parts(outgoing: Outgoing, body: Body, message_id: str, contents: Mapping[int, bytes]) -> bytes:
    mark = hashlib.sha256(message_id.encode()).hexdigest()[:24]
    domain = message_id.rstrip(">").rpartition("@")[2]
    named = {*named_images(body.text), *(number for one in body.passed_on for number in one.images)}
    shown = [file for file in outgoing.files if file.id in named and file.type.startswith("image/")]
    images = {file.id: f"f{file.id}.{mark}@{domain}" for file in shown}
    text = text_part("plain", without_images(plain(body)))
    rich = text_part("html", page(body, images))
    if shown:
        pictures = [file_part(file, contents[file.id], content_id=images[file.id]) for file in shown]
        rich = multipart("related", [rich, *pictures], mark=mark)
    content = multipart("alternative", [text, rich], mark=mark)
    others = [file_part(file, contents[file.id]) for file in outgoing.files if file.id not in images]
    return multipart("mixed", [content, *others], mark=mark) if others else content
