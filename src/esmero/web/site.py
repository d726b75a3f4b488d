"""The site: all routes of the HTTP edges, and what every request passes on its way to them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from litestar import Litestar, Router
from litestar.di import Provide
from litestar.types import ControllerRouterHandler

from esmero.web.api import mail
from esmero.web.api.agents import Agents, Invitations
from esmero.web.api.beginnings import Beginnings
from esmero.web.api.conversations import Conversations
from esmero.web.api.customers import Customers
from esmero.web.api.files import Files
from esmero.web.api.forwards import Forwards
from esmero.web.api.inboxes import Inboxes
from esmero.web.api.labels import Labels
from esmero.web.api.links import Links, SetUp
from esmero.web.api.mailboxes import Mailboxes
from esmero.web.api.me import MeController
from esmero.web.api.messages import Messages
from esmero.web.api.search import Search
from esmero.web.api.sender import Sender
from esmero.web.api.senders import OfConversation, Senders
from esmero.web.api.session import Forgotten, Places, ThisSession
from esmero.web.api.snapshot import SnapshotController
from esmero.web.api.teams import Teams
from esmero.web.api.tokens import Tokens
from esmero.web.assets import Assets
from esmero.web.auth import Doorman, provide_me, provide_signed
from esmero.web.bodies import StrictRequest
from esmero.web.description import Tuples, description
from esmero.web.desk import Desk
from esmero.web.headers import with_security_headers
from esmero.web.health import health_routes
from esmero.web.idempotency import Idempotency
from esmero.web.limits import Limits
from esmero.web.metrics import Figures
from esmero.web.pages.assets import asset_routes
from esmero.web.pages.console import console_routes
from esmero.web.pages.conversation import conversation_routes
from esmero.web.pages.widget import widget_routes
from esmero.web.problems import answer

LARGEST_BODY = 1_000_000
"""Bytes of a request's body, where a route doesn't say otherwise. Files come in as a stream."""
RESOURCES = (
    ThisSession,
    Forgotten,
    Places,
    SetUp,
    Links,
    SnapshotController,
    MeController,
    Conversations,
    Messages,
    Beginnings,
    Forwards,
    mail.Messages,
    mail.Sources,
    mail.Quarantine,
    Mailboxes,
    Sender,
    Senders,
    OfConversation,
    Search,
    Customers,
    Inboxes,
    Agents,
    Invitations,
    Teams,
    Labels,
    Tokens,
    Files,
)
Hook = Callable[[], Coroutine[Any, Any, None]]


def make_site(
    desk: Desk,
    live_routes: Sequence[ControllerRouterHandler] = (),
    *,
    shown: Callable[[Any], object],
    limits: Limits | None = None,
    on_startup: Sequence[Hook] = (),
    on_shutdown: Sequence[Hook] = (),
) -> Litestar:
    """Join all routes on one desk.

    Args:
        live_routes: the live edge and the visitors' files, from `web/live`.
        shown: gives an inbox's card as its customers see it.
    """
    limits = limits or Limits()
    assets, figures = Assets(), Figures()
    site = Litestar(
        route_handlers=[
            _api(desk, limits),
            *health_routes(desk, figures),
            *asset_routes(assets),
            *console_routes(desk.settings, assets),
            *conversation_routes(desk.settings, assets),
            *widget_routes(desk.settings, assets, desk.directory, shown),
            *live_routes,
        ],
        exception_handlers={Exception: answer},
        dependencies={"desk": _given(desk), "limits": _given(limits)},
        request_class=StrictRequest,
        request_max_body_size=LARGEST_BODY,
        openapi_config=description(desk.settings),
        plugins=[Tuples()],
        logging_config=None,
        on_startup=list(on_startup),
        on_shutdown=list(on_shutdown),
    )
    # Around everything: Litestar's own middleware doesn't see the answers for paths that lead nowhere.
    site.asgi_handler = figures.around(with_security_headers(site.asgi_handler, desk.settings))
    return site


class _Api(Router):
    """Belongs to one site: Litestar would copy it with all that hangs on it, as routers may stand in several places."""

    def __deepcopy__(self, _memo: object) -> _Api:
        return self


def _api(desk: Desk, limits: Limits) -> Router:
    return _Api(
        "/api/v1",
        route_handlers=list(RESOURCES),
        middleware=[Doorman(desk, limits), Idempotency(desk)],
        dependencies={
            "me": Provide(provide_me, sync_to_thread=False),
            "signed": Provide(provide_signed, sync_to_thread=False),
        },
        cache_control=None,
    )


def _given(thing: object) -> Provide:
    return Provide(lambda: thing, sync_to_thread=False, use_cache=True)
