"""Search over what people wrote, newest first: by words, by who and when, by how a conversation stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from litestar import Controller, get
from litestar.params import QueryParameter
from msgspec import Struct

from esmero.contract.events import Event, File
from esmero.contract.facts import (
    ConversationOpened,
    ForwardAnswered,
    ForwardQueued,
    NoteAdded,
    ParticipantJoined,
    SubjectChanged,
)
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists
from esmero.desk.conversations.summary import Summary
from esmero.desk.search import excerpts, refill
from esmero.desk.search.asked import ask_of
from esmero.desk.search.excerpts import Sought
from esmero.desk.search.find import Found, find
from esmero.desk.search.operators import Name
from esmero.desk.search.query import Query, parse
from esmero.kit.errors import BadInput
from esmero.store.search_clauses import END
from esmero.store.session import Session
from esmero.web.api.forms import Limit
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors

Given = Annotated[tuple[str, ...], QueryParameter(max_items=16)]
"""Values of one narrowing word."""


class FoundFile(Struct, kw_only=True):
    """A file of a message that was found; `named`: its name has one of the words."""

    id: int
    name: str
    type: str
    size: int
    named: bool


class Hit(Struct, kw_only=True):
    """One event that was found, with its conversation as it is now.

    Attributes:
        kind: what it is; `people` is who the customer is, or somebody in copy.
        by: who wrote it, such as `agent:3`.
        by_name: the name or address of who wrote what came back to a forward; else empty.
        snippet: a line of it around the first of the words; `marks` are the places of words in it, in code points.
        more: of the conversation's first hit on this page, how many further ones this page has left out.
    """

    conversation: Summary
    event: int
    seq: int
    at: int
    kind: str
    by: str
    by_name: str
    snippet: str
    marks: list[tuple[int, int]]
    files: list[FoundFile]
    more: int = 0


class FoundPage(Struct, kw_only=True):
    """One page of hits.

    Attributes:
        next: continues it; null at its end.
        upto: the page ended without being full: until then it has looked, and `next` looks further back.
        complete: whether everything that was ever said is in the index by now.
    """

    items: list[Hit]
    next: str | None = None
    upto: int | None = None
    complete: bool = True


class Search(Controller):
    path = "/search"
    tags = ("Conversations",)

    @get(responses=errors(), summary="Find conversations by what was said")
    async def find(
        self,
        desk: TheDesk,
        me: Me,
        q: Annotated[str, QueryParameter(max_length=1_000)] = "",
        from_: Annotated[tuple[str, ...], QueryParameter(name="from", max_items=16)] = (),
        to: Given = (),
        subject: Given = (),
        filename: Given = (),
        has: Given = (),
        in_: Annotated[tuple[str, ...], QueryParameter(name="in", max_items=16)] = (),
        channel: Given = (),
        label: Given = (),
        is_: Annotated[tuple[str, ...], QueryParameter(name="is", max_items=16)] = (),
        assigned: Given = (),
        before: Given = (),
        after: Given = (),
        on: Given = (),
        zone: Annotated[str, QueryParameter(max_length=60)] = "UTC",
        cursor: Annotated[str | None, QueryParameter(max_length=30)] = None,
        limit: Limit = 30,
    ) -> FoundPage:
        """All words have to be there, in any of their forms; of the last one, the beginning is enough.

        Narrowing words may stand in `q` (`from:kati has:file -label:refund`) or in parameters of their own, where a
        value that begins with `-` must not be so. Days are those of `zone`.
        """
        fields: dict[Name, tuple[str, ...]] = {
            "from": from_, "to": to, "subject": subject, "filename": filename, "has": has, "in": in_,
            "channel": channel, "label": label, "is": is_, "assigned": assigned, "before": before, "after": after,
            "on": on,
        }  # fmt: skip
        place = _zone(zone)
        today = datetime.fromtimestamp(desk.clock.now() / 1000, place).date()
        query = parse(q, today=today, fields=_pairs(fields))
        if query.is_empty:
            raise BadInput("There is nothing to look for.", fields={"q": "missing"})
        end = _place(cursor)
        return await desk.database.read(lambda session: _page(session, query, me, place, before=end, limit=limit))


def _pairs(fields: dict[Name, tuple[str, ...]]) -> Iterable[tuple[Name, str]]:
    return ((name, value[:200]) for name, values in fields.items() for value in values)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadInput("There is no such time zone.", fields={"zone": "unknown"}) from None


def _place(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not cursor.isdecimal() or not cursor.isascii() or int(cursor) > END:
        raise BadInput("This cursor does not belong to this list.", fields={"cursor": "unknown"})
    return int(cursor)


def _page(
    session: Session, query: Query, me: AgentView, zone: ZoneInfo, *, before: int | None, limit: int
) -> FoundPage:
    found = find(session, ask_of(session, query, me, zone), me, limit=limit, before=before)
    return FoundPage(
        items=_hits(session, found, query, me),
        next=None if found.next is None else str(found.next),
        upto=found.upto,
        complete=not refill.left(session),
    )


def _hits(session: Session, found: Found, query: Query, me: AgentView) -> list[Hit]:
    shown = {one.id: one for one in lists.lines(session, list({event.of for event in found.events}), me)}
    sought = excerpts.sought_by(query)
    more = dict(found.more_of)
    return [_hit(event, shown[event.of], sought, more.pop(event.of, 0)) for event in found.events if event.of in shown]


def _hit(event: Event, conversation: Summary, sought: Sought, more: int) -> Hit:
    line = excerpts.best_of(list(_texts(event, conversation)), sought)
    files = event.content.files if event.content else ()
    return Hit(
        conversation=conversation,
        event=event.id,
        seq=event.seq,
        at=event.at,
        kind=_kind(event),
        by=str(event.actor),
        by_name=_name(event),
        snippet=line.text,
        marks=list(line.marks),
        files=[_file(file, sought) for file in files],
        more=more,
    )


def _kind(event: Event) -> str:
    if isinstance(event.fact, ConversationOpened | ParticipantJoined):
        return "people"
    if isinstance(event.fact, SubjectChanged):
        return "subject"
    return "note" if isinstance(event.fact, NoteAdded | ForwardAnswered | ForwardQueued) else "message"


def _name(event: Event) -> str:
    """Whoever answers a forward is no customer and no agent: they stand in what they wrote."""
    if not isinstance(event.fact, ForwardAnswered) or event.content is None:
        return ""
    fields = event.content.fields
    return fields.get("name") or fields.get("address", "")


def _texts(event: Event, conversation: Summary) -> Iterable[str]:
    """What an excerpt is made of, the most telling first."""
    content = event.content
    if content is None:
        yield conversation.customer.name
        return
    yield content.text
    yield content.subject
    yield ", ".join(file.name for file in content.files)
    yield ", ".join(content.fields.values())
    yield ", ".join(filter(None, (f"{one.name} {one.address}".strip() for one in (*content.to, *content.cc))))


def _file(file: File, sought: Sought) -> FoundFile:
    named = excerpts.names_it(file.name, sought)
    return FoundFile(id=file.id, name=file.name, type=file.type, size=file.size, named=named)
