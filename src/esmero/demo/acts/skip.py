"""Two hours pass in a moment: snoozes end, and who waits has waited longer."""

from __future__ import annotations

from esmero.demo.stage import Stage
from esmero.desk.timers import TIMERS
from esmero.kit.clock import HOUR
from esmero.live import presence


async def act(stage: Stage) -> None:
    """Move the desk's clock."""
    stage.clock.skip(2 * HOUR)
    for wire in stage.connections.wires():
        wire.heard()
    await stage.desk.bus.publish(presence.TOPIC)
    await stage.desk.bus.publish(TIMERS)
