"""The story of reading a mail, from its bytes to what it says and what it is."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from esmero.channels.email.reading import automatic, kinds
from esmero.channels.email.reading.addresses import parse_address, parse_mailboxes
from esmero.channels.email.reading.bodies import Body, read_body
from esmero.channels.email.reading.calendar import is_calendar, read_invitation, told
from esmero.channels.email.reading.dates import parse_date
from esmero.channels.email.reading.files import file_of, ids_shown, plain_file, raw_name
from esmero.channels.email.reading.headers import Headers
from esmero.channels.email.reading.ids import parse_id, parse_ids
from esmero.channels.email.reading.limits import TEXT_LENGTH
from esmero.channels.email.reading.mail import Attachment, Invitation, Kind, Mail, Mailbox
from esmero.channels.email.reading.page_clean import clean_page
from esmero.channels.email.reading.page_text import text_of_page
from esmero.channels.email.reading.relays import read_authentication, read_spam
from esmero.channels.email.reading.structure import Part, leaves, split
from esmero.channels.email.reading.winmail import TYPES as WINMAIL_TYPES
from esmero.channels.email.reading.winmail import open_winmail
from esmero.kit.text import clean_text
from esmero.language.detect import detect
from esmero.language.quotes import split as split_quotes

# What these quote is what they tell.
_OF_PROGRAMS = frozenset(("bounce", "receipt", "calendar"))
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
_ARMOUR = "-----BEGIN PGP MESSAGE-----"
_DELIVERED = ("delivered-to", "x-delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to")
_HIGH = frozenset(("1", "2", "high", "urgent", "highest"))
_LOW = frozenset(("4", "5", "low", "non-urgent", "lowest"))


def read_mail(raw: bytes, *, ours: frozenset[str] = frozenset()) -> Mail:
    """Return what a mail says. Whatever the bytes are, this raises nothing; what was wrong stands in `defects`.

    `ours` are the desk's own addresses in small letters. What came through a list that is one of them (a group that
    hands mail on to the desk) is the mail of who wrote it, and none of a list's.
    """
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    root, defects = split(raw)
    body = read_body(root)
    parts = leaves(root)
    contents = _contents(body, parts)
    who = _people(root.headers, ours)
    subject = root.headers.text("subject")
    seen = kinds.Seen(
        raw=raw,
        headers=root.headers,
        leaves=parts,
        sender=who.sender,
        reply_to=who.reply_to,
        to=who.to,
        subject=subject,
        own_list=automatic.is_own_list(root.headers, ours),
        text=contents.text,
        written=body.text,
        invitation=contents.invitation,
    )
    return _mail(root, seen, contents, who, [*defects, *body.defects])


class _Contents(Struct, frozen=True, kw_only=True):
    """What people see of a mail."""

    text: str
    html: str | None
    attachments: tuple[Attachment, ...]
    invitation: Invitation | None


class _People(Struct, frozen=True, kw_only=True):
    """Who is named in a mail's header."""

    sender: Mailbox | None
    reply_to: tuple[Mailbox, ...]
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    return_path: str | None
    defects: tuple[str, ...]


def _mail(root: Part, seen: kinds.Seen, contents: _Contents, who: _People, defects: list[str]) -> Mail:
    headers = root.headers
    finding = kinds.kind_of_mail(seen)
    own, quoted = _own_words(contents.text, finding.kind)
    date = parse_date(headers.raw("date"))
    encrypted = _is_encrypted(root, contents)
    return Mail(
        message_id=parse_id(headers.raw("message-id")),
        in_reply_to=parse_ids(headers.all("in-reply-to")),
        references=parse_ids(headers.all("references")),
        sender=who.sender,
        reply_to=who.reply_to,
        to=who.to,
        cc=who.cc,
        return_path=who.return_path,
        delivered_to=_delivered_to(headers),
        subject=seen.subject,
        date=date,
        kind=finding.kind,
        evidence=finding.evidence,
        may_answer=finding.kind == "message"
        and not automatic.asks_for_no_answer(headers, who.sender, own_list=seen.own_list),
        auto_submitted=headers.word("auto-submitted"),
        precedence=headers.word("precedence"),
        list_id=headers.text("list-id", longest=255),
        text=contents.text,
        own=own,
        quoted=quoted,
        html=contents.html,
        language=detect(own or contents.text),
        attachments=contents.attachments,
        bounce=finding.bounce,
        receipt_for=finding.receipt_for,
        invitation=contents.invitation,
        authentication=read_authentication(headers),
        spam=read_spam(headers),
        priority=_priority(headers),
        encrypted=encrypted,
        raw_size=len(seen.raw),
        defects=_told_once([*defects, *who.defects, *_missing(headers, date), *(["encrypted"] if encrypted else [])]),
    )


def _own_words(text: str, kind: Kind) -> tuple[str, str]:
    if kind in _OF_PROGRAMS:
        return text, ""
    parts = split_quotes(text)
    return parts.own, parts.quoted


def _contents(body: Body, parts: list[Part]) -> _Contents:
    """Gather what is to be read and what is to be kept as files, with what is wrapped in either."""
    text, html = body.text, body.html
    shown = ids_shown(html)
    attachments, invitation = list[Attachment](), None
    seen_calendars = set[bytes]()
    for part in parts:
        if id(part) in body.parts or part.is_multipart or part.type == "text/x-amp-html":
            continue
        if is_calendar(part):
            invitation = invitation or read_invitation(part)
            # Invitations come twice: beside the text, and as a file for programs that don't know them.
            content = part.content()
            if content in seen_calendars:
                continue
            seen_calendars.add(content)
        if part.type in WINMAIL_TYPES or part.name.lower() == "winmail.dat":
            wrapped = open_winmail(part.content())
            if wrapped is not None:
                text = text or clean_text(wrapped.text or text_of_page(wrapped.html))[:TEXT_LENGTH]
                html = html or (clean_page(wrapped.html) if wrapped.html else None)
                attachments += [
                    plain_file(file.name, file.content, len(attachments) + number, file.type)
                    for number, file in enumerate(wrapped.files, start=1)
                ]
                if wrapped.whole:
                    continue
        attachments.append(file_of(part, len(attachments) + 1, shown))
    attachments += [
        plain_file(raw_name(name), content, len(attachments) + number)
        for number, (name, content) in enumerate(body.files, start=1)
    ]
    if invitation is not None and not text:
        text = told(invitation)
    return _Contents(text=text, html=html, attachments=tuple(attachments), invitation=invitation)


def _people(headers: Headers, ours: frozenset[str]) -> _People:
    authors = parse_mailboxes(headers.all("from"))
    if authors and authors[0].address.casefold() in ours:
        # A group that may not send in the writer's name puts its own, and theirs where Google's groups have it.
        authors = parse_mailboxes(headers.all("x-original-from")) or authors
    defects = list[str]()
    if len(headers.all("from")) > 1:
        defects.append("several From")
    path = parse_address(headers.raw("return-path")) if "return-path" in headers else None
    sender = authors[0] if authors else next(iter(parse_mailboxes(headers.all("sender"))), None)
    if sender is None:
        defects.append("no sender")
        sender = Mailbox("", path) if path else None
    return _People(
        sender=sender,
        reply_to=parse_mailboxes(headers.all("reply-to")),
        to=parse_mailboxes(headers.all("to")),
        cc=parse_mailboxes(headers.all("cc")),
        return_path=path,
        defects=tuple(defects),
    )


def _delivered_to(headers: Headers) -> tuple[str, ...]:
    found = (parse_address(value) for name in _DELIVERED for value in headers.all(name)[:20])
    return _told_once([address for address in found if address])


def _priority(headers: Headers) -> Literal["low", "normal", "high"]:
    for name in ("x-priority", "importance", "priority", "x-msmail-priority"):
        word = headers.word(name).partition(" ")[0]
        if word in _HIGH:
            return "high"
        if word in _LOW:
            return "low"
    return "normal"


def _is_encrypted(root: Part, contents: _Contents) -> bool:
    if root.type in _ENCRYPTED:
        return root.parameters.get("smime-type", "").lower() not in ("signed-data", "certs-only")
    return contents.text.startswith(_ARMOUR)


def _missing(headers: Headers, date: int | None) -> list[str]:
    if not headers:
        return ["no headers"]
    if not headers.raw("date"):
        return ["no date"]
    return [] if date is not None else ["a date that is none"]


def _told_once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
