"""Conversations over the API: lists, one of them, writing, handling."""

from __future__ import annotations

import pytest

from esmero.desk import rebuild
from esmero.kit.clock import DAY
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World


def client_id(number: int) -> str:
    return f"a-message-of-ana-{number:04}"


async def test_the_console_starts_from_one_snapshot(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    snapshot = (await (await signed_in(world.ana)).get("/snapshot")).json()
    assert snapshot["position"] >= talk.event_id
    assert [agent["name"] for agent in snapshot["agents"]] == ["Ana", "Béla", "Chandra", "Dorka", "Eve", "Ilona"] or (
        {agent["name"] for agent in snapshot["agents"]} == {"Ana", "Béla", "Chandra", "Dorka", "Eve", "Ilona"}
    )
    assert [inbox["name"] for inbox in snapshot["inboxes"]] == ["Shop"]
    assert snapshot["counts"]["unassigned"] == 1
    assert snapshot["presence"][str(world.ana.id)] == "offline"
    assert snapshot["limits"] == {
        "text": 50_000,
        "replies": {"chat": 10_000, "email": 100_000},
        "file": 25_000_000,
        "files": 10,
    }


async def test_who_waits_longest_comes_first(signed_in: SignedIn, world: World) -> None:
    first = await world.hear(world.marta, "Hola")
    second = await world.hear(world.katalin, "Jó napot!")
    third = await world.hear(world.asha, "नमस्ते")
    await world.say(world.bela, first.conversation_id, "Buenos días, ¿en qué le ayudo?")
    ana = await signed_in(world.ana)
    waiting = (await ana.get("/conversations?status=open")).json()["items"]
    assert [one["id"] for one in waiting] == [
        second.conversation_id,
        third.conversation_id,
        first.conversation_id,
    ]
    newest = (await ana.get("/conversations?status=open&sort=newest")).json()["items"]
    assert [one["id"] for one in newest] == [first.conversation_id, third.conversation_id, second.conversation_id]


async def test_a_conversation_opens_with_its_events_and_its_customer(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    await world.say(world.bela, talk.conversation_id, "Look in the blue box", note=True)
    opened = (await (await signed_in(world.ana)).get(f"/conversations/{talk.conversation_id}")).json()
    assert opened["customer"]["name"] == "Marta Ríos"
    assert [(event["type"], event.get("text")) for event in opened["events"]] == [
        ("conversation.opened", None),
        ("message.received", "¿Dónde está mi pedido?"),
        ("note.added", "Look in the blue box"),
    ]
    assert opened["more"] is False
    assert opened["conversation"]["read"] == 0


async def test_a_long_conversation_is_read_in_pieces(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "0")
    for number in range(1, 130):
        await world.hear(world.marta, str(number))
    ana = await signed_in(world.ana)
    path = f"/conversations/{talk.conversation_id}"
    opened = (await ana.get(path)).json()
    assert (len(opened["events"]), opened["more"]) == (100, True)
    older = (await ana.get(f"{path}/events?before={opened['events'][0]['seq']}")).json()["items"]
    assert [event["seq"] for event in older + opened["events"]] == list(range(1, 132))
    newer = (await ana.get(f"{path}/events?after=129&limit=1")).json()["items"]
    assert [event["seq"] for event in newer] == [130]


async def test_a_reply_that_is_sent_twice_is_one_message(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    ana = await signed_in(world.ana)
    message = {"id": client_id(1), "kind": "reply", "text": "Ahora mismo lo miro.", "seen": talk.seq}
    first = await ana.post(f"/conversations/{talk.conversation_id}/messages", message)
    assert first.status_code == 201
    again = await ana.post(f"/conversations/{talk.conversation_id}/messages", message)
    assert again.json() == first.json()
    opened = (await ana.get(f"/conversations/{talk.conversation_id}")).json()
    assert [event["type"] for event in opened["events"]].count("message.sent") == 1
    assert opened["conversation"]["assignee"] == world.ana.id


async def test_a_reply_waits_until_its_writer_saw_the_newest_message(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    newer = await world.hear(world.marta, "Es el 4711")
    ana = await signed_in(world.ana)
    message = {"id": client_id(1), "kind": "reply", "text": "¿Qué número tiene?", "seen": talk.seq}
    refused = await ana.post(f"/conversations/{talk.conversation_id}/messages", message)
    assert (refused.status_code, code(refused), refused.json()["seq"]) == (409, "newer_message", newer.seq)
    message["seen"] = newer.seq
    assert (await ana.post(f"/conversations/{talk.conversation_id}/messages", message)).status_code == 201


@pytest.mark.parametrize("way", ["close", "pend", "snooze"])
async def test_a_customer_who_has_written_again_is_not_put_away_unseen(
    signed_in: SignedIn, world: World, way: str
) -> None:
    talk = await world.hear(world.marta, "¿Dónde está mi pedido?")
    newer = await world.hear(world.marta, "¡Se quema!")
    ana = await signed_in(world.ana)
    path, more = f"/conversations/{talk.conversation_id}", {"until": world.clock.now() + DAY} if way == "snooze" else {}
    refused = await ana.post(f"{path}/{way}", {"seen": talk.seq} | more)
    assert (refused.status_code, code(refused), refused.json()["seq"]) == (409, "newer_message", newer.seq)
    now = (await ana.get(path)).json()["conversation"]
    assert (now["status"], now["waiting_since"]) == ("open", talk.at)
    wrong = await ana.post(f"{path}/{way}", {"seen": "7"} | more)
    assert (wrong.status_code, list(wrong.json()["fields"])) == (400, ["seen"])
    done = await ana.post(f"{path}/{way}", {"seen": newer.seq} | more)
    assert (done.status_code, done.json()["status"] != "open") == (200, True)


async def test_a_program_that_tells_nothing_of_what_it_saw_is_not_held_up(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    for way, status in (("pend", "pending"), ("close", "closed")):
        answer = await ana.post(f"/conversations/{talk.conversation_id}/{way}")
        assert (answer.status_code, answer.json()["status"]) == (200, status)


async def test_a_reply_where_the_customer_is_no_longer_is_refused_with_where_they_are(
    signed_in: SignedIn, world: World
) -> None:
    first = await world.hear(world.marta, "La lámpara")
    ana = await signed_in(world.ana)
    await ana.post(f"/conversations/{first.conversation_id}/close")
    world.clock.skip(2 * DAY)
    second = await world.hear(world.marta, "El cable")
    ana = await signed_in(world.ana)
    message = {"id": client_id(1), "kind": "reply", "text": "Sobre la lámpara"}
    refused = await ana.post(f"/conversations/{first.conversation_id}/messages", message)
    assert (refused.status_code, code(refused)) == (409, "moved_on")
    assert refused.json()["conversation"] == second.conversation_id
    assert (await ana.post(f"/conversations/{first.conversation_id}/messages", message | {"kind": "note"})).is_success
    refused = await ana.post(f"/conversations/{first.conversation_id}/reopen")
    assert (code(refused), refused.json()["conversation"]) == ("open_elsewhere", second.conversation_id)


async def test_one_id_is_not_two_messages(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana, path = await signed_in(world.ana), f"/conversations/{talk.conversation_id}/messages"
    message = {"id": client_id(1), "kind": "note", "text": "Para nosotros"}
    assert (await ana.post(path, message)).status_code == 201
    refused = await ana.post(path, message | {"kind": "reply"})
    assert (refused.status_code, code(refused), refused.json()["retry"]) == (409, "key_reused", False)


async def test_reply_and_close_is_one_call(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Gracias")
    ana = await signed_in(world.ana)
    message = {"id": client_id(1), "kind": "reply", "text": "A usted.", "close": True}
    await ana.post(f"/conversations/{talk.conversation_id}/messages", message)
    assert (await ana.get(f"/conversations/{talk.conversation_id}")).json()["conversation"]["status"] == "closed"


async def test_a_message_needs_something_to_say(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    path = f"/conversations/{talk.conversation_id}/messages"
    empty = await ana.post(path, {"id": client_id(1), "kind": "reply", "text": " \n\u0000 "})
    assert (empty.status_code, empty.json()["fields"]) == (400, {"text": "empty"})
    long = await ana.post(path, {"id": client_id(2), "kind": "note", "text": "x" * 50_001})
    assert (long.status_code, long.json()["longest"]) == (413, 50_000)


async def test_what_agents_do_is_answered_with_the_line_as_it_is_then(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    path = f"/conversations/{talk.conversation_id}"

    async def then(what: str, body: object = None) -> dict[str, object]:
        answer = await ana.post(f"{path}/{what}", body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    assert (await then("assign", {"agent": world.bela.id}))["assignee"] == world.bela.id
    assert (await then("assign", {"agent": None, "team": world.support.id}))["team"] == world.support.id
    assert (await then("assign", {"agent": world.ana.id}))["team"] == world.support.id
    assert (await then("pend"))["status"] == "pending"
    until = world.clock.now() + 3_600_000
    assert (await then("snooze", {"until": until}))["snoozed_until"] == until
    assert (await then("close"))["status"] == "closed"
    assert (await then("reopen"))["status"] == "open"
    assert (await then("read", {"upto": talk.seq}))["read"] == talk.seq
    assert (await then("unread"))["read"] == 0
    changed = (await ana.patch(path, {"subject": "Pedido 4711", "priority": "high"})).json()
    assert (changed["subject"], changed["priority"]) == ("Pedido 4711", "high")


async def test_a_conversation_goes_to_nobody_who_cannot_see_it(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    answer = await ana.post(f"/conversations/{talk.conversation_id}/assign", {"agent": world.eve.id})
    assert (answer.status_code, answer.json()["fields"]) == (400, {"agent": "no access"})
    answer = await ana.post(f"/conversations/{talk.conversation_id}/move", {"inbox": world.trade.id})
    assert (answer.status_code, answer.json()["fields"]) == (400, {"inbox": "unknown"})


async def test_what_was_moved_out_of_sight_is_answered_as_gone(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana, bela = await signed_in(world.ana), await signed_in(world.bela)
    moved = await bela.post(f"/conversations/{talk.conversation_id}/move", {"inbox": world.trade.id})
    assert moved.json()["inbox"] == world.trade.id
    assert (await ana.get(f"/conversations/{talk.conversation_id}")).status_code == 404
    assert (await bela.get(f"/conversations/{talk.conversation_id}")).status_code == 200


async def test_labels_are_put_on_and_listed_by(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    await world.hear(world.tom, "Hello")
    label = (await (await signed_in(world.chandra)).post("/labels", {"name": "Refund"})).json()["id"]
    ana = await signed_in(world.ana)
    path = f"/conversations/{talk.conversation_id}"
    assert (await ana.patch(path, {"add_labels": [label]})).json()["labels"] == [label]
    listed = (await ana.get(f"/conversations?label={label}")).json()["items"]
    assert [one["id"] for one in listed] == [talk.conversation_id]
    assert (await ana.patch(path, {"remove_labels": [label]})).json()["labels"] == []
    assert (await ana.patch(path, {"add_labels": [999]})).status_code == 400


async def test_a_removed_label_is_neither_shown_nor_listed_by_nor_taken_for_a_later_one(
    signed_in: SignedIn, world: World
) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana, chandra = await signed_in(world.ana), await signed_in(world.chandra)
    path = f"/conversations/{talk.conversation_id}"
    removed = (await chandra.post("/labels", {"name": "Refund"})).json()["id"]
    assert (await ana.patch(path, {"add_labels": [removed]})).json()["labels"] == [removed]
    assert (await chandra.delete(f"/labels/{removed}")).status_code == 204
    later = (await chandra.post("/labels", {"name": "Refund"})).json()["id"]
    assert later != removed
    assert (await ana.get(path)).json()["conversation"]["labels"] == []
    assert (await ana.get("/conversations?list=all")).json()["items"][0]["labels"] == []
    for number in (removed, later):
        assert (await ana.get(f"/conversations?list=all&label={number}")).json()["items"] == []
        assert (await ana.get(f"/conversations?customer=1&label={number}")).json()["items"] == []
    assert [one["id"] for one in (await ana.get("/snapshot")).json()["labels"]] == [later]
    assert (await ana.patch(path, {"add_labels": [removed]})).status_code == 400
    assert (await ana.patch(path, {"add_labels": [later]})).json()["labels"] == [later]
    assert await world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def test_a_customer_is_edited_and_found_by_the_new_name(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    wanted = {"name": "Marta Ríos Gil", "email": "marta@example.org", "address": "formal", "phone": None}
    changed = (await ana.patch(f"/customers/{talk.event.actor.id}", wanted)).json()
    assert {name: changed[name] for name in wanted} == wanted
    assert (await ana.get(f"/customers/{talk.event.actor.id}")).json() == changed
    await world.follow()
    hits = (await ana.get("/search?q=rios gil")).json()["items"]
    assert [(hit["conversation"]["id"], hit["snippet"]) for hit in hits] == [(talk.conversation_id, "Marta Ríos Gil")]


async def test_a_hit_shows_the_words_around_it(signed_in: SignedIn, world: World) -> None:
    text = (
        "Es una historia muy larga que empieza en la tienda, " + "sigue y sigue, " * 10 + "y acaba en un paraguas roto."
    )
    talk = await world.hear(world.marta, text)
    await world.follow()
    hit = (await (await signed_in(world.ana)).get("/search?q=paraguas")).json()["items"][0]
    assert hit["event"] == talk.event_id
    assert hit["snippet"].startswith("…")
    assert "un paraguas roto" in hit["snippet"]
    assert [hit["snippet"][first:last] for first, last in hit["marks"]] == ["paraguas"]


async def test_pages_follow_one_another_without_gap_or_repetition(signed_in: SignedIn, world: World) -> None:
    written = [
        (await world.hear(type(world.marta)(f"Nobody {number}", "en", f"visitor_{number}"), "Hello")).conversation_id
        for number in range(23)
    ]
    ana = await signed_in(world.ana)
    for sort, expected in (("waiting", written), ("newest", written[::-1])):
        seen: list[int] = []
        path = f"/conversations?sort={sort}&limit=5"
        cursor = ""
        while cursor is not None:
            page = (await ana.get(path + (f"&cursor={cursor}" if cursor else ""))).json()
            seen += [one["id"] for one in page["items"]]
            cursor = page["next"]
        assert seen == expected


async def test_a_cursor_of_another_list_is_refused(signed_in: SignedIn, world: World) -> None:
    for customer in (world.marta, world.tom):
        await world.hear(customer, "Hello")
    ana = await signed_in(world.ana)
    cursor = (await ana.get("/conversations?limit=1")).json()["next"]
    for wrong in (cursor + "&sort=newest", "x", "dw", "%00", "a" * 100):
        answer = await ana.get(f"/conversations?cursor={wrong}")
        assert (answer.status_code, code(answer)) == (400, "bad_input"), wrong


async def test_a_change_that_is_partly_wrong_changes_nothing(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    ana = await signed_in(world.ana)
    path = f"/conversations/{talk.conversation_id}"
    before = (await ana.get(path)).json()
    refused = await ana.patch(path, {"subject": "Pedido", "priority": "high", "add_labels": [999]})
    assert (refused.status_code, refused.json()["fields"]) == (400, {"add_labels": "unknown"})
    assert (await ana.get(path)).json() == before
    assert (await ana.patch(path, {"subject": None})).status_code == 400
    assert (await ana.patch(path, {"subject": ""})).json()["subject"] is None
