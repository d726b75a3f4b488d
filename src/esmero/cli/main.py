"""Finds the command that was asked for and runs it.

A command named in :data:`COMMANDS` is the click command of that name in the module of that name in
this package. It is imported when it is asked for and not before, so that ``esmero --help`` answers
at once and ``esmero user`` doesn't pay for what only ``esmero serve`` needs.
"""

from __future__ import annotations

import difflib
import importlib
import sys

from esmero import __version__
from esmero.kit.errors import EsmeroError

COMMANDS = {
    "serve": "Run the desk.",
    "demo": "Run a desk full of people and conversations, to look around in.",
    "doctor": "Check that everything the desk stands on is in order.",
    "user": "Invite, list, disable and enable the people who sign in.",
    "mail": "Look at mails as the desk reads them, and bring them in.",
    "backup": "Write a back-up of the running desk.",
    "restore": "Make a desk from a back-up.",
}

REFUSED = 1
MISUSED = 2


def main(arguments: list[str] | None = None) -> int:
    """Run ``esmero`` with ``arguments`` (default: the process's own); returns the exit status.

    Expected trouble is said in one sentence and ends with status 1, a wrong command with 2.
    """
    words = sys.argv[1:] if arguments is None else arguments
    match words:
        case [] | ["--help" | "-h" | "help"]:
            print(usage())
            return 0
        case ["--version"]:
            print(f"esmero {__version__}")
            return 0
        case [name, *rest] if name in COMMANDS:
            return _run(name, rest)
        case [name, *_]:
            print(_unknown(name), file=sys.stderr)
            return MISUSED
    raise AssertionError("every list of words is one of the above")


def usage() -> str:
    """What ``esmero --help`` prints."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {purpose}" for name, purpose in COMMANDS.items())
    return (
        "Esmero, a self-hosted customer-service desk.\n\n"
        "Usage: esmero COMMAND [options]\n\n"
        f"{commands}\n\n"
        "`esmero COMMAND --help` tells the options of a command, `esmero --version` the version."
    )


def _run(name: str, arguments: list[str]) -> int:
    command = getattr(importlib.import_module(f"esmero.cli.{name}"), name)
    try:
        command(arguments, prog_name=f"esmero {name}")
    except EsmeroError as trouble:
        print(f"esmero {name}: {trouble}", file=sys.stderr)
        return REFUSED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else REFUSED
    return 0


def _unknown(name: str) -> str:
    close = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean `{close[0]}`?" if close else "`esmero --help` lists the commands."
    return f"esmero: there is no command {name!r}; {hint}"
