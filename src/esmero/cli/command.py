"""What all commands have in common."""

from __future__ import annotations

import typer


def new_app(purpose: str) -> typer.Typer:
    """A Typer application for one command, whose ``--help`` begins with ``purpose``.

    A defect shows Python's own traceback: Typer's prettier one prints the local variables, and so
    whatever secret is in them.
    """
    return typer.Typer(help=purpose, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=False)
