"""What acts play on: the running desk, its cast, the clock that they may move, and the line that they may cut."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from esmero.app import Desk
from esmero.demo.cast import Cast
from esmero.kit.clock import MovableClock
from esmero.web.live.connections import Connections

App = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass
class Line:
    """The line between browsers and desk. While it is cut, live connections end and new ones are refused."""

    until: float = 0.0
    """On the event loop's clock."""

    def cut(self, seconds: float) -> None:
        self.until = asyncio.get_running_loop().time() + seconds

    def around(self, app: App) -> App:
        """Wrap an ASGI application so that what is live can be cut, and the page of the director can't."""

        async def guarded(scope: Any, receive: Any, send: Any) -> None:
            if asyncio.get_running_loop().time() < self.until and str(scope.get("path", "")).startswith("/live/"):
                await _refuse(scope, receive, send)
            else:
                await app(scope, receive, send)

        return guarded


@dataclass(frozen=True)
class Stage:
    """Everything that an act may use."""

    desk: Desk
    cast: Cast
    clock: MovableClock
    connections: Connections
    line: Line
    again: asyncio.Event = field(default_factory=asyncio.Event)
    """Set: throw everything away and begin anew."""


async def _refuse(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1006})
        return
    await send({"type": "http.response.start", "status": 503, "headers": []})
    await send({"type": "http.response.body", "body": b""})
