"""What tests of outgoing mail share: a shop's inbox, its settings, its files, and a reply to a customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from esmero.channels.email.names import Names
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.contract.events import File
from esmero.contract.messages import Outgoing
from esmero.contract.ports import SetUp
from esmero.kit.errors import NotFound
from esmero.kit.signing import Signer

NOON = 1_793_361_600_000
"""Friday, 30 October 2026, 12:00 UTC."""
NAMES = Names(Signer(b"a key of this desk" * 2))
OTHERS = Names(Signer(b"a key of another desk" * 2))
SHOP = EmailSettings(address="support@shop.example", brand="Farol", others=("sales@shop.example",))
LAMP = File(id=17, name="lamp.png", type="image/png", size=4)
BILL = File(id=18, name="bill.pdf", type="application/pdf", size=6)


@dataclass
class Shelf:
    """The files of the tests, by id."""

    contents: dict[int, bytes] = field(default_factory=lambda: {LAMP.id: b"\x89PNG", BILL.id: b"%PDF-1"})

    async def read(self, file: File) -> bytes:
        if file.id not in self.contents:
            raise NotFound
        return self.contents[file.id]


@dataclass
class Drawer:
    """How the tests' inboxes are set up."""

    inboxes: Mapping[int, EmailSettings]
    secrets: EmailSecrets = field(default_factory=lambda: EmailSecrets(receive="quince tranquil lamp"))

    async def set_up(self, inbox_id: int) -> SetUp:
        if inbox_id not in self.inboxes:
            raise NotFound
        written = msgspec.json.encode(self.inboxes[inbox_id]).decode()
        return SetUp(written, msgspec.json.encode(self.secrets))

    async def keep_secrets(self, inbox_id: int, secrets: bytes) -> None:
        raise NotFound

    async def of_kind(self, kind: str) -> dict[int, SetUp]:
        return {inbox_id: await self.set_up(inbox_id) for inbox_id in self.inboxes}


def reply(text: str = "It leaves today.", **more: object) -> Outgoing:
    """Return a reply to Marta, who asked where her order is."""
    about: dict[str, object] = {
        "key": "reply-7",
        "inbox_id": 1,
        "conversation_id": 12,
        "to": "marta@customer.example",
        "to_name": "Marta",
        "sender_name": "Ana",
        "subject": "Where is it?",
        "answers": ("<asked@customer.example>",),
    }
    return Outgoing(text=text, **(about | more))  # type: ignore[arg-type]  # the fields of Outgoing, by name


def sending_to(port: int, **more: object) -> EmailSettings:
    """Return the shop's settings with a mail server on this machine."""
    server: dict[str, object] = {"host": "127.0.0.1", "port": port, "security": "none", "sign_in": "none"}
    return msgspec.structs.replace(SHOP, send=msgspec.convert(server | more, Server))
