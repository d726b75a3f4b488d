"""`esmero backup` and `esmero restore`, as an operator types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from esmero.cli.main import main
from esmero.kit.sealed import load_keys, make_key
from esmero.store.database import open_database


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a desk, in a folder that one works in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "esmero-data"
    open_database(folder).close_now()
    make_key(folder / "keys" / "master.key")
    return folder


def test_a_desk_is_backed_up_while_it_runs_and_restored_elsewhere(
    desk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = load_keys(desk / "keys" / "master.key")[0]
    running = open_database(desk)
    assert main(["backup", "desk.tar"]) == 0
    running.close_now()
    assert f"The master key {key.name} is NOT inside" in capsys.readouterr().out
    assert main(["restore", "desk.tar", "--check"]) == 0
    assert "desk.tar is whole" in capsys.readouterr().out
    assert main(["restore", "desk.tar", "--data", "elsewhere"]) == 0
    assert f"put the master key {key.name} into elsewhere/keys/master.key" in capsys.readouterr().out
    open_database(tmp_path / "elsewhere").close_now()


def test_with_keys_nothing_is_missing_afterwards(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "desk.tar", "--with-keys"]) == 0
    assert "whoever has this file can read everything" in capsys.readouterr().out
    assert main(["restore", "desk.tar", "--data", "elsewhere"]) == 0
    assert "put the master key" not in capsys.readouterr().out
    assert load_keys(Path("elsewhere/keys/master.key")) == load_keys(desk / "keys" / "master.key")


def test_a_desk_that_is_there_is_not_overwritten(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "desk.tar"]) == 0
    assert main(["restore", "desk.tar"]) == 1
    assert "already" in capsys.readouterr().err


def test_a_folder_that_a_running_desk_holds_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "desk.tar"]) == 0
    running = open_database(Path("other"))
    assert main(["restore", "desk.tar", "--data", "other"]) == 1
    assert "is using this data folder" in capsys.readouterr().err
    running.close_now()


def test_a_file_that_is_no_back_up_is_refused_in_one_sentence(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("desk.tar").write_bytes(b"not a tar archive")
    assert main(["restore", "desk.tar", "--data", "elsewhere"]) == 1
    assert capsys.readouterr().err.startswith("esmero restore: it can't be read")


def test_a_back_up_is_not_overwritten(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "desk.tar"]) == 0
    assert main(["backup", "desk.tar"]) == 1
    assert "desk.tar exists already" in capsys.readouterr().err


def test_without_a_desk_there_is_nothing_to_back_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["backup", "desk.tar"]) == 1
    assert capsys.readouterr().err.startswith("esmero backup:")
    assert not Path("desk.tar").exists()
    assert not Path("esmero-data").exists()
