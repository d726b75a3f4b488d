"""Which inbox an address leads to."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Iterable
from time import monotonic
from typing import Final

from esmero.channels.email.settings import KIND, read_email_settings
from esmero.contract.events import Person
from esmero.contract.ports import Inboxes

FRESH_SECONDS: Final = 2.0
"""How long an answer of the desk is believed; a mail server asks for many recipients in a row."""


class Recipients:
    """The addresses of the desk's e-mail inboxes."""

    def __init__(self, inboxes: Inboxes) -> None:
        self._inboxes = inboxes
        self._known = dict[str, int]()
        self._asked_at = -FRESH_SECONDS

    async def inbox_of(self, address: str) -> int | None:
        """Return the inbox that an address leads to, with or without `+anything`, or None.

        Raises:
            Unavailable: storage can't be reached.
        """
        if monotonic() - self._asked_at >= FRESH_SECONDS:
            self._known = await self._addresses()
            self._asked_at = monotonic()
        written, without = forms(address)
        return self._known.get(written) or self._known.get(without)

    async def strangers(self, people: Iterable[Person]) -> tuple[Person, ...]:
        """Return those of them who are no inbox of ours.

        Raises:
            Unavailable: storage can't be reached.
        """
        return tuple([person for person in people if await self.inbox_of(person.address) is None])

    async def inbox_named(self, word: str) -> int | None:
        """Return the inbox that somebody names, by an address or by its number, or None.

        Raises:
            Unavailable: storage can't be reached.
        """
        if not word.isdecimal():
            return await self.inbox_of(word)
        return int(word) if int(word) in await self._inboxes.of_kind(KIND) else None

    async def _addresses(self) -> dict[str, int]:
        found = dict[str, int]()
        for inbox_id, set_up in (await self._inboxes.of_kind(KIND)).items():
            settings = read_email_settings(set_up.settings)
            for address in (settings.address, *settings.others):
                found.setdefault(plain(address), inbox_id)
        return found


def forms(address: str) -> tuple[str, str]:
    """Return an address as it is compared, and the same without a subaddress (`+anything`)."""
    written = plain(address)
    local, _, domain = written.rpartition("@")
    return written, f"{local.partition('+')[0]}@{domain}"


def plain(address: str) -> str:
    """Return an address as it is compared: lower case, NFC, the domain in ASCII (RFC 6531 section 3.2)."""
    local, _, domain = unicodedata.normalize("NFC", address).casefold().rpartition("@")
    with contextlib.suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local}@{domain}"
