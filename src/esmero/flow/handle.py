"""What agents do with a conversation or a customer besides writing: assign, snooze, close, label, block.

Each is one transaction: look, check, tell the log, save. Doing what is done already changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from esmero.contract import facts
from esmero.contract.events import Content
from esmero.contract.facts import Fact, Priority
from esmero.desk import checks, marks, timers
from esmero.desk.access import AgentView
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.customers.state import FIELDS, Customer
from esmero.flow.reply import check_not_left, check_seen, visible
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, Conflict, NotFound
from esmero.kit.text import clean_name, clean_text
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

SNOOZE = "snooze"
"""The timer that wakes a conversation."""


class OpenElsewhere(Conflict):
    """A customer has one open conversation in a live channel, and it is another: `conversation`, if one may see it."""

    code = "open_elsewhere"
    title = "This customer has another conversation open in this chat."


class Handle:
    """Everything that an agent does with conversations and customers short of writing to them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def assign(
        self, conversation_id: int, agent_id: int | None, team_id: int | None, *, by: AgentView
    ) -> Conversation:
        """Give a conversation to an agent and a team, or to nobody.

        Raises:
            NotFound: there is no such conversation.
            BadInput: that agent can't see its inbox, or there is no such team.
        """

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if (state.assignee_id, state.team_id) == (agent_id, team_id):
                return ()
            if agent_id is not None and not checks.may_take(tx, agent_id, state.inbox_id):
                raise BadInput("This colleague does not see that inbox.", fields={"agent": "no access"})
            if team_id is not None and not checks.is_team(tx, team_id):
                raise BadInput("There is no such team.", fields={"team": "unknown"})
            return (facts.ConversationAssigned(agent_id=agent_id, team_id=team_id),)

        return await self._change(conversation_id, by, step)

    async def pend(self, conversation_id: int, *, by: AgentView, seen: int | None = None) -> Conversation:
        """Say that it is the customer's turn.

        Raises:
            NewerMessage: the customer wrote again since `seen`; None doesn't look.
            OpenElsewhere: it was closed, and the customer has another one open.
        """

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if state.status == "pending":
                return ()
            check_seen(state, seen)
            return (*_taken_up(tx, state, by), facts.ConversationPended())

        return await self._change(conversation_id, by, step)

    async def snooze(self, conversation_id: int, until: int, *, by: AgentView, seen: int | None = None) -> Conversation:
        """Put a conversation away until a time, or until the customer writes.

        Raises:
            BadInput: that time has passed, or lies more than ten years away.
            NewerMessage, OpenElsewhere: as `pend`.
        """
        now = self._clock.now()
        if not now < until < now + 10 * 366 * 24 * 3_600_000:
            raise BadInput("Choose a time that is still to come.", fields={"until": "not in the future"})

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            check_seen(state, seen)
            taken_up = _taken_up(tx, state, by)
            timers.put(tx, name=SNOOZE, subject_id=state.id, due_at=until)
            return (*taken_up, facts.ConversationSnoozed(until=until)) if state.snoozed_until != until else ()

        return await self._change(conversation_id, by, step)

    async def close(self, conversation_id: int, *, by: AgentView, seen: int | None = None) -> Conversation:
        """Say that the matter is settled.

        Raises:
            NewerMessage: the customer wrote again since `seen`; None doesn't look.
        """

        def step(_tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if state.status == "closed":
                return ()
            check_seen(state, seen)
            return (facts.ConversationClosed(),)

        return await self._change(conversation_id, by, step)

    async def reopen(self, conversation_id: int, *, by: AgentView) -> Conversation:
        """Take a matter up again, whether it was closed, snoozed or pending.

        Raises:
            OpenElsewhere: the customer has begun another conversation in this channel since.
        """

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if state.status in ("pending", "snoozed"):
                return (facts.ConversationReopened(),)
            return _taken_up(tx, state, by)

        return await self._change(conversation_id, by, step)

    async def junk(self, conversation_id: int, *, by: AgentView) -> Conversation:
        """Put away what nobody asked for. It stays, in a folder of its own."""

        def step(_tx: Transaction, state: Conversation) -> Sequence[Fact]:
            return () if state.junk else (facts.ConversationJunked(),)

        return await self._change(conversation_id, by, step)

    async def clear(self, conversation_id: int, *, by: AgentView) -> Conversation:
        """Take back that nobody asked for it: it is open, and its customer waits.

        Raises:
            OpenElsewhere: as `reopen`.
        """

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if not state.junk:
                return ()
            _taken_up(tx, state, by)
            return (facts.ConversationCleared(),)

        return await self._change(conversation_id, by, step)

    async def move(self, conversation_id: int, inbox_id: int, *, by: AgentView) -> Conversation:
        """Move a conversation to another inbox of the same channel; who may see it changes with it.

        Raises:
            BadInput: the agent sees no such inbox, or it is of another channel.
        """

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            if state.inbox_id == inbox_id:
                return ()
            if not by.sees(inbox_id) or checks.channel_of(tx, inbox_id) != state.channel:
                raise BadInput("There is no such inbox of this channel.", fields={"inbox": "unknown"})
            return (facts.ConversationMoved(from_inbox_id=state.inbox_id, inbox_id=inbox_id),)

        return await self._change(conversation_id, by, step)

    async def edit(
        self,
        conversation_id: int,
        *,
        subject: str | None = None,
        priority: Priority | None = None,
        add: Collection[int] = (),
        remove: Collection[int] = (),
        by: AgentView,
    ) -> Conversation:
        """Change a subject (an empty one takes it away), how urgent a matter is, and its labels, all or none of it.

        Raises:
            BadInput: there is no such label.
        """
        title = None if subject is None else clean_name(subject, longest=200)

        def steps(tx: Transaction, state: Conversation) -> Iterator[tuple[Fact, Content | None]]:
            if title is not None and (state.subject or "") != title:
                yield facts.SubjectChanged(), Content(text=title)
            if priority is not None and state.priority != priority:
                yield facts.PriorityChanged(priority=priority), None
            labelled = _labelled(tx, state, add, remove)
            if labelled is not None:
                yield labelled, None

        at = self._clock.now()

        def unit(tx: Transaction) -> Conversation:
            change = Change(tx, visible(tx, conversation_id, by), at=at)
            for fact, content in list(steps(tx, change.state)):
                change.tell(fact, actor=by.actor, content=content)
            return change.save()

        return await self._database.write(unit)

    async def label(
        self, conversation_id: int, add: Collection[int], remove: Collection[int], *, by: AgentView
    ) -> Conversation:
        """Put labels on and take labels off; raises as `edit` does."""
        return await self.edit(conversation_id, add=add, remove=remove, by=by)

    async def prioritise(self, conversation_id: int, priority: Priority, *, by: AgentView) -> Conversation:
        """Say how urgent a matter is."""
        return await self.edit(conversation_id, priority=priority, by=by)

    async def retitle(self, conversation_id: int, subject: str, *, by: AgentView) -> Conversation:
        """Give a conversation a subject; an empty one takes it away."""
        return await self.edit(conversation_id, subject=subject, by=by)

    async def read(self, conversation_id: int, upto: int, *, by: AgentView) -> Conversation:
        """Move the agent's own mark; the customer sees that somebody has read what they wrote."""

        def step(tx: Transaction, state: Conversation) -> Sequence[Fact]:
            seen = min(upto, state.seq)
            marks.read(tx, agent_id=by.id, conversation_id=state.id, upto=seen)
            newest = min(seen, state.customer_seq)
            return (facts.MessageRead(upto=newest),) if newest > state.seen_seq else ()

        return await self._change(conversation_id, by, step)

    async def unread(self, conversation_id: int, *, by: AgentView) -> None:
        """Make a conversation unread for this agent alone."""

        def unit(tx: Transaction) -> None:
            state = visible(tx, conversation_id, by)
            marks.unread(tx, agent_id=by.id, conversation_id=state.id)

        await self._database.write(unit)

    async def edit_customer(self, customer_id: int, fields: Mapping[str, str | None], *, by: AgentView) -> Customer:
        """Change what is known of a customer; None or an empty text removes it.

        Raises:
            NotFound: there is no such customer that this agent may see.
            BadInput: an unknown field or form of address.
        """
        if not set(fields) <= set(FIELDS):
            raise BadInput("Unknown field.", fields=dict.fromkeys(set(fields) - set(FIELDS), "unknown"))
        if fields.get("address") not in (None, "", "formal", "familiar"):
            raise BadInput("`address` is formal or familiar.", fields={"address": "formal or familiar"})
        clean = {name: _clean_field(name, value or "") for name, value in fields.items()}

        def step(state: Customer) -> tuple[Fact, Content] | None:
            changed = {name: value for name, value in clean.items() if (getattr(state, name) or "") != value}
            return (facts.CustomerEdited(), Content(fields=changed)) if changed else None

        return await self._change_customer(customer_id, by, step)

    async def block(self, customer_id: int, *, by: AgentView) -> Customer:
        """Take no more messages from this customer."""
        by.check_may("block_customers")
        return await self._change_customer(
            customer_id, by, lambda state: None if state.blocked_at else (facts.CustomerBlocked(), None)
        )

    async def unblock(self, customer_id: int, *, by: AgentView) -> Customer:
        """Take messages again."""
        by.check_may("block_customers")
        return await self._change_customer(
            customer_id, by, lambda state: (facts.CustomerUnblocked(), None) if state.blocked_at else None
        )

    async def _change(
        self,
        conversation_id: int,
        by: AgentView,
        step: Callable[[Transaction, Conversation], Sequence[Fact]],
    ) -> Conversation:
        at = self._clock.now()

        def unit(tx: Transaction) -> Conversation:
            change = Change(tx, visible(tx, conversation_id, by), at=at)
            for fact in step(tx, change.state):
                change.tell(fact, actor=by.actor)
            return change.save()

        return await self._database.write(unit)

    async def _change_customer(
        self, customer_id: int, by: AgentView, step: Callable[[Customer], tuple[Fact, Content | None] | None]
    ) -> Customer:
        at = self._clock.now()

        def unit(tx: Transaction) -> Customer:
            change = CustomerChange(tx, visible_customer(tx, customer_id, by), at=at)
            told = step(change.state)
            if told is not None:
                change.tell(told[0], actor=by.actor, content=told[1])
            return change.save()

        return await self._database.write(unit)


def _taken_up(tx: Transaction, state: Conversation, by: AgentView) -> Sequence[Fact]:
    """What has to happen first to whatever is to stand in another state than closed.

    Raises:
        OpenElsewhere: the customer can follow one conversation at a time here, and goes on in another.
        MovedOn: they have signed in since, and no longer see this one.
    """
    if state.status != "closed":
        return ()
    check_not_left(tx, state)
    current = rows.current_of_identity(tx, state.identity_id) if state.live else None
    if current is not None and current.status != "closed":
        if by.sees(current.inbox_id):
            raise OpenElsewhere(conversation=current.id)
        raise OpenElsewhere
    return (facts.ConversationReopened(),)


def _labelled(
    tx: Transaction, state: Conversation, add: Collection[int], remove: Collection[int]
) -> facts.ConversationLabelled | None:
    if not checks.are_labels(tx, add):
        raise BadInput("There is no such label.", fields={"add_labels": "unknown"})
    added = tuple(sorted(set(add) - set(state.labels)))
    removed = tuple(sorted((set(remove) - set(add)) & set(state.labels)))
    return facts.ConversationLabelled(added=added, removed=removed) if added or removed else None


def visible_customer(session: Session, customer_id: int, agent: AgentView) -> Customer:
    """Return a customer who has a conversation in an inbox that this agent sees.

    Raises:
        NotFound: there is none.
    """
    state = customers.find(session, customer_id)
    if state is None or not checks.has_conversation_in(session, customer_id, agent.inbox_ids):
        raise NotFound("There is no such customer.")
    return state


def _clean_field(name: str, value: str) -> str:
    return clean_text(value)[:5_000] if name == "about" else clean_name(value, longest=200)
