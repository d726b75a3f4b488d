"""The two WebSocket routes. They parse, authorise and call; what frames mean stands in `live/`."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from litestar import WebSocket
from litestar.exceptions import WebSocketDisconnect
from litestar.handlers import WebsocketRouteHandler, websocket

from esmero.kit.errors import BadInput, EsmeroError, NotSignedIn, TooMany, Unavailable
from esmero.live import frames
from esmero.live.agent import AgentSession
from esmero.live.limits import Bucket
from esmero.live.visitor import VisitorSession
from esmero.live.wire import QueuedWire
from esmero.web.auth import Signed, authenticate
from esmero.web.client import ForeignOrigin, address_group, check_same_origin, client_address
from esmero.web.live.connections import Connections
from esmero.web.live.defects import tell_defect
from esmero.web.live.desk import LiveDesk

LARGEST_FRAME = 64 * 1024
"""Bytes. A message of 10,000 characters fits in any script."""
NONSENSE = 10
"""Frames that make no sense, after which a connection is closed."""
DEAF_TO = 100
"""Frames over the measure of a connection, after which it is closed; messages have a narrower measure of their own."""

Socket = WebSocket[Any, Any, Any]
Handle = Callable[[str], Awaitable[None]]


def socket_routes(desk: LiveDesk, connections: Connections) -> list[WebsocketRouteHandler]:
    """Return the routes `/live/visitor` and `/live/agent`."""

    @websocket("/live/visitor")
    async def visitor(socket: Socket) -> None:
        wire = await _accept(socket, desk)
        if wire is None:
            return
        session = VisitorSession(desk.services, wire)

        async def handle(text: str) -> None:
            await session.receive(frames.read_visitor(text))

        try:
            await _serve(socket, wire, handle, desk, connections)
        finally:
            session.end()

    @websocket("/live/agent")
    async def agent(socket: Socket) -> None:
        wire = await _accept(socket, desk)
        signed = None if wire is None else await _signed_in(socket, desk, wire)
        if wire is None or signed is None:
            return
        session = AgentSession(desk.services, wire, signed.agent, signed.session_id, seen_at=signed.seen_at)

        async def handle(text: str) -> None:
            await session.receive(frames.read_agent(text))

        try:
            await _serve(socket, wire, handle, desk, connections)
        finally:
            # Shielded: a server that stops cancels us, and the departure must still be told.
            await asyncio.shield(session.end())

    return [visitor, agent]


async def _accept(socket: Socket, desk: LiveDesk) -> QueuedWire | None:
    """Take up a connection; None where it came from a page that has no business here."""
    await socket.accept()
    wire = _wire(socket, desk)
    try:
        check_same_origin(socket, desk.settings)
    except ForeignOrigin as error:
        await _refuse(wire, error, 4403)
        return None
    return wire


async def _signed_in(socket: Socket, desk: LiveDesk, wire: QueuedWire) -> Signed | None:
    """Find out whose console this is; None where that was refused."""
    try:
        signed = await authenticate(desk, socket, use=False)
        if signed is None:
            raise NotSignedIn
    except EsmeroError as error:
        # Who can't be looked up now is not signed out.
        await _refuse(wire, error, 4503 if isinstance(error, Unavailable) else 4401)
        return None
    except Exception as error:  # noqa: BLE001 - told; the browser asks again later
        wire.hold()
        tell_defect(wire, error)
        await wire.flush()
        return None
    return signed


async def _serve(socket: Socket, wire: QueuedWire, handle: Handle, desk: LiveDesk, connections: Connections) -> None:
    """Listen to a browser, unless too many of its address are here."""
    with connections.count(address_group(client_address(socket, desk.settings)), wire) as admitted:
        await (_listen(socket, wire, handle, _Measure(wire, desk)) if admitted else _turn_away(wire))


class _Measure:
    """How much one connection says, and how much of that makes no sense."""

    def __init__(self, wire: QueuedWire, desk: LiveDesk) -> None:
        self._wire = wire
        settings = desk.settings
        self._bucket = Bucket(desk.clock, burst=settings.frames_burst, per_second=settings.frames_per_second)
        self._nonsense = 0
        self._unheard = 0
        self.take = self._bucket.take

    def refuse(self, error: BadInput | TooMany, text: str) -> None:
        """Say that a frame is not taken, and which if that can be read; close after too many of those."""
        self._wire.push(frames.refusal(error, client_id=frames.id_in(text)))
        if isinstance(error, TooMany):
            self._unheard += 1
        else:
            self._nonsense += 1
        if self._nonsense >= NONSENSE:
            self._wire.close(4400, "too many frames that make no sense")
        elif self._unheard >= DEAF_TO:
            self._wire.close(4429, "too many frames")


async def _listen(socket: Socket, wire: QueuedWire, handle: Handle, measure: _Measure) -> None:
    """Take frame after frame until either side has had enough."""
    while not wire.closing:
        try:
            event = await socket.receive()
        except WebSocketDisconnect:
            return
        if event["type"] == "websocket.disconnect":
            return
        if event["type"] != "websocket.receive":
            continue
        wire.heard()
        wire.hold()
        text = _text(event, wire)
        try:
            if text is not None:
                measure.take()
                await handle(text)
        except (BadInput, TooMany) as error:
            measure.refuse(error, text or "")
        except Exception as error:  # noqa: BLE001 - told; the browser asks again later
            tell_defect(wire, error)
        await wire.flush()


def _text(event: Any, wire: QueuedWire) -> str | None:
    """The frame's text; None where it is one after which there is nothing more to say."""
    text: str | None = event.get("text")
    if text is None:
        wire.close(4400, "frames are text")
    elif len(text) > LARGEST_FRAME or (4 * len(text) > LARGEST_FRAME and len(text.encode()) > LARGEST_FRAME):
        wire.close(4413, "a frame was too large")
        text = None
    return text


async def _refuse(wire: QueuedWire, error: EsmeroError, code: int) -> None:
    wire.hold()
    wire.push(frames.refusal(error))
    wire.close(code, error.code)
    await wire.flush()


async def _turn_away(wire: QueuedWire) -> None:
    wire.hold()
    wire.close(4429, "too many connections")
    await wire.flush()


def _wire(socket: Socket, desk: LiveDesk) -> QueuedWire:
    async def send(frame: bytes) -> None:
        try:
            await socket.send({"type": "websocket.send", "bytes": None, "text": frame.decode()})
        except WebSocketDisconnect as error:
            raise ConnectionError from error

    async def close(code: int, reason: str) -> None:
        try:
            await socket.close(code=code, reason=reason)
        except WebSocketDisconnect as error:
            raise ConnectionError from error

    return QueuedWire(send, close, desk.clock)
