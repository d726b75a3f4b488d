"""What is installed is what was locked, wherever it comes from."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from functools import cache
from typing import Any

import pytest

from tests.architecture.sources import ROOT, VENDORED

LEVELS = ("serve", "test", "check")
# Litestar imports it wherever it is, and a start would pay for what nothing here uses.
UNWANTED = {"pydantic"}
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;]+)(?P<rest>.*)$")


@cache
def locked(level: str) -> dict[str, tuple[set[str], int]]:
    """For each package the versions that are locked and the number of hashes."""
    found = dict[str, tuple[set[str], int]]()
    for entry in (ROOT / "requirements" / f"{level}.txt").read_text().replace("\\\n", " ").splitlines():
        match = ENTRY.match(entry.strip())
        assert match, f"{level}.txt holds what is no locked package: {entry!r}"
        versions = found.get(plain(match["name"]), (set[str](), 0))[0]
        found[plain(match["name"])] = (
            versions | {match["version"]},
            len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)),
        )
    return found


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(level: str) -> set[str]:
    """The packages that pyproject.toml asks for at this level."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups: dict[str, list[Any]] = project["dependency-groups"]
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["scale"]]
    asked += groups["test"] if level in {"test", "check"} else []
    asked += groups["check"] if level == "check" else []
    return {plain(re.split(r"[\s\[<>=!~;]", line, maxsplit=1)[0]) for line in asked}


@pytest.mark.parametrize("level", LEVELS)
def test_every_package_has_hashes(level: str) -> None:
    assert locked(level)
    assert {name for name, (_, hashes) in locked(level).items() if not hashes} == set()


@pytest.mark.parametrize("level", LEVELS)
def test_what_the_project_asks_for_is_locked(level: str) -> None:
    assert wanted(level) - locked(level).keys() == set(), "run bin/lock"


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_brings_what_a_start_would_pay_for_in_vain(level: str) -> None:
    assert UNWANTED & locked(level).keys() == set()


@pytest.mark.parametrize(("small", "large"), [("serve", "test"), ("test", "check")])
def test_a_level_holds_the_one_below_at_the_same_versions(small: str, large: str) -> None:
    above = locked(large)
    assert {name for name, (versions, _) in locked(small).items() if above.get(name, (None,))[0] != versions} == set()


@pytest.mark.parametrize("level", LEVELS)
def test_a_lock_of_python_packages_has_no_address(level: str) -> None:
    text = (ROOT / "requirements" / f"{level}.txt").read_text()
    assert re.findall(r"\S+://\S+|^\s*-\S*(?:url|links)\b.*", text, re.MULTILINE) == []


def test_the_lock_of_npm_packages_has_hashes_and_no_address() -> None:
    packages: dict[str, dict[str, Any]] = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    inner = {name: package for name, package in packages.items() if name}
    assert inner
    assert {name for name, package in inner.items() if not package.get("integrity", "").startswith("sha512-")} == set()
    assert {name for name, package in inner.items() if "resolved" in package} == set()


def test_npm_tools_are_pinned_exactly() -> None:
    asked: dict[str, str] = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert {name for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == set()


def test_vendored_libraries_are_what_bin_vendor_made() -> None:
    noted = re.findall(
        r"\| `([\w-]+\.js)` \| (\S+) (\S+) \|.*\| `([0-9a-f]{64})` \|", (VENDORED / "VENDORED.md").read_text()
    )
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert {file for file, *_ in noted} == {path.name for path in VENDORED.glob("*.js")}
    for file, package, version, checksum in noted:
        assert packages[f"node_modules/{package}"]["version"] == version, f"run bin/vendor for {package}"
        assert hashlib.sha256((VENDORED / file).read_bytes()).hexdigest() == checksum, f"{file} was edited"
