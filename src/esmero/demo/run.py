"""Runs the demo: seeds a desk, serves it with the demo's own pages, and does it again whenever the director says so."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from esmero.app import open_desk
from esmero.demo.routes import demo_routes
from esmero.demo.seed import seed
from esmero.demo.stage import Line, Stage
from esmero.kit.clock import MovableClock
from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.edges import make_edges
from esmero.web.server import Server, listen


async def run(settings: Settings, *, on_ready: Callable[[Settings], None]) -> None:
    """Serve demo after demo, until a signal."""
    again = True
    while again:
        with _fresh_folder() as folder, contextlib.closing(listen(settings)) as listener:
            settings = replace(settings, port=listener.getsockname()[1])
            again = await _play(replace(settings, data=folder), listener, on_ready)
            on_ready = _say_nothing


async def _play(settings: Settings, listener: socket.socket, on_ready: Callable[[Settings], None]) -> bool:
    """Serve one demo; returns whether another is wanted."""
    clock = MovableClock()
    desk = await open_desk(settings, clock)
    try:
        cast = await seed(desk)
        await desk.start()
        line = Line()
        live = make_edges(desk)
        stage = Stage(desk, cast, clock, live.connections, line)
        for route in demo_routes(stage, Assets(), phone=phone_address(settings.port)):
            live.site.register(route)
        live.site.asgi_handler = line.around(live.site.asgi_handler)
        server = Server(live, settings, lambda: on_ready(settings))
        sweeping = asyncio.create_task(live.connections.sweep())
        ending = asyncio.create_task(_end_when_asked(stage, server))
        await server.serve(sockets=[listener])
        sweeping.cancel()
        ending.cancel()
        return stage.again.is_set()
    finally:
        await desk.stop()


async def _end_when_asked(stage: Stage, server: Server) -> None:
    await stage.again.wait()
    await asyncio.sleep(0.2)  # the answer to whoever asked leaves first
    server.should_exit = True


@contextlib.contextmanager
def _fresh_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="esmero-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def phone_address(port: int) -> str:
    """Return where a phone in the same network finds us, as far as this machine's own name tells."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        found = []
    hosts = [str(info[4][0]) for info in found if not str(info[4][0]).startswith("127.")]
    return f"http://{hosts[0] if hosts else '127.0.0.1'}:{port}"


def _say_nothing(_settings: Settings) -> None:
    """The address was told the first time."""
