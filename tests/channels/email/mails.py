"""Mails for tests: our own beside this file, each with what is to be made of it, and those that others made."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

OWN = Path(__file__).parent / "samples"
FOREIGN = Path(os.environ.get("ESMERO_SAMPLES") or Path(__file__).parents[4] / "shared" / "samples")

with_foreign = pytest.mark.skipif(not FOREIGN.is_dir(), reason="no samples of others beside the project")


def own() -> list[str]:
    """The names of our own samples."""
    return sorted(path.stem for path in OWN.glob("*.eml"))


def own_raw(name: str) -> bytes:
    return (OWN / f"{name}.eml").read_bytes()


def wanted(name: str) -> dict[str, Any]:
    """What is to be made of one of our own."""
    found: dict[str, Any] = json.loads((OWN / f"{name}.json").read_text())
    return found


def foreign(folder: str = ".") -> list[Path]:
    """The samples of others in a folder; none where they are absent."""
    return sorted(path for path in (FOREIGN / folder).rglob("*") if path.is_file())
