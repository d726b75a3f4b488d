"""`esmero mail`: mails, from a shell. What brings them in is in `deliver.py` and `importing.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esmero.cli.deliver import deliver
from esmero.cli.importing import import_mail
from esmero.kit.clock import SECOND

if TYPE_CHECKING:
    from esmero.channels.email.reading.mail import Bounce, Mail

STANDARD_INPUT = "-"


@click.group()
def mail() -> None:
    """Look at mails as the desk reads them, and bring them in."""


mail.add_command(deliver)
mail.add_command(import_mail)


@mail.command()
@click.argument("files", nargs=-1, required=True, help="Mails as they are stored (.eml); - is the standard input.")
@click.option("--json", "for_programs", is_flag=True, help="One JSON object for each file, a line each.")
def inspect(files: tuple[str, ...], *, for_programs: bool) -> None:
    """Print what the desk makes of a mail. Nothing is stored and nobody is asked."""
    from esmero.channels.email.reading.read import read_mail

    unread = 0
    for name in files:
        try:
            raw = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
        except OSError as error:
            click.echo(f"esmero mail: {name} can't be read: {error.strerror}.", err=True)
            unread += 1
            continue
        found = read_mail(raw)
        click.echo(_as_json(found) if for_programs else _as_page(name, found))
    if unread:
        raise click.exceptions.Exit(1)


def _as_json(found: Mail) -> str:
    import msgspec

    return msgspec.json.encode(_as_object(found)).decode()


def _as_object(found: Mail) -> dict[str, Any]:
    """Return a mail as programs see it; who is named is written as in a mail, `Béla <bela@shop.example>`."""
    return {
        "message_id": found.message_id,
        "in_reply_to": found.in_reply_to,
        "references": found.references,
        "from": str(found.sender) if found.sender else None,
        "to": list(map(str, found.to)),
        "cc": list(map(str, found.cc)),
        "subject": found.subject,
        "date": _as_time(found.date),
        "kind": found.kind,
        "evidence": found.evidence,
        "text": found.text,
        "reply": found.own,
        "quoted": found.quoted,
        "html": found.html,
        "attachments": [
            {"name": file.name, "type": file.type, "size": file.size, "inline": file.inline}
            for file in found.attachments
        ],
        "bounce": _as_bounce(found.bounce) if found.bounce else None,
        "language": found.language,
        "defects": found.defects,
    }


def _as_bounce(bounce: Bounce) -> dict[str, Any]:
    return {
        "reason": bounce.reason,
        "message_id": bounce.original.message_id if bounce.original else None,
        "recipients": [
            {
                "address": recipient.address,
                "status": recipient.status,
                "action": recipient.action,
                "permanent": recipient.permanent,
                "diagnostic": recipient.diagnostic,
            }
            for recipient in bounce.recipients
        ],
    }


def _as_time(at: int | None) -> str | None:
    from datetime import UTC, datetime

    return None if at is None else datetime.fromtimestamp(at // SECOND, UTC).isoformat().replace("+00:00", "Z")


def _as_page(name: str, found: Mail) -> str:
    """Return a mail as a person reads it."""
    head = {
        "file": name,
        "kind": f"{found.kind} ({found.evidence})" if found.evidence else found.kind,
        "from": str(found.sender) if found.sender else "nobody",
        "to": ", ".join(map(str, found.to)),
        "cc": ", ".join(map(str, found.cc)),
        "subject": found.subject,
        "date": _as_time(found.date) or "none",
        "language": found.language or "not clear",
        "failed": ", ".join(_told(found.bounce)) if found.bounce else "",
        "files": ", ".join(f"{file.name} ({file.type}, {file.size} bytes)" for file in found.attachments),
        "defects": ", ".join(found.defects),
    }
    lines = [f"{key + ':':<10}{value}" for key, value in head.items() if value]
    quoted = f"\n\n({len(found.quoted.splitlines())} quoted lines)" if found.quoted else ""
    return "\n".join(lines) + f"\n\n{found.own or found.text}{quoted}\n"


def _told(bounce: Bounce) -> list[str]:
    return [
        f"{recipient.address} {recipient.status or ''} {'for good' if recipient.permanent else 'for now'}"
        for recipient in bounce.recipients
    ]
