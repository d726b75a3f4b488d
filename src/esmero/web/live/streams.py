"""The fallback: server-sent events down (WHATWG HTML, section 9.2), POST up. Any process can take either.

The frames are those of the WebSockets. What comes up by POST carries its author's credentials each time, so no process
has to remember who it was talking with.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated, Any

from litestar import Request, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter
from litestar.response import Response, Stream

from esmero.kit.errors import BadInput, NotSignedIn, TooLarge
from esmero.live import frames
from esmero.live.agent import AgentSession
from esmero.live.frames import AgentHello, VisitorHello
from esmero.live.visitor import VisitorSession
from esmero.live.who import arrived
from esmero.live.wire import QueuedWire
from esmero.web.auth import authenticate, check_asked_by_us
from esmero.web.client import address_group, check_same_origin, client_address
from esmero.web.live.connections import Connections
from esmero.web.live.defects import tell_defect
from esmero.web.live.desk import LiveDesk
from esmero.web.live.sockets import LARGEST_FRAME

BEAT_SECONDS = 15
"""Between two comments on a quiet stream: proxies cut what is silent, and the connection counts as heard."""
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
OK = frames.write({"t": "ok"})

Asked = Request[Any, Any, Any]
Begun = tuple[Awaitable[None], Callable[[], Awaitable[None]]]
"""A session's hello under way, and what ends it."""


def stream_routes(desk: LiveDesk, connections: Connections) -> list[HTTPRouteHandler]:
    """Return the four routes of the fallback."""
    return [*_visitor_routes(desk, connections), *_agent_routes(desk, connections)]


def _visitor_routes(desk: LiveDesk, connections: Connections) -> list[HTTPRouteHandler]:
    @post("/live/visitor/stream", status_code=200, include_in_schema=False)
    async def stream(request: Asked) -> Stream:
        check_same_origin(request, desk.settings)
        hello = frames.read_visitor(await _body(request))
        if not isinstance(hello, VisitorHello):
            raise BadInput("The first frame is hello.")

        def begin(wire: QueuedWire) -> Begun:
            session = VisitorSession(desk.services, wire)

            async def end() -> None:
                session.end()

            return session.receive(hello), end

        return _stream(request, desk, connections, begin)

    @post("/live/visitor/frame", status_code=200, include_in_schema=False)
    async def frame(request: Asked) -> Response[bytes]:
        check_same_origin(request, desk.settings)
        known = await arrived(
            desk.services,
            inbox_key=request.headers.get("x-inbox", ""),
            token=_bearer(request),
            jwt=request.headers.get("x-identity"),
            language=None,
        )
        said = frames.read_visitor(await _body(request))
        gathered = Gathered(desk)
        session = VisitorSession(desk.services, gathered.wire)
        try:
            await session.resume(known)
            await session.receive(said)
        finally:
            session.end()
        return await gathered.answer()

    return [stream, frame]


def _agent_routes(desk: LiveDesk, connections: Connections) -> list[HTTPRouteHandler]:
    @get("/live/agent/stream", include_in_schema=False)
    async def stream(
        request: Asked,
        after: Annotated[int, QueryParameter(ge=0, le=2**53)],
        sight: Annotated[str | None, QueryParameter(max_length=64)] = None,
    ) -> Stream:
        check_same_origin(request, desk.settings)
        signed = await authenticate(desk, request, use=False)
        if signed is None:
            raise NotSignedIn
        view, session_id, seen_at = signed.agent, signed.session_id, signed.seen_at

        def begin(wire: QueuedWire) -> Begun:
            session = AgentSession(desk.services, wire, view, session_id, seen_at=seen_at)
            return session.receive(AgentHello(v=1, after=after, sight=sight)), session.end

        return _stream(request, desk, connections, begin)

    @post("/live/agent/frame", status_code=200, include_in_schema=False)
    async def frame(request: Asked) -> Response[bytes]:
        signed = await authenticate(desk, request, use=False)
        check_asked_by_us(request, desk.settings, signed, "POST")
        if signed is None:
            raise NotSignedIn
        said = frames.read_agent(await _body(request))
        gathered = Gathered(desk)
        session = AgentSession(desk.services, gathered.wire, signed.agent, signed.session_id, seen_at=signed.seen_at)
        session.resume()
        await session.receive(said)
        return await gathered.answer()

    return [stream, frame]


class Gathered:
    """The wire of one POST: what the frame is answered with."""

    def __init__(self, desk: LiveDesk) -> None:
        self._answers: list[bytes] = []
        self._code = 0
        self.wire = QueuedWire(self._keep, self._end, desk.clock)
        self.wire.hold()

    async def answer(self) -> Response[bytes]:
        """Return the last frame that was pushed, or `ok`."""
        await self.wire.flush()
        headers = {"X-Close": str(self._code)} if self._code else {}
        return Response(self._answers[-1] if self._answers else OK, media_type="application/json", headers=headers)

    async def _keep(self, frame: bytes) -> None:
        self._answers.append(frame)

    async def _end(self, code: int, _reason: str) -> None:
        self._code = code


def _stream(
    request: Asked,
    desk: LiveDesk,
    connections: Connections,
    begin: Callable[[QueuedWire], Begun],
) -> Stream:
    address = address_group(client_address(request, desk.settings))

    async def events() -> AsyncIterator[bytes]:
        # One piece at a time: what the browser doesn't take stays with the wire, which counts it.
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=1)

        async def send(frame: bytes) -> None:
            await queue.put(b"data: " + frame + b"\n\n")

        async def close(code: int, reason: str) -> None:
            await queue.put(b'event: close\ndata: {"code":%d,"reason":"%s"}\n\n' % (code, reason.encode()))
            await queue.put(None)

        wire = QueuedWire(send, close, desk.clock)
        started, end = begin(wire)
        with connections.count(address, wire) as admitted:
            try:
                if admitted:
                    await _begin(started, wire)
                else:
                    wire.close(4429, "too many connections")
                while (piece := await _next(queue)) is not None:
                    yield piece
                    wire.heard()  # it was taken, or there is room for it on its way
            finally:
                await asyncio.shield(end())

    return Stream(events(), media_type="text/event-stream", headers=HEADERS)


async def _begin(started: Awaitable[None], wire: QueuedWire) -> None:
    try:
        await started
    except Exception as error:  # noqa: BLE001 - told; the browser asks again later
        tell_defect(wire, error)


async def _next(queue: asyncio.Queue[bytes | None]) -> bytes | None:
    """Wait for the next piece; a comment after a while of silence, since we hear nothing from the browser here."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(BEAT_SECONDS):
            return await queue.get()
    return b": still here\n\n"


async def _body(request: Asked) -> bytes:
    gathered = bytearray()
    async for chunk in request.stream():
        gathered += chunk
        if len(gathered) > LARGEST_FRAME:
            raise TooLarge("A frame has at most 64 KiB.")
    return bytes(gathered)


def _bearer(request: Asked) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotSignedIn("Send the visitor's token.")
    return token.strip()
