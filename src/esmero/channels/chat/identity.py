"""A shop vouches for its customer: a JSON Web Token (RFC 7519), HS256 with the inbox's secret."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import msgspec
from msgspec import Struct

from esmero.channels.chat.inbound import Visitor
from esmero.kit.clock import HOUR
from esmero.kit.errors import NotSignedIn
from esmero.kit.signing import Signer
from esmero.kit.text import clean_name

LEEWAY_SECONDS = 30
"""For clocks that differ."""
SIGNED_IN_FOR = 12 * HOUR
"""Milliseconds for which the desk takes a customer for who they are once the shop has said it."""
_PURPOSE = "customer"
_PREFIX = "s1."


class IdentityRefused(NotSignedIn):
    """The shop's token can't be believed. `detail` says why, for the shop's developer; it names no secret."""

    code = "identity_refused"
    title = "The shop's sign-in could not be confirmed."


class IdentityEnded(IdentityRefused):
    """It is the shop's token, and its time is over or has not come. `address` is whom it names."""

    def __init__(self, address: str) -> None:
        super().__init__("The token has ended or has not begun; make a fresh one.")
        self.address = address


class Pass(Struct, frozen=True):
    """What the desk itself vouches for after it has believed the shop: who it is, and until when (UTC milliseconds)."""

    visitor: Visitor
    ends: int


def write_pass(signer: Signer, inbox_key: str, secret: bytes, held: Pass) -> str:
    """Return a token that stands for the shop's word until it ends, or until the inbox has another secret."""
    written = base64.urlsafe_b64encode(msgspec.json.encode(held)).rstrip(b"=").decode()
    return f"{_PREFIX}{written}.{signer.mark(_PURPOSE, _marked(inbox_key, secret, written))}"


def is_pass(token: str) -> bool:
    """Tell whether a token says of itself that it is a pass."""
    return token.startswith(_PREFIX)


def read_pass(signer: Signer, inbox_key: str, secret: bytes | None, token: str, *, now: int) -> Pass:
    """Return what a pass says.

    Raises:
        IdentityRefused: the desk did not write it for this inbox and its present secret, or it has ended.
    """
    written, _, mark = token.removeprefix(_PREFIX).rpartition(".")
    if secret is None or not signer.is_marked(_PURPOSE, _marked(inbox_key, secret, written), mark):
        raise IdentityRefused("This sign-in was ended.")
    try:
        held = msgspec.json.decode(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)), type=Pass)
    except (binascii.Error, msgspec.DecodeError):
        raise IdentityRefused("This sign-in can't be read.") from None
    if held.ends <= now:
        raise IdentityRefused("This sign-in has ended; make a fresh token.")
    return held


def _marked(inbox_key: str, secret: bytes, written: str) -> str:
    return f"{inbox_key}.{secret.hex()}.{written}"


def recognise(token: str, secret: bytes | None, *, inbox_id: int, now: int, language: str | None) -> Visitor:
    """Return the customer whom a shop's token names.

    Claims: `sub` (the shop's own id of the customer) and `exp` are required; `name`, `email` and `locale` are taken.

    Raises:
        IdentityRefused: no secret is set, or the token is malformed or signed otherwise.
        IdentityEnded: its time is over.
    """
    if secret is None:
        raise IdentityRefused("This inbox has no secret for signed customers.")
    claims = _claims(token, secret)
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= 200 or not subject.isprintable():
        raise IdentityRefused("`sub` is a text of 1 to 200 characters.")
    if not _is_its_time(claims, now):
        raise IdentityEnded(f"user:{subject}")
    return Visitor(
        inbox_id=inbox_id,
        address=f"user:{subject}",
        verified=True,
        name=_text(claims, "name"),
        email=_text(claims, "email"),
        language=_text(claims, "locale") or language,
    )


def _claims(token: str, secret: bytes) -> dict[str, Any]:
    import jwt  # brings all of X.509: a desk whose shop signs nobody in doesn't pay for it

    try:
        # Times are checked against the desk's own clock below, which tests and the demo can move.
        return jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            options={"require": ["sub", "exp"], "verify_exp": False, "verify_nbf": False, "verify_iat": False},
        )
    except jwt.PyJWTError as error:
        raise IdentityRefused(f"The token is not valid: {type(error).__name__}.") from None


def _is_its_time(claims: dict[str, Any], now: int) -> bool:
    try:
        ends, begins = float(claims["exp"]), float(claims.get("nbf", 0))
    except (TypeError, ValueError):
        raise IdentityRefused("`exp` and `nbf` are seconds since 1970.") from None
    return begins - LEEWAY_SECONDS <= now / 1_000 <= ends + LEEWAY_SECONDS


def _text(claims: dict[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return (clean_name(value, longest=200) or None) if isinstance(value, str) else None
