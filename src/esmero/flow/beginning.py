"""An agent writes first: the customer is found or made, a conversation opened, and the message queued, at once."""

from __future__ import annotations

from collections.abc import Mapping

from esmero.contract.abilities import Abilities
from esmero.contract.events import Content, Event
from esmero.contract.facts import ConversationAssigned, ConversationOpened, ConversationPended, ReplyQueued
from esmero.contract.messages import Accepted
from esmero.desk import checks, files, log, marks
from esmero.desk.access import AgentView
from esmero.desk.conversations.change import Change
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.inboxes import Inbox
from esmero.flow import once, people
from esmero.flow.addressed import Addressed, check_leaves, tidied, visible_inbox
from esmero.flow.addressing import Addressing, own_addresses
from esmero.flow.once import IdReused
from esmero.flow.reply import CustomerBlocked, NoFilesHere
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, BadRecipient, NotFound, TooLong
from esmero.store.database import Database
from esmero.store.session import Session, Transaction


class Opening(Addressed, frozen=True, kw_only=True):
    """The first message of a conversation, from us.

    Of those in `to` the first is the customer; whoever else is named in `to` or `cc` takes part.

    Attributes:
        customer_id: whose address it is, if nobody has it yet; None makes somebody new.
    """

    inbox_id: int
    customer_id: int | None = None


class CantBegin(BadInput):
    """In this channel the customer writes first."""

    code = "cant_begin"
    title = "In this inbox only the customer can begin."


class Begin:
    """Opens conversations for agents."""

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

    def senders(self, inbox: Inbox) -> tuple[str, ...]:
        """Return the addresses that an inbox sends from, its own first."""
        return own_addresses(self._addressing, inbox.channel, inbox.settings)

    def abilities(self, kind: str) -> Abilities:
        """Return what a kind of channel can do; nothing, if this desk has none of it."""
        return self._abilities.get(kind, Abilities())

    async def __call__(self, opening: Opening, *, agent: AgentView) -> Accepted:
        """Keep the first message of a conversation; when this returns it is on disk, and leaves.

        Raises:
            NotFound: there is no such inbox or customer that this agent may see.
            CantBegin: in this channel the customer writes first.
            BadRecipient: it goes to nobody, or to what is no address.
            CustomerBlocked: they are to be unblocked first.
            EsmeroError: storage can't be reached; nothing was kept.
        """
        opening = tidied(opening, most_files=self._most_files)
        at = self._clock.now()
        return await self._database.write(lambda tx: self._keep(tx, opening, agent, at), urgent=True)

    def _keep(self, tx: Transaction, opening: Opening, agent: AgentView, at: int) -> Accepted:
        before = once.kept_as(tx, opening.client_id, agent)
        if before is not None:
            _check_is_same(tx, before)
            return Accepted(before, again=True)
        inbox = self._inbox(tx, opening, agent)
        customer_id, identity_id = _customer(tx, opening, inbox, agent, at)
        opened = ConversationOpened(
            inbox_id=inbox.id, customer_id=customer_id, identity_id=identity_id, channel=inbox.channel
        )
        change = Change.open(tx, opened, actor=agent.actor, at=at)
        event = self._say(tx, change, opening, inbox, agent)
        once.keep_as(tx, opening.client_id, agent, event)
        marks.read(tx, agent_id=agent.id, conversation_id=event.of, upto=event.seq)
        change.save()
        return Accepted(event)

    def _inbox(self, session: Session, opening: Opening, agent: AgentView) -> Inbox:
        inbox = visible_inbox(session, opening.inbox_id, agent)
        abilities = self.abilities(inbox.channel)
        if not abilities.writes_first:
            raise CantBegin(fields={"inbox": "the customer begins"})
        if len(opening.text) > abilities.max_length:
            raise TooLong(f"This channel takes {abilities.max_length} characters.", longest=abilities.max_length)
        if opening.file_ids and not abilities.attachments:
            raise NoFilesHere
        check_leaves(opening, inbox, self._addressing)
        if opening.to[0].address in self.senders(inbox):
            raise BadRecipient("This is the inbox's own address.", fields={"to": "our own"})
        return inbox

    def _say(self, tx: Transaction, change: Change, opening: Opening, inbox: Inbox, agent: AgentView) -> Event:
        others = [one for one in (*opening.to[1:], *opening.cc) if one.address not in self.senders(inbox)]
        people.let_join(tx, change, others, channel=inbox.channel, scope=0, actor=agent.actor, at=change.at)
        if agent.id:
            change.tell(ConversationAssigned(agent_id=agent.id), actor=agent.actor)
        content = Content(
            text=opening.text,
            subject=opening.subject,
            files=files.named(tx, opening.file_ids, owner=str(agent.actor)),
            to=opening.to if len(opening.to) > 1 else (),
            cc=opening.cc,
            bcc=opening.bcc,
        )
        files.take(tx, content.files, owner=str(agent.actor), conversation_id=change.state.id)
        queued = ReplyQueued(
            client_id=opening.client_id,
            channel=inbox.channel,
            identity_id=change.state.identity_id,
            sender=opening.sender,
        )
        event = change.tell(queued, actor=agent.actor, content=content)
        log.enqueue(tx, event, inbox_id=inbox.id, channel=inbox.channel, due_at=event.at)
        change.tell(ConversationPended(), actor=agent.actor)
        return event


def _check_is_same(session: Session, before: Event) -> None:
    """Refuse an id that was used for something else than a beginning: what begins is told at the same moment."""
    first = log.one_of_stream(session, "conversation", before.of, 1)
    is_first = first is not None and (first.actor, first.at) == (before.actor, before.at)
    if not is_first or not isinstance(before.fact, ReplyQueued):
        raise IdReused


def _customer(tx: Transaction, opening: Opening, inbox: Inbox, agent: AgentView, at: int) -> tuple[int, int]:
    """Return who is written to, and by which address; made now if nobody has it.

    Raises:
        CustomerBlocked: they are to be unblocked first.
    """
    first = opening.to[0]
    known = customers.by_address(tx, channel=inbox.channel, inbox_id=0, address=first.address)
    if known is None and opening.customer_id is not None:
        return _with_address(tx, opening.customer_id, first.address, inbox, agent, at)
    found = people.find_or_make(tx, first, channel=inbox.channel, scope=0, at=at)
    customer = customers.find_many(tx, [found[0]]).get(found[0])
    if customer is not None and customer.blocked_at is not None:
        raise CustomerBlocked
    return found


def _with_address(
    tx: Transaction, customer_id: int, address: str, inbox: Inbox, agent: AgentView, at: int
) -> tuple[int, int]:
    """Give a customer whom the agent sees an address that nobody has; nobody vouches for it."""
    customer = customers.find(tx, customer_id)
    if customer is None or not checks.has_conversation_in(tx, customer_id, agent.inbox_ids):
        raise NotFound("There is no such customer.")
    if customer.blocked_at is not None:
        raise CustomerBlocked
    change = CustomerChange(tx, customer, at=at)
    identity = change.add_identity(
        channel=inbox.channel, inbox_id=0, address=address, verified=False, actor=agent.actor
    )
    return change.save().id, identity.id
