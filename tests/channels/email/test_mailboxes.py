"""The mailboxes of the desk are followed as they are set up, each by one process; on a real Dovecot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from esmero.channels.email.imap.state import STATE, State, read_state
from esmero.channels.email.mailboxes import Mailboxes
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.channels.email.tokens import MailboxTokens
from esmero.contract.events import DESK
from esmero.desk import inboxes, log, memory
from esmero.desk.leases import Leases
from esmero.desk.memory import Memory
from esmero.desk.setting_up import SettingUp
from esmero.web.api.inboxes import written_settings
from tests import dovecot
from tests.dovecot import Dovecot
from tests.world import World, open_world

pytestmark = [pytest.mark.anyio, dovecot.needed]

ADDRESS, PASSWORD = "support@shop.example", "quince tranquil lamp"
PATIENCE_SECONDS = 30


@pytest.fixture
def server() -> Iterator[Dovecot]:
    server = Dovecot({ADDRESS: PASSWORD})
    yield server
    server.close()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(tmp_path) as world:
        yield world


def settings(server: Dovecot) -> EmailSettings:
    there = Server(host="127.0.0.1", port=server.port, security="none", user=ADDRESS)
    return EmailSettings(address=ADDRESS, receive=there)


async def make(world: World, server: Dovecot, password: str = PASSWORD) -> int:
    written, at = written_settings(settings(server)), world.clock.now()
    made = await world.desk.database.write(
        lambda tx: inboxes.make(tx, channel="email", name="Mail", key="email_1", settings=written, by=DESK, at=at)
    )
    await set_password(world, made.id, password)
    return made.id


async def set_password(world: World, number: int, password: str) -> None:
    setting_up = SettingUp(world.desk.database, world.desk.sealer, world.clock)
    await setting_up.keep_secrets(number, msgspec.json.encode(EmailSecrets(receive=password)))


@asynccontextmanager
async def following(world: World, owner: str = "one") -> AsyncIterator[Mailboxes]:
    """Run what one process runs."""
    database, clock = world.desk.database, world.clock
    setting_up = SettingUp(database, world.desk.sealer, clock)
    leases, tokens = Leases(database, clock, owner=owner), MailboxTokens(setting_up, clock)
    mailboxes = Mailboxes(setting_up, leases, Memory(database), world.desk.mail.receive, tokens, clock)
    running = asyncio.create_task(mailboxes.run())
    try:
        yield mailboxes
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def received(world: World) -> list[str]:
    events = await world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    return [event.content.text for event in events if event.fact.type == "message.received" and event.content]


async def state(world: World, number: int) -> State | None:
    written = await world.desk.database.read(lambda session: memory.recall(session, inbox_id=number, name=STATE))
    return None if written is None else read_state(written)


async def until(true: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not await true():
            await asyncio.sleep(0.05)


async def is_followed(world: World, number: int) -> bool:
    now = await state(world, number)
    return now is not None and now.kind == "ok"


def mail(text: str) -> bytes:
    return f"From: tom@weller.example\r\nTo: {ADDRESS}\r\nSubject: Lamp\r\n\r\n{text}\r\n".encode()


async def test_what_comes_into_the_mailbox_comes_to_the_desk_once(world: World, server: Dovecot) -> None:
    number = await make(world, server)
    async with following(world):
        await until(lambda: is_followed(world, number))
        server.deliver(ADDRESS, mail("One"), mail("Two"))
        await until(lambda: _has(world, 2))
    server.deliver(ADDRESS, mail("While nobody looked"))
    async with following(world, "another"):
        await until(lambda: _has(world, 3))
    assert await received(world) == ["One", "Two", "While nobody looked"]


async def _has(world: World, count: int) -> bool:
    return len(await received(world)) >= count


async def test_a_wrong_password_is_told_and_the_right_one_taken_at_once(world: World, server: Dovecot) -> None:
    number = await make(world, server, "wrong")
    async with following(world) as mailboxes:

        async def is_refused() -> bool:
            now = await state(world, number)
            return now is not None and now.kind == "refused"

        await until(is_refused)
        await set_password(world, number, PASSWORD)
        mailboxes.wake()
        await until(lambda: is_followed(world, number))


async def test_a_mailbox_is_followed_by_one_process_alone(world: World, server: Dovecot) -> None:
    number = await make(world, server)
    async with following(world):
        await until(lambda: is_followed(world, number))
        async with following(world, "another") as other:
            await other.look()
            assert other.followed == set()
    async with following(world, "another") as other:
        await other.look()
        assert other.followed == {number}, "who ends gives its leases back"


async def test_an_inbox_that_is_no_more_is_followed_no_more(world: World, server: Dovecot) -> None:
    number = await make(world, server)
    async with following(world) as mailboxes:
        await until(lambda: is_followed(world, number))
        await world.desk.database.write(lambda tx: inboxes.remove(tx, number, by=DESK, at=world.clock.now()))
        await mailboxes.look()
        assert mailboxes.followed == set()
