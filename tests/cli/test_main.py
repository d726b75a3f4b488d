"""``esmero`` finds its commands, and is quick to say what they are."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import esmero.cli
from esmero import __version__
from esmero.cli import main as cli
from esmero.kit.errors import Conflict

SHARED = {"main", "command", "logs", "deliver", "importing"}


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    listed = capsys.readouterr().out
    for name, purpose in cli.COMMANDS.items():
        assert f"  {name} " in listed
        assert purpose in listed


def test_every_command_is_a_module_and_every_module_a_command() -> None:
    modules = {found.name for found in pkgutil.iter_modules(esmero.cli.__path__)}
    assert modules - SHARED == set(cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_a_purpose_and_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([name, "--help"]) == 0
    assert f"esmero {name}" in capsys.readouterr().out


def test_help_tells_what_happens_where_an_option_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", "--help"]) == 0
    told = capsys.readouterr().out
    assert "Port to listen on; 0 takes a free one [default: 8080]." in told
    assert "Data folder [default: ./esmero-data]." in told


def test_help_tells_what_an_argument_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["restore", "--help"]) == 0
    assert "FILE  The back-up to read." in capsys.readouterr().out


def test_a_wrong_option_is_refused_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", "--prot", "1"]) == cli.MISUSED
    assert "--port" in capsys.readouterr().err


def test_a_file_is_no_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "desk").write_text("")
    assert cli.main(["serve", "--data", str(tmp_path / "desk")]) == cli.MISUSED
    assert "is a file" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"esmero {__version__}\n"


def test_a_misspelt_command_is_told_its_neighbour(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sevre"]) == cli.MISUSED
    assert "did you mean `serve`?" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "os", "main", "../serve", "--nothing"])
def test_what_is_no_command_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([name]) == cli.MISUSED
    assert "there is no command" in capsys.readouterr().err


def test_expected_trouble_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Conflict("Another esmero holds this folder.")

    monkeypatch.setattr(importlib.import_module("esmero.cli.doctor"), "doctor", refuse)
    assert cli.main(["doctor"]) == cli.REFUSED
    assert capsys.readouterr().err == "esmero doctor: Another esmero holds this folder.\n"


def test_help_imports_nothing_heavy() -> None:
    program = "import sys, esmero.cli.main as m; m.main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert not loaded & {"click", "rich", "litestar", "sqlalchemy", "uvicorn", "asyncio"}
