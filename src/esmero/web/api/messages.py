"""Writing: replies and notes, taking a reply back, and drafts."""

from __future__ import annotations

from typing import Literal

from litestar import Controller, delete, post, put
from litestar.params import FromQuery, JSONBody

from esmero.desk import drafts, log
from esmero.desk.access import AgentView
from esmero.flow.reply import visible
from esmero.kit.errors import NotFound
from esmero.live.writing import Saying
from esmero.store.session import Session, Transaction
from esmero.web.api.conversations import DraftForm
from esmero.web.api.forms import Form, PathNumber, Text
from esmero.web.api.kept import Kept, kept_as
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewMessage(Saying, Form, frozen=True, kw_only=True):
    """`id` is made by the client; the same again is the same message. `seen` as on the live edge.

    `to`, `cc`, `bcc` and `sender` are for channels whose messages have recipients. Without `to` it is the customer;
    without `cc` those who take part; without `sender` the inbox's own address. `replaces` names the event of a reply
    that did not arrive and is not sent again: this one stands in its place, and may have its files.
    """

    text: Text = ""


class Again(Form, frozen=True, kw_only=True):
    """`unsure`: send it also if it may have left, so that it could arrive twice."""

    unsure: bool = False


class DraftText(Form, frozen=True, kw_only=True):
    kind: Literal["reply", "note"]
    text: Text


class Messages(Controller):
    path = "/conversations/{number:int}"
    tags = ("Conversations",)

    @post("/messages", responses=errors(404, 409, 413, 415), summary="Reply, or add a note")
    async def send(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[NewMessage]) -> Kept:
        return kept_as(await desk.reply.send(data.draft(number), agent=me))

    @post(
        "/messages/{event:int}/recall",
        status_code=204,
        responses=errors(404, 409),
        summary="Take back a reply that has not left",
    )
    async def recall(self, desk: TheDesk, me: Me, number: PathNumber, event: PathNumber) -> None:
        seq = await desk.database.read(lambda session: _seq(session, number, event, me))
        await desk.reply.recall(number, seq, agent=me)

    @post(
        "/messages/{event:int}/again",
        status_code=204,
        responses=errors(404, 409),
        summary="Send again what did not leave",
    )
    async def again(self, desk: TheDesk, me: Me, number: PathNumber, event: PathNumber, data: JSONBody[Again]) -> None:
        """However many ask for it, it is one attempt."""
        seq = await desk.database.read(lambda session: _seq(session, number, event, me))
        await desk.retry(number, seq, agent=me, unsure=data.unsure)

    @put("/draft", responses=errors(404, 413, 415), summary="Keep what I have begun to write")
    async def keep_draft(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[DraftText]) -> DraftForm:
        now = desk.clock.now()
        text = data.text.replace("\x00", "")  # PostgreSQL has no NUL in texts

        def unit(tx: Transaction) -> None:
            visible(tx, number, me)
            drafts.keep(tx, agent_id=me.id, conversation_id=number, kind=data.kind, text=text, at=now)

        await desk.database.write(unit)
        return DraftForm(kind=data.kind, text=text, updated_at=now)

    @delete("/draft", responses=errors(404), summary="Forget what I have begun to write")
    async def drop_draft(
        self, desk: TheDesk, me: Me, number: PathNumber, kind: FromQuery[drafts.Kind | None] = None
    ) -> None:
        """The reply or the note; without `kind`, both."""

        def unit(tx: Transaction) -> None:
            visible(tx, number, me)
            drafts.drop(tx, agent_id=me.id, conversation_id=number, kind=kind)

        await desk.database.write(unit)


def _seq(session: Session, number: int, event: int, me: AgentView) -> int:
    visible(session, number, me)
    queued = log.one(session, event)
    if queued is None or (queued.stream, queued.of) != ("conversation", number):
        raise NotFound("There is no such reply.")
    return queued.seq
