"""Ways in that only a demo has: an agent's without a password, and a customer's whom the shop vouches for."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from typing import Any

import jwt
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromQuery
from litestar.response import Redirect

from esmero.contract.events import DESK
from esmero.demo.people import CUSTOMERS
from esmero.demo.stage import Stage
from esmero.desk import agents
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists
from esmero.desk.conversations.lists import Wanted
from esmero.kit.clock import HOUR, SECOND
from esmero.kit.errors import NotFound
from esmero.store.session import Session
from esmero.web.client import check_same_origin
from esmero.web.problems import AnyRequest
from esmero.web.signing_in import begin_session

LANGUAGES = tuple(CUSTOMERS)


def door_routes(stage: Stage) -> Sequence[HTTPRouteHandler]:
    """Return the routes that sign people in."""

    @get("/demo/enter", include_in_schema=False)
    async def enter(
        request: AnyRequest,
        agent: FromQuery[int],
        language: FromQuery[str] = "en",
        password: FromQuery[str] = "",
        wide: FromQuery[bool] = False,
    ) -> Redirect:
        if not hmac.compare_digest(password.encode(), stage.password.encode()):
            check_same_origin(request, stage.desk.settings)
        if agent not in {one.id for one in stage.cast.agents}:
            raise NotFound("Nobody of that number plays here.")
        await _speak(stage, agent, language)
        signed = await begin_session(stage.desk, request, agent)
        desk = await stage.desk.database.read(lambda session: _place(session, signed.agent, wide=wide))
        return Redirect(desk, status_code=302, cookies=[signed.cookie])

    @get("/demo/shop/identity", include_in_schema=False)
    async def identity(request: AnyRequest, language: FromQuery[str] = "en") -> dict[str, str]:
        check_same_origin(request, stage.desk.settings)
        code = language if language in LANGUAGES else "en"
        name = CUSTOMERS[code][0]
        return {"name": name, "identity": vouch(stage, code, name)}

    return [enter, identity]


def vouch(stage: Stage, language: str, name: str) -> str:
    """Sign a customer's name as a shop's server would (docs/widget.md, "Signed customers")."""
    ends = (stage.desk.clock.now() + HOUR) // SECOND
    claims: dict[str, Any] = {"sub": f"{language}-{name}", "name": name, "locale": language, "exp": ends}
    return jwt.encode(claims, stage.cast.shop_secret, algorithm="HS256")


async def _speak(stage: Stage, agent_id: int, language: str) -> None:
    """Let the console speak the language of the person who looks."""
    if language not in LANGUAGES:
        return
    at = stage.clock.now()
    await stage.desk.database.write(lambda tx: agents.change(tx, agent_id, {"language": language}, by=DESK, at=at))


def _place(session: Session, agent: AgentView, *, wide: bool) -> str:
    """Where there is something to see: what has waited longest for this agent, beside the list if there is room."""
    mine = lists.page(session, Wanted(whose="mine", status="open"), agent, after=None, limit=1).items
    if not mine:
        return "/console/all/open"
    return f"/console/mine/open/{mine[0].id}" if wide else "/console/mine/open"
