"""What all commands have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
in_folder = click.option("--data", type=FOLDER, help="Data folder [default: ./esmero-data].")
"""The option `data`: whose desk it is."""


@contextmanager
def without(module: str) -> Iterator[None]:
    """Let what is imported meanwhile believe that an optional module isn't there: importing it would cost a start dear.

    Where it was imported before, it stays.
    """
    if module in sys.modules:
        yield
        return
    # How Python marks what can't be imported.
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]
