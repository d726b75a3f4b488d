"""Customers who walk in from nowhere and say something, with the pauses of somebody who types."""

from __future__ import annotations

import asyncio
import secrets
from typing import NamedTuple

from esmero.channels.chat.inbound import Visitor, inbound
from esmero.contract.messages import Accepted
from esmero.demo.stage import Scene, Stage
from esmero.live.moments import Moment

PAUSE_SECONDS = 1.6


class Part(NamedTuple):
    """Who walks in, in which language, with which lines."""

    name: str
    language: str
    lines: tuple[str, ...]


async def walk_in(stage: Stage, part: Part, *, says: str) -> Scene:
    """Let a new customer of the shop say their lines; returns when the first is kept."""
    visitor = Visitor(
        inbox_id=stage.cast.shop_id, address=secrets.token_urlsafe(16), name=part.name, language=part.language
    )
    first = await _say(stage, visitor, part.lines[0])
    stage.go_on(_say_on(stage, visitor, first.conversation_id, part.lines[1:]))
    return Scene(says=says, values={"name": part.name}, shows=f"/console/unassigned/open/{first.conversation_id}")


async def _say_on(stage: Stage, visitor: Visitor, conversation_id: int, lines: tuple[str, ...]) -> None:
    for line in lines:
        typing = Moment(kind="typing", conversation=conversation_id)
        await stage.desk.moments.tell(typing)
        await asyncio.sleep(PAUSE_SECONDS)
        await _say(stage, visitor, line)


async def _say(stage: Stage, visitor: Visitor, line: str) -> Accepted:
    return await stage.desk.intake(inbound(visitor, secrets.token_urlsafe(16), line, (), reopen_hours=24))
