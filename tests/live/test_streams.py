"""Where WebSockets are broken, server-sent events and POST carry the same frames."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from esmero.desk.conversations import rows
from esmero.kit.clock import SECOND
from tests.live.site import Site, new_id, open_site

pytestmark = pytest.mark.anyio


class Events:
    """The frames of one stream."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.aiter_lines()

    async def until(self, kind: str) -> dict[str, Any]:
        async with asyncio.timeout(5):
            async for line in self._lines:
                if line.startswith("data: "):
                    frame: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    if frame.get("t") == kind:
                        return frame
        raise AssertionError(f"the stream ended before {kind}")


@asynccontextmanager
async def visitor_stream(site: Site, client: httpx.AsyncClient, **hello: Any) -> AsyncIterator[Events]:
    body = {"t": "hello", "v": 1, "inbox": site.world.shop.key} | hello
    async with client.stream("POST", "/live/visitor/stream", json=body) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Events(response)


async def say(site: Site, client: httpx.AsyncClient, token: str, **frame: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "X-Inbox": site.world.shop.key}
    return await client.post("/live/visitor/frame", json=frame, headers=headers)


async def test_a_visitor_chats_without_websockets(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        async with visitor_stream(site, client) as events:
            token = (await events.until("welcome"))["token"]
            name = new_id()
            ack = (await say(site, client, token, t="message", id=name, text="By POST")).json()
            assert (ack["t"], ack["id"]) == ("ack", name)
            again = (await say(site, client, token, t="message", id=name, text="By POST")).json()
            assert again == ack
            frame = await events.until("events")
            assert frame["events"][-1]["client_id"] == name
            await site.world.say(site.world.ana, ack["conversation"], "Good morning")
            frame = await events.until("events")
            while frame["events"][-1].get("text") != "Good morning":
                frame = await events.until("events")
        async with visitor_stream(site, client, token=token, after=frame["position"]) as events:
            assert (await events.until("welcome"))["events"] == []


async def test_a_stream_that_ends_says_with_what_code(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        body = {"t": "hello", "v": 1, "inbox": "chat_nowhere"}
        answer = await client.post("/live/visitor/stream", json=body)
        assert answer.text.split("\n\n")[-2].startswith('event: close\ndata: {"code":4403,')


async def test_a_blocked_visitor_is_told_with_the_answer_not_to_come_again(tmp_path: Path) -> None:
    async with (
        open_site(tmp_path) as site,
        httpx.AsyncClient(base_url=site.origin, timeout=10) as client,
        visitor_stream(site, client) as events,
    ):
        token = (await events.until("welcome"))["token"]
        ack = await say(site, client, token, t="message", id=new_id(), text="Hello")
        assert "x-close" not in ack.headers
        world = site.world
        heard = await world.desk.database.read(lambda session: rows.find(session, ack.json()["conversation"]))
        assert heard is not None
        await world.desk.handle.block(heard.customer_id, by=await world.view(world.chandra))
        answer = await say(site, client, token, t="message", id=new_id(), text="Hello?")
        assert (answer.json()["code"], answer.headers["x-close"]) == ("blocked", "4403")


async def test_an_agent_follows_and_writes_without_websockets(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        client.cookies.set("esmero", await site.sign_in(site.world.ana))
        csrf = (await client.get("/api/v1/session")).json()["csrf"]
        heard = await site.world.hear(site.world.tom, "Hello")
        async with client.stream("GET", "/live/agent/stream", params={"after": 0}) as response:
            events = Events(response)
            await events.until("welcome")
            frame = await events.until("events")
            while not frame["conversations"]:  # the hub may not have come to it yet
                frame = await events.until("events")
            assert frame["conversations"][0]["id"] == heard.conversation_id
            frame = {
                "t": "message",
                "id": new_id(),
                "conversation": heard.conversation_id,
                "kind": "note",
                "text": "Hm",
            }
            refused = await client.post("/live/agent/frame", json=frame)
            assert refused.status_code == 403
            ack = await client.post("/live/agent/frame", json=frame, headers={"X-CSRF-Token": csrf})
            assert ack.json()["t"] == "ack"


async def test_a_frame_without_a_token_or_with_nonsense_is_a_problem(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        nobody = await client.post("/live/visitor/frame", json={"t": "ping"})
        assert nobody.status_code == 401
        assert nobody.headers["content-type"] == "application/problem+json"
        async with visitor_stream(site, client) as events:
            token = (await events.until("welcome"))["token"]
        headers = {"Authorization": f"Bearer {token}", "X-Inbox": site.world.shop.key}
        for nonsense in (b"{", b"[]", b'{"t":"no such"}', b"\xff\xfe", b'{"t":"ping","extra":1}'):
            answer = await client.post("/live/visitor/frame", content=nonsense, headers=headers)
            assert answer.status_code == 400, nonsense
        big = await client.post("/live/visitor/frame", content=b" " * 70_000, headers=headers)
        assert big.status_code == 413


async def test_a_foreign_page_is_refused(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site, httpx.AsyncClient(base_url=site.origin, timeout=10) as client:
        evil = {"Origin": "https://evil.example"}
        hello = {"t": "hello", "v": 1, "inbox": site.world.shop.key}
        assert (await client.post("/live/visitor/stream", json=hello, headers=evil)).status_code == 403
        assert (await client.get("/live/agent/stream", params={"after": 0}, headers=evil)).status_code == 403


async def test_a_busy_stream_is_not_taken_for_silent(tmp_path: Path) -> None:
    async with (
        open_site(tmp_path) as site,
        httpx.AsyncClient(base_url=site.origin, timeout=10) as client,
        visitor_stream(site, client) as events,
    ):
        token = (await events.until("welcome"))["token"]
        [wire] = site.connections.wires()
        before = wire.heard_at
        site.world.clock.skip(50 * SECOND)
        await say(site, client, token, t="message", id=new_id(), text="Tick")
        await events.until("events")
        await say(site, client, token, t="message", id=new_id(), text="Tick")
        await events.until("events")
        assert wire.heard_at == before + 50 * SECOND


async def test_a_stream_that_nobody_reads_is_let_go(tmp_path: Path) -> None:
    async with open_site(tmp_path) as site:
        cookie = await site.sign_in(site.world.ana)
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port, limit=2**10)
        path = "/live/agent/stream?after=0"
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: esmero={cookie}\r\n\r\n".encode())
        await reader.readuntil(b"welcome")
        [wire] = site.connections.wires()
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        for _ in range(3_000):
            if wire.closing:
                break
            wire.push(b'"' + b"x" * 10_000 + b'"')
            await asyncio.sleep(0)
        assert wire.closing
        writer.close()
