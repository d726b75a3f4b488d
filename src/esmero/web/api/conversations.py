"""Conversations: lists of them, one of them, and what agents do with it besides writing."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Controller, get, patch, post
from litestar.params import FromQuery, JSONBody
from msgspec import UNSET, Meta, Struct, UnsetType, field

from esmero.contract.facts import Priority, Status
from esmero.desk import drafts, log
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists, participants
from esmero.desk.conversations.lists import Sort, Wanted, Whose
from esmero.desk.conversations.summary import Summary
from esmero.desk.customers import rows as customers
from esmero.flow.reply import visible
from esmero.kit.errors import NotFound
from esmero.store.session import Session
from esmero.web.api.customers import CustomerForm, customer_form
from esmero.web.api.forms import (
    HIGHEST,
    CursorText,
    Form,
    Items,
    Limit,
    Line,
    Number,
    Numbers,
    PathNumber,
    QueryNumber,
    QuerySeq,
    Seq,
    read_cursor,
    write_cursor,
)
from esmero.web.auth import Me
from esmero.web.desk import Desk, TheDesk
from esmero.web.problems import errors

SHOWN = 100
"""Events that come with a conversation; older ones are asked for."""
EventForm = dict[str, Any]
"""An event in the form of docs/protocol.md, section 3."""


class DraftForm(Struct, kw_only=True):
    """What the asking agent has begun to write: at most one reply and one note, the one written last at the end."""

    kind: drafts.Kind
    text: str
    updated_at: int


class Viewer(Struct, kw_only=True):
    """An agent who has the conversation open, and whether they write."""

    id: int
    typing: bool


class Taking(Struct, kw_only=True):
    """Somebody who takes part besides the customer: in copy, say."""

    customer: int
    address: str
    name: str


class Opened(Struct, kw_only=True):
    """One conversation with its customer and its newest events; `more` is true if there are older ones."""

    conversation: Summary
    customer: CustomerForm | None
    participants: list[Taking]
    events: list[EventForm]
    more: bool
    drafts: list[DraftForm]
    viewing: list[Viewer]


class Assignment(Form, frozen=True, kw_only=True):
    """`team` is left as it is where it isn't given."""

    agent: Number | None = None
    team: Number | UnsetType | None = UNSET


class Seen(Form, frozen=True, kw_only=True):
    """`seen`: seq of the customer's last message on screen. A newer one refuses the call; without it, none does."""

    seen: Seq | None = None


class Snooze(Seen, frozen=True, kw_only=True):
    until: Annotated[int, Meta(ge=0, le=HIGHEST)]


class Move(Form, frozen=True, kw_only=True):
    inbox: Number


class ConversationChange(Form, frozen=True, kw_only=True):
    subject: Line | UnsetType = UNSET
    priority: Priority | UnsetType = UNSET
    add_labels: Numbers = field(default_factory=list)
    remove_labels: Numbers = field(default_factory=list)


class Upto(Form, frozen=True, kw_only=True):
    upto: Seq


class Conversations(Controller):
    path = "/conversations"
    tags = ("Conversations",)

    @get(responses=errors(), summary="List conversations")
    async def page(
        self,
        desk: TheDesk,
        me: Me,
        list: FromQuery[Whose] = "all",  # noqa: A002 - what clients call it
        status: FromQuery[Status | None] = None,
        inbox: QueryNumber = None,
        label: QueryNumber = None,
        customer: QueryNumber = None,
        sort: FromQuery[Sort] = "waiting",
        junk: FromQuery[bool] = False,
        cursor: CursorText = None,
        limit: Limit = 50,
    ) -> Items[Summary]:
        """Without `status`, conversations of every status. `waiting`: who waits for us first, longest first.

        `junk`: what nobody asked for, of all inboxes or one, newest first, whatever else is asked.
        """
        wanted = Wanted(
            whose=list, status=status, inbox_id=inbox, label_id=label, customer_id=customer, sort=sort, junk=junk
        )
        order: Sort = "newest" if junk else sort
        after = read_cursor(cursor, order)
        page = await desk.database.read(lambda session: lists.page(session, wanted, me, after=after, limit=limit))
        return Items(items=page.items, next=write_cursor(page.next, order))

    @get("/{number:int}", responses=errors(404), summary="Open a conversation")
    async def open(self, desk: TheDesk, me: Me, number: PathNumber) -> Opened:
        return await desk.database.read(lambda session: _opened(session, desk, me, number))

    @get("/{number:int}/events", responses=errors(404), summary="Read a conversation's events")
    async def events(
        self,
        desk: TheDesk,
        me: Me,
        number: PathNumber,
        before: QuerySeq = None,
        after: QuerySeq = None,
        limit: Limit = 100,
    ) -> Items[EventForm]:
        """Answers in order: the next ones `after` a seq, or else the last ones `before` it."""

        def query(session: Session) -> list[EventForm]:
            visible(session, number, me)
            if after is not None:
                found = log.stream_after(session, "conversation", number, after, limit=limit)
            else:
                found = log.stream_before(session, "conversation", number, before, limit=limit)
            return [desk.render.for_agents(event) for event in found]

        return Items(items=await desk.database.read(query))

    @patch("/{number:int}", responses=errors(404, 413, 415), summary="Change subject, priority and labels")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[ConversationChange]) -> Summary:
        await desk.handle.edit(
            number,
            subject=None if data.subject is UNSET else data.subject,
            priority=None if data.priority is UNSET else data.priority,
            add=data.add_labels,
            remove=data.remove_labels,
            by=me,
        )
        return await line(desk, me, number)

    @post("/{number:int}/assign", status_code=200, responses=errors(404, 413, 415), summary="Assign")
    async def assign(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Assignment]) -> Summary:
        """Gives it to an agent, or with null to nobody."""
        team = data.team
        if team is UNSET:
            state = await desk.database.read(lambda session: visible(session, number, me))
            team = state.team_id
        await desk.handle.assign(number, data.agent, team, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/snooze", status_code=200, responses=errors(404, 409, 413, 415), summary="Snooze")
    async def snooze(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Snooze]) -> Summary:
        """Puts it away until a time, or until the customer writes."""
        await desk.handle.snooze(number, data.until, by=me, seen=data.seen)
        return await line(desk, me, number)

    @post(
        "/{number:int}/pend", status_code=200, responses=errors(404, 409, 413, 415), summary="It is the customer's turn"
    )
    async def pend(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Seen | None] = None) -> Summary:
        """The body may be left out."""
        await desk.handle.pend(number, by=me, seen=None if data is None else data.seen)
        return await line(desk, me, number)

    @post("/{number:int}/close", status_code=200, responses=errors(404, 409, 413, 415), summary="Close")
    async def close(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Seen | None] = None) -> Summary:
        """The body may be left out."""
        await desk.handle.close(number, by=me, seen=None if data is None else data.seen)
        return await line(desk, me, number)

    @post("/{number:int}/reopen", status_code=200, responses=errors(404, 409), summary="Reopen")
    async def reopen(self, desk: TheDesk, me: Me, number: PathNumber) -> Summary:
        await desk.handle.reopen(number, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/junk", status_code=200, responses=errors(404), summary="Nobody asked for it")
    async def junk(self, desk: TheDesk, me: Me, number: PathNumber) -> Summary:
        """Puts it into a folder of its own. It stays, and what its sender writes next lies with it."""
        await desk.handle.junk(number, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/clear", status_code=200, responses=errors(404, 409), summary="It is no junk")
    async def clear(self, desk: TheDesk, me: Me, number: PathNumber) -> Summary:
        await desk.handle.clear(number, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/move", status_code=200, responses=errors(404, 413, 415), summary="Move to another inbox")
    async def move(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Move]) -> Summary:
        await desk.handle.move(number, data.inbox, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/read", status_code=200, responses=errors(404, 413, 415), summary="Set my mark")
    async def read(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[Upto]) -> Summary:
        await desk.handle.read(number, data.upto, by=me)
        return await line(desk, me, number)

    @post("/{number:int}/unread", status_code=200, responses=errors(404), summary="Take my mark back")
    async def unread(self, desk: TheDesk, me: Me, number: PathNumber) -> Summary:
        await desk.handle.unread(number, by=me)
        return await line(desk, me, number)


async def line(desk: Desk, me: AgentView, number: int) -> Summary:
    """Return the summary of a conversation as it is now.

    Raises:
        NotFound: the agent may no longer see it.
    """
    return await desk.database.read(lambda session: _line(session, me, number))


def _line(session: Session, me: AgentView, number: int) -> Summary:
    found = lists.lines(session, [number], me)
    if not found or not me.sees(found[0].inbox):
        raise NotFound("There is no such conversation.")
    return found[0]


def _opened(session: Session, desk: Desk, me: AgentView, number: int) -> Opened:
    summary = _line(session, me, number)
    customer = customers.find(session, summary.customer.id)
    events = log.stream_before(session, "conversation", number, None, limit=SHOWN)
    begun = drafts.find(session, agent_id=me.id, conversation_id=number)
    return Opened(
        conversation=summary,
        customer=None if customer is None else customer_form(customer, me),
        participants=[
            Taking(customer=one.customer_id, address=one.address, name=one.name)
            for one in participants.of(session, number)
        ],
        events=[desk.render.for_agents(event) for event in events],
        more=bool(events) and events[0].seq > 1,
        drafts=[DraftForm(kind=one.kind, text=one.text, updated_at=one.updated_at) for one in begun],
        viewing=[Viewer(**one) for one in desk.moments.viewing(number)],  # type: ignore[arg-type]
    )
