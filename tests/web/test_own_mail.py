"""The desk's own mail: its sender, invitations, forgotten passwords, and what became of the mails."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from esmero.desk.agents import Agent
from esmero.flow.deliver import BACK_OFF, LEASE
from esmero.flow.own_mail import OwnMails
from esmero.kit.clock import HOUR, MINUTE
from esmero.settings import Settings
from esmero.web.edges import make_edges
from tests.channels.email.office import Mail, Office, office
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.world import PASSWORD, World, open_world

pytestmark = pytest.mark.anyio

NEW = "another lamp entirely"


def sender(post: Office, **server: Any) -> dict[str, Any]:
    known = {"host": "127.0.0.1", "port": post.port, "security": "none", "sign_in": "none"}
    return {"via": "server", "address": "desk@shop.example", "name": "Farol", "server": known | server}


def worker(world: World, owner: str = "one") -> OwnMails:
    desk = world.desk
    origin = "http://desk.example"
    return OwnMails(desk.database, desk.sealer, desk.own.post, world.clock, origin=origin, owner=owner)


async def set_up(browser: Browser, post: Office, **more: Any) -> None:
    answer = await browser.put("/sender", {"settings": sender(post), **more})
    assert answer.status_code == 200, answer.text


def link_in(mail: Mail) -> str:
    read = message_from_bytes(mail.raw, policy=policy.default)
    body = read.get_body(("plain",))
    assert body is not None
    found = re.search(r"http://\S+#(\S+)", body.get_content())
    assert found is not None
    return found[1]


async def fates(browser: Browser) -> list[tuple[str, str, str]]:
    items = (await browser.get("/sender/mails")).json()["items"]
    return [(one["purpose"], one["state"], one["said"]) for one in items]


async def test_an_invitation_is_mailed_in_the_persons_language_and_its_link_works(
    world: World, signed_in: SignedIn, stranger: Browser
) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        answer = await ilona.post("/invitations", {"email": "dora@desk.example", "name": "Dóra", "language": "hu"})
        assert answer.json()["mailed"] is True
        await worker(world).round()
    (mail,) = post.mails
    assert mail.recipients == ["dora@desk.example"]
    assert answer.json()["link"].endswith(link_in(mail))
    assert "Szia" in message_from_bytes(mail.raw, policy=policy.default).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert (await stranger.post(f"/links/{link_in(mail)}", {"password": NEW, "name": "Dóra"})).status_code == 201
    assert await fates(ilona) == [("invitation", "sent", "")]


async def test_without_a_sender_all_is_as_ever(world: World, signed_in: SignedIn, stranger: Browser) -> None:
    ilona = await signed_in(world.ilona)
    assert (await stranger.get("/session")).json()["mails"] is False
    made = (await ilona.post("/invitations", {"email": "dora@desk.example"})).json()
    assert made["mailed"] is False
    assert "#invitation_" in made["link"]
    assert (await stranger.post("/session/forgotten", {"email": world.ana.email})).status_code == 204
    assert await fates(ilona) == []


async def test_who_forgot_their_password_sets_another_by_a_mailed_link_once_and_for_an_hour(
    world: World, signed_in: SignedIn, stranger: Browser
) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        assert (await stranger.get("/session")).json()["mails"] is True
        for _ in range(2):
            assert (await stranger.post("/session/forgotten", {"email": " ANA@desk.example "})).status_code == 204
        await worker(world).round()
    first, second = (link_in(mail) for mail in post.mails)
    entered = await stranger.post(f"/links/{first}", {"password": NEW})
    assert entered.status_code == 201
    stranger.note(entered)
    for used in (first, second):  # who has got in has no need of the other one
        assert (await stranger.post(f"/links/{used}", {"password": NEW})).status_code == 404
    assert (await stranger.sign_in(world.ana, NEW)).status_code == 201


async def test_a_mailed_link_ends_after_an_hour(world: World, signed_in: SignedIn, stranger: Browser) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        await stranger.post("/session/forgotten", {"email": world.ana.email})
        await worker(world).round()
    world.clock.skip(HOUR)
    assert (await stranger.post(f"/links/{link_in(post.mails[0])}", {"password": NEW})).status_code == 404


async def test_nobody_learns_which_addresses_have_an_account(
    world: World, signed_in: SignedIn, stranger: Browser
) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        invited = await ilona.post("/invitations", {"email": "dora@desk.example"})
        await ilona.patch(f"/agents/{world.eve.id}", {"disabled": True})
        asked = [world.ana.email, "nobody@desk.example", "dora@desk.example", world.eve.email]
        answers = [await stranger.post("/session/forgotten", {"email": one}) for one in asked]
        rows = await fates(ilona)
        assert len({(one.status_code, one.content) for one in answers}) == 1
        assert [purpose for purpose, *_ in rows].count("reset") == len(asked)
        await worker(world).round()
    assert invited.json()["mailed"]
    assert sorted(to for mail in post.mails for to in mail.recipients) == [world.ana.email, "dora@desk.example"]
    # The one to whom nothing could go has left no trace, and what was an invitation is no reset.
    assert sorted(await fates(ilona)) == [("invitation", "sent", ""), ("reset", "sent", "")]


async def test_one_address_is_mailed_a_few_links_an_hour(world: World, signed_in: SignedIn, stranger: Browser) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        for _ in range(6):
            assert (await stranger.post("/session/forgotten", {"email": world.ana.email})).status_code == 204
        await worker(world).round()
        assert len(post.mails) == 3
        world.clock.skip(HOUR)
        await stranger.post("/session/forgotten", {"email": world.ana.email})
        await worker(world).round()
    assert len(post.mails) == 4


async def test_who_asks_too_often_is_slowed_down(world: World, signed_in: SignedIn, stranger: Browser) -> None:
    codes = [(await stranger.post("/session/forgotten", {"email": f"{n}@x.example"})).status_code for n in range(25)]
    assert codes[:20] == [204] * 20
    assert 429 in codes


async def test_a_strangers_wish_spoils_no_link_of_an_administrators(
    world: World, signed_in: SignedIn, stranger: Browser
) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        given = (await ilona.post(f"/agents/{world.ana.id}/reset")).json()["link"].partition("#")[2]
        await stranger.post("/session/forgotten", {"email": world.ana.email})
        await worker(world).round()
    assert (await stranger.post(f"/links/{given}", {"password": NEW})).status_code == 201


async def test_a_server_that_is_away_is_asked_again_until_it_takes_the_mail(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office({"rcpt": "450 4.7.1 Come back"}) as post:
        await set_up(ilona, post)
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        await worker(world).round()
        assert [state for _, state, _ in await fates(ilona)] == ["waiting"]
        assert await worker(world).round() == 0
        post.turns.clear()
        world.clock.skip(BACK_OFF[0])
        await worker(world, "another process").round()
    assert len(post.mails) == 1
    assert await fates(ilona) == [("invitation", "sent", "")]


async def test_what_is_refused_for_good_is_shown_to_administrators(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office({"rcpt": "550 5.1.1 Nobody here"}) as post:
        await set_up(ilona, post)
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        await worker(world).round()
    ((_, state, reason),) = await fates(ilona)
    assert state == "failed"
    assert "550 5.1.1 Nobody here" in reason


@pytest.mark.parametrize("turn", ["drop", "noise"])
async def test_what_may_have_left_is_not_sent_again(turn: str, world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office({"end": turn}) as post:
        await set_up(ilona, post)
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        await worker(world).round()
        world.clock.skip(HOUR)
        assert await worker(world).round() == 0
    assert [state for _, state, _ in await fates(ilona)] == ["unknown"]


async def test_a_worker_that_died_leaves_an_unknown_fate_and_no_second_mail(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        dead = worker(world, "dead")
        await world.desk.database.write(lambda tx: dead._lease(tx, now=world.clock.now()))
        assert await worker(world).round() == 0
        world.clock.skip(LEASE + MINUTE)
        await worker(world).round()
    assert post.mails == []
    assert [state for _, state, _ in await fates(ilona)] == ["unknown"]


async def test_what_is_worth_nothing_any_more_does_not_leave(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post)
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        world.clock.skip(world.desk.settings.link_hours * HOUR)
        await worker(world).round()
    assert post.mails == []
    assert [state for _, state, _ in await fates(ilona)] == ["failed"]


async def test_links_lie_sealed_while_they_wait_and_nowhere_afterwards(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        await set_up(ilona, post, password=PASSWORD)
        made = (await ilona.post("/invitations", {"email": "dora@desk.example"})).json()
        token = made["link"].partition("#")[2].encode()
        await worker(world).round()
        written = b"".join(path.read_bytes() for path in world.desk.settings.data.glob("esmero.sqlite3*"))
        shown = await ilona.get("/sender")
    assert token not in written
    assert PASSWORD.encode() not in written
    assert PASSWORD not in shown.text


async def test_trying_sends_a_mail_to_oneself(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        tried = (await ilona.post("/sender/try", {"settings": sender(post)})).json()
    assert tried["to"] == world.ilona.email
    assert [(step["name"], step["ok"]) for step in tried["steps"]] == [("connect", True), ("send", True)]
    assert [mail.recipients for mail in post.mails] == [[world.ilona.email]]
    assert (await ilona.get("/sender")).json()["settings"]["via"] == "none"


async def test_trying_says_what_is_wrong(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office({"auth": "535 5.7.8 Wrong, said the porter"}) as post:
        body = {"settings": sender(post, sign_in="password", user="desk"), "password": "no"}
        tried = (await ilona.post("/sender/try", body)).json()
    assert tried["steps"][-1]["code"] == "sign_in_refused"
    assert "said the porter" in tried["steps"][-1]["words"]
    async with office({"mail": "550 5.7.1 Not from there"}) as post:
        tried = (await ilona.post("/sender/try", {"settings": sender(post)})).json()
    assert (tried["steps"][-1]["name"], tried["steps"][-1]["code"]) == ("send", "junk")
    assert "Not from there" in tried["steps"][-1]["words"]


async def test_a_kept_password_goes_to_no_other_server(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post, office() as elsewhere:
        settings = sender(post, sign_in="password", user="desk")
        await ilona.put("/sender", {"settings": settings, "password": PASSWORD})
        kept = (await ilona.put("/sender", {"settings": settings | {"name": "Farola"}})).json()
        assert kept["has_secret"] is True
        await ilona.post("/sender/try", {"settings": sender(elsewhere, sign_in="password", user="desk")})
        moved = (await ilona.put("/sender", {"settings": sender(elsewhere, sign_in="password", user="desk")})).json()
    assert moved["has_secret"] is False
    assert PASSWORD not in " ".join(elsewhere.heard)


async def test_it_leaves_through_an_inbox_from_its_address(world: World, signed_in: SignedIn) -> None:
    ilona = await signed_in(world.ilona)
    async with office() as post:
        server = sender(post)["server"]
        inbox = await ilona.post(
            "/inboxes",
            {
                "name": "Mail",
                "channel": "email",
                "settings": {"address": "help@shop.example", "brand": "Farol", "send": server},
            },
        )
        wanted = {"settings": {"via": "inbox", "inbox": inbox.json()["id"]}}
        assert (await ilona.put("/sender", wanted)).status_code == 200
        await ilona.post("/invitations", {"email": "dora@desk.example"})
        await worker(world).round()
    assert post.mails[0].sender == "help@shop.example"
    assert b"From: Farol <help@shop.example>" in post.mails[0].raw


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"via": "inbox"}, "inbox"),
        ({"via": "inbox", "inbox": 1}, "inbox"),
        ({"via": "inbox", "inbox": 999}, "inbox"),
        ({"via": "server", "address": "nobody"}, "address"),
        ({"via": "server", "address": "desk@shop.example"}, "server.host"),
        ({"via": "pigeon"}, "settings"),
    ],
)
async def test_what_can_not_be_used_is_refused_by_field(
    wrong: dict[str, Any], field: str, world: World, signed_in: SignedIn
) -> None:
    ilona = await signed_in(world.ilona)
    answer = await ilona.put("/sender", {"settings": wrong})
    assert answer.status_code == 400
    assert field in answer.json()["fields"]


@pytest.mark.parametrize("who", ["ana", "chandra", "eve"])
async def test_only_administrators_see_and_change_it(who: str, world: World, signed_in: SignedIn) -> None:
    agent: Agent = getattr(world, who)
    browser = await signed_in(agent)
    calls = [
        await browser.get("/sender"),
        await browser.get("/sender/mails"),
        await browser.put("/sender", {"settings": {"via": "none"}}),
        await browser.post("/sender/try", {"settings": {"via": "none"}}),
    ]
    assert [call.status_code for call in calls] == [403] * 4


async def test_the_environment_can_say_whom_it_comes_from(tmp_path: Path) -> None:
    async with office() as post:
        url = f"smtp://desk:quince%20lamp@127.0.0.1:{post.port}?security=none"
        settings = Settings(data=tmp_path, sender_url=url, sender_from="Farol <desk@shop.example>")
        async with open_world(tmp_path, settings=settings) as world, Browser(make_edges(world.desk).site) as ilona:
            await ilona.sign_in(world.ilona)
            shown = (await ilona.get("/sender")).json()
            assert (shown["fixed"], shown["has_secret"]) == (True, True)
            assert "quince" not in str(shown)
            refused = await ilona.put("/sender", {"settings": {"via": "none"}})
            assert refused.json()["code"] == "set_by_operator"
            await ilona.post("/invitations", {"email": "dora@desk.example"})
            await worker(world).round()
    assert b"From: Farol <desk@shop.example>" in post.mails[0].raw
    assert any(line.startswith("AUTH") for line in post.heard)
