"""The mailbox page, and what it asks for. Whoever sits before the demo may read all of it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

import msgspec
from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery

from esmero.demo.brand import BRAND, MAIL
from esmero.demo.mailbox.owners import OWNERS, Owner
from esmero.demo.stage import Stage
from esmero.kit.errors import BadInput, NotFound
from esmero.web.client import check_same_origin
from esmero.web.problems import AnyRequest

LARGEST = 15_000_000
"""Bytes of what the page sends, files in base64 included."""

Page = Callable[[AnyRequest, str, dict[str, str]], Response[bytes]]
"""Draws a page of the demo: its template's name, and what stands in its places."""


def mailbox_routes(stage: Stage, page: Page) -> Sequence[HTTPRouteHandler]:
    """Return the routes of the mailboxes."""

    @get("/demo/mailbox", include_in_schema=False)
    async def mailbox(request: AnyRequest, language: FromQuery[str] = "en") -> Response[bytes]:
        facts = {
            "desk": {"name": BRAND, "address": MAIL},
            "owners": [{"language": one.language, "name": one.name, "address": one.address} for one in OWNERS.values()],
        }
        code = language if language in OWNERS else "en"
        values = {"language": code, "title": html.escape(BRAND), "facts": _in_page(facts)}
        return page(request, "mailbox/index", values)

    return [mailbox, *_reading(stage), *_writing(stage)]


def _reading(stage: Stage) -> Sequence[HTTPRouteHandler]:
    # What reads mails is imported with the first one that is read.
    @get("/demo/mailbox/{whose:str}/letters", include_in_schema=False)
    async def letters(request: AnyRequest, whose: FromPath[str]) -> Response[bytes]:
        from esmero.demo.mailbox.forms import listed

        return _answer(listed(await stage.post.box(_owner(stage, request, whose))))

    @get("/demo/mailbox/{whose:str}/version", include_in_schema=False)
    async def version(request: AnyRequest, whose: FromPath[str]) -> Response[bytes]:
        return _answer({"version": (await stage.post.box(_owner(stage, request, whose))).version})

    @get("/demo/mailbox/{whose:str}/threads/{thread:int}", include_in_schema=False)
    async def read(request: AnyRequest, whose: FromPath[str], thread: FromPath[int]) -> Response[bytes]:
        from esmero.demo.mailbox.forms import opened

        owner = _owner(stage, request, whose)
        found = (await stage.post.box(owner)).open(thread)
        return _answer([opened(one, owner) for one in found])

    @get("/demo/mailbox/{whose:str}/letters/{letter:int}/files/{place:int}", include_in_schema=False)
    async def file(
        request: AnyRequest, whose: FromPath[str], letter: FromPath[int], place: FromPath[int]
    ) -> Response[bytes]:
        found = (await stage.post.box(_owner(stage, request, whose))).find(letter).mail.attachments
        if not 0 <= place < len(found):
            raise NotFound("There is no such file.")
        headers = {
            "Content-Disposition": f"attachment; filename*=utf-8''{quote(found[place].name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        return Response(found[place].content, media_type="application/octet-stream", headers=headers)

    return [letters, version, read, file]


def _writing(stage: Stage) -> Sequence[HTTPRouteHandler]:
    @post("/demo/mailbox/{whose:str}/letters", status_code=201, include_in_schema=False, request_max_body_size=LARGEST)
    async def send(request: AnyRequest, whose: FromPath[str]) -> Response[bytes]:
        from esmero.demo.mailbox.forms import decode_sending, draft_of

        owner = _owner(stage, request, whose)
        try:
            sending = decode_sending(await request.body())
        except msgspec.DecodeError as error:
            raise BadInput(str(error)[:200]) from None
        sent = await stage.post.send(owner, draft_of(sending, await stage.post.box(owner)))
        return _answer({"id": sent.id, "thread": sent.thread}, status=201)

    return [send]


def _owner(stage: Stage, request: AnyRequest, whose: str) -> Owner:
    check_same_origin(request, stage.desk.settings)
    owner = OWNERS.get(whose)
    if owner is None:
        raise NotFound("Nobody of this name has a mailbox here.")
    return owner


def _answer(told: Any, *, status: int = 200) -> Response[bytes]:
    headers = {"Cache-Control": "no-store"}
    return Response(msgspec.json.encode(told), media_type="application/json", headers=headers, status_code=status)


def _in_page(facts: object) -> str:
    return json.dumps(facts).replace("<", "\\u003c")
