"""Who left the chat gets the answer by mail, and goes on by mail in the same conversation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from esmero.channels.chat.channel import Chat
from esmero.channels.email.channel import Email
from esmero.contract.abilities import Abilities
from esmero.contract.events import DESK, Event
from esmero.contract.facts import (
    ConversationSwitched,
    CopyQueued,
    CopySent,
    MessageFailed,
    MessageReceived,
    ReplyQueued,
)
from esmero.contract.messages import Accepted, Failure, Inbound, Outgoing, Returned, Sender, Sent
from esmero.contract.ports import Channel
from esmero.contract.trouble import PermanentTrouble
from esmero.desk import inboxes, log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.inboxes import Inbox
from esmero.flow.copies import UNREAD, WAIT, Copies
from esmero.flow.deliver import Deliver
from esmero.flow.due import Due
from esmero.flow.reply import CustomerBlocked
from esmero.flow.returned import TakeBack
from esmero.store.session import Transaction
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

ABILITIES = {"chat": Chat.abilities, "email": Email.abilities}
MARTA = "marta@rios.example"


class Letters:
    """A channel of mail that only notes what it is handed."""

    kind = "email"
    abilities: Abilities = Email.abilities

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.trouble: Exception | None = None

    async def send(self, outgoing: Outgoing) -> Sent:
        if self.trouble is not None:
            raise self.trouble
        self.sent.append(outgoing)
        return Sent(provider_id=f"{len(self.sent)}@shop.example")

    async def was_sent(self, outgoing: Outgoing) -> Sent | None:
        return None


@dataclass
class Chatted:
    """A world with a chat in which Marta has written and left."""

    world: World
    mail: Inbox
    letters: Letters
    number: int

    async def leave_address(self, address: str = MARTA) -> None:
        await self.world.desk.attend.leave_contact(self.number, f"address-{address}-0000", {"email": address})

    async def later(self, ms: int = WAIT) -> None:
        """Let time pass, timers ring and mail leave."""
        self.world.clock.skip(ms)
        desk, clock = self.world.desk, self.world.clock
        due = Due(desk.database, clock, {UNREAD: Copies(ABILITIES).ring}, owner="test")
        channels: dict[str, Channel] = {"email": self.letters}
        deliver = Deliver(desk.database, clock, channels, owner="test", page_of=lambda state: f"page of {state.id}")
        while await due.round() or await deliver.round():
            pass

    async def write_mail(self, text: str, *, sender: str = MARTA, **more: Any) -> Accepted:
        self.world.clock.skip(1_000)
        about: dict[str, Any] = {"thread": self.number, "key": f"mail:{text}"} | more
        return await self.world.desk.intake(
            Inbound(inbox_id=self.mail.id, channel="email", sender=Sender(address=sender), text=text, **about)
        )

    async def state(self) -> Conversation:
        found = await self.world.desk.database.read(lambda session: rows.find(session, self.number))
        assert found is not None
        return found

    async def facts(self, kind: type[Any]) -> list[Any]:
        events: list[Event] = await self.world.desk.database.read(
            lambda session: log.stream_after(session, "conversation", self.number, 0, limit=1_000)
        )
        return [event.fact for event in events if isinstance(event.fact, kind)]


@pytest.fixture
async def chatted(tmp_path: Path) -> AsyncIterator[Chatted]:
    async with open_world(tmp_path) as world:
        mail = await world.mailbox()
        number = (await world.hear(world.marta, "¿Dónde está mi pedido?")).conversation_id
        yield Chatted(world, mail, Letters(), number)
        assert await world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


async def test_what_was_not_read_leaves_by_mail_as_one(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.world.say(chatted.world.ana, chatted.number, "Llega mañana.")
    await chatted.later(WAIT - 10_000)
    assert chatted.letters.sent == []
    await chatted.later(10_000)
    (sent,) = chatted.letters.sent
    assert (sent.to, sent.inbox_id) == (MARTA, chatted.mail.id)
    assert sent.text == "Sale hoy.\n\nLlega mañana."
    assert sent.quoted is not None
    assert sent.quoted.text == "¿Dónde está mi pedido?"
    assert sent.page == f"page of {chatted.number}"
    assert not sent.automatic
    assert len(await chatted.facts(CopySent)) == 1


async def test_nothing_is_mailed_twice(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    await chatted.later()
    await chatted.world.say(chatted.world.ana, chatted.number, "Ya salió.")
    await chatted.later()
    assert [one.text for one in chatted.letters.sent] == ["Sale hoy.", "Ya salió."]


async def test_what_was_read_in_time_is_not_mailed(chatted: Chatted) -> None:
    await chatted.leave_address()
    said = await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.world.desk.attend.mark(chatted.number, delivered=said.seq, read=said.seq)
    await chatted.world.say(chatted.world.ana, chatted.number, "Llega mañana.")
    await chatted.later()
    assert [one.text for one in chatted.letters.sent] == ["Llega mañana."]


async def test_a_note_never_is(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.world.say(chatted.world.ana, chatted.number, "She is angry.", note=True)
    await chatted.later()
    assert [one.text for one in chatted.letters.sent] == ["Sale hoy."]


async def test_without_an_address_nothing_leaves_until_one_is_given(chatted: Chatted) -> None:
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    assert chatted.letters.sent == []
    await chatted.leave_address()
    await chatted.later()
    assert [one.text for one in chatted.letters.sent] == ["Sale hoy."]


async def test_an_inbox_of_other_people_sends_nothing_for_this_one(chatted: Chatted) -> None:
    number = (await chatted.world.hear(chatted.world.tom, "Hello", inbox=chatted.world.trade)).conversation_id
    await chatted.world.desk.attend.leave_contact(number, "address-of-tom-0000", {"email": "tom@weller.example"})
    await chatted.world.say(chatted.world.bela, number, "Hello Tom")
    await chatted.later()
    assert chatted.letters.sent == []


async def test_the_inbox_that_was_chosen_sends(chatted: Chatted) -> None:
    world = chatted.world
    chosen = msgspec.json.encode({"answers_from": chatted.mail.id}).decode()
    await world.desk.database.write(
        lambda tx: inboxes.change(tx, world.trade.id, settings=chosen, by=DESK, at=world.clock.now())
    )
    number = (await world.hear(world.tom, "Hello", inbox=world.trade)).conversation_id
    await world.desk.attend.leave_contact(number, "address-of-tom-0000", {"email": "tom@weller.example"})
    await world.say(world.bela, number, "Hello Tom")
    await chatted.later()
    assert [one.to for one in chatted.letters.sent] == ["tom@weller.example"]


async def test_where_the_chosen_inbox_was_removed_another_sends(chatted: Chatted) -> None:
    world = chatted.world

    def choose_what_is_gone(tx: Transaction) -> None:
        at = world.clock.now()
        gone = inboxes.make(tx, channel="email", name="Gone", key="gone_1", settings="{}", by=DESK, at=at)
        chosen = msgspec.json.encode({"answers_from": gone.id}).decode()
        inboxes.change(tx, world.shop.id, settings=chosen, by=DESK, at=at)
        inboxes.remove(tx, gone.id, by=DESK, at=at)

    await world.desk.database.write(choose_what_is_gone)
    await chatted.leave_address()
    await world.say(world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    assert [(one.inbox_id, one.to) for one in chatted.letters.sent] == [(chatted.mail.id, MARTA)]


async def test_their_mail_goes_on_in_the_conversation_and_is_answered_by_mail(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    accepted = await chatted.write_mail("Gracias, ¿a qué hora?")
    assert accepted.conversation_id == chatted.number
    (switched,) = await chatted.facts(ConversationSwitched)
    assert (switched.channel, switched.inbox_id) == ("email", chatted.mail.id)
    await chatted.world.say(chatted.world.ana, chatted.number, "A las once.")
    assert [fact.channel for fact in await chatted.facts(ReplyQueued)] == ["email"]
    await chatted.later(1_000)
    assert [(one.to, one.text) for one in chatted.letters.sent][1:] == [(MARTA, "A las once.")]


async def test_who_comes_back_to_the_chat_is_answered_there_again(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    await chatted.write_mail("Gracias")
    back = await chatted.world.hear(chatted.world.marta, "Estoy aquí")
    assert back.conversation_id == chatted.number
    await chatted.world.say(chatted.world.ana, chatted.number, "Buenas tardes")
    assert await chatted.facts(ReplyQueued) == []
    assert [fact.channel for fact in await chatted.facts(ConversationSwitched)] == ["email", "chat"]


@pytest.mark.parametrize("way", ["at once", "sent again"])
async def test_an_answer_by_mail_goes_to_their_mail_address_though_they_came_back_to_the_chat(
    way: str, chatted: Chatted
) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    await chatted.write_mail("Gracias, ¿y la factura?")
    queued = await chatted.world.say(chatted.world.ana, chatted.number, "Aquí está.")
    if way == "sent again":
        chatted.letters.trouble = PermanentTrouble("other", "550 no")
        await chatted.later(1_000)
        chatted.letters.trouble = None
    await chatted.world.hear(chatted.world.marta, "Sigo aquí")
    if way == "sent again":
        ana = await chatted.world.view(chatted.world.ana)
        await chatted.world.desk.retry(chatted.number, queued.seq, agent=ana)
    await chatted.later(1_000)
    assert [(one.to, one.text) for one in chatted.letters.sent][1:] == [(MARTA, "Aquí está.")]


async def test_an_address_that_is_another_customers_leads_into_this_conversation(chatted: Chatted) -> None:
    """They wrote by mail before: whether it is one person, a person decides; but their answer belongs here."""
    await chatted.write_mail("Hola", thread=None)
    await chatted.leave_address(MARTA.upper())
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    accepted = await chatted.write_mail("Gracias")
    assert accepted.conversation_id == chatted.number


async def test_a_stranger_with_the_same_thread_does_not_get_in(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    accepted = await chatted.write_mail("Let me in", sender="eve@elsewhere.example")
    assert accepted.conversation_id != chatted.number


async def test_that_a_copy_came_back_is_told_and_the_address_is_not_used_again(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    take_back = TakeBack(chatted.world.desk.database, chatted.world.clock)
    failure = Failure(address=MARTA, said="No such user", permanent=True)
    returned = Returned(
        inbox_id=chatted.mail.id, channel="email", key="bounce", failures=(failure,), names=("1@shop.example",)
    )
    assert await take_back(returned)
    assert (await chatted.state()).waiting_since is not None
    await chatted.world.say(chatted.world.ana, chatted.number, "¿Sigue ahí?")
    await chatted.later()
    assert len(chatted.letters.sent) == 1


async def test_that_a_copy_could_not_leave_is_told(chatted: Chatted) -> None:
    await chatted.leave_address()
    chatted.letters.trouble = PermanentTrouble("inbox-off")
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    (queued,) = await chatted.facts(CopyQueued)
    assert chatted.letters.sent == []
    assert queued.identity_id
    assert (await chatted.state()).waiting_since is not None


async def test_a_copy_that_could_not_leave_is_not_sent_again_to_who_is_blocked(chatted: Chatted) -> None:
    world = chatted.world
    await chatted.leave_address()
    await world.say(world.ana, chatted.number, "Sale hoy.")
    chatted.letters.trouble = PermanentTrouble("other", "550 no")
    await chatted.later()
    (failed,) = await chatted.facts(MessageFailed)
    await world.desk.handle.block((await chatted.state()).customer_id, by=await world.view(world.chandra))
    with pytest.raises(CustomerBlocked):
        await world.desk.retry(chatted.number, failed.reply_seq, agent=await world.view(world.ana))


async def test_what_a_machine_sends_back_switches_nothing(chatted: Chatted) -> None:
    await chatted.leave_address()
    await chatted.world.say(chatted.world.ana, chatted.number, "Sale hoy.")
    await chatted.later()
    await chatted.write_mail("I am away", kind="auto-reply")
    assert await chatted.facts(ConversationSwitched) == []
    assert len(await chatted.facts(MessageReceived)) == 2
