"""bin/bench tells what it found to people and to programs, and whether the promises were kept."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.load import bench
from tests.load.figures import Figure, percentile

PERFORMANCE = Path(__file__).parents[2] / "docs" / "performance.md"
KEPT = Figure(what="a list", value=2.5, unit="ms", baseline=1.0, baseline_is="the least answer", at_most=5)
MISSED = Figure(what="messages", value=100.0, unit="/s", at_least=200)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """What a bench called `quick` measures."""
    figures = [KEPT]

    async def measure(_folder: Path) -> list[Figure]:
        return figures

    quick = ModuleType("tests.load.quick")
    quick.measure, quick.NOTES = measure, ["On paper."]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tests.load.quick", quick)
    monkeypatch.setattr(bench, "NAMES", ("quick",))
    monkeypatch.setattr(bench, "_raise_open_files", lambda: None)
    return figures


def test_a_kept_promise_ends_with_0_and_a_missed_one_with_1(
    found: list[Figure], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["quick"]) == 0
    said = capsys.readouterr().out
    assert "2.5 ms  (baseline 1: the least answer)  [at most 5: kept]" in said
    assert "On paper." in said
    found.append(MISSED)
    assert bench.main(["all"]) == 1
    assert "[at least 200: MISSED]" in capsys.readouterr().out


def test_programs_get_json_with_the_machine_and_each_baseline(
    found: list[Figure], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(["quick", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["bench"] == "quick"
    assert told["machine"]["processors"] > 0
    assert told["figures"] == [
        {"what": "a list", "value": 2.5, "unit": "ms", "baseline": 1.0, "baseline_is": "the least answer", "at_most": 5}
    ]


@pytest.mark.parametrize("name", bench.NAMES)
def test_each_bench_is_there_and_its_figures_are_written_down(name: str) -> None:
    module = importlib.import_module(f"tests.load.{name}")
    assert callable(module.measure)
    assert all(isinstance(line, str) for line in module.NOTES)
    assert f"## `{name}`\n" in PERFORMANCE.read_text(encoding="utf-8")


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(value) for value in range(100, 0, -1)]
    assert [percentile(values, share) for share in (0.5, 0.95, 0.99, 1.0)] == [50, 95, 99, 100]
    assert percentile([7.0], 0.01) == 7
