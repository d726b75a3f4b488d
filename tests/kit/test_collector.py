"""The search for cycles, which a start does without."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own: what is frozen stays frozen.
PROGRAM = """
import gc
from esmero.kit.collector import COLLECT_EVERY, calm_collector, hold_collector

looks = []
hold_collector()
gc.callbacks.append(lambda phase, _: looks.append(phase))
kept = [[] for _ in range(50_000)]
print(len(looks), gc.get_freeze_count())
calm_collector()
print(len(looks), gc.get_freeze_count())
more = [[] for _ in range(COLLECT_EVERY - 5_000)]
print(len(looks))
more += [[] for _ in range(10_000)]
print(len(looks))
"""


def test_no_cycles_are_looked_for_until_all_is_built_and_then_seldom() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    held, calmed, soon, later = done.stdout.splitlines()
    assert held == "0 0"
    looks, frozen = map(int, calmed.split())
    assert looks == 0
    assert frozen > 50_000
    assert soon == "0"
    assert later == "2"  # one look: its begin and its end
