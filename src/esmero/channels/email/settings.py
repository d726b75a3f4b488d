"""How one e-mail inbox is set up. Strict when written: a wrong field is refused by name; tolerant when read."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from esmero.kit.checked import checked
from esmero.kit.text import clean_name

KIND: Final = "email"
"""The kind of channel that this folder is."""
Language = Literal["en", "es", "hi", "hu"]
SignIn = Literal["password", "google", "microsoft", "none"]
Address = Annotated[str, Meta(min_length=3, max_length=254)]
Host = Annotated[str, Meta(max_length=253)]
Port = Annotated[int, Meta(ge=1, le=65_535)]
Text = Annotated[str, Meta(max_length=2_000)]
_ADDRESS = re.compile(r"[^\s@<>,;:\"\\()\[\]]{1,64}@[^\s@<>,;:\"\\()\[\]]+\.[^\s@<>,;:\"\\()\[\].]+\Z")
_HOST = re.compile(r"[A-Za-z0-9_.-]+\Z|[0-9A-Fa-f:]+\Z")


class Server(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A server that mail is fetched from (IMAP) or handed to (SMTP).

    Attributes:
        host: empty means that there is none: mail comes by the desk's own receiver, or nothing can be sent.
        security: `tls` from the first byte, `starttls` after a greeting in the clear, which is then required.
        sign_in: how the desk shows who it is; `google` and `microsoft` are OAuth 2 (SASL XOAUTH2).
    """

    host: Host = ""
    port: Port = 993
    security: Literal["tls", "starttls", "none"] = "tls"
    user: Annotated[str, Meta(max_length=254)] = ""
    sign_in: SignIn = "password"


class EmailSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One e-mail inbox.

    Attributes:
        address: where customers write to, and what replies come from.
        others: more addresses that lead here; an agent may send from each of them.
        brand: the name that customers see beside an agent's.
        receive, send: the servers.
        folder: the IMAP folder that is followed.
        subaddresses: the mail server takes `support+anything@` for `support@`, so that replies carry a signed address.
        trusted: authserv-ids (RFC 8601) of the relays whose verdicts are believed.
        signature: below each mail, beneath the agent's own; `{agent}` and `{brand}` are filled in.
        language: of the desk's own sentences where the customer's is not known.
        acknowledge: a first mail is answered with a link to the conversation's page.
        acknowledgement: what that answer says, in each language; the desk's own words where there are none. `{brand}`
            is filled in.
        reopen_days: after its closing, how long a reply takes a conversation up again.
    """

    address: Address
    others: Annotated[tuple[Address, ...], Meta(max_length=50)] = ()
    brand: Annotated[str, Meta(max_length=80)] = ""
    receive: Server = Server()
    send: Server = Server(port=587, security="starttls")
    folder: Annotated[str, Meta(min_length=1, max_length=200)] = "INBOX"
    subaddresses: bool = False
    trusted: Annotated[tuple[Host, ...], Meta(max_length=20)] = ()
    signature: Text = ""
    language: Language = "en"
    acknowledge: bool = True
    acknowledgement: dict[Language, Text] = {}
    reopen_days: Annotated[int, Meta(ge=0, le=3_650)] = 14


class EmailSecrets(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the desk signs in with. It is sealed before it is stored, and never shown again.

    Attributes:
        receive, send: passwords; an empty one for sending means that it is the same.
        client_id, client_secret, refresh_token: OAuth 2, where a server is signed in to so.
    """

    receive: str = ""
    send: str = ""
    client_id: str = ""
    client_secret: str = ""
    refresh_token: str = ""

    def __repr__(self) -> str:
        return "EmailSecrets(…)"


class StoredServer(Server, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """A server as it was stored, perhaps by a newer release."""


class _Stored(EmailSettings, frozen=True, kw_only=True, forbid_unknown_fields=False):
    receive: StoredServer = StoredServer()
    send: StoredServer = StoredServer(port=587, security="starttls")


_read = msgspec.json.Decoder(_Stored).decode


def read_email_settings(written: str) -> EmailSettings:
    """Read what was stored, perhaps by a newer release: fields that this one doesn't know are passed over."""
    return _read(written)


def check_email_settings(wanted: object) -> EmailSettings:
    """Make settings of what somebody asks for. Addresses are put into lower case.

    Raises:
        BadInput: with what is wrong, by field.
    """
    settings = checked(wanted, EmailSettings, _wrong)
    return msgspec.structs.replace(
        settings,
        address=settings.address.lower(),
        others=tuple(address.lower() for address in settings.others),
        brand=clean_name(settings.brand, longest=80),
    )


def _wrong(settings: EmailSettings) -> list[tuple[str, str]]:
    return [
        ("address", _wrong_address(settings.address)),
        ("others", next(filter(None, map(_wrong_address, settings.others)), "")),
        ("receive.host", check_server(settings.receive)),
        ("send.host", check_server(settings.send)),
        ("folder", "" if settings.folder.isprintable() else "A folder's name has no control characters."),
    ]


def _wrong_address(address: str) -> str:
    return "" if _ADDRESS.match(address) else "A mail address is written support@shop.example."


def check_server(server: Server) -> str:
    """Return what is wrong with a server's name, or nothing."""
    return "" if not server.host or _HOST.match(server.host) else "A host is written mail.shop.example."
