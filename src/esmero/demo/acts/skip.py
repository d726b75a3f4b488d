"""Two hours pass in a moment: snoozes end, and who waits has waited longer."""

from __future__ import annotations

from esmero.demo.stage import Scene, Stage
from esmero.desk.timers import TIMERS
from esmero.kit.clock import HOUR


async def act(stage: Stage, _language: str) -> Scene:
    """Move the desk's clock."""
    stage.clock.skip(2 * HOUR)
    for wire in stage.connections.wires():
        wire.heard()  # their silence of two hours is ours
    await stage.company.stay()
    await stage.desk.bus.publish(TIMERS)
    return Scene(says="skip")
