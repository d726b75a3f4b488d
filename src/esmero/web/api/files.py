"""Files that agents send: kept before a message names them, fetched by an address that is signed for a while."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get, post
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.params import QueryParameter
from litestar.response import Redirect
from msgspec import Struct

from esmero.contract.events import File
from esmero.desk import files
from esmero.desk.access import AgentView
from esmero.flow.reply import visible
from esmero.kit.errors import NotFound
from esmero.store.session import Session
from esmero.web.api.forms import PathNumber
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.idempotency import NOT_HERE
from esmero.web.limits import TheLimits
from esmero.web.problems import AnyRequest, errors
from esmero.web.uploads import Owner, receive


class FileForm(Struct, kw_only=True):
    """A file. `type` was recognised by its bytes, `size` is in bytes, `url` works for some days."""

    id: int
    name: str
    type: str
    size: int
    url: str


class _Upload(Operation):
    """Tells OpenAPI that the body is the file's bytes, which no parameter of the route shows."""

    def __post_init__(self) -> None:
        anything = OpenAPIMediaType(schema=Schema(content_encoding="binary"))
        self.request_body = RequestBody(content={"application/octet-stream": anything}, required=True)


class Files(Controller):
    path = "/files"
    tags = ("Files",)

    @post(
        responses=errors(413, 415),
        summary="Upload a file for a message",
        operation_class=_Upload,
        opt={NOT_HERE: True},
        request_max_body_size=None,
    )
    async def upload(
        self,
        request: AnyRequest,
        desk: TheDesk,
        me: Me,
        limits: TheLimits,
        name: Annotated[str, QueryParameter(min_length=1, max_length=300)],
    ) -> FileForm:
        """Takes the bytes as the body. A file that no message names within a day is removed."""
        limits.uploads.take(str(me.actor))
        kept = await receive(desk, request, name=name, owner=Owner(str(me.actor), None))
        return FileForm(id=kept.id, name=kept.name, type=kept.type, size=kept.size, url=desk.file_links.address(kept))

    @get("/{number:int}", status_code=302, responses=errors(404), summary="Go to a file")
    async def fetch(self, desk: TheDesk, me: Me, number: PathNumber) -> Redirect:
        """Redirects to the signed address. Whoever may not see its conversation gets 404."""
        file = await desk.database.read(lambda session: _visible(session, me, number))
        return Redirect(desk.file_links.address(file), status_code=302, headers={"Cache-Control": "no-store"})


def _visible(session: Session, me: AgentView, number: int) -> File:
    """The file, if it is in a conversation that this agent sees, or their own upload.

    Raises:
        NotFound: it is neither, or doesn't exist.
    """
    found = files.blob_of(session, number)
    if found is None:
        raise NotFound("There is no such file.")
    _, file, conversation_id, owner = found
    if conversation_id is not None:
        visible(session, conversation_id, me)
    elif owner != str(me.actor):
        raise NotFound("There is no such file.")
    return file
