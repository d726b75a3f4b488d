"""The test button: each thing that is wrong has its code."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from esmero.channels.email.check import LIMITS, Report, check
from esmero.channels.email.receiver.receiver import Receiver
from esmero.channels.email.settings import EmailSecrets, EmailSettings, Server
from esmero.kit.clock import SystemClock
from tests import dovecot
from tests.certificates import self_signed
from tests.channels.email.imap.desk import ADDRESS, PASSWORD
from tests.channels.email.imap.liar import Connection, Liar, lying
from tests.channels.email.receiver.test_receiver import Desk
from tests.dovecot import Dovecot
from tests.servers import free_port

NOWHERE = Server(host="")


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    server = Dovecot({ADDRESS: PASSWORD})
    yield server
    server.close()


async def tried(
    receive: Server = NOWHERE, send: Server = NOWHERE, *, password: str = PASSWORD, **options: Any
) -> Report:
    folder = options.pop("folder", "INBOX")
    settings = EmailSettings(address=ADDRESS, receive=receive, send=send, folder=folder)
    return await check(settings, EmailSecrets(receive=password), SystemClock(), **options)


def codes(report: Report) -> list[tuple[str, str]]:
    return [(step.name, step.code) for step in report.receive]


@dovecot.needed
async def test_a_mailbox_that_is_set_up_well_passes(server: Dovecot) -> None:
    known = ssl.create_default_context(cafile=str(server.certificate))
    where = Server(host="localhost", port=server.tls_port)
    report = await tried(where, context=lambda: known)
    assert codes(report)[:3] == [("connect", "ok"), ("sign_in", "ok"), ("folder", "ok")]
    assert codes(report)[3:] == [("note", "subaddresses_unknown")]
    assert [(step.code, step.ok) for step in report.send] == [("no_server", False)]


@dovecot.needed
async def test_what_is_wrong_with_a_real_server_is_said(server: Dovecot) -> None:
    plain = Server(host="127.0.0.1", port=server.port, security="none")
    assert codes(await tried(plain, password="wrong"))[-1] == ("sign_in", "sign_in_refused")
    missing = await tried(plain, folder="Vevők")
    assert (codes(missing)[-1], missing.receive[-1].folders) == (("folder", "folder_missing"), ("INBOX",))
    tls = Server(host="localhost", port=server.tls_port)
    assert codes(await tried(tls)) == [("connect", "certificate_untrusted")]
    known = ssl.create_default_context(cafile=str(server.certificate))
    other = Server(host="127.0.0.1", port=server.tls_port)
    assert codes(await tried(other, context=lambda: known)) == [("connect", "certificate_name")]
    assert codes(await tried(Server(host="127.0.0.1", port=server.port))) == [("connect", "tls_failed")]


async def test_what_is_wrong_on_the_way_is_said(tmp_path: Path) -> None:
    nothing = Server(host="127.0.0.1", port=free_port(), security="none")
    report = await tried(nothing, nothing)
    assert codes(report) == [("connect", "connection_refused")]
    assert [(step.name, step.code) for step in report.send] == codes(report)
    nobody = Server(host="..localhost", security="none")
    assert codes(await tried(nobody)) == [("connect", "name_not_found")]


async def test_a_server_without_starttls_is_sent_no_password() -> None:
    async with lying() as liar:
        report = await tried(Server(host="127.0.0.1", port=liar.port, security="starttls"))
    assert codes(report) == [("connect", "starttls_missing")]
    assert liar.count("LOGIN") == 0


async def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    async def silent(connection: Connection, tag: str, rest: str) -> None:
        await connection.reader.read()

    limits = msgspec.structs.replace(LIMITS, connect_seconds=0.2, answer_seconds=0.2)
    async with lying(Liar(lies={"GREETING": silent})) as liar:
        assert codes(await tried(liar.server, liar.server, limits=limits)) == [("connect", "no_answer")]


async def test_hints_are_no_failures() -> None:
    async with lying(Liar(capabilities="IMAP4rev1")) as liar:
        report = await tried(liar.server)
    assert [step.code for step in report.receive if step.name == "note"] == ["no_idle", "subaddresses_unknown"]
    assert all(step.ok for step in report.receive)


# Sending


@pytest.fixture
def contexts(tmp_path: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    self_signed(tmp_path / "certificate.pem", tmp_path / "key.pem", names=("localhost",))
    return _contexts(tmp_path)


def _contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ours.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return ours, ssl.create_default_context(cafile=str(folder / "certificate.pem"))


async def sent(send: Server, **options: Any) -> list[tuple[str, str]]:
    return [(step.name, step.code) for step in (await tried(send=send, **options)).send]


async def test_a_server_that_takes_no_sign_in_is_told_from_one_that_refuses() -> None:
    desk = Desk()
    receiver = Receiver(desk.deposit, desk)
    await receiver.start()
    where = Server(host="127.0.0.1", port=receiver.port, security="none")
    try:
        assert await sent(where) == [("connect", "ok"), ("sign_in", "sign_in_method")]
        without = Server(host="127.0.0.1", port=receiver.port, security="none", sign_in="none")
        assert await sent(without) == [("connect", "ok")]
        starttls = Server(host="127.0.0.1", port=receiver.port, security="starttls")
        assert await sent(starttls) == [("connect", "starttls_missing")]
        assert await sent(Server(host="127.0.0.1", port=receiver.port)) == [("connect", "tls_failed")]
    finally:
        await receiver.stop()


async def test_certificates_are_looked_at_when_sending_too(
    contexts: tuple[ssl.SSLContext, ssl.SSLContext], tmp_path: Path
) -> None:
    ours, theirs = contexts
    desk = Desk()
    receiver = Receiver(desk.deposit, desk, tls=ours)
    await receiver.start()
    where = Server(host="localhost", port=receiver.port, security="starttls", sign_in="none")
    try:
        assert await sent(where, context=lambda: theirs) == [("connect", "ok")]
        assert await sent(where) == [("connect", "certificate_untrusted")]
        other = Server(host="127.0.0.1", port=receiver.port, security="starttls", sign_in="none")
        assert await sent(other, context=lambda: theirs) == [("connect", "certificate_name")]
        self_signed(tmp_path / "certificate.pem", tmp_path / "key.pem", names=("localhost",), days=-1)
        _, trusting = _contexts(tmp_path)
        ours.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
        assert await sent(where, context=lambda: trusting) == [("connect", "certificate_expired")]
    finally:
        await receiver.stop()
