"""What was said is found in every form of its words, by who and when, as it stands now, and by those who may see it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete

from esmero.contract.events import Actor, Person
from esmero.contract.messages import Accepted, Attached, Inbound, Sender
from esmero.desk import labels, log
from esmero.desk.agents import Agent
from esmero.desk.search import check, find, refill
from esmero.desk.search.asked import ask_of
from esmero.desk.search.find import Found
from esmero.desk.search.index import FOLLOWER, put
from esmero.desk.search.query import WrongQuery, parse
from esmero.desk.search.standing import FEW
from esmero.kit.clock import HOUR
from esmero.store import search
from esmero.store.schema import content, cursor
from esmero.store.statement import Statement
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

UTC_ZONE = ZoneInfo("UTC")
DAY = 24 * HOUR


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


async def letter(world: World, text: str, *, sender: str = "kati@nagy.example", **more: Any) -> Accepted:
    """Let a mail come in."""
    world.clock.skip(1_000)
    about: dict[str, Any] = {"inbox_id": world.shop.id, "sender": Sender(address=sender, name="Nagy Katalin")} | more
    return await world.desk.intake(
        Inbound(channel="email", key=f"{sender}:{text}:{world.clock.now()}", text=text, **about)
    )


async def found(world: World, typed: str, *, by: Agent | None = None, **more: Any) -> Found:
    me = await world.view(by or world.ana)
    today = datetime.fromtimestamp(world.clock.now() / 1000, UTC).date()
    query = parse(typed, today=today)
    limit = more.pop("limit", 30)
    return await world.desk.database.read(
        lambda session: find.find(session, ask_of(session, query, me, UTC_ZONE), me, limit=limit, **more)
    )


async def hits(world: World, typed: str, *, by: Agent | None = None, **more: Any) -> list[int]:
    await world.follow()
    return [event.id for event in (await found(world, typed, by=by, **more)).events]


async def check_index(world: World) -> None:
    assert await world.desk.database.read(lambda session: list(check.wrong(session))) == []


FORMS: Sequence[tuple[str, Sequence[str]]] = (
    ("Sajnos a rendelésem még mindig nem érkezett meg.", ("rendelés", "rendeléseket", "rendelésem", "rendelesem")),
    ("Kérem, hogy a rendeléseket küldjék el nekem.", ("rendelés", "rendelésemet")),
    ("Hola, mis pedidos no han llegado todavía.", ("pedido", "pedidos")),
    ("मेरी किताबें अभी तक नहीं आई हैं।", ("किताब", "किताबें", "किताबों")),
    ("I have returned the lamp to you last week.", ("return", "returned", "returns")),
    ("Where is the árvíztűrő tükörfúrógép that I ordered?", ("arvizturo", "ÁRVÍZTŰRŐ", "tukorfurogep", "order")),
    ("Wo sind meine Bestellungen? Ich habe noch nichts von Ihnen gehört.", ("Bestellung", "bestellungen")),
)


async def test_other_forms_of_a_word_are_found_in_the_language_it_stands_in(world: World) -> None:
    said = [await world.hear(world.marta, text) for text, _ in FORMS]
    for accepted, (_, forms) in zip(said, FORMS, strict=True):
        for form in forms:
            assert accepted.event_id in await hits(world, form), form
    assert await hits(world, '"rendelés"') == []  # in quotation marks, exactly so
    assert await hits(world, '"rendelésem"') == [said[0].event_id]
    assert await hits(world, "tablet") == []


async def test_a_word_is_no_form_of_another_language_s_word(world: World) -> None:
    await world.hear(world.tom, "I would like to have the tablet that you showed to me.")
    assert await hits(world, "table") != await hits(world, "táblák")
    assert await hits(world, "tablets") != []
    assert await hits(world, '"table"') == []


async def test_subject_files_people_and_notes_are_found_and_what_is_quoted_is_not(world: World) -> None:
    lamp = Attached(blob="b1", name="Broken lámpa 2.jpg", type="image/jpeg", size=9, sha256="0" * 64)
    mail = await letter(
        world,
        "It fell down.",
        subject="About the lamp",
        quoted="> your wonderful chandelier",
        to=(Person("help@shop.example", "Help"),),
        cc=(Person("tom@weller.example", "Tom Weller"),),
        attached=(lamp,),
    )
    note = await world.say(world.bela, mail.conversation_id, "Call her, see https://wiki.example/lamps", note=True)
    assert await hits(world, "fell lamp") == [mail.event_id]
    assert await hits(world, "subject:lamp") == [mail.event_id]
    assert await hits(world, "subject:fell") == []
    assert await hits(world, '"lampa"') == [mail.event_id]
    assert await hits(world, "filename:jpg") == [mail.event_id]
    assert await hits(world, "chandelier") == []
    assert await hits(world, "from:nagy.example") == [mail.event_id]
    assert await hits(world, "from:kati has:attachment") == [mail.event_id]
    assert await hits(world, "from:Katalin") == [mail.event_id]
    assert await hits(world, "to:tom@weller.example") == [mail.event_id]
    assert await hits(world, "to:weller") == [mail.event_id]
    assert await hits(world, "to:kati") == []
    assert await hits(world, "has:note") == [note.event_id]
    assert await hits(world, "has:link from:béla") == [note.event_id]
    assert await hits(world, "from:ana") == []
    assert await hits(world, "channel:email -has:note") == [mail.event_id]
    assert await hits(world, "channel:chat lamp") == []
    opening = await hits(world, "kati@nagy.example -from:kati")
    assert len(opening) == 1  # who they are stands where the conversation began
    await check_index(world)


async def test_days_narrow_and_history_stands_where_it_was_said(world: World) -> None:
    old = await letter(
        world, "old parcel", imported=True, said_at=int(datetime(2021, 5, 31, 12, tzinfo=UTC).timestamp()) * 1000
    )
    first = await world.hear(world.tom, "first parcel")
    world.clock.skip(2 * DAY)
    second = await world.hear(world.tom, "second parcel")
    late = await letter(world, "imported later, parcel", imported=True, said_at=first.at + DAY)
    assert await hits(world, "parcel") == [second.event_id, late.event_id, first.event_id, old.event_id]
    assert await hits(world, "parcel on:today") == [second.event_id]
    assert await hits(world, "parcel after:yesterday") == [second.event_id, late.event_id]
    assert await hits(world, "parcel before:yesterday") == [first.event_id, old.event_id]
    assert await hits(world, "on:2021-05") == await hits(world, "before:2022") == await hits(world, "on:2021-05-31")
    assert old.event_id in await hits(world, "on:2021-05-31")
    assert await hits(world, "before:2021-05-31") == []


async def test_words_that_must_not_be_there(world: World) -> None:
    one = await world.hear(world.tom, "a blue teapot")
    two = await world.hear(world.tom, "a red teapot")
    assert await hits(world, "teapot -blue") == [two.event_id]
    assert await hits(world, 'teapot -"red teapot"') == [one.event_id]
    assert await hits(world, "-from:tom teapot") == []


async def test_how_a_conversation_stands_now_narrows(world: World) -> None:
    by = await world.view(world.ana)
    tom, asha, marta = [await world.hear(one, "my parcel") for one in (world.tom, world.asha, world.marta)]
    refund = await world.desk.database.write(
        lambda tx: labels.make(tx, "Refund", "amber", by=Actor("agent", world.ana.id), at=world.clock.now())
    )
    handle = world.desk.handle
    await handle.label(tom.conversation_id, (refund.id,), (), by=by)
    await handle.assign(asha.conversation_id, world.ana.id, None, by=by)
    await handle.close(marta.conversation_id, by=by)
    assert await hits(world, "parcel label:refund") == [tom.event_id]
    assert await hits(world, "parcel -label:refund") == [marta.event_id, asha.event_id]
    assert await hits(world, "parcel assigned:me") == [asha.event_id]
    assert await hits(world, "parcel assigned:ana", by=world.bela) == [asha.event_id]
    assert await hits(world, "parcel assigned:nobody is:open") == [tom.event_id]
    assert await hits(world, "parcel is:closed") == [marta.event_id]
    assert await hits(world, "parcel is:open is:closed") == [marta.event_id, asha.event_id, tom.event_id]
    assert await hits(world, "parcel -is:closed") == [asha.event_id, tom.event_id]
    await handle.reopen(marta.conversation_id, by=by)
    assert await hits(world, "parcel is:closed") == []
    await world.desk.handle.read(tom.conversation_id, tom.seq, by=by)
    assert tom.event_id not in await hits(world, "parcel is:unread")
    assert tom.event_id in await hits(world, "parcel is:unread", by=world.bela)
    await check_index(world)


async def test_junk_is_left_out_unless_it_is_asked_for(world: World) -> None:
    by = await world.view(world.ana)
    said = await world.hear(world.tom, "cheap pills")
    assert await hits(world, "pills") == [said.event_id]
    await world.desk.handle.junk(said.conversation_id, by=by)
    assert await hits(world, "pills") == []
    assert await hits(world, "pills is:junk") == [said.event_id]
    await check_index(world)
    await world.desk.handle.reopen(said.conversation_id, by=by)
    assert await hits(world, "pills") == [said.event_id]
    assert await hits(world, "pills is:junk") == []
    await check_index(world)


async def test_nobody_finds_what_they_may_not_see(world: World) -> None:
    shop = await world.hear(world.tom, "my parcel")
    trade = await world.hear(world.asha, "my parcel", inbox=world.trade)
    for typed in ("parcel", "is:open", "assigned:nobody", "from:tom from:asha", "parcel -is:closed", "-label:x parcel"):
        if "label" not in typed:
            assert await hits(world, typed, by=world.eve) == [], typed
            assert trade.event_id not in await hits(world, typed, by=world.ana), typed
    assert await hits(world, "parcel", by=world.bela) == [trade.event_id, shop.event_id]
    assert await hits(world, "parcel in:wholesale", by=world.bela) == [trade.event_id]
    assert await hits(world, "parcel -in:wholesale", by=world.bela) == [shop.event_id]
    with pytest.raises(WrongQuery) as refused:
        await hits(world, "in:wholesale", by=world.ana)  # not even that there is one
    assert refused.value.fields == {"in": "unknown"}
    await world.desk.handle.move(shop.conversation_id, world.trade.id, by=await world.view(world.bela))
    assert (await found(world, "parcel", by=world.ana)).events == []  # at once, though the index follows later
    assert await hits(world, "parcel", by=world.ana) == []
    await check_index(world)


@pytest.mark.parametrize("typed", ["in:nowhere", "label:nothing", "assigned:nobody-of-us"])
async def test_a_name_that_nobody_has_is_told(world: World, typed: str) -> None:
    with pytest.raises(WrongQuery) as refused:
        await found(world, typed)
    assert refused.value.fields == {typed.partition(":")[0]: "unknown"}


async def test_a_page_has_few_hits_of_one_conversation_and_the_next_goes_on(world: World) -> None:
    other = await world.hear(world.tom, "teapot")
    many = [await world.hear(world.asha, f"teapot {number}") for number in range(8)]
    await world.follow()
    page = await found(world, "teapot")
    newest = [one.event_id for one in reversed(many)]
    assert [event.id for event in page.events] == [*newest[: find.MOST_OF_ONE], other.event_id]
    assert page.more_of == {many[0].conversation_id: 8 - find.MOST_OF_ONE}
    assert (page.next, page.upto) == (None, None)
    first = await found(world, "teapot", limit=2)
    assert [event.id for event in first.events] == newest[:2]
    second = await found(world, "teapot", limit=2, before=first.next)
    assert [event.id for event in second.events] == newest[2:4]


async def test_a_search_that_meets_only_what_does_not_fit_says_how_far_it_has_looked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = await world.view(world.ana)
    first = await world.hear(world.tom, "parcel")
    await world.desk.handle.close(first.conversation_id, by=by)
    for number in range(12):
        await letter(world, "parcel", sender=f"no{number}@body.example")
    await world.follow()
    monkeypatch.setattr("esmero.desk.search.standing.FEW", 0)
    monkeypatch.setattr(find, "BATCHES", (2, 6))
    page = await found(world, "parcel is:closed")
    assert page.events == []
    assert page.next is not None
    assert page.upto is not None
    assert page.upto > first.at
    rest = await found(world, "parcel is:closed", before=page.next)
    assert [event.id for event in rest.events] == [first.event_id]
    assert rest.next is None
    assert FEW > 0


async def test_the_last_word_may_be_a_beginning_where_whole_words_find_little(world: World) -> None:
    said = await world.hear(world.tom, "two umbrellas, please")
    for typed in ("umbr", "two umbr", "umbrella"):
        assert await hits(world, typed) == [said.event_id]
    assert await hits(world, "umbr two") == []
    assert await hits(world, '"umbr"') == []
    assert await hits(world, "-umbr two") == [said.event_id]


async def test_what_was_erased_is_found_no_more(world: World) -> None:
    said = await world.hear(world.tom, "my secret")
    assert await hits(world, "secret") == [said.event_id]
    erase = Statement(delete(content).where(content.c.event_id == said.event_id))

    def unit(tx: Any) -> None:
        tx.run(erase)
        put(tx, log.these(tx, [said.event_id]))

    await world.desk.database.write(unit)
    assert await hits(world, "secret") == []
    await check_index(world)


async def test_a_customer_is_found_by_what_they_are_called_now(world: World) -> None:
    said = await world.hear(world.tom, "hello there")
    customer = said.event.actor.id
    await world.desk.handle.edit_customer(customer, {"name": "Weller & Sons"}, by=await world.view(world.ana))
    assert await hits(world, "from:sons") == [said.event_id]
    assert len(await hits(world, "sons")) == 1
    await check_index(world)


async def test_an_index_that_was_begun_anew_is_filled_from_the_newest_on(world: World) -> None:
    said = [await world.hear(world.tom, f"parcel {number}") for number in range(2 * refill.SLICE)]
    await world.follow()

    def begin_anew(tx: Any) -> None:
        search.clear(tx)
        position = log.position(tx)
        tx.run(Statement(cursor.insert().values(name=refill.CURSOR, position=position)))

    await world.desk.database.write(begin_anew)
    new = await world.hear(world.asha, "a new parcel")
    assert await hits(world, "parcel") == [new.event_id]
    filling = refill.Refill(world.desk.database)
    assert await filling.round() == refill.SLICE
    assert await hits(world, f'"parcel {len(said) - 1}"') == [said[-1].event_id]
    assert await hits(world, '"parcel 0"') == []
    assert await world.desk.database.read(refill.left) > 0
    await check_index(world)
    while await filling.round():
        pass
    assert await world.desk.database.read(refill.left) == 0
    assert await hits(world, '"parcel 0"') == [said[0].event_id]
    await check_index(world)


async def test_a_rebuild_makes_the_same_index(world: World) -> None:
    said = await world.hear(world.tom, "my parcel")
    await world.follow()

    def spoil(tx: Any) -> None:
        search.remove(tx, [one.place for one in _entries(tx)][:1])

    def _entries(tx: Any) -> Any:
        from esmero.desk.search.entries import entries_of

        return entries_of(tx, log.these(tx, [said.event_id]))

    await world.desk.database.write(spoil)
    assert await world.desk.database.read(lambda session: list(check.wrong(session))) == [said.event_id, 0]
    assert await world.desk.database.write(check.mend) == 2
    await check_index(world)
    assert await hits(world, "parcel") == [said.event_id]
    assert FOLLOWER == "search"
