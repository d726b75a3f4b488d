"""Mail goes where it belongs: by what it answers and who wrote it, never by its subject."""

from __future__ import annotations

import pytest

from esmero.contract.events import Person
from esmero.contract.facts import ConversationLinked, ConversationOpened, MessageReceived
from esmero.contract.messages import Attached, Source
from esmero.desk import files, log, sources
from esmero.desk.conversations import participants
from esmero.flow.people import MOST_JOIN
from esmero.flow.threads import FLOOD
from esmero.kit.clock import DAY, HOUR
from esmero.store.session import Session
from esmero.store.statement import Statement
from tests.flow.post import PostOffice

pytestmark = pytest.mark.anyio

TOM, ZOE, MIA = "tom@weller.example", "zoe@weller.example", "mia@friends.example"


async def test_an_answer_goes_where_the_message_is_that_it_answers(office: PostOffice) -> None:
    first = await office.letter("My lamp is broken", names=("a@tom",))
    await office.letter("Another matter", names=("b@tom",))
    again = await office.letter("It hums, too", names=("c@tom",), answers=("unknown@x", "a@tom"))
    later = await office.letter("And it smells", answers=("c@tom",))
    assert again.conversation_id == later.conversation_id == first.conversation_id


async def test_an_answer_to_ours_goes_on_though_only_the_channel_named_it(office: PostOffice) -> None:
    first = await office.letter("Hello")
    await office.answer(first.conversation_id, "Good morning")
    await office.worker().round()
    again = await office.letter("Thank you", answers=("post-1",))
    assert again.conversation_id == first.conversation_id


async def test_a_subject_joins_nothing(office: PostOffice) -> None:
    one = await office.letter("Invoice, please", subject="Order 4711")
    other = await office.letter("Invoice, please!", subject="Re: Order 4711", sender=MIA)
    same = await office.letter("Invoice, please!!", subject="Re: Order 4711")
    assert len({one.conversation_id, other.conversation_id, same.conversation_id}) == 3
    assert (await office.state(one.conversation_id)).subject == "Order 4711"


async def test_the_nearest_of_the_answered_messages_counts(office: PostOffice) -> None:
    one = await office.letter("One", names=("1@tom",))
    two = await office.letter("Two", names=("2@tom",))
    answer = await office.letter("About two", answers=("2@tom", "1@tom"))
    assert (answer.conversation_id, one.conversation_id != two.conversation_id) == (two.conversation_id, True)


async def test_nobody_takes_over_a_name_that_is_known(office: PostOffice) -> None:
    first = await office.letter("Mine", names=("same@x",))
    await office.letter("I claim the same name", names=("same@x",), sender=MIA)
    again = await office.letter("Mine again", answers=("same@x",))
    assert again.conversation_id == first.conversation_id


async def test_a_stranger_who_answers_has_a_conversation_of_their_own_and_both_sides_are_told(
    office: PostOffice,
) -> None:
    first = await office.letter("My card number and other secrets", names=("a@tom",))
    strange = await office.letter("He forwarded this to me", sender=MIA, answers=("a@tom",))
    proved = await office.letter("To your reply address", sender=ZOE, thread=first.conversation_id)
    assert len({first.conversation_id, strange.conversation_id, proved.conversation_id}) == 3
    links = [one.fact for one in await office.events(first.conversation_id) if isinstance(one.fact, ConversationLinked)]
    assert [(one.other_id, one.why) for one in links] == [
        (strange.conversation_id, "seen_from"),
        (proved.conversation_id, "seen_from"),
    ]
    there = [one.fact for one in await office.events(strange.conversation_id)]
    assert ConversationLinked(other_id=first.conversation_id, why="stranger") in there
    # The stranger goes on in their own.
    more = await office.letter("Me again", sender=MIA, answers=("a@tom",), names=("m@mia",))
    assert more.conversation_id != first.conversation_id


async def test_what_the_desk_has_proved_goes_before_what_a_mail_names(office: PostOffice) -> None:
    one = await office.letter("One", names=("1@tom",))
    two = await office.letter("Two")
    answer = await office.letter("About two", thread=two.conversation_id, answers=("1@tom",))
    assert answer.conversation_id == two.conversation_id != one.conversation_id


async def test_people_in_copy_take_part_and_get_the_answer(office: PostOffice) -> None:
    first = await office.letter("We both ask", names=("a@tom",), cc=(Person(ZOE, "Zoe"), Person(TOM, "Tom himself")))
    theirs = await office.letter("Yes, I do too", sender=ZOE, answers=("a@tom",))
    assert theirs.conversation_id == first.conversation_id
    taking_part = await office.desk.database.read(lambda session: participants.of(session, first.conversation_id))
    assert [(one.address, one.name) for one in taking_part] == [(ZOE, "Zoe")]
    wrote = [one.actor.id for one in await office.events(first.conversation_id) if one.fact.type == "message.received"]
    assert wrote == [(await office.state(first.conversation_id)).customer_id, taking_part[0].customer_id]
    await office.answer(first.conversation_id, "To both of you")
    await office.answer(first.conversation_id, "To Tom alone", cc=(), bcc=(Person(MIA),))
    await office.worker().round()
    assert [(one.to, one.cc, one.bcc) for one in office.post.sent] == [
        (TOM, (Person(ZOE, "Zoe"),), ()),
        (TOM, (), (Person(MIA),)),
    ]


async def test_a_crowd_in_copy_does_not_all_take_part(office: PostOffice) -> None:
    crowd = tuple(Person(f"{number}@crowd.example") for number in range(100))
    first = await office.letter("Everybody!", to=crowd[:50], cc=crowd[50:])
    taking_part = await office.desk.database.read(lambda session: participants.of(session, first.conversation_id))
    assert [one.address for one in taking_part] == [one.address for one in crowd[:MOST_JOIN]]


@pytest.mark.parametrize(("days", "same"), [(13, True), (15, False)])
async def test_an_answer_to_what_is_closed_reopens_it_or_begins_anew_after_a_while(
    office: PostOffice, days: int, same: bool
) -> None:
    first = await office.letter("Hello", names=("a@tom",))
    chief = await office.world.view(office.world.ana)
    await office.desk.handle.close(first.conversation_id, by=chief)
    office.world.clock.skip(days * DAY)
    again = await office.letter("It broke again", answers=("a@tom",), reopen_within=14 * DAY)
    assert (again.conversation_id == first.conversation_id) == same
    assert (await office.state(again.conversation_id)).status == "open"
    opened = (await office.events(again.conversation_id))[0].fact
    assert isinstance(opened, ConversationOpened)
    assert opened.previous_id == (None if same else first.conversation_id)


@pytest.mark.parametrize("kind", ["auto-reply", "list", "receipt", "calendar", "bounce"])
async def test_what_a_machine_wrote_is_filed_and_keeps_nobody_waiting(office: PostOffice, kind: str) -> None:
    alone = await office.letter("I am on holiday", kind=kind)
    assert (await office.state(alone.conversation_id)).status == "closed"
    first = await office.letter("Hello", names=("a@tom",), sender=ZOE)
    await office.answer(first.conversation_id, "Good morning")
    chief = await office.world.view(office.world.ana)
    await office.desk.handle.close(first.conversation_id, by=chief)
    again = await office.letter("I am on holiday", kind=kind, sender=ZOE, answers=("a@tom",))
    assert again.conversation_id == first.conversation_id
    state = await office.state(first.conversation_id)
    assert (state.status, state.waiting_since, state.last_text) == ("closed", None, "I am on holiday")


async def test_junk_lies_closed_and_goes_on_lying_there(office: PostOffice) -> None:
    junk = await office.letter("Buy!", junk=True, names=("j@mia",), sender=MIA)
    state = await office.state(junk.conversation_id)
    assert (state.status, state.junk, state.waiting_since) == ("closed", 1, None)
    again = await office.letter("Buy more!", answers=("j@mia",), sender=MIA)
    state = await office.state(again.conversation_id)
    assert (again.conversation_id, state.status, state.junk) == (junk.conversation_id, "closed", 1)
    # Whoever answers us is heard, whatever a verdict says.
    first = await office.letter("Hello", names=("a@tom",))
    answer = await office.letter("Cheap? Free!", answers=("a@tom",), junk=True)
    assert answer.conversation_id == first.conversation_id
    assert (await office.state(first.conversation_id)).status == "open"


async def test_who_is_blocked_is_kept_where_nobody_looks(office: PostOffice) -> None:
    first = await office.letter("Hello")
    chief = await office.world.view(office.world.ilona)
    await office.desk.handle.block((await office.state(first.conversation_id)).customer_id, by=chief)
    again = await office.letter("You can't get rid of me")
    assert (await office.state(again.conversation_id)).junk == 1


async def test_a_flood_lies_in_one_conversation_and_nothing_of_it_is_lost(office: PostOffice) -> None:
    heard = [await office.letter(f"Message {number}") for number in range(FLOOD + 5)]
    begun = [one.conversation_id for one in heard]
    assert len(set(begun)) == FLOOD
    assert set(begun[FLOOD:]) == {begun[FLOOD - 1]}
    assert (await office.types(begun[-1])).count("message.received") == 6
    office.world.clock.skip(HOUR)
    assert (await office.letter("A new day")).conversation_id not in begun


async def test_the_same_mail_again_is_the_same_message(office: PostOffice) -> None:
    first = await office.letter("Hello", names=("a@tom",), key="one")
    again = await office.letter("Hello", names=("a@tom",), key="one")
    assert (again.again, again.event_id) == (True, first.event_id)


async def test_files_markup_and_source_are_kept_beside_it(office: PostOffice) -> None:
    picture = Attached(blob="files/1", name="lamp.png", type="image/png", size=3, sha256="00", cid="lamp@x")
    paper = Attached(blob="files/2", name="paper.pdf", type="application/pdf", size=4, sha256="11")
    markup = '<p>See <img src="cid:lamp@x"></p>'
    source = Source(name="random", way="imap", size=7, sealed=b"sealed!")
    heard = await office.letter("See", attached=(picture, paper), markup=markup, source=source, quoted="> earlier")
    event = (await office.events(heard.conversation_id))[-1]
    assert event.content is not None
    assert isinstance(event.fact, MessageReceived)
    assert [one.name for one in event.content.files] == ["lamp.png", "paper.pdf"]
    assert (event.content.formatted, event.content.markup, event.content.quoted) == (True, "", "> earlier")
    number, source_id = event.content.files[0].id, event.fact.source_id
    read = office.desk.database.read
    assert await read(lambda session: log.markup_of(session, event.id)) == f'<p>See <img src="file:{number}"></p>'
    found = await read(lambda session: files.blob_of(session, number))
    assert found is not None
    assert found[2] == heard.conversation_id
    assert source_id is not None
    kept = await read(lambda session: sources.find(session, source_id))
    assert kept is not None
    assert (kept.source, kept.event_id, kept.state) == (source, event.id, "kept")


async def test_a_mail_is_kept_in_few_statements(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[str] = []
    for name in ("run", "one", "all", "many"):
        _count(monkeypatch, name, run)
    for number, most in ((1, 20), (2, 15)):  # somebody new, somebody who answers
        run.clear()
        source = Source(name=str(number), way="imap", size=1)
        names, answers = (f"{number}@tom",), (f"{number - 1}@tom",)
        await office.letter(f"Hello {number}", names=names, answers=answers, markup="<p>", source=source)
        assert len(run) <= most, run


def _count(monkeypatch: pytest.MonkeyPatch, name: str, run: list[str]) -> None:
    original = getattr(Session, name)

    def counted(session: Session, statement: Statement, *rest: object, **values: object) -> object:
        run.append(statement.text(session.dialect)[:60])
        return original(session, statement, *rest, **values)

    monkeypatch.setattr(Session, name, counted)
