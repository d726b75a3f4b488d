"""How people come to the desk, and how they leave: set-up, invitations, resets, roles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.app import Desk, open_desk
from esmero.kit.clock import HOUR, MovableClock
from esmero.settings import Settings
from esmero.web.edges import make_edges
from esmero.web.signing_in import set_up_link
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import NOON, PASSWORD, World

FIRST = {"name": "Ilona", "email": "Ilona@Desk.Example", "password": PASSWORD, "language": "hu"}


@pytest.fixture
async def fresh(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk on its very first day."""
    desk = await open_desk(Settings(data=tmp_path), MovableClock(NOON))
    yield desk
    await desk.stop()


def token_in(link: str | None) -> str:
    assert link is not None
    return link.partition("#")[2]


async def test_the_printed_link_makes_the_first_administrator_once(fresh: Desk) -> None:
    token = token_in(await set_up_link(fresh))
    async with Browser(make_edges(fresh).site) as browser:
        assert (await browser.get("/session")).json()["setup"] is True
        assert (await browser.get(f"/links/{token}")).json()["purpose"] == "setup"
        made = await browser.post("/setup", {"token": token, **FIRST})
        assert made.status_code == 201
        assert made.json()["me"]["role"] == "administrator"
        assert made.json()["me"]["email"] == "ilona@desk.example"
        assert (await browser.get("/session")).json()["setup"] is False
        browser.note(made)
        again = await browser.post("/setup", {"token": token, **FIRST, "email": "second@desk.example"})
        assert (again.status_code, code(again)) == (404, "not_found")
    assert await set_up_link(fresh) is None


async def test_each_start_makes_the_link_before_it_worthless(fresh: Desk) -> None:
    before = token_in(await set_up_link(fresh))
    now = token_in(await set_up_link(fresh))
    async with Browser(make_edges(fresh).site) as browser:
        assert (await browser.post("/setup", {"token": before, **FIRST})).status_code == 404
        assert (await browser.post("/setup", {"token": now, **FIRST})).status_code == 201


async def test_a_guessed_set_up_link_is_worth_nothing(fresh: Desk) -> None:
    await set_up_link(fresh)
    async with Browser(make_edges(fresh).site) as browser:
        assert (await browser.post("/setup", {"token": "setup_guess", **FIRST})).status_code == 404


async def test_an_invitation_brings_somebody_in(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona = await signed_in(world.ilona)
    wanted = {"email": " Ferenc@desk.example ", "role": "agent", "teams": [world.support.id], "name": "Ferenc"}
    invited = await ilona.post("/invitations", wanted)
    assert invited.status_code == 201
    link = invited.json()["link"]
    assert "/console/join#invitation_" in link
    waiting = (await ilona.get("/invitations")).json()["items"]
    assert [(one["email"], one["teams"]) for one in waiting] == [("ferenc@desk.example", [world.support.id])]
    assert (await stranger.get(f"/links/{token_in(link)}")).json()["email"] == "ferenc@desk.example"

    joined = await stranger.post(f"/links/{token_in(link)}", {"name": "Ferenc Kis", "password": "a fine new password"})
    assert joined.status_code == 201
    assert joined.json()["me"]["name"] == "Ferenc Kis"
    assert joined.json()["me"]["inboxes"] == [world.shop.id]
    assert (await ilona.get("/invitations")).json()["items"] == []
    stranger.note(joined)
    again = await stranger.post(f"/links/{token_in(link)}", {"password": "a fine new password"})
    assert (again.status_code, code(again)) == (404, "not_found")


async def test_who_was_only_invited_is_nobody_yet(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona = await signed_in(world.ilona)
    number = (await ilona.post("/invitations", {"email": "ferenc@desk.example"})).json()["id"]
    assert number not in [one["id"] for one in (await ilona.get("/agents")).json()["items"]]
    assert (await ilona.patch(f"/agents/{number}", {"role": "administrator"})).status_code == 404
    answer = await stranger.post("/session", {"email": "ferenc@desk.example", "password": ""})
    assert code(answer) == "wrong_password"


async def test_inviting_again_makes_a_new_link_and_withdrawing_ends_it(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    ilona = await signed_in(world.ilona)
    first = (await ilona.post("/invitations", {"email": "ferenc@desk.example"})).json()
    second = (await ilona.post("/invitations", {"email": "ferenc@desk.example", "role": "supervisor"})).json()
    assert first["id"] == second["id"]
    assert (await stranger.get(f"/links/{token_in(first['link'])}")).status_code == 404
    assert (await stranger.get(f"/links/{token_in(second['link'])}")).status_code == 200
    assert (await ilona.delete(f"/invitations/{second['id']}")).status_code == 204
    assert (await stranger.get(f"/links/{token_in(second['link'])}")).status_code == 404
    assert (await ilona.delete(f"/invitations/{second['id']}")).status_code == 404


async def test_somebody_who_has_joined_is_not_invited(signed_in: SignedIn, world: World) -> None:
    answer = await (await signed_in(world.ilona)).post("/invitations", {"email": "ANA@desk.example"})
    assert (answer.status_code, answer.json()["fields"]) == (409, {"email": "taken"})


async def test_a_link_expires(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    link = (await (await signed_in(world.ilona)).post("/invitations", {"email": "ferenc@desk.example"})).json()["link"]
    world.clock.skip(world.desk.settings.link_hours * HOUR - 1)
    assert (await stranger.get(f"/links/{token_in(link)}")).status_code == 200
    world.clock.skip(1)
    assert (await stranger.get(f"/links/{token_in(link)}")).status_code == 404


async def test_a_reset_link_sets_a_password_and_ends_all_sessions(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    ana, ilona = await signed_in(world.ana), await signed_in(world.ilona)
    link = (await ilona.post(f"/agents/{world.ana.id}/reset")).json()["link"]
    assert "/console/reset#reset_" in link
    assert (await ana.get("/snapshot")).status_code == 200
    used = await stranger.post(f"/links/{token_in(link)}", {"password": "a fine new password", "name": "Not Ana"})
    assert used.json()["me"]["name"] == "Ana"
    assert (await ana.get("/snapshot")).status_code == 401
    assert (await ana.sign_in(world.ana)).status_code == 401
    assert (await ana.sign_in(world.ana, "a fine new password")).status_code == 201


async def test_a_reset_link_is_worthless_once_its_owner_has_set_a_password(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    ana, bela, ilona = await signed_in(world.ana), await signed_in(world.bela), await signed_in(world.ilona)
    link, other = [(await ilona.post(f"/agents/{one.id}/reset")).json()["link"] for one in (world.ana, world.bela)]
    changed = await ana.put("/me/password", {"current": PASSWORD, "new": "a password of her own"})
    assert changed.status_code == 204
    assert (await stranger.get(f"/links/{token_in(link)}")).status_code == 404
    used = await stranger.post(f"/links/{token_in(link)}", {"password": "somebody else's password"})
    assert used.status_code == 404
    assert (await stranger.get(f"/links/{token_in(other)}")).status_code == 200
    assert (await ana.sign_in(world.ana, "a password of her own")).status_code == 201
    assert (await bela.get("/snapshot")).status_code == 200


async def test_the_reset_link_of_somebody_disabled_is_worthless(
    signed_in: SignedIn, stranger: Browser, world: World
) -> None:
    ilona = await signed_in(world.ilona)
    link = (await ilona.post(f"/agents/{world.ana.id}/reset")).json()["link"]
    await ilona.patch(f"/agents/{world.ana.id}", {"disabled": True})
    assert (await stranger.post(f"/links/{token_in(link)}", {"password": "a fine new password"})).status_code == 404
    assert (await ilona.post(f"/agents/{world.ana.id}/reset")).status_code == 409


@pytest.mark.parametrize("change", [{"role": "agent"}, {"disabled": True}])
async def test_the_last_administrator_stays_one(signed_in: SignedIn, world: World, change: dict[str, object]) -> None:
    ilona = await signed_in(world.ilona)
    answer = await ilona.patch(f"/agents/{world.ilona.id}", change)
    assert (answer.status_code, code(answer)) == (409, "last_administrator")
    assert (await ilona.patch(f"/agents/{world.chandra.id}", {"role": "administrator"})).status_code == 200
    assert (await ilona.patch(f"/agents/{world.ilona.id}", change)).status_code == 200


async def test_an_invited_administrator_does_not_count_as_one(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    await ilona.post("/invitations", {"email": "second@desk.example", "role": "administrator"})
    assert (await ilona.patch(f"/agents/{world.ilona.id}", {"role": "agent"})).status_code == 409


async def test_a_lost_role_is_lost_at_once(signed_in: SignedIn, world: World) -> None:
    ilona, chandra = await signed_in(world.ilona), await signed_in(world.chandra)
    assert (await chandra.post("/labels", {"name": "Refund"})).status_code == 201
    await ilona.patch(f"/agents/{world.chandra.id}", {"role": "agent"})
    assert (await chandra.post("/labels", {"name": "Praise"})).status_code == 403


async def test_a_program_uses_its_token(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona = await signed_in(world.ilona)
    made = (await ilona.post("/tokens", {"name": "Night shift", "role": "agent"})).json()
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    bearer = {"authorization": f"Bearer {made['token']}", "origin": ""}
    message = {"id": "from-a-program-01", "kind": "note", "text": "Seen by the night shift"}
    kept = await stranger.post(f"/conversations/{talk.conversation_id}/messages", message, **bearer)
    assert kept.status_code == 201
    opened = (await stranger.get(f"/conversations/{talk.conversation_id}", **bearer)).json()
    assert opened["events"][-1]["by"] == {"kind": "program", "id": made["id"]}
    assert (await stranger.post("/teams", {"name": "Mine"}, **bearer)).status_code == 403
    assert (await stranger.patch("/me", {"name": "Mine"}, **bearer)).status_code == 403
    listed = (await ilona.get("/tokens")).json()["items"]
    assert "token" not in listed[0]
    assert (await ilona.delete(f"/tokens/{made['id']}")).status_code == 204
    answer = await stranger.get("/snapshot", **bearer)
    assert (answer.status_code, code(answer)) == (401, "not_signed_in")


async def test_a_token_is_worth_what_its_maker_is(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona = await signed_in(world.ilona)
    await ilona.patch(f"/agents/{world.chandra.id}", {"role": "administrator"})
    chandra = await signed_in(world.chandra)
    made = (await chandra.post("/tokens", {"name": "Everything", "role": "administrator"})).json()
    bearer = {"authorization": f"Bearer {made['token']}"}
    assert (await stranger.get("/tokens", **bearer)).status_code == 200
    assert (await stranger.post("/tokens", {"name": "More"}, **bearer)).status_code == 403
    await ilona.patch(f"/agents/{world.chandra.id}", {"role": "agent"})
    assert (await stranger.get("/tokens", **bearer)).status_code == 403
    assert (await stranger.get("/snapshot", **bearer)).json()["me"]["inboxes"] == [world.shop.id]
    await ilona.patch(f"/agents/{world.chandra.id}", {"disabled": True})
    assert (await stranger.get("/snapshot", **bearer)).status_code == 401


async def test_one_chooses_ones_own_look_and_language(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    wanted = {
        "name": "  Ana\u202e María ",
        "language": "es",
        "theme": "dark",
        "availability": "away",
        "notify": {"messages": "mine", "sound": False, "desktop": True},
    }
    me = (await ana.patch("/me", wanted)).json()
    assert me["name"] == "Ana María"
    assert {name: me[name] for name in wanted if name != "name"} == {k: v for k, v in wanted.items() if k != "name"}
    assert (await ana.get("/session")).json()["me"] == me
    assert (await ana.patch("/me", {"name": " \u200e "})).json()["fields"] == {"name": "empty"}
    assert (await ana.patch("/me", {"role": "administrator"})).status_code == 400


async def test_one_signs_as_one_likes(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    assert (await ana.get("/session")).json()["me"]["signature"] == ""
    me = (await ana.patch("/me", {"signature": "\n\u202eAna\r\nLamps and light \n"})).json()
    assert me["signature"] == "Ana\nLamps and light"
    assert (await ana.get("/session")).json()["me"] == me
    assert (await ana.patch("/me", {"name": "Ana María"})).json()["signature"] == "Ana\nLamps and light"
    assert (await ana.patch("/me", {"signature": "a" * 2_000})).status_code == 200
    assert (await ana.patch("/me", {"signature": "a" * 2_001})).status_code == 400
    assert (await ana.patch("/me", {"signature": ""})).json()["signature"] == ""


async def test_nobody_signs_for_somebody_else(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona, eve = await signed_in(world.ilona), await signed_in(world.eve)
    assert (await ilona.patch(f"/agents/{world.ana.id}", {"signature": "Ana"})).status_code == 400
    assert (await eve.patch(f"/agents/{world.ana.id}", {"signature": "Ana"})).status_code in {400, 403}
    assert (await stranger.patch("/me", {"signature": "Ana"})).status_code == 401
    token = (await ilona.post("/tokens", {"name": "Everything", "role": "administrator"})).json()["token"]
    assert (await stranger.patch("/me", {"signature": "x"}, authorization=f"Bearer {token}")).status_code == 403
