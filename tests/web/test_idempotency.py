"""The same call with the same key does its work once."""

from __future__ import annotations

import asyncio

from esmero.desk import answers
from esmero.kit.clock import MINUTE
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World

KEY = "a-key-of-the-client"


async def test_a_repeated_call_gets_its_first_answer(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    first = await ilona.post("/labels", {"name": "Refund"}, idempotency_key=KEY)
    again = await ilona.post("/labels", {"name": "Refund"}, idempotency_key=KEY)
    assert (again.status_code, again.json()) == (first.status_code, first.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert len((await ilona.get("/labels")).json()["items"]) == 1


async def test_a_refusal_is_repeated_too(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    first = await ilona.post("/labels", {"name": ""}, idempotency_key=KEY)
    again = await ilona.post("/labels", {"name": ""}, idempotency_key=KEY)
    assert (again.status_code, again.json()) == (400, first.json())
    assert code(again) == "bad_input"


async def test_one_key_is_for_one_call(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    await ilona.post("/labels", {"name": "Refund"}, idempotency_key=KEY)
    for path, body in (("/labels", {"name": "Praise"}), ("/teams", {"name": "Refund"})):
        answer = await ilona.post(path, body, idempotency_key=KEY)
        assert (answer.status_code, code(answer)) == (409, "key_reused")


async def test_keys_of_different_people_are_different_keys(signed_in: SignedIn, world: World) -> None:
    ilona, chandra = await signed_in(world.ilona), await signed_in(world.chandra)
    assert (await ilona.post("/labels", {"name": "Refund"}, idempotency_key=KEY)).status_code == 201
    assert (await chandra.post("/labels", {"name": "Praise"}, idempotency_key=KEY)).status_code == 201


async def test_two_at_the_same_time_do_the_work_once(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    both = await asyncio.gather(*(ilona.post("/tokens", {"name": "Twice"}, idempotency_key=KEY) for _ in range(2)))
    assert sorted(answer.status_code for answer in both) in ([201, 201], [201, 409])
    assert {code(answer) for answer in both if answer.status_code == 409} <= {"key_in_use"}
    assert len((await ilona.get("/tokens")).json()["items"]) == 1


async def test_a_call_that_died_in_the_middle_can_be_made_again_later(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    made = await ilona.post("/labels", {"name": "Refund"}, idempotency_key=KEY)
    assert made.status_code == 201

    def forget_the_answer(tx: object) -> None:
        answers.keep(tx, owner=f"agent:{world.ilona.id}", key=KEY, status=None, body=None)  # type: ignore[arg-type]

    await world.desk.database.write(forget_the_answer)
    body = {"name": "Refund"}
    assert code(await ilona.post("/labels", body, idempotency_key=KEY)) == "key_in_use"
    world.clock.skip(MINUTE + 1)
    assert code(await ilona.post("/labels", body, idempotency_key=KEY)) == "taken"


async def test_a_kept_answer_is_sealed(signed_in: SignedIn, world: World) -> None:
    ilona = await signed_in(world.ilona)
    token = (await ilona.post("/tokens", {"name": "Once"}, idempotency_key=KEY)).json()["token"]
    assert (await ilona.post("/tokens", {"name": "Once"}, idempotency_key=KEY)).json()["token"] == token
    for path in world.desk.settings.data.rglob("*"):
        if path.is_file():
            assert token.encode() not in path.read_bytes()


async def test_a_key_has_a_form(signed_in: SignedIn, stranger: Browser, world: World) -> None:
    ilona = await signed_in(world.ilona)
    for key in ("short", "x" * 65, "with spaces in between"):
        answer = await ilona.post("/labels", {"name": "Refund"}, idempotency_key=key)
        assert (answer.status_code, code(answer)) == (400, "bad_input")
    assert (await ilona.get("/labels")).json()["items"] == []


async def test_a_key_without_rights_does_nothing(stranger: Browser) -> None:
    answer = await stranger.post("/labels", {"name": "Refund"}, idempotency_key=KEY)
    assert (answer.status_code, code(answer)) == (401, "not_signed_in")
