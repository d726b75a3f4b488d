"""What an operator or a programmer can set, type or receive stands in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from esmero.cli.main import COMMANDS
from esmero.settings import NAMES, SECRETS, variable
from tests.architecture import sources
from tests.architecture.sources import ROOT

PAGES = [path for path in sources.tracked() if path.suffix == ".md"]
OPERATING = ROOT / "docs" / "operating.md"
SETTING = re.compile(r"`(ESMERO_[A-Z_]+)`")
# Read by the commands in bin/ and by the tests, not by the program.
OF_THE_CHECKOUT = {"ESMERO_PYTHON", "ESMERO_SOAK", "ESMERO_CHROMIUM"}


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name: str) -> None:
    assert variable(name) in SETTING.findall(OPERATING.read_text()), (
        f"docs/operating.md doesn't tell `{variable(name)}`"
    )


def test_no_setting_is_documented_that_nobody_reads() -> None:
    read = {variable(name) for name in NAMES} | {f"{variable(name)}_FILE" for name in SECRETS} | OF_THE_CHECKOUT
    assert set(SETTING.findall(OPERATING.read_text())) - read == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`esmero {command}" in OPERATING.read_text()


@pytest.mark.parametrize("page", PAGES, ids=sources.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text())
    assert {target for target in targets if not (page.parent / target).exists()} == set()
