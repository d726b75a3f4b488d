"""When Python looks for cycles of objects that nobody reaches any more: hardly, in a server that makes almost none."""

from __future__ import annotations

import gc

# Objects made since the last look for cycles; Python's own 700 means thousands of looks a second under load.
COLLECT_EVERY = 20_000


def hold_collector() -> None:
    """Don't look for cycles until `calm_collector`: a start makes 100,000 objects, and all but some hundreds stay."""
    gc.disable()


def calm_collector() -> None:
    """Leave what a started process keeps for ever out of the search for cycles, and search less often.

    Under load this search took an eighth of the processor. Almost nothing that the desk makes is a cycle.
    """
    gc.freeze()
    gc.set_threshold(COLLECT_EVERY)
    gc.enable()
