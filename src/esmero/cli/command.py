"""What all commands have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


def new_app(purpose: str) -> typer.Typer:
    """A Typer application for one command, whose ``--help`` begins with ``purpose``.

    A defect shows Python's own traceback: Typer's prettier one prints the local variables, and so
    whatever secret is in them.
    """
    return typer.Typer(help=purpose, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=False)


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
