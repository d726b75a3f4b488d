"""What an operator asks for in a shell: people and their links. It works when nobody can sign in any more.

A running server listens on a socket in its data folder, which only the server's own user can open, so that the one
process that writes stays the one that writes. Without a running server a command opens the desk itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import structlog
from msgspec import Struct

from esmero.contract.events import DESK
from esmero.desk import agents, sessions
from esmero.desk.access import Role
from esmero.desk.agents import Account
from esmero.kit.errors import EsmeroError, NotFound
from esmero.store.session import Session, Transaction
from esmero.web.desk import Desk
from esmero.web.signing_in import make_link

_said = structlog.get_logger(__name__)

SOCKET = "operator.sock"
LONGEST_LINE = 16_384
PATIENCE_SECONDS = 30.0
# The kernel's own limit on the path of a socket is 104 bytes on macOS and 108 on Linux.
_LONGEST_PATH = 100


class Ask(Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """One thing that an operator wants."""


class ListPeople(Ask, frozen=True, kw_only=True, tag="list"):
    pass


class Invite(Ask, frozen=True, kw_only=True, tag="invite"):
    email: str
    role: Role = "agent"
    name: str = ""


class Reset(Ask, frozen=True, kw_only=True, tag="reset"):
    email: str


class Disable(Ask, frozen=True, kw_only=True, tag="disable"):
    email: str


class Enable(Ask, frozen=True, kw_only=True, tag="enable"):
    email: str


AnyAsk = ListPeople | Invite | Reset | Disable | Enable


class Told(Struct, frozen=True, kw_only=True):
    """What an operator is told: lines to print, or the reason why not."""

    lines: list[str] = []
    refused: str | None = None


async def carry_out(desk: Desk, ask: AnyAsk) -> list[str]:
    """Do what was asked; returns what to print.

    Raises:
        EsmeroError: it can't be done; the detail says why.
    """
    match ask:
        case ListPeople():
            return await desk.database.read(_people)
        case Invite():
            return await _invite(desk, ask)
        case Reset(email=email):
            account = await _account(desk, email)
            link = await make_link(desk, "reset", account.id)
            return [f"A new password is set here; the link works once, for {desk.settings.link_hours} hours:", link]
        case Disable(email=email):
            return await _set_disabled(desk, email, disabled=True)
        case Enable(email=email):
            return await _set_disabled(desk, email, disabled=False)


@asynccontextmanager
async def listening(desk: Desk) -> AsyncIterator[None]:
    """Take what operators ask for through the socket in the data folder, while the block runs."""
    path = desk.settings.data / SOCKET
    if len(str(path.absolute()).encode()) > _LONGEST_PATH:
        _said.warning("commands cannot reach this desk while it runs: its folder's path is too long", path=str(path))
        yield
        return

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                writer.write(msgspec.json.encode(await _answer(desk, await reader.readline())) + b"\n")
                await writer.drain()
        writer.close()

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    server = await asyncio.start_unix_server(answer, path, limit=LONGEST_LINE)
    path.chmod(0o600)
    try:
        yield
    finally:
        server.close()
        path.unlink(missing_ok=True)


def ask_running(folder: Path, ask: AnyAsk) -> Told | None:
    """Ask the server that runs on this data folder; None if none does."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE_SECONDS)
        try:
            connection.connect(str((folder / SOCKET).absolute()))
        except OSError:
            return None
        connection.sendall(msgspec.json.encode(ask) + b"\n")
        with connection.makefile("rb") as answer:
            return msgspec.json.decode(answer.readline(), type=Told)


async def _answer(desk: Desk, line: bytes) -> Told:
    try:
        return Told(lines=await carry_out(desk, msgspec.json.decode(line, type=AnyAsk)))
    except msgspec.DecodeError as error:
        return Told(refused=f"The server runs another release: {error}")
    except EsmeroError as error:
        return Told(refused=error.detail or error.title)


def _people(session: Session) -> list[str]:
    everybody = agents.everyone(session)
    width = max((len(agent.email) for agent in everybody), default=0)
    return [f"{agent.email:<{width}}  {agent.role:<13}  {_state(agent):<8}  {agent.name}" for agent in everybody]


def _state(agent: agents.Agent) -> str:
    if agent.disabled:
        return "disabled"
    return "active" if agent.joined else "invited"


async def _invite(desk: Desk, ask: Invite) -> list[str]:
    email = agents.clean_email(ask.email)
    name = agents.clean_agent_name(ask.name or email.partition("@")[0])
    now = desk.clock.now()
    wanted = {"name": name, "role": ask.role}
    invited = await desk.database.write(lambda tx: agents.invite(tx, email, wanted, by=DESK, at=now))
    link = await make_link(desk, "invitation", invited.id)
    return [f"{email} joins here; the link works once, for {desk.settings.link_hours} hours:", link]


async def _set_disabled(desk: Desk, email: str, *, disabled: bool) -> list[str]:
    account, now = await _account(desk, email), desk.clock.now()

    def unit(tx: Transaction) -> None:
        agents.change(tx, account.id, {"disabled": disabled}, by=DESK, at=now)
        if disabled:
            sessions.end_others(tx, account.id, at=now)

    await desk.database.write(unit)
    return [f"{email} is {'disabled, and signed out everywhere' if disabled else 'enabled'}."]


async def _account(desk: Desk, email: str) -> Account:
    account = await desk.database.read(lambda session: agents.account(session, email.strip().lower()))
    if account is None:
        raise NotFound(f"Nobody here has the address {email}.")
    return account
