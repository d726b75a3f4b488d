"""`esmero demo`: a desk full of people and conversations, in a folder that is thrown away at the end."""

from __future__ import annotations

import os
from pathlib import Path

import click

from esmero.cli.command import FOLDER
from esmero.settings import Settings, read_settings


@click.command()
@click.option("--host", help="Address to listen on [default: 127.0.0.1].")
@click.option("--port", type=int, help="Port to listen on; 0 takes a free one [default: 8080].")
@click.option("--data", type=FOLDER, help="An empty folder to keep the desk in [default: none].")
def demo(host: str | None, port: int | None, data: Path | None) -> None:
    """Run a desk full of people and conversations until it is told to stop (Ctrl-C)."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ESMERO_")}
    settings = read_settings(environment, host=host, port=port)
    import uvloop

    from esmero.cli.logs import set_up_logs
    from esmero.demo.run import run

    set_up_logs(settings.log_format, "warning")
    uvloop.run(run(settings, keep=data, on_ready=_welcome))


def _welcome(settings: Settings) -> None:
    print(
        f"The demo is at {settings.address}/demo\n"
        "A shop and its desk side by side, with a director's panel and a tour. Ctrl-C ends it.\n"
        "To try it with a phone in the same network, start it with --host 0.0.0.0.",
        flush=True,
    )
