"""Whose mailboxes the demo has: one customer of each language, the one whom the shop signs in too."""

from __future__ import annotations

from msgspec import Struct

from esmero.channels.email.settings import Language
from esmero.demo.people import CUSTOMERS


class Owner(Struct, frozen=True):
    """Somebody with a mailbox."""

    language: Language
    name: str
    address: str


_ADDRESSES: dict[Language, str] = {
    "en": "tom@weller.example",
    "es": "marta.rios@correo.example",
    "hi": "asha.varma@daak.example",
    "hu": "nagy.katalin@posta.example",
}
OWNERS: dict[str, Owner] = {
    language: Owner(language, CUSTOMERS[language][0], address) for language, address in _ADDRESSES.items()
}
NOWHERE = "nowhere.example"
"""Nobody has an address there: what is written to one comes back."""


def owner_of(address: str) -> Owner | None:
    """Return whose mailbox an address is, if it is anybody's here."""
    return next((one for one in OWNERS.values() if one.address == address.lower()), None)


def is_nobodys(address: str) -> bool:
    """Tell whether a mail to this address comes back."""
    return address.lower().endswith(f"@{NOWHERE}")
