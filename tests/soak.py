"""How long the long tests run: short in ``bin/check``, long in ``bin/soak``.

A test with two lengths carries ``@pytest.mark.soak`` and asks :func:`times` for its count. Those of hypothesis get the
mark by themselves, since each tries more in the long form.
"""

from __future__ import annotations

import os

LONG = os.environ.get("ESMERO_SOAK", "") not in {"", "0"}


def times(*, short: int, long: int) -> int:
    """How often to do what a test repeats; ``long`` under ``bin/soak``."""
    return long if LONG else short
