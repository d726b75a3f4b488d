"""The demo's own pages. They sign people in without a password, so they exist in `esmero demo` alone."""

from __future__ import annotations

import html
import io
import json
from collections.abc import Sequence

import msgspec
import segno
from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from esmero.demo.acts import ACTS
from esmero.demo.brand import BRAND, MAIL, PHONE
from esmero.demo.doors import LANGUAGES, door_routes
from esmero.demo.mailbox.routes import mailbox_routes
from esmero.demo.stage import Stage
from esmero.kit.errors import NotFound
from esmero.web.assets import Assets
from esmero.web.client import check_same_origin, own_origin
from esmero.web.pages import template
from esmero.web.problems import AnyRequest


def demo_routes(stage: Stage, assets: Assets, *, phone: str | None) -> Sequence[HTTPRouteHandler]:
    """Return the demo's routes: the page, the shop, the mailboxes, the ways in, the acts, the code for a phone.

    Args:
        phone: the origin by which a phone in the same network finds us; None if it doesn't.
    """
    return [*_pages(stage, assets, phone), *door_routes(stage), *_acts(stage), _code(phone)]


def _pages(stage: Stage, assets: Assets, phone: str | None) -> Sequence[HTTPRouteHandler]:
    def page(request: AnyRequest, name: str, values: dict[str, str]) -> Response[bytes]:
        own = own_origin(request, stage.desk.settings)
        drawn = template.draw(assets, f"demo/{name}.html", **values)
        is_mailbox = name == "mailbox/index"
        return template.answer(drawn, own=own, ancestors="'self'", frames="'self'", letters=is_mailbox)

    @get("/demo", include_in_schema=False)
    async def demo(request: AnyRequest) -> Response[bytes]:
        facts = {
            "run": stage.name,
            "password": stage.password,
            "agents": [{"id": agent.id, "name": agent.name, "role": agent.role} for agent in stage.cast.agents],
            "acts": list(ACTS),
            "phone": phone,
        }
        return page(request, "index", {"facts": json.dumps(facts).replace("<", "\\u003c")})

    @get("/demo/shop", include_in_schema=False)
    async def shop(request: AnyRequest, language: FromQuery[str] = "en") -> Response[bytes]:
        values = {
            "language": language if language in LANGUAGES else "en",
            "brand": html.escape(BRAND),
            "phone": html.escape(PHONE),
            "mail": html.escape(MAIL),
            "key": stage.cast.shop_key,
        }
        return page(request, "shop/shop", values)

    return [demo, shop, *mailbox_routes(stage, page)]


def _acts(stage: Stage) -> Sequence[HTTPRouteHandler]:
    @post("/demo/acts/{name:str}", status_code=200, include_in_schema=False)
    async def play(request: AnyRequest, name: FromPath[str], language: FromQuery[str] = "en") -> Response[bytes]:
        check_same_origin(request, stage.desk.settings)
        act = ACTS.get(name)
        if act is None:
            raise NotFound("There is no such act.")
        return Response(msgspec.json.encode(await act(stage, language)), media_type="application/json")

    @get("/demo/run", include_in_schema=False)
    async def run() -> dict[str, str]:
        return {"run": stage.name}

    return [play, run]


def _code(phone: str | None) -> HTTPRouteHandler:
    @get("/demo/code.svg", include_in_schema=False)
    async def code() -> Response[bytes]:
        if phone is None:
            raise NotFound("No phone finds this demo; start it with --host 0.0.0.0.")
        drawn = io.BytesIO()
        segno.make(f"{phone}/demo/shop", error="m").save(drawn, kind="svg", scale=4, border=2, xmldecl=False)
        return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})

    return code
