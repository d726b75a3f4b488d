"""Signing in and out."""

from __future__ import annotations

import httpx
import pytest
from litestar import Litestar

from esmero.kit.clock import DAY, HOUR
from esmero.web.edges import make_edges, make_worker_edges
from esmero.web.limits import Limits
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.world import PASSWORD, World


def code(answer: httpx.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    return str(answer.json()["code"])


async def test_nobody_is_signed_in_at_first(stranger: Browser) -> None:
    assert (await stranger.get("/session")).json() == {
        "csrf": None,
        "me": None,
        "setup": False,
        "mails": False,
        "links": False,
    }
    answer = await stranger.get("/snapshot")
    assert (answer.status_code, code(answer)) == (401, "not_signed_in")


async def test_the_right_password_signs_in(stranger: Browser, world: World) -> None:
    answer = await stranger.sign_in(world.ana)
    assert answer.status_code == 201
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("esmero=session_")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert answer.json()["me"]["name"] == "Ana"
    assert (await stranger.get("/session")).json() == answer.json()


async def test_a_wrong_password_and_an_unknown_address_are_answered_alike(stranger: Browser, world: World) -> None:
    wrong = await stranger.sign_in(world.ana, "not her password")
    unknown = await stranger.post("/session", {"email": "nobody@desk.example", "password": PASSWORD})
    assert (wrong.status_code, code(wrong)) == (401, "wrong_password")
    assert wrong.json() == unknown.json()


async def test_a_disabled_agent_is_signed_out_at_once_and_stays_out(signed_in: SignedIn, world: World) -> None:
    ana, ilona = await signed_in(world.ana), await signed_in(world.ilona)
    assert (await ilona.patch(f"/agents/{world.ana.id}", {"disabled": True})).status_code == 200
    assert (await ana.get("/snapshot")).status_code == 401
    assert code(await ana.sign_in(world.ana)) == "wrong_password"


async def test_after_ten_wrong_passwords_one_waits(stranger: Browser, world: World) -> None:
    for _ in range(10):
        assert code(await stranger.sign_in(world.ana, "wrong wrong wrong")) == "wrong_password"
    answer = await stranger.sign_in(world.ana)
    assert (answer.status_code, code(answer)) == (429, "too_many")
    assert 1 <= int(answer.headers["retry-after"]) <= 60


async def test_guessing_at_one_account_does_not_shut_out_its_owner_elsewhere(
    site: Litestar, stranger: Browser, world: World
) -> None:
    codes = [code(await stranger.sign_in(world.bela, "wrong wrong wrong")) for _ in range(11)]
    assert codes[-1] == "too_many"
    assert (await stranger.sign_in(world.ana)).status_code == 201
    async with Browser(site, address="192.0.2.8") as elsewhere:
        assert (await elsewhere.sign_in(world.bela)).status_code == 201


async def test_from_one_address_only_so_many_accounts_are_guessed_at(world: World) -> None:
    site = make_edges(world.desk, limits=Limits(lambda: 0.0)).site
    async with Browser(site) as office, Browser(site, address="192.0.2.8") as elsewhere:
        for _ in range(60):  # on Monday morning a whole office signs in, which is no guessing
            assert (await office.sign_in(world.ana)).status_code == 201
        guesses = [{"email": f"agent{number}@desk.example", "password": PASSWORD} for number in range(51)]
        codes = [code(await office.post("/session", guess)) for guess in guesses]
        assert codes == ["wrong_password"] * 50 + ["too_many"]
        assert (await elsewhere.sign_in(world.ana)).status_code == 201


async def test_at_one_account_only_so_often_is_guessed_from_everywhere(world: World) -> None:
    site = make_edges(world.desk, limits=Limits(lambda: 0.0)).site
    codes = []
    for number in range(201):
        async with Browser(site, address=f"192.0.2.{number}") as guesser:
            codes.append(code(await guesser.sign_in(world.ana, "wrong wrong wrong")))
    assert codes == ["wrong_password"] * 200 + ["too_many"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/links/reset_guess", None),
        ("POST", "/links/reset_guess", {"password": PASSWORD}),
        ("POST", "/setup", {"token": "guess", "name": "Eve", "email": "eve@x.example", "password": PASSWORD}),
    ],
)
async def test_links_are_guessed_only_so_often(world: World, method: str, path: str, body: object) -> None:
    async with Browser(make_edges(world.desk, limits=Limits(lambda: 0.0)).site) as guesser:
        answers = [await (guesser.send(method, path, body) if body else guesser.get(path)) for _ in range(21)]
    assert [code(answer) for answer in answers] == ["not_found"] * 20 + ["too_many"]


async def test_signing_out_ends_the_session(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    before = ana.http.cookies["esmero"]
    answer = await ana.delete("/session")
    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["set-cookie"]
    ana.http.cookies.set("esmero", before)
    assert (await ana.get("/snapshot")).status_code == 401


async def test_a_call_without_the_csrf_token_is_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for token in ("", "guessed"):
        answer = await ana.patch("/me", {"theme": "dark"}, x_csrf_token=token)
        assert (answer.status_code, code(answer)) == (403, "csrf")
    assert (await ana.get("/session")).json()["me"]["theme"] == "system"


async def test_a_call_from_another_site_is_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    foreign = {"origin": "https://evil.example"}, {"origin": "http://desk.example:81"}, {"sec_fetch_site": "cross-site"}
    for headers in foreign:
        answer = await ana.patch("/me", {"theme": "dark"}, **headers)
        assert (answer.status_code, code(answer)) == (403, "foreign_origin")


async def test_even_signing_in_is_refused_from_another_site(stranger: Browser, world: World) -> None:
    answer = await stranger.post(
        "/session", {"email": world.ana.email, "password": PASSWORD}, origin="https://evil.example"
    )
    assert code(answer) == "foreign_origin"
    assert not stranger.http.cookies


async def test_the_token_of_one_session_is_worthless_in_another(signed_in: SignedIn, world: World) -> None:
    ana, bela = await signed_in(world.ana), await signed_in(world.bela)
    assert ana.csrf is not None
    assert code(await bela.patch("/me", {"theme": "dark"}, x_csrf_token=ana.csrf)) == "csrf"


async def test_one_sees_where_one_is_signed_in_and_ends_it_there(signed_in: SignedIn, world: World) -> None:
    here, there = await signed_in(world.ana), await signed_in(world.ana)
    places = (await here.get("/sessions")).json()["items"]
    assert sorted(place["current"] for place in places) == [False, True]
    assert all(place["address"] == "192.0.2.7" for place in places)
    other = next(place["id"] for place in places if not place["current"])
    assert (await here.delete(f"/sessions/{other}")).status_code == 204
    assert (await there.get("/snapshot")).status_code == 401
    assert (await here.get("/snapshot")).status_code == 200


async def test_nobody_ends_a_colleagues_session(signed_in: SignedIn, world: World) -> None:
    ana, eve = await signed_in(world.ana), await signed_in(world.eve)
    theirs = (await ana.get("/sessions")).json()["items"][0]["id"]
    assert code(await eve.delete(f"/sessions/{theirs}")) == "not_found"
    assert (await ana.get("/snapshot")).status_code == 200


async def test_signing_out_everywhere_else_keeps_this_browser(signed_in: SignedIn, world: World) -> None:
    here, there = await signed_in(world.ana), await signed_in(world.ana)
    assert (await here.delete("/sessions")).status_code == 204
    assert (await there.get("/snapshot")).status_code == 401
    assert (await here.get("/snapshot")).status_code == 200


async def test_a_session_that_nobody_uses_ends(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    idle = world.desk.settings.session_idle_hours * HOUR
    world.clock.skip(idle - HOUR)
    assert (await ana.get("/snapshot")).status_code == 200
    world.clock.skip(idle - HOUR)
    assert (await ana.get("/snapshot")).status_code == 200  # the look before counted as use
    world.clock.skip(idle + HOUR)
    assert (await ana.get("/snapshot")).status_code == 401


async def test_a_session_ends_some_day_even_if_it_is_used(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for _ in range(world.desk.settings.session_days - 1):
        world.clock.skip(DAY)
        assert (await ana.get("/session")).json()["me"] is not None
    world.clock.skip(DAY)
    assert (await ana.get("/session")).json()["me"] is None


async def test_a_stolen_database_holds_no_token(signed_in: SignedIn, world: World, tmp_path: object) -> None:
    ana = await signed_in(world.ana)
    token = ana.http.cookies["esmero"]
    for path in world.desk.settings.data.rglob("*"):
        if path.is_file():
            assert token.encode() not in path.read_bytes()


async def test_changing_the_password_ends_all_other_sessions(signed_in: SignedIn, world: World) -> None:
    here, there = await signed_in(world.ana), await signed_in(world.ana)
    wrong = await here.put("/me/password", {"current": "not it, not it", "new": "a fine new password"})
    assert (wrong.status_code, wrong.json()["fields"]) == (400, {"current": "wrong"})
    assert (await here.put("/me/password", {"current": PASSWORD, "new": "a fine new password"})).status_code == 204
    assert (await there.get("/snapshot")).status_code == 401
    assert (await here.get("/snapshot")).status_code == 200
    assert code(await there.sign_in(world.ana)) == "wrong_password"
    assert (await there.sign_in(world.ana, "a fine new password")).status_code == 201


async def test_easily_guessed_passwords_are_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for easy in ("short", "ana@desk.example", "aaaaaaaaaaaaaa", "x" * 201):
        answer = await ana.put("/me/password", {"current": PASSWORD, "new": easy})
        assert answer.status_code == 400, easy
        assert "password" in answer.json()["fields"]


async def test_who_calls_without_pause_is_slowed_down(world: World) -> None:
    hurry = Limits(lambda: 0.0)  # a clock that stands still refills nothing
    async with Browser(make_edges(world.desk, limits=hurry).site) as browser:
        codes = [(await browser.get("/session")).status_code for _ in range(301)]
        assert codes == [200] * 300 + [429]
        answer = await browser.get("/session")
        assert code(answer) == "too_many"
        assert int(answer.headers["retry-after"]) >= 1
    async with Browser(make_edges(world.desk, limits=hurry).site, address="192.0.2.8") as neighbour:
        assert (await neighbour.get("/session")).status_code == 200


async def test_a_worker_shows_that_it_lives_and_nothing_else(world: World) -> None:
    async with Browser(make_worker_edges(world.desk).site) as browser:
        assert (await browser.http.get("/health")).status_code == 200
        assert (await browser.http.get("/ready")).json()["ready"] is True
        for path in ("/console", "/api/v1/session", "/widget.js", "/api/openapi.json"):
            assert code(await browser.http.get(path)) == "not_found"
