"""Whom the desk's own mail comes from: an inbox, or an address with a server of its own.

What is typed is checked strictly, what was stored is read tolerantly, as an inbox's settings are.
"""

from __future__ import annotations

from email.utils import parseaddr
from typing import Annotated, Final, Literal
from urllib.parse import parse_qs, unquote, urlsplit

import msgspec
from msgspec import Meta, Struct

from esmero.channels.email.addresses import mailbox
from esmero.channels.email.settings import Server, StoredServer, check_server
from esmero.contract.ports import SetUp
from esmero.contract.trouble import PermanentTrouble
from esmero.kit.checked import checked
from esmero.kit.errors import BadInput
from esmero.kit.text import clean_name

_PORTS: Final = {"smtp": 587, "smtps": 465}


class SenderSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the desk's own mail leaves.

    Attributes:
        via: `none`: the desk sends none; `inbox`: through the server of an e-mail inbox, from its address; `server`:
            through a server of its own.
        inbox: which inbox.
        server: which server; it is signed in to with a password, or not at all.
        name, address: whom it comes from; an inbox brings its own address.
    """

    via: Literal["none", "inbox", "server"] = "none"
    inbox: Annotated[int, Meta(ge=1, le=2**53)] | None = None
    server: Server = Server(port=587, security="starttls")
    name: Annotated[str, Meta(max_length=80)] = ""
    address: Annotated[str, Meta(max_length=254)] = ""


class _Stored(SenderSettings, frozen=True, kw_only=True, forbid_unknown_fields=False):
    server: StoredServer = StoredServer(port=587, security="starttls")


read_sender_settings = msgspec.json.Decoder(_Stored).decode


def check_sender_settings(wanted: object) -> SenderSettings:
    """Make settings of what somebody asks for.

    Raises:
        BadInput: with what is wrong, by field.
    """
    settings = checked(wanted, SenderSettings, _wrong)
    return msgspec.structs.replace(
        settings, name=clean_name(settings.name, longest=80), address=settings.address.strip().lower()
    )


def _wrong(settings: SenderSettings) -> list[tuple[str, str]]:
    if settings.via == "inbox":
        return [("inbox", "" if settings.inbox else "Choose an inbox.")]
    if settings.via == "none":
        return []
    own = settings.server
    return [
        ("address", "" if _is_address(settings.address) else "A mail address is written desk@shop.example."),
        ("server.host", check_server(own) if own.host else "A server is needed."),
        ("server.sign_in", "" if own.sign_in in ("password", "none") else "This server is signed in to by password."),
    ]


def _is_address(address: str) -> bool:
    try:
        return "." in mailbox(address).rpartition("@")[2]
    except PermanentTrouble:
        return False


def fixed_sender(url: str, written_from: str) -> SetUp:
    """Make settings of what the operator wrote into the environment.

        smtps://user:password@mail.shop.example              TLS, port 465
        smtp://user:password@mail.shop.example               STARTTLS, port 587
        smtp://127.0.0.1:25?security=none                    in the clear, on the same machine

    Raises:
        BadInput: it can't be used.
    """
    name, address = parseaddr(written_from)
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise BadInput("ESMERO_SENDER_URL is no address of a server.") from None
    in_the_clear = parse_qs(parts.query).get("security") == ["none"]
    security = "tls" if parts.scheme == "smtps" else "none" if in_the_clear else "starttls"
    wanted = {
        "via": "server",
        "name": name,
        "address": address,
        "server": {
            "host": parts.hostname or "",
            "port": port,
            "security": security,
            "user": unquote(parts.username or ""),
            "sign_in": "password" if parts.username else "none",
        },
    }
    settings = check_sender_settings(wanted)
    return SetUp(msgspec.json.encode(settings).decode(), unquote(parts.password or "").encode())
