"""An agent writes first."""

from __future__ import annotations

import pytest

from esmero.contract.abilities import Abilities
from esmero.contract.events import Actor, Person
from esmero.contract.facts import ConversationOpened
from esmero.desk.conversations import participants
from esmero.desk.customers import rows as customers
from esmero.flow.beginning import CantBegin
from esmero.flow.once import IdReused
from esmero.flow.reply import CustomerBlocked
from esmero.kit.errors import BadInput, BadRecipient, NotFound
from tests.flow.post import OURS, PostOffice

pytestmark = pytest.mark.anyio

TOM, ZOE, MIA = "tom@weller.example", "zoe@weller.example", "mia@friends.example"


async def test_it_is_opened_by_the_agent_is_theirs_and_waits_for_the_customer(office: PostOffice) -> None:
    kept = await office.begin(to=(Person("Tom@Weller.example", "Tom Weller"),))
    ana = Actor("agent", office.world.ana.id)
    events = await office.events(kept.conversation_id)
    assert [(event.fact.type, event.actor) for event in events] == [
        ("conversation.opened", ana),
        ("conversation.assigned", ana),
        ("reply.queued", ana),
        ("conversation.pended", ana),
    ]
    state = await office.state(kept.conversation_id)
    assert (state.status, state.assignee_id, state.subject) == ("pending", office.world.ana.id, "Your lamp")
    assert (state.last_text, state.last_by, state.waiting_since) == ("Your lamp has arrived.", "agent", None)
    await office.worker().round()
    (left,) = office.post.sent
    assert (left.to, left.to_name, left.subject, left.answers) == (TOM, "Tom Weller", "Your lamp", ())


async def test_the_customers_answer_lands_in_it_and_opens_it(office: PostOffice) -> None:
    kept = await office.begin()
    await office.worker().round()
    answer = await office.letter("Thank you", answers=("post-1",))
    assert answer.conversation_id == kept.conversation_id
    assert (await office.state(kept.conversation_id)).status == "open"


async def test_whoever_has_the_address_is_the_customer(office: PostOffice) -> None:
    first = await office.letter("Hello")
    kept = await office.begin(customer_id=None)
    one, other = await office.state(first.conversation_id), await office.state(kept.conversation_id)
    assert (one.customer_id, one.identity_id) == (other.customer_id, other.identity_id)
    assert kept.conversation_id != first.conversation_id


async def test_a_customer_of_another_channel_gets_the_address(office: PostOffice) -> None:
    talk = await office.world.hear(office.world.marta, "Hola")
    marta = (await office.state(talk.conversation_id)).customer_id
    kept = await office.begin(to=(Person("marta@rios.example"),), customer_id=marta)
    assert (await office.state(kept.conversation_id)).customer_id == marta
    found = await office.desk.database.read(lambda session: customers.find(session, marta))
    assert found is not None
    assert [(one.channel, one.address, one.verified_at) for one in found.identities][-1] == (
        "post",
        "marta@rios.example",
        None,
    )
    with pytest.raises(NotFound):
        await office.begin(to=(Person("new@rios.example"),), customer_id=marta + 1_000)


async def test_everybody_whom_the_others_see_takes_part(office: PostOffice) -> None:
    kept = await office.begin(
        to=(Person(TOM), Person(ZOE)), cc=(Person(MIA), Person(OURS)), bcc=(Person("x@y.example"),)
    )
    taking = await office.desk.database.read(lambda session: participants.of(session, kept.conversation_id))
    assert {one.address for one in taking} == {ZOE, MIA}
    await office.worker().round()
    (left,) = office.post.sent
    assert ([left.to, *(one.address for one in left.others)], [one.address for one in left.cc]) == (
        [TOM, ZOE],
        [MIA, OURS],
    )
    assert [one.address for one in left.bcc] == ["x@y.example"]
    theirs = await office.letter("I, too", sender=ZOE, answers=("post-1",))
    assert theirs.conversation_id == kept.conversation_id


async def test_the_same_id_is_the_same_conversation(office: PostOffice) -> None:
    one, two = [await office.begin(client_id="one-name-for-both-of-them") for _ in range(2)]
    assert (two.again, two.conversation_id) == (True, one.conversation_id)
    await office.worker().round()
    assert len(office.post.sent) == 1
    answer = await office.answer(one.conversation_id, "Something else")
    again = getattr(answer.event.fact, "client_id", "")
    with pytest.raises(IdReused):
        await office.begin(client_id=again)


async def test_two_agents_may_come_to_the_same_id(office: PostOffice) -> None:
    people = (office.world.ana, office.world.bela)
    one, two = [await office.begin(client_id="one-name-for-both-of-them", by=by) for by in people]
    assert (two.again, two.conversation_id == one.conversation_id) == (False, False)


async def test_only_who_works_in_the_inbox_begins(office: PostOffice) -> None:
    with pytest.raises(NotFound):
        await office.begin(by=office.world.eve)


async def test_a_blocked_customer_is_not_written_to(office: PostOffice) -> None:
    first = await office.letter("Spam")
    number = (await office.state(first.conversation_id)).customer_id
    await office.desk.handle.block(number, by=await office.world.view(office.world.chandra))
    with pytest.raises(CustomerBlocked):
        await office.begin()


async def test_what_can_not_begin_is_refused_with_a_name(office: PostOffice) -> None:
    with pytest.raises(BadRecipient):
        await office.begin(to=())
    with pytest.raises(BadRecipient):
        await office.begin(to=(Person(OURS),))
    with pytest.raises(BadInput, match="nothing to send"):
        await office.begin(text=" ")
    with pytest.raises(CantBegin):
        await office.begin(inbox_id=office.world.shop.id)
    office.post.abilities = Abilities(attachments=True, threads=True)
    with pytest.raises(CantBegin):
        await office.begin()
    assert office.post.sent == []


async def test_the_log_says_who_opened_it(office: PostOffice) -> None:
    kept = await office.begin()
    (opened, *_) = await office.events(kept.conversation_id)
    assert isinstance(opened.fact, ConversationOpened)
    assert opened.actor.kind == "agent"


async def test_people_whom_an_agent_puts_in_copy_take_part_from_then_on(office: PostOffice) -> None:
    first = await office.letter("Hello", names=("a@tom",))
    await office.answer(first.conversation_id, "With Mia", cc=(Person(MIA),), bcc=(Person(ZOE),))
    await office.worker().round()
    known = await office.letter("I am Mia", sender=MIA, answers=("post-1",))
    hidden = await office.letter("I am Zoe", sender=ZOE, answers=("post-1",))
    assert known.conversation_id == first.conversation_id != hidden.conversation_id


async def test_who_is_written_to_in_other_letters_is_not_in_copy_as_well(office: PostOffice) -> None:
    first = await office.letter("Hello", names=("a@tom",))
    await office.answer(first.conversation_id, "To both", to=(Person(TOM), Person("Mia@Friends.example")))
    await office.worker().round()
    (left,) = office.post.sent
    assert ([one.address for one in left.others], left.cc) == (["Mia@Friends.example"], ())
