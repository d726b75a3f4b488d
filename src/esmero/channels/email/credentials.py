"""What an inbox signs in with at its servers, out of its settings and secrets."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from esmero.channels.email.imap.signing_in import Credential
from esmero.channels.email.oauth import PROVIDERS, Provider, Tokens
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.kit.clock import Clock

Sign = Callable[[bool], Awaitable[Credential]]
"""Gives what to sign in with; true asks for a token that was never used."""


def signer(
    settings: EmailSettings,
    server: Server,
    password: str,
    secrets: EmailSecrets,
    clock: Clock,
    *,
    keep: Callable[[str], Awaitable[None]] | None = None,
    providers: dict[str, Provider] = PROVIDERS,
) -> Sign:
    """Return what gives a server's credential: the password, or an access token of the provider.

    Args:
        server, password: of the one that is meant, receiving or sending.
        keep: is given each new refresh token (see `Tokens`).
    """
    user = server.user or settings.address
    if server.sign_in in providers:
        tokens = Tokens(providers[server.sign_in], secrets, clock, keep=keep)
        return lambda fresh: _token(user, tokens, fresh)
    return lambda _: _password(user, password)


async def _token(user: str, tokens: Tokens, fresh: bool) -> Credential:
    return Credential(user, await tokens.access(fresh=fresh), is_token=True)


async def _password(user: str, password: str) -> Credential:
    return Credential(user, password)
