"""Changing one conversation inside one transaction: facts go to the log, their sum to its row."""

from __future__ import annotations

from esmero.contract.events import Actor, Content, Event
from esmero.contract.facts import ConversationOpened, Fact
from esmero.desk import log
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation, fold, opened
from esmero.store.session import Transaction


class Change:
    """One conversation while it changes. Several facts told make several events and a single update of the row.

    change = Change(tx, conversation, at=clock.now())
    change.tell(NoteAdded(), actor=ana, content=Content(text="Parcel is here."))
    change.save()
    """

    def __init__(self, tx: Transaction, state: Conversation, *, at: int) -> None:
        self.state = state
        self.events: list[Event] = []
        self._tx = tx
        self._saved = state
        self.at = at

    @classmethod
    def open(cls, tx: Transaction, fact: ConversationOpened, *, actor: Actor, at: int) -> Change:
        """Begin a conversation: its number, its first event, its row."""
        number = rows.begin(tx, opened(_first(fact, actor, at, of=0, event_id=0)))
        event = log.append(
            tx, stream="conversation", of=number, seq=1, fact=fact, actor=actor, at=at, inbox_id=fact.inbox_id
        )
        change = cls(tx, opened(event), at=at)
        change._saved = opened(_first(fact, actor, at, of=number, event_id=0))
        change.events.append(event)
        return change

    def tell(self, fact: Fact, *, actor: Actor, content: Content | None = None) -> Event:
        """Append one fact to this conversation's stream."""
        event = log.append(
            self._tx,
            stream="conversation",
            of=self.state.id,
            seq=self.state.seq + 1,
            fact=fact,
            actor=actor,
            at=self.at,
            inbox_id=self.state.inbox_id,
            content=content,
        )
        self.state = fold(self.state, event)
        self.events.append(event)
        return event

    def save(self) -> Conversation:
        """Write the row as the facts left it."""
        rows.save(self._tx, self._saved, self.state)
        self._saved = self.state
        return self.state


def _first(fact: ConversationOpened, actor: Actor, at: int, *, of: int, event_id: int) -> Event:
    return Event(
        id=event_id,
        stream="conversation",
        of=of,
        seq=1,
        fact=fact,
        actor=actor,
        inbox_id=fact.inbox_id,
        public=fact.public,
        at=at,
    )
