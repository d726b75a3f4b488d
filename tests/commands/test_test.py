"""bin/test brings the browser and fonts where it may, and else says with which one command they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_setup import Machine

WANTED = "chromium fonts-noto-core fonts-noto-color-emoji"
APT = '#!/bin/sh\necho "$@" >> "$HOME/asked"\n'


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Linux without Chromium and without fonts, on which nobody is root."""
    machine = Machine(tmp_path)
    machine.command = "test"
    machine.be_set_up("test")
    be(machine, "uname", "Linux")
    be(machine, "id", "1000")
    is_a(machine, "debian")
    return machine


def be(machine: Machine, program: str, answer: str) -> None:
    """Let a program say this and nothing else."""
    (machine.programs / program).unlink(missing_ok=True)
    machine.has(program, f"#!/bin/sh\necho '{answer}'\n")


def is_a(machine: Machine, distribution: str) -> None:
    """Let the machine call itself so; bin/test asks with sed, and for nothing else."""
    be(machine, "sed", distribution)


def test_without_apt_it_names_what_playwright_brings(machine: Machine) -> None:
    status, _, err = machine.run()
    assert status == 1
    assert f"The tests need {WANTED}. This brings them: {machine.checkout}/.venv/bin/playwright install" in err


def test_where_apt_would_ask_for_a_password_it_names_the_command(machine: Machine) -> None:
    machine.has("apt-get", APT)
    status, _, err = machine.run()
    assert status == 1
    assert f"This brings them: sudo apt-get install -y {WANTED}" in err
    assert not (machine.checkout.parent / "asked").exists()


def test_root_has_them_installed(machine: Machine) -> None:
    machine.has("apt-get", APT)
    be(machine, "id", "0")
    status, _, err = machine.run()
    asked = (machine.checkout.parent / "asked").read_text().splitlines()
    assert [line.split("Timeout=300 ")[1] for line in asked] == [
        "update",
        f"install -y --no-install-recommends {WANTED}",
    ]
    # This apt brought nothing, so it is said what is missing still.
    assert (status, f"This brings them: apt-get install -y {WANTED}" in err) == (1, True)


def test_where_apt_has_no_browser_nothing_is_asked_of_it(machine: Machine) -> None:
    machine.has("apt-get", APT)
    be(machine, "id", "0")
    is_a(machine, "ubuntu")
    _, _, err = machine.run()
    assert "playwright install --with-deps chromium" in err
    assert not (machine.checkout.parent / "asked").exists()


@pytest.fixture
def browsing(machine: Machine) -> Machine:
    """One that has a browser and fonts, and pytest."""
    be(machine, "fc-list", "A font")
    (machine.checkout / "tests").mkdir()
    (machine.checkout / "tests" / "chromium.py").touch()
    (machine.checkout / "pytest.py").write_text("import sys\nprint(*sys.argv[1:])\n")
    return machine


def test_where_nothing_is_missing_the_tests_run_with_what_was_asked(browsing: Machine) -> None:
    (browsing.checkout / "tests" / "dovecot.py").touch()
    browsing.has("apt-get", APT)
    be(browsing, "id", "0")
    status, out, err = browsing.run("-x", "tests/desk")
    assert (status, out) == (0, "-x tests/desk\n"), err
    assert "skipped" not in err
    assert not (browsing.checkout.parent / "asked").exists()


def test_without_a_mail_server_the_tests_run_and_say_what_is_skipped(browsing: Machine) -> None:
    browsing.has("apt-get", APT)
    status, out, err = browsing.run("-x")
    assert (status, out) == (0, "-x\n"), err
    assert "are skipped. This brings what they want: sudo apt-get install -y dovecot-imapd dovecot-lmtpd" in err


def test_root_has_the_mail_server_installed(browsing: Machine) -> None:
    browsing.has("apt-get", APT)
    be(browsing, "id", "0")
    status, _, err = browsing.run()
    asked = (browsing.checkout.parent / "asked").read_text().splitlines()
    assert asked[-1].endswith("install -y --no-install-recommends dovecot-imapd dovecot-lmtpd")
    assert (status, "are skipped" in err) == (0, True)
