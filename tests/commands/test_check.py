"""bin/check gives a few tests that failed among all others a second chance, alone, and names them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.test_setup import Machine

# Stands for bin/test: the first run fails with what it is told, and leaves behind what pytest does.
TESTS = """#!/bin/sh
here=$(dirname -- "$0")
echo "$@" >> "$here/asked"
case "$*" in *--last-failed*) exit "$(cat "$here/second")";; esac
exit "$(cat "$here/first")"
"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path)
    machine.command = "check"
    machine.be_set_up("check")
    machine.add(machine.checkout / "bin" / "test", TESTS)
    return machine


def run(machine: Machine, *, first: int, second: int = 1, failed: int = 1) -> tuple[bool, str, list[str]]:
    """Say whether the tests held, what was said, and with what they were run. The other steps have nothing here."""
    (machine.checkout / "bin" / "first").write_text(str(first))
    (machine.checkout / "bin" / "second").write_text(str(second))
    cache = machine.checkout / ".pytest_cache" / "v" / "cache"
    cache.mkdir(parents=True)
    (cache / "lastfailed").write_text(json.dumps({f"tests/test_{number}.py::test": True for number in range(failed)}))
    _, _, said = machine.run()
    asked = (machine.checkout / "bin" / "asked").read_text().splitlines()
    return "tests" not in said.splitlines()[-1], said, asked


def test_tests_that_hold_run_once(machine: Machine) -> None:
    held, _, asked = run(machine, first=0)
    assert (held, len(asked)) == (True, 1)


def test_a_few_that_failed_run_once_more_and_are_named(machine: Machine) -> None:
    held, said, asked = run(machine, first=1, second=0, failed=3)
    assert held
    assert asked[1:] == ["--last-failed --last-failed-no-failures none"]
    assert [line for line in said.splitlines() if "::" in line] == [f"tests/test_{n}.py::test" for n in range(3)]


@pytest.mark.parametrize(
    ("first", "failed", "runs"),
    [(1, 1, 2), (1, 4, 1), (2, 1, 1), (3, 1, 1), (1, 0, 1)],
    ids=["fails again", "too many", "interrupted", "broken", "nobody knows which"],
)
def test_what_fails_again_or_is_more_than_a_few_has_failed(
    machine: Machine, first: int, failed: int, runs: int
) -> None:
    held, _, asked = run(machine, first=first, failed=failed)
    assert (held, len(asked)) == (False, runs)
