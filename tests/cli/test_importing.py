"""`esmero mail import`, as an operator starts it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from esmero.contract.events import Event
from esmero.contract.facts import MessageReceived, MessageSent
from esmero.desk import inboxes, log, rebuild
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.settings import Settings
from esmero.store.reading import reading
from tests.cli.test_deliver import NO_SETTINGS, furnish, received
from tests.load.served import serve_desk
from tests.world import NOON, open_world

pytestmark = pytest.mark.anyio

SEPTEMBER = NOON - 59 * 86_400_000
"""Tuesday, 1 September 2026, 12:00 UTC."""


@pytest.fixture
async def folder(short_folder: Path) -> Path:
    """The folder of a desk with two mailboxes that doesn't run."""
    async with open_world(short_folder, settings=Settings(data=short_folder)) as world:
        await furnish(world)
    return short_folder


def mail(number: int, text: str, *, day: int, sender: str = "tom@weller.example", to: str = "help@shop.example") -> str:
    answers = f"In-Reply-To: <{number - 1}@mail.example>\n" if text.startswith("Re") else ""
    return (
        f"From {sender} Thu Jan  1 00:00:00 2026\nFrom: {sender}\nTo: {to}\nSubject: Lamp\n{answers}"
        f"Message-ID: <{number}@mail.example>\nDate: {day:02} Sep 2026 12:00:00 +0000\n\n{text}\n\n"
    )


# The archive holds the answers before what they answer.
ARCHIVE = (
    mail(3, "Re: thank you", day=3)
    + mail(2, "Re: it is on its way", day=2, sender="help@shop.example", to="tom@weller.example")
    + mail(1, "Where is it?", day=1)
    + mail(9, "Another matter", day=5, sender="béla@posta.example")
    + "From nobody Thu Jan  1 00:00:00 2026\nSubject: held\nDate: 06 Sep 2026 12:00:00 +0000\n\nwho?\n\n"
)


def command(path: Path, folder: Path) -> list[str]:
    words = ("mail", "import", str(path), "--inbox", "help@shop.example", "--data", str(folder))
    return [sys.executable, "-m", "esmero", *words]


def bring(path: Path, folder: Path, *, status: int = 0) -> str:
    done = subprocess.run(command(path, folder), capture_output=True, text=True, env=NO_SETTINGS, timeout=120)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def events(folder: Path) -> list[Event]:
    with reading(folder) as session:
        found = log.after(session, 0, limit=10_000)
    return [one for one in found if isinstance(one.fact, MessageReceived | MessageSent)]


def talk(folder: Path, number: int) -> Conversation:
    with reading(folder) as session:
        assert list(rebuild.compare(session)) == []
        found = rows.find(session, number)
    assert found is not None
    return found


@pytest.mark.parametrize("running", [True, False])
async def test_history_comes_in_with_its_own_time_and_keeps_nobody_waiting(
    folder: Path, tmp_path: Path, *, running: bool
) -> None:
    (tmp_path / "old.mbox").write_text(ARCHIVE)
    if running:
        with serve_desk(folder, {"ESMERO_DATA": str(folder)}):
            told = bring(tmp_path / "old.mbox", folder)
    else:
        told = bring(tmp_path / "old.mbox", folder)
    assert "5 mails: 4 kept, 0 already there, 1 held" in told
    # Mails of one batch that don't answer each other may change places in the log.
    asked, ours, thanked, other = sorted(events(folder), key=lambda one: one.at)
    assert asked.id < ours.id < thanked.id
    assert [one.at for one in (asked, ours, thanked)] == [SEPTEMBER + day * 86_400_000 for day in range(3)]
    assert [one.fact.type for one in (asked, ours, thanked)] == ["message.received", "message.sent", "message.received"]
    assert ours.actor.kind == "desk"
    assert asked.of == ours.of == thanked.of != other.of
    lamp = talk(folder, asked.of)
    assert (lamp.status, lamp.waiting_since, lamp.last_at, lamp.closed_at) == ("closed", None, thanked.at, thanked.at)
    assert (lamp.created_at, lamp.last_text) == (asked.at, "Re: thank you")
    assert talk(folder, other.of).status == "closed"


async def test_a_second_time_nothing_is_new(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.mbox"
    path.write_text(ARCHIVE)
    bring(path, folder)
    assert bring(path, folder).endswith("5 mails: 0 kept, 4 already there, 1 held\n")
    path.write_text(ARCHIVE + mail(10, "One more", day=20))
    assert "6 mails: 1 kept, 4 already there, 1 held" in bring(path, folder)
    assert len(events(folder)) == 5


@pytest.mark.parametrize("killed", ["import", "desk", "alone"])
async def test_broken_off_and_run_again_it_brings_each_mail_once(folder: Path, tmp_path: Path, killed: str) -> None:
    path = tmp_path / "old.mbox"
    count = 800
    path.write_text("".join(mail(number * 10, f"Number {number}", day=number % 28 + 1) for number in range(count)))

    def break_off() -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command(path, folder), stderr=subprocess.DEVNULL, env=NO_SETTINGS)
        while len(received(folder)) < 100 and process.poll() is None:
            time.sleep(0.02)
        return process

    if killed == "alone":
        process = break_off()
        process.send_signal(signal.SIGKILL)
        process.wait()
    else:
        with serve_desk(folder, {"ESMERO_DATA": str(folder)}) as served:
            process = break_off()
            if killed == "desk":
                served.kill()
                assert process.wait(60) == 1
            process.kill()
            process.wait()
    before = len(events(folder))
    assert 100 <= before < count
    assert f"{count} mails:" in bring(path, folder)
    assert sorted(str(one.content and one.content.text).strip() for one in events(folder)) == sorted(
        f"Number {number}" for number in range(count)
    )


async def test_what_cannot_be_brought_in_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Tom,\n")
    assert "is no mbox" in bring(tmp_path / "letter", folder, status=1)
    (tmp_path / "cur").mkdir()
    (tmp_path / "cur" / "1").write_text("")
    (tmp_path / "cur" / "2").write_text(mail(1, "Where is it?", day=1))
    assert "2 mails: 1 kept, 0 already there, 0 held, 1 could not be brought in" in bring(tmp_path, folder, status=1)
    with reading(folder) as session:
        other = next(one.id for one in inboxes.everyone(session) if one.channel == "chat")
    words = [*command(tmp_path, folder)]
    words[words.index("help@shop.example")] = str(other)
    done = subprocess.run(words, capture_output=True, text=True, env=NO_SETTINGS, timeout=60)
    assert done.returncode == 1
    assert "There is no e-mail inbox" in done.stderr
