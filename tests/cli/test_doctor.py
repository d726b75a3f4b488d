"""`esmero doctor` looks beside a running desk, on either database, and mends one that has stopped."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import bindparam, update

from esmero.channels.email.deposit import Envelope
from esmero.channels.email.imap.state import STATE, State
from esmero.channels.email.settings import EmailSettings
from esmero.cli import doctor as examination
from esmero.cli.main import main
from esmero.contract.events import DESK
from esmero.desk import cursors, files, inboxes, memory
from esmero.kit.clock import DAY, MINUTE, MovableClock
from esmero.kit.sealed import KeyUnusable, load_keys, make_key
from esmero.store.schema import conversation
from esmero.store.session import Transaction
from esmero.store.statement import Statement
from tests import servers
from tests.channels.email.domain.zone import Zone
from tests.flow.post import Post, PostOffice
from tests.world import DATABASE_URL, NOON, World, open_world

pytestmark = pytest.mark.anyio

_SPOIL = Statement(update(conversation).where(conversation.c.id == bindparam("id")).values(customer_seq=99))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> MovableClock:
    """The clock that the doctor looks at, a minute after the world began."""
    clock = MovableClock(NOON + MINUTE)
    monkeypatch.setattr(examination, "SystemClock", lambda: clock)
    return clock


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str | None]:
    """Where the desk stands: in its folder, or at an address that the environment names too."""
    if request.param == "sqlite":
        yield None
        return
    with servers.database() as address:
        monkeypatch.setenv("ESMERO_DATABASE_URL", address)
        before = DATABASE_URL.set(address)
        yield address
        DATABASE_URL.reset(before)


async def test_a_sound_desk_is_called_sound_while_it_runs(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path, started=True) as world:
        heard = await world.hear(world.tom, "Hello")
        await world.say(world.ana, heard.conversation_id, "Good morning")
        assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path), "--rebuild"]) == 0
    said = capsys.readouterr().out
    assert "FAIL" not in said
    assert "and it opens what is sealed" in said
    assert "every conversation, customer and count is what its events add up to" in said


async def test_a_spoilt_row_is_found_and_mended(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path) as world:
        heard = await world.hear(world.tom, "Hello")
        await world.desk.database.write(lambda tx: tx.run(_SPOIL, id=heard.conversation_id))
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path), "--rebuild"]) == 1
    assert "customer_seq: stands 99, should be 2" in capsys.readouterr().out
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path), "--mend", "--rebuild"]) == 0


def test_without_a_desk_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(tmp_path / "nothing")]) == 1
    assert "there is no database" in capsys.readouterr().out


async def test_a_file_that_was_lost_is_missed_by_the_doctor_and_by_the_back_up(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path / "desk") as world:
        await _send_a_file(world, "label.pdf")
    doctor = ["doctor", "--data", str(tmp_path / "desk")]
    assert await asyncio.to_thread(main, doctor) == 0
    assert "files that messages name, none are missing" in capsys.readouterr().out
    for blob in (tmp_path / "desk" / "blobs").rglob("*"):
        if blob.is_file():
            blob.write_bytes(b"cut")
    assert await asyncio.to_thread(main, doctor) == 1
    assert "'label.pdf', which a message names, is not there as it was sent" in capsys.readouterr().out
    shutil.rmtree(tmp_path / "desk" / "blobs")
    assert await asyncio.to_thread(main, doctor) == 1
    assert "the folder of files is missing" in capsys.readouterr().out
    assert not (tmp_path / "desk" / "blobs").exists()
    backup = ["backup", str(tmp_path / "desk.tar"), "--data", str(tmp_path / "desk")]
    assert await asyncio.to_thread(main, backup) == 1
    assert "1 files that messages name are NOT inside" in capsys.readouterr().err


async def test_of_very_many_files_the_newest_are_looked_for_and_all_where_all_is_asked(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "NEWEST_FILES", 1)
    async with open_world(tmp_path) as world:
        await _send_a_file(world, "old.pdf")
        await _send_a_file(world, "new.pdf")
        await world.desk.blobs.delete("ab/old")
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path)]) == 0
    assert "of the newest 1 files that messages name, none are missing" in capsys.readouterr().out
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path), "--rebuild"]) == 1
    assert "of all 2 files that messages name, 1 are missing" in capsys.readouterr().out


async def test_a_clock_that_is_slow_is_told(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path) as world:
        world.clock.skip(DAY)
        await world.hear(world.tom, "Hello")
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path)]) == 1
    assert "FAIL  clock: the newest event lies 86341 s in the future" in capsys.readouterr().out


async def test_a_follower_that_stopped_and_what_it_could_not_digest_are_told(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examination, "LATE_EVENTS", 2)
    async with open_world(tmp_path) as world:
        await world.hear(world.tom, "Hello")
        await world.follow()
        first = await world.hear(world.tom, "Are you there?")
        await world.hear(world.tom, "Hello?")
        await world.desk.database.write(
            lambda tx: cursors.park(tx, name="search", event_id=first.event.id, attempts=5, reason="-", at=NOON)
        )
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "FAIL  followers: search is 2 events behind" in said
    assert "FAIL  followers: 1 events could not be digested" in said


async def test_a_reply_that_does_not_leave_is_told(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str], clock: MovableClock
) -> None:
    async with open_world(tmp_path) as world:
        office = PostOffice(world, Post())
        letter = await office.letter("Where is my lamp?")
        await office.answer(letter.conversation_id, "On its way.")
    doctor = ["doctor", "--data", str(tmp_path)]
    assert await asyncio.to_thread(main, doctor) == 0
    clock.skip(DAY)
    assert await asyncio.to_thread(main, doctor) == 1
    assert "FAIL  outbox: a reply has waited for more than a day" in capsys.readouterr().out


async def test_mailboxes_that_refuse_and_mails_that_are_held_are_told(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path) as world:
        written = msgspec.json.encode(EmailSettings(address="help@shop.example")).decode()

        def unit(tx: Transaction) -> int:
            made = inboxes.make(tx, channel="email", name="Mail", key="email_1", settings=written, by=DESK, at=NOON)
            state = State(kind="refused", since=NOON, code="password_refused", words="The password is refused.")
            memory.remember(tx, inbox_id=made.id, name=STATE, value=msgspec.json.encode(state).decode())
            return made.id

        number = await world.desk.database.write(unit)
        raw = b"Subject: Who am I?\r\n\r\n"
        assert await world.desk.mail.receive(number, raw, Envelope(way="smtp")) == "held"
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "FAIL  mailboxes: Mail: The password is refused." in said
    assert "FAIL  mailboxes: 1 mails could not be understood and are held" in said


async def test_a_key_that_does_not_fit_is_found_and_none_is_made_in_place_of_one_that_is_lost(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path):
        pass
    key = tmp_path / "keys" / "master.key"
    name = load_keys(key)[0].name
    key.unlink()
    with pytest.raises(KeyUnusable, match=name):
        async with open_world(tmp_path):
            pass
    assert not key.exists()
    make_key(key)
    assert await asyncio.to_thread(main, ["doctor", "--data", str(tmp_path)]) == 1
    assert f"FAIL  keys: it needs the master key {name}" in capsys.readouterr().out


async def _send_a_file(world: World, name: str) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"%PDF-1.7 a label"

    blob = f"ab/{Path(name).stem}"
    stored = await world.desk.blobs.put(blob, chunks(), limit=1_000)
    owner, at = world.tom.address, world.clock.now()
    kept = await world.desk.database.write(
        lambda tx: files.keep(
            tx,
            blob=blob,
            name=name,
            kind="application/pdf",
            size=stored.size,
            sha256=stored.sha256,
            owner=owner,
            inbox_id=world.shop.id,
            at=at,
        )
    )
    await world.hear(world.tom, "The label", files=(kept,))


async def test_the_domains_that_mail_is_sent_from_are_looked_at_where_that_is_asked(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    zone = Zone({"shop.example MX": ("mail.shop.example",), "shop.example TXT": ("v=spf1 mx -all",)})
    monkeypatch.setattr(examination, "look", zone)
    doctor = ["doctor", "--data", str(tmp_path)]
    async with open_world(tmp_path) as world:
        assert await asyncio.to_thread(main, [*doctor, "--mail"]) == 0
        assert "note  mail: no inbox sends mail" in capsys.readouterr().out
        for address in ("help@shop.example", "sales@shop.example", "help@gone.example"):
            await world.desk.database.write(lambda tx, address=address: _make_mail(tx, address))  # type: ignore[misc]
    assert await asyncio.to_thread(main, doctor) == 0
    assert zone.asked == []
    assert await asyncio.to_thread(main, [*doctor, "--mail", "--selector", "s1"]) == 1
    said = capsys.readouterr().out
    assert said.count("ok    mail: mail for shop.example goes to mail.shop.example") == 1
    assert "FAIL  mail: There is no DKIM key at s1._domainkey.shop.example.\n      s1._domainkey.shop" in said
    assert "FAIL  mail: gone.example does not say who may send for it; many providers refuse such mail.\n" in said
    assert '      gone.example TXT "v=spf1 mx ~all"' in said


def _make_mail(tx: Transaction, address: str) -> None:
    settings = msgspec.json.encode(EmailSettings(address=address)).decode()
    inboxes.make(tx, channel="email", name=address, key=address, settings=settings, by=DESK, at=NOON)
