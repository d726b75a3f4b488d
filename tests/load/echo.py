"""The baselines of all live figures: the same server and the same kind of route, and nothing behind it.

The echo sends back what it got. The mirror sends as many frames as the desk does (an acknowledgement and the event to
whoever wrote, the event to everybody who listens): all of the talking and none of the keeping.
"""

from __future__ import annotations

import os
from typing import Any

import uvloop
from litestar import Litestar, WebSocket
from litestar.handlers import websocket

from esmero.kit.clock import SystemClock
from esmero.kit.collector import calm_collector
from esmero.settings import read_settings
from esmero.web.edges import Edges
from esmero.web.live.connections import Connections
from esmero.web.server import Server, listen


@websocket("/echo")
async def echo(socket: WebSocket[Any, Any, Any]) -> None:
    """Send back every text frame as it came."""
    await socket.accept()
    while (event := await socket.receive())["type"] != "websocket.disconnect":
        if event["type"] == "websocket.receive":
            await socket.send_data(event["text"] or "", mode="text")


Socket = WebSocket[Any, Any, Any]
listeners: set[Socket] = set()


@websocket("/mirror")
async def mirror(socket: WebSocket[Any, Any, Any]) -> None:
    """Acknowledge every message, and show it to its writer and to all who listen."""
    await socket.accept()
    while (event := await socket.receive())["type"] != "websocket.disconnect":
        if event["type"] == "websocket.receive":
            text = event["text"] or ""
            await socket.send_data(text, mode="text")
            shown = _shown(text)
            await socket.send_data(shown, mode="text")
            for listener in listeners:
                await listener.send_data(shown, mode="text")


@websocket("/mirror/listen")
async def listen_to_mirror(socket: WebSocket[Any, Any, Any]) -> None:
    """Be shown everything, from the first frame on, which is answered with a welcome."""
    await socket.accept()
    await socket.receive()
    await socket.send_data('{"t":"welcome"}', mode="text")
    listeners.add(socket)
    try:
        while (await socket.receive())["type"] != "websocket.disconnect":
            pass
    finally:
        listeners.discard(socket)


def _shown(text: str) -> str:
    """A message in the form of the desk's events."""
    name, _, rest = text.partition('"id":"')[2].partition('"')
    return (
        '{"t":"events","position":1,"conversations":[],"events":[{"type":"message.received","data":{"client_id":"'
        f'{name}"}}{rest}]}}'
    )


async def main() -> None:
    settings = read_settings(os.environ)
    listener = listen(settings)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    edges = Edges(
        Litestar([echo, mirror, listen_to_mirror], openapi_config=None, logging_config=None),
        Connections(SystemClock(), per_address=100_000),
    )

    def on_ready() -> None:
        calm_collector()
        print(f"The echo is at {address}", flush=True)

    await Server(edges, settings, on_ready).serve(sockets=[listener])


if __name__ == "__main__":
    uvloop.run(main())
