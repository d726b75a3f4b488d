"""What lies beside a message: its HTML, what came as it came, and what is held because it could not be understood."""

from __future__ import annotations

import re
from typing import Annotated

from litestar import Controller, delete, get, post
from litestar.params import JSONBody
from litestar.response import Response
from msgspec import Meta, Struct

from esmero.contract.events import Event
from esmero.desk import log, pictures
from esmero.desk.access import AgentView
from esmero.desk.sources import Kept
from esmero.flow.reply import visible
from esmero.kit.errors import BadInput, NotFound
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Items, Limit, PathNumber, all_of
from esmero.web.auth import Me
from esmero.web.desk import Desk, TheDesk
from esmero.web.problems import errors

_SHOWN = re.compile(r'"file:(\d{1,18})"')


class Markup(Struct, kw_only=True):
    """A message as HTML, cleaned: no scripts, and pictures from elsewhere only named (`data-remote-src`).

    `elsewhere` counts those. `shown` tells why the desk fetches them: somebody asked for those of this `message`, or
    for all of this `customer`'s; null where nobody did.
    """

    html: str
    elsewhere: int
    shown: pictures.What | None


class Wanted(Form, frozen=True, kw_only=True):
    """`customer`: those of all messages that the same customer writes, now and later."""

    of: pictures.What = "message"


class Reason(Form, frozen=True, kw_only=True):
    """Why somebody looks at what came, as it came."""

    reason: Annotated[str, Meta(min_length=1, max_length=500)]


class Held(Struct, kw_only=True):
    """Something that could not be understood. `size` is in bytes; `reason` says nothing of what was written."""

    id: int
    inbox: int
    way: str
    size: int
    reason: str
    attempts: int
    at: int


class Retried(Struct, kw_only=True):
    """Whether it was understood now. If not, it is held still."""

    understood: bool


class Messages(Controller):
    path = "/conversations/{number:int}/messages/{event:int}"
    tags = ("Conversations",)

    @get("/markup", responses=errors(404), summary="A message as HTML")
    async def markup(self, desk: TheDesk, me: Me, number: PathNumber, event: PathNumber) -> Markup:
        """To be shown in a frame that runs nothing. Pictures of the message itself have addresses for some days."""
        return await desk.database.read(lambda session: _markup(desk, session, me, number, event))

    @post("/pictures", status_code=200, responses=errors(404, 413, 415), summary="Show pictures from elsewhere")
    async def show(
        self, desk: TheDesk, me: Me, number: PathNumber, event: PathNumber, data: JSONBody[Wanted]
    ) -> Markup:
        """From now on the desk fetches them, for everybody who sees the message. Their servers don't learn for whom."""
        now = desk.clock.now()

        def unit(tx: Transaction) -> Markup:
            found, _ = _found(tx, me, number, event)
            whose = _writer(found) if data.of == "customer" else event
            if whose is None:
                raise BadInput("No customer wrote this.", fields={"of": "no customer"})
            pictures.show(tx, data.of, whose, agent_id=me.id, at=now)
            return _markup(desk, tx, me, number, event)

        return await desk.database.write(unit)

    @delete("/pictures", status_code=200, responses=errors(404), summary="Hide pictures from elsewhere")
    async def hide(self, desk: TheDesk, me: Me, number: PathNumber, event: PathNumber) -> Markup:
        """Those of this message, and of all that its writer wrote."""

        def unit(tx: Transaction) -> Markup:
            found, _ = _found(tx, me, number, event)
            pictures.hide(tx, "message", event)
            pictures.hide(tx, "customer", _writer(found) or 0)
            return _markup(desk, tx, me, number, event)

        return await desk.database.write(unit)


class Sources(Controller):
    path = "/sources/{number:int}"
    tags = ("Mail",)

    @post("/open", status_code=200, responses=errors(404, 413, 415), summary="Open what came, as it came")
    async def open(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Reason]) -> Response[bytes]:
        """Who looked and why is told in the conversation, before anything is shown."""
        raw = await desk.sources.open(number, data.reason, by=me)
        headers = {
            "Content-Disposition": f'attachment; filename="source-{number}.eml"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return Response(raw, media_type="application/octet-stream", headers=headers)


class Quarantine(Controller):
    path = "/quarantine"
    tags = ("Mail",)

    @get(responses=errors(), summary="What could not be understood")
    async def held(self, desk: TheDesk, me: Me, limit: Limit = 50) -> Items[Held]:
        """Of all inboxes that I see, newest first."""
        return all_of([_form(kept) for kept in await desk.release.held(me, limit=limit)])

    @post("/{number:int}/retry", status_code=200, responses=errors(404), summary="Try once more to understand it")
    async def retry(self, desk: TheDesk, me: Me, number: PathNumber) -> Retried:
        return Retried(understood=await desk.release.retry(number, by=me))

    @post("/{number:int}/put-away", status_code=204, responses=errors(404), summary="Hold it no more")
    async def put_away(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        """It stays, sealed, but in no list."""
        await desk.release.put_away(number, by=me)


def _markup(desk: Desk, session: Session, me: AgentView, number: int, event: int) -> Markup:
    found, html = _found(session, me, number, event)
    own = {file.id: file for file in (found.content.files if found.content else ())}

    def address(shown: re.Match[str]) -> str:
        file = own.get(int(shown[1]))
        return '""' if file is None else f'"{desk.file_links.address(file)}"'

    elsewhere = len(pictures.addresses(html))
    reasons = pictures.shown(session, event, _writer(found)) if elsewhere else frozenset[pictures.What]()
    if reasons:
        html = pictures.with_pictures(html, lambda which: desk.picture_links.address(event, which))
    shown = "customer" if "customer" in reasons else next(iter(reasons), None)
    return Markup(html=_SHOWN.sub(address, html), elsewhere=elsewhere, shown=shown)


def _found(session: Session, me: AgentView, number: int, event: int) -> tuple[Event, str]:
    visible(session, number, me)
    found, html = log.one(session, event), log.markup_of(session, event)
    if found is None or (found.stream, found.of) != ("conversation", number) or html is None:
        raise NotFound("There is no HTML of this message.")
    return found, html


def _writer(event: Event) -> int | None:
    return event.actor.id if event.actor.kind == "customer" else None


def _form(kept: Kept) -> Held:
    return Held(
        id=kept.id,
        inbox=kept.inbox_id,
        way=kept.source.way,
        size=kept.source.size,
        reason=kept.reason or "",
        attempts=kept.attempts,
        at=kept.created_at,
    )
