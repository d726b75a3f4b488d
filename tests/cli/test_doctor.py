"""`esmero doctor` looks beside a running desk, on either database, and mends one that has stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import bindparam, update

from esmero.cli.main import main
from esmero.store.schema import conversation
from esmero.store.statement import Statement
from tests import servers
from tests.world import DATABASE_URL, open_world

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
        assert main(["doctor", "--data", str(tmp_path), "--rebuild"]) == 0
    said = capsys.readouterr().out
    assert "FAIL" not in said
    assert "every conversation, customer and count is what its events add up to" in said


async def test_a_spoilt_row_is_found_and_mended(
    tmp_path: Path, url: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_world(tmp_path) as world:
        heard = await world.hear(world.tom, "Hello")
        await world.desk.database.write(lambda tx: tx.run(_SPOIL, id=heard.conversation_id))
    assert main(["doctor", "--data", str(tmp_path), "--rebuild"]) == 1
    assert "customer_seq: stands 99, should be 2" in capsys.readouterr().out
    assert main(["doctor", "--data", str(tmp_path), "--mend", "--rebuild"]) == 0


def test_without_a_desk_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--data", str(tmp_path / "nothing")]) == 1
    assert "there is no database" in capsys.readouterr().out
