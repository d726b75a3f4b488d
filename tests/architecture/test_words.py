"""The project speaks of itself: no registry's address, no path of the machine it was written on, no secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture import sources

# Put together here, so that this file does not break its own rule.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("proxy", "golang", "org"),
        ("index", "crates", "io"),
    )
]
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:work|root|Users/\w+|home/(?!you\b)\w+)(?:/[\w.-]+|\b(?![\w/-]))")
SECRET = re.compile(
    r"""
      -----BEGIN\ (?:[A-Z]+\ )*PRIVATE\ KEY-----\n[A-Za-z0-9+/=]{40}
    | \bAKIA[0-9A-Z]{16}\b
    | \bgh[pousr]_[A-Za-z0-9]{36}\b
    | \bxox[abprs]-[A-Za-z0-9-]{20,}
    """,
    re.VERBOSE,
)
TEXTS = [path for path in sources.tracked() if b"\0" not in path.read_bytes()[:8192]]


def test_there_is_something_to_check() -> None:
    assert len(TEXTS) > 50


@pytest.mark.parametrize("path", TEXTS, ids=sources.name)
def test_a_file_names_no_registry_no_machine_and_no_secret(path: Path) -> None:
    text = path.read_text(errors="replace")
    assert [host for host in REGISTRIES if host in text] == []
    assert SECRET.findall(text) == []
    if not path.is_relative_to(sources.VENDORED):
        assert MACHINE_PATH.findall(text) == []


@pytest.mark.parametrize("text", ["/" + "work/main", "cd /" + "root", "'/" + "Users/ana/x'", "see /" + "home/ana/desk"])
def test_paths_of_a_machine_are_recognised(text: str) -> None:
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize(
    "text", ["/home/you/desk", "docs/work/x", "https://esmero.example/work/x", "/workers", "at/root"]
)
def test_other_paths_are_left_alone(text: str) -> None:
    assert not MACHINE_PATH.search(text)
