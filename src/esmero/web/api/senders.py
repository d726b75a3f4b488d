"""The list of senders whose mail is junk, or never is."""

from __future__ import annotations

from litestar import Controller, delete, get, post
from litestar.params import JSONBody
from msgspec import Struct

from esmero.desk import inboxes, senders
from esmero.desk.conversations.summary import Summary
from esmero.desk.senders import EVERYWHERE, Listed, Verdict
from esmero.kit.errors import BadInput, NotFound
from esmero.store.session import Transaction
from esmero.web.api.conversations import line
from esmero.web.api.forms import Form, Items, Line, Number, PathNumber, all_of
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class ListedSender(Struct, kw_only=True):
    """An address (`ana@shop.example`) or a domain with those below it (`@shop.example`), in A-labels.

    `inbox` is null where it counts in all inboxes. Who listed it, and when, is for the record.
    """

    id: int
    name: str
    verdict: Verdict
    inbox: int | None
    by: str
    at: int


class NewSender(Form, frozen=True, kw_only=True):
    name: Line
    verdict: Verdict
    inbox: Number | None = None


class FromConversation(Form, frozen=True, kw_only=True):
    """`domain`: all who write from the same domain."""

    verdict: Verdict
    domain: bool = False


class Senders(Controller):
    path = "/senders"
    tags = ("Mail",)

    @get(responses=errors(), summary="The list of senders")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[ListedSender]:
        me.check_may("block_customers")
        return all_of(map(_form, await desk.database.read(senders.everyone)))

    @post(responses=errors(413, 415), summary="List a sender")
    async def put(self, desk: TheDesk, me: Me, data: JSONBody[NewSender]) -> ListedSender:
        """In place of what the list says of them so far. What lies in the folder stays where it is."""
        me.check_may("block_customers")
        now = desk.clock.now()

        def unit(tx: Transaction) -> Listed:
            inbox_id = EVERYWHERE if data.inbox is None else _inbox(tx, data.inbox)
            return senders.put(tx, data.name, data.verdict, inbox_id=inbox_id, by=me.actor, at=now)

        return _form(await desk.database.write(unit))

    @delete("/{number:int}", responses=errors(404), summary="Take a sender off the list")
    async def remove(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        me.check_may("block_customers")
        now = desk.clock.now()
        await desk.database.write(lambda tx: senders.remove(tx, number, by=me.actor, at=now))


class OfConversation(Controller):
    path = "/conversations/{number:int}/sender"
    tags = ("Conversations",)

    @post(status_code=200, responses=errors(404, 413, 415), summary="Always junk, or never, from this sender")
    async def put(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[FromConversation]) -> Summary:
        """Lists whom the conversation is with, in all inboxes. The conversation goes into the junk, or out of it."""
        await desk.sender_list.put(number, data.verdict, whole_domain=data.domain, by=me)
        return await line(desk, me, number)


def _inbox(tx: Transaction, number: int) -> int:
    try:
        return inboxes.in_use(tx, number).id
    except NotFound:
        raise BadInput("There is no such inbox.", fields={"inbox": "unknown"}) from None


def _form(one: Listed) -> ListedSender:
    return ListedSender(
        id=one.id,
        name=one.name,
        verdict=one.verdict,
        inbox=one.inbox_id or None,
        by=one.made_by,
        at=one.created_at,
    )
