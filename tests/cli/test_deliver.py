"""`esmero mail deliver`, as a mail server starts it: beside a desk that is served, and without one."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from esmero.channels.email.deposit import Envelope
from esmero.channels.email.pipe import LARGEST
from esmero.channels.email.settings import EmailSettings
from esmero.cli.deliver import EX_DATAERR, EX_NOUSER, EX_TEMPFAIL
from esmero.contract.events import DESK
from esmero.contract.facts import MessageReceived
from esmero.desk import inboxes, log
from esmero.kit.errors import Unavailable
from esmero.settings import Settings
from esmero.store.lock import FolderLock
from esmero.store.reading import reading
from esmero.web import operator
from esmero.web.api.inboxes import written_settings
from tests.load.served import serve_desk
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

HELP = EmailSettings(address="help@shop.example", others=("sales@shop.example",))
TRADE = EmailSettings(address="trade@shop.example")
MAIL = b"""From tom@weller.example Fri Oct 30 12:00:00 2026
From: Tom Weller <tom@weller.example>
To: help@shop.example
Subject: My lamp
Message-ID: <1@weller.example>

Where is my lamp?
"""
NO_SETTINGS = {name: value for name, value in os.environ.items() if not name.startswith("ESMERO_")}


@pytest.fixture
async def folder(short_folder: Path) -> Path:
    """The folder of a desk with two mailboxes that doesn't run."""
    async with open_world(short_folder, settings=Settings(data=short_folder)) as world:
        await furnish(world)
    return short_folder


async def furnish(world: World) -> None:
    for number, settings in enumerate((HELP, TRADE)):
        written, key = written_settings(settings), f"email_{number}"
        await world.desk.database.write(
            lambda tx, written=written, key=key: inboxes.make(  # type: ignore[misc]  # its own of each turn
                tx, channel="email", name=key, key=key, settings=written, by=DESK, at=world.clock.now()
            )
        )


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[World]:
    """The same desk, which runs within the test and listens."""
    async with open_world(tmp_path, settings=Settings(data=tmp_path)) as world:
        await furnish(world)
        async with operator.listening(world.desk):
            yield world


def command(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "esmero", "mail", "deliver", "--data", str(folder), *words]


def deliver(folder: Path, *words: str, raw: bytes = MAIL, status: int = 0, **environ: str) -> str:
    """Let a mail server deliver; returns what it is told, which is a line or nothing."""
    done = subprocess.run(
        command(folder, *words), input=raw, capture_output=True, env=NO_SETTINGS | environ, timeout=120
    )
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == status, said
    assert said.count("\n") == (1 if status else 0), said
    return said


def received(folder: Path) -> list[str]:
    """What came in, as `inbox: text`."""
    with reading(folder) as session:
        events = [one for one in log.after(session, 0, limit=1_000) if isinstance(one.fact, MessageReceived)]
        names = {one.id: one.name for one in inboxes.everyone(session)}
        return [f"{names[one.inbox_id or 0]}: {one.content.text if one.content else ''}".strip() for one in events]


@pytest.mark.parametrize("running", [True, False])
async def test_a_mail_is_on_disk_when_the_mail_server_is_told_so(folder: Path, *, running: bool) -> None:
    def steps() -> None:
        deliver(folder, "--recipient", "Sales+x@shop.example", "--sender", "tom@weller.example")
        assert received(folder) == ["email_0: Where is my lamp?"]
        deliver(folder, "--inbox", "help@shop.example")  # the same again
        deliver(folder, "--inbox", "HELP@shop.example", raw=MAIL.replace(b"\n", b"\r\n"))
        assert len(received(folder)) == 1
        told = deliver(folder, "--recipient=nobody@shop.example", status=EX_NOUSER)
        assert told.startswith("5.1.1 No inbox has the address nobody@shop.example")
        deliver(folder, "--inbox", "99", status=EX_NOUSER)
        assert deliver(folder, "--inbox=help@shop.example", raw=b" \r\n\n", status=EX_DATAERR).startswith("5.6.0 ")
        assert len(received(folder)) == 1

    if not running:
        return steps()
    with serve_desk(folder, {"ESMERO_DATA": str(folder)}) as served:
        steps()
        assert "Traceback" not in served.log
    return None


async def test_a_killed_desk_loses_nothing_that_it_took(folder: Path) -> None:
    """Killed before, while and after it takes a mail: the mail server comes again, and there is each mail once."""
    with serve_desk(folder, {"ESMERO_DATA": str(folder)}) as served:
        mails = [MAIL.replace(b"<1@", b"<%d@" % number) + b"x" * number * 300_000 for number in range(1, 7)]
        under_way = [
            subprocess.Popen(
                command(folder, "--inbox=help@shop.example"),
                stdin=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=NO_SETTINGS,
            )
            for _ in mails
        ]
        for process, raw in zip(under_way, mails, strict=True):
            assert process.stdin is not None
            process.stdin.write(raw)
            process.stdin.close()
        while not received(folder) and any(process.poll() is None for process in under_way):
            time.sleep(0.005)
        served.kill()
    statuses = []
    for process in under_way:
        assert process.stderr is not None
        said = process.stderr.read()
        process.stderr.close()
        statuses.append(process.wait(60))
        assert b"Traceback" not in said
    assert set(statuses) <= {0, EX_TEMPFAIL}
    before = received(folder)
    assert len(before) >= statuses.count(0)
    for raw in mails:
        deliver(folder, "--inbox=help@shop.example", raw=raw)
    assert len(received(folder)) == len(mails)


async def test_half_of_a_mail_is_never_kept(room: World, tmp_path: Path) -> None:
    ask = {"do": "deliver", "size": len(MAIL) + 1, "inbox": "help@shop.example"}
    reader, writer = await asyncio.open_unix_connection(tmp_path / operator.SOCKET)
    writer.write(json.dumps(ask).encode() + b"\n" + MAIL)
    writer.write_eof()
    assert await reader.read() == b""
    writer.close()
    assert received(tmp_path) == []


async def test_a_mail_may_have_fifty_megabytes_and_no_more(room: World, tmp_path: Path) -> None:
    begin = MAIL + b"\n"
    most = begin + b"lamp \n" * ((LARGEST - len(begin)) // 6)
    most += b"." * (LARGEST - len(most))
    await asyncio.to_thread(deliver, tmp_path, "--inbox", "help@shop.example", raw=most)
    assert len(received(tmp_path)) == 1
    told = await asyncio.to_thread(deliver, tmp_path, "--inbox=help@shop.example", raw=most + b".", status=EX_DATAERR)
    assert told.startswith("5.3.4 ")


async def test_for_two_inboxes_it_is_a_message_in_both_and_strangers_take_nothing_away(folder: Path) -> None:
    people = ["trade@shop.example", "help@shop.example", "ana@elsewhere.example", "sales@shop.example"]
    deliver(folder, *(f"--recipient={address}" for address in people))
    assert sorted(received(folder)) == ["email_0: Where is my lamp?", "email_1: Where is my lamp?"]


async def test_what_postfix_and_exim_tell_by_the_environment_is_taken(room: World, tmp_path: Path) -> None:
    seen = list[Envelope]()

    async def deposit(inbox_id: int, raw: bytes, envelope: Envelope) -> str:
        seen.append(envelope)
        return "kept"

    room.desk.mail.pipe._deposit = deposit  # type: ignore[assignment]
    told = {"RECIPIENT": "help@shop.example", "ORIGINAL_RECIPIENT": "lamps@old.example", "SENDER": "MAILER-DAEMON"}
    words = ("--recipient", "help@shop.example", "--sender", "tom@weller.example")
    await asyncio.to_thread(lambda: deliver(tmp_path, **told))  # type: ignore[arg-type]  # they are variables
    await asyncio.to_thread(lambda: deliver(tmp_path, *words, **told))  # type: ignore[arg-type]
    assert [(one.way, one.sender, one.recipients) for one in seen] == [
        ("pipe", "", ("help@shop.example",)),
        ("pipe", "tom@weller.example", ("help@shop.example",)),
    ]


@pytest.mark.parametrize("broken", [Unavailable("The disk is full."), RuntimeError("a secret")])
async def test_what_the_desk_cannot_keep_now_comes_again(room: World, tmp_path: Path, broken: Exception) -> None:
    async def deposit(inbox_id: int, raw: bytes, envelope: Envelope) -> str:
        raise broken

    room.desk.mail.pipe._deposit = deposit  # type: ignore[assignment]
    told = await asyncio.to_thread(deliver, tmp_path, "--inbox=help@shop.example", status=EX_TEMPFAIL)
    assert told.startswith("4.3.0 ")
    assert "secret" not in told


@pytest.mark.parametrize("words", [(), ("--recipent=help@shop.example",), ("--inbox",)])
async def test_a_slip_in_the_configuration_costs_no_mail(folder: Path, words: tuple[str, ...]) -> None:
    deliver(folder, *words, status=EX_TEMPFAIL)


async def test_what_is_no_desk_is_not_made_one(tmp_path: Path) -> None:
    told = deliver(tmp_path / "wrong", "--inbox=help@shop.example", status=EX_TEMPFAIL)
    assert "There is no desk in" in told
    assert not (tmp_path / "wrong").exists()
    deliver(tmp_path, "--inbox=1", status=EX_TEMPFAIL, ESMERO_READERS="none")


async def test_it_waits_for_whoever_has_the_folder_for_a_moment(folder: Path) -> None:
    with FolderLock(folder):
        process = subprocess.Popen(command(folder, "--inbox=help@shop.example"), stdin=subprocess.PIPE, env=NO_SETTINGS)
        assert process.stdin is not None
        process.stdin.write(MAIL)
        process.stdin.close()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
    assert process.wait(60) == 0
    assert len(received(folder)) == 1


async def test_a_desk_that_never_answers_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / operator.SOCKET))
        listener.listen()
        process = subprocess.Popen(
            command(tmp_path, "--inbox=1"), stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=NO_SETTINGS
        )
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(MAIL)
        process.stdin.close()
        connection, _ = await asyncio.to_thread(listener.accept)
        connection.recv(10)
        connection.close()
        assert (await asyncio.to_thread(process.stderr.read)).startswith(b"4.3.0 ")
        process.stderr.close()
        assert process.wait(60) == EX_TEMPFAIL


async def test_killed_itself_it_leaves_nothing_half_done(room: World, tmp_path: Path) -> None:
    process = subprocess.Popen(command(tmp_path, "--inbox=1"), stdin=subprocess.PIPE, env=NO_SETTINGS)
    assert process.stdin is not None
    process.stdin.write(MAIL)
    process.stdin.flush()
    await asyncio.sleep(0.5)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    assert received(tmp_path) == []
