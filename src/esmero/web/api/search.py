"""Search over what people wrote, newest first."""

from __future__ import annotations

from typing import Annotated

from litestar import Controller, get
from litestar.params import QueryParameter
from msgspec import Struct

from esmero.contract.events import Event
from esmero.desk import search
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists
from esmero.desk.conversations.summary import Summary
from esmero.kit.text import clean_name, cut
from esmero.store.session import Session
from esmero.web.api.forms import HIGHEST, Items, Limit
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors

BEFORE = 40
"""Characters of a snippet before the first word that was found."""
LONGEST_SNIPPET = 160


class Hit(Struct, kw_only=True):
    """One event that holds all the words, with its conversation as it is now."""

    conversation: Summary
    event: int
    seq: int
    at: int
    snippet: str


class Search(Controller):
    path = "/search"
    tags = ("Conversations",)

    @get(responses=errors(), summary="Find conversations by what was said")
    async def find(
        self,
        desk: TheDesk,
        me: Me,
        q: Annotated[str, QueryParameter(min_length=1, max_length=200)],
        cursor: Annotated[int | None, QueryParameter(ge=1, le=HIGHEST)] = None,
        limit: Limit = 30,
    ) -> Items[Hit]:
        """All words have to be there; of the last one, the beginning is enough."""
        query = clean_name(q, longest=200)
        return await desk.database.read(lambda session: _page(session, query, me, before=cursor, limit=limit))


def _page(session: Session, query: str, me: AgentView, *, before: int | None, limit: int) -> Items[Hit]:
    events = search.hits(session, query, inbox_ids=me.inbox_ids, limit=limit, before=before)
    shown = {one.id: one for one in lists.lines(session, list({event.of for event in events}), me)}
    # The index follows the log: what has just been moved out of sight is left out here.
    hits = [
        Hit(
            conversation=shown[event.of],
            event=event.id,
            seq=event.seq,
            at=event.at,
            snippet=snippet(_text(event, shown[event.of]), query),
        )
        for event in events
        if event.of in shown and me.sees(shown[event.of].inbox)
    ]
    return Items(items=hits, next=str(events[-1].id) if len(events) == limit else None)


def snippet(text: str, query: str) -> str:
    """Return the part of a text around the first word of the query that stands in it, on one line."""
    line = clean_name(text, longest=60_000)
    plain = line.casefold()
    # Folding can change lengths (ß), which moves the window a little and cuts nothing wrongly.
    found = [place for word in query.casefold().split() if (place := plain.find(word)) >= 0]
    start = max(0, min(found, default=0) - BEFORE)
    if start > 0:
        start = line.find(" ", start, start + BEFORE) + 1 or start
    return ("…" if start > 0 else "") + cut(line[start:], LONGEST_SNIPPET)


def _text(event: Event, conversation: Summary) -> str:
    if event.content is None:
        return conversation.customer.name
    return " ".join(filter(None, (event.content.text, *(file.name for file in event.content.files))))
