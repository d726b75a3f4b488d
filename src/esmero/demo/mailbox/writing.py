"""What customers write, as the mail programs of people write it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from msgspec import Struct

from esmero.channels.email.writing.body import quoted_lines
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


def written(writer: Owner, draft: Draft, *, at: int, name: str | None = None) -> bytes:
    """Return a mail. `name` is its Message-ID without brackets; without one it is given one."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = formataddr((writer.name, writer.address))
    mail["To"] = _people(draft.to)
    if draft.cc:
        mail["Cc"] = _people(draft.cc)
    mail["Subject"] = clean_name(draft.subject, longest=250)
    mail["Date"] = format_datetime(datetime.fromtimestamp(at // 1_000, UTC))
    mail["Message-ID"] = f"<{name or fresh_name(writer)}>"
    if draft.answers:
        mail["In-Reply-To"] = f"<{draft.answers[-1]}>"
        mail["References"] = " ".join(f"<{one}>" for one in draft.answers[-20:])
    for field, value in draft.headers:
        mail[field] = value
    mail.set_content(draft.text)
    if draft.html:
        mail.add_alternative(draft.html, subtype="html")
    for file in draft.files:
        kind, _, sort = file.type.partition("/")
        mail.add_attachment(file.content, maintype=kind, subtype=sort, filename=file.name)
    return mail.as_bytes()


def fresh_name(writer: Owner) -> str:
    """Return a Message-ID for a mail of this writer, without brackets."""
    return f"{secrets.token_hex(10)}@{writer.address.rpartition('@')[2]}"


def quotation(by: str, at: int, text: str, reader: Owner) -> str:
    """Return what stands below an answer, under a line that says who wrote it, in the writer's own language."""
    return f"{attribution(Quoted(by=by, at=at, text=text), reader.language)}\n{quoted_lines(text.rstrip())}"


def _people(people: Sequence[tuple[str, str]]) -> str:
    return ", ".join(formataddr((clean_name(name), address)) for name, address in people)
