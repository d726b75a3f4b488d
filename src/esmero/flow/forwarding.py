"""An agent passes a message, or all of a conversation, on to a supplier or a colleague, and answers what comes back."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from esmero.contract.abilities import Abilities
from esmero.contract.events import Content, Event, File
from esmero.contract.facts import ForwardAnswered, ForwardQueued, MessageReceived, MessageSent, ReplyQueued
from esmero.contract.messages import Accepted
from esmero.desk import files, log, marks
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.inboxes import Inbox
from esmero.flow import once
from esmero.flow.addressed import Addressed, check_leaves, tidied, visible_inbox
from esmero.flow.addressing import Addressing
from esmero.flow.once import IdReused
from esmero.flow.outgoing_forward import LOOK_BACK
from esmero.flow.reply import visible
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, NotFound
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

FORWARDABLE = (MessageReceived, MessageSent, ReplyQueued, ForwardAnswered)


class Forwarding(Addressed, frozen=True, kw_only=True):
    """What an agent wants to pass on. `text` is their own words above it; there may be none.

    Attributes:
        message: the event that is passed on; None for all that was said with the customer.
        answers: the event of an answer to an earlier forward; then this answers it, and passes nothing on.
        taken_ids: files of what is passed on that go with it.
        inbox_id: the inbox that it leaves from, if not the conversation's own.
    """

    conversation_id: int
    message: int | None = None
    answers: int | None = None
    taken_ids: tuple[int, ...] = ()
    inbox_id: int | None = None


class CantForward(BadInput):
    """This channel's messages go to nobody but the customer."""

    code = "cant_forward"
    title = "Nothing can be forwarded from this inbox."


class _Origin(Struct, frozen=True):
    """What is passed on, or answered: one event and the files that can go with it."""

    message_seq: int | None
    answers_seq: int | None
    files: tuple[File, ...]
    subject: str


class Forward:
    """Keeps what agents pass on, for `flow/deliver.py` to send."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        abilities: Mapping[str, Abilities],
        *,
        addressing: Mapping[str, Addressing],
        most_files: int,
    ) -> None:
        self._database = database
        self._clock = clock
        self._abilities = abilities
        self._addressing = addressing
        self._most_files = most_files

    async def __call__(self, forwarding: Forwarding, *, agent: AgentView) -> Accepted:
        """Keep one forward; when this returns it is on disk, and leaves.

        Raises:
            NotFound: there is no such conversation, message or inbox that this agent may see.
            CantForward: the inbox's channel knows no recipients.
            BadRecipient: it goes to nobody, or to what is no address.
            EsmeroError: storage can't be reached; nothing was kept.
        """
        forwarding = tidied(
            forwarding,
            most_files=self._most_files,
            more_files=len(forwarding.taken_ids),
            may_be_empty=forwarding.answers is None,
        )
        at = self._clock.now()
        return await self._database.write(lambda tx: self._keep(tx, forwarding, agent, at), urgent=True)

    def _keep(self, tx: Transaction, forwarding: Forwarding, agent: AgentView, at: int) -> Accepted:
        before = once.kept_as(tx, forwarding.client_id, agent)
        if before is not None:
            _check_is_same(before, forwarding)
            return Accepted(before, again=True)
        state = visible(tx, forwarding.conversation_id, agent)
        inbox = self._inbox(tx, state, forwarding, agent)
        origin = _origin(tx, state, forwarding)
        content = self._content(tx, origin, forwarding, agent)
        change = Change(tx, state, at=at)
        queued = ForwardQueued(
            client_id=forwarding.client_id,
            channel=inbox.channel,
            inbox_id=inbox.id,
            sender=forwarding.sender,
            message_seq=origin.message_seq,
            answers_seq=origin.answers_seq,
        )
        event = change.tell(queued, actor=agent.actor, content=content)
        once.keep_as(tx, forwarding.client_id, agent, event)
        files.take(tx, content.files, owner=str(agent.actor), conversation_id=state.id)
        marks.read(tx, agent_id=agent.id, conversation_id=state.id, upto=event.seq)
        log.enqueue(tx, event, inbox_id=inbox.id, channel=inbox.channel, due_at=event.at)
        change.save()
        return Accepted(event)

    def _inbox(self, session: Session, state: Conversation, forwarding: Forwarding, agent: AgentView) -> Inbox:
        inbox = visible_inbox(session, forwarding.inbox_id or state.inbox_id, agent)
        abilities = self._abilities.get(inbox.channel)
        if abilities is None or not abilities.recipients:
            raise CantForward(fields={"inbox": "has no recipients"})
        check_leaves(forwarding, inbox, self._addressing)
        return inbox

    def _content(self, tx: Transaction, origin: _Origin, forwarding: Forwarding, agent: AgentView) -> Content:
        known = {file.id: file for file in origin.files}
        if not known.keys() >= set(forwarding.taken_ids):
            raise files.FileGone(fields={"take": "not of this message"})
        own = files.named(tx, forwarding.file_ids, owner=str(agent.actor))
        return Content(
            text=forwarding.text,
            subject=forwarding.subject or origin.subject,
            files=(*own, *(known[number] for number in dict.fromkeys(forwarding.taken_ids))),
            to=forwarding.to,
            cc=forwarding.cc,
            bcc=forwarding.bcc,
        )


def _check_is_same(before: Event, forwarding: Forwarding) -> None:
    if before.of != forwarding.conversation_id or not isinstance(before.fact, ForwardQueued):
        raise IdReused


def _origin(session: Session, state: Conversation, forwarding: Forwarding) -> _Origin:
    """Return what is passed on.

    Raises:
        NotFound: there is no such message, or it can't be passed on.
    """
    if forwarding.answers is not None:
        answered = _event(session, state, forwarding.answers)
        if not isinstance(answered.fact, ForwardAnswered):
            raise NotFound("There is no such answer.")
        return _Origin(None, answered.seq, (), answered.content.subject if answered.content else "")
    if forwarding.message is not None:
        passed_on = _event(session, state, forwarding.message)
        content = passed_on.content
        if content is None or not isinstance(passed_on.fact, FORWARDABLE):
            raise NotFound("There is no such message.")
        return _Origin(passed_on.seq, None, content.files, _forwarded(content.subject or state.subject))
    said = log.stream_before(session, "conversation", state.id, None, limit=LOOK_BACK, public=True)
    attached = tuple(file for event in said if event.content for file in event.content.files)
    return _Origin(None, None, attached, _forwarded(state.subject))


def _event(session: Session, state: Conversation, event_id: int) -> Event:
    found = log.one(session, event_id)
    if found is None or (found.stream, found.of) != ("conversation", state.id):
        raise NotFound("There is no such message.")
    return found


def _forwarded(subject: str | None) -> str:
    return f"Fwd: {subject}" if subject else ""
