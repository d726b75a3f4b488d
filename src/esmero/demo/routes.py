"""The demo's own pages. They sign people in without a password, so they exist in `esmero demo` alone."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Sequence

import segno
from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from esmero.demo.acts import ACTS
from esmero.demo.brand import BRAND
from esmero.demo.stage import Stage
from esmero.kit.errors import NotFound
from esmero.web.assets import Assets
from esmero.web.client import check_same_origin, own_origin
from esmero.web.pages import template
from esmero.web.problems import AnyRequest
from esmero.web.signing_in import begin_session

LANGUAGES = ("en", "es", "hi", "hu")


def demo_routes(stage: Stage, assets: Assets, *, phone: str) -> Sequence[HTTPRouteHandler]:
    """Return the demo's routes: the page, the shop, the way in, the acts, the code for a phone.

    Args:
        phone: the origin by which a phone in the same network finds us.
    """
    return [*_pages(stage, assets, phone), _way_in(stage), _acts(stage), _code(phone)]


def _pages(stage: Stage, assets: Assets, phone: str) -> Sequence[HTTPRouteHandler]:
    desk = stage.desk

    @get("/demo", include_in_schema=False)
    async def demo(request: AnyRequest) -> Response[bytes]:
        facts = {
            "agents": [{"id": agent.id, "name": agent.name, "role": agent.role} for agent in stage.cast.agents],
            "acts": list(ACTS),
            "phone": phone,
        }
        values = {"assets": assets.path, "facts": json.dumps(facts).replace("<", "\\u003c")}
        page = template.render(_template(assets, "demo/index.html"), values)
        return template.answer(page, own=own_origin(request, desk.settings), ancestors="'self'", frames="'self'")

    @get("/demo/shop", include_in_schema=False)
    async def shop(request: AnyRequest, language: FromQuery[str] = "en") -> Response[bytes]:
        code = language if language in LANGUAGES else "en"
        values = {
            "assets": assets.path,
            "language": code,
            "brand": html.escape(BRAND),
            "key": stage.cast.shop_key,
        }
        page = template.render(_template(assets, "demo/shop.html"), values)
        own = own_origin(request, desk.settings)
        return template.answer(page, own=own, ancestors="'self'", frames="'self'")

    return [demo, shop]


def _way_in(stage: Stage) -> HTTPRouteHandler:
    @get("/demo/enter", include_in_schema=False)
    async def enter(request: AnyRequest, agent: FromQuery[int]) -> Redirect:
        check_same_origin(request, stage.desk.settings)
        if agent not in {one.id for one in stage.cast.agents}:
            raise NotFound("Nobody of that number plays here.")
        signed = await begin_session(stage.desk, request, agent)
        return Redirect("/console", status_code=302, cookies=[signed.cookie])

    return enter


def _acts(stage: Stage) -> HTTPRouteHandler:
    @post("/demo/acts/{name:str}", status_code=204, include_in_schema=False)
    async def play(request: AnyRequest, name: FromPath[str]) -> None:
        check_same_origin(request, stage.desk.settings)
        act = ACTS.get(name)
        if act is None:
            raise NotFound("There is no such act.")
        await act(stage)

    return play


def _code(phone: str) -> HTTPRouteHandler:
    @get("/demo/code.svg", include_in_schema=False)
    async def code() -> Response[bytes]:
        drawn = io.BytesIO()
        segno.make(f"{phone}/demo/shop", error="m").save(drawn, kind="svg", scale=4, border=2, xmldecl=False)
        return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})

    return code


def _template(assets: Assets, path: str) -> str:
    written = assets.template(path)
    if written is None:
        raise NotFound
    return written
