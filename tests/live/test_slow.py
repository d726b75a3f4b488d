"""Who sends or reads slowly is waited for as long as something moves, and is let go where nothing does."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog
from uvicorn.protocols.http.flow_control import FlowControl

from esmero.web import server, uploads
from tests.live.site import Site, open_site
from tests.live.test_files import PNG, token_of, upload

pytestmark = pytest.mark.anyio

WITHIN_SECONDS = 0.3
LARGE = b"x" * 16_000_000
"""More than the buffers of two sockets hold."""


@pytest.mark.parametrize(("at_once", "later"), [(b"abc", b""), (b"", b"abc"), (b"", b"x" * 3_000)])
async def test_an_upload_that_stops_is_given_up_and_is_no_defect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bytes, later: bytes
) -> None:
    monkeypatch.setattr(server, "BODY_WITHIN_SECONDS", WITHIN_SECONDS)
    async with open_site(tmp_path) as site, site.visitor() as browser:
        token = await token_of(browser)
        with structlog.testing.capture_logs() as said:
            async with sending(site, token, at_once) as (reader, writer), asyncio.timeout(5):
                writer.write(later)
                with contextlib.suppress(ConnectionError):
                    assert b" 201 " not in await reader.read()
            assert (await upload(site, token, "whole.png", PNG)).status_code == 201
        assert [line for line in said if line["event"] == "defect"] == []


async def test_an_upload_is_not_given_up_because_the_desk_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "BODY_WITHIN_SECONDS", WITHIN_SECONDS)
    look, resume = server.PatientHttp._look_at_body, FlowControl.resume_reading
    check = uploads._check_may_upload
    looks: list[int] = []
    protocols: dict[FlowControl, server.PatientHttp] = {}
    looked_twice = threading.Event()

    def look_and_tell(protocol: server.PatientHttp) -> None:
        protocols[protocol.flow] = protocol
        looks.append(protocol._body_bytes)
        look(protocol)
        if len(looks) > 1:
            looked_twice.set()

    def check_slowly(*asked: Any) -> None:
        assert looked_twice.wait(5)
        check(*asked)

    def resume_and_look(flow: FlowControl) -> None:
        """Let the time be over at the very moment when the desk reads on."""
        was_paused = flow.read_paused
        resume(flow)
        if was_paused and flow in protocols:
            look_and_tell(protocols[flow])

    async with open_site(tmp_path) as site, site.visitor() as browser:
        token = await token_of(browser)
        monkeypatch.setattr(server.PatientHttp, "_look_at_body", look_and_tell)
        monkeypatch.setattr(FlowControl, "resume_reading", resume_and_look)
        monkeypatch.setattr(uploads, "_check_may_upload", check_slowly)
        assert (await upload(site, token, "large.bin", LARGE)).status_code == 201
        assert looks[1:3] == [0, 0]


async def test_who_only_listens_is_not_taken_for_a_slow_sender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "BODY_WITHIN_SECONDS", WITHIN_SECONDS)
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        cookie = await site.sign_in(site.world.ana)
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        asked = f"GET /live/agent/stream?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: esmero={cookie}\r\n\r\n"
        writer.write(asked.encode())
        await reader.readuntil(b"welcome")
        await asyncio.sleep(3 * WITHIN_SECONDS)  # as long as a slow sender would be given, three times
        await browser.write("Is anybody still there?")
        async with asyncio.timeout(5):
            await reader.readuntil(b"Is anybody still there?")
        writer.close()


async def test_an_answer_that_nobody_reads_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "UNREAD_SECONDS", WITHIN_SECONDS)
    given_up = asyncio.Event()
    end = server.PatientHttp._end

    def tell_end(protocol: server.PatientHttp) -> None:
        end(protocol)
        given_up.set()

    monkeypatch.setattr(server.PatientHttp, "_end", tell_end)
    async with open_site(tmp_path) as site, reading(site) as reader:
        async with asyncio.timeout(5):
            await given_up.wait()
        received = 0
        with contextlib.suppress(ConnectionError):
            while piece := await reader.read(65_536):
                received += len(piece)
        assert received < len(LARGE)


async def test_an_answer_that_is_read_slowly_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "UNREAD_SECONDS", 2 * WITHIN_SECONDS)
    async with open_site(tmp_path) as site, reading(site) as reader:
        received = 0
        while received < len(LARGE):
            received += len(await reader.readexactly(min(2_000_000, len(LARGE) - received)))
            await asyncio.sleep(WITHIN_SECONDS)


async def test_a_browser_that_takes_nothing_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "UNREAD_SECONDS", WITHIN_SECONDS)
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        [wire] = site.connections.wires()
        browser._socket.transport.pause_reading()
        frame = b'"' + b"x" * 100_000 + b'"'
        async with asyncio.timeout(5):
            while not wire.closing:
                wire.push(frame)
                await asyncio.sleep(0)
            while site.connections.wires():
                await asyncio.sleep(0.01)
        browser._socket.transport.resume_reading()
        assert await browser.until_closed() == 1006


async def test_a_browser_that_takes_it_slowly_is_not_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "UNREAD_SECONDS", 2 * WITHIN_SECONDS)
    async with open_site(tmp_path) as site, site.visitor() as browser:
        await browser.until("welcome")
        [wire] = site.connections.wires()
        frame = b'{"t":"' + b"x" * 3_000_000 + b'"}'
        for _ in range(4):
            browser._socket.transport.pause_reading()
            wire.push(frame)
            await asyncio.sleep(WITHIN_SECONDS)
            browser._socket.transport.resume_reading()
            wanted = len(browser.frames) + 1
            async with asyncio.timeout(5):
                while len(browser.frames) < wanted:
                    await asyncio.sleep(0.01)
        assert (await browser.write("Still here"))["t"] == "ack"


@asynccontextmanager
async def sending(
    site: Site, token: str, begun: bytes
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Begin an upload of 100,000 bytes, of which the first go out with its head."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    lines = (
        f"POST /live/visitor/files?inbox={site.world.shop.key}&name=x.bin HTTP/1.1",
        "Host: 127.0.0.1",
        f"Authorization: Bearer {token}",
        "Content-Length: 100000",
    )
    writer.write("\r\n".join((*lines, "", "")).encode() + begun)
    try:
        yield reader, writer
    finally:
        writer.close()


@asynccontextmanager
async def reading(site: Site) -> AsyncIterator[asyncio.StreamReader]:
    """Ask for a large file, of which only the headers were read."""
    async with site.visitor() as browser:
        url = (await upload(site, await token_of(browser), "large.bin", LARGE)).json()["url"]
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port, limit=2**16)
    writer.write(f"GET {url} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    await reader.readuntil(b"\r\n\r\n")
    try:
        yield reader
    finally:
        writer.close()
