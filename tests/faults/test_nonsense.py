"""What strangers send that makes no sense is refused by the documented code, and harms nobody else."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import websockets
from hypothesis import given, settings
from hypothesis import strategies as st
from websockets.asyncio.client import ClientConnection, connect

from esmero.kit.errors import BadInput
from esmero.live import frames
from tests.faults.people import Agent, Visitor, together
from tests.load.served import Furniture, Served, environment, furnish, serve_desk
from tests.soak import times

pytestmark = pytest.mark.anyio

PATIENCE_SECONDS = 60
CROWD = 1_000
ADMITTED = 50
"""Live connections that one address may hold in the test of the crowd."""

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
KINDS = (
    "hello",
    "message",
    "typing",
    "read",
    "contact",
    "identify",
    "history",
    "view",
    "ping",
    "note",
    "events",
    "ack",
)
FIELDS = ("id", "conversation", "kind", "text", "files", "seen", "close", "on", "upto", "before", "v", "inbox", "after")
NEARLY = st.builds(
    lambda kind, fields: {"t": kind, **fields},
    st.sampled_from(KINDS),
    st.dictionaries(
        st.sampled_from(FIELDS), st.sampled_from(("note", "reply", 1, True, "x" * 16)) | ANYTHING, max_size=6
    ),
)
FRAMES = (NEARLY | ANYTHING).map(json.dumps) | st.text(max_size=200)


@dataclass
class Stall:
    """A desk where an innocent customer and Ana chat all the while."""

    served: Served
    shop: Furniture
    tom: Visitor
    ana: Agent
    conversation: int = 0

    async def chat(self, text: str) -> None:
        """A question and its answer, as if nothing happened elsewhere."""
        asked = await self.tom.write(f"{text}?")
        await self.ana.until(lambda: f"{text}?" in self.ana.texts)
        self.conversation = asked["conversation"]
        await self.ana.write(text, kind="reply", conversation=self.conversation, seen=asked["seq"])
        await self.tom.until(lambda: text in self.tom.texts)

    @asynccontextmanager
    async def stranger(self, path: str = "/live/visitor", *, hello: bool = True) -> AsyncIterator[ClientConnection]:
        """A connection of somebody who means no good; as Ana's console where the path says so."""
        address = self.served.origin.replace("http", "ws", 1) + path
        headers = {"Cookie": f"esmero={self.shop.ana}"} if path == "/live/agent" else {}
        origin = websockets.Origin(self.served.origin)
        async with connect(
            address, origin=origin, additional_headers=headers, max_size=None, open_timeout=PATIENCE_SECONDS
        ) as socket:
            if hello:
                first: dict[str, object] = {"t": "hello", "v": 1}
                first |= {"after": 0} if headers else {"inbox": self.shop.inbox_key}
                await socket.send(json.dumps(first))
                assert (await _heard(socket, "welcome"))["position"] >= 0
            yield socket


@pytest.fixture
async def stall(tmp_path: Path) -> AsyncIterator[Stall]:
    environ = environment(tmp_path, ESMERO_CONNECTIONS_PER_ADDRESS=str(ADMITTED))
    shop = await furnish(environ)
    with serve_desk(tmp_path, environ) as served:
        tom, ana = Visitor(served.origin, shop.inbox_key), Agent(served.origin, shop.ana)
        async with together(tom, ana):
            stall = Stall(served, shop, tom, ana)
            await stall.chat("Before")
            yield stall
            await stall.chat("After")
            assert (tom.connections, ana.connections) == (1, 1)


async def test_frames_that_cannot_be_are_closed_with_their_code(stall: Stall) -> None:
    for path in ("/live/visitor", "/live/agent"):
        assert await _closed_by(stall, path, "x" * 70_000) == 4413
        assert await _closed_by(stall, path, "ő" * 40_000) == 4413
        assert await _closed_by(stall, path, "x" * 10_000_000) == 1009
        assert await _closed_by(stall, path, b"\x00\x01binary") == 4400
        async with stall.stranger(path) as socket:
            await _send_bytes_as_text(socket, b'{"t":"\xff\xfe"}')
            await asyncio.wait_for(socket.wait_closed(), PATIENCE_SECONDS)
            assert socket.close_code == 1007
    await stall.chat("Meanwhile")


async def test_what_does_not_fit_is_refused_and_ten_of_it_end_the_connection(stall: Stall) -> None:
    message = {"t": "message", "id": "x" * 16, "text": "kept?"}
    wrong: list[object] = [
        "{", "[]", "null", {}, {"t": "nothing"}, {"t": 7}, {**message, "bold": True}, {**message, "text": 7},
        {**message, "id": "short"}, {**message, "kind": "note"},
    ]  # fmt: skip
    async with stall.stranger() as socket:
        for frame in wrong:
            await socket.send(frame if isinstance(frame, str) else json.dumps(frame))
            assert (await _heard(socket, "refused"))["code"] == "bad_input"
        await asyncio.wait_for(socket.wait_closed(), PATIENCE_SECONDS)
        assert socket.close_code == 4400
    assert "kept?" not in stall.ana.texts


@pytest.mark.soak
async def test_a_note_never_reaches_a_visitor_whatever_is_sent(stall: Stall) -> None:
    secret = "For us alone"
    ids = {"id": "n" * 16, "conversation": stall.conversation}
    for path in ("/live/visitor", "/live/agent"):
        for raw in _examples(times(short=40, long=2_000)):
            async with stall.stranger(path) as socket:
                await socket.send(raw)
                await socket.send(json.dumps({"t": "message", "text": secret, "kind": "note", **ids}))
                await socket.send('{"t":"ping"}')
                try:
                    await _heard(socket, "pong")
                except websockets.ConnectionClosed:
                    assert socket.close_code in (4400, 4401, 4403, 4413)
    await stall.ana.until(lambda: secret in stall.ana.texts)
    await stall.chat("After the note")
    assert stall.ana.texts.count(secret) == 1
    assert secret not in json.dumps(stall.tom.frames)
    assert "note" not in {event["type"].partition(".")[0] for event in stall.tom.events.values()}


@given(FRAMES)
@settings(max_examples=times(short=300, long=20_000))
def test_any_text_is_a_frame_or_is_refused(raw: str) -> None:
    for read in (frames.read_visitor, frames.read_agent):
        try:
            kept: Any = read(raw)
        except BadInput:
            continue
        assert json.loads(raw)["t"] in KINDS
        assert read is frames.read_agent or not hasattr(kept, "kind")


async def test_those_who_speak_slowly_are_let_go_and_hold_nobody_up(stall: Stall) -> None:
    host, port = "127.0.0.1", stall.served.port
    slow = [await asyncio.open_connection(host, port) for _ in range(100)]
    async with stall.stranger(hello=False):
        for _, writer in slow:
            writer.write(b"GET /live/visitor HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        await stall.chat("While they dawdle")
    ended = await asyncio.wait_for(asyncio.gather(*(_end(reader) for reader, _ in slow)), PATIENCE_SECONDS)
    assert all(ended)
    for _, writer in slow:
        writer.close()


async def test_a_connection_that_never_says_hello_is_closed(stall: Stall) -> None:
    async with stall.stranger(hello=False) as visitor, stall.stranger("/live/agent", hello=False) as agent:
        for socket in (visitor, agent):
            await asyncio.wait_for(socket.wait_closed(), PATIENCE_SECONDS)
            assert socket.close_code == 4408


async def test_a_crowd_from_one_address_is_turned_away(stall: Stall) -> None:
    turned_away = 0
    async with AsyncExitStack() as crowd:
        for _ in range(CROWD // 100):
            joined = await asyncio.gather(*(_join(stall, crowd) for _ in range(100)))
            turned_away += joined.count(4429)
        await stall.chat("In the crowd")
    assert turned_away == CROWD - (ADMITTED - 2)


async def _join(stall: Stall, crowd: AsyncExitStack) -> int | None:
    """Connect and stay, if one may; returns the code of being turned away."""
    socket = await crowd.enter_async_context(stall.stranger(hello=False))
    try:
        await socket.send(json.dumps({"t": "hello", "v": 1, "inbox": stall.shop.inbox_key}))
        await _heard(socket, "welcome")
    except websockets.ConnectionClosed:
        return socket.close_code
    return None


async def _closed_by(stall: Stall, path: str, frame: str | bytes) -> int | None:
    async with stall.stranger(path) as socket:
        with contextlib.suppress(websockets.ConnectionClosed):  # the server had enough before the end of it
            await socket.send(frame)
        await asyncio.wait_for(socket.wait_closed(), PATIENCE_SECONDS)
        return socket.close_code


async def _heard(socket: ClientConnection, kind: str) -> dict[str, Any]:
    """The next frame of a kind."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            frame: dict[str, Any] = json.loads(await socket.recv())
            if frame["t"] == kind:
                return frame


async def _send_bytes_as_text(socket: ClientConnection, raw: bytes) -> None:
    """A text frame that is none: no client of ours would send it."""
    socket.protocol.send_text(raw)
    socket.send_data()


async def _end(reader: asyncio.StreamReader) -> bool:
    try:
        while await reader.read(4_096):
            pass
    except ConnectionError:
        pass
    return True


def _examples(count: int) -> list[str]:
    """Frames as hypothesis makes them, of this run."""
    made: list[str] = []

    @given(FRAMES)
    @settings(max_examples=count, database=None)
    def gather(raw: str) -> None:
        made.append(raw)

    gather()
    return made[:count]
