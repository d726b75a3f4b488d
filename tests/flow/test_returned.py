"""A message that came back is marked with the reason, its address is flagged, and somebody sees it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from esmero.contract.events import Person
from esmero.contract.facts import MessageBounced
from esmero.contract.messages import Failure, Returned, Source
from esmero.contract.trouble import PermanentTrouble, Trouble
from esmero.desk import sources
from esmero.desk.customers import rows as customers
from esmero.flow.returned import TakeBack
from tests.flow.post import PostOffice

pytestmark = pytest.mark.anyio

TOM = "tom@weller.example"
GONE = Failure(address=TOM, code="no-such-address", status="5.1.1", said="550 5.1.1 no such user", permanent=True)
LATE = Failure(address=TOM, code="mailbox-full", status="4.2.2", said="452 4.2.2 mailbox full", permanent=False)


async def told(office: PostOffice, *failures: Failure, key: str = "news", **more: object) -> bool:
    back = Returned(inbox_id=office.world.shop.id, channel="post", key=key, failures=failures, **more)  # type: ignore[arg-type]
    return await TakeBack(office.desk.database, office.world.clock)(back)


async def answered(office: PostOffice) -> tuple[int, int]:
    """Let somebody be answered, and return the conversation and the reply's seq."""
    heard = await office.letter("Where is my lamp?")
    queued = await office.answer(heard.conversation_id, "On its way.", close=True)
    await office.worker().round()
    return heard.conversation_id, queued.seq


async def trouble(office: PostOffice, address: str = TOM) -> str | None:
    found = await office.desk.database.read(
        lambda session: customers.by_address(session, channel="post", inbox_id=0, address=address)
    )
    assert found is not None
    return found[1].trouble


async def test_what_came_back_for_good_opens_the_conversation_again(office: PostOffice) -> None:
    number, seq = await answered(office)
    source = Source(name="news", way="imap", size=3, sealed=b"...")
    assert await told(office, GONE, thread=number, source=source)
    state = await office.state(number)
    assert (state.status, state.waiting_since) == ("open", office.world.clock.now())
    event = (await office.events(number))[-1]
    assert isinstance(event.fact, MessageBounced)
    assert (event.fact.reply_seq, event.fact.permanent) == (seq, True)
    assert not event.public
    assert event.content is not None
    assert event.content.fields == {"address": TOM, "said": GONE.said}
    assert await trouble(office) == "permanent"
    source_id = event.fact.source_id
    assert source_id is not None
    kept = await office.desk.database.read(lambda session: sources.find(session, source_id))
    assert kept is not None
    assert kept.event_id == event.id


async def test_what_is_late_is_told_and_changes_nothing_else(office: PostOffice) -> None:
    number, _ = await answered(office)
    assert await told(office, LATE, thread=number)
    assert (await office.state(number)).status == "closed"
    assert (await office.types(number))[-1] == "message.bounced"
    assert await trouble(office) == "temporary"


async def test_for_good_is_not_taken_back_by_for_now(office: PostOffice) -> None:
    number, _ = await answered(office)
    await told(office, LATE, thread=number, key="1")
    await told(office, GONE, thread=number, key="2")
    await told(office, LATE, thread=number, key="3")
    assert await trouble(office) == "permanent"


async def test_whoever_writes_is_there(office: PostOffice) -> None:
    number, _ = await answered(office)
    await told(office, GONE, thread=number)
    await office.letter("I am here, my mailbox was full")
    assert await trouble(office) is None


async def test_a_report_about_one_mail_silences_nobody_else(office: PostOffice) -> None:
    number, _ = await answered(office)
    await office.letter("I am another customer", sender="zoe@weller.example")
    await office.letter("I take part", sender="kim@weller.example")
    await office.answer(number, "Both of you", to=(Person(TOM), Person("kim@weller.example")))
    await office.worker().round()
    failures = [replace(GONE, address=f"{name}@weller.example") for name in ("tom", "kim", "zoe")]
    assert await told(office, *failures, names=("post-2",))
    assert (await office.types(number)).count("message.bounced") == 3
    assert [await trouble(office, one.address) for one in failures] == ["permanent", "permanent", None]


async def test_the_same_news_twice_is_told_once(office: PostOffice) -> None:
    number, _ = await answered(office)
    assert await told(office, GONE, thread=number)
    assert await told(office, GONE, thread=number)
    assert (await office.types(number)).count("message.bounced") == 1


async def test_the_channels_name_of_the_message_leads_to_it(office: PostOffice) -> None:
    number, _ = await answered(office)
    assert await told(office, GONE, names=("unknown", "post-1"))
    assert (await office.types(number))[-1] == "message.bounced"


async def test_of_several_replies_the_one_is_marked_that_the_channel_names(office: PostOffice) -> None:
    number, seq = await answered(office)
    later = await office.answer(number, "One thing more")
    await office.worker().round()
    await told(office, GONE, key="1", names=("post-1",), thread=number)
    await told(office, GONE, key="2", names=("unknown",), thread=number)
    marked = [one.fact.reply_seq for one in await office.events(number) if isinstance(one.fact, MessageBounced)]
    assert marked == [seq, later.seq]


async def test_what_never_left_did_not_come_back(office: PostOffice) -> None:
    number, seq = await answered(office)
    failed = await office.answer(number, "One thing more")
    office.post.troubles = [PermanentTrouble(Trouble(code="no-such-address"))]
    await office.worker().round()
    assert await told(office, GONE, key="1", thread=number)
    await office.desk.retry(number, failed.seq, agent=await office.world.view(office.world.ana), unsure=False)
    await office.worker().round()
    assert await told(office, GONE, key="2", thread=number)
    marked = [one.fact.reply_seq for one in await office.events(number) if isinstance(one.fact, MessageBounced)]
    assert marked == [seq, failed.seq]


async def test_what_is_none_of_ours_is_left_to_the_caller(office: PostOffice) -> None:
    number, _ = await answered(office)
    before = await office.types(number)
    assert not await told(office, GONE, key="1", names=("unknown",))
    assert not await told(office, GONE, key="3", thread=4_711)
    assert not await told(office, key="4", thread=number)
    assert await office.types(number) == before
    # The customer's own mail is nothing that we sent.
    await office.letter("Hello", names=("a@tom",))
    assert not await told(office, GONE, key="5", names=("a@tom",))
