"""``pip install .`` brings everything that the program needs, and nothing besides."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from esmero import __version__
from tests.architecture.sources import PACKAGE, ROOT, tracked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as opened:
        yield opened


def test_every_file_of_the_package_is_in_it(wheel: zipfile.ZipFile) -> None:
    ours = {str(path.relative_to(PACKAGE.parent)) for path in tracked() if path.is_relative_to(PACKAGE)}
    assert len(ours) > 50
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == ours


def test_it_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    folder = f"esmero-{__version__}.dist-info"
    told = wheel.read(f"{folder}/METADATA").decode()
    assert "License-Expression: Apache-2.0" in told
    assert "Requires-Python: >=3.11" in told
    assert wheel.read(f"{folder}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_the_command_works_from_the_wheel_alone(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    assert b"esmero = esmero.cli.main:main" in wheel.read(f"esmero-{__version__}.dist-info/entry_points.txt")
    program = "import sys; sys.path.insert(0, sys.argv[1]); import esmero.cli.main as m; print(m.__file__); m.main([])"
    assert wheel.filename
    done = subprocess.run(
        [sys.executable, "-I", "-c", program, wheel.filename], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.startswith(wheel.filename)
    assert "Usage: esmero" in done.stdout
