"""Whether this process lives, whether it can serve, and its figures for Prometheus."""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
from collections.abc import Awaitable

from litestar import Response, route
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from esmero.desk import log
from esmero.kit.errors import NotFound
from esmero.web.client import UNKNOWN, client_address
from esmero.web.description import FOR_ANYBODY
from esmero.web.desk import Desk
from esmero.web.metrics import Figures, exposition
from esmero.web.pages.assets import GET
from esmero.web.problems import AnyRequest

PATIENCE_SECONDS = 3.0
_PROBE = "ready/probe"


class Ready(Struct, frozen=True, kw_only=True):
    """Whether this process can serve, and which of the things that it stands on answer.

    Attributes:
        at_work: whether what follows the feed and works in the background still does.
        bus: whether hints reach the other processes. Without them everybody is told a second later, which is no reason
            to take a process out, and least of all every process at once.
    """

    ready: bool
    database: bool
    blobs: bool
    at_work: bool
    bus: bool


def health_routes(desk: Desk, figures: Figures) -> list[HTTPRouteHandler]:
    """Return `/health`, `/ready` and `/metrics`."""

    @route("/health", http_method=GET, tags=["Watching"], security=FOR_ANYBODY, summary="Does the process live?")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @route("/ready", http_method=GET, tags=["Watching"], security=FOR_ANYBODY, summary="Can it serve?")
    async def ready() -> Response[Ready]:
        database, blobs = await asyncio.gather(_answers(_read(desk)), _answers(desk.blobs.size(_PROBE)))
        database = database and desk.database.health.healthy
        at_work = desk.at_work
        state = Ready(
            ready=database and blobs and at_work,
            database=database,
            blobs=blobs,
            at_work=at_work,
            bus=desk.bus.linked,
        )
        return Response(state, status_code=200 if state.ready else 503, headers={"Cache-Control": "no-store"})

    @route("/metrics", http_method=GET, include_in_schema=False)
    async def metrics(request: AnyRequest) -> Response[bytes]:
        if not _may_read_figures(request, desk):
            raise NotFound
        body, kind = exposition(desk, figures)
        return Response(body, media_type=kind, headers={"Cache-Control": "no-store"})

    return [health, ready, metrics]


async def _read(desk: Desk) -> int:
    return await desk.database.read(log.position)


async def _answers(question: Awaitable[object]) -> bool:
    """Whether it answers at all, and soon. Whatever goes wrong in it, the answer here is no."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await question
    except Exception:  # noqa: BLE001 - a probe reports, it doesn't judge
        return False
    return True


def _may_read_figures(request: AnyRequest, desk: Desk) -> bool:
    """With a token set, who knows it; else only this very machine."""
    token = desk.settings.metrics_token
    if token is not None:
        shown = request.headers.get("authorization", "")
        return hmac.compare_digest(shown.encode(), f"Bearer {token}".encode())
    address = client_address(request, desk.settings)
    return address != UNKNOWN and ipaddress.ip_address(address).is_loopback
