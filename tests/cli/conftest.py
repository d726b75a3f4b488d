"""What tests of the commands share."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder whose path is short: a running desk's socket lies in its data, and has room for a hundred bytes."""
    with tempfile.TemporaryDirectory(prefix="desk-") as folder:
        yield Path(folder)
