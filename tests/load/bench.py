"""`bin/bench NAME [--json]`: measures one thing, or all, and says whether the promises were kept."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import uvloop

from tests.load.figures import Report, this_machine

NAMES = ("chat", "connect", "inbox", "mail", "search", "start", "widget")
"""Each is a module beside this one, with `measure(folder)` and `NOTES`."""


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for and print it. Returns 1 where a promise was not kept, else 0."""
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("name", choices=(*NAMES, "all"), help="what to measure")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    _raise_open_files()
    names = NAMES if asked.name == "all" else (asked.name,)
    reports = [uvloop.run(_measure(name)) for name in names]
    for report in reports:
        print(report.as_json() if asked.json else report.as_text(), flush=True)
    missed = any(figure.kept is False for report in reports for figure in report.figures)
    return 1 if missed else 0


async def _measure(name: str) -> Report:
    module = importlib.import_module(f"tests.load.{name}")
    with tempfile.TemporaryDirectory(prefix="esmero-bench-") as place:
        folder = Path(place)
        machine = await asyncio.to_thread(this_machine, folder)
        figures = await module.measure(folder)
    return Report(bench=name, machine=machine, figures=figures, notes=module.NOTES)


def _raise_open_files() -> None:
    """Allow as many open sockets as the machine lets us, for ourselves and the servers that we start."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
