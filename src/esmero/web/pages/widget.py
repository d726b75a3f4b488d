"""The widget's frame: one page for each inbox, which only the inbox's sites may show."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Response, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from esmero.channels.chat.settings import KIND, ChatSettings, read_chat_settings
from esmero.desk.directory import Directory, InboxCard
from esmero.kit.errors import NotFound
from esmero.settings import Settings
from esmero.web.assets import Assets
from esmero.web.client import own_origin
from esmero.web.pages import template
from esmero.web.pages.assets import GET, takes_gzip
from esmero.web.problems import AnyRequest

TEMPLATE = "widget/frame.html"


class NoSuchInbox(NotFound):
    code = "no_such_inbox"
    title = "There is no such chat."


def widget_routes(settings: Settings, assets: Assets, directory: Directory, shown: Any) -> list[HTTPRouteHandler]:
    """Return the route of the frame. `shown` gives an inbox as its customers see it (docs/protocol.md, section 4)."""

    @route("/widget/{key:str}", http_method=GET, include_in_schema=False)
    async def frame(request: AnyRequest, key: FromPath[str]) -> Response[bytes]:
        card = directory.inbox_of_key(key)
        if card is None or card.channel != KIND:
            raise NoSuchInbox
        page = template.draw(assets, TEMPLATE, inbox=_as_data(shown(card)))
        own = own_origin(request, settings)
        return template.answer(page, own=own, ancestors=ancestors_of(card), packed=takes_gzip(request))

    return [frame]


def ancestors_of(card: InboxCard) -> str:
    """Return who may show an inbox's widget: the sites that were named and this desk, or any page where none was."""
    sites = _chat(card).sites
    return " ".join(("'self'", *sites)) if sites else "*"


def _chat(card: InboxCard) -> ChatSettings:
    return read_chat_settings(card.settings)


def _as_data(inbox: object) -> str:
    """JSON that can stand in a script element: nothing in it ends the element or begins a comment."""
    return msgspec.json.encode(inbox).decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
