"""`esmero user`: the people who sign in, from a shell on the server's machine."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from esmero.cli.command import new_app
from esmero.kit.errors import EsmeroError
from esmero.settings import Settings, read_settings

if TYPE_CHECKING:
    from esmero.web.operator import AnyAsk

app = new_app("Invite, list, disable and enable the people who sign in. The desk may run meanwhile.")

Data = Annotated[Path | None, typer.Option(help="Data folder [default: ./esmero-data].")]
Email = Annotated[str, typer.Argument(help="The person's mail address.")]


@app.command("list")
def list_people(data: Data = None) -> None:
    """List everybody, with role and state."""
    from esmero.web.operator import ListPeople

    _do(ListPeople(), data)


@app.command()
def invite(
    email: Email,
    role: Annotated[str, typer.Option(help="administrator, supervisor or agent.")] = "agent",
    name: Annotated[str, typer.Option(help="What colleagues and customers see.")] = "",
    data: Data = None,
) -> None:
    """Print a link with which somebody joins."""
    from esmero.desk.access import ROLES
    from esmero.web.operator import Invite

    if role not in ROLES:
        raise typer.BadParameter(f"{role!r} is none of {', '.join(ROLES)}")
    _do(Invite(email=email, role=role, name=name), data)


@app.command()
def reset(email: Email, data: Data = None) -> None:
    """Print a link with which somebody sets a new password."""
    from esmero.web.operator import Reset

    _do(Reset(email=email), data)


@app.command()
def disable(email: Email, data: Data = None) -> None:
    """Sign somebody out everywhere and keep them out."""
    from esmero.web.operator import Disable

    _do(Disable(email=email), data)


@app.command()
def enable(email: Email, data: Data = None) -> None:
    """Let somebody in again who was disabled."""
    from esmero.web.operator import Enable

    _do(Enable(email=email), data)


def _do(ask: AnyAsk, data: Path | None) -> None:
    """Have it done by the server that runs, or else do it here."""
    from esmero.web.operator import ask_running

    settings = read_settings(os.environ, data=data)
    told = ask_running(settings.data, ask)
    if told is None:
        lines = asyncio.run(_do_here(ask, settings))
    elif told.refused is not None:
        raise EsmeroError(told.refused)
    else:
        lines = told.lines
    print("\n".join(lines))


async def _do_here(ask: AnyAsk, settings: Settings) -> list[str]:
    from esmero.app import open_desk
    from esmero.web.operator import carry_out

    desk = await open_desk(settings)
    try:
        return await carry_out(desk, ask)
    finally:
        await desk.stop()
