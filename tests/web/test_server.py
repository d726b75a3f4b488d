"""The server itself, over real sockets."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from websockets.asyncio.client import connect

from esmero.settings import Settings
from esmero.web import server
from esmero.web.edges import make_edges
from esmero.web.server import AddressInUse, Server, listen
from tests.world import PASSWORD, World

MAIN = (sys.executable, "-m", "esmero")


@asynccontextmanager
async def running(world: World) -> AsyncIterator[tuple[str, int]]:
    """Serve a world's desk in this process."""
    settings = Settings(data=world.desk.settings.data, port=0)
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


async def said(*words: str, status: int = 0) -> str:
    """Run another command, and return what it said."""
    process = await asyncio.create_subprocess_exec(
        *MAIN, *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    out, _ = await process.communicate()
    assert process.returncode == status, out.decode()
    return out.decode()
