"""All edges of a desk together: the site with its live routes, and the connections that they keep."""

from __future__ import annotations

from dataclasses import dataclass

from litestar import Litestar

from esmero.web.health import health_routes
from esmero.web.limits import Limits
from esmero.web.live.connections import Connections
from esmero.web.live.desk import LiveDesk
from esmero.web.live.sockets import socket_routes
from esmero.web.live.streams import stream_routes
from esmero.web.metrics import Figures
from esmero.web.pictures import picture_routes
from esmero.web.problems import answer
from esmero.web.site import make_site
from esmero.web.uploads import file_routes


@dataclass(frozen=True, slots=True)
class Edges:
    """What a server serves, and the live connections that it must end before it stops."""

    site: Litestar
    connections: Connections


def make_edges(desk: LiveDesk, *, limits: Limits | None = None) -> Edges:
    """Join everything that browsers and programs reach."""
    connections = Connections(desk.clock, per_address=desk.settings.connections_per_address)
    routes = [
        *socket_routes(desk, connections),
        *stream_routes(desk, connections),
        *file_routes(desk),
        *picture_routes(desk),
    ]
    return Edges(make_site(desk, routes, shown=desk.services.cards.of, limits=limits), connections)


def make_worker_edges(desk: LiveDesk) -> Edges:
    """Join what a process without browsers shows: that it lives, and its figures."""
    figures = Figures()
    site = Litestar(
        route_handlers=health_routes(desk, figures),
        exception_handlers={Exception: answer},
        openapi_config=None,
        logging_config=None,
    )
    site.asgi_handler = figures.around(site.asgi_handler)
    return Edges(site, Connections(desk.clock, per_address=desk.settings.connections_per_address))
