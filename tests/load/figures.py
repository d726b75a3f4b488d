"""What a bench hands over: figures with their baselines and budgets, as lines to read or as JSON."""

from __future__ import annotations

import math
import os
import platform
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

Unit = Literal["/s", "ms", "s", "MiB", "kB", "requests", "of the baseline", "statements"]


class Figure(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One measured value.

    Attributes:
        baseline: the same measure of the least that could do it, in the same run, and what that is.
        at_least, at_most: what docs/performance.md promises.
    """

    what: str
    value: float
    unit: Unit
    baseline: float | None = None
    baseline_is: str = ""
    at_least: float | None = None
    at_most: float | None = None

    @property
    def kept(self) -> bool | None:
        """Whether the promise was kept; None where there is none."""
        if self.at_least is None and self.at_most is None:
            return None
        return self.value >= (self.at_least or -math.inf) and self.value <= (self.at_most or math.inf)


class Machine(Struct, frozen=True, kw_only=True):
    """Where it was measured. `load` is the number of processes that wanted to run in the last minute, before ours."""

    system: str
    processors: int
    memory_mib: int
    python: str
    sqlite: str
    load: float
    fsync_ms: float


class Report(Struct, frozen=True, kw_only=True):
    """All that a bench found. `notes` say what was set aside for it."""

    bench: str
    machine: Machine
    figures: list[Figure]
    notes: list[str] = []

    def as_json(self) -> str:
        """Return it for programs."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode()

    def as_text(self) -> str:
        """Return it for people."""
        machine = self.machine
        lines = [
            (
                f"{self.bench}: {machine.system}, {machine.processors} processors, {machine.memory_mib} MiB, "
                f"Python {machine.python}, SQLite {machine.sqlite}, load {machine.load}, "
                f"an fsync takes {_number(machine.fsync_ms)} ms"
            ),
            *self.notes,
            "",
            *map(_line, self.figures),
        ]
        return "\n".join(lines)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of all values doesn't exceed; `share` is 0 to 1, `values` not empty."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    """Return the value in the middle."""
    return percentile(values, 0.5)


def this_machine(folder: Path) -> Machine:
    """Return what this machine is, and how long its disk takes under this folder."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        system=f"{platform.system()} {platform.machine()}",
        processors=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_mib=memory // 2**20,
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        load=round(os.getloadavg()[0], 1),
        fsync_ms=_fsync_ms(folder),
    )


def _fsync_ms(folder: Path) -> float:
    took = []
    with (folder / "fsync").open("wb") as file:
        for _ in range(50):
            file.write(bytes(4096))
            file.flush()
            started = time.perf_counter()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - started) * 1000)
    return round(median(took), 3)


def _line(figure: Figure) -> str:
    line = f"  {figure.what:<62} {_number(figure.value):>9} {figure.unit}"
    if figure.baseline is not None:
        line += f"  (baseline {_number(figure.baseline)}: {figure.baseline_is})"
    if figure.kept is not None:
        limit = f"at least {figure.at_least:g}" if figure.at_least is not None else f"at most {figure.at_most:g}"
        line += f"  [{limit}: {'kept' if figure.kept else 'MISSED'}]"
    return line


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
