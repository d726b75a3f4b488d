"""Search over HTTP: words or fields, pages, what is shown of a hit, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from esmero.contract.messages import ForwardProof, Sender
from esmero.desk.search import refill
from esmero.store.schema import cursor
from esmero.store.statement import Statement
from tests.flow.post import Post, PostOffice
from tests.web.conftest import SignedIn
from tests.world import World

pytestmark = pytest.mark.anyio


async def test_narrowing_words_and_fields_say_the_same(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.tom, "my parcel")
    await world.say(world.ana, talk.conversation_id, "the parcel again", note=True)
    await world.follow()
    ana = await signed_in(world.ana)
    for query in (
        "q=parcel has:note",
        "q=parcel&has=note",
        "q=parcel&from=ana",
        "has=note&is=open",
        "q=parcel&from=-tom",
    ):
        page = (await ana.get(f"/search?{query}")).json()
        assert [hit["kind"] for hit in page["items"]] == ["note"], query
        assert page["complete"] is True
        assert page["next"] is None
    assert len((await ana.get("/search?q=parcel")).json()["items"]) == 2
    assert (await ana.get("/search?q=parcel&on=today&zone=Asia/Kolkata")).json()["items"]


async def test_a_hit_tells_who_wrote_it_and_marks_the_words(signed_in: SignedIn, world: World) -> None:
    talk = await world.hear(world.tom, "Two 😀 parcels, please")
    note = await world.say(world.ana, talk.conversation_id, "The parcel is late", note=True)
    await world.follow()
    of_ana, of_tom = (await (await signed_in(world.ana)).get("/search?q=parcels")).json()["items"]
    assert (of_ana["event"], of_ana["by"], of_ana["kind"]) == (note.event_id, f"agent:{world.ana.id}", "note")
    assert (of_tom["kind"], of_tom["by"]) == ("message", str(talk.event.actor))
    for hit in (of_ana, of_tom):
        (first, last), *_ = hit["marks"]
        assert hit["snippet"][first:last].lower().startswith("parcel")


async def test_pages_follow_one_another(signed_in: SignedIn, world: World) -> None:
    people = [type(world.marta)(f"Nobody {number}", "en", f"visitor_{number}") for number in range(12)]
    said = [(await world.hear(one, "parcel")).event_id for one in people]
    await world.follow()
    ana, seen, more = await signed_in(world.ana), list[int](), ""
    while more is not None:
        page = (await ana.get("/search?q=parcel&limit=5" + (f"&cursor={more}" if more else ""))).json()
        seen += [hit["event"] for hit in page["items"]]
        more = page["next"]
    assert seen == said[::-1]


@pytest.mark.parametrize(
    ("query", "code", "fields"),
    [
        ("q=", "bad_input", {"q": "missing"}),
        ("", "bad_input", {"q": "missing"}),
        ("q=is:lost", "wrong_query", {"is": "no_such_state"}),
        ("q=a&before=soon", "wrong_query", {"before": "no_day"}),
        ("q=in:nowhere", "wrong_query", {"in": "unknown"}),
        ("q=a&zone=Mars/Base", "bad_input", {"zone": "unknown"}),
        ("q=a&zone=../../etc/passwd", "bad_input", {"zone": "unknown"}),
        ("q=a&cursor=x", "bad_input", {"cursor": "unknown"}),
        ("q=a&cursor=99999999999999999999", "bad_input", {"cursor": "unknown"}),
    ],
)
async def test_what_makes_no_sense_is_refused(
    signed_in: SignedIn, world: World, query: str, code: str, fields: dict[str, str]
) -> None:
    answer = await (await signed_in(world.ana)).get(f"/search?{query}")
    assert (answer.status_code, answer.json()["code"], answer.json()["fields"]) == (400, code, fields)


async def test_a_narrowing_word_has_so_many_values_as_is_said_and_no_more(signed_in: SignedIn, world: World) -> None:
    ana = await signed_in(world.ana)
    assert (await ana.get("/search?q=a" + "&channel=chat" * 16)).status_code == 200
    assert (await ana.get("/search?q=a" + "&channel=chat" * 17)).status_code == 400
    assert (await ana.get("/search?q=a" + "&from=kati" * 17)).status_code == 400


async def test_that_not_everything_is_known_yet_is_told(signed_in: SignedIn, world: World) -> None:
    await world.hear(world.tom, "parcel")
    begin = Statement(cursor.insert().values(name=refill.CURSOR, position=1))

    def unit(tx: Any) -> None:
        tx.run(begin)

    await world.desk.database.write(unit)
    assert (await (await signed_in(world.ana)).get("/search?q=parcel")).json()["complete"] is False


async def test_eve_finds_nothing(signed_in: SignedIn, world: World) -> None:
    await world.hear(world.tom, "my parcel, see https://shop.example")
    await world.follow()
    eve = await signed_in(world.eve)
    for query in ("q=parcel", "has=link", "is=open", "from=tom", "assigned=nobody", "q=weller"):
        assert (await eve.get(f"/search?{query}")).json()["items"] == [], query
    assert (await eve.get("/search?in=Shop")).json()["fields"] == {"in": "unknown"}


async def test_what_came_back_to_a_forward_stands_under_who_wrote_it_as_a_note(
    signed_in: SignedIn, world: World
) -> None:
    office = PostOffice(world, Post())
    heard = await office.letter("A broken lamp")
    kept = await office.forward(heard.conversation_id, text="Can you repair it?")
    proof = ForwardProof(kept.conversation_id, kept.seq, by_address=True)
    for name in ("Lamps Ltd", ""):
        sender = Sender(address="sales@lamps.example", name=name)
        await office.letter(f"We repair {name or 'it'}", sender=sender, thread=heard.conversation_id, forward=proof)
    await world.follow()
    ana = await signed_in(world.ana)
    found = (await ana.get("/search?q=repair")).json()["items"]
    assert [(hit["kind"], hit["by_name"]) for hit in found] == [
        ("note", "sales@lamps.example"),
        ("note", "Lamps Ltd"),
        ("note", ""),
    ]
