"""`esmero doctor` looks beside a running desk, on either database, and mends one that has stopped."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import bindparam, update

from esmero.cli.main import main
from esmero.desk import files
from esmero.kit.sealed import KeyUnusable, load_keys, make_key
from esmero.store.schema import conversation
from esmero.store.statement import Statement
from tests import servers
from tests.world import DATABASE_URL, World, open_world

pytestmark = pytest.mark.anyio

_SPOIL = Statement(update(conversation).where(conversation.c.id == bindparam("id")).values(customer_seq=99))


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
    backup = ["backup", str(tmp_path / "desk.tar"), "--data", str(tmp_path / "desk")]
    assert await asyncio.to_thread(main, backup) == 1
    assert "1 files that messages name are NOT inside" in capsys.readouterr().err


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

    stored = await world.desk.blobs.put("ab/label", chunks(), limit=1_000)
    owner, at = world.tom.address, world.clock.now()
    kept = await world.desk.database.write(
        lambda tx: files.keep(
            tx,
            blob="ab/label",
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
