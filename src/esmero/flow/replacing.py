"""Another reply takes the place of one that did not arrive: corrected, and never both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from esmero.contract.events import Event, File
from esmero.contract.facts import Fact, MessageBounced, ReplyQueued, ReplyReplaced
from esmero.desk import files, log, outbox
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.kit.errors import Conflict, NotFound
from esmero.store.session import Session, Transaction

SLICE = 500
"""Events after a reply that are read at once to find what became of it."""


class NotAgain(Conflict):
    code = "not_again"
    title = "This message has left, waits to leave, or was replaced."


def replaced(session: Session, conversation_id: int, event_id: int | None) -> Event | None:
    """Return the reply that another is to take the place of.

    Raises:
        NotFound: there is no such reply in this conversation.
    """
    if event_id is None:
        return None
    queued = log.one(session, event_id)
    if queued is None or (queued.stream, queued.of) != ("conversation", conversation_id):
        raise NotFound("There is no such reply.")
    if not isinstance(queued.fact, ReplyQueued) or queued.fact.automatic:
        raise NotFound("There is no such reply.")
    return queued


def files_for(session: Session, ids: Sequence[int], agent: AgentView, before: Event | None) -> tuple[File, ...]:
    """Return the files of a message: uploads of the agent's own, and what stood in the one that it replaces.

    Raises:
        FileGone: one of them doesn't exist, or is somebody else's.
    """
    held = {file.id: file for file in before.content.files} if before and before.content else {}
    fresh = files.named(session, [number for number in ids if number not in held], owner=str(agent.actor))
    known = held | {file.id: file for file in fresh}
    return tuple(known[number] for number in dict.fromkeys(ids))


def replace(tx: Transaction, change: Change, before: Event, by: Event, agent: AgentView) -> None:
    """Put a reply away, since another was written in its place.

    Raises:
        NotAgain: it has left and did not come back, is on its way again, or was replaced already.
    """
    if not outbox.give_up(tx, conversation_id=before.of, reply_seq=before.seq) and not _came_back(tx, before):
        raise NotAgain
    change.tell(ReplyReplaced(reply_seq=before.seq, by_seq=by.seq), actor=agent.actor)


def _came_back(session: Session, before: Event) -> bool:
    if outbox.state_of(session, conversation_id=before.of, reply_seq=before.seq) != "sent":
        return False
    fates = [fact for fact in _later(session, before) if getattr(fact, "reply_seq", None) == before.seq]
    if any(isinstance(fact, ReplyReplaced) for fact in fates):
        return False
    # What is only late may arrive yet: another in its place would be a second one.
    return any(isinstance(fact, MessageBounced) and fact.permanent for fact in fates)


def _later(session: Session, before: Event) -> Iterator[Fact]:
    """Give all that was told after an event: however much was said since, what was replaced is found."""
    seq = before.seq
    while events := log.stream_after(session, "conversation", before.of, seq, limit=SLICE):
        yield from (event.fact for event in events)
        seq = events[-1].seq
