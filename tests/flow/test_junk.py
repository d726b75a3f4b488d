"""The list of senders, a relay's verdict, and which of them counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from esmero.contract.events import DESK
from esmero.contract.facts import ConversationJunked
from esmero.contract.messages import Accepted, Inbound, Sender, Source
from esmero.desk import log, senders
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.rebuild import compare, mend
from esmero.desk.senders import Verdict
from esmero.kit.clock import SECOND
from esmero.kit.errors import BadInput, Forbidden, NotFound
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


async def put(world: World, name: str, verdict: Verdict, inbox_id: int = senders.EVERYWHERE) -> None:
    at = world.clock.now()
    await world.desk.database.write(lambda tx: senders.put(tx, name, verdict, inbox_id=inbox_id, by=DESK, at=at))


async def write(world: World, inbox_id: int, sender: str = "sale@spam.example", **more: object) -> Accepted:
    world.clock.skip(SECOND)
    name = f"{world.clock.now()}@mail"
    known = {
        "inbox_id": inbox_id,
        "channel": "email",
        "key": name,
        "sender": Sender(address=sender, email=sender),
        "text": "Buy!",
        "names": (name,),
        "source": Source(name=name, way="imap", size=1, sealed=b"x"),
    }
    return await world.desk.intake(Inbound(**(known | more)))  # type: ignore[arg-type]  # by name


async def state(world: World, accepted: Accepted) -> Conversation:
    found = await world.desk.database.read(lambda session: rows.find(session, accepted.conversation_id))
    assert found is not None
    return found


async def why(world: World, accepted: Accepted) -> tuple[str, str] | None:
    """Why it lies in the junk, and by what."""
    events = await world.desk.database.read(
        lambda session: log.stream_after(session, "conversation", accepted.conversation_id, 0, limit=100)
    )
    junked = [one for one in events if isinstance(one.fact, ConversationJunked)]
    assert bool(junked) == bool((await state(world, accepted)).junk)
    if not junked or not isinstance(junked[-1].fact, ConversationJunked):
        return None
    return junked[-1].fact.why, junked[-1].content.text if junked[-1].content else ""


@pytest.mark.parametrize(
    ("listed", "sender"),
    [
        ("@spam.example", "sale@spam.example"),
        ("spam.example", "sale@news.spam.example"),
        ("SALE@Spam.Example", "sale@spam.example"),
        ("sale@spam.example", "Sale+today@spam.example"),
        ("@bücher.example", "x@xn--bcher-kva.example"),
        ("@xn--bcher-kva.example", "x@BÜCHER.example"),
    ],
)
async def test_mail_of_a_listed_sender_lies_in_the_junk_with_its_reason(listed: str, sender: str, world: World) -> None:
    inbox = await world.mailbox()
    await put(world, listed, "block")
    mail = await write(world, inbox.id, sender)
    found = await why(world, mail)
    assert found is not None
    assert found[0] == "list"
    assert found[1] == senders.clean_name_of(listed)
    assert (await state(world, mail)).status == "closed"


@pytest.mark.parametrize(
    "sender", ["sale@notspam.example", "spam.example@shop.example", "spam@example.example", "sale@spam.example.org"]
)
async def test_others_are_left_alone(sender: str, world: World) -> None:
    inbox = await world.mailbox()
    await put(world, "@spam.example", "block")
    await put(world, "only@shop.example", "block")
    assert await why(world, await write(world, inbox.id, sender)) is None


async def test_the_nearest_entry_counts(world: World) -> None:
    inbox = await world.mailbox()
    await put(world, "@spam.example", "block")
    await put(world, "friend@spam.example", "allow")
    await put(world, "@good.spam.example", "allow")
    assert await why(world, await write(world, inbox.id)) == ("list", "@spam.example")
    assert await why(world, await write(world, inbox.id, "friend@spam.example")) is None
    assert await why(world, await write(world, inbox.id, "x@good.spam.example")) is None
    await put(world, "friend@spam.example", "block", inbox.id)
    assert await why(world, await write(world, inbox.id, "friend@spam.example")) == ("list", "friend@spam.example")


async def test_an_entry_of_an_inbox_counts_there_alone(world: World) -> None:
    inbox = await world.mailbox()
    await put(world, "@spam.example", "block", inbox.id + 1)
    assert await why(world, await write(world, inbox.id)) is None


async def test_the_relays_verdict_counts_unless_the_list_says_never(world: World) -> None:
    inbox = await world.mailbox()
    spam: dict[str, Any] = {"junk": True, "junk_by": "x-spam-flag"}
    assert await why(world, await write(world, inbox.id, **spam)) == ("verdict", "x-spam-flag")
    await put(world, "@spam.example", "allow")
    assert await why(world, await write(world, inbox.id, "other@spam.example", **spam)) is None


async def test_a_forged_sender_wins_nothing_by_the_list(world: World) -> None:
    inbox = await world.mailbox()
    forged: dict[str, Any] = {"junk": True, "junk_by": "x-spam-flag", "forged": True}
    await put(world, "friend@spam.example", "allow")
    assert await why(world, await write(world, inbox.id, "friend@spam.example", **forged)) == ("verdict", "x-spam-flag")
    await put(world, "@spam.example", "block")
    assert await why(world, await write(world, inbox.id, "friend@spam.example", **forged)) == ("list", "@spam.example")


async def test_never_junk_does_not_open_the_door_to_a_blocked_customer(world: World) -> None:
    inbox = await world.mailbox()
    mail = await write(world, inbox.id)
    customer = (await state(world, mail)).customer_id
    await world.desk.handle.block(customer, by=await world.view(world.chandra))
    await put(world, "@spam.example", "allow")
    assert (await why(world, await write(world, inbox.id)) or ("",))[0] == "blocked"


async def test_an_answer_of_a_listed_sender_comes_into_no_talk_with_others(world: World) -> None:
    inbox = await world.mailbox()
    asked = await write(world, inbox.id, "tom@shop.example", names=("asked@mail",))
    await put(world, "@spam.example", "block")
    answer = await write(world, inbox.id, thread=asked.conversation_id, answers=("asked@mail",))
    assert answer.conversation_id != asked.conversation_id
    assert await why(world, answer) == ("list", "@spam.example")
    assert (await state(world, asked)).seq == 2


async def test_an_agent_lists_the_sender_of_a_conversation(world: World) -> None:
    inbox = await world.mailbox()
    mail = await write(world, inbox.id)
    chandra = await world.view(world.chandra)
    listed, talk = await world.desk.sender_list.put(mail.conversation_id, "block", whole_domain=True, by=chandra)
    assert (listed.name, listed.made_by, talk.junk) == ("@spam.example", str(chandra.actor), 1)
    assert await why(world, mail) == ("agent", "")
    assert (await state(world, await write(world, inbox.id, "another@spam.example"))).junk == 1
    listed, talk = await world.desk.sender_list.put(mail.conversation_id, "allow", whole_domain=False, by=chandra)
    assert (listed.name, talk.junk, talk.status) == ("sale@spam.example", 0, "open")


async def test_who_may_not_block_lists_nobody(world: World) -> None:
    inbox = await world.mailbox()
    mail = await write(world, inbox.id)
    with pytest.raises(Forbidden):
        await world.desk.sender_list.put(
            mail.conversation_id, "block", whole_domain=False, by=await world.view(world.ana)
        )
    with pytest.raises(Forbidden):
        await world.desk.sender_list.put(
            mail.conversation_id, "block", whole_domain=False, by=await world.view(world.eve)
        )
    with pytest.raises(NotFound):
        await world.desk.sender_list.put(999, "block", whole_domain=False, by=await world.view(world.chandra))


async def test_a_visitor_of_the_chat_has_no_address_to_list(world: World) -> None:
    talk = await world.hear(world.marta, "Hola")
    with pytest.raises(BadInput):
        await world.desk.sender_list.put(
            talk.conversation_id, "block", whole_domain=False, by=await world.view(world.chandra)
        )


@pytest.mark.parametrize("name", ["", "@", "ana@", "@localhost", "two words@shop.example", "a@b@", "@-.example", "x"])
def test_what_is_no_sender_is_refused(name: str) -> None:
    with pytest.raises(BadInput):
        senders.clean_name_of(name)


async def test_a_rebuild_leaves_junk_where_it_is(world: World) -> None:
    inbox = await world.mailbox()
    await put(world, "@spam.example", "block")
    mail = await write(world, inbox.id)
    assert await world.desk.database.read(lambda session: list(compare(session))) == []
    await world.desk.database.write(mend)
    assert await why(world, mail) == ("list", "@spam.example")
