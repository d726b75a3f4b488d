"""Who sees and does what. Each case is tried by Eve too, who works here but has no team: she is always refused."""

from __future__ import annotations

from typing import Any

from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World

READS = ("", "/events")
WRITES: tuple[tuple[str, str, Any], ...] = (
    ("POST", "/messages", {"id": "a-message-of-eves", "kind": "reply", "text": "Let me in"}),
    ("POST", "/messages", {"id": "a-note-of-eves--", "kind": "note", "text": "Let me in"}),
    ("POST", "/assign", {"agent": None}),
    ("POST", "/snooze", {"until": 1_900_000_000_000}),
    ("POST", "/pend", None),
    ("POST", "/close", None),
    ("POST", "/reopen", None),
    ("POST", "/move", {"inbox": 1}),
    ("POST", "/read", {"upto": 1}),
    ("POST", "/unread", None),
    ("PATCH", "", {"priority": "urgent"}),
    ("PATCH", "", {"subject": "Mine now"}),
    ("PUT", "/draft", {"kind": "note", "text": "Let me in"}),
    ("DELETE", "/draft", None),
)
ADMINISTRATION: tuple[tuple[str, str, Any], ...] = (
    ("GET", "/invitations", None),
    ("POST", "/invitations", {"email": "friend@desk.example", "role": "administrator"}),
    ("DELETE", "/invitations/1", None),
    ("PATCH", "/agents/2", {"role": "administrator"}),
    ("POST", "/agents/2/reset", None),
    ("POST", "/teams", {"name": "Mine"}),
    ("PATCH", "/teams/1", {"members": [6]}),
    ("DELETE", "/teams/1", None),
    ("POST", "/inboxes", {"name": "Mine"}),
    ("PATCH", "/inboxes/1", {"teams": []}),
    ("DELETE", "/inboxes/1", None),
    ("POST", "/inboxes/1/secret", None),
    ("GET", "/tokens", None),
    ("POST", "/tokens", {"name": "Mine", "role": "agent"}),
    ("DELETE", "/tokens/1", None),
)
SUPERVISION: tuple[tuple[str, str, Any], ...] = (
    ("POST", "/labels", {"name": "Mine"}),
    ("PATCH", "/labels/1", {"name": "Mine"}),
    ("DELETE", "/labels/1", None),
)


async def test_eve_sees_nothing_of_a_conversation(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, eve = await signed_in(world.ana), await signed_in(world.eve)
    for path in READS:
        assert (await ana.get(f"/conversations/{talk.conversation_id}{path}")).status_code == 200
        assert (await eve.get(f"/conversations/{talk.conversation_id}{path}")).status_code == 404
    for query in ("", "?list=unassigned", "?list=mine", f"?inbox={world.shop.id}", f"?customer={talk.event.actor.id}"):
        assert (await eve.get(f"/conversations{query}")).json() == {"items": [], "next": None}
    assert (await eve.get(f"/customers/{talk.event.actor.id}")).status_code == 404


async def test_eve_counts_and_finds_nothing(signed_in: SignedIn, world: World) -> None:
    await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, eve = await signed_in(world.ana), await signed_in(world.eve)
    await world.follow()
    assert (await ana.get("/snapshot")).json()["counts"]["all"] == 1
    assert len((await ana.get("/search?q=pedido")).json()["items"]) == 1
    snapshot = (await eve.get("/snapshot")).json()
    assert snapshot["counts"] == {"mine": 0, "unassigned": 0, "all": 0, "inboxes": {}, "statuses": _NONE}
    assert snapshot["inboxes"] == []
    assert (await eve.get("/search?q=pedido")).json()["items"] == []


_NONE = {"open": 0, "pending": 0, "snoozed": 0}


async def test_eve_changes_nothing_of_a_conversation(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, eve = await signed_in(world.ana), await signed_in(world.eve)
    before = (await ana.get(f"/conversations/{talk.conversation_id}")).json()
    for method, path, body in WRITES:
        answer = await eve.send(method, f"/conversations/{talk.conversation_id}{path}", body)
        assert (answer.status_code, code(answer)) == (404, "not_found"), (method, path)
    assert (await ana.get(f"/conversations/{talk.conversation_id}")).json() == before


async def test_only_administrators_set_up_the_desk(signed_in: SignedIn, world: World) -> None:
    for agent in (world.ana, world.chandra, world.dorka, world.eve):
        browser = await signed_in(agent)
        for method, path, body in ADMINISTRATION:
            answer = await (browser.get(path) if method == "GET" else browser.send(method, path, body))
            assert (answer.status_code, code(answer)) == (403, "forbidden"), (agent.name, method, path)


async def test_agents_do_not_change_labels(signed_in: SignedIn, world: World) -> None:
    for agent in (world.ana, world.dorka, world.eve):
        browser = await signed_in(agent)
        for method, path, body in SUPERVISION:
            answer = await browser.send(method, path, body)
            assert (answer.status_code, code(answer)) == (403, "forbidden"), (agent.name, method, path)


async def test_supervisors_keep_labels(signed_in: SignedIn, world: World) -> None:
    chandra = await signed_in(world.chandra)
    made = await chandra.post("/labels", {"name": "Refund", "tint": "amber"})
    assert made.status_code == 201
    number = made.json()["id"]
    assert code(await chandra.post("/labels", {"name": "Refund"})) == "taken"
    assert (await chandra.patch(f"/labels/{number}", {"tint": "red"})).json()["tint"] == "red"
    assert (await chandra.delete(f"/labels/{number}")).status_code == 204
    assert (await chandra.get("/labels")).json()["items"] == []


async def test_blocking_is_for_supervisors(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.tom, "You will regret this")
    path = f"/customers/{talk.event.actor.id}/block"
    assert (await (await signed_in(world.ana)).post(path)).status_code == 403
    assert (await (await signed_in(world.eve)).post(path)).status_code == 403
    chandra = await signed_in(world.chandra)
    assert (await chandra.post(path)).json()["blocked"] is True
    assert (await chandra.post(f"/customers/{talk.event.actor.id}/unblock")).json()["blocked"] is False


async def test_a_supervisor_cannot_block_whom_they_cannot_see(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.tom, "About my order", inbox=world.trade)
    chandra = await signed_in(world.chandra)
    assert (await chandra.post(f"/customers/{talk.event.actor.id}/block")).status_code == 404


async def test_an_administrator_sees_every_inbox(signed_in: SignedIn, world: World) -> None:
    shop = await world.hear(world.marta, "¿Dónde está mi pedido?")
    trade = await world.hear(world.tom, "About my order", inbox=world.trade)
    ilona = await signed_in(world.ilona)
    listed = (await ilona.get("/conversations?sort=newest")).json()["items"]
    assert [one["id"] for one in listed] == [trade.conversation_id, shop.conversation_id]


async def test_joining_a_team_opens_its_inboxes_and_leaving_closes_them(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ilona, eve = await signed_in(world.ilona), await signed_in(world.eve)
    members = [*world.support.members, world.eve.id]
    assert (await ilona.patch(f"/teams/{world.support.id}", {"members": members})).status_code == 200
    assert (await eve.get(f"/conversations/{talk.conversation_id}")).status_code == 200
    await ilona.patch(f"/teams/{world.support.id}", {"members": list(world.support.members)})
    assert (await eve.get(f"/conversations/{talk.conversation_id}")).status_code == 404


async def test_nobody_finds_the_draft_of_a_colleague(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, bela = await signed_in(world.ana), await signed_in(world.bela)
    path = f"/conversations/{talk.conversation_id}"
    assert (await ana.put(f"{path}/draft", {"kind": "note", "text": "Ask Béla"})).status_code == 200
    assert (await ana.put(f"{path}/draft", {"kind": "reply", "text": "Dear Marta"})).status_code == 200
    assert [one["text"] for one in (await ana.get(path)).json()["drafts"]] == ["Ask Béla", "Dear Marta"]
    assert (await bela.get(path)).json()["drafts"] == []
    assert (await ana.delete(f"{path}/draft?kind=reply")).status_code == 204
    assert [one["text"] for one in (await ana.get(path)).json()["drafts"]] == ["Ask Béla"]
    assert (await ana.delete(f"{path}/draft?kind=all")).status_code == 400
    assert (await ana.delete(f"{path}/draft")).status_code == 204
    assert (await ana.get(path)).json()["drafts"] == []


async def test_a_file_is_for_those_who_see_its_conversation(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, bela, eve = [await signed_in(agent) for agent in (world.ana, world.bela, world.eve)]
    kept = (await ana.post("/files?name=label.txt", b"to: Marta")).json()
    assert kept["type"] == "text/plain" or kept["type"].startswith("application/")
    path = f"/files/{kept['id']}"
    assert [(await one.get(path)).status_code for one in (ana, bela, eve)] == [302, 404, 404]
    message = {"id": "with-a-file-00001", "kind": "note", "text": "", "files": [kept["id"]]}
    assert (await ana.post(f"/conversations/{talk.conversation_id}/messages", message)).status_code == 201
    assert [(await one.get(path)).status_code for one in (ana, bela, eve)] == [302, 302, 404]
    fetched = await ana.http.get((await bela.get(path)).headers["location"])
    assert fetched.content == b"to: Marta"
    assert fetched.headers["content-disposition"].startswith("attachment")


async def test_one_cannot_send_a_colleagues_upload(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana, bela = await signed_in(world.ana), await signed_in(world.bela)
    kept = (await ana.post("/files?name=label.txt", b"to: Marta")).json()
    message = {"id": "with-a-file-00001", "kind": "note", "text": "", "files": [kept["id"]]}
    answer = await bela.post(f"/conversations/{talk.conversation_id}/messages", message)
    assert (answer.status_code, answer.json()["fields"]) == (400, {"files": "unknown"})
