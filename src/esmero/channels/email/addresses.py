"""Addresses as SMTP and header fields write them. Whatever doesn't fit their grammar is refused, never repaired."""

from __future__ import annotations

import re
import unicodedata

import idna

from esmero.contract.trouble import PermanentTrouble, Trouble

# RFC 5322 section 3.2.3; RFC 6531 section 3.3 adds whatever is not ASCII.
_ATOMS = re.compile(r"[\w!#$%&'*+/=?^`{|}~\x80-\U0010ffff-]+(?:\.[\w!#$%&'*+/=?^`{|}~\x80-\U0010ffff-]+)*\Z")
_DOMAIN = re.compile(r"(?!.{254})[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_][a-z0-9_-]{0,62})*\Z", re.ASCII)
_LONGEST_LOCAL = 64
_IN_QUOTES = re.compile(r'(["\\])')
_ESCAPED = re.compile(r"\\(.)")


def mailbox(address: str) -> str:
    """Return an address as it is written to a server: local part quoted if it must be, domain in A-labels (RFC 5890).

    Raises:
        PermanentTrouble: nobody can be written to at this address.
    """
    local, _, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    written = domain_name(domain)
    if written is None or not _is_local_part(local := _unquoted(local)):
        raise PermanentTrouble(Trouble(code="bad-address", address=_shown(address)))
    return f"{local if _ATOMS.match(local) else _quoted(local)}@{written}"


def domain_name(domain: str) -> str | None:
    """Return a domain in lower case and A-labels, or None if it can't be one."""
    written = domain.lower().removesuffix(".")
    if not written.isascii():
        try:
            written = idna.encode(written, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            return None
    return written if _DOMAIN.match(written) else None


def needs_utf8(written: str) -> bool:
    """Tell whether only a server with SMTPUTF8 (RFC 6531) can take this address."""
    return not written.isascii()


def _is_local_part(local: str) -> bool:
    return local.isprintable() and 0 < len(local.encode("utf-8")) <= _LONGEST_LOCAL


def _unquoted(local: str) -> str:
    if len(local) >= 2 and local[0] == local[-1] == '"':
        return _ESCAPED.sub(r"\1", local[1:-1])
    return local


def _quoted(local: str) -> str:
    return '"' + _IN_QUOTES.sub(r"\\\1", local) + '"'


def _shown(address: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in address[:100]) or "An empty address"
