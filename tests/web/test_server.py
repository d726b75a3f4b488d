"""The server itself, over real sockets."""

from __future__ import annotations

import asyncio
import ipaddress
import re
import signal
import ssl
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from msgspec.structs import replace
from websockets.asyncio.client import connect

from esmero.settings import Settings, read_settings
from esmero.web import server
from esmero.web.edges import make_edges
from esmero.web.server import AddressInUse, Server, listen
from tests.world import PASSWORD, World, open_world

MAIN = (sys.executable, "-m", "esmero")


@asynccontextmanager
async def running(world: World) -> AsyncIterator[tuple[str, int]]:
    """Serve a world's desk in this process."""
    settings = replace(world.desk.settings, port=0)
    listener = listen(settings)
    ready = asyncio.Event()
    serving = Server(make_edges(world.desk), settings, ready.set)
    task = asyncio.create_task(serving.serve(sockets=[listener]))
    host, port = listener.getsockname()
    await ready.wait()
    try:
        yield host, port
    finally:
        serving.should_exit = True
        await task


async def test_an_address_that_is_taken_is_told(tmp_path: Path) -> None:
    with listen(Settings(port=0)) as taken:
        taken.listen()
        with pytest.raises(AddressInUse, match="in use"):
            listen(Settings(port=taken.getsockname()[1]))


async def test_a_small_answer_leaves_at_once(world: World) -> None:
    async with running(world) as (host, port), httpx.AsyncClient(base_url=f"http://{host}:{port}") as browser:
        waits = []
        for _ in range(30):
            began = time.monotonic()
            await browser.get("/health")
            waits.append(time.monotonic() - began)
    # Where the last packet of an answer waits for the one before to be acknowledged, that is 40 ms each time (Linux).
    assert statistics.median(waits) < 0.030


async def test_who_never_ends_the_headers_is_cut_off(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HEADERS_WITHIN_SECONDS", 0.4)
    async with running(world) as (host, port):
        for begun in (b"", b"G", b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: "):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(begun)
            with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
                await asyncio.wait_for(reader.readexactly(1), 5)
            writer.close()
        async with httpx.AsyncClient() as quick:
            assert (await quick.get(f"http://{host}:{port}/health")).status_code == 200
            await asyncio.sleep(0.6)  # a connection that is kept for the next request is nothing slow
            assert (await quick.get(f"http://{host}:{port}/health")).status_code == 200


async def test_headers_without_end_are_cut_off(world: World) -> None:
    async with running(world) as (host, port):
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"GET /health HTTP/1.1\r\n")
        assert await until_cut_off(writer) < 5_000_000
        with pytest.raises(ConnectionError):
            await reader.read()


async def until_cut_off(writer: asyncio.StreamWriter) -> int:
    """Send header after header; returns how many bytes went before the other side had enough."""
    sent = 0
    for number in range(20_000):
        line = b"X-%d: %s\r\n" % (number, b"x" * 1_000)
        try:
            writer.write(line)
            await writer.drain()
        except ConnectionError:
            break
        sent += len(line)
        await asyncio.sleep(0)
    return sent


async def test_what_is_no_http_gets_a_400(world: World) -> None:
    async with running(world) as (host, port):
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"\x16\x03\x01\x02\x00 hello?\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 400")
        writer.close()


async def test_one_command_runs_a_desk_from_nothing_and_ends_in_order(tmp_path: Path) -> None:
    data = tmp_path / "desk"
    process = await asyncio.create_subprocess_exec(
        *MAIN, "serve", "--port", "0", "--data", str(data), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    told = b""
    while b"/console/setup#" not in told:
        told += await asyncio.wait_for(process.stdout.readline(), 60)
    address, token = re.findall(r"(http://\S+)/console/setup#(\S+)", told.decode())[0]
    try:
        async with httpx.AsyncClient(base_url=address) as http:
            first = {"token": token, "name": "Ilona", "email": "ilona@desk.example", "password": PASSWORD}
            made = await http.post("/api/v1/setup", json=first)
            assert made.status_code == 201
            csrf = {"x-csrf-token": made.json()["csrf"]}
            key = (await http.post("/api/v1/inboxes", json={"name": "Shop"}, headers=csrf)).json()["key"]
        assert "ilona@desk.example  administrator  active" in await said("user", "list", "--data", str(data))
        again = await said("serve", "--port", "0", "--data", str(data), status=1)
        assert "using this data folder" in again
        async with connect(address.replace("http", "ws") + "/live/visitor", origin=address) as socket:
            await socket.send(f'{{"t":"hello","v":1,"inbox":"{key}"}}')
            assert '"t":"welcome"' in str(await socket.recv())
            process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(socket.wait_closed(), 20)
            assert socket.close_code == 1012
        assert await asyncio.wait_for(process.wait(), 20) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    refused = await said("user", "disable", "ilona@desk.example", "--data", str(data), status=1)
    assert "at least one administrator" in refused
    assert not (data / "operator.sock").exists()


async def test_with_a_certificate_it_speaks_https_and_cookies_demand_it(tmp_path: Path) -> None:
    certificate, key = _self_signed(tmp_path)
    settings = read_settings(
        {
            "ESMERO_DATA": str(tmp_path / "desk"),
            "ESMERO_PORT": "0",
            "ESMERO_TLS_CERTIFICATE": str(certificate),
            "ESMERO_TLS_KEY": str(key),
        }
    )
    trusting = ssl.create_default_context(cafile=certificate)
    async with (
        open_world(tmp_path, settings=settings) as world,
        running(world) as (host, port),
        httpx.AsyncClient(base_url=f"https://{host}:{port}", verify=trusting) as http,
    ):
        signed = await http.post("/api/v1/session", json={"email": world.ana.email, "password": PASSWORD})
        cookie = signed.headers["set-cookie"]
        assert cookie.startswith("__Host-esmero=session_")
        assert "Secure" in cookie
        assert "Path=/" in cookie
        assert "Domain" not in cookie
        assert signed.headers["strict-transport-security"] == "max-age=31536000"
        assert (await http.get("/api/v1/snapshot")).status_code == 200
        policy = (await http.get(f"/widget/{world.shop.key}")).headers["content-security-policy"]
        assert f"connect-src 'self' wss://{host}:{port};" in policy


def _self_signed(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for 127.0.0.1, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "desk")])
    now = datetime.now(UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / "cert.pem", folder / "key.pem"


async def said(*words: str, status: int = 0) -> str:
    """Run another command, and return what it said."""
    process = await asyncio.create_subprocess_exec(
        *MAIN, *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    assert process.returncode == status, out.decode()
    return out.decode()
