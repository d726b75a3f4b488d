"""An agent begins and forwards over the API."""

from __future__ import annotations

import pytest

from esmero.desk import log, rebuild
from esmero.kit.clock import SECOND
from tests.web.browser import Browser
from tests.web.conftest import SignedIn
from tests.web.test_session import code
from tests.world import World

TOM, LAMPS = {"address": "tom@weller.example", "name": "Tom Weller"}, {"address": "sales@lamps.example"}
NOBODY = "nobody at all"


def client_id(number: int) -> str:
    return f"a-beginning-of-ana-{number:04}"


async def began(browser: Browser, inbox: int, number: int = 1, **more: object) -> dict[str, int]:
    about = {"id": client_id(number), "inbox": inbox, "to": [TOM], "subject": "Your lamp", "text": "It is here."}
    answer = await browser.post("/conversations", about | more)
    assert answer.status_code == 201, answer.text
    kept: dict[str, int] = answer.json()
    return kept


async def test_an_agent_begins_a_conversation(signed_in: SignedIn, world: World) -> None:
    inbox, ana = await world.mailbox(), await signed_in(world.ana)
    kept = await began(ana, inbox.id)
    assert (await began(ana, inbox.id)) == kept
    summary = (await ana.get(f"/conversations/{kept['conversation']}")).json()["conversation"]
    assert (summary["status"], summary["assignee"], summary["subject"]) == ("pending", world.ana.id, "Your lamp")
    assert summary["customer"]["name"] == "Tom Weller"
    assert await world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def test_the_snapshot_says_what_an_inbox_can_do(signed_in: SignedIn, world: World) -> None:
    await world.mailbox()
    inboxes = (await (await signed_in(world.ana)).get("/snapshot")).json()["inboxes"]
    assert {one["channel"]: (one["begins"], one["recipients"], one["senders"]) for one in inboxes} == {
        "chat": (False, False, []),
        "email": (True, True, ["help@shop.example"]),
    }


async def test_the_snapshot_says_in_which_channels_messages_have_recipients(signed_in: SignedIn, world: World) -> None:
    # It is so without any mailbox, too: a chat's customer may be answered by mail from an inbox that one doesn't see.
    assert (await (await signed_in(world.ana)).get("/snapshot")).json()["addressed"] == ["email"]


async def test_who_is_no_member_neither_begins_nor_forwards(signed_in: SignedIn, world: World) -> None:
    inbox, ana, eve = await world.mailbox(), await signed_in(world.ana), await signed_in(world.eve)
    about = {"id": client_id(2), "inbox": inbox.id, "to": [TOM], "text": "Hello"}
    assert (await eve.post("/conversations", about)).status_code == 404
    kept = await began(ana, inbox.id)
    refused = await eve.post(
        f"/conversations/{kept['conversation']}/forwards", {"id": client_id(3), "to": [LAMPS], "text": "Look"}
    )
    assert refused.status_code == 404


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"to": []}, "bad_recipient"),
        ({"to": [{"address": NOBODY}]}, "bad_recipient"),
        ({"cc": [{"address": "a@b@"}]}, "bad_recipient"),
        ({"sender": "boss@shop.example"}, "bad_sender"),
        ({"text": " "}, "bad_input"),
        ({"files": [99]}, "file_gone"),
        ({"colour": "red"}, "bad_input"),
        ({"id": "short"}, "bad_input"),
    ],
)
async def test_a_bad_beginning_is_refused_and_leaves_nothing(
    signed_in: SignedIn, world: World, wrong: dict[str, object], name: str
) -> None:
    inbox, ana = await world.mailbox(), await signed_in(world.ana)
    about = {"id": client_id(4), "inbox": inbox.id, "to": [TOM], "text": "Hello"} | wrong
    before = await world.desk.database.read(log.position)
    answer = await ana.post("/conversations", about)
    assert (answer.status_code, code(answer)) == (400, name), answer.text
    assert await world.desk.database.read(log.position) == before


async def test_in_a_chat_the_customer_begins(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    about = {"id": client_id(5), "inbox": world.shop.id, "to": [TOM], "text": "Hello"}
    assert code(await ana.post("/conversations", about)) == "cant_begin"


async def test_a_chat_is_forwarded_from_a_mailbox(signed_in: SignedIn, world: World) -> None:
    inbox, ana = await world.mailbox(), await signed_in(world.ana)
    talk = await world.hear(world.marta, "Mi lámpara está rota")
    path = f"/conversations/{talk.conversation_id}/forwards"
    about = {"id": client_id(6), "to": [LAMPS], "text": "Can you repair this?", "message": talk.event_id}
    assert code(await ana.post(path, about)) == "cant_forward"
    answer = await ana.post(path, about | {"inbox": inbox.id})
    assert answer.status_code == 201, answer.text
    world.clock.skip(SECOND)
    assert (await ana.post(path, about | {"inbox": inbox.id})).json() == answer.json()
    event = (await ana.get(f"/conversations/{talk.conversation_id}")).json()["events"][-1]
    assert (event["type"], event["public"], event["to"]) == ("forward.queued", False, [["sales@lamps.example", ""]])
    assert (event["data"]["message_seq"], event["data"]["inbox_id"]) == (2, inbox.id)
    recalled = await ana.post(f"/conversations/{talk.conversation_id}/messages/{answer.json()['event']}/recall")
    assert recalled.status_code == 204


async def test_a_reply_to_no_address_has_a_name_of_its_own(signed_in: SignedIn, world: World) -> None:
    inbox, ana = await world.mailbox(), await signed_in(world.ana)
    kept = await began(ana, inbox.id)
    about = {"id": client_id(7), "kind": "reply", "text": "Hello", "cc": [{"address": NOBODY}]}
    answer = await ana.post(f"/conversations/{kept['conversation']}/messages", about)
    assert (answer.status_code, code(answer)) == (400, "bad_recipient")
