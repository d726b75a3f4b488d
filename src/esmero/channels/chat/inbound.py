"""A visitor, and what they say, as the rest of the desk takes it."""

from __future__ import annotations

import secrets

from msgspec import Struct

from esmero.channels.chat.settings import KIND
from esmero.contract.events import File
from esmero.contract.messages import Inbound, Sender, key_of
from esmero.kit.clock import HOUR
from esmero.kit.signing import Signer

_PURPOSE = "visitor"


class Visitor(Struct, frozen=True, kw_only=True):
    """Who is at the other end of a widget.

    Attributes:
        address: names them within the inbox; random, or `user:<id>` once the shop vouched for them.
        name, email: as the shop told.
    """

    inbox_id: int
    address: str
    verified: bool = False
    name: str | None = None
    email: str | None = None
    language: str | None = None


def new_token(signer: Signer, inbox_key: str) -> tuple[str, str]:
    """Return a fresh visitor's token and address. Nothing is stored: the mark says that the desk made it."""
    address = secrets.token_urlsafe(16)
    return f"v1.{address}.{signer.mark(_PURPOSE, f'{inbox_key}.{address}')}", address


def address_of(signer: Signer, inbox_key: str, token: str) -> str | None:
    """Return the address in a token, or None if this desk did not make it for this inbox."""
    version, _, rest = token.partition(".")
    address, _, mark = rest.rpartition(".")
    if version != "v1" or not address:
        return None
    return address if signer.is_marked(_PURPOSE, f"{inbox_key}.{address}", mark) else None


def sender(visitor: Visitor) -> Sender:
    """Return a visitor as the desk knows senders."""
    return Sender(
        address=visitor.address,
        verified=visitor.verified,
        name=visitor.name,
        email=visitor.email,
        language=visitor.language,
    )


def inbound(
    visitor: Visitor,
    client_id: str,
    text: str,
    files: tuple[File, ...],
    *,
    reopen_hours: int,
    thread: int | None = None,
) -> Inbound:
    """Make what the desk accepts of what a visitor's browser sent; `thread` is the conversation whose page it shows."""
    return Inbound(
        inbox_id=visitor.inbox_id,
        channel=KIND,
        key=key_of(visitor.address, client_id),
        sender=sender(visitor),
        text=text,
        files=files,
        client_id=client_id,
        thread=thread,
        reopen_within=reopen_hours * HOUR,
    )
