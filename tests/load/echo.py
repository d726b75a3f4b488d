"""The baseline of all live figures: the same server and the same kind of route, and nothing behind it."""

from __future__ import annotations

import os
from typing import Any

import uvloop
from litestar import Litestar, WebSocket
from litestar.handlers import websocket

from esmero.kit.clock import SystemClock
from esmero.settings import read_settings
from esmero.web.edges import Edges
from esmero.web.live.connections import Connections
from esmero.web.server import Server, calm_collector, listen


@websocket("/echo")
async def echo(socket: WebSocket[Any, Any, Any]) -> None:
    """Send back every text frame as it came."""
    await socket.accept()
    while (event := await socket.receive())["type"] != "websocket.disconnect":
        if event["type"] == "websocket.receive":
            await socket.send_data(event["text"] or "", mode="text")


async def main() -> None:
    settings = read_settings(os.environ)
    listener = listen(settings)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    edges = Edges(
        Litestar([echo], openapi_config=None, logging_config=None), Connections(SystemClock(), per_address=100_000)
    )

    def on_ready() -> None:
        calm_collector()
        print(f"The echo is at {address}", flush=True)

    await Server(edges, settings, on_ready).serve(sockets=[listener])


if __name__ == "__main__":
    uvloop.run(main())
