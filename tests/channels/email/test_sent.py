"""Whether a mail has left is looked up among the sent ones, where SMTP's answer was lost."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
import pytest

from esmero.channels.email.channel import Email
from esmero.channels.email.imap import sent
from esmero.channels.email.imap.sent import FOLDER
from esmero.channels.email.outbound import Patience
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.contract.messages import Sent
from esmero.contract.trouble import OutcomeUnknown
from esmero.kit.clock import MovableClock
from esmero.kit.errors import Unavailable
from tests import dovecot
from tests.channels.email.office import office
from tests.channels.email.post import NAMES, NOON, Drawer, Shelf, reply, sending_to
from tests.dovecot import Dovecot

pytestmark = [pytest.mark.anyio, dovecot.needed]

USER, PASSWORD = "support@shop.example", "quince tranquil lamp"
SENT = "Elk&APw-ld&APY-tt"
"""Elküldött, as IMAP writes it (RFC 3501 section 5.1.3)."""


@dataclass
class Remembered:
    values: dict[tuple[int, str], str] = field(default_factory=dict)

    async def recall(self, inbox_id: int, name: str) -> str | None:
        return self.values.get((inbox_id, name))

    async def remember(self, inbox_id: int, name: str, value: str) -> None:
        self.values[inbox_id, name] = value


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    server = Dovecot({USER: PASSWORD})
    try:
        yield server
    finally:
        server.close()


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent, "PAUSE", 0.0)


@pytest.fixture
def box(server: Dovecot) -> Iterator[imaplib.IMAP4]:
    """The mailbox, as its owner's own program sees it, with no folders but the inbox."""
    with imaplib.IMAP4("127.0.0.1", server.port) as box:
        box.login(USER, PASSWORD)
        for folder in (SENT, "Sent", "Outgoing"):
            box.delete(folder)
        yield box


def channel(settings: EmailSettings, memory: Remembered | None = None) -> Email:
    secrets = EmailSecrets(receive=PASSWORD)
    return Email(
        Drawer({1: settings}, secrets),
        Shelf(),
        NAMES,
        MovableClock(NOON),
        patience=Patience(step=5, offer=5, whole=6, idle=1),
        memory=memory or Remembered(),
    )


def settings(port: int, server: Dovecot | None) -> EmailSettings:
    receive = Server(host="127.0.0.1", port=server.port, security="none", user=USER) if server else Server()
    return msgspec.structs.replace(sending_to(port), receive=receive)


def file(box: imaplib.IMAP4, folder: str, message_id: str) -> None:
    box.create(folder)
    status, _ = box.append(folder, "", "", f"Message-ID: <{message_id}>\r\n\r\nIt leaves today.\r\n".encode())
    assert status == "OK"


async def our_id() -> str:
    """The Message-ID that the reply has at every attempt."""
    async with office() as post:
        email = channel(sending_to(post.port))
        name = (await email.send(reply())).provider_id
        await email.close()
    assert name is not None
    return name


@pytest.mark.parametrize("folder", [SENT, "Sent"], ids=["by its attribute", "by its name"])
async def test_a_copy_among_the_sent_ones_shows_that_it_left(folder: str, server: Dovecot, box: imaplib.IMAP4) -> None:
    name, memory = await our_id(), Remembered()
    file(box, folder, name)
    async with office({"end": "drop"}) as post:
        email = channel(settings(post.port, server), memory)
        assert await email.send(reply()) == Sent(provider_id=name)
        assert await email.was_sent(reply()) == Sent(provider_id=name)
        await email.close()
    assert memory.values == {(1, FOLDER): "Elküldött" if folder == SENT else "Sent"}


async def test_without_a_copy_nobody_knows(server: Dovecot, box: imaplib.IMAP4) -> None:
    file(box, SENT, "another@shop.example")
    async with office({"end": "drop"}) as post:
        email = channel(settings(post.port, server))
        with pytest.raises(OutcomeUnknown):
            await email.send(reply())
        assert await email.was_sent(reply()) is None
        await email.close()
    assert len(post.heard) > 0


class Away(Remembered):
    """Storage went away while the mail was on its way."""

    async def recall(self, inbox_id: int, name: str) -> str | None:
        raise Unavailable


async def test_if_looking_breaks_nobody_knows_and_it_is_never_called_unsent(
    server: Dovecot, box: imaplib.IMAP4
) -> None:
    async with office({"end": "drop"}) as post:
        email = channel(settings(post.port, server), Away())
        with pytest.raises(OutcomeUnknown):
            await email.send(reply())
        await email.close()


async def test_a_copy_that_lies_in_another_folder_shows_nothing(server: Dovecot, box: imaplib.IMAP4) -> None:
    file(box, "Outgoing", await our_id())
    assert await channel(settings(1, server)).was_sent(reply()) is None


async def test_a_folder_that_was_renamed_is_found_again(server: Dovecot, box: imaplib.IMAP4) -> None:
    memory = Remembered({(1, FOLDER): "Gone"})
    name = await our_id()
    file(box, SENT, name)
    assert await channel(settings(1, server), memory).was_sent(reply()) == Sent(provider_id=name)
    assert memory.values == {(1, FOLDER): "Elküldött"}


async def test_where_there_is_no_mailbox_or_no_way_to_it_nobody_knows(server: Dovecot, box: imaplib.IMAP4) -> None:
    file(box, SENT, await our_id())
    assert await channel(settings(1, None)).was_sent(reply()) is None
    away = Server(host="127.0.0.1", port=1, security="none", user=USER)
    assert await channel(msgspec.structs.replace(settings(1, None), receive=away)).was_sent(reply()) is None
    wrong = settings(1, server)
    email = Email(
        Drawer({1: wrong}, EmailSecrets(receive="no")), Shelf(), NAMES, MovableClock(NOON), memory=Remembered()
    )
    assert await email.was_sent(reply()) is None


async def test_what_the_server_takes_or_refuses_is_looked_up_nowhere(server: Dovecot, box: imaplib.IMAP4) -> None:
    memory = Remembered()
    async with office() as post:
        email = channel(settings(post.port, server), memory)
        await email.send(reply())
        await email.close()
    assert memory.values == {}
