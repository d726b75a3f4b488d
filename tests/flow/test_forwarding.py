"""What is forwarded to a supplier comes back as a note, and nothing of it reaches the customer."""

from __future__ import annotations

from typing import Any

import pytest

from esmero.contract.events import DESK, Content, Event, Person
from esmero.contract.facts import ConversationLinked, ForwardAnswered, ForwardSent, MessageFailed, MessageSent
from esmero.contract.messages import Accepted, Attached, Failure, ForwardProof, Returned, Sender, Source
from esmero.contract.trouble import PermanentTrouble
from esmero.desk import files
from esmero.desk.conversations.change import Change
from esmero.flow.counted import TooManyFiles
from esmero.flow.forwarding import CantForward
from esmero.flow.once import IdReused
from esmero.flow.returned import TakeBack
from esmero.kit.errors import BadInput, BadRecipient, NotFound
from esmero.store.session import Transaction
from tests.flow.post import SUPPLIER, PostOffice

pytestmark = pytest.mark.anyio

TOM, ZOE, MIA = "tom@weller.example", "zoe@weller.example", "mia@friends.example"
BILL = Attached(blob="files/bill", name="bill.pdf", type="application/pdf", size=6, sha256="1" * 64)
LAMP = Attached(blob="files/lamp", name="lamp.png", type="image/png", size=4, sha256="0" * 64)


async def asked(office: PostOffice, **more: Any) -> Accepted:
    return await office.letter("My lamp is broken", subject="Lamp", names=("a@tom",), **more)


async def forwarded(office: PostOffice, **more: Any) -> Accepted:
    """Let Tom's message be forwarded to the supplier, and leave."""
    first = await asked(office)
    kept = await office.forward(first.conversation_id, message=first.event_id, text="Can you repair this?", **more)
    await office.worker().round()
    return kept


async def supplier_says(office: PostOffice, kept: Accepted, text: str, **more: Any) -> Accepted:
    """Let an answer come to the address that was made for it."""
    proof = ForwardProof(kept.conversation_id, kept.seq, by_address=True)
    about: dict[str, Any] = {
        "sender": Sender(address=SUPPLIER.address, name="Lamps Ltd"),
        "thread": kept.conversation_id,
        "forward": proof,
        "key": f"supplier:{text}",
    }
    return await office.letter(text, **(about | more))


def said(event: Event) -> str:
    return event.content.text if event.content else ""


async def test_a_forwarded_message_leaves_with_who_when_and_what(office: PostOffice) -> None:
    first = await asked(office)
    await office.forward(first.conversation_id, message=first.event_id, text="Can you repair this?")
    await office.worker().round()
    (left,) = office.post.sent
    assert (left.to, left.to_name, left.text) == (SUPPLIER.address, "Lamps Ltd", "Can you repair this?")
    assert (left.forward, left.subject, left.answers, left.quoted) == (True, "Fwd: Lamp", (), None)
    (passed,) = left.passed_on
    assert (passed.address, passed.at, passed.subject, passed.text) == (TOM, first.at, "Lamp", "My lamp is broken")


async def test_the_customer_sees_nothing_of_it_and_waits_as_before(office: PostOffice) -> None:
    kept = await forwarded(office)
    answer = await supplier_says(office, kept, "It costs 10 EUR, charge him 40")
    render = office.desk.services.render
    events = await office.events(kept.conversation_id)
    shown = [form for event in events if (form := render.for_customer(event)) is not None]
    assert [form["type"] for form in shown] == ["conversation.opened", "message.received"]
    assert not any(event.public for event in events if event.fact.type.startswith("forward."))
    state = await office.state(kept.conversation_id)
    assert (state.waiting_since, state.last_seq, state.last_note) == (events[1].at, answer.seq, 1)


async def test_the_answer_is_a_note_with_all_that_came(office: PostOffice) -> None:
    kept = await forwarded(office)
    source = Source(name="0" * 32, way="imap", size=3, sealed=b"raw")
    answer = await supplier_says(
        office, kept, "Yes", quoted="> Can you?", markup="<p>Yes</p>", attached=(LAMP,), subject="Re: Lamp",
        names=("b@lamps",), source=source, cc=(Person(MIA),),
    )  # fmt: skip
    (note,) = [event for event in await office.events(kept.conversation_id) if event.id == answer.event_id]
    assert isinstance(note.fact, ForwardAnswered)
    assert (note.fact.forward_seq, note.fact.provider_id, note.public, note.actor) == (kept.seq, "b@lamps", False, DESK)
    assert note.fact.source_id is not None
    assert note.content is not None
    assert note.content.fields == {"address": SUPPLIER.address, "name": "Lamps Ltd"}
    assert (said(note), note.content.quoted, note.content.formatted) == ("Yes", "> Can you?", True)
    assert ([file.name for file in note.content.files], note.content.cc) == (["lamp.png"], (Person(MIA),))
    again = await supplier_says(office, kept, "Yes")
    assert (again.again, again.event_id) == (True, answer.event_id)


async def test_the_answer_wakes_the_conversation_and_a_machine_does_not(office: PostOffice) -> None:
    kept = await forwarded(office)
    await close(office, kept.conversation_id)
    await supplier_says(office, kept, "We are on holiday", kind="auto-reply")
    asleep = await office.state(kept.conversation_id)
    assert (asleep.status, asleep.aside_seq, asleep.waiting_since) == ("closed", 0, None)
    answer = await supplier_says(office, kept, "Yes")
    awake = await office.state(kept.conversation_id)
    assert (awake.status, awake.aside_seq, awake.waiting_since) == ("open", answer.seq, answer.at)


async def test_who_has_the_address_is_believed_whoever_they_are(office: PostOffice) -> None:
    kept = await forwarded(office)
    answer = await supplier_says(office, kept, "I answer for them", sender=Sender(address=MIA, name="Mia"))
    assert answer.conversation_id == kept.conversation_id
    assert isinstance(answer.event.fact, ForwardAnswered)


async def test_who_only_names_the_forward_must_have_been_sent_it(office: PostOffice) -> None:
    kept = await forwarded(office, cc=(Person("Boss@Lamps.example"),))
    proof = ForwardProof(kept.conversation_id, kept.seq, by_address=False)
    named = {"thread": kept.conversation_id, "forward": proof}
    theirs = await office.letter("Yes", sender="boss@lamps.example", **named)
    assert isinstance(theirs.event.fact, ForwardAnswered)
    strange = await office.letter("They showed me this", sender=MIA, **named)
    assert strange.conversation_id != kept.conversation_id
    links = [event.fact for event in await office.events(kept.conversation_id)]
    assert ConversationLinked(other_id=strange.conversation_id, why="seen_from") in links


async def test_what_the_customer_writes_is_never_a_note(office: PostOffice) -> None:
    kept = await forwarded(office)
    theirs = await supplier_says(office, kept, "They told me of this address", sender=Sender(address=TOM))
    assert (theirs.conversation_id, theirs.event.fact.type) == (kept.conversation_id, "message.received")


async def test_a_proof_of_another_conversation_proves_nothing_here(office: PostOffice) -> None:
    kept = await forwarded(office)
    other = await office.letter("Another matter", sender=ZOE)
    proof = ForwardProof(kept.conversation_id, kept.seq, by_address=True)
    strange = await office.letter("Hm", sender=MIA, thread=other.conversation_id, forward=proof)
    assert strange.conversation_id not in (kept.conversation_id, other.conversation_id)
    nothing = ForwardProof(kept.conversation_id, kept.seq + 1, by_address=True)  # `forward.sent`, and no forward
    strange = await office.letter("Hm?", sender=ZOE, thread=kept.conversation_id, forward=nothing)
    assert strange.conversation_id != kept.conversation_id


async def test_a_supplier_who_writes_into_the_customers_thread_is_not_lost(office: PostOffice) -> None:
    kept = await forwarded(office)
    answer = await office.letter(
        "To both of you", sender=SUPPLIER.address, thread=kept.conversation_id, to=(Person(TOM),)
    )
    assert isinstance(answer.event.fact, ForwardAnswered)
    assert answer.event.content is not None
    assert answer.event.content.to == (Person(TOM),)
    unproved = await office.letter("I know a name only", sender=SUPPLIER.address, answers=("a@tom",))
    assert unproved.conversation_id != kept.conversation_id


async def test_the_answer_to_an_answer_goes_to_the_supplier_alone(office: PostOffice) -> None:
    kept = await forwarded(office)
    answer = await supplier_says(office, kept, "Which lamp?", subject="Re: Fwd: Lamp", names=("b@lamps",))
    await office.answer(kept.conversation_id, "We ask the maker")
    again = await office.forward(kept.conversation_id, answers=answer.event_id, text="The red one")
    await office.worker().round()
    _, to_customer, to_supplier = office.post.sent
    assert (to_customer.to, to_customer.text, to_customer.forward) == (TOM, "We ask the maker", False)
    assert (to_supplier.to, to_supplier.text, to_supplier.forward) == (SUPPLIER.address, "The red one", True)
    assert (to_supplier.subject, to_supplier.passed_on) == ("Re: Fwd: Lamp", ())
    assert to_supplier.answers == ("post-1", "b@lamps")
    assert to_supplier.quoted is not None
    assert (to_supplier.quoted.by, to_supplier.quoted.text) == ("Lamps Ltd", "Which lamp?")
    assert (await office.state(kept.conversation_id)).waiting_since is None
    last = await supplier_says(office, again, "Ah, that one", names=("c@lamps",))
    assert isinstance(last.event.fact, ForwardAnswered)
    more = await office.forward(kept.conversation_id, answers=last.event_id, text="Yes")
    await office.worker().round()
    assert office.post.sent[-1].answers == ("post-1", "b@lamps", "post-3", "c@lamps")
    assert more.seq > last.seq


async def test_a_whole_conversation_goes_without_notes_and_machines(office: PostOffice) -> None:
    first = await asked(office)
    await office.letter("I am away", answers=("a@tom",), kind="auto-reply")
    await office.answer(first.conversation_id, "Which one?")
    await office.worker().round()
    await machine_says(office, first.conversation_id, "We have your message")
    await office.world.say(office.world.ana, first.conversation_id, "He is difficult", note=True)
    await office.letter("The red one", answers=("a@tom",))
    await office.forward(first.conversation_id)
    await office.worker().round()
    passed = office.post.sent[-1].passed_on
    assert [(one.by, one.text) for one in passed] == [
        ("", "My lamp is broken"),
        ("Ana", "Which one?"),
        ("", "The red one"),
    ]


async def test_only_ticked_files_of_the_message_go_with_it(office: PostOffice) -> None:
    first = await asked(office, attached=(LAMP, BILL))
    assert first.event.content is not None
    lamp, bill = first.event.content.files
    await office.forward(first.conversation_id, message=first.event_id, taken_ids=(lamp.id,))
    await office.worker().round()
    assert office.post.sent[-1].files == (lamp,)
    other = await office.letter("Another", sender=ZOE, names=("z@zoe",))
    with pytest.raises(files.FileGone):
        await office.forward(other.conversation_id, message=other.event_id, taken_ids=(bill.id,))


@pytest.mark.parametrize("way", ["message", "answers"])
async def test_nothing_of_another_conversation_is_passed_on(office: PostOffice, way: str) -> None:
    kept = await forwarded(office)
    secret = await supplier_says(office, kept, "Secret")
    other = await office.letter("Another", sender=ZOE)
    about: dict[str, Any] = {way: secret.event_id}
    with pytest.raises(NotFound):
        await office.forward(other.conversation_id, text="Look", **about)


async def test_notes_are_not_forwarded_and_questions_are_no_answers(office: PostOffice) -> None:
    first = await asked(office)
    note = await office.world.say(office.world.ana, first.conversation_id, "He is difficult", note=True)
    with pytest.raises(NotFound):
        await office.forward(first.conversation_id, message=note.event_id)
    with pytest.raises(NotFound):
        await office.forward(first.conversation_id, answers=first.event_id, text="Hello")


async def test_who_does_not_see_the_conversation_or_the_inbox_forwards_nothing(office: PostOffice) -> None:
    first = await asked(office)
    with pytest.raises(NotFound):
        await office.forward(first.conversation_id, by=office.world.eve)
    with pytest.raises(NotFound):
        await office.forward(first.conversation_id, inbox_id=office.world.trade.id)


async def test_what_can_not_be_forwarded_is_refused_with_a_name(office: PostOffice) -> None:
    first = await asked(office)
    with pytest.raises(BadRecipient):
        await office.forward(first.conversation_id, to=())
    with pytest.raises(CantForward):
        await office.forward(first.conversation_id, inbox_id=office.world.shop.id)
    with pytest.raises(BadInput, match="letters"):
        await office.forward(first.conversation_id, client_id="short")
    assert office.post.sent == []


async def test_what_is_passed_on_needs_no_words_and_an_answer_does(office: PostOffice) -> None:
    kept = await forwarded(office)
    answer = await supplier_says(office, kept, "Which lamp?")
    with pytest.raises(BadInput, match="nothing to send"):
        await office.forward(kept.conversation_id, answers=answer.event_id, text=" ")
    assert (await office.forward(kept.conversation_id, text="")).event.fact.type == "forward.queued"


async def test_files_that_are_passed_on_count_with_those_of_ones_own(office: PostOffice) -> None:
    first = await asked(office)
    with pytest.raises(TooManyFiles):
        await office.forward(first.conversation_id, message=first.event_id, file_ids=(1,), taken_ids=(2, 3, 4, 5, 6))


async def test_the_same_id_is_the_same_forward(office: PostOffice) -> None:
    first = await asked(office)
    one, two = [await office.forward(first.conversation_id, client_id="a-name-of-a-forward") for _ in range(2)]
    assert (two.again, two.event_id) == (True, one.event_id)
    with pytest.raises(IdReused):
        await office.begin(client_id="a-name-of-a-forward")
    await office.worker().round()
    assert len(office.post.sent) == 1


async def test_a_forward_that_never_leaves_is_told_and_wakes(office: PostOffice) -> None:
    first = await asked(office)
    kept = await office.forward(first.conversation_id)
    await close(office, first.conversation_id)
    office.post.troubles = [PermanentTrouble("no-such-address", "no such person")]
    await office.worker().round()
    failed = (await office.events(first.conversation_id))[-1]
    assert failed.fact == MessageFailed(reply_seq=kept.seq, code="no-such-address", permanent=True, forwarded=True)
    state = await office.state(first.conversation_id)
    assert (state.status, state.aside_seq) == ("open", failed.seq)


async def test_a_forward_that_came_back_is_marked(office: PostOffice) -> None:
    kept = await forwarded(office)
    await close(office, kept.conversation_id)
    proof = ForwardProof(kept.conversation_id, kept.seq, by_address=False)
    failure = Failure(address=SUPPLIER.address, said="nobody", permanent=True)
    returned = Returned(inbox_id=1, channel="post", key="bounce:1", failures=(failure,), forward=proof)
    assert await TakeBack(office.desk.database, office.world.clock)(returned)
    events = await office.events(kept.conversation_id)
    assert (events[-1].fact.type, getattr(events[-1].fact, "reply_seq", 0)) == ("message.bounced", kept.seq)
    state = await office.state(kept.conversation_id)
    assert (state.status, state.aside_seq) == ("open", events[-1].seq)


async def test_the_channels_name_of_a_forward_leads_to_it(office: PostOffice) -> None:
    kept = await forwarded(office)
    facts = [event.fact for event in await office.events(kept.conversation_id)]
    assert ForwardSent(reply_seq=kept.seq, provider_id="post-1") in facts
    failure = Failure(address=SUPPLIER.address, said="full", permanent=True)
    returned = Returned(inbox_id=1, channel="post", key="bounce:2", failures=(failure,), names=("post-1",))
    assert await TakeBack(office.desk.database, office.world.clock)(returned)
    assert getattr((await office.events(kept.conversation_id))[-1].fact, "forwarded", False)


async def test_a_forward_in_the_outbox_can_be_taken_back(office: PostOffice) -> None:
    first = await asked(office)
    kept = await office.forward(first.conversation_id)
    await office.desk.reply.recall(first.conversation_id, kept.seq, agent=await office.world.view(office.world.ana))
    await office.worker().round()
    assert office.post.sent == []


async def close(office: PostOffice, conversation_id: int) -> None:
    await office.desk.handle.close(conversation_id, by=await office.world.view(office.world.ana))


async def machine_says(office: PostOffice, conversation_id: int, text: str) -> None:
    """Let an acknowledgement leave, which no person wrote."""
    state = await office.state(conversation_id)

    def unit(tx: Transaction) -> None:
        change = Change(tx, state, at=office.world.clock.now())
        change.tell(MessageSent(automatic=True), actor=DESK, content=Content(text=text))
        change.save()

    await office.desk.database.write(unit)
