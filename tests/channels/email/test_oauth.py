"""Consent and access, against an issuer that refuses, rotates and goes away."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

import pytest

from esmero.channels.email.credentials import signer
from esmero.channels.email.oauth import PROVIDERS, Tokens, authorize_url, challenge_of, exchange, new_verifier
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.channels.email.trouble import ServerTrouble
from esmero.kit.clock import MINUTE, MovableClock
from tests import dovecot
from tests.channels.email.imap.desk import ADDRESS, Desk, running, until
from tests.channels.email.issuer import Issuer, issuing
from tests.dovecot import Dovecot

SECRETS = EmailSecrets(client_id="desk", client_secret="hush-hush", refresh_token="refresh-0")


async def test_a_token_is_kept_until_shortly_before_its_end() -> None:
    clock = MovableClock(at=0)
    async with issuing() as issuer:
        tokens = Tokens(issuer.provider, SECRETS, clock)
        assert [await tokens.access() for _ in range(3)] == ["access-1"] * 3
        clock.skip(54 * MINUTE)
        assert await tokens.access() == "access-1"
        clock.skip(MINUTE)
        assert await tokens.access() == "access-2"
        assert await tokens.access(fresh=True) == "access-3"
    wanted = {"grant_type": "refresh_token", "refresh_token": "refresh-0", "client_id": "desk"}
    assert issuer.asked == [wanted | {"client_secret": "hush-hush"}] * 3


async def test_a_new_refresh_token_is_handed_over_to_be_kept() -> None:
    kept = list[str]()

    async def keep(token: str) -> None:
        kept.append(token)

    async with issuing(Issuer(rotates=True)) as issuer:
        tokens = Tokens(issuer.provider, SECRETS, MovableClock(at=0), keep=keep)
        await tokens.access()
        await tokens.access(fresh=True)
    assert kept == ["refresh-1", "refresh-2"]
    assert issuer.asked[1]["refresh_token"] == "refresh-1"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("invalid_grant", "consent_ended"),
        ("invalid_client", "issuer_refused"),
        ("temporarily_unavailable", "issuer_away"),
    ],
)
async def test_a_refusal_says_what_to_do_and_no_secret(error: str, code: str) -> None:
    async with issuing(Issuer(error=error)) as issuer:
        with pytest.raises(ServerTrouble) as refused:
            await Tokens(issuer.provider, SECRETS, MovableClock(at=0)).access()
    assert refused.value.code == code
    assert "hush" not in str(refused.value)


async def test_an_issuer_that_is_away_is_no_refusal() -> None:
    async with issuing() as issuer:
        provider = issuer.provider
    with pytest.raises(ServerTrouble) as refused:
        await Tokens(provider, SECRETS, MovableClock(at=0)).access()
    assert (refused.value.code, refused.value.needs_a_person) == ("issuer_away", False)


def test_the_authorisation_request_carries_a_challenge_and_no_secret() -> None:
    verifier = new_verifier()
    google = PROVIDERS["google"]
    url = authorize_url(
        google,
        client_id="desk",
        redirect_uri="https://desk.example/back",
        state="s",
        verifier=verifier,
        address=ADDRESS,
    )
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert asked["code_challenge"] == challenge_of(verifier)
    assert (asked["access_type"], asked["login_hint"], asked["scope"]) == (
        "offline",
        ADDRESS,
        "https://mail.google.com/",
    )
    assert verifier not in url


def test_a_challenge_is_what_rfc_7636_says() -> None:
    """Its appendix B."""
    assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


async def test_a_code_is_exchanged_for_tokens() -> None:
    async with issuing(Issuer(rotates=True)) as issuer:
        token = await exchange(
            issuer.provider,
            client_id="desk",
            client_secret="",
            redirect_uri="https://desk.example/back",
            code="c",
            verifier="v",
            clock=MovableClock(at=0),
        )
    assert (token.access, token.refresh, token.ends_at) == ("access-1", "refresh-1", 60 * MINUTE)
    assert issuer.asked[0]["code_verifier"] == "v"
    assert "client_secret" not in issuer.asked[0]
    assert "access-1" not in repr(token)


@dovecot.needed
async def test_a_mailbox_is_followed_with_tokens_and_a_withdrawn_one_is_renewed() -> None:
    async with issuing() as issuer:
        server = await asyncio.to_thread(Dovecot, {}, issuer=issuer.introspection)
        try:
            await _follow_with_tokens(issuer, server)
        finally:
            await asyncio.to_thread(server.close)


async def _follow_with_tokens(issuer: Issuer, server: Dovecot) -> None:
    where = Server(host="127.0.0.1", port=server.port, security="none", sign_in="google")
    settings = EmailSettings(address=ADDRESS, receive=where)
    sign = signer(settings, where, "", SECRETS, MovableClock(at=0), providers={"google": issuer.provider})
    desk = Desk()
    async with running(desk.follower(where, sign=sign)):
        await until(lambda: desk.states and desk.state.kind == "ok")
    # The token is good for an hour by the clock, but the provider has withdrawn it.
    issuer.good.clear()
    async with running(desk.follower(where, sign=sign)):
        await until(lambda: len(issuer.asked) == 2)
        await until(lambda: desk.state.kind == "ok")
    # Now the consent itself is withdrawn.
    issuer.good.clear()
    issuer.error = "invalid_grant"
    async with running(desk.follower(where, sign=sign)):
        await until(lambda: desk.state.code == "consent_ended")
        assert desk.state.kind == "refused"
        issuer.error = ""
        await until(lambda: desk.state.kind == "ok")
    assert not {"access-1", "refresh-0", "hush-hush"} & set(repr(desk.states).split())
