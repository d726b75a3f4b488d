"""The line between browsers and desk, which the director may cut."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

App = Callable[[Any, Any, Any], Awaitable[None]]
_LIVE = "/live/"
_CALLS = ("/api/", "/files/")


class Line:
    """While it is cut, live connections are refused, and calls and files hang as they do in a tunnel.

    The demo's own pages go on: the director's panel is no part of the play.
    """

    def __init__(self) -> None:
        self._mended_at = 0.0

    def cut(self, seconds: float) -> None:
        """Cut it for so long."""
        self._mended_at = asyncio.get_running_loop().time() + seconds

    @property
    def seconds_left(self) -> float:
        """How long it stays cut; 0 or less while it isn't."""
        return self._mended_at - asyncio.get_running_loop().time()

    def around(self, app: App) -> App:
        """Wrap an ASGI application so that it is reached by this line."""

        async def guarded(scope: Any, receive: Any, send: Any) -> None:
            path = str(scope.get("path", ""))
            if self.seconds_left > 0 and path.startswith(_LIVE):
                await _refuse(scope, receive, send)
                return
            if path.startswith(_CALLS):
                await asyncio.sleep(max(0, self.seconds_left))
            await app(scope, receive, send)

        return guarded


async def _refuse(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1001})  # before it was accepted: the handshake fails
        return
    await send({"type": "http.response.start", "status": 503, "headers": []})
    await send({"type": "http.response.body", "body": b""})
