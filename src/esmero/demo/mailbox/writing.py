"""What customers write, as the mail programs of people write it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from msgspec import Struct

from esmero.channels.email.writing.body import quoted_lines
from esmero.channels.email.writing.headers import field, mailbox_list, mailbox_words, unstructured
from esmero.channels.email.writing.words import attribution
from esmero.contract.messages import Quoted
from esmero.demo.mailbox.owners import Owner
from esmero.kit.text import clean_name


class Enclosure(Struct, frozen=True, kw_only=True):
    """A file that goes along."""

    name: str
    type: str
    content: bytes


class Draft(Struct, frozen=True, kw_only=True):
    """What somebody wants to say by mail.

    Attributes:
        to, cc: names and addresses.
        answers: the ids of the letters before it in its thread, without brackets, the oldest first.
        headers: more fields, such as those of a machine.
        html: the same as the text, as it was designed, if it was.
    """

    to: tuple[tuple[str, str], ...]
    cc: tuple[tuple[str, str], ...] = ()
    subject: str = ""
    text: str = ""
    html: str = ""
    answers: tuple[str, ...] = ()
    files: tuple[Enclosure, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


def written(writer: Owner, draft: Draft, *, at: int, name: str) -> bytes:
    """Return a mail. `name` is its Message-ID without brackets."""
    fields = [
        field("From", mailbox_words(writer.address, writer.name)),
        field("To", _people(draft.to)),
        *([field("Cc", _people(draft.cc))] if draft.cc else ()),
        # The library's own folding loses a space between encoded words, so that fields are written as ours are.
        field("Subject", unstructured(draft.subject)),
        field("Date", format_datetime(datetime.fromtimestamp(at // 1_000, UTC)).split()),
        field("Message-ID", [f"<{name}>"]),
        *_thread(draft.answers),
        *(field(header, value.split()) for header, value in draft.headers),
    ]
    return "".join(fields).encode() + _body(draft)


def _thread(answers: Sequence[str]) -> Iterator[str]:
    if answers:
        yield field("In-Reply-To", [f"<{answers[-1]}>"])
        yield field("References", [f"<{one}>" for one in answers[-20:]])


def _body(draft: Draft) -> bytes:
    body = EmailMessage(policy=SMTP)
    body.set_content(draft.text)
    if draft.html:
        body.add_alternative(draft.html, subtype="html")
    for file in draft.files:
        kind, _, sort = file.type.partition("/")
        body.add_attachment(file.content, maintype=kind, subtype=sort, filename=clean_name(file.name) or "file")
    return body.as_bytes()


def fresh_name(writer: Owner) -> str:
    """Return a Message-ID for a mail of this writer, without brackets."""
    return f"{secrets.token_hex(10)}@{writer.address.rpartition('@')[2]}"


def quotation(by: str, at: int, text: str, reader: Owner) -> str:
    """Return what stands below an answer, under a line that says who wrote it, in the writer's own language."""
    return f"{attribution(Quoted(by=by, at=at, text=text), reader.language)}\n{quoted_lines(text.rstrip())}"


def _people(people: Sequence[tuple[str, str]]) -> list[str]:
    return mailbox_list([mailbox_words(address, name) for name, address in people])
