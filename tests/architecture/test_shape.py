"""How the code is laid out: packages that say what they own, small files, honest names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture import sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
# Names that say nothing about what is inside.
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "base", "data", "info"}

PACKAGES = [path for path in sources.python() if path.name == "__init__.py"]
MODULES = sources.python()
IN_THE_HOUSE = MODULES + sources.javascript()


def by_name(path: Path) -> str:
    return sources.name(path)


def test_there_is_something_to_check() -> None:
    assert len(PACKAGES) > 3
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", PACKAGES, ids=by_name)
def test_a_package_says_in_its_first_line_what_it_owns(path: Path) -> None:
    text = ast.get_docstring(sources.tree(path)) or ""
    first = text.partition("\n")[0]
    assert first.endswith("."), f"{sources.name(path)} should begin with one sentence, not {first!r}"


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert {sources.name(folder) for folder in folders if not (folder / "__init__.py").exists()} == set()


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_a_module_begins_with_what_it_is_about(path: Path) -> None:
    assert ast.get_docstring(sources.tree(path))


@pytest.mark.parametrize("path", IN_THE_HOUSE, ids=by_name)
def test_a_file_is_short_enough_to_read(path: Path) -> None:
    length = len(path.read_text().splitlines())
    assert length <= LONGEST_FILE, f"{length} lines: split it by subject"


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_a_function_is_short_enough_to_read(path: Path) -> None:
    long = {
        node.name: length
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


@pytest.mark.parametrize("path", IN_THE_HOUSE, ids=by_name)
def test_a_name_says_what_is_inside(path: Path) -> None:
    inner = path.relative_to(sources.PACKAGE)
    words = {word for part in inner.with_suffix("").parts for word in part.lower().replace("-", "_").split("_")}
    assert not words & EMPTY_WORDS
