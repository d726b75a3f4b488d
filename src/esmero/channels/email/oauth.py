"""OAuth 2 for mailboxes at Google and Microsoft: consent once by a person, access tokens ever after (RFC 6749).

Both are signed in to with SASL's XOAUTH2, by IMAP and by SMTP. What has to be registered there, and which scopes are
asked for, stands in docs/mail.md.
"""

from __future__ import annotations

import base64
import hashlib
import secrets as chance
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Protocol
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from esmero.channels.email.fetch import Fetched, fetch
from esmero.channels.email.settings import EmailSecrets
from esmero.channels.email.trouble import ServerTrouble
from esmero.kit.clock import MINUTE, SECOND, Clock

EARLY: Final = 5 * MINUTE
"""How long before its end a token isn't used any more."""


class Provider(Struct, frozen=True, kw_only=True):
    """Where consent is asked for and tokens are given.

    Attributes:
        scopes: mail by IMAP and SMTP, and a refresh token.
        options: further parameters of the authorisation request, without which no refresh token is given.
        private: the addresses were chosen by a person and may lie in their own network.
    """

    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    options: Mapping[str, str] = {}
    private: bool = False


PROVIDERS: Final[dict[str, Provider]] = {
    # developers.google.com/workspace/gmail/imap/xoauth2-protocol and /identity/protocols/oauth2/web-server
    "google": Provider(
        authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
        token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
        scopes=("https://mail.google.com/",),
        options={"access_type": "offline", "prompt": "consent"},
    ),
    # learn.microsoft.com: "Authenticate an IMAP, POP or SMTP connection using OAuth", and /entra/identity-platform
    "microsoft": Provider(
        authorize_url="https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
        token_url="https://login.microsoftonline.com/common/oauth2/v2.0/token",  # noqa: S106 - an address
        scopes=(
            "https://outlook.office.com/IMAP.AccessAsUser.All",
            "https://outlook.office.com/SMTP.Send",
            "offline_access",
        ),
    ),
}


class Token(Struct, frozen=True):
    """What a provider gave. `refresh` is empty where the old one stays good."""

    access: str
    ends_at: int
    refresh: str = ""

    def __repr__(self) -> str:
        return f"Token(ends_at={self.ends_at})"


class Post(Protocol):
    """How a form is posted; `fetch` outside of tests."""

    async def __call__(self, url: str, *, form: Mapping[str, str], private: bool) -> Fetched: ...


class _Given(Struct):
    access_token: str
    expires_in: float = 3_600
    refresh_token: str = ""


class _Refused(Struct):
    error: str = ""


# Consent, for a page of settings


def new_verifier() -> str:
    """Return a secret of one authorisation request (RFC 7636 section 4.1)."""
    return chance.token_urlsafe(48)


def challenge_of(verifier: str) -> str:
    """Return what is shown of a verifier beforehand, by S256 (RFC 7636 section 4.2)."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def authorize_url(
    provider: Provider, *, client_id: str, redirect_uri: str, state: str, verifier: str, address: str = ""
) -> str:
    """Return where a person goes to give their consent.

    Args:
        state: comes back with the code; whoever asks must compare it (RFC 6749 section 10.12).
        address: of the mailbox, so that the right account is offered.
    """
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(provider.scopes),
        "state": state,
        "code_challenge": challenge_of(verifier),
        "code_challenge_method": "S256",
        **provider.options,
    }
    return f"{provider.authorize_url}?{urlencode(asked | ({'login_hint': address} if address else {}))}"


async def exchange(
    provider: Provider,
    *,
    client_id: str,
    client_secret: str,
    redirect_uri: str,
    code: str,
    verifier: str,
    clock: Clock,
    post: Post = fetch,
) -> Token:
    """Return the tokens for a code that came back (RFC 6749 section 4.1.3).

    Raises:
        ServerTrouble: `consent_ended`, `issuer_refused` or `issuer_away`.
    """
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
        **_client(client_id, client_secret),
    }
    return await _token(provider, form, clock, post)


# Access, for whoever signs in


class Tokens:
    """Access tokens of one mailbox, fetched when they are wanted and kept until shortly before their end."""

    def __init__(
        self,
        provider: Provider,
        secrets: EmailSecrets,
        clock: Clock,
        *,
        keep: Callable[[str], Awaitable[None]] | None = None,
        post: Post = fetch,
    ) -> None:
        """
        Args:
            keep: is given each new refresh token, to seal it in place of the old one. Microsoft gives one each time,
                and the old one ends after 90 days.
        """
        self._provider = provider
        self._secrets = secrets
        self._clock = clock
        self._keep = keep
        self._post = post
        self._refresh = secrets.refresh_token
        self._token: Token | None = None

    async def access(self, *, fresh: bool = False) -> str:
        """Return a token that is good for some minutes yet; a new one if the last was refused.

        Raises:
            ServerTrouble: `consent_ended`, `issuer_refused` or `issuer_away`.
        """
        if fresh or self._token is None or self._token.ends_at - EARLY <= self._clock.now():
            self._token = await self._refreshed()
        return self._token.access

    async def _refreshed(self) -> Token:
        if not self._refresh:
            raise ServerTrouble("consent_ended")
        form = {
            "grant_type": "refresh_token",
            "refresh_token": self._refresh,
            **_client(self._secrets.client_id, self._secrets.client_secret),
        }
        token = await _token(self._provider, form, self._clock, self._post)
        if token.refresh and token.refresh != self._refresh:
            self._refresh = token.refresh
            if self._keep is not None:
                await self._keep(token.refresh)
        return token


def _client(client_id: str, client_secret: str) -> dict[str, str]:
    return {"client_id": client_id} | ({"client_secret": client_secret} if client_secret else {})


async def _token(provider: Provider, form: dict[str, str], clock: Clock, post: Post) -> Token:
    try:
        answer = await post(provider.token_url, form=form, private=provider.private)
    except ServerTrouble:
        raise ServerTrouble("issuer_away") from None
    if answer.status != 200:
        raise _refusal(answer)
    try:
        given = msgspec.json.decode(answer.body, type=_Given)
    except msgspec.DecodeError:
        raise ServerTrouble("issuer_away") from None
    lasts = int(min(max(given.expires_in, 0), 86_400)) * SECOND
    return Token(given.access_token, clock.now() + lasts, given.refresh_token)


def _refusal(answer: Fetched) -> ServerTrouble:
    """What an error means (RFC 6749 section 5.2). Its description may name people; only the code is told."""
    try:
        error = msgspec.json.decode(answer.body, type=_Refused).error
    except msgspec.DecodeError:
        error = ""
    if error in {"invalid_grant", "interaction_required", "consent_required", "login_required"}:
        return ServerTrouble("consent_ended")
    if error in {"invalid_client", "unauthorized_client", "invalid_request", "invalid_scope", "unsupported_grant_type"}:
        return ServerTrouble("issuer_refused", error)
    return ServerTrouble("issuer_away")
