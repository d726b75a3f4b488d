"""Names that can't be guessed, and the form of names that others make."""

from __future__ import annotations

import hashlib
import re
import secrets

CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{16,64}\Z")


def secret_token(kind: str) -> str:
    """Return a fresh secret of 256 random bits, such as `visitor_8Zk…`; the kind makes a leaked one recognisable."""
    return f"{kind}_{secrets.token_urlsafe(32)}"


def public_key(kind: str) -> str:
    """Return a short name that may stand in a page's source, such as `chat_k3V…` (72 random bits)."""
    return f"{kind}_{secrets.token_urlsafe(9)}"


def fingerprint(token: str) -> bytes:
    """Return what is stored in a token's stead: SHA-256, enough for secrets of 256 random bits."""
    return hashlib.sha256(token.encode()).digest()


def is_client_id(name: str) -> bool:
    """Tell whether a client made this id as agreed in docs/protocol.md: 16 to 64 of `A-Z a-z 0-9 - _`."""
    return CLIENT_ID.match(name) is not None
