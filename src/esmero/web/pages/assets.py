"""Gives out the files of the user interface, and the two scripts that stand on a shop's page."""

from __future__ import annotations

from litestar import Response, route
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from esmero.kit.errors import NotFound
from esmero.web.assets import Asset, Assets
from esmero.web.problems import AnyRequest

# The address names the version, so what it gives never changes.
_FOR_EVER = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300, stale-while-revalidate=86400"
_ASK = "public, no-cache"
GET = (HttpMethod.GET, HttpMethod.HEAD)


def asset_routes(assets: Assets) -> list[HTTPRouteHandler]:
    """Return the routes of scripts, styles, words and pictures."""

    @route("/assets/{version:str}/{path:path}", http_method=GET, include_in_schema=False)
    async def asset(request: AnyRequest, version: FromPath[str], path: FromPath[str]) -> Response[bytes]:
        found = assets.find(str(path).lstrip("/"))
        if found is None:
            raise NotFound
        # A page that was open while the server was renewed still asks for the old version: it gets what there is.
        return give(request, found, _FOR_EVER if version == assets.version else _ASK)

    @route(["/widget.js", "/widget-panel.js"], http_method=GET, include_in_schema=False)
    async def on_the_shops_page(request: AnyRequest) -> Response[bytes]:
        name = "panel" if "panel" in request.url.path else "widget"
        found = assets.find(f"widget/{name}.js")
        if found is None:
            raise NotFound
        response = give(request, found, _SHORT)
        # A shop that isolates its pages (Cross-Origin-Embedder-Policy) may load these all the same.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return [asset, on_the_shops_page]


def give(request: AnyRequest, asset: Asset, cache: str) -> Response[bytes]:
    """Answer with a file, compressed if the browser takes that, or with nothing if it has it already."""
    headers = {"Cache-Control": cache, "ETag": asset.etag, "Vary": "Accept-Encoding"}
    if asset.etag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    body = asset.body
    if asset.packed is not None and takes_gzip(request):
        body, headers["Content-Encoding"] = asset.packed, "gzip"
    return Response(body, media_type=asset.kind, headers=headers)


def takes_gzip(request: AnyRequest) -> bool:
    """Whether `Accept-Encoding` (RFC 9110 section 12.5.3) names gzip with a weight above 0."""
    for one in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = one.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
