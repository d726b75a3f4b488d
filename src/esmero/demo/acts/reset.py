"""Everything begins anew."""

from __future__ import annotations

from esmero.demo.stage import Scene, Stage


async def act(stage: Stage, _language: str) -> Scene:
    """Have the desk thrown away and made again; the page waits for it."""
    stage.again.set()
    return Scene(says="reset")
