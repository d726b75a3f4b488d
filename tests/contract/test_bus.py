"""What every bus promises: in one process, over PostgreSQL and over Valkey."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
from collections.abc import AsyncIterator, Awaitable, Callable

import psycopg
import pytest

from esmero.contract.ports import Bus
from esmero.store import bus_linked
from esmero.store.bus import LONGEST_PAYLOAD, LONGEST_TOPIC, MemoryBus
from esmero.store.bus_linked import LinkedBus
from esmero.store.bus_postgres import PostgresBus
from esmero.store.bus_redis import RedisBus
from tests import servers

Make = Callable[[], Awaitable[Bus]]
KINDS = ["memory", "postgres", "redis"]


@pytest.fixture(params=KINDS)
async def make(request: pytest.FixtureRequest) -> AsyncIterator[Make]:
    """Makes started buses of one kind that hear each other (the one of memory: always the same)."""
    made: list[Bus] = []
    build = _builder(request)

    async def started() -> Bus:
        bus = made[0] if request.param == "memory" and made else build()
        made.append(bus)
        await bus.start()
        return bus

    yield started
    for bus in made:
        await bus.stop()


def _builder(request: pytest.FixtureRequest) -> Callable[[], Bus]:
    if request.param == "memory":
        return MemoryBus
    if request.param == "redis":
        url = f"{servers.valkey().url}?channel={secrets.token_hex(4)}"
        return lambda: RedisBus(url)
    context = servers.database()
    url = context.__enter__()
    request.addfinalizer(lambda: context.__exit__(None, None, None))
    return lambda: PostgresBus(url)


class Ear:
    """A listener that remembers."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def __call__(self, payload: bytes) -> None:
        self.heard.append(payload)

    async def hears(self, *payloads: bytes) -> None:
        """Waits until it heard exactly these, and a little longer for what should not come."""
        async with asyncio.timeout(5):
            while len(self.heard) < len(payloads):
                await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)
        assert self.heard == list(payloads)


async def test_news_reaches_listeners_here_and_in_other_processes_once(make: Make) -> None:
    here, there = await make(), await make()
    ears = Ear(), Ear()
    here.subscribe("feed", ears[0])
    there.subscribe("feed", ears[1])
    await here.publish("feed", b"one")
    for ear in ears:
        await ear.hears(b"one")


async def test_news_comes_in_the_order_in_which_it_was_published(make: Make) -> None:
    here, there = await make(), await make()
    ear = Ear()
    there.subscribe("feed", ear)
    sent = [str(number).encode() for number in range(700)]
    for each in sent:
        await here.publish("feed", each)
    await ear.hears(*sent)


async def test_news_for_others_alone_is_not_heard_here(make: Make) -> None:
    here, there = await make(), await make()
    ears = Ear(), Ear()
    for bus, ear in zip((here, there), ears, strict=True):
        bus.subscribe("feed", ear)
    await here.publish("feed", b"known here", here=False)
    await here.publish("feed", b"for all")
    await ears[0].hears(b"for all")
    if there is not here:
        await ears[1].hears(b"known here", b"for all")


async def test_a_listener_hears_its_topic_alone(make: Make) -> None:
    here, there = await make(), await make()
    ear = Ear()
    there.subscribe("feed", ear)
    await here.publish("feeds", b"no")
    await here.publish("FEED", b"no")
    await here.publish("feed", b"yes")
    await ear.hears(b"yes")


async def test_after_unsubscribing_nothing_is_heard(make: Make) -> None:
    here, there = await make(), await make()
    gone, stays = Ear(), Ear()
    end = there.subscribe("feed", gone)
    there.subscribe("feed", stays)
    end()
    end()
    await here.publish("feed", b"x")
    await stays.hears(b"x")
    assert gone.heard == []


async def test_a_listener_that_ends_itself_while_news_is_on_the_way_is_left_alone(make: Make) -> None:
    here = await make()
    ear = Ear()
    end = here.subscribe("feed", ear)
    await here.publish("feed", b"x")
    end()
    await asyncio.sleep(0.05)
    assert ear.heard == []


async def test_the_same_function_may_listen_twice(make: Make) -> None:
    here = await make()
    ear = Ear()
    end = here.subscribe("feed", ear)
    here.subscribe("feed", ear)
    await here.publish("feed", b"x")
    await ear.hears(b"x", b"x")
    end()
    await here.publish("feed", b"y")
    await ear.hears(b"x", b"x", b"y")


async def test_a_listener_that_raises_is_reported_and_harms_no_other(make: Make) -> None:
    here = await make()
    reported: list[BaseException] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: reported.append(context["exception"]))
    ear = Ear()

    def raises(_: bytes) -> None:
        raise KeyError("a defect")

    here.subscribe("feed", raises)
    here.subscribe("feed", ear)
    await here.publish("feed", b"x")
    await ear.hears(b"x")
    assert [type(each) for each in reported] == [KeyError]


async def test_payloads_are_bytes_of_any_kind_up_to_the_limit(make: Make) -> None:
    here, there = await make(), await make()
    ear = Ear()
    topic = "é" * (LONGEST_TOPIC // 2)
    there.subscribe(topic, ear)
    sent = [bytes(range(256)), b"\0", bytes(LONGEST_PAYLOAD), b"\xff" * LONGEST_PAYLOAD]
    for each in sent:
        await here.publish(topic, each)
    await ear.hears(*sent)


@pytest.mark.parametrize(
    ("topic", "payload"),
    [("", b""), ("x" * (LONGEST_TOPIC + 1), b""), ("a\0b", b""), ("feed", bytes(LONGEST_PAYLOAD + 1))],
)
async def test_what_would_not_fit_through_every_bus_is_refused_by_each(make: Make, topic: str, payload: bytes) -> None:
    here = await make()
    with pytest.raises(ValueError, match="has"):
        await here.publish(topic, payload)


async def test_stopping_twice_and_without_start_is_harmless(make: Make) -> None:
    here = await make()
    await here.stop()
    await here.stop()
    await MemoryBus().stop()


# What only a bus with a connection can suffer


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bus_linked, "PULSE_SECONDS", 0.2)
    monkeypatch.setattr(bus_linked, "SILENCE_SECONDS", 1.0)


@pytest.fixture(params=["postgres", "redis"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[tuple[servers.Server, Callable[[], LinkedBus]]]:
    """A server of one's own to break, and what makes a bus on it."""
    if request.param == "redis":
        valkey = servers.Valkey()
        yield valkey, lambda: RedisBus(valkey.url)
        valkey.close()
    else:
        postgres = servers.PostgreSQL()
        url = postgres.url(postgres.create_database())
        yield postgres, lambda: PostgresBus(url)
        postgres.close()


async def _until(condition: Callable[[], bool], seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


async def test_after_a_lost_connection_every_listener_is_woken_once_and_news_flows_again(
    server: tuple[servers.Server, Callable[[], LinkedBus]],
) -> None:
    machine, build = server
    here, there = build(), build()
    await here.start()
    await there.start()
    ears = Ear(), Ear()
    there.subscribe("feed", ears[0])
    there.subscribe("typing", ears[1])
    machine.kill()
    await _until(lambda: not (here.linked or there.linked))
    await here.publish("feed", b"while it is gone")
    machine.start()
    await _until(lambda: here.linked and there.linked)
    await ears[1].hears(b"")
    await here.publish("typing", b"again")
    await ears[1].hears(b"", b"again")
    assert ears[0].heard.count(b"") == 1
    await here.stop()
    await there.stop()


async def test_while_the_connection_is_down_listeners_of_the_same_process_still_hear(
    server: tuple[servers.Server, Callable[[], LinkedBus]],
) -> None:
    machine, build = server
    machine.stop()
    bus = build()
    await bus.start()
    assert not bus.linked
    ear = Ear()
    bus.subscribe("feed", ear)
    await bus.publish("feed", b"local")
    await ear.hears(b"local")
    await bus.stop()


async def test_too_much_news_while_the_connection_is_down_is_dropped_and_counted(
    server: tuple[servers.Server, Callable[[], LinkedBus]], monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, build = server
    machine.stop()
    monkeypatch.setattr(bus_linked, "WAITING_NEWS", 10)
    bus = build()
    await bus.start()
    for number in range(25):
        await bus.publish("typing", str(number).encode())
        await bus.publish("feed")  # a wake-up that waits already says it all
    assert bus.dropped == 16
    await bus.stop()


@pytest.mark.usefixtures("hasty")
async def test_a_server_that_stands_still_is_noticed(
    server: tuple[servers.Server, Callable[[], LinkedBus]],
) -> None:
    machine, build = server
    bus = build()
    await bus.start()
    ear = Ear()
    bus.subscribe("feed", ear)
    pids = _pids(machine)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        await _until(lambda: not bus.linked)
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
    await _until(lambda: bus.linked)
    await ear.hears(b"")
    await bus.stop()


def _pids(machine: servers.Server) -> list[int]:
    """All processes of a server that serve us: PostgreSQL has one for each connection."""
    if not isinstance(machine, servers.PostgreSQL):
        return [machine.pid]
    with psycopg.connect(machine.url("postgres")) as connection:
        found = connection.execute("SELECT pid FROM pg_stat_activity WHERE application_name = 'esmero'").fetchall()
    assert len(found) == 2
    return [machine.pid, *(pid for (pid,) in found)]
