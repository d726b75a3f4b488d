"""How the desk shows an IMAP server who it is, and what a refusal means."""

from __future__ import annotations

import imaplib
from collections.abc import Sequence
from typing import Final

from imap_tools import BaseMailBox
from msgspec import Struct

from esmero.channels.email.imap.client import Client
from esmero.channels.email.settings import Server
from esmero.channels.email.trouble import Code, ServerTrouble, said

# Response codes of RFC 5530 that don't speak of the password, and the words of servers that send none.
_PASSES: Final = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[THROTTLED]", "[OVERQUOTA]")
_BUSY_WORDS: Final = ("too many", "simultaneous", "try again", "temporar", "rate limit", "throttl", "unavailable")


class Credential(Struct, frozen=True):
    """A user with a password, or with an access token where OAuth 2 is used."""

    user: str
    secret: str
    is_token: bool = False

    def __repr__(self) -> str:
        return f"Credential({self.user!r})"


def sign_in(mailbox: BaseMailBox, server: Server, credential: Credential) -> None:
    """Sign in, and tell the server what we are where it wants to know.

    Raises:
        ServerTrouble: `sign_in_refused`, `sign_in_method` or `busy`.
        imaplib.IMAP4.error: the connection broke.
    """
    client = mailbox.client
    assert isinstance(client, Client)
    if server.sign_in == "none" or client.state != "NONAUTH":
        return
    status, answer = _shown(client, credential)
    if status != "OK":
        words = b" ".join(part for part in answer if isinstance(part, bytes))
        raise ServerTrouble(_reason(words), said(words, without=credential.secret))
    client.state = "AUTH"
    client.renew_capabilities()
    if "ID" in client.capabilities:
        _say_our_name(client)


def _shown(client: Client, credential: Credential) -> tuple[str, Sequence[object]]:
    try:
        if credential.is_token:
            return _authenticate(client, "XOAUTH2", xoauth2(credential.user, credential.secret))
        plain = f"\0{credential.user}\0{credential.secret}"
        if plain.isascii() and "LOGINDISABLED" not in client.capabilities:
            status, answer = client._simple_command("LOGIN", _quoted(credential.user), _quoted(credential.secret))
            return status, answer
        if "AUTH=PLAIN" in client.capabilities:
            return _authenticate(client, "PLAIN", plain)
    except imaplib.IMAP4.abort:
        # Some servers hang up on a wrong password instead of saying no.
        if "BYE" in client.untagged_responses:
            return "NO", client.untagged_responses["BYE"][-1:]
        raise
    except imaplib.IMAP4.error as error:
        return "NO", [str(error).encode()]
    raise ServerTrouble("sign_in_method")


def xoauth2(user: str, token: str) -> str:
    """Return what SASL's XOAUTH2 sends first, before it is encoded (Google's and Microsoft's documents)."""
    return f"user={user}\1auth=Bearer {token}\1\1"


def _authenticate(client: Client, mechanism: str, first: str) -> tuple[str, Sequence[object]]:
    if f"AUTH={mechanism}" not in client.capabilities:
        raise ServerTrouble("sign_in_method")
    # A second question is how XOAUTH2 says no; it waits for an empty answer before it gives its verdict.
    answers = iter([first.encode()])
    status, answer = client.authenticate(mechanism, lambda _: next(answers, b""))
    return status, [answer]


def _quoted(word: str) -> str:
    """A quoted string (RFC 3501 section 4.3), which has no line ends."""
    if "\r" in word or "\n" in word:
        raise ServerTrouble("sign_in_refused")
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _say_our_name(client: Client) -> None:
    """By ID (RFC 2971): some providers open no folder for whoever has no name; no other minds."""
    try:
        client.xatom("ID", '("name" "Esmero")')
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        return


def _reason(words: bytes) -> Code:
    text = words.decode("utf-8", "replace")
    if any(code in text.upper() for code in _PASSES):
        return "busy"
    if "[PRIVACYREQUIRED]" in text.upper():
        return "sign_in_method"
    if "[AUTHENTICATIONFAILED]" in text.upper():
        return "sign_in_refused"
    return "busy" if any(word in text.lower() for word in _BUSY_WORDS) else "sign_in_refused"
