"""Security headers that every answer carries, whatever made it."""

from __future__ import annotations

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from esmero.settings import Settings

# A year, as RFC 6797 section 6.1 and the preload lists suggest; without subdomains, which aren't ours to decide on.
_HSTS = b"max-age=31536000"
# What isn't a page needs nothing at all: an answer that a browser is tricked into showing does no harm then.
_CSP = (
    b"content-security-policy",
    b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
)


def with_security_headers(app: ASGIApp, settings: Settings) -> ASGIApp:
    """Return the application with what browsers need to be told added. A page that has its own policy keeps it."""
    always = [
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", b"geolocation=(), camera=(), payment=(), usb=()"),
    ]
    if settings.secure:
        always.append((b"strict-transport-security", _HSTS))

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)  # a live connection sends thousands of frames, and none has headers
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message["headers"])
                present = {name.lower() for name, _ in headers}
                headers += [header for header in (*always, _CSP) if header[0] not in present]
                message["headers"] = headers
            await send(message)

        await app(scope, receive, send_with_headers)

    return wrapped
