"""What the receiver takes, what it refuses, and what it promises."""

from __future__ import annotations

import asyncio
import contextlib
import smtplib
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
import uvloop

from esmero.channels.email.deposit import Envelope, Outcome
from esmero.channels.email.receiver.limits import Limits
from esmero.channels.email.receiver.receiver import Receiver
from esmero.channels.email.settings import EmailSettings
from esmero.contract.ports import SetUp
from esmero.kit.errors import NotFound, Unavailable
from tests.certificates import self_signed

T = TypeVar("T")
SUPPORT, SALES = 1, 2
MAIL = b"From: customer@example.com\r\nSubject: Hello\r\n\r\nHello.\r\n"
ODD_RECIPIENTS = [b"<", b"<@", b"<>", b"<a@b", b'<"a@b.example>', b"<\xff@b.example>", b"<a@[::1]>", b"x" * 900]
SENDER = "customer@example.com"


@dataclass
class Desk:
    """Two inboxes and what came for them. `troubles` are what their deposits raise, by inbox."""

    mails: list[tuple[int, bytes, Envelope]] = field(default_factory=list)
    troubles: dict[int, Exception] = field(default_factory=dict)
    away: bool = False
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def deposit(self, inbox_id: int, raw: bytes, envelope: Envelope) -> Outcome:
        await self.gate.wait()
        if inbox_id in self.troubles:
            raise self.troubles[inbox_id]
        self.mails.append((inbox_id, raw, envelope))
        return "kept"

    async def set_up(self, inbox_id: int) -> SetUp:
        raise NotFound

    async def keep_secrets(self, inbox_id: int, secrets: bytes) -> None:
        raise NotFound

    async def of_kind(self, kind: str) -> dict[int, SetUp]:
        assert kind == "email"
        if self.away:
            raise Unavailable
        support = EmailSettings(address="support@shop.example", others=("help@bücher.example",))
        return {
            number: SetUp(msgspec.json.encode(settings).decode())
            for number, settings in ((SUPPORT, support), (SALES, EmailSettings(address="sales@shop.example")))
        }


@pytest.fixture
def desk() -> Desk:
    return Desk()


@asynccontextmanager
async def receiving(desk: Desk, **options: Any) -> AsyncIterator[Receiver]:
    receiver = Receiver(desk.deposit, desk, **options)
    await receiver.start()
    try:
        yield receiver
    finally:
        await receiver.stop()


async def smtp(receiver: Receiver, work: Callable[[smtplib.SMTP], T], kind: type[smtplib.SMTP] = smtplib.SMTP) -> T:
    """Talk to the receiver with the standard library's client, which blocks."""

    def talk() -> T:
        with kind("127.0.0.1", receiver.port, local_hostname="mail.example.com", timeout=10) as client:
            return work(client)

    return await asyncio.to_thread(talk)


async def say(receiver: Receiver, *parts: bytes, end: bool = True) -> bytes:
    """Send these bytes as they are, each after an answer came; return all answers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", receiver.port)
    heard = await reader.readline()
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(0.03)
        if end:
            writer.write(b"QUIT\r\n")
        return heard + await asyncio.wait_for(reader.read(), 10)
    except ConnectionError:
        return heard
    finally:
        writer.close()


def to(*recipients: str) -> list[bytes]:
    """The commands up to DATA, each a part."""
    commands = ["EHLO mail.example.com", f"MAIL FROM:<{SENDER}>", *(f"RCPT TO:<{one}>" for one in recipients), "DATA"]
    return [f"{command}\r\n".encode() for command in commands]


async def test_a_mail_is_deposited_before_it_is_answered(desk: Desk) -> None:
    desk.gate.clear()
    async with receiving(desk) as receiver:
        sent = asyncio.create_task(say(receiver, *to("support@shop.example"), MAIL + b".\r\n"))
        await asyncio.sleep(0.4)
        assert not sent.done()
        desk.gate.set()
        assert b"250 2.0.0 The desk has it" in await sent
    envelope = Envelope(way="smtp", sender=SENDER, recipients=("support@shop.example",))
    assert desk.mails == [(SUPPORT, MAIL, envelope)]


@pytest.mark.parametrize(
    "address",
    ["SUPPORT@Shop.Example", "support+x-9@shop.example", "help@bücher.example", "help@xn--bcher-kva.example"],
)
async def test_every_way_to_write_an_address_leads_to_its_inbox(desk: Desk, address: str) -> None:
    def work(client: smtplib.SMTP) -> object:
        return client.sendmail(SENDER, [address], MAIL, mail_options=["SMTPUTF8", "BODY=8BITMIME"])

    async with receiving(desk) as receiver:
        assert await smtp(receiver, work) == {}
    assert [(inbox, envelope.recipients) for inbox, _, envelope in desk.mails] == [(SUPPORT, (address,))]


@pytest.mark.parametrize(
    "address", ["nobody@shop.example", "support@elsewhere.example", "support", "support@shop.example@elsewhere.example"]
)
async def test_nothing_is_relayed(desk: Desk, address: str) -> None:
    async with receiving(desk) as receiver:
        heard = await say(receiver, *to(address))
    assert b"\r\n550 5.1.1 " in heard or b"\r\n553 5.1.3 " in heard
    assert b"\r\n503 5.5.1 " in heard
    assert desk.mails == []


async def test_the_null_sender_is_taken(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        await smtp(receiver, lambda client: client.sendmail("", ["support@shop.example"], MAIL))
    assert desk.mails[0][2].sender == ""


async def test_there_is_one_deposit_for_each_inbox(desk: Desk) -> None:
    all_three = ["support@shop.example", "sales@shop.example", "support+1@shop.example"]
    async with receiving(desk) as receiver:
        await smtp(receiver, lambda client: client.sendmail(SENDER, all_three, MAIL))
    assert [(inbox, envelope.recipients) for inbox, _, envelope in desk.mails] == [
        (SUPPORT, (all_three[0], all_three[2])),
        (SALES, (all_three[1],)),
    ]


@pytest.mark.parametrize("trouble", [Unavailable(), RuntimeError("a defect")])
async def test_what_one_inbox_could_not_keep_is_to_come_again(desk: Desk, trouble: Exception) -> None:
    desk.troubles = {SALES: trouble}
    both = ["support@shop.example", "sales@shop.example"]
    async with receiving(desk) as receiver:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            await smtp(receiver, lambda client: client.sendmail(SENDER, both, MAIL))
    assert (refused.value.smtp_code, str(refused.value.smtp_error)[2:8]) == (451, "4.3.0 ")


async def test_lmtp_answers_for_each_recipient(desk: Desk) -> None:
    desk.troubles = {SALES: Unavailable()}
    recipients = ["support@shop.example", "sales@shop.example", "support+1@shop.example"]
    commands = to(*recipients)
    commands[0] = b"LHLO mail.example.com\r\n"
    async with receiving(desk, way="lmtp") as receiver:
        heard = await say(receiver, *commands, MAIL + b".\r\n")
    answers = heard.partition(b"354 ")[2].splitlines()[1:]
    assert [answer[:9] for answer in answers] == [b"250 2.0.0", b"451 4.3.0", b"250 2.0.0", b"221 Bye"]
    assert [inbox for inbox, *_ in desk.mails] == [SUPPORT]
    assert desk.mails[0][2].way == "lmtp"


async def test_lmtp_by_a_socket(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lmtp.sock"

    def deliver() -> None:
        with smtplib.LMTP(str(path)) as client:
            client.sendmail(SENDER, ["support@shop.example"], MAIL)

    for _ in range(2):  # the second finds what a process left that was killed
        async with receiving(desk, way="lmtp", path=path):
            assert path.stat().st_mode & 0o777 == 0o660
            await asyncio.to_thread(deliver)
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(path))
    assert len(desk.mails) == 2


async def test_while_storage_is_away_the_sender_keeps_the_mail(desk: Desk) -> None:
    desk.away = True
    async with receiving(desk) as receiver:
        heard = await say(receiver, *to("support@shop.example"))
    assert b"\r\n451 4.3.0 " in heard


async def test_what_is_too_large_is_refused_before_and_after(desk: Desk) -> None:
    limits = Limits(mail_octets=20_000)
    async with receiving(desk, limits=limits) as receiver:
        told = await say(receiver, b"EHLO a.example\r\n", b"MAIL FROM:<a@b.example> SIZE=20001\r\n")
        assert b"250-SIZE 20000\r\n" in told
        assert b"\r\n552 5.3.4 " in told
        exactly = MAIL + b"x" * (20_000 - len(MAIL) - 2) + b"\r\n"
        assert b"250 2.0.0" in await say(receiver, *to("support@shop.example"), exactly + b".\r\n")
        after = await say(receiver, *to("support@shop.example"), b"x" + exactly + b".\r\n", b"NOOP\r\n")
        assert b"\r\n552 5.3.4 " in after
        assert after.endswith(b"250 2.0.0 OK\r\n221 Bye\r\n")
        # Who goes on and on is hung up on.
        await asyncio.wait_for(say(receiver, *to("support@shop.example"), b"x" * 1_000_000, end=False), 5)
    assert [len(raw) for _, raw, _ in desk.mails] == [20_000]


async def test_lines_that_begin_with_a_dot_arrive_as_they_were(desk: Desk) -> None:
    text = MAIL + b".\r\n..\r\n.x\r\na.\r\n" + b"y" * 5_000 + b"\r\n.last\r\n"
    async with receiving(desk) as receiver:
        await smtp(receiver, lambda client: client.sendmail(SENDER, ["support@shop.example"], text))
    assert desk.mails[0][1] == text


async def test_an_empty_mail_is_a_mail(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        assert b"250 2.0.0 The desk" in await say(receiver, *to("support@shop.example"), b".\r\n")
    assert desk.mails[0][1] == b""


@pytest.mark.parametrize("end", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\r\n.\r", b"\r.\r\n", b"\r\n\x00.\r\n"])
async def test_no_second_mail_is_smuggled_in_behind_another_end(desk: Desk, end: bytes) -> None:
    smuggled = (
        MAIL.removesuffix(b"\r\n") + end + b"MAIL FROM:<eve@example.com>\r\nRCPT TO:<sales@shop.example>\r\nDATA\r\n"
    )
    async with receiving(desk) as receiver:
        heard = await say(receiver, *to("support@shop.example"), smuggled + MAIL + b"\r\n.\r\n")
    assert heard.count(b"354 ") == 1
    assert [inbox for inbox, *_ in desk.mails] == [SUPPORT]
    assert b"MAIL FROM:<eve@example.com>" in desk.mails[0][1]


async def test_who_does_not_wait_to_be_asked_for_the_mail_is_refused(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        heard = await say(receiver, b"".join(to("support@shop.example")) + MAIL + b".\r\n", end=False)
    assert b"\r\n554 5.5.0 " in heard
    assert desk.mails == []


async def test_commands_may_come_in_one_piece_and_a_mail_in_single_bytes(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        reader, writer = await asyncio.open_connection("127.0.0.1", receiver.port)
        writer.write(b"".join(to("support@shop.example")))
        await reader.readuntil(b"354 ")
        for byte in MAIL + b".\r\n":
            writer.write(bytes([byte]))
            await writer.drain()
        writer.write(b"NOOP\r\nQUIT\r\n")
        heard = await reader.read()
        writer.close()
    assert heard.endswith(b"250 2.0.0 The desk has it\r\n250 2.0.0 OK\r\n221 Bye\r\n")
    assert desk.mails[0][1] == MAIL


async def test_a_connection_that_breaks_off_within_a_mail_deposits_nothing(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        reader, writer = await asyncio.open_connection("127.0.0.1", receiver.port)
        writer.write(b"".join(to("support@shop.example")))
        await reader.readuntil(b"354 ")
        writer.write(MAIL)
        writer.close()
        await asyncio.sleep(0.1)
    assert desk.mails == []


async def test_starttls_is_offered_with_a_certificate(desk: Desk, tmp_path: Path) -> None:
    self_signed(tmp_path / "certificate.pem", tmp_path / "key.pem", names=("127.0.0.1",))
    ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ours.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    theirs = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))

    def work(client: smtplib.SMTP) -> bool:
        client.starttls(context=theirs)
        client.sendmail(SENDER, ["support@shop.example"], MAIL)
        return client.has_extn("auth")

    async with receiving(desk, tls=ours) as receiver:
        assert await smtp(receiver, work) is False
    assert desk.mails[0][1] == MAIL


@pytest.mark.parametrize("encrypts", [False, True], ids=["plain", "encrypted"])
def test_it_receives_on_the_loop_that_the_server_runs_on(desk: Desk, tmp_path: Path, encrypts: bool) -> None:
    """uvloop's transports are of no class of asyncio's."""
    self_signed(tmp_path / "certificate.pem", tmp_path / "key.pem", names=("127.0.0.1",))
    ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ours.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    theirs = ssl.create_default_context(cafile=str(tmp_path / "certificate.pem"))

    def work(client: smtplib.SMTP) -> None:
        if encrypts:
            client.starttls(context=theirs)
        client.sendmail(SENDER, ["support@shop.example"], MAIL)

    async def receive() -> None:
        async with receiving(desk, tls=ours) as receiver:
            await smtp(receiver, work)

    uvloop.run(receive())
    assert [raw for _, raw, _ in desk.mails] == [MAIL]


async def test_too_many_connections_are_told_to_come_again(desk: Desk) -> None:
    async with receiving(desk, limits=Limits(connections=3, connections_each=2)) as receiver:
        held = [await asyncio.open_connection("127.0.0.1", receiver.port) for _ in range(2)]
        for reader, _ in held:
            assert (await reader.readline()).startswith(b"220 ")
        assert (await say(receiver, end=False)).startswith(b"421 4.7.0 ")
        held[0][1].close()
        await asyncio.sleep(0.05)
        assert b"250 2.0.0 OK" in await say(receiver, b"NOOP\r\n")
        held[1][1].close()


async def test_who_says_nothing_is_hung_up_on(desk: Desk) -> None:
    async with receiving(desk, limits=Limits(command_seconds=0.2, data_seconds=0.4)) as receiver:
        assert (await say(receiver, end=False)).startswith(b"220 ")
        assert (await say(receiver, *to("support@shop.example"), b"x\r\n", end=False)).endswith(
            b"<CR><LF>.<CR><LF>\r\n"
        )


async def test_abuse_ends_in_an_answer(desk: Desk) -> None:
    limits = Limits(commands=20, recipients=3)
    async with receiving(desk, limits=limits) as receiver:
        assert b"\r\n500 5.5.2 Command line too long" in await say(receiver, b"EHLO " + b"x" * 300_000 + b"\r\n")
        assert b"\r\n500 5.5.2 " in await say(receiver, b"\xff\xfe\x00 \r\n", b"\r\n", b"GET / HTTP/1.1\r\n")
        assert b"421 4.7.0 NOOP" in await say(receiver, b"NOOP\r\n" * 30, end=False)
        assert b"502 5.5.1 Too many" in await say(receiver, b"WHAT\r\n" * 30, end=False)
        many = [f"support+{number}@shop.example" for number in range(5)]
        assert (await say(receiver, *to(*many), MAIL + b".\r\n")).count(b"\r\n452 4.5.3 ") == 2
        for odd in ODD_RECIPIENTS:
            heard = await say(receiver, *to("x")[:2], b"RCPT TO:" + odd + b"\r\n")
            assert heard.splitlines()[-2][:1] in {b"4", b"5"}, odd
    assert len(desk.mails) == 1


async def test_a_mail_that_goes_round_in_circles_is_refused(desk: Desk) -> None:
    async with receiving(desk) as receiver:
        heard = await say(receiver, *to("support@shop.example"), b"Received: from a\r\n" * 101 + MAIL + b".\r\n")
    assert b"\r\n554 5.4.6 " in heard
    assert desk.mails == []


async def test_too_much_at_once_is_to_come_again(desk: Desk) -> None:
    limits = Limits(octets_at_once=300_000)
    large = MAIL + b"x" * 200_000 + b"\r\n.\r\n"
    desk.gate.clear()
    async with receiving(desk, limits=limits) as receiver:
        first = asyncio.create_task(say(receiver, *to("support@shop.example"), large))
        await asyncio.sleep(0.4)
        assert b"\r\n452 4.3.1 " in await say(receiver, *to("support@shop.example"), large)
        desk.gate.set()
        assert b"250 2.0.0 The desk" in await first
        assert b"250 2.0.0 The desk" in await say(receiver, *to("support@shop.example"), large)


async def test_an_end_waits_for_the_answers_that_are_owed(desk: Desk) -> None:
    desk.gate.clear()
    receiver = Receiver(desk.deposit, desk)
    await receiver.start()
    sent = asyncio.create_task(say(receiver, *to("support@shop.example"), MAIL + b".\r\n", end=False))
    await asyncio.sleep(0.4)
    ending = asyncio.create_task(receiver.stop())
    await asyncio.sleep(0.05)
    desk.gate.set()
    await ending
    assert b"250 2.0.0 The desk has it" in await sent
    await receiver.stop()
    with contextlib.suppress(ConnectionError):
        assert desk.mails
