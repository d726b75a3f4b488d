"""The list of senders, by the API."""

from __future__ import annotations

import pytest

from tests.web.conftest import SignedIn
from tests.world import World

pytestmark = pytest.mark.anyio


async def test_a_supervisor_keeps_the_list(world: World, signed_in: SignedIn) -> None:
    chandra = await signed_in(world.chandra)
    inbox = await world.mailbox()
    made = await chandra.post("/senders", {"name": "Spam.Example", "verdict": "block", "inbox": inbox.id})
    assert made.status_code == 201
    assert made.json() | {"at": 0} == {
        "id": 1,
        "name": "@spam.example",
        "verdict": "block",
        "inbox": inbox.id,
        "by": f"agent:{world.chandra.id}",
        "at": 0,
    }
    again = await chandra.post("/senders", {"name": "@spam.example", "verdict": "allow", "inbox": inbox.id})
    assert (again.json()["id"], again.json()["verdict"]) == (1, "allow")
    await chandra.post("/senders", {"name": "@spam.example", "verdict": "block"})
    listed = (await chandra.get("/senders")).json()["items"]
    assert [(one["inbox"], one["verdict"]) for one in listed] == [(None, "block"), (inbox.id, "allow")]
    assert (await chandra.delete("/senders/1")).status_code == 204
    assert (await chandra.delete("/senders/1")).status_code == 404
    assert (await chandra.post("/senders", {"name": "nobody", "verdict": "block"})).json()["fields"]
    assert (await chandra.post("/senders", {"name": "@a.example", "verdict": "block", "inbox": 99})).status_code == 400


@pytest.mark.parametrize("who", ["ana", "dorka", "eve"])
async def test_who_may_not_block_sees_and_changes_nothing(who: str, world: World, signed_in: SignedIn) -> None:
    browser = await signed_in(getattr(world, who))
    talk = await world.hear(world.marta, "Hola")
    calls = [
        await browser.get("/senders"),
        await browser.post("/senders", {"name": "@spam.example", "verdict": "block"}),
        await browser.delete("/senders/1"),
        await browser.post(f"/conversations/{talk.conversation_id}/sender", {"verdict": "block"}),
    ]
    assert [call.status_code for call in calls] == [403] * 4
