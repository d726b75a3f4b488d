"""The network is cut for a quarter of a minute. Write meanwhile: it is kept, and sends itself."""

from __future__ import annotations

from esmero.demo.stage import Scene, Stage

SECONDS = 15.0


async def act(stage: Stage, _language: str) -> Scene:
    """Cut the line."""
    stage.line.cut(SECONDS)
    stage.connections.close_all()
    return Scene(says="cut", seconds=SECONDS)
