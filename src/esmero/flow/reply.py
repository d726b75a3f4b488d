"""An agent answers: the checks, then one transaction that keeps the reply and sends it on its way.

In a channel that the customer follows live the commit is the delivery. Elsewhere the reply is queued for
`flow/deliver.py`, and can be recalled until a worker has it in hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from esmero.contract.abilities import Abilities
from esmero.contract.events import Content, Event, File, Person
from esmero.contract.facts import (
    ConversationAssigned,
    ConversationClosed,
    MessageRead,
    MessageSent,
    NoteAdded,
    ReplyQueued,
    ReplyRecalled,
)
from esmero.contract.messages import Accepted
from esmero.desk import drafts, files, inboxes, log, marks, outbox
from esmero.desk.access import AgentView
from esmero.desk.conversations import participants, rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.flow import copies, once, people, replacing
from esmero.flow.addressing import NO_ADDRESSING, Addressing, check_addressing, lowered, own_addresses
from esmero.flow.once import IdReused, check_client_id
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, Conflict, NewerMessage, NotFound, TooLong
from esmero.kit.text import clean_text
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

LONGEST = 50_000
"""Characters in a note, or in a reply where the channel takes more."""


class Draft(Struct, frozen=True, kw_only=True):
    """What an agent wants to say.

    Attributes:
        client_id: made by the client; the same again is the same reply.
        seen: seq of the customer's last message on the agent's screen; None for programs that don't look.
        close: close the conversation with it.
        to: who gets it, if not the conversation's customer; cc: None for those who take part; bcc: seen by nobody else.
            They are for channels whose messages have recipients.
        sender: the address of ours that it leaves from, if not the inbox's own.
        replaces: the event of a reply that did not arrive, which this one is written in place of.
    """

    conversation_id: int
    client_id: str
    kind: Literal["reply", "note"]
    text: str
    file_ids: tuple[int, ...] = ()
    seen: int | None = None
    close: bool = False
    to: tuple[Person, ...] = ()
    cc: tuple[Person, ...] | None = None
    bcc: tuple[Person, ...] = ()
    sender: str = ""
    replaces: int | None = None


class CustomerBlocked(Conflict):
    code = "customer_blocked"
    title = "This customer is blocked. Unblock them to answer."


class MovedOn(Conflict):
    """The customer follows another conversation by now, and would never see the reply; `conversation` says which."""

    code = "moved_on"
    title = "The customer goes on in another conversation."


class OnItsWay(Conflict):
    code = "on_its_way"
    title = "This reply is already on its way."


class NoFilesHere(BadInput):
    code = "no_files_here"
    title = "This channel takes no files."


Stage = Callable[[Draft], Draft]
"""One look at a reply or note before it is kept. It may change it, or refuse it by raising an `EsmeroError`."""


def check_form(draft: Draft) -> Draft:
    """Refuse what no client of ours sends."""
    check_client_id(draft.client_id)
    check_length(draft.text)
    return draft


def check_length(text: str) -> None:
    """Refuse what is longer than anything that an agent writes.

    Raises:
        TooLong: it is.
    """
    if len(text) > LONGEST:
        raise TooLong(f"At most {LONGEST} characters; this has {len(text)}.", longest=LONGEST)


def tidy(draft: Draft) -> Draft:
    """Take out what no keyboard makes."""
    text = clean_text(draft.text)
    if not text.strip() and not draft.file_ids:
        raise BadInput("There is nothing to send.", fields={"text": "empty"})
    return replace(draft, text=text)


STAGES: tuple[Stage, ...] = (check_form, tidy)
"""What every reply and note passes, in this order."""


class Reply:
    """Keeps what agents say, and takes it back where it can."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        abilities: Mapping[str, Abilities],
        stages: Sequence[Stage] = STAGES,
        *,
        addressing: Mapping[str, Addressing] = NO_ADDRESSING,
    ) -> None:
        """Make the service. `addressing` has an entry for each channel whose messages have recipients."""
        self._database = database
        self._clock = clock
        self._abilities = abilities
        self._stages = stages
        self._addressing = addressing

    async def send(self, draft: Draft, *, agent: AgentView) -> Accepted:
        """Keep one reply or note; when this returns it is on disk, and in a live channel with the customer.

        Raises:
            NotFound: there is no such conversation that this agent may see.
            MovedOn: in a live channel, the customer goes on in another conversation.
            NewerMessage: the customer wrote again since `seen`.
            CustomerBlocked: they are to be unblocked first.
            NotAgain: what it is to replace has left after all.
            EsmeroError: storage can't be reached; nothing was kept.
        """
        for stage in self._stages:
            draft = stage(draft)
        at = self._clock.now()
        return await self._database.write(lambda tx: self._keep(tx, draft, agent, at), urgent=True)

    @property
    def longest(self) -> dict[str, int]:
        """How many characters a reply may have, by kind of channel."""
        return {kind: abilities.max_length for kind, abilities in self._abilities.items()}

    @property
    def addressed(self) -> list[str]:
        """The kinds of channels whose messages say whom they go to."""
        return [kind for kind, abilities in self._abilities.items() if abilities.recipients]

    async def recall(self, conversation_id: int, reply_seq: int, *, agent: AgentView) -> None:
        """Take back a reply that has not left.

        Raises:
            NotFound: there is no such reply that this agent may see.
            OnItsWay: it has left, or a worker has it in hand.
        """
        at = self._clock.now()
        await self._database.write(lambda tx: _recall(tx, conversation_id, reply_seq, agent, at), urgent=True)

    def _keep(self, tx: Transaction, draft: Draft, agent: AgentView, at: int) -> Accepted:
        before = once.kept_as(tx, draft.client_id, agent)
        if before is not None:
            _check_is_same(before, draft)
            return Accepted(before, again=True)
        state = visible(tx, draft.conversation_id, agent)
        change = Change(tx, state, at=at)
        replaced = replacing.replaced(tx, state.id, draft.replaces if draft.kind == "reply" else None)
        content = Content(text=draft.text, files=replacing.files_for(tx, draft.file_ids, agent, replaced))
        if draft.close:
            check_seen(state, draft.seen)
        if draft.kind == "note":
            event = change.tell(NoteAdded(client_id=draft.client_id), actor=agent.actor, content=content)
        else:
            event = self._say(tx, change, draft, agent, content)
            if replaced is not None:
                replacing.replace(tx, change, replaced, event, agent)
        once.keep_as(tx, draft.client_id, agent, event)
        files.take(tx, content.files, owner=str(agent.actor), conversation_id=state.id)
        drafts.drop(tx, agent_id=agent.id, conversation_id=state.id, kind=draft.kind)
        marks.read(tx, agent_id=agent.id, conversation_id=state.id, upto=event.seq)
        if draft.close and change.state.status != "closed":
            change.tell(ConversationClosed(), actor=agent.actor)
        change.save()
        return Accepted(event)

    def _say(self, tx: Transaction, change: Change, draft: Draft, agent: AgentView, content: Content) -> Event:
        abilities = self._abilities[change.state.reach_channel]
        _check_is_followed(tx, change.state, agent)
        _check_may_say(tx, change.state, draft, abilities, content.files)
        self._address(tx, change, draft, agent)
        if change.state.assignee_id is None and agent.id:
            taken = ConversationAssigned(agent_id=agent.id, team_id=change.state.team_id)
            change.tell(taken, actor=agent.actor)
        if change.state.seen_seq < change.state.customer_seq:
            change.tell(MessageRead(upto=change.state.customer_seq), actor=agent.actor)
        if abilities.live:
            said = MessageSent(client_id=draft.client_id, agent_id=agent.id)
            event = change.tell(said, actor=agent.actor, content=content)
            copies.watch(tx, change.state, at=event.at)
            return event
        queued = ReplyQueued(
            client_id=draft.client_id,
            channel=change.state.reach_channel,
            identity_id=change.state.reach_identity_id,
            sender=draft.sender,
        )
        content = replace(content, to=draft.to, cc=_in_copy(tx, change.state, draft), bcc=draft.bcc)
        event = change.tell(queued, actor=agent.actor, content=content)
        send(tx, change.state, event)
        return event

    def _address(self, tx: Transaction, change: Change, draft: Draft, agent: AgentView) -> None:
        """Refuse recipients that the channel can't reach. Whoever the others can see takes part from now on.

        Raises:
            BadRecipient: it has none at all, or one of them is no address.
            BadSender: the inbox does not send from this one.
        """
        seen = (*draft.to, *(draft.cc or ()))
        if not seen and not draft.bcc and not draft.sender:
            return
        channel = change.state.reach_channel
        inbox = inboxes.in_use(tx, change.state.leaves_from)
        check_addressing(self._addressing, channel, inbox.settings, (*seen, *draft.bcc), draft.sender)
        ours = own_addresses(self._addressing, channel, inbox.settings)
        fresh = [person for person in lowered(seen) if person.address not in ours]
        people.let_join(tx, change, fresh, channel=channel, scope=0, actor=agent.actor, at=change.at)


def _in_copy(session: Session, state: Conversation, draft: Draft) -> tuple[Person, ...]:
    """Return who is in copy: those whom the agent named, else those who take part in this channel."""
    if draft.cc is not None:
        return draft.cc
    written_to = {person.address.lower() for person in draft.to}
    taking_part = (one for one in participants.of(session, state.id) if one.channel == state.reach_channel)
    return tuple(Person(one.address, one.name) for one in taking_part if one.address not in written_to)


def send(tx: Transaction, state: Conversation, queued: Event) -> None:
    """Put a queued reply into the outbox of the channel by which its customer is reached now."""
    log.enqueue(tx, queued, inbox_id=state.leaves_from, channel=state.reach_channel, due_at=queued.at)


def visible(session: Session, conversation_id: int, agent: AgentView) -> Conversation:
    """Return a conversation that this agent may see.

    Raises:
        NotFound: there is none; whether there is one that they may not see is not told.
    """
    state = rows.find(session, conversation_id)
    if state is None or not agent.sees(state.inbox_id):
        raise NotFound("There is no such conversation.")
    return state


def _check_is_same(before: Event, draft: Draft) -> None:
    was_note = isinstance(before.fact, NoteAdded)
    if before.of != draft.conversation_id or was_note != (draft.kind == "note"):
        raise IdReused


def check_seen(state: Conversation, seen: int | None) -> None:
    """Refuse what was decided without the customer's newest message; None is for programs that don't look.

    Raises:
        NewerMessage: they wrote again since `seen`.
    """
    if seen is not None and seen < state.customer_seq:
        raise NewerMessage("The customer has written again since you began.", seq=state.customer_seq)


def check_not_left(tx: Transaction, state: Conversation) -> None:
    """Refuse to go on in what was over when its customer signed in: what they said before is not shown to them.

    Raises:
        MovedOn: it is so.
    """
    if state.live and customers.is_left(tx, state.identity_id):
        raise MovedOn("The customer has signed in since, and no longer sees this conversation.")


def _check_is_followed(tx: Transaction, state: Conversation, agent: AgentView) -> None:
    """Refuse a reply that no page of the customer would show: there, one that isn't closed goes before all others."""
    if not state.live or state.status != "closed" or state.reach_identity_id != state.identity_id:
        return
    check_not_left(tx, state)
    current = rows.current_of_identity(tx, state.identity_id)
    if current is None or current.id == state.id:
        return
    if agent.sees(current.inbox_id):
        raise MovedOn(f"The customer is in conversation {current.id} now.", conversation=current.id)
    raise MovedOn("The customer is in a conversation of another inbox now.")


def _check_may_say(
    tx: Transaction, state: Conversation, draft: Draft, abilities: Abilities, attached: tuple[File, ...]
) -> None:
    check_seen(state, draft.seen)
    customer = customers.find_many(tx, [state.customer_id]).get(state.customer_id)
    if customer is not None and customer.blocked_at is not None:
        raise CustomerBlocked
    if len(draft.text) > abilities.max_length:
        raise TooLong(f"This channel takes {abilities.max_length} characters.", longest=abilities.max_length)
    if attached and not abilities.attachments:
        raise NoFilesHere


def _recall(tx: Transaction, conversation_id: int, reply_seq: int, agent: AgentView, at: int) -> None:
    state = visible(tx, conversation_id, agent)
    outcome = outbox.recall(tx, conversation_id=conversation_id, reply_seq=reply_seq)
    if outcome == "missing":
        raise NotFound("There is no such reply waiting to leave.")
    if outcome == "gone":
        raise OnItsWay
    change = Change(tx, state, at=at)
    change.tell(ReplyRecalled(reply_seq=reply_seq), actor=agent.actor)
    change.save()
