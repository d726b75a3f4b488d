"""`esmero mail deliver`: a mail on the standard input, from a mail server's pipe.

A mail server goes by the status alone (sysexits.h). Whatever is not surely the mail's own fault is EX_TEMPFAIL: then it
keeps the mail and comes again. What is said is one line, which begins with a code of RFC 3463: Postfix puts it into the
report that a sender gets.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from esmero.cli.command import in_folder
from esmero.kit.errors import EsmeroError, Unavailable
from esmero.settings import Settings, read_settings

if TYPE_CHECKING:
    from esmero.web.bringing import Deliver
    from esmero.web.operator import Told

EX_DATAERR, EX_NOUSER, EX_TEMPFAIL = 65, 67, 75
LOCK_PATIENCE_SECONDS = 20.0
"""How long it waits for another process that has the data folder and doesn't listen: one that starts, or delivers."""
_REFUSALS = {
    "not_found": (EX_NOUSER, "5.1.1"),
    "empty_mail": (EX_DATAERR, "5.6.0"),
    "too_large": (EX_DATAERR, "5.3.4"),
}
"""What a mail is refused for, by the code of the trouble."""


class _MailServersCommand(click.Command):
    """A slip in a mail server's configuration costs time, and not mails."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            _end(EX_TEMPFAIL, "4.3.5", error.format_message())


@click.command(cls=_MailServersCommand)
@click.option("--inbox", metavar="ADDRESS|ID", help="The inbox it is for [default: that of the recipients].")
@click.option(
    "--recipient", "recipients", multiple=True, help="Whom it came for; may be repeated [default: $RECIPIENT]."
)
@click.option("--sender", help="The envelope's sender [default: $SENDER].")
@in_folder
def deliver(inbox: str | None, recipients: tuple[str, ...], sender: str | None, data: Path | None) -> None:
    """Bring a mail in from the standard input, for a mail server's pipe. Ends with 0 only when it is on disk.

    Else with 75 (try again), 67 (no such inbox) or 65 (empty, or larger than 50 MB).
    """
    recipients = recipients or _from_environment("ORIGINAL_RECIPIENT", "RECIPIENT")
    sender = sender if sender is not None else os.environ.get("SENDER")
    try:
        if inbox is None and not recipients:
            raise Unavailable("Nobody says whom the mail is for: give --recipient or --inbox.")
        _deliver(_read_mail(), inbox, recipients, sender, read_settings(os.environ, data=data))
    except EsmeroError as trouble:
        _end(*_REFUSALS.get(trouble.code, (EX_TEMPFAIL, "4.3.0")), trouble.detail or trouble.title)
    except Exception as error:  # noqa: BLE001 - whatever broke, the mail server is to keep the mail
        why = error.strerror if isinstance(error, OSError) else None
        _end(EX_TEMPFAIL, "4.3.0", f"It could not be kept now ({why or type(error).__name__}).")


def _from_environment(*names: str) -> tuple[str, ...]:
    """Return what Postfix's local(8) and Exim's pipe transport tell a program, each once."""
    return tuple(dict.fromkeys(filter(None, map(os.environ.get, names))))


def _read_mail() -> bytes:
    """Read it whole before anybody is asked: the desk is told its size, so that half of it is never kept."""
    from esmero.channels.email.pipe import LARGEST, check_mail

    raw = sys.stdin.buffer.read(LARGEST + 1)
    check_mail(raw)
    return raw


def _deliver(
    raw: bytes, inbox: str | None, recipients: tuple[str, ...], sender: str | None, settings: Settings
) -> None:
    """Have it kept by the server that runs, or else keep it here."""
    from esmero.store.errors import DataFolderInUse
    from esmero.web.bringing import Deliver
    from esmero.web.operator import ask_running

    ask = Deliver(size=len(raw), inbox=inbox, recipients=recipients, sender=sender)
    until = time.monotonic() + LOCK_PATIENCE_SECONDS
    while True:
        told = ask_running(settings.data, ask, raw)
        if told is not None:
            return _obey(told)
        try:
            return asyncio.run(_keep_here(ask, raw, settings))
        except DataFolderInUse:
            if time.monotonic() > until:
                raise
        time.sleep(0.1)


def _obey(told: Told) -> None:
    if told.refused is None:
        return
    error = EsmeroError(told.refused)
    error.code = told.code
    raise error


async def _keep_here(ask: Deliver, raw: bytes, settings: Settings) -> None:
    from esmero.app import open_desk
    from esmero.store.sqlite_file import FILE_NAME
    from esmero.web.bringing import bring

    if settings.database_url is None and not (settings.data / FILE_NAME).exists():
        raise Unavailable(f"There is no desk in {settings.data}.")
    _be_quiet()
    desk = await open_desk(settings)
    try:
        await bring(desk, ask, raw)
    finally:
        await desk.stop()


def _be_quiet() -> None:
    """Log nothing: what stands on standard error goes into the report that a sender gets."""
    import logging

    import structlog

    logging.disable()
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())


def _end(status: int, code: str, words: str) -> NoReturn:
    click.echo(f"{code} {' '.join(words.split())}", err=True)
    raise click.exceptions.Exit(status)
