"""The page of one conversation. It is the same for everybody: which one it shows, its browser alone knows."""

from __future__ import annotations

from litestar import Response, route
from litestar.handlers import HTTPRouteHandler

from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.client import own_origin
from esmero.web.pages import template
from esmero.web.pages.assets import GET, takes_gzip
from esmero.web.problems import AnyRequest

TEMPLATE = "customer/page.html"


def conversation_routes(settings: Settings, assets: Assets) -> list[HTTPRouteHandler]:
    """Return the route of the page to which the links in mails lead."""

    @route("/c", http_method=GET, include_in_schema=False)
    async def conversation(request: AnyRequest) -> Response[bytes]:
        page = template.draw(assets, TEMPLATE)
        own = own_origin(request, settings)
        answer = template.answer(page, own=own, ancestors="'none'", packed=takes_gzip(request))
        answer.headers["Referrer-Policy"] = "no-referrer"
        return answer

    return [conversation]
