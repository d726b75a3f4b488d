"""AES-256-GCM with a fresh nonce for each message, and nothing else (NIST SP 800-38D)."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES


class Tampered(ValueError):
    """The key is wrong, or somebody changed the bytes or what they were bound to."""


def new_key() -> bytes:
    """Return 256 random bits."""
    return os.urandom(KEY_BYTES)


def encrypt(key: bytes, plain: bytes, *, bound: bytes) -> bytes:
    """Return nonce, ciphertext and tag. `bound` isn't hidden, but the same must be given to decrypt.

    A nonce is random, so one key should encrypt fewer than 2**32 messages (SP 800-38D section 8.3).
    """
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def decrypt(key: bytes, message: bytes, *, bound: bytes) -> bytes:
    """Return what was encrypted.

    Raises:
        Tampered: a bit of the message, the key or `bound` is not as it was.
    """
    if len(message) < OVERHEAD_BYTES:
        raise Tampered("too short")
    try:
        return AESGCM(key).decrypt(message[:NONCE_BYTES], message[NONCE_BYTES:], bound)
    except InvalidTag:
        raise Tampered("not authentic") from None
