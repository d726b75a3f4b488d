"""Everything begins anew."""

from __future__ import annotations

from esmero.demo.stage import Stage


async def act(stage: Stage) -> None:
    """Have the desk thrown away and made again; the page waits for it."""
    stage.again.set()
