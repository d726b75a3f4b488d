"""A mailbox on a real Dovecot."""

from __future__ import annotations

import asyncio
import imaplib
import itertools
import random  # noqa: TID251 - a test of chance
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from esmero.channels.email.imap.follower import Pace
from esmero.channels.email.imap.mailbox import CHUNK
from esmero.channels.email.settings import Server
from esmero.kit.errors import NotFound, Unavailable
from tests import dovecot, soak
from tests.channels.email.imap.desk import LIMITS, PACE, PASSWORD, Desk, mail, running, until
from tests.dovecot import Dovecot

pytestmark = dovecot.needed
USERS = [f"box{number}@shop.example" for number in range(100)]
OTHER_LETTERS = "letters@shop.example"


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    server = Dovecot(dict.fromkeys(USERS, PASSWORD) | {OTHER_LETTERS: "jelszó ősszel"})
    yield server
    server.close()


@pytest.fixture
def box(server: Dovecot) -> Box:
    return Box(server)


class Box:
    """A mailbox that nobody used before, unless it is named."""

    count = itertools.count()

    def __init__(self, server: Dovecot, user: str = "") -> None:
        self.server = server
        self.user = user or USERS[next(Box.count)]

    def deliver(self, *subjects: object) -> None:
        self.server.deliver(self.user, *(mail(subject) for subject in subjects))

    @property
    def plain(self) -> Server:
        return Server(host="127.0.0.1", port=self.server.port, security="none", user=self.user)

    @property
    def folder(self) -> Path:
        return self.server.folder / "mail" / self.user

    @contextmanager
    def opened(self) -> Iterator[imaplib.IMAP4]:
        """Another mail program of the same person."""
        with imaplib.IMAP4("127.0.0.1", self.server.port) as client:
            client.login(self.user, PASSWORD)
            client.select("INBOX")
            yield client


async def test_a_mail_is_handed_over_within_a_second(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain, pace=Pace())):
        await desk.follows()
        assert desk.state.idles
        await asyncio.sleep(0.3)
        box.deliver("Quick")
        await until(lambda: desk.mails, seconds=1.0)
    assert desk.subjects == ["Quick"]
    assert (desk.envelopes[0].way, desk.envelopes[0].recipients) == ("imap", ())
    assert desk.envelopes[0].seen_at is not None


async def test_what_lay_there_before_the_first_start_is_left_to_an_import(box: Box) -> None:
    box.deliver("Before")
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
        box.deliver("After")
        await until(lambda: desk.mails)
    assert desk.subjects == ["After"]


async def test_what_came_while_the_desk_was_away_is_handed_over_in_order(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
    box.deliver(*range(60))
    async with running(desk.follower(box.plain)):
        await until(lambda: len(desk.mails) == 60)
        box.deliver("last")
        await until(lambda: len(desk.mails) == 61)
    assert desk.subjects == [*map(str, range(60)), "last"]


async def test_a_mail_that_somebody_has_opened_is_handed_over_all_the_same(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
    box.deliver("Opened", "Not opened")
    with box.opened() as other:
        other.store("1", "+FLAGS", r"(\Seen)")
    async with running(desk.follower(box.plain)):
        await until(lambda: len(desk.mails) == 2)
    with box.opened() as other:
        flags = [str(other.fetch(number, "(FLAGS)")[1][0]) for number in ("1", "2")]
    assert desk.subjects == ["Opened", "Not opened"]
    # And whoever reads the mailbox with a mail program sees what they had not opened.
    assert ["Seen" in flag for flag in flags] == [True, False]


async def test_a_mail_that_was_deleted_before_it_could_be_fetched_is_passed_over(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
    box.deliver("Deleted", "Kept")
    with box.opened() as other:
        other.store("1", "+FLAGS", r"(\Deleted)")
        other.expunge()
    async with running(desk.follower(box.plain)):
        await until(lambda: desk.mails)
        assert desk.state.later == 0
    assert desk.subjects == ["Kept"]


async def test_when_uids_begin_anew_nothing_is_lost(box: Box) -> None:
    desk = Desk()
    box.deliver("Before the desk")
    async with running(desk.follower(box.plain)):
        await desk.follows()
        box.deliver("First")
        await until(lambda: desk.mails)
    box.deliver("While away")
    box.server.stop()
    box.server.begin_uids_anew(box.user)
    box.server.start()
    async with running(desk.follower(box.plain)):
        await until(lambda: "While away" in desk.subjects)
        box.deliver("Afterwards")
        await until(lambda: "Afterwards" in desk.subjects)
    # Twice is the deposit's business, which knows what it has.
    assert desk.subjects[0] == "First"
    assert {*desk.subjects} - {"Before the desk"} == {"First", "While away", "Afterwards"}


async def test_the_connection_comes_back_by_itself(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
        await asyncio.to_thread(box.server.stop)
        await until(lambda: desk.state.code == "connection_refused")
        box.server.start()
        box.deliver("Later")
        await until(lambda: desk.mails)
        await until(lambda: desk.state.kind == "ok")
    assert desk.subjects == ["Later"]


async def test_a_paused_server_is_noticed(box: Box) -> None:
    """A line that is half open tells nothing: only an answer that doesn't come shows it."""
    desk = Desk()
    pace = msgspec.structs.replace(PACE, renew=0.3)
    limits = msgspec.structs.replace(LIMITS, answer_seconds=0.5)
    async with running(desk.follower(box.plain, pace=pace, limits=limits)):
        await desk.follows()
        with box.server.paused():
            await until(lambda: desk.state.code == "no_answer", seconds=3)
        box.deliver("Awake")
        await until(lambda: desk.mails)


async def test_a_wrong_password_is_another_state_than_a_lost_server(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain, password='wr"ong\\')):
        await until(lambda: desk.states and desk.state.kind == "refused")
        assert desk.state.code == "sign_in_refused"
        assert "wr" not in desk.state.words.replace("written", "")


async def test_a_password_of_other_letters_signs_in(server: Dovecot) -> None:
    desk = Desk()
    async with running(desk.follower(Box(server, OTHER_LETTERS).plain, password="jelszó ősszel")):
        await desk.follows()


async def test_a_folder_that_is_missing_is_told(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain, folder="Vásárlók")):
        await until(lambda: desk.states and desk.state.code == "folder_missing")
        assert desk.state.kind == "refused"
        with box.opened() as other:
            other.create("V&AOE-s&AOE-rl&APM-k")
        await until(lambda: desk.state.kind == "ok")


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_tls_checks_whom_it_talks_to(box: Box, security: str) -> None:
    port = box.server.tls_port if security == "tls" else box.server.port
    where = msgspec.structs.replace(box.plain, host="localhost", port=port, security=security)
    desk = Desk()
    async with running(desk.follower(where)):
        await until(lambda: desk.states and desk.state.code == "certificate_untrusted")
    trusting = Desk()
    known = ssl.create_default_context(cafile=str(box.server.certificate))
    async with running(trusting.follower(where, context=lambda: known)):
        await trusting.follows()
        box.deliver("Sealed")
        await until(lambda: trusting.mails, seconds=1.5)


async def test_while_storage_is_away_the_position_stays(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)):
        await desk.follows()
        desk.troubles = [Unavailable(), Unavailable()]
        box.deliver("One", "Two")
        await until(lambda: desk.state.code == "storage_away")
        await until(lambda: len(desk.mails) == 2)
    assert desk.subjects == ["One", "Two"]


async def test_a_mail_that_breaks_the_desk_holds_up_nobody(box: Box) -> None:
    desk = Desk()
    desk.refuses = lambda raw: b"Poison" in raw
    async with running(desk.follower(box.plain)):
        await desk.follows()
        box.deliver("One", "Poison", "Two")
        await until(lambda: len(desk.mails) == 2 and desk.state.later == 1)
    assert desk.subjects == ["One", "Two"]
    desk.refuses = lambda raw: False  # a release that can read it
    async with running(desk.follower(box.plain)):
        await until(lambda: len(desk.mails) == 3)
        await until(lambda: desk.state.later == 0 and desk.state.kind == "ok")
    assert desk.subjects == ["One", "Two", "Poison"]


async def test_a_large_mail_comes_whole_and_one_that_is_too_large_is_told_of(box: Box) -> None:
    desk = Desk()
    limits = msgspec.structs.replace(LIMITS, mail_octets=3 * CHUNK)
    line = "x" * 70 + "\r\n"
    large, too_large = (mail(subject, line * count) for subject, count in (("Large", 40_000), ("Too large", 60_000)))
    async with running(desk.follower(box.plain, limits=limits)):
        await desk.follows()
        box.server.deliver(box.user, large, too_large, mail("Behind"))
        await until(lambda: len(desk.mails) == 3)
        await until(lambda: desk.state.too_large == 1)
    assert desk.subjects == ["Large", "Too large", "Behind"]
    assert desk.mails[0].endswith(large)
    assert len(desk.mails[1]) < 2_000
    assert b"It still lies in the mailbox" in desk.mails[1]


async def test_who_is_cancelled_ends_at_once_and_leaves_no_thread(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain, pace=Pace())):
        await desk.follows()
        await asyncio.sleep(0.2)
        began = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - began < 0.5
    await until(lambda: not [one for one in threading.enumerate() if one.name.startswith("imap-")])


async def test_an_inbox_that_was_removed_is_followed_no_longer(box: Box) -> None:
    desk = Desk()
    async with running(desk.follower(box.plain)) as task:
        await desk.follows()
        desk.troubles = [NotFound()]
        box.deliver("For nobody")
        await asyncio.wait_for(task, 5)
    assert desk.state.code == "removed"


@pytest.mark.soak
async def test_a_server_that_is_killed_at_any_moment_loses_nothing() -> None:
    server = Dovecot({USERS[0]: PASSWORD})
    try:
        await _kill_at_any_moment(Box(server, USERS[0]), times=soak.times(short=4, long=60))
    finally:
        server.close()


async def _kill_at_any_moment(box: Box, *, times: int) -> None:
    desk, kept, chance = Desk(), list[str](), random.Random(7)
    async with running(desk.follower(box.plain)):
        await desk.follows()
        for turn in range(times):
            names = [f"{turn}-{number}" for number in range(20)]
            await asyncio.to_thread(box.deliver, *names)
            kept += names
            await asyncio.sleep(chance.uniform(0, 0.08))
            await asyncio.to_thread(box.server.kill)
            await asyncio.to_thread(box.server.start)
        await until(lambda: {*kept} <= {*desk.subjects}, seconds=30)
    assert {*desk.subjects} == {*kept}
