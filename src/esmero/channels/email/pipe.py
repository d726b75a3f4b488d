"""A mail server hands a mail over by starting a program: whose mail it is, and whether it can be taken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import structlog

from esmero.channels.email.deposit import Deposit, Envelope
from esmero.channels.email.receiver.recipients import Recipients
from esmero.kit.errors import BadInput, NotFound, TooLarge

LARGEST: Final = 50 * 1024 * 1024
"""Bytes of a mail; as by the desk's own receiver."""
NULL_SENDERS: Final = frozenset({"", "<>", "mailer-daemon"})
"""How mail servers write the null sender: Postfix hands it to programs as MAILER-DAEMON (pipe(8), null_sender)."""

_said = structlog.get_logger(__name__)


class EmptyMail(BadInput):
    code = "empty_mail"
    title = "The mail is empty."


class Pipe:
    """Takes what `esmero mail deliver` brings."""

    def __init__(self, deposit: Deposit, recipients: Recipients) -> None:
        self._deposit = deposit
        self._recipients = recipients

    async def __call__(self, raw: bytes, *, inbox: str | None, recipients: tuple[str, ...], sender: str | None) -> None:
        """Keep a mail; when this returns, it is on disk in each inbox that it is for.

        Args:
            inbox: an inbox's address or number, if somebody says which; else the recipients do.
            sender: the envelope's; None if it is not known.

        Raises:
            NotFound: none of it leads to an inbox.
            EmptyMail: there is nothing in it.
            TooLarge: it is larger than `LARGEST`.
            Unavailable: storage can't be reached; the mail is to come again.
        """
        check_mail(raw)
        for inbox_id, mine in (await self._places(inbox, recipients)).items():
            await self._deposit(inbox_id, raw, Envelope(way="pipe", sender=_plain_sender(sender), recipients=mine))

    async def inbox_named(self, word: str) -> int | None:
        """Return the inbox of an address or a number, or None."""
        return await self._recipients.inbox_named(word)

    async def _places(self, inbox: str | None, recipients: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
        """Return the inboxes, each with the recipients that led to it. Nobody's among others keep nothing from them."""
        if inbox is not None:
            named = await self._recipients.inbox_named(inbox)
            if named is None:
                raise NotFound(f"There is no e-mail inbox {inbox}.")
            return {named: recipients}
        places = dict[int, tuple[str, ...]]()
        for address in recipients:
            inbox_id = await self._recipients.inbox_of(address)
            if inbox_id is None:
                _said.warning("a mail came for an address of no inbox", way="pipe")
            else:
                places[inbox_id] = (*places.get(inbox_id, ()), address)
        if not places:
            raise NotFound(f"No inbox has the address {_listed(recipients)}.")
        return places


def check_mail(raw: bytes) -> None:
    """Refuse what is no mail.

    Raises:
        EmptyMail, TooLarge: what it says.
    """
    if not raw.strip():
        raise EmptyMail
    if len(raw) > LARGEST:
        raise TooLarge(f"The mail has more than {LARGEST // 2**20} MB.")


def _listed(addresses: Iterable[str]) -> str:
    return ", ".join(addresses) or "of nobody"


def _plain_sender(sender: str | None) -> str | None:
    return "" if sender is not None and sender.lower() in NULL_SENDERS else sender
