"""When administrators are told of what stops the desk's work."""

from __future__ import annotations

import msgspec
import pytest

from esmero.care.notify import queue
from esmero.care.notify.alerts import Alerts
from esmero.care.notify.matters import REFUSED_FOR
from esmero.channels.email.imap.state import STATE, State
from esmero.channels.email.own.sender import SenderSettings
from esmero.contract.events import DESK
from esmero.contract.messages import Source
from esmero.contract.ports import SetUp
from esmero.desk import inboxes, sources
from esmero.desk.memory import Memory
from esmero.kit.clock import DAY, HOUR, MINUTE
from tests.world import World

pytestmark = pytest.mark.anyio


async def told(world: World) -> list[str]:
    """Let the watcher look once, and return all that has been told, oldest first, and to whom."""
    desk = world.desk
    await Alerts(desk.database, desk.own.notify, world.clock, origin="https://desk.example").round()
    mails = await desk.database.read(lambda session: queue.last(session, limit=50))
    return [f"{one.purpose} {one.recipient}" for one in reversed(mails)]


async def set_up(world: World) -> None:
    settings = SenderSettings(via="server", address="desk@shop.example")
    wanted = SetUp(msgspec.json.encode(settings).decode())
    await world.desk.database.write(lambda tx: world.desk.own.sender.keep(tx, wanted, by=DESK, at=world.clock.now()))


async def be(world: World, number: int, kind: str) -> None:
    state = msgspec.convert({"kind": kind, "since": world.clock.now(), "code": "sign_in_refused"}, State)
    await Memory(world.desk.database).remember(number, STATE, msgspec.json.encode(state).decode())


ALERT, MENDED = "alert ilona@desk.example", "mended ilona@desk.example"


async def test_a_refused_mailbox_is_told_after_a_while_once_a_day_and_when_it_is_mended(world: World) -> None:
    await set_up(world)
    number = (await world.mailbox()).id
    await be(world, number, "refused")
    assert await told(world) == []
    world.clock.skip(REFUSED_FOR - MINUTE)
    await be(world, number, "connecting")  # it is tried again all the while
    assert await told(world) == []
    await be(world, number, "refused")
    world.clock.skip(MINUTE)
    assert await told(world) == [ALERT]
    world.clock.skip(DAY - MINUTE)
    assert await told(world) == [ALERT]
    world.clock.skip(MINUTE)
    assert await told(world) == [ALERT, ALERT]
    await be(world, number, "ok")
    assert await told(world) == [ALERT, ALERT, MENDED]
    assert await told(world) == [ALERT, ALERT, MENDED]


async def test_one_that_comes_and_goes_is_told_once_a_day(world: World) -> None:
    await set_up(world)
    number = (await world.mailbox()).id
    seen = list[str]()
    for _ in range(10):
        for kind in ("refused", "ok"):
            await be(world, number, kind)
            await told(world)
            world.clock.skip(REFUSED_FOR)
            seen = await told(world)
    assert seen == [ALERT, MENDED]
    world.clock.skip(DAY)
    await be(world, number, "refused")
    await told(world)
    world.clock.skip(REFUSED_FOR)
    assert await told(world) == [ALERT, MENDED, ALERT]


async def test_a_short_trouble_is_told_to_nobody(world: World) -> None:
    await set_up(world)
    number = (await world.mailbox()).id
    await be(world, number, "refused")
    await told(world)
    await be(world, number, "ok")
    await told(world)
    world.clock.skip(DAY)
    assert await told(world) == []


async def test_mail_in_quarantine_is_told_at_once_and_its_end_too(world: World) -> None:
    await set_up(world)
    number = (await world.mailbox()).id
    held = Source(name="a" * 32, way="imap", size=1, sealed=b"x")
    await world.desk.database.write(
        lambda tx: sources.hold(tx, held, inbox_id=number, reason="No sender.", at=world.clock.now())
    )
    assert await told(world) == [ALERT]
    world.clock.skip(HOUR)
    await world.desk.database.write(lambda tx: sources.put_away(tx, 1))
    assert await told(world) == [ALERT, MENDED]


async def test_nobody_is_told_without_a_sender_and_all_that_lasts_once_there_is_one(world: World) -> None:
    number = (await world.mailbox()).id
    await be(world, number, "refused")
    world.clock.skip(DAY)
    assert await told(world) == []
    await set_up(world)
    assert await told(world) == [ALERT]


async def test_a_removed_inbox_is_no_matter(world: World) -> None:
    await set_up(world)
    number = (await world.mailbox()).id
    await be(world, number, "refused")
    await told(world)
    await world.desk.database.write(lambda tx: inboxes.remove(tx, number, by=DESK, at=world.clock.now()))
    world.clock.skip(DAY)
    assert await told(world) == []
