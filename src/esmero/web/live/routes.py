"""All routes of the live edge, and what runs beside them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from litestar.types import ControllerRouterHandler

from esmero.web.live.connections import Connections
from esmero.web.live.desk import LiveDesk
from esmero.web.live.sockets import socket_routes
from esmero.web.live.streams import stream_routes
from esmero.web.uploads import file_routes


class LiveEdge:
    """The open connections of this process and the routes that they come in by."""

    def __init__(self, desk: LiveDesk) -> None:
        self.connections = Connections(desk.clock, per_address=desk.settings.connections_per_address)
        self.routes: list[ControllerRouterHandler] = [
            *socket_routes(desk, self.connections),
            *stream_routes(desk, self.connections),
            *file_routes(desk),
        ]

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Sweep silent connections meanwhile; at the end tell all browsers that the server restarts."""
        sweeping = asyncio.get_running_loop().create_task(self.connections.sweep())
        try:
            yield
        finally:
            sweeping.cancel()
            self.connections.close_all()
