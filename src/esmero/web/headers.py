"""Security headers that every answer carries, whatever made it."""

from __future__ import annotations

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from esmero.settings import Settings

# A year, as RFC 6797 section 6.1 and the preload lists suggest; without subdomains, which aren't ours to decide on.
_HSTS = b"max-age=31536000"
_CSP = b"content-security-policy"
# What isn't a page needs nothing at all: an answer that a browser is tricked into showing does no harm then.
_NOTHING = b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


class SecurityHeaders(ASGIMiddleware):
    """Adds what browsers need to be told. A page that has its own Content-Security-Policy keeps it."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, settings: Settings) -> None:
        always = [
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (b"permissions-policy", b"geolocation=(), camera=(), payment=(), usb=()"),
        ]
        self._always = [*always, (b"strict-transport-security", _HSTS)] if settings.secure else always

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message["headers"])
                present = {name.lower() for name, _ in headers}
                headers += [header for header in self._always if header[0] not in present]
                if _CSP not in present:
                    headers.append((_CSP, _NOTHING))
                message["headers"] = headers
            await send(message)

        await next_app(scope, receive, send_with_headers)
