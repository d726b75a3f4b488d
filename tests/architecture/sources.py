"""The project's own files, as the rules see them."""

from __future__ import annotations

import ast
import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "esmero"
UI = PACKAGE / "ui"
VENDORED = UI / "vendor"

# Where a copy without git (an unpacked archive) keeps what is ours.
OURS = ("src", "tests", "bin", "docs", "requirements", ".ci")


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Every file of the project that stands in git, or would after ``git add``; what it ignores is not ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        found = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        found = [*(path for folder in OURS for path in (ROOT / folder).rglob("*")), *ROOT.glob("*")]
    return tuple(sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts))


def python() -> list[Path]:
    """The modules of the package, without migrations: a migration is never edited once it has landed."""
    return [path for path in tracked() if path.suffix == ".py" and path.is_relative_to(PACKAGE)]


def javascript() -> list[Path]:
    """The front end's own modules, without what is vendored."""
    return [
        path
        for path in tracked()
        if path.suffix in {".js", ".mjs"} and path.is_relative_to(UI) and not path.is_relative_to(VENDORED)
    ]


def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(), filename=str(path))


def name(path: Path) -> str:
    """How a failing rule names a file."""
    return str(path.relative_to(ROOT))
