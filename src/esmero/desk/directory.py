"""Who and what there is, in memory: agents, inboxes, and who sees what. Every message asks for it, so no SQL then."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from sqlalchemy import select

from esmero.desk.access import AgentView, view_of
from esmero.store.database import Database
from esmero.store.schema import agent, inbox
from esmero.store.session import Session
from esmero.store.statement import Statement

_AGENTS = Statement(select(agent.c.id, agent.c.name, agent.c.availability))
_INBOXES = Statement(
    select(inbox.c.id, inbox.c.key, inbox.c.channel, inbox.c.name, inbox.c.settings, inbox.c.secret).where(
        inbox.c.removed_at.is_(None)
    )
)


class InboxCard(Struct, frozen=True, kw_only=True):
    """An inbox in use. `settings` is JSON in the form of its channel; `secret` is sealed."""

    id: int
    key: str
    channel: str
    name: str
    settings: str
    secret: bytes | None


class Cards(Struct, frozen=True, kw_only=True):
    """One consistent picture of the desk."""

    names: dict[int, str]
    availability: dict[int, str]
    views: dict[int, AgentView]
    inboxes: dict[int, InboxCard]
    by_key: dict[str, InboxCard]


class Directory:
    """The present picture. The hub has it drawn anew after each change; readers take one look and work with that."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[], None]] = []
        self.now = Cards(names={}, availability={}, views={}, inboxes={}, by_key={})

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Have `listener` called after each time the picture was drawn anew."""
        self._listeners.append(listener)

    async def refresh(self) -> None:
        """Draw the picture anew."""
        self.now = await self._database.read(look)
        for listener in self._listeners:
            listener()

    def view(self, agent_id: int) -> AgentView | None:
        """Return what an agent may see and do; None if they are not at work here."""
        return self.now.views.get(agent_id)

    def inbox(self, inbox_id: int) -> InboxCard | None:
        """Return an inbox in use."""
        return self.now.inboxes.get(inbox_id)

    def inbox_of_key(self, key: str) -> InboxCard | None:
        """Return the inbox in use that has this public key."""
        return self.now.by_key.get(key)

    def name(self, agent_id: int) -> str:
        """Return an agent's name, also of one who has left."""
        return self.now.names.get(agent_id, "")

    def people_of(self, inbox_id: int) -> list[AgentView]:
        """Return the agents who see an inbox because they work in one of its teams, or are alone responsible."""
        return [view for view in self.now.views.values() if view.sees(inbox_id)]


def look(session: Session) -> Cards:
    """Read the picture."""
    people = session.all(_AGENTS)
    cards = [
        InboxCard(id=row[0], key=row[1], channel=row[2], name=row[3], settings=row[4], secret=row[5])
        for row in session.all(_INBOXES)
    ]
    views = {row[0]: view_of(session, row[0]) for row in people}
    return Cards(
        names={row[0]: row[1] for row in people},
        availability={row[0]: row[2] for row in people},
        views={number: view for number, view in views.items() if view is not None},
        inboxes={card.id: card for card in cards},
        by_key={card.key: card for card in cards},
    )
