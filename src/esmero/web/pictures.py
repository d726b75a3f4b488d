"""Pictures of mails that lie elsewhere, fetched by the desk: whoever sent the mail does not learn who looks at it."""

from __future__ import annotations

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from esmero.desk import log, pictures
from esmero.kit.errors import NotFound
from esmero.web.client import address_group, client_address
from esmero.web.desk import Desk
from esmero.web.limits import TheLimits
from esmero.web.problems import AnyRequest

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=3600",
}


def picture_routes(desk: Desk) -> list[HTTPRouteHandler]:
    """Return the address that pictures from elsewhere are fetched from."""

    @get("/pictures/{event_id:int}/{number:int}/{last_day:int}/{mark:str}", include_in_schema=False)
    async def fetch(
        request: AnyRequest,
        limits: TheLimits,
        event_id: FromPath[int],
        number: FromPath[int],
        last_day: FromPath[int],
        mark: FromPath[str],
    ) -> Response[bytes]:
        if not desk.picture_links.is_good(event_id, number, last_day, mark):
            raise NotFound("This address has ended; load the conversation again.")
        limits.pictures.take(address_group(client_address(request, desk.settings)))
        markup = await desk.database.read(lambda session: log.markup_of(session, event_id))
        there = pictures.addresses(markup or "")
        if number >= len(there):
            raise NotFound("There is no such picture.")
        found = await desk.pictures.fetch(there[number])
        return Response(found.content, media_type=found.type, headers=HEADERS)

    return [fetch]
