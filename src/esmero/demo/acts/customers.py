"""Customers who walk in from nowhere and say something, with the pauses of somebody who types."""

from __future__ import annotations

import asyncio
import secrets

from esmero.channels.chat.inbound import Visitor, inbound
from esmero.demo.stage import Stage
from esmero.live.moments import Moment

PAUSE_SECONDS = 1.6


async def walk_in(stage: Stage, *, name: str, language: str, lines: tuple[str, ...]) -> None:
    """Let a new customer of the shop say these lines, one after the other."""
    visitor = Visitor(inbox_id=stage.cast.shop_id, address=secrets.token_urlsafe(16), name=name, language=language)
    for place, line in enumerate(lines):
        said = inbound(visitor, secrets.token_urlsafe(16), line, (), reopen_hours=24)
        accepted = await stage.desk.intake(said)
        if place + 1 < len(lines):
            moment = Moment(kind="typing", conversation=accepted.conversation_id, inbox=stage.cast.shop_id)
            await stage.desk.moments.tell(moment)
            await asyncio.sleep(PAUSE_SECONDS)
