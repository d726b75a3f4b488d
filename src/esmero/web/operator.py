"""What an operator asks for in a shell: people and their links. It works when nobody can sign in any more.

A mail server that hands a mail over by starting a program comes the same way.

A running server listens on a socket in its data folder, which only the server's own user can open, so that the one
process that writes stays the one that writes. Without a running server a command opens the desk itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable
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
from esmero.kit.text import needed_name
from esmero.store.session import Session, Transaction
from esmero.web.bringing import AnyBringing, Brought, bring
from esmero.web.desk import Desk
from esmero.web.signing_in import make_link

_said = structlog.get_logger(__name__)

SOCKET = "operator.sock"
LONGEST_LINE = 65_536
PATIENCE_SECONDS = 30.0
MAIL_PATIENCE_SECONDS = 120.0
"""For a mail, which may be large and wait for others."""
MAILS_AT_ONCE = 4
"""Mails that are in memory at a time, each of up to 50 MB. Others wait outside."""
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
_decode_ask = msgspec.json.Decoder(AnyAsk | AnyBringing).decode


class Told(Struct, frozen=True, kw_only=True):
    """What an operator is told: lines to print, or the reason why not, in words and by its code."""

    lines: list[str] = []
    refused: str | None = None
    code: str = ""


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

    room = asyncio.Semaphore(MAILS_AT_ONCE)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError, asyncio.IncompleteReadError):
            async with asyncio.timeout(PATIENCE_SECONDS) as patience:
                ask = await _read_ask(reader)
                if isinstance(ask, Brought):
                    patience.reschedule(asyncio.get_running_loop().time() + MAIL_PATIENCE_SECONDS)
                    async with room:
                        told = await _answer(bring(desk, ask, await reader.readexactly(ask.size)))
                elif isinstance(ask, AnyBringing):
                    told = await _answer(bring(desk, ask))
                else:
                    told = ask if isinstance(ask, Told) else await _answer(carry_out(desk, ask))
                writer.write(msgspec.json.encode(told) + b"\n")
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


def is_running(folder: Path) -> bool:
    """Tell whether a server listens in this data folder."""
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(str((folder / SOCKET).absolute())) == 0


def ask_running(folder: Path, ask: AnyAsk | AnyBringing, body: bytes = b"") -> Told | None:
    """Ask the server that runs on this data folder; None if none does.

    Raises:
        OSError, msgspec.DecodeError: it ended before it answered, or didn't answer in time.
    """
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(MAIL_PATIENCE_SECONDS if body else PATIENCE_SECONDS)
        try:
            connection.connect(str((folder / SOCKET).absolute()))
        except OSError:
            return None
        with contextlib.suppress(BrokenPipeError):  # it may have said why before it hung up
            connection.sendall(msgspec.json.encode(ask) + b"\n" + body)
        with connection.makefile("rb") as answer:
            return msgspec.json.decode(answer.readline(), type=Told)


async def _read_ask(reader: asyncio.StreamReader) -> AnyAsk | AnyBringing | Told:
    try:
        ask: AnyAsk | AnyBringing = _decode_ask(await reader.readline())
    except msgspec.DecodeError as error:
        return Told(refused=f"The server runs another release: {error}")
    return ask


async def _answer(work: Awaitable[list[str]]) -> Told:
    try:
        return Told(lines=await work)
    except EsmeroError as error:
        return Told(refused=error.detail or error.title, code=error.code)
    except Exception:  # noqa: BLE001 - logged, and whoever asked is told
        _said.exception("what an operator asked for broke")
        return Told(refused="Something broke inside Esmero; the server's log tells more.", code="broken")


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
    name = needed_name(ask.name or email.partition("@")[0])
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
