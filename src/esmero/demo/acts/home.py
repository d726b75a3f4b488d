"""Everybody goes home, or comes back: the widget says only what is true."""

from __future__ import annotations

from esmero.contract.events import DESK
from esmero.demo.stage import Scene, Stage
from esmero.desk import agents
from esmero.store.session import Transaction


async def act(stage: Stage, _language: str) -> Scene:
    """Send all agents away; if all are away, bring them back."""
    at = stage.clock.now()

    def unit(tx: Transaction) -> bool:
        everyone = agents.everyone(tx)
        here = [one for one in everyone if one.availability == "available"]
        for one in here or everyone:
            agents.change(tx, one.id, {"availability": "away" if here else "available"}, by=DESK, at=at)
        return bool(here)

    went = await stage.desk.database.write(unit)
    return Scene(says="home" if went else "back")
