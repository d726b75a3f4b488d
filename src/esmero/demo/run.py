"""Runs the demo: seeds a desk, serves it with the demo's own pages, and does it again whenever the director says so."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from esmero.app import Desk, open_desk
from esmero.demo.company import Company
from esmero.demo.line import Line
from esmero.demo.mailbox.post import Post
from esmero.demo.routes import demo_routes
from esmero.demo.seed import seed
from esmero.demo.stage import Stage
from esmero.kit.clock import MovableClock
from esmero.kit.errors import EsmeroError
from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.edges import Edges, make_edges
from esmero.web.server import Server, listen

_ONLY_HERE = ("127.0.0.1", "localhost", "::1")


class FolderNotEmpty(EsmeroError):
    """The demo throws its folder's content away whenever it begins anew, so it takes none that holds anything."""

    code = "folder_not_empty"
    status = 500
    title = "The demo needs an empty folder."


async def run(settings: Settings, *, keep: Path | None = None, on_ready: Callable[[Settings], None]) -> None:
    """Serve demo after demo, until a signal.

    Args:
        keep: an empty folder that stays when the demo ends; without it, it plays in one that is thrown away.

    Raises:
        FolderNotEmpty: `keep` holds something already.
        EsmeroError: the address is taken, or the desk can't be made.
    """
    _check_empty(keep)
    again = True
    while again:
        with _folder(keep) as folder, contextlib.closing(listen(settings)) as listener:
            settings = replace(settings, port=listener.getsockname()[1])
            found_at = phone_address(settings) or settings.address
            # Port 0: the desk's mail receiver takes any that is free, of this machine alone.
            ready = replace(settings, data=folder, smtp_port=0, link_url=found_at)
            again = await _play(ready, listener, on_ready)
            on_ready = _say_nothing
        if again and keep is not None:
            shutil.rmtree(keep)


async def _play(settings: Settings, listener: socket.socket, on_ready: Callable[[Settings], None]) -> bool:
    """Serve one demo; returns whether another is wanted."""
    clock = MovableClock()
    desk = await open_desk(settings, clock)
    try:
        async with staging(desk, clock, phone=phone_address(settings)) as (stage, edges):
            server = Server(edges, settings, lambda: on_ready(settings))
            stage.go_on(edges.connections.sweep())
            stage.go_on(_end_when_asked(stage, server))
            await server.serve(sockets=[listener])
            return stage.again.is_set()
    finally:
        await desk.stop()


@contextlib.asynccontextmanager
async def staging(desk: Desk, clock: MovableClock, *, phone: str | None) -> AsyncIterator[tuple[Stage, Edges]]:
    """Seed a fresh desk, start it, and give the stage with the edges that have the demo's own doors.

    Args:
        phone: the origin by which a phone in the same network finds us, if one does.
    """
    post = Post(desk)
    await post.listen()
    players = await seed(desk, post)
    await desk.start()
    edges, line = make_edges(desk), Line()
    company = Company(desk, [agent.id for agent in (players.bela, players.chandra)])
    stage = Stage(
        desk=desk, cast=players, clock=clock, connections=edges.connections, line=line, company=company, post=post
    )
    for route in demo_routes(stage, Assets(), phone=phone):
        edges.site.register(route)
    edges.site.asgi_handler = line.around(edges.site.asgi_handler)
    stage.go_on(company.run())
    try:
        yield stage, edges
    finally:
        await stage.end()
        await post.close()


async def _end_when_asked(stage: Stage, server: Server) -> None:
    await stage.again.wait()
    await asyncio.sleep(0.2)  # the answer to whoever asked leaves first
    server.should_exit = True


def _check_empty(keep: Path | None) -> None:
    if keep is not None and keep.exists() and any(keep.iterdir()):
        raise FolderNotEmpty(f"{keep} is not empty")


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        yield keep
        return
    folder = Path(tempfile.mkdtemp(prefix="esmero-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def phone_address(settings: Settings) -> str | None:
    """Return where a phone in the same network finds us, as far as this machine's own name tells."""
    if settings.host in _ONLY_HERE:
        return None
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        found = []
    hosts = [str(info[4][0]) for info in found if not str(info[4][0]).startswith("127.")]
    return f"http://{hosts[0]}:{settings.port}" if hosts else None


def _say_nothing(_settings: Settings) -> None:
    """The address was told the first time."""
