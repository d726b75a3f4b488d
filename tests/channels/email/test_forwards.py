"""To a supplier and back, over real connections: what they answer is a note, and the customer hears nothing of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from esmero.channels.email.deposit import Envelope
from esmero.channels.email.settings import EmailSettings
from esmero.contract.events import DESK, Event, Person
from esmero.contract.messages import Accepted
from esmero.desk import inboxes
from esmero.flow.beginning import Opening
from esmero.flow.forwarding import Forwarding
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests.channels.email.post import sending_to
from tests.channels.email.test_inbound import bounce
from tests.channels.email.test_round_trip import PATIENCE_SECONDS, Shop, open_shop

pytestmark = pytest.mark.anyio

LAMPS = Person("sales@lamps.example", "Lamps Ltd")
FROM_LAMPS = "Lamps Ltd <sales@lamps.example>"


async def quiet(shop: Shop, *, subaddresses: bool = False) -> None:
    """Let the shop acknowledge nothing, so that all that leaves is what a test lets leave."""
    settings: EmailSettings = replace(sending_to(shop.out.port), subaddresses=subaddresses, acknowledge=False)

    def unit(tx: Transaction) -> None:
        at = shop.world.clock.now()
        inboxes.change(tx, shop.inbox.id, settings=written_settings(settings), by=DESK, at=at)

    await shop.world.desk.database.write(unit)


async def asked(shop: Shop) -> Event:
    await shop.write("Where is my lamp?", subject="My lamp", message_id="<1@weller.example>")
    (first,) = await shop.events("message.received")
    return first


async def forward(shop: Shop, first: Event, *, answers: int | None = None) -> Accepted:
    about = Forwarding(
        conversation_id=first.of,
        client_id=f"forward-of-{len(shop.out.mails):08}",
        to=(LAMPS,),
        text="Do you have one?",
        message=None if answers else first.id,
        answers=answers,
    )
    return await shop.world.desk.forward(about, agent=await shop.world.view(shop.world.ana))


async def says(shop: Shop, sender: str, text: str, **headers: str) -> None:
    await shop.write(text, **({"from": sender} | headers))


async def some(shop: Shop, name: str, count: int = 1) -> list[Event]:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(found := await shop.events(name)) < count:
            await asyncio.sleep(0.01)
    return found


async def test_the_address_of_a_forward_brings_its_answer_back_as_a_note(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await quiet(shop, subaddresses=True)
        first = await asked(shop)
        await forward(shop, first)
        mail = await shop.sent(1)
        address = mail["reply-to"].addresses[0].addr_spec
        # From another address of theirs, by a program that keeps nothing but the address.
        await says(shop, "Shipping <ship@lamps.example>", "Two, in red", to=address, subject="AW: Lamp")
        (note,) = await some(shop, "forward.answered")
        assert (note.of, note.public) == (first.of, False)
        assert note.content is not None
        assert note.content.text == "Two, in red"
        assert note.content.fields == {"address": "ship@lamps.example", "name": "Shipping"}
        again = await forward(shop, first, answers=note.id)
        answer = await shop.sent(2)
        assert "sales@lamps.example" in answer["to"]
        assert answer["in-reply-to"] is not None
        await says(shop, FROM_LAMPS, "They leave today", to=answer["reply-to"].addresses[0].addr_spec)
        notes = await some(shop, "forward.answered", 2)
        assert getattr(notes[1].fact, "forward_seq", 0) == again.seq
        # The customer goes on as if nothing had been said.
        await shop.write("And?", in_reply_to="<1@weller.example>", message_id="<2@weller.example>")
        assert [event.of for event in await some(shop, "message.received", 2)] == [first.of, first.of]


async def test_its_message_id_counts_only_together_with_its_recipients(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await quiet(shop)
        first = await asked(shop)
        await forward(shop, first)
        mail = await shop.sent(1)
        named = {"in_reply_to": mail["message-id"], "subject": "Re: Lamp"}
        await says(shop, FROM_LAMPS, "Two, in red", **named)
        (note,) = await some(shop, "forward.answered")
        assert note.of == first.of
        await says(shop, "Eve <eve@outside.example>", "They passed it on to me", **named)
        received = await some(shop, "message.received", 2)
        assert received[1].of != first.of
        await says(shop, "Tom <tom@weller.example>", "They passed it on to me, too", **named)
        received = await some(shop, "message.received", 3)
        assert received[2].of == first.of


async def test_a_supplier_may_ask_to_be_answered_elsewhere(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await quiet(shop)
        first = await asked(shop)
        await forward(shop, first)
        mail = await shop.sent(1)
        await says(shop, FROM_LAMPS, "Two", in_reply_to=mail["message-id"], reply_to="lamps+7@tickets.example")
        (note,) = await some(shop, "forward.answered")
        assert note.of == first.of


async def test_a_forward_to_nobody_comes_back_marked(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await quiet(shop)
        first = await asked(shop)
        kept = await forward(shop, first)
        mail = await shop.sent(1)
        raw = bounce(mail["message-id"]).replace("help@shop", "support@shop").replace("\n", "\r\n").encode()
        await shop.world.desk.mail.receive(shop.inbox.id, raw, Envelope(way="smtp"))
        (bounced,) = await some(shop, "message.bounced")
        assert (bounced.of, getattr(bounced.fact, "reply_seq", 0)) == (first.of, kept.seq)
        assert getattr(bounced.fact, "forwarded", False)


async def test_a_mail_that_we_begin_brings_its_answer_into_its_conversation(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await quiet(shop)
        everybody = (Person("tom@weller.example", "Tom"), Person("zoe@weller.example", "Zoe"))
        opening = Opening(
            client_id="a-beginning-of-ana",
            inbox_id=shop.inbox.id,
            to=everybody,
            subject="Your lamp",
            text="It is here.",
        )
        kept = await shop.world.desk.begin(opening, agent=await shop.world.view(shop.world.ana))
        mail = await shop.sent(1)
        assert [one.addr_spec for one in mail["to"].addresses] == ["tom@weller.example", "zoe@weller.example"]
        assert (mail["subject"], mail["in-reply-to"], mail["cc"]) == ("Your lamp", None, None)
        await some(shop, "message.sent")
        for sender in ("tom@weller.example", "zoe@weller.example"):
            await says(shop, sender, f"Thank you, says {sender}", in_reply_to=mail["message-id"])
        assert {event.of for event in await some(shop, "message.received", 2)} == {kept.conversation_id}
