"""What came is kept as it came: opened with a reason, held where it could not be understood, tried again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.contract.events import Event
from esmero.contract.facts import MailHeld, MailReleased, SourceOpened
from esmero.contract.messages import Source
from esmero.desk import log
from esmero.flow.quarantine import Quarantine, Release
from esmero.flow.sources import Sources
from esmero.kit.errors import BadInput, Forbidden, NotFound
from esmero.kit.sealed import SealBroken
from esmero.kit.sources import open_source, seal_source
from tests.flow.post import Post, PostOffice
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

RAW = b"From: tom@weller.example\r\n\r\nMy card is 4111 1111 1111 1111\r\n"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


def sealed(world: World, name: str = "one") -> Source:
    return Source(name=name, way="imap", size=len(RAW), sealed=seal_source(world.desk.sealer, name, RAW))


def sources(world: World) -> Sources:
    return Sources(world.desk.database, world.desk.blobs, world.desk.sealer, world.clock)


async def of_inbox(world: World) -> list[Event]:
    read = world.desk.database.read
    return await read(lambda session: log.stream_before(session, "inbox", world.shop.id, None, limit=10))


async def test_a_source_is_sealed_under_its_name(world: World) -> None:
    kept = seal_source(world.desk.sealer, "one", RAW)
    assert b"4111" not in kept
    assert open_source(world.desk.sealer, "one", kept) == RAW
    with pytest.raises(SealBroken):
        open_source(world.desk.sealer, "two", kept)


async def test_who_may_looks_with_a_reason_and_the_conversation_says_so(world: World) -> None:
    office = PostOffice(world, Post())
    heard = await office.letter("My card", source=sealed(world))
    received = (await office.events(heard.conversation_id))[-1]
    source_id = getattr(received.fact, "source_id", None)
    assert source_id is not None
    with pytest.raises(Forbidden):
        await sources(world).open(source_id, "Curious", by=await world.view(world.ana))
    with pytest.raises(NotFound):
        await sources(world).open(source_id + 1, "Curious", by=await world.view(world.chandra))
    with pytest.raises(BadInput):
        await sources(world).open(source_id, " \t", by=await world.view(world.chandra))
    assert "source.opened" not in await office.types(heard.conversation_id)
    assert await sources(world).open(source_id, "The text is cut", by=await world.view(world.chandra)) == RAW
    event = (await office.events(heard.conversation_id))[-1]
    assert event.fact == SourceOpened(source_id=source_id)
    assert event.content is not None
    assert (event.content.text, event.actor.id, event.public) == ("The text is cut", world.chandra.id, False)


async def test_a_supervisor_of_other_inboxes_opens_nothing(world: World) -> None:
    office = PostOffice(world, Post())
    heard = await office.letter("My card", source=sealed(world), inbox_id=world.trade.id)
    source_id = getattr((await office.events(heard.conversation_id))[-1].fact, "source_id", None)
    assert source_id is not None
    with pytest.raises(NotFound):
        await sources(world).open(source_id, "Curious", by=await world.view(world.chandra))
    assert await sources(world).open(source_id, "Asked by the customer", by=await world.view(world.ilona)) == RAW


async def test_what_is_held_is_seen_by_who_sees_the_inbox_and_let_go_once_it_is_understood(world: World) -> None:
    quarantine, understood, tried = Quarantine(world.desk.database, world.clock), [False, True], []

    async def again(inbox_id: int, raw: bytes, way: str) -> bool:
        tried.append((inbox_id, raw, way))
        return understood.pop(0)

    release = Release(world.desk.database, sources(world), world.clock, again)
    await quarantine.hold(world.shop.id, "held:1", sealed(world), "It does not say who wrote it.")
    await quarantine.hold(world.shop.id, "held:1", sealed(world, "again"), "It does not say who wrote it.")
    ana, eve = await world.view(world.ana), await world.view(world.eve)
    (held,) = await release.held(ana, limit=10)
    assert (held.reason, held.attempts) == ("It does not say who wrote it.", 0)
    assert await release.held(eve, limit=10) == []
    with pytest.raises(NotFound):
        await release.retry(held.id, by=eve)
    assert not await release.retry(held.id, by=ana)
    assert [one.attempts for one in await release.held(ana, limit=10)] == [1]
    assert await release.retry(held.id, by=ana)
    assert await release.held(ana, limit=10) == []
    assert tried == [(world.shop.id, RAW, "imap")] * 2
    with pytest.raises(NotFound):
        await release.put_away(held.id, by=ana)
    facts = [event.fact for event in await of_inbox(world)][-2:]
    assert facts == [MailHeld(source_id=held.id), MailReleased(source_id=held.id, action="understood")]


async def test_what_is_put_away_is_in_no_list_and_can_still_be_opened(world: World) -> None:
    quarantine = Quarantine(world.desk.database, world.clock)

    async def never(_inbox_id: int, _raw: bytes, _way: str) -> bool:
        return False

    release = Release(world.desk.database, sources(world), world.clock, never)
    await quarantine.hold(world.shop.id, "held:1", sealed(world), "Broken")
    chandra = await world.view(world.chandra)
    (held,) = await release.held(chandra, limit=10)
    await release.put_away(held.id, by=chandra)
    assert await release.held(chandra, limit=10) == []
    assert await sources(world).open(held.id, "To see what it was", by=chandra) == RAW
    assert (await of_inbox(world))[-1].fact == SourceOpened(source_id=held.id)


async def test_a_large_source_is_a_file(world: World) -> None:
    office = PostOffice(world, Post())
    whole = sealed(world)
    assert whole.sealed is not None

    async def chunks() -> AsyncIterator[bytes]:
        yield whole.sealed or b""

    await world.desk.blobs.put("sources/one", chunks(), limit=10_000)
    large = Source(name="one", way="imap", size=len(RAW), blob="sources/one")
    heard = await office.letter("My card", source=large)
    source_id = getattr((await office.events(heard.conversation_id))[-1].fact, "source_id", None)
    assert source_id is not None
    assert await sources(world).open(source_id, "Cut", by=await world.view(world.ilona)) == RAW
