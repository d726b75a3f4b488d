"""Files come in as a stream and go out as what their bytes show, never as a page that a browser would run."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from typing import Any, NamedTuple
from urllib.parse import quote

from litestar import Request, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath, FromQuery
from litestar.response import Response, Stream

from esmero.contract.events import File
from esmero.desk import files
from esmero.desk.conversations import rows
from esmero.desk.customers import rows as customers
from esmero.flow.threads import Blocked
from esmero.kit.clock import DAY, HOUR, SECOND
from esmero.kit.errors import BadInput, EsmeroError, NotFound, NotSignedIn, TooMany, WrongType
from esmero.kit.filetypes import HEAD, PICTURES, is_among, kind_of, may_run
from esmero.kit.text import clean_name
from esmero.live.cards import chat_settings
from esmero.live.who import Known, arrived, check_may_write
from esmero.store.session import Session, Transaction
from esmero.web.client import address_group, check_same_origin, client_address
from esmero.web.desk import Desk
from esmero.web.limits import TheLimits
from esmero.web.live.desk import LiveDesk

CONTENT_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"

UNNAMED = 10
"""Files that one visitor may have here without a message that names them, or as many as a message may have."""
UNNAMED_SIZES = 4
"""Of the largest size that is taken: what these may have together, before the last of them."""

Asked = Request[Any, Any, Any]


class Owner(NamedTuple):
    """Who uploads: the only one who can put the file into a message."""

    name: str
    inbox_id: int | None


class FilesOff(EsmeroError):
    """This inbox takes no files."""

    code = "no_files_here"
    status = 403
    title = "Files can't be sent here."


async def receive(desk: Desk, request: Asked, *, name: str, owner: Owner) -> File:
    """Keep the body of a request as a file; its blob is on disk before a row names it.

    Raises:
        WrongType: opening it would run a program, or this desk doesn't take files of its kind.
        TooLarge: it is larger than the settings allow; nothing is kept.
        BadInput: it is empty, or has no name.
    """
    shown = clean_name(name, longest=200).replace("/", "_").replace("\\", "_")
    if not shown:
        raise BadInput("A file needs a name.", fields={"name": "empty"})
    body = Body(request)
    head = await body.head()
    if not head:
        raise BadInput("The file is empty.")
    if may_run(head, shown):
        raise WrongType("Programs and scripts are not accepted.")
    kind, wanted = kind_of(head, shown), desk.settings.upload_types
    if wanted and not is_among(kind, wanted):
        raise WrongType(f"This desk takes {', '.join(wanted)}.")
    key = f"files/{secrets.token_hex(16)}"
    stored = await desk.blobs.put(key, body.chunks(), limit=desk.settings.upload_bytes)
    at = desk.clock.now()

    def unit(tx: Transaction) -> File:
        return files.keep(
            tx,
            blob=key,
            name=shown,
            kind=kind,
            size=stored.size,
            sha256=stored.sha256,
            owner=owner.name,
            inbox_id=owner.inbox_id,
            at=at,
        )

    return await desk.database.write(unit)


class Body:
    """A request's body, whose beginning can be looked at before it is passed on."""

    def __init__(self, request: Asked) -> None:
        self._rest = aiter(request.stream())
        self._read: list[bytes] = []

    async def head(self) -> bytes:
        """Return the first bytes, as many as tell a file's kind or as there are."""
        while sum(map(len, self._read)) < HEAD:
            piece = await anext(self._rest, None)
            if piece is None:
                break
            self._read.append(piece)
        return b"".join(self._read)[:HEAD]

    async def chunks(self) -> AsyncIterator[bytes]:
        """Give the whole body."""
        for piece in self._read:
            yield piece
        async for piece in self._rest:
            yield piece


def form_of(desk: Desk, file: File) -> dict[str, Any]:
    """Return a file as browsers know it."""
    return {
        "id": file.id,
        "name": file.name,
        "type": file.type,
        "size": file.size,
        "url": desk.file_links.address(file),
    }


def file_routes(desk: LiveDesk) -> list[HTTPRouteHandler]:
    """Return the visitor's upload, and the address that files are fetched from."""

    @post("/live/visitor/files", status_code=201, include_in_schema=False, request_max_body_size=None)
    async def upload(
        request: Asked, limits: TheLimits, inbox: FromQuery[str], name: FromQuery[str]
    ) -> Response[dict[str, Any]]:
        check_same_origin(request, desk.settings)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotSignedIn("Send the visitor's token.")
        known = await arrived(
            desk.services,
            inbox_key=inbox,
            token=token.strip(),
            jwt=request.headers.get("x-identity"),
            language=None,
        )
        if not chat_settings(known.card).files:
            raise FilesOff
        check_may_write(known)
        limits.uploads.take((known.card.id, known.visitor.address))
        limits.uploads_address.take(address_group(client_address(request, desk.settings)))
        await desk.database.read(lambda session: _check_may_upload(session, desk, known))
        owner = Owner(known.visitor.address, known.card.id)
        return Response(form_of(desk, await receive(desk, request, name=name, owner=owner)), status_code=201)

    @get("/files/{file_id:int}/{last_day:int}/{mark:str}/{_name:str}", include_in_schema=False)
    async def fetch(
        file_id: FromPath[int], last_day: FromPath[int], mark: FromPath[str], _name: FromPath[str]
    ) -> Stream:
        if not desk.file_links.is_good(file_id, last_day, mark):
            raise NotFound("This address has ended; load the conversation again.")
        found = await desk.database.read(lambda session: files.blob_of(session, file_id))
        if found is None:
            raise NotFound("There is no such file.")
        blob, file, _, _ = found
        return Stream(
            desk.blobs.get(blob), media_type=file.type, headers=_headers(file, last_day * DAY - desk.clock.now())
        )

    return [upload, fetch]


def _check_may_upload(session: Session, desk: LiveDesk, known: Known) -> None:
    visitor, inbox_id = known.visitor, known.card.id
    number = _customer_of(session, known)
    customer = customers.find_many(session, [number]).get(number) if number is not None else None
    if customer is not None and customer.blocked_at is not None:
        raise Blocked
    count, size = files.unnamed(session, inbox_id=inbox_id, owner=visitor.address)
    if count >= max(UNNAMED, desk.settings.message_files) or size >= UNNAMED_SIZES * desk.settings.upload_bytes:
        raise TooMany("Send the files that are attached first.", wait=HOUR)


def _customer_of(session: Session, known: Known) -> int | None:
    if known.conversation_id is not None:
        state = rows.find(session, known.conversation_id)
        return None if state is None else state.customer_id
    found = customers.by_address(
        session, channel=known.card.channel, inbox_id=known.card.id, address=known.visitor.address
    )
    return None if found is None else found[0]


def _headers(file: File, good_for: int) -> dict[str, str]:
    place = "inline" if file.type in PICTURES else "attachment"
    return {
        "Content-Disposition": f"{place}; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Length": str(file.size),
        "Content-Security-Policy": CONTENT_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": f"private, max-age={max(0, good_for) // SECOND}, immutable",
    }
