"""A shop vouches for its customer: a JSON Web Token (RFC 7519), HS256 with the inbox's secret."""

from __future__ import annotations

from typing import Any

import jwt

from esmero.channels.chat.inbound import Visitor
from esmero.kit.errors import NotSignedIn
from esmero.kit.text import clean_name

LEEWAY_SECONDS = 30
"""For clocks that differ."""


class IdentityRefused(NotSignedIn):
    """The shop's token can't be believed. `detail` says why, for the shop's developer; it names no secret."""

    code = "identity_refused"
    title = "The shop's sign-in could not be confirmed."


def recognise(token: str, secret: bytes | None, *, inbox_id: int, now: int, language: str | None) -> Visitor:
    """Return the customer whom a shop's token names.

    Claims: `sub` (the shop's own id of the customer) and `exp` are required; `name`, `email` and `locale` are taken.

    Raises:
        IdentityRefused: no secret is set, or the token is malformed, signed otherwise, or has ended.
    """
    if secret is None:
        raise IdentityRefused("This inbox has no secret for signed customers.")
    claims = _claims(token, secret)
    _check_not_ended(claims, now)
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= 200 or not subject.isprintable():
        raise IdentityRefused("`sub` is a text of 1 to 200 characters.")
    return Visitor(
        inbox_id=inbox_id,
        address=f"user:{subject}",
        verified=True,
        name=_text(claims, "name"),
        email=_text(claims, "email"),
        language=_text(claims, "locale") or language,
    )


def _claims(token: str, secret: bytes) -> dict[str, Any]:
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


def _check_not_ended(claims: dict[str, Any], now: int) -> None:
    try:
        ends, begins = float(claims["exp"]), float(claims.get("nbf", 0))
    except (TypeError, ValueError):
        raise IdentityRefused("`exp` and `nbf` are seconds since 1970.") from None
    seconds = now / 1_000
    if not begins - LEEWAY_SECONDS <= seconds <= ends + LEEWAY_SECONDS:
        raise IdentityRefused("The token has ended or has not begun; make a fresh one.")


def _text(claims: dict[str, Any], name: str) -> str | None:
    value = claims.get(name)
    return (clean_name(value, longest=200) or None) if isinstance(value, str) else None
