"""`esmero serve`: runs the desk."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import click

from esmero.cli.command import in_folder, without
from esmero.kit.collector import calm_collector, hold_collector
from esmero.settings import Settings, read_settings


@click.command()
@click.option("--host", help="Address to listen on [default: 127.0.0.1].")
@click.option("--port", type=int, help="Port to listen on; 0 takes a free one [default: 8080].")
@in_folder
@click.option("--role", help="What this process does: all, web or worker [default: all].")
def serve(host: str | None, port: int | None, data: Path | None, role: str | None) -> None:
    """Run the desk until it is told to stop (Ctrl-C, SIGTERM).

    Whatever isn't an option here is a setting in the environment: see docs/operating.md.
    """
    settings = read_settings(os.environ, host=host, port=port, data=data, role=role)
    hold_collector()
    # What serving needs is imported here: `esmero serve --help` answers at once.
    with without("rich"):
        import structlog  # noqa: F401 - it would bring rich, for pretty tracebacks that no server shows
    import uvloop

    from esmero.cli.logs import set_up_logs

    set_up_logs(settings.log_format, settings.log_level)
    uvloop.run(run(settings))


async def run(settings: Settings) -> None:
    """Serve until a signal, then end in order: browsers are told, requests end, what waits is committed."""
    from msgspec.structs import replace

    from esmero.app import open_desk
    from esmero.web.edges import make_edges, make_worker_edges
    from esmero.web.operator import listening
    from esmero.web.server import Server, listen
    from esmero.web.signing_in import set_up_link

    listener = listen(settings)
    settings = replace(settings, port=listener.getsockname()[1])
    desk = await open_desk(settings)

    def on_ready() -> None:
        calm_collector()
        _welcome(settings, link)

    try:
        await desk.start()
        link = await set_up_link(desk)
        edges = make_worker_edges(desk) if settings.role == "worker" else make_edges(desk)
        sweeping = asyncio.create_task(edges.connections.sweep())
        async with listening(desk):
            await Server(edges, settings, on_ready).serve(sockets=[listener])
        sweeping.cancel()
    finally:
        await desk.stop()


def _welcome(settings: Settings, link: str | None) -> None:
    print(f"Esmero is at {settings.address}", flush=True)
    if link is not None:
        print(
            f"\nMake the first administrator here; the link works once, for {settings.link_hours} hours:\n  {link}\n",
            flush=True,
        )
