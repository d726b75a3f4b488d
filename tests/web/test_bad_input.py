"""Input that makes no sense: a clear refusal, never a defect, and nothing changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World

JSON = {"content_type": "application/json"}


BODIES = (
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe{}",
    b'{"name": "\xff"}',
    b'{"name": "\\ud800"}',
    b'{"name": 5}',
    b'{"name": null}',
    b'{"name": ["Refund"]}',
    b'{"name": "Refund", "tint": "plaid"}',
    b'{"name": "Refund", "colour": "red"}',
    b'{"name": "' + b"x" * 501 + b'"}',
    b'{"name": ' + b"[" * 50_000,
    b'{"name": "Refund"} {"name": "Praise"}',
    b'{"name": "\\u0000"}',
    b'{"name": "\\u202e"}',
)


async def test_a_body_that_is_not_what_was_agreed_is_refused(signed_in: SignedIn, world: World) -> None:
    chandra = await signed_in(world.chandra)
    for body in BODIES:
        answer = await chandra.post("/labels", body, **JSON)
        assert (answer.status_code, code(answer)) == (400, "bad_input"), (body[-40:], answer.text)
    assert (await chandra.get("/labels")).json()["items"] == []


async def test_the_wrong_field_is_named(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    answer = await ilona.post("/teams", {"name": "Night", "members": [2, "3"]})
    assert answer.json()["fields"] == {"members[1]": "Expected `int`, got `str`"}
    answer = await ilona.post("/teams", {"name": "Night", "members": [99]})
    assert answer.json()["fields"] == {"members": "unknown"}
    answer = await ilona.post("/teams", {})
    assert answer.status_code == 400


async def test_a_body_of_another_kind_is_refused(signed_in: SignedIn, world: World) -> None:
    chandra = await signed_in(world.chandra)
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = await chandra.post("/labels", b'{"name": "Refund"}', content_type=kind)
        assert (answer.status_code, code(answer)) == (415, "not_json"), kind


@pytest.mark.parametrize("extra", [{}, {"idempotency_key": "a-key-of-the-client"}])
async def test_a_body_that_is_too_large_is_refused(signed_in: SignedIn, world: World, extra: dict[str, str]) -> None:
    chandra = await signed_in(world.chandra)
    answer = await chandra.post("/labels", b'{"name": "' + b"x" * 1_100_000 + b'"}', **JSON, **extra)
    assert (answer.status_code, code(answer)) == (413, "too_long")


STRANGE_PATHS = (
    "/conversations/99999999999999999999999",
    "/conversations/9223372036854775808",
    "/conversations/0",
    "/conversations/-1",
    "/conversations/1.5",
    "/conversations/one",
    "/conversations/%F0%9F%98%80",
    "/conversations/1%00",
    "/customers/99999999999999999999999",
    "/files/99999999999999999999999",
    "/links/%00",
    "/links/" + "x" * 5_000,
    "/nothing/here",
)


async def test_a_number_that_nobody_has_is_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for path in STRANGE_PATHS:
        answer = await ana.get(path)
        assert answer.status_code in (400, 404), (path, answer.text)
        assert code(answer) in ("bad_input", "not_found"), path


STRANGE_QUESTIONS = (
    "status=lost",
    "list=theirs",
    "sort=random",
    "limit=0",
    "limit=201",
    "limit=x",
    "inbox=0",
    "inbox=99999999999999999999999",
    "label=-5",
    "customer=one",
)


async def test_a_question_that_makes_no_sense_is_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for query in STRANGE_QUESTIONS:
        answer = await ana.get(f"/conversations?{query}")
        assert (answer.status_code, code(answer)) == (400, "bad_input"), (query, answer.text)
        assert list(answer.json()["fields"]) == [query.partition("=")[0]]


@pytest.mark.parametrize(
    "q", ["", "%00", '"', "(((", "a AND", "NEAR(", "*", "-", "%ED%A0%80", "x" * 201, "😀", "'; --"]
)
async def test_no_search_is_a_syntax_error(signed_in: SignedIn, world: World, q: str) -> None:
    await world.hear(world.tom, "Hello")
    await world.follow()
    answer = await (await signed_in(world.ana)).get(f"/search?q={q}")
    assert answer.status_code in (200, 400), answer.text


NO_ADDRESSES = ("", "ana", "ana@", "@desk.example", "a b@desk.example", "a@b", "a@b.\u0000c", "a" * 255 + "@b.example")


async def test_what_is_no_mail_address_is_not_invited(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    for email in NO_ADDRESSES:
        answer = await ilona.post("/invitations", {"email": email})
        assert (answer.status_code, list(answer.json()["fields"])) == (400, ["email"]), email


async def test_a_method_that_a_path_does_not_know_is_refused(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    answer = await ana.send("PUT", "/snapshot")
    assert (answer.status_code, code(answer)) == (405, "wrong_method")
    assert "GET" in answer.headers["allow"]


async def test_a_defect_tells_nothing_but_its_reference(
    signed_in: SignedIn, world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ana = await signed_in(world.ana)

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the secret is 4711")

    monkeypatch.setattr("esmero.desk.labels.everyone", broken)
    answer = await ana.get("/labels")
    assert (answer.status_code, code(answer)) == (500, "internal")
    assert "4711" not in answer.text
    assert answer.json()["reference"] in capsys.readouterr().out


async def test_a_cookie_that_we_did_not_make_signs_nobody_in(stranger: Browser) -> None:
    for cookie in ("x", "session_" + "A" * 43, "%ED%A0%80", "\u00fc" * 20, ";;;=", "x" * 4_000):
        answer = await stranger.http.get("/api/v1/snapshot", headers={b"cookie": f"esmero={cookie}".encode()})
        assert (answer.status_code, code(answer)) == (401, "not_signed_in")


async def test_a_token_that_we_did_not_make_signs_nobody_in(stranger: Browser) -> None:
    for shown in ("", " ", "x", "token_" + "A" * 43, "\u00fc", "x" * 8_000):
        answer = await stranger.http.get("/api/v1/snapshot", headers={b"authorization": f"Bearer {shown}".encode()})
        assert (answer.status_code, code(answer)) == (401, "not_signed_in")


async def test_a_program_cannot_be_uploaded(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    for name, head in (("tool.exe", b"MZ\x90\x00"), ("photo.png", b"MZ\x90\x00"), ("run.sh", b"echo hello")):
        answer = await ana.post(f"/files?name={name}", head)
        assert (answer.status_code, code(answer)) == (415, "wrong_type"), name
    assert (await ana.post("/files?name=empty.txt", b"")).status_code == 400
    assert (await ana.post("/files", b"nameless")).status_code == 400
