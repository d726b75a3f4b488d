"""The console's page. Which of its screens is shown, the console reads off the address by itself."""

from __future__ import annotations

from litestar import Response, route
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.client import own_origin
from esmero.web.pages import template
from esmero.web.pages.assets import GET, takes_gzip
from esmero.web.problems import AnyRequest

TEMPLATE = "console/index.html"
CONSENT = "console/consent.html"


def console_routes(settings: Settings, assets: Assets) -> list[HTTPRouteHandler]:
    """Return the routes of the console."""

    @route(["/console", "/console/{path:path}"], http_method=GET, include_in_schema=False)
    async def console(request: AnyRequest) -> Response[bytes]:
        page = template.draw(assets, TEMPLATE)
        own = own_origin(request, settings)
        return template.answer(
            page, own=own, ancestors="'self'", frames="'self'", letters=True, packed=takes_gzip(request)
        )

    @route("/consent", http_method=GET, include_in_schema=False)
    async def consent(request: AnyRequest) -> Response[bytes]:
        page = template.draw(assets, CONSENT)
        answer = template.answer(page, own=own_origin(request, settings), ancestors="'none'", cache="no-store")
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    @route("/", http_method=GET, include_in_schema=False)
    async def front() -> Redirect:
        return Redirect("/console", status_code=302)

    @route("/robots.txt", http_method=GET, include_in_schema=False, media_type="text/plain")
    async def robots() -> str:
        return "User-agent: *\nDisallow: /\n"

    return [console, consent, front, robots]
