"""A mail server that others wrote: encryption, signing in, letters of all kinds."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import email
import ipaddress
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import policy
from pathlib import Path
from typing import Any

import pytest
import uvloop
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from esmero.channels.email.channel import Email
from esmero.channels.email.outbound import Patience
from esmero.channels.email.settings import EmailSecrets
from esmero.contract.messages import Sent
from esmero.contract.trouble import DeliveryError, TemporaryTrouble
from esmero.kit.clock import MovableClock
from tests.channels.email.post import BILL, NAMES, NOON, Drawer, Shelf, reply, sending_to

pytestmark = [
    pytest.mark.anyio,
    # It warns whoever lets people sign in without encryption, which some firms do inside their house.
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning"),
]

PASSWORD = "quince tranquil lamp"


@dataclass
class Box:
    """What the server took."""

    taken: list[Envelope] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - its name
        self.taken.append(envelope)
        return "250 2.0.0 Taken"


def authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, told: object) -> AuthResult:
    right = isinstance(told, LoginPassword) and (told.login, told.password) == (b"shop", PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.shop.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "mail.pem"
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
    path.write_bytes(written)
    return path


@contextlib.asynccontextmanager
async def server(box: Box, certificate: Path, security: str) -> AsyncIterator[int]:
    here = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    here.load_cert_chain(certificate)

    def talk() -> SMTP:
        return SMTP(
            box,
            hostname="mail.shop.example",
            enable_SMTPUTF8=True,
            tls_context=here if security == "starttls" else None,
            require_starttls=security == "starttls",
            authenticator=authenticate,
            auth_require_tls=False,
            auth_required=True,
        )

    loop = asyncio.get_running_loop()
    listening = await loop.create_server(talk, "127.0.0.1", 0, ssl=here if security == "tls" else None)
    try:
        yield listening.sockets[0].getsockname()[1]
    finally:
        listening.close()
        await listening.wait_closed()
        await asyncio.sleep(0.01)


async def leave(port: int, security: str, trusted: ssl.SSLContext | None, **more: Any) -> Sent | DeliveryError:
    settings = sending_to(port, security=security, sign_in="password", user="shop")
    secrets = EmailSecrets(send=more.pop("password", PASSWORD))
    shelf = Shelf({BILL.id: bytes(range(256)) * 4_000})
    channel = Email(
        Drawer({1: settings}, secrets), shelf, NAMES, MovableClock(NOON), patience=Patience(step=5), tls=trusted
    )
    try:
        return await channel.send(reply("Szia! नमस्ते\n.\n..", **more))
    except DeliveryError as trouble:
        return trouble
    finally:
        await channel.close()


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
async def test_a_reply_leaves_by_every_way_to_connect(certificate: Path, security: str) -> None:
    trusted = ssl.create_default_context(cafile=str(certificate))
    await check_that_it_leaves(certificate, security, trusted)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_it_leaves_on_the_loop_that_the_desk_runs_on(certificate: Path, security: str) -> None:
    trusted = ssl.create_default_context(cafile=str(certificate))
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(check_that_it_leaves(certificate, security, trusted))


async def check_that_it_leaves(certificate: Path, security: str, trusted: ssl.SSLContext) -> None:
    box = Box()
    async with server(box, certificate, security) as port:
        result = await leave(port, security, trusted, files=(BILL,), to="márta@customer.example")
    assert isinstance(result, Sent), result
    (envelope,) = box.taken
    assert envelope.rcpt_tos == ["márta@customer.example"]
    assert isinstance(envelope.content, bytes)
    message = email.message_from_bytes(envelope.content, policy=policy.default)
    text, bill = message.get_body(("plain",)), next(message.iter_attachments())
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == "Szia! नमस्ते\n.\n..\n"
    assert bill.get_content() == bytes(range(256)) * 4_000


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_a_server_that_nobody_vouches_for_is_told_no_password(certificate: Path, security: str) -> None:
    box = Box()
    async with server(box, certificate, security) as port:
        result = await leave(port, security, None)
    assert isinstance(result, TemporaryTrouble)
    assert (result.trouble.code, result.trouble.said) == ("encryption-failed", "self-signed certificate")
    assert box.taken == []


async def test_a_wrong_password_is_refused(certificate: Path) -> None:
    async with server(Box(), certificate, "none") as port:
        result = await leave(port, "none", None, password="wrong lamp")
    assert isinstance(result, TemporaryTrouble)
    assert (result.trouble.code, result.trouble.status) == ("sign-in-refused", "5.7.8")
