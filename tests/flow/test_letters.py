"""Plain mails that come at the same time become what each would have become alone, and nothing of them is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from esmero.contract.events import Event, Person
from esmero.contract.facts import ConversationOpened, MessageReceived
from esmero.contract.messages import Accepted, Attached, Inbound, Sender, Source
from esmero.desk import files, log, senders, sources
from esmero.desk.access import AgentView
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change
from esmero.flow import letters
from esmero.flow.intake import Intake
from esmero.flow.threads import FLOOD
from esmero.kit.clock import DAY
from esmero.kit.errors import EsmeroError
from esmero.store.session import Transaction
from esmero.store.statement import Statement
from tests import soak
from tests.both import another_place
from tests.flow.post import Post, PostOffice
from tests.world import open_world

pytestmark = pytest.mark.anyio

PEOPLE = ("tom@weller.example", "zoe@weller.example", "mia@friends.example", "ana@farol.example")


class Mail(Struct, frozen=True):
    """Somebody writes; `answers` is the number of a mail that may have come before, by its name."""

    number: int
    who: int
    answers: int = 0
    copy: int = 0
    acknowledged: bool = False
    machine: bool = False
    attached: int = 0

    def inbound(self, inbox_id: int) -> Inbound:
        name, address = f"{self.number}@x", PEOPLE[self.who]
        return Inbound(
            inbox_id=inbox_id,
            channel="post",
            key=f"mail:{self.number}",
            sender=Sender(address=address, name="Somebody", email=address, verified=self.who == 1, language="es"),
            text=f"{address} writes {self.number}",
            subject=f"Number {self.number}",
            quoted="> earlier",
            markup=f'<p>{self.number} <img src="cid:lamp"></p>',
            kind="auto-reply" if self.machine else "message",
            answers=(f"{self.answers}@x",) if self.answers else (),
            names=(name,),
            cc=(Person(PEOPLE[self.copy]),) if self.copy else (),
            attached=tuple(_file(f"{self.number}{n}") for n in range(self.attached)),
            source=Source(name=name, way="smtp", size=3, sealed=b"\0\xff'"),
            acknowledgement="It has arrived." if self.acknowledged else "",
            reopen_within=DAY,
        )


def _file(name: str) -> Attached:
    return Attached(blob=f"files/{name}", name=f"{name}.png", type="image/png", size=5, sha256="00", cid="lamp")


async def keep(office: PostOffice, mails: Sequence[Mail]) -> list[Accepted]:
    """Let mails come in at the same moment."""
    taking = Intake(office.desk.database, office.world.clock, {"post": office.post.abilities})
    outcomes = await asyncio.gather(*(taking(mail.inbound(office.world.shop.id)) for mail in mails))
    office.world.clock.skip(1_000)
    return list(outcomes)


async def everything(office: PostOffice) -> list[Event]:
    return await office.desk.database.read(lambda session: log.after(session, 0, limit=10_000))


async def talks(office: PostOffice) -> list[list[tuple[str, str]]]:
    """What happened in each conversation: types and words. What two people do at one moment has no order."""
    told: dict[int, list[tuple[str, str]]] = {}
    for event in await everything(office):
        if event.stream == "conversation":
            told.setdefault(event.of, []).append((event.fact.type, event.content.text if event.content else ""))
    return sorted(sorted(happened) for happened in told.values())


async def happen(office: PostOffice, what: str) -> None:
    by = await office.world.view(office.world.ilona)
    for number in {event.of for event in await everything(office) if event.stream == "conversation"}:
        try:
            if what == "answer":
                await office.answer(number, "Thank you")
            elif what == "close":
                await office.desk.handle.close(number, by=by)
            elif what == "block":
                await _block(office, PEOPLE[0], by)
            elif what == "list":
                await office.desk.database.write(
                    lambda tx: senders.put(tx, PEOPLE[2], "block", by=by.actor, at=office.world.clock.now())
                )
        except EsmeroError:
            pass  # it was so already
    office.world.clock.skip(2 * DAY if what == "wait" else 1_000)


async def _block(office: PostOffice, address: str, by: AgentView) -> None:
    """Block whoever has an address: who came first has the first number, and at once that is either."""
    found = await office.desk.database.read(
        lambda session: customers.by_address(session, channel="post", inbox_id=0, address=address)
    )
    if found is not None:
        await office.desk.handle.block(found[0], by=by)


mail = st.builds(
    Mail,
    number=st.integers(1, 30),
    who=st.integers(0, 3),
    answers=st.integers(0, 12),
    copy=st.sampled_from([0, 0, 0, 1, 3]),
    acknowledged=st.booleans(),
    machine=st.sampled_from([False, False, False, True]),
    attached=st.integers(0, 2),
)
batches = st.lists(mail, min_size=1, max_size=10, unique_by=lambda one: one.number)
between = st.sampled_from(["nothing", "answer", "close", "wait", "block", "list"])
story = st.lists(st.tuples(batches, between), min_size=1, max_size=4)


async def tell(folder: Path, chapters: list[tuple[list[Mail], str]], *, at_once: bool) -> object:
    """Let a story happen, and return all that it led to."""
    async with open_world(folder) as world:
        office = PostOffice(world, Post())
        answers: list[object] = []
        for chapter, then in chapters:
            batch, now = _answering_earlier_ones(chapter), world.clock.now()
            outcomes = []
            for part in [batch] if at_once else [[one] for one in batch]:
                outcomes += await keep(office, part)
            world.clock.skip(now + 60_000 - world.clock.now())
            answers += [one.again for one in outcomes]
            await happen(office, then)
        assert await office.differences() == []
        kinds = sorted(event.fact.type for event in await everything(office))
        return answers, await talks(office), kinds


def _answering_earlier_ones(batch: list[Mail]) -> list[Mail]:
    """Let none answer one that comes behind it at the same moment: there, either order is as good as the other."""
    behind = [{later.number for later in batch[place:]} for place in range(len(batch))]
    return [replace(one, answers=0) if one.answers in after else one for one, after in zip(batch, behind, strict=True)]


@settings(max_examples=soak.times(short=12, long=200))
@given(chapters=story)
def test_at_once_comes_to_the_same_as_one_by_one_by_the_careful_way(
    tmp_path_factory: pytest.TempPathFactory, chapters: list[tuple[list[Mail], str]]
) -> None:
    with another_place():
        together = asyncio.run(tell(tmp_path_factory.mktemp("together"), chapters, at_once=True))
    with another_place(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(letters, "keep", lambda _tx, _arrivals: {})
        alone = asyncio.run(tell(tmp_path_factory.mktemp("alone"), chapters, at_once=False))
    assert together == alone


async def test_many_letters_are_kept_in_one_transaction_and_a_few_statements(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    await keep(office, [Mail(number, number % 3, attached=1) for number in range(1, 4)])
    batches = office.desk.database.statistics().batches
    run: list[Statement] = []
    for name in ("one", "all", "run", "many", "later"):
        _count(monkeypatch, name, run)
    await keep(office, [Mail(number + 10, number % 3, answers=number, attached=1) for number in range(1, 4)])
    assert office.desk.database.statistics().batches - batches <= 2
    assert 0 < len(run) <= 20


def _count(monkeypatch: pytest.MonkeyPatch, name: str, run: list[Statement]) -> None:
    original = getattr(Transaction, name)

    def counted(tx: Transaction, statement: Statement, *rest: object, **values: object) -> object:
        run.append(statement)
        return original(tx, statement, *rest, **values)

    monkeypatch.setattr(Transaction, name, counted)


async def test_each_letter_has_its_own_files_source_markup_and_sender(office: PostOffice) -> None:
    kept = await keep(office, [Mail(number, number, attached=number) for number in range(1, 4)])
    read = office.desk.database.read
    for number, accepted in enumerate(kept, 1):
        event, *before = reversed(await office.events(accepted.conversation_id))
        assert event == accepted.event
        assert [one.fact.type for one in before] == ["conversation.opened"]
        assert isinstance(event.fact, MessageReceived)
        assert event.content is not None
        assert (event.content.subject, event.content.quoted) == (f"Number {number}", "> earlier")
        assert [one.name for one in event.content.files] == [f"{number}{n}.png" for n in range(number)]
        shown = await read(lambda session, at=event.id: log.markup_of(session, at))  # type: ignore[misc]
        assert shown == f'<p>{number} <img src="file:{event.content.files[-1].id}"></p>'
        found = await read(lambda session, one=event.content.files[0].id: files.blob_of(session, one))  # type: ignore[misc]
        assert found is not None
        assert (found[0], found[2], found[3]) == (f"files/{number}0", event.of, str(event.actor))
        source = await read(lambda session, one=event.fact.source_id: sources.find(session, one))  # type: ignore[misc]
        assert source is not None
        assert (source.source.sealed, source.event_id, source.state) == (b"\0\xff'", event.id, "kept")
        customer = await read(lambda session, one=event.actor.id: customers.find(session, one))  # type: ignore[misc]
        assert customer is not None
        assert (customer.name, customer.email, customer.language) == ("Somebody", PEOPLE[number], "es")
        assert (customer.known, customer.identities[0].id) == (number == 1, event.fact.identity_id)


async def test_the_same_mail_twice_at_once_is_one_message(office: PostOffice) -> None:
    first, second = await keep(office, [Mail(1, 0), Mail(1, 0)])
    assert (first.again, second.again, first.event_id) == (False, True, second.event_id)


async def test_two_mails_of_one_sender_at_once_keep_their_order(office: PostOffice) -> None:
    first, second = await keep(office, [Mail(1, 0), Mail(2, 0, answers=1)])
    assert (first.conversation_id, first.seq, second.seq) == (second.conversation_id, 2, 3)


async def test_a_stranger_who_answers_a_mail_that_came_with_it_is_told_apart(office: PostOffice) -> None:
    first, second = await keep(office, [Mail(1, 0), Mail(2, 2, answers=1)])
    assert first.conversation_id != second.conversation_id
    assert "conversation.linked" in await office.types(first.conversation_id)


async def test_a_flood_lies_together_though_its_mails_come_with_others(office: PostOffice) -> None:
    for number in range(1, FLOOD + 1):
        await keep(office, [Mail(number, 0), Mail(number + 100, 1, answers=101 if number > 1 else 0)])
    last, _ = await keep(office, [Mail(90, 0), Mail(91, 2)])
    assert last.seq > 2


async def test_a_letter_to_what_was_closed_long_ago_begins_a_conversation_that_names_it(office: PostOffice) -> None:
    first, _ = await keep(office, [Mail(1, 0), Mail(2, 1)])
    await office.desk.handle.close(first.conversation_id, by=await office.world.view(office.world.ana))
    office.world.clock.skip(2 * DAY)
    later, _ = await keep(office, [Mail(3, 0, answers=1), Mail(4, 1, answers=2)])
    opened = (await office.events(later.conversation_id))[0].fact
    assert isinstance(opened, ConversationOpened)
    assert opened.previous_id == first.conversation_id


async def test_what_one_letter_breaks_the_others_do_not_feel(office: PostOffice) -> None:
    taking = Intake(office.desk.database, office.world.clock, {"post": office.post.abilities})
    good = [Mail(number, number).inbound(office.world.shop.id) for number in range(3)]
    # A name of a source is taken once: this one breaks a rule of the schema.
    source = Source(name="0@x", way="smtp", size=1, sealed=b"x")
    bad = Inbound(
        inbox_id=office.world.shop.id,
        channel="post",
        key="bad",
        sender=Sender(address=PEOPLE[3]),
        text="Hello",
        source=source,
    )
    outcomes = await asyncio.gather(*(taking(one) for one in [*good, bad]), return_exceptions=True)
    assert [isinstance(one, Accepted) for one in outcomes] == [True, True, True, False]
    assert len(await talks(office)) == 3


async def test_strangers_and_listed_senders_are_told_apart_though_they_come_with_others(office: PostOffice) -> None:
    first, _ = await keep(office, [Mail(1, 0), Mail(2, 1)])
    await happen(office, "list")
    stranger, listed = await keep(office, [Mail(3, 3, answers=1), Mail(4, 2)])
    assert stranger.conversation_id != first.conversation_id
    assert "conversation.linked" in await office.types(first.conversation_id)
    assert (await office.types(listed.conversation_id))[-1] == "conversation.junked"


async def test_two_addresses_of_one_customer_write_to_one_conversation_at_once(office: PostOffice) -> None:
    first, _ = await keep(office, [Mail(1, 0), Mail(2, 1)])

    def second_address(tx: Transaction) -> None:
        customer = customers.find(tx, first.event.actor.id)
        assert customer is not None
        change = Change(tx, customer, at=office.world.clock.now())
        change.add_identity(channel="post", inbox_id=0, address=PEOPLE[2], verified=False)
        change.save()

    await office.desk.database.write(second_address)
    both = await keep(office, [Mail(3, 0, answers=1), Mail(4, 2, answers=1)])
    assert [(one.conversation_id, one.seq) for one in both] == [(first.conversation_id, 3), (first.conversation_id, 4)]


async def test_who_filled_in_a_form_and_what_another_inbox_has_go_the_careful_way(office: PostOffice) -> None:
    first, _ = await keep(office, [Mail(1, 0), Mail(2, 1)])
    taking = Intake(office.desk.database, office.world.clock, {"post": office.post.abilities})
    there = Mail(3, 0, answers=1).inbound(office.world.trade.id)
    kept = await taking(there)
    assert kept.conversation_id == first.conversation_id
    again = await taking(replace(there, inbox_id=office.world.shop.id))
    assert (again.again, again.event_id) == (True, kept.event_id)
    form = replace(Mail(4, 2, answers=1).inbound(office.world.shop.id), author=PEOPLE[0])
    assert (await taking(form)).conversation_id == first.conversation_id
