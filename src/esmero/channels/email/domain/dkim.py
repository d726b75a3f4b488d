"""Can receivers check the relay's signature? The keys of a domain (RFC 6376 section 3.6, RFC 8301, RFC 8463)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from esmero.channels.email.domain.lookup import Finding, Lookup, Unanswered, tags, unanswered

USUAL = ("default", "dkim", "google", "k1", "k2", "mail", "mta", "s1", "s2", "selector1", "selector2", "smtp")
"""Selectors that relays use when nobody chose another."""
SHORTEST, SHORT = 1_024, 2_048
"""Bits of an RSA key: below the first receivers refuse it, below the second it is weak (RFC 8301 section 3.2)."""
_ED25519_BYTES = 32


async def check_dkim(look: Lookup, domain: str, selectors: Sequence[str] = ()) -> list[Finding]:
    """Find out about the keys of a domain: those of the selectors, or whichever the usual selectors have."""
    found: list[Finding] = []
    try:
        for selector in selectors or USUAL:
            name = f"{selector}._domainkey.{domain}"
            records = [text for text in await look(name, "TXT") if "p" in tags(text)]
            if records or selectors:
                found.append(judge_key(name, records))
    except Unanswered:
        return [*found, unanswered("dkim.unanswered", f"A DKIM key of {domain}")]
    if found:
        return found
    words = (
        f"No DKIM key of {domain} was found under the usual selectors. Your mail server shows which one it signs with: "
        "ask again with --selector."
    )
    return [Finding(code="dkim.unknown", state="note", words=words)]


def judge_key(name: str, records: Sequence[str]) -> Finding:
    """Return what is to be said of the keys at one name."""
    wanted = f'{name} TXT "v=DKIM1; k=rsa; p=…" (the key that your mail server shows)'
    if not records:
        return Finding(code="dkim.missing", state="bad", words=f"There is no DKIM key at {name}.", fix=wanted)
    if len(records) > 1:
        words = f"There are {len(records)} DKIM keys at {name}; receivers take any of them. Keep one."
        return Finding(code="dkim.two", state="bad", words=words)
    key = tags(records[0])
    wrong = _wrong(key)
    if wrong:
        return Finding(code="dkim.unusable", state="bad", words=f"The DKIM key at {name} {wrong}.", fix=wanted)
    bits = _bits(key)
    if bits is not None and bits < SHORTEST:
        words = f"The DKIM key at {name} has {bits} bits; receivers refuse less than {SHORTEST:,}."
        return Finding(code="dkim.short", state="bad", words=words, fix=wanted)
    if "y" in key.get("t", "").split(":"):
        words = f"The DKIM key at {name} says that it is only tried out (t=y): take that away when all is well."
        return Finding(
            code="dkim.testing", state="note", words=words, fix=f'{name} TXT "{_without_testing(records[0])}"'
        )
    if bits is not None and bits < SHORT:
        words = f"The DKIM key at {name} has {bits:,} bits; {SHORT:,} are wanted by now."
        return Finding(code="dkim.weak", state="note", words=words)
    return Finding(code="dkim.found", state="ok", words=f"the DKIM key at {name} can be used")


def _wrong(key: dict[str, str]) -> str:
    if key.get("v", "DKIM1") != "DKIM1":
        return "is of no version that receivers know"
    if not key["p"]:
        return "was revoked (p is empty)"
    if "sha256" not in key.get("h", "sha256").split(":"):
        return "allows no signature that is still taken (sha256)"
    if key.get("k", "rsa") not in {"rsa", "ed25519"}:
        return "is of a kind that receivers don't know"
    return "" if _bits(key) else "can't be read"


def _bits(key: dict[str, str]) -> int | None:
    """Return how long a key is; an Ed25519 key counts as long enough. None: it is no key."""
    try:
        written = base64.b64decode("".join(key["p"].split()), validate=True)
        if key.get("k", "rsa") == "ed25519":
            return SHORT if len(written) == _ED25519_BYTES else None
        read = load_der_public_key(written)
    except (binascii.Error, ValueError, UnsupportedAlgorithm):
        return None
    return read.key_size if isinstance(read, RSAPublicKey) else None


def _without_testing(record: str) -> str:
    return "; ".join(part.strip() for part in record.split(";") if part.strip() and not part.strip().startswith("t="))
