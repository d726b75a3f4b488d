"""What a customer does in a live channel besides writing: arrive, read, leave a way to answer, be recognised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from esmero.contract.events import DESK, Actor, Content, Event
from esmero.contract.facts import (
    ConversationClosed,
    ConversationRecognised,
    ConversationReopened,
    CustomerContacted,
    CustomerEdited,
    IdentityLeft,
    MessageDelivered,
    MessageRead,
    MessageReceived,
    MessageSent,
)
from esmero.contract.messages import Accepted, Sender, key_of
from esmero.desk import checks, files, log
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.customers.state import Customer, Identity
from esmero.flow import copies
from esmero.flow.threads import Blocked
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, NotFound
from esmero.kit.text import clean_name
from esmero.store.database import Database
from esmero.store.session import Session, Transaction

SNAPSHOT = 100
"""Events that a browser is given at first; older ones it asks for."""
CARRIED = 500
"""Events of a conversation, the last ones, out of which messages are carried over into another."""


class Arrival(Struct, frozen=True, kw_only=True):
    """What a customer comes back to.

    Attributes:
        customer, conversation: None for somebody who never wrote.
        events: public ones, oldest first; after the position asked for, or the last ones.
        more: older ones exist.
        far_behind: more came since than are handed over; the browser is to begin anew.
    """

    customer: Customer | None = None
    conversation: Conversation | None = None
    events: list[Event] = []
    more: bool = False
    far_behind: bool = False


class Attend:
    """The customer's side of a live conversation."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def arrive(self, *, channel: str, inbox_id: int, address: str, after: int | None) -> Arrival:
        """Return where this customer left off."""
        return await self._database.read(lambda session: _arrival(session, channel, inbox_id, address, after))

    async def arrive_at(self, conversation_id: int, *, after: int | None) -> Arrival:
        """Return one conversation to whoever has the link to its page.

        Raises:
            NotFound: there is none.
        """
        return await self._database.read(lambda session: _at_page(session, conversation_id, after))

    async def history(self, conversation_id: int, before: int) -> tuple[list[Event], bool]:
        """Return older public events of a conversation, and whether there are more still."""
        return await self._database.read(lambda session: _last_public(session, conversation_id, before))

    async def mark(self, conversation_id: int, *, delivered: int, read: int) -> None:
        """Note what has arrived and what was read; marks only move forward, and never past what was said.

        Raises:
            Blocked: the desk takes nothing from them any more.
        """
        at = self._clock.now()

        def unit(tx: Transaction) -> None:
            state = _existing(tx, conversation_id)
            _check_not_blocked(tx, state)
            change = Change(tx, state, at=at)
            who = Actor("customer", state.customer_id)
            read_upto, delivered_upto = min(read, state.agent_seq), min(max(read, delivered), state.agent_seq)
            if read_upto > state.read_seq:
                change.tell(MessageRead(upto=read_upto), actor=who)
            elif delivered_upto > state.delivered_seq:
                change.tell(MessageDelivered(upto=delivered_upto), actor=who)
            change.save()

        await self._database.write(unit)

    async def leave_contact(
        self, conversation_id: int, client_id: str, given: Mapping[str, str], *, by_link: bool = False
    ) -> Accepted:
        """Keep a way to answer that the customer gave. What the shop vouched for is not overwritten by it.

        Args:
            by_link: they came by the link to the conversation's page, which may have been passed on: then it overwrites
                nothing that is known of the customer, whose other conversations are answered by it.

        Raises:
            BadInput: neither a mail address nor a number, or not of their form.
            Blocked: the desk takes nothing from them any more.
        """
        fields = _check_contact(given)
        at = self._clock.now()

        def unit(tx: Transaction) -> Accepted:
            state = _existing(tx, conversation_id)
            _check_not_blocked(tx, state)
            # Neither a move nor signing in makes another one of it when it comes again.
            key = f"contact:{state.id}:{client_id}"
            before = log.claimed(tx, inbox_id=0, key=key)
            if before is not None:
                return Accepted(before, again=True)
            who = Actor("customer", state.customer_id)
            change = Change(tx, state, at=at)
            event = change.tell(CustomerContacted(client_id=client_id), actor=who, content=Content(fields=fields))
            log.claim(tx, inbox_id=0, key=key, event=event)
            _fill_in(tx, state.customer_id, fields, who, at, only_empty=by_link)
            if copies.unread(tx, change.state):
                copies.watch(tx, change.state, at=at)
            change.save()
            return Accepted(event)

        return await self._database.write(unit, urgent=True)

    async def recognise(self, *, channel: str, inbox_id: int, anonymous: str | None, sender: Sender) -> None:
        """Join what was said before signing in to the customer whom the shop has vouched for.

        Signing in ends the anonymous address: whoever comes with it later, at the same browser, is somebody new.
        """
        at = self._clock.now()

        def unit(tx: Transaction) -> None:
            before = None if anonymous is None else _customer_at(tx, channel, inbox_id, anonymous)
            known = customers.by_address(tx, channel=channel, inbox_id=inbox_id, address=sender.address)
            if known is None and before is not None and before[0].known:
                before = None  # it was another shop customer's browser: begin anew
            if known is None and before is not None:
                known = before[0].id, _vouch(tx, before[0], channel, inbox_id, sender, at)
            elif known is not None:
                _update_known(tx, known[0], sender, at)
            if known is not None and before is not None:
                said = _hand_over(tx, before[1], customer_id=known[0], identity_id=known[1].id, at=at)
                _claim(tx, said, inbox_id, sender.address)
                _leave(tx, before[0].id, inbox_id, anonymous or "", sender.address, at)

        await self._database.write(unit)


def _arrival(session: Session, channel: str, inbox_id: int, address: str, after: int | None) -> Arrival:
    found = customers.by_address(session, channel=channel, inbox_id=inbox_id, address=address)
    if found is None:
        return Arrival()
    customer = customers.find(session, found[0])
    conversation = rows.current_of_identity(session, found[1].id)
    if conversation is None:
        return Arrival(customer=customer)
    return _left_off(session, customer, conversation, after)


def _at_page(session: Session, conversation_id: int, after: int | None) -> Arrival:
    state = _existing(session, conversation_id)
    return _left_off(session, customers.find(session, state.customer_id), state, after)


def _left_off(session: Session, customer: Customer | None, conversation: Conversation, after: int | None) -> Arrival:
    if after is None:
        events, more = _last_public(session, conversation.id, None)
        return Arrival(customer=customer, conversation=conversation, events=events, more=more)
    missed = log.stream_since(session, "conversation", conversation.id, after, limit=2_001)
    public = [one for one in missed if one.public]
    # One that was reopened may be another than the browser showed so far: then it lacks what came before, too.
    reopened = any(isinstance(one.fact, ConversationReopened) for one in public)
    if len(missed) > 2_000 or (reopened and len(public) > SNAPSHOT):
        return Arrival(customer=customer, conversation=conversation, far_behind=True)
    events = _last_public(session, conversation.id, None)[0] if reopened else public
    return Arrival(customer=customer, conversation=conversation, events=events)


def _last_public(session: Session, conversation_id: int, before: int | None) -> tuple[list[Event], bool]:
    events = log.stream_before(session, "conversation", conversation_id, before, limit=SNAPSHOT + 1, public=True)
    return events[-SNAPSHOT:], len(events) > SNAPSHOT


def _existing(session: Session, conversation_id: int) -> Conversation:
    state = rows.find(session, conversation_id)
    if state is None:
        raise NotFound("There is no such conversation.")
    return state


def _check_not_blocked(session: Session, state: Conversation) -> None:
    customer = customers.find_many(session, [state.customer_id]).get(state.customer_id)
    if customer is not None and customer.blocked_at is not None:
        raise Blocked


def _check_contact(given: Mapping[str, str]) -> dict[str, str]:
    fields = {name: clean_name(value, longest=254) for name, value in given.items() if value.strip()}
    email, phone = fields.get("email"), fields.get("phone")
    if not email and not phone:
        raise BadInput("Leave a mail address or a phone number.", fields={"email": "empty", "phone": "empty"})
    if email and (email.count("@") != 1 or email.startswith("@") or "." not in email.partition("@")[2] or " " in email):
        raise BadInput("This is not a mail address.", fields={"email": "wrong form"})
    if phone and sum(character.isdigit() for character in phone) < 5:
        raise BadInput("This is not a phone number.", fields={"phone": "wrong form"})
    return fields


def _fill_in(
    tx: Transaction, customer_id: int, fields: dict[str, str], who: Actor, at: int, *, only_empty: bool
) -> None:
    customer = customers.find(tx, customer_id)
    if customer is None:
        return
    wanted = {
        name: value
        for name, value in fields.items()
        if getattr(customer, name) != value and not ((customer.known or only_empty) and getattr(customer, name))
    }
    if wanted:
        change = CustomerChange(tx, customer, at=at)
        change.tell(CustomerEdited(), actor=who, content=Content(fields=wanted))
        change.save()


def _customer_at(
    tx: Transaction, channel: str, inbox_id: int, address: str
) -> tuple[Customer, Conversation | None] | None:
    found = customers.by_address(tx, channel=channel, inbox_id=inbox_id, address=address)
    customer = customers.find(tx, found[0]) if found else None
    if found is None or customer is None:
        return None
    return customer, rows.current_of_identity(tx, found[1].id)


def _vouch(tx: Transaction, customer: Customer, channel: str, inbox_id: int, sender: Sender, at: int) -> Identity:
    """Give somebody who wrote the shop's id as an address: from now on they are a customer whom we know."""
    change = CustomerChange(tx, customer, at=at)
    identity = change.add_identity(
        channel=channel, inbox_id=inbox_id, address=sender.address, verified=True, actor=DESK
    )
    _tell_names(change, sender)
    change.save()
    return identity


def _leave(tx: Transaction, customer_id: int, inbox_id: int, anonymous: str, address: str, at: int) -> None:
    """Let the address of a browser lead nowhere any more, nor to the files that were sent from it."""
    customer = customers.find(tx, customer_id)
    assert customer is not None  # it was found in this transaction
    change = CustomerChange(tx, customer, at=at)
    for identity in customer.identities:
        if identity.inbox_id == inbox_id and identity.address == anonymous and identity.verified_at is None:
            change.tell(IdentityLeft(identity_id=identity.id), actor=DESK, inbox_id=inbox_id)
    change.save()
    files.pass_on(tx, inbox_id=inbox_id, before=anonymous, owner=address)


def _hand_over(
    tx: Transaction, state: Conversation | None, *, customer_id: int, identity_id: int, at: int
) -> Sequence[Event]:
    """Make an open conversation a known customer's, or let it go on in the one that they have open already.

    Returns what was said in it, as it is theirs now.
    """
    if state is None or state.status == "closed" or state.identity_id == identity_id:
        return ()
    said: Sequence[Event] = log.stream_before(tx, "conversation", state.id, None, limit=CARRIED, public=True)
    open_already = checks.open_live(tx, identity_id)
    if open_already is not None:
        said = _carry_over(tx, said, state.id, _existing(tx, open_already), at)
    change = Change(tx, state, at=at)
    recognised = ConversationRecognised(customer_id=customer_id, identity_id=identity_id, continued_in=open_already)
    change.tell(recognised, actor=DESK)
    if open_already is not None:
        change.tell(ConversationClosed(), actor=DESK)
    change.save()
    return said


def _carry_over(tx: Transaction, said: Sequence[Event], before: int, to: Conversation, at: int) -> list[Event]:
    """Say again what was said in one conversation, in order, in the one where it goes on."""
    change, carried = Change(tx, to, at=at), []
    for event in said:
        match event.fact:
            case MessageReceived(client_id=client_id):
                again = MessageReceived(identity_id=to.identity_id, client_id=client_id, carried_from=before)
                carried.append(change.tell(again, actor=Actor("customer", to.customer_id), content=event.content))
            case MessageSent(agent_id=agent_id):
                answer = MessageSent(agent_id=agent_id, carried_from=before)
                carried.append(change.tell(answer, actor=event.actor, content=event.content))
            case _:
                pass
    change.save()
    return carried


def _claim(tx: Transaction, said: Sequence[Event], inbox_id: int, address: str) -> None:
    """Know a message of the customer when it comes once more from their new address: its acknowledgement was lost."""
    for event in said:
        client_id = event.fact.client_id if isinstance(event.fact, MessageReceived) else None
        if client_id is None:
            continue
        key = key_of(address, client_id)
        if log.claimed(tx, inbox_id=inbox_id, key=key) is None:
            log.claim(tx, inbox_id=inbox_id, key=key, event=event)


def _update_known(tx: Transaction, customer_id: int, sender: Sender, at: int) -> None:
    customer = customers.find(tx, customer_id)
    if customer is not None:
        change = CustomerChange(tx, customer, at=at)
        _tell_names(change, sender)
        change.save()


def _tell_names(change: CustomerChange, sender: Sender) -> None:
    told = {"name": sender.name, "email": sender.email, "language": sender.language}
    changed = {name: value for name, value in told.items() if value and getattr(change.state, name) != value}
    if changed:
        change.tell(CustomerEdited(), actor=DESK, content=Content(fields=changed))
