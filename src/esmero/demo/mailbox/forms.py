"""What the mailbox page is told, and what it says."""

from __future__ import annotations

import base64
import binascii

import msgspec
from msgspec import Struct

from esmero.channels.email.addresses import mailbox
from esmero.channels.email.reading.addresses import parse_mailboxes
from esmero.channels.email.reading.mail import Mail, Mailbox
from esmero.contract.trouble import PermanentTrouble
from esmero.demo.mailbox.box import Box, Letter
from esmero.demo.mailbox.owners import Owner
from esmero.demo.mailbox.writing import Draft, Enclosure, quotation
from esmero.kit.errors import BadInput
from esmero.kit.filetypes import kind_of

SNIPPET = 120
MOST_TEXT = 50_000
MOST_FILES = 10
MOST_IN_PAGE = 4_000_000
"""Bytes of the pictures that a letter shows in its midst."""


class Row(Struct, frozen=True, kw_only=True):
    """One thread in the list. `at` is of its newest letter, `unread` counts."""

    thread: int
    subject: str
    people: tuple[str, ...]
    snippet: str
    at: int
    letters: int
    unread: int
    files: bool


class Listed(Struct, frozen=True, kw_only=True):
    """A mailbox, the newest first. `version` is another when anything in it has changed."""

    version: int
    rows: tuple[Row, ...]


class FileForm(Struct, frozen=True, kw_only=True):
    place: int
    name: str
    type: str
    size: int


class LetterForm(Struct, frozen=True, kw_only=True):
    """A letter that was opened.

    Attributes:
        html: as it was designed, with its own pictures in it; None where there is only text.
        quote: what stands below an answer to it.
        reply_to: whom an answer goes to.
    """

    id: int
    mine: bool
    at: int
    by: str
    address: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    reply_to: tuple[str, ...]
    subject: str
    text: str
    html: str | None
    automatic: bool
    files: tuple[FileForm, ...]
    quote: str


class FileSent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    content: str


class Sending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the page sends. `answers` is the letter that is answered; a file's content is in base64."""

    to: str
    cc: str = ""
    subject: str = ""
    text: str = ""
    answers: int | None = None
    files: tuple[FileSent, ...] = ()


def listed(box: Box) -> Listed:
    """Return what is in a mailbox, by threads."""
    threads: dict[int, list[Letter]] = {}
    for letter in box.letters:
        threads.setdefault(letter.thread, []).append(letter)
    rows = sorted(map(_row, threads.values()), key=lambda row: row.at, reverse=True)
    return Listed(version=box.version, rows=tuple(rows))


def opened(letter: Letter, reader: Owner) -> LetterForm:
    """Return a letter as it is read."""
    mail = letter.mail
    sender = mail.sender or Mailbox("", "")
    return LetterForm(
        id=letter.id,
        mine=letter.mine,
        at=letter.at,
        by=sender.name or sender.address,
        address=sender.address,
        to=tuple(map(str, mail.to)),
        cc=tuple(map(str, mail.cc)),
        reply_to=_answered(letter),
        subject=mail.subject,
        text=mail.text,
        html=None if mail.html is None else _with_pictures(mail.html, mail),
        automatic=bool(mail.auto_submitted and mail.auto_submitted != "no"),
        files=tuple(
            FileForm(place=place, name=file.name, type=file.type, size=file.size)
            for place, file in enumerate(mail.attachments)
            if not (file.inline and file.content_id)
        ),
        quote=quotation(str(sender), letter.at, mail.text, reader),
    )


def draft_of(sending: Sending, box: Box) -> Draft:
    """Return what is to be sent.

    Raises:
        BadInput: somebody of it can't be written to, or it says nothing.
        NotFound: the letter that it answers is gone.
    """
    to, cc = _people(sending.to, "to"), _people(sending.cc, "cc")
    if not to:
        raise BadInput("Nobody is to get it.", fields={"to": "missing"})
    if not sending.text.strip() and not sending.files:
        raise BadInput("There is nothing to send.", fields={"text": "empty"})
    if len(sending.text) > MOST_TEXT or len(sending.files) > MOST_FILES:
        raise BadInput("That is too much for one mail.", fields={"text": "too long"})
    answers = () if sending.answers is None else _thread(box.find(sending.answers).mail)
    files = tuple(map(_enclosure, sending.files))
    return Draft(to=to, cc=cc, subject=sending.subject, text=sending.text, answers=answers, files=files)


def _row(letters: list[Letter]) -> Row:
    newest = letters[-1]
    names = (one.mail.sender.name or one.mail.sender.address for one in letters if one.mail.sender and not one.mine)
    people = tuple(dict.fromkeys(names)) or tuple(one.name or one.address for one in newest.mail.to)
    words = " ".join((newest.mail.own or newest.mail.text).split())
    return Row(
        thread=newest.thread,
        subject=letters[0].mail.subject,
        people=people,
        snippet=words[:SNIPPET],
        at=newest.at,
        letters=len(letters),
        unread=sum(one.unread for one in letters),
        files=any(one.mail.attachments for one in letters),
    )


def _answered(letter: Letter) -> tuple[str, ...]:
    """Return whom an answer goes to: who wrote it, or, to a letter of one's own, whom it went to."""
    mail = letter.mail
    if letter.mine:
        return tuple(map(str, mail.to))
    return tuple(map(str, mail.reply_to or filter(None, (mail.sender,))))


def _thread(mail: Mail) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*mail.references, *filter(None, (mail.message_id,)))))


def _with_pictures(html: str, mail: Mail) -> str:
    """Put a letter's own pictures into its page: the frame that shows it belongs to no origin and fetches nothing."""
    room = MOST_IN_PAGE
    for file in mail.attachments:
        if not file.content_id or not file.type.startswith("image/") or file.size > room:
            continue
        room -= file.size
        picture = f"data:{file.type};base64,{base64.b64encode(file.content).decode()}"
        html = html.replace(f'"cid:{file.content_id}"', f'"{picture}"')
    return html


def _people(written: str, field: str) -> tuple[tuple[str, str], ...]:
    found = parse_mailboxes([written])
    if written.strip() and not found:
        raise BadInput("This is no address.", fields={field: "no address"})
    try:
        return tuple((one.name, mailbox(one.address)) for one in found)
    except PermanentTrouble as trouble:
        raise BadInput(str(trouble), fields={field: "no address"}) from None


def _enclosure(file: FileSent) -> Enclosure:
    try:
        content = base64.b64decode(file.content, validate=True)
    except (binascii.Error, ValueError):
        raise BadInput("A file can't be read.", fields={"files": "not base64"}) from None
    return Enclosure(name=file.name, type=kind_of(content, file.name), content=content)


decode_sending = msgspec.json.Decoder(Sending).decode
