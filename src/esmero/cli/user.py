"""`esmero user`: the people who sign in, from a shell on the server's machine."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esmero.cli.command import in_folder
from esmero.kit.errors import EsmeroError
from esmero.settings import Settings, read_settings

if TYPE_CHECKING:
    from esmero.web.operator import AnyAsk

of_person = click.argument("email", help="The person's mail address.")


@click.group()
def user() -> None:
    """Invite, list, disable and enable the people who sign in. The desk may run meanwhile."""


@user.command("list")
@in_folder
def list_people(data: Path | None) -> None:
    """List everybody, with role and state."""
    from esmero.web.operator import ListPeople

    _do(ListPeople(), data)


@user.command()
@of_person
@click.option("--role", default="agent", show_default=True, help="administrator, supervisor or agent.")
@click.option("--name", default="", help="What colleagues and customers see.")
@in_folder
def invite(email: str, role: str, name: str, data: Path | None) -> None:
    """Print a link with which somebody joins."""
    from esmero.desk.access import ROLES
    from esmero.web.operator import Invite

    if role not in ROLES:
        raise click.BadParameter(f"{role!r} is none of {', '.join(ROLES)}")
    _do(Invite(email=email, role=role, name=name), data)


@user.command()
@of_person
@in_folder
def reset(email: str, data: Path | None) -> None:
    """Print a link with which somebody sets a new password."""
    from esmero.web.operator import Reset

    _do(Reset(email=email), data)


@user.command()
@of_person
@in_folder
def disable(email: str, data: Path | None) -> None:
    """Sign somebody out everywhere and keep them out."""
    from esmero.web.operator import Disable

    _do(Disable(email=email), data)


@user.command()
@of_person
@in_folder
def enable(email: str, data: Path | None) -> None:
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
