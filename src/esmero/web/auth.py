"""Who is calling: a browser with a session's cookie, or a program with a token; and whether a page of ours asked."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
from typing import Any

from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.params import SkipValidation
from litestar.types import ASGIApp, Receive, Scope, Send
from msgspec import Struct

from esmero.desk import sessions, tokens
from esmero.desk.access import AgentView, view_of
from esmero.kit.clock import DAY, HOUR, MINUTE
from esmero.kit.errors import Forbidden, NotSignedIn, Unavailable
from esmero.kit.ids import fingerprint
from esmero.settings import Settings
from esmero.store.session import Session
from esmero.web.client import Connection, check_same_origin, client_address
from esmero.web.desk import Desk
from esmero.web.limits import Limits

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "x-csrf-token"
# Noting at each request that a session is in use would make each read a write.
SEEN_EVERY = 5 * MINUTE
USED_EVERY = HOUR


class CsrfFailed(Forbidden):
    """The call was made with a session's cookie but without the token that pages of ours know."""

    code = "csrf"
    title = "The page is out of date; load it again."


class Signed(Struct, frozen=True, kw_only=True):
    """Somebody who is signed in.

    Attributes:
        session_id: the browser's session; None for a program.
        seen_at: when that session was last in use.
        csrf: the token that unsafe calls of this session must carry; None for a program.
    """

    agent: AgentView
    session_id: int | None = None
    csrf: str | None = None
    seen_at: int = 0


Me = NamedDependency[SkipValidation[AgentView]]
"""How a route asks for the agent who calls: a parameter `me` of this type."""
MySession = NamedDependency[SkipValidation[Signed]]
"""How a route asks for the sign-in itself: a parameter `signed` of this type."""


async def authenticate(desk: Desk, connection: Connection, *, use: bool = True) -> Signed | None:
    """Return who is calling; None for nobody.

    Args:
        use: whether the call itself shows that somebody uses the session. An open page connects and pings by itself.

    Raises:
        NotSignedIn: a token was shown, and it doesn't count.
    """
    scheme, _, shown = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return await _program(desk, shown.strip())
    shown = connection.cookies.get(cookie_name(desk.settings), "")
    return await _person(desk, connection, shown, use=use) if shown else None


def check_asked_by_us(connection: Connection, settings: Settings, signed: Signed | None, method: str) -> None:
    """Refuse unsafe calls that a page of another site may have made in this browser's name.

    Raises:
        ForeignOrigin: it was sent by such a page.
        CsrfFailed: it lacks the session's token.
    """
    if method in SAFE or (signed is not None and signed.csrf is None):
        return
    check_same_origin(connection, settings)
    if signed is None or signed.csrf is None:
        return
    given = connection.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(given.encode(), signed.csrf.encode()):
        raise CsrfFailed


def csrf_token(session_token: str) -> str:
    """Return what pages of a session must send along: it follows from the session's secret, and not the reverse."""
    digest = hmac.digest(session_token.encode(), b"csrf", hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def cookie_name(settings: Settings) -> str:
    """Return the cookie's name; `__Host-` (RFC 6265bis) ties it to this very host wherever https is spoken."""
    return "__Host-esmero" if settings.secure else "esmero"


def session_cookie(settings: Settings, token: str) -> Cookie:
    """Return the cookie that holds a session; an empty token takes it away."""
    return Cookie(
        key=cookie_name(settings),
        value=token,
        path="/",
        max_age=settings.session_days * DAY // 1000 if token else 0,
        httponly=True,
        secure=settings.secure,
        samesite="lax",
    )


def signed_of(scope: Scope) -> Signed | None:
    """Return who was found to be calling, after `Doorman` looked."""
    found = scope.get("auth")
    return found if isinstance(found, Signed) else None


def provide_signed(scope: Scope) -> Signed:
    """Give routes the sign-in that they ask for.

    Raises:
        NotSignedIn: there is none.
    """
    signed = signed_of(scope)
    if signed is None:
        raise NotSignedIn
    return signed


def provide_me(scope: Scope) -> AgentView:
    """Give routes the agent who calls; raises as `provide_signed` does."""
    return provide_signed(scope).agent


class Doorman(ASGIMiddleware):
    """Looks at every call of the API: who is it, did a page of ours ask, and not too often?"""

    scopes = (ScopeType.HTTP,)

    def __init__(self, desk: Desk, limits: Limits) -> None:
        self._desk = desk
        self._limits = limits

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        connection: Connection = Connection(scope)
        signed = await authenticate(self._desk, connection)
        scope["auth"] = signed
        scope["user"] = None if signed is None else signed.agent
        check_asked_by_us(connection, self._desk.settings, signed, scope["method"])  # type: ignore[typeddict-item]
        self._limits.calls.take(self._caller(connection, signed))
        await next_app(scope, receive, send)

    def _caller(self, connection: Connection, signed: Signed | None) -> Any:
        if signed is None:
            return client_address(connection, self._desk.settings)
        return signed.session_id, signed.agent.program


async def _person(desk: Desk, connection: Connection, shown: str, *, use: bool) -> Signed | None:
    now = desk.clock.now()
    idle_ms = desk.settings.session_idle_hours * HOUR

    def query(session: Session) -> tuple[sessions.SignIn, AgentView] | None:
        found = sessions.resume(session, fingerprint(shown), now=now, idle_ms=idle_ms)
        view = None if found is None else view_of(session, found.agent_id)
        return None if found is None or view is None else (found, view)

    found = await desk.database.read(query)
    if found is None:
        return None
    sign_in, view = found
    if use and now - sign_in.seen_at > SEEN_EVERY:
        address = client_address(connection, desk.settings)
        with contextlib.suppress(Unavailable):
            await desk.database.write(lambda tx: sessions.touch(tx, sign_in.id, address=address, at=now))
    return Signed(agent=view, session_id=sign_in.id, csrf=csrf_token(shown), seen_at=sign_in.seen_at)


async def _program(desk: Desk, shown: str) -> Signed:
    found = await desk.database.read(lambda session: tokens.resume(session, fingerprint(shown)))
    if found is None:
        raise NotSignedIn("This token is unknown, or was taken back.")
    token, view = found
    now = desk.clock.now()
    if now - (token.used_at or 0) > USED_EVERY:
        with contextlib.suppress(Unavailable):
            await desk.database.write(lambda tx: tokens.touch(tx, token.id, at=now))
    return Signed(agent=view)
