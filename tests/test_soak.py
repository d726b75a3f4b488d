"""`bin/soak` takes the tests with a mark, so whatever has a long form has to carry it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROOT = TESTS.parent
LONGER = [path for path in TESTS.rglob("test_*.py") if "times(short=" in path.read_text() and path != Path(__file__)]


@pytest.fixture(scope="module")
def taken() -> str:
    """What the long form would run of the modules that ask how long, and of one that may run on PostgreSQL too."""
    asked = [*LONGER, TESTS / "web" / "test_session.py", TESTS / "store" / "test_search.py"]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "soak", *map(str, asked)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "ESMERO_SOAK": "1"}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_long_runs_hold_every_module_that_asks_how_long(taken: str) -> None:
    assert len(LONGER) > 4
    assert [path.name for path in LONGER if f"{path.relative_to(ROOT).as_posix()}::" not in taken] == []


def test_what_tries_many_inputs_tries_more_in_the_long_form(taken: str) -> None:
    assert "test_search.py::test_whatever_is_typed_is_an_answer" in taken
    assert "test_search.py::test_what_was_removed_is_found_no_more" not in taken


def test_the_long_form_asks_the_api_on_postgresql_too(taken: str) -> None:
    assert "test_session.py::test_the_right_password_signs_in[postgresql]" in taken
