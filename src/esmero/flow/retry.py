"""An agent has something sent again: what is known not to have left, or, if they say so, what may have left."""

from __future__ import annotations

from typing import Literal

from esmero.contract.facts import CopyQueued, ReplyQueued, ReplyRetried
from esmero.desk import inboxes, log, outbox
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.flow.replacing import NotAgain
from esmero.flow.reply import CustomerBlocked, visible
from esmero.kit.clock import Clock
from esmero.kit.errors import Conflict, NotFound
from esmero.store.database import Database
from esmero.store.session import Session, Transaction


class PerhapsLeft(Conflict):
    code = "perhaps_left"
    title = "This message may have left: sent again, it could arrive twice."


class InboxOff(Conflict):
    code = "inbox_off"
    title = "The inbox that this left from is not in use any more. Move the conversation to another."


class Retry:
    """Puts what did not leave back into the outbox."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, conversation_id: int, reply_seq: int, *, agent: AgentView, unsure: bool = False) -> None:
        """Have a reply or a forward sent again; it keeps its key, so that every attempt has the same Message-ID.

        However many ask for it at once, it is one attempt. `unsure`: also if it may have left.

        Raises:
            NotFound: there is no such reply that this agent may see.
            NotAgain: it has left, or was taken back or replaced.
            PerhapsLeft: nobody knows whether it left, and the agent doesn't say that it may arrive twice.
            InboxOff: no inbox in use can send it.
            CustomerBlocked: they are to be unblocked first.
        """
        at = self._clock.now()
        await self._database.write(lambda tx: _retry(tx, conversation_id, reply_seq, agent, unsure, at), urgent=True)


def _retry(tx: Transaction, conversation_id: int, reply_seq: int, agent: AgentView, unsure: bool, at: int) -> None:
    state = visible(tx, conversation_id, agent)
    before = _ended(outbox.state_of(tx, conversation_id=conversation_id, reply_seq=reply_seq))
    if before is None:
        return  # somebody else was faster: it is what this agent wants
    if before == "unknown" and not unsure:
        raise PerhapsLeft
    _check_not_blocked(tx, state, reply_seq)
    outbox.again(
        tx,
        conversation_id=conversation_id,
        reply_seq=reply_seq,
        before=before,
        inbox_id=_inbox(tx, state, reply_seq, before),
        due_at=at,
    )
    change = Change(tx, state, at=at)
    change.tell(ReplyRetried(reply_seq=reply_seq), actor=agent.actor)
    change.save()


def _ended(state: str | None) -> Literal["failed", "unknown"] | None:
    """Return how it ended; None if it waits or is on its way."""
    match state:
        case "failed" | "unknown":
            return state
        case "waiting" | "leased":
            return None
        case None:
            raise NotFound("There is no such reply.")
        case _:
            raise NotAgain


def _check_not_blocked(session: Session, state: Conversation, reply_seq: int) -> None:
    """What was forwarded goes to somebody else, whatever became of the customer."""
    queued = log.one_of_stream(session, "conversation", state.id, reply_seq)
    customer = customers.find_many(session, [state.customer_id]).get(state.customer_id)
    blocked = customer is not None and customer.blocked_at is not None
    if blocked and queued is not None and isinstance(queued.fact, ReplyQueued | CopyQueued):
        raise CustomerBlocked


def _inbox(session: Session, state: Conversation, reply_seq: int, before: str) -> int:
    """Return the inbox that it leaves from: the same, or that of its conversation where the same is removed.

    What may have left stays with its inbox: from another one it would be another mail, which no program takes for the
    same.
    """
    way = outbox.way_of(session, conversation_id=state.id, reply_seq=reply_seq)
    assert way is not None
    own, now = inboxes.find(session, way[0]), inboxes.find(session, state.leaves_from)
    if own is not None and not own.removed:
        return own.id
    if before == "failed" and now is not None and not now.removed and now.channel == way[1]:
        return now.id
    raise InboxOff
