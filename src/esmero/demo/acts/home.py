"""Everybody goes home, or comes back: the widget says only what is true."""

from __future__ import annotations

from esmero.contract.events import DESK
from esmero.demo.stage import Stage
from esmero.desk import agents
from esmero.store.session import Transaction


async def act(stage: Stage) -> None:
    """Send all agents away; if all are away, bring them back."""
    at = stage.clock.now()

    def unit(tx: Transaction) -> None:
        here = [one for one in agents.everyone(tx) if one.availability == "available"]
        wanted = "away" if here else "available"
        for one in here or agents.everyone(tx):
            agents.change(tx, one.id, {"availability": wanted}, by=DESK, at=at)

    await stage.desk.database.write(unit)
