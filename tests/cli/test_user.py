"""`esmero user`, as an operator types it: beside a server that runs, and without one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from esmero.cli.main import main
from esmero.desk import links
from esmero.desk.links import Link
from esmero.kit.ids import fingerprint
from esmero.settings import Settings
from esmero.web import operator
from tests.world import World, open_world

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def desk_in(folder: Path, *, running: bool) -> AsyncIterator[World | None]:
    """A desk with its people in this folder, which stays open and listens if it is to run."""
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(open_world(folder, settings=Settings(data=folder)))
        if running:
            await stack.enter_async_context(operator.listening(world.desk))
            yield world
            return
        await stack.aclose()
        yield None


async def said(capsys: pytest.CaptureFixture[str], folder: Path, *words: str, status: int = 0) -> str:
    assert await asyncio.to_thread(main, ["user", *words, "--data", str(folder)]) == status
    captured = capsys.readouterr()
    return captured.out + captured.err


async def link_in(folder: Path, world: World | None, told: str, page: str) -> Link:
    """What the printed link is for, as the desk knows it."""
    found = re.search(rf"/console/{page}#(\S+)", told)
    assert found
    token = fingerprint(found[1])
    if world is not None:
        return await world.desk.database.read(lambda session: links.find(session, token, now=world.clock.now()))
    from esmero.kit.clock import SystemClock
    from esmero.store.reading import reading

    with reading(folder) as session:
        return links.find(session, token, now=SystemClock().now())


@pytest.mark.parametrize("running", [True, False])
async def test_people_are_kept_from_a_shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, running: bool
) -> None:
    async with desk_in(tmp_path, running=running) as world:
        told = await said(capsys, tmp_path, "invite", "Lajos@Desk.example", "--role", "supervisor", "--name", "Lajos")
        assert (await link_in(tmp_path, world, told, "join")).purpose == "invitation"
        told = await said(capsys, tmp_path, "reset", "ILONA@desk.example")
        assert (await link_in(tmp_path, world, told, "reset")).purpose == "reset"
        assert "signed out everywhere" in await said(capsys, tmp_path, "disable", "ana@desk.example")
        told = await said(capsys, tmp_path, "list")
        lines = {line.split()[0]: line.split()[1:] for line in told.splitlines()}
        assert lines["lajos@desk.example"] == ["supervisor", "invited", "Lajos"]
        assert lines["ana@desk.example"] == ["agent", "disabled", "Ana"]
        assert lines["bela@desk.example"] == ["agent", "active", "Béla"]
        assert "enabled" in await said(capsys, tmp_path, "enable", "ana@desk.example")
        assert re.search(r"ana@desk.example +agent +active", await said(capsys, tmp_path, "list"))


@pytest.mark.parametrize("running", [True, False])
async def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, running: bool
) -> None:
    async with desk_in(tmp_path, running=running):
        told = await said(capsys, tmp_path, "reset", "nobody@desk.example", status=1)
        assert "Nobody here has the address nobody@desk.example" in told
        told = await said(capsys, tmp_path, "disable", "ilona@desk.example", status=1)
        assert "at least one administrator" in told
        assert "has an account already" in await said(capsys, tmp_path, "invite", "ana@desk.example", status=1)
        told = await said(capsys, tmp_path, "invite", "new@desk.example", "--role", "owner", status=2)
        assert "'owner' is none of" in told
        assert "new@desk.example" not in await said(capsys, tmp_path, "list")


async def test_the_socket_is_for_the_servers_own_user_and_goes_with_it(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        async with operator.listening(world.desk):
            assert (tmp_path / operator.SOCKET).stat().st_mode & 0o777 == 0o600
        assert not (tmp_path / operator.SOCKET).exists()
        assert operator.ask_running(tmp_path, operator.ListPeople()) is None


async def test_a_folder_that_is_too_deep_for_a_socket_is_served_with_a_warning(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    with capture_logs() as said:
        async with open_world(deep) as world, operator.listening(world.desk):
            assert not (deep / operator.SOCKET).exists()
    assert [line["log_level"] for line in said if "commands cannot reach" in line["event"]] == ["warning"]
