"""Mailboxes over the API: found, tried, and shown as they are doing."""

from __future__ import annotations

import base64
import json
from urllib.parse import parse_qsl, urlsplit

import msgspec
import pytest

from esmero.channels.email import oauth
from esmero.channels.email.discover import Candidate
from esmero.channels.email.imap.state import STATE, State
from esmero.channels.email.settings import Server
from esmero.desk import memory
from tests.channels.email.issuer import Issuer, issuing
from tests.channels.email.office import office
from tests.channels.email.post import sending_to
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.world import World

SECRETS = {"receive": "quince tranquil lamp"}


async def test_servers_are_tried_and_said_in_words(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        settings = msgspec.to_builtins(sending_to(post.port, sign_in="password"))
        report = await ilona.post("/mailboxes/try", {"settings": settings, "secrets": SECRETS})
    assert report.status_code == 200, report.text
    steps = report.json()
    assert [one["code"] for one in steps["send"]][:2] == ["ok", "ok"]
    assert steps["receive"][0]["code"] == "no_server"


async def test_stored_passwords_are_for_the_servers_that_they_were_stored_for(
    signed_in: SignedIn, world: World
) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post, office() as other:
        settings = msgspec.to_builtins(sending_to(post.port, sign_in="password"))
        elsewhere = msgspec.to_builtins(sending_to(other.port, sign_in="password"))
        made = await ilona.post("/inboxes", {"name": "Mail", "channel": "email", "settings": settings})
        number = made.json()["id"]
        await ilona.put(f"/inboxes/{number}/secrets", SECRETS)
        await ilona.post("/mailboxes/try", {"settings": settings, "inbox": number})
        await ilona.post("/mailboxes/try", {"settings": elsewhere, "inbox": number})
    assert _password() in " ".join(post.heard)
    assert _password() not in " ".join(other.heard)


def _password() -> str:
    return base64.b64encode(b"\0support@shop.example\0quince tranquil lamp").decode()


async def test_servers_are_found_by_an_address(
    signed_in: SignedIn, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def found(address: str) -> list[Candidate]:
        assert address == "help@shop.example"
        server = Server(host="imap.shop.example")
        return [Candidate(receive=server, send=server, source="srv", words="Its domain says so.")]

    monkeypatch.setattr("esmero.channels.email.discover.discover", found)
    ilona = await signed_in(world.ilona)
    answer = await ilona.post("/mailboxes/discover", {"address": " Help@shop.example"})
    assert answer.status_code == 200, answer.text
    (one,) = answer.json()["items"]
    assert (one["receive"]["host"], one["words"]) == ("imap.shop.example", "Its domain says so.")


async def test_who_sees_an_inbox_sees_how_it_is_doing(signed_in: SignedIn, world: World) -> None:
    state = State(kind="refused", since=1, code="password_refused", words="The server refuses the password.")
    written = json.dumps(msgspec.to_builtins(state))
    number = world.shop.id
    ana, eve = await signed_in(world.ana), await signed_in(world.eve)
    assert (await ana.get(f"/mailboxes/{number}")).status_code == 404
    await world.desk.database.write(lambda tx: memory.remember(tx, inbox_id=number, name=STATE, value=written))
    assert (await ana.get(f"/mailboxes/{number}")).json()["words"] == "The server refuses the password."
    assert (await eve.get(f"/mailboxes/{number}")).status_code == 404


async def test_who_may_not_manage_inboxes_tries_nothing(signed_in: SignedIn, world: World) -> None:
    settings = msgspec.to_builtins(sending_to(1))
    for agent in (world.chandra, world.ana, world.eve):
        caller: Browser = await signed_in(agent)
        assert (await caller.post("/mailboxes/try", {"settings": settings})).status_code == 403
        assert (await caller.post("/mailboxes/discover", {"address": "help@shop.example"})).status_code == 403


WANTED = {"provider": "google", "client_id": "ours", "back": "https://desk.example/consent"}


async def test_a_consent_becomes_a_refresh_token(
    signed_in: SignedIn, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ilona = await signed_in(world.ilona)
    async with issuing(Issuer(rotates=True)) as issuer:
        monkeypatch.setitem(oauth.PROVIDERS, "google", issuer.provider)
        asked = (await ilona.post("/mailboxes/consent", WANTED | {"address": "help@shop.example"})).json()
        query = dict(parse_qsl(urlsplit(asked["go"]).query))
        assert (query["client_id"], query["redirect_uri"]) == ("ours", "https://desk.example/consent")
        assert (query["login_hint"], query["state"]) == ("help@shop.example", asked["state"])
        assert query["code_challenge"] == oauth.challenge_of(asked["verifier"])
        given = WANTED | {"code": "the code", "verifier": asked["verifier"], "client_secret": "a secret"}
        kept = await ilona.post("/mailboxes/consented", given)
        assert kept.json() == {"refresh_token": "refresh-1"}
        (form,) = issuer.asked
        assert (form["grant_type"], form["code"], form["code_verifier"], form["client_secret"]) == (
            "authorization_code",
            "the code",
            asked["verifier"],
            "a secret",
        )
        issuer.error = "invalid_client"
        refused = await ilona.post("/mailboxes/consented", given)
        assert (refused.status_code, refused.json()["code"]) == (400, "no_consent")
        assert "a secret" not in refused.text


async def test_without_a_refresh_token_there_is_no_consent(
    signed_in: SignedIn, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ilona = await signed_in(world.ilona)
    async with issuing() as issuer:
        monkeypatch.setitem(oauth.PROVIDERS, "microsoft", issuer.provider)
        given = WANTED | {"provider": "microsoft", "code": "x", "verifier": oauth.new_verifier()}
        refused = await ilona.post("/mailboxes/consented", given)
        assert (refused.status_code, refused.json()["code"]) == (400, "no_consent")


async def test_only_who_manages_inboxes_asks_for_consent(signed_in: SignedIn, world: World) -> None:
    for agent in (world.chandra, world.ana):
        caller: Browser = await signed_in(agent)
        assert (await caller.post("/mailboxes/consent", WANTED)).status_code == 403
        given = WANTED | {"code": "x", "verifier": oauth.new_verifier()}
        assert (await caller.post("/mailboxes/consented", given)).status_code == 403
