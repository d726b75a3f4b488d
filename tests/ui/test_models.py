"""The logic of the front end, tested without a page: each file of tests under Node, which Playwright brings along."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

HERE = Path(__file__).parent
NODE = compute_driver_executable()[0]


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.stem)
def test_the_model_holds(file: Path) -> None:
    run = subprocess.run(
        [NODE, "--import", "./imports.mjs", "--test", "--test-reporter=spec", file.name],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert "ℹ tests 0" not in run.stdout, "there is no test in it"
