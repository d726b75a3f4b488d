"""A message comes in: identity and thread, the stages that clean it, then one transaction that keeps it.

When `accept` returns, the message is on disk; when it raises, nothing of it is. The same key again is answered with
where the first one went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from esmero.contract.abilities import Abilities
from esmero.contract.events import DESK, Actor, Content
from esmero.contract.facts import ConversationOpened, CustomerCreated, MessageReceived
from esmero.contract.messages import Accepted, Inbound
from esmero.desk import files, log
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers.change import Change as CustomerChange
from esmero.flow import talks
from esmero.flow.talks import Arrival
from esmero.flow.together import Together
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, EsmeroError, TooLong
from esmero.kit.text import clean_name, clean_text
from esmero.store.database import Database
from esmero.store.session import Transaction

LONGEST = 10_000
"""Characters in one message."""

Stage = Callable[[Inbound], Inbound]
"""One look at a message before it is kept. It may change it, or refuse it by raising an `EsmeroError`."""


class Blocked(EsmeroError):
    """The desk no longer takes messages from this customer."""

    code = "blocked"
    status = 403
    title = "This conversation was ended by the other side."


def check_length(inbound: Inbound) -> Inbound:
    """Refuse what is longer than anybody writes, and what says nothing at all."""
    if len(inbound.text) > LONGEST:
        raise TooLong(f"A message has at most {LONGEST} characters; this one has {len(inbound.text)}.", longest=LONGEST)
    return inbound


def tidy(inbound: Inbound) -> Inbound:
    """Take out what no keyboard makes: control characters, direction overrides, foreign line ends."""
    text = clean_text(inbound.text)
    if not text.strip() and not inbound.files:
        raise BadInput("The message is empty.")
    return inbound if text == inbound.text else replace(inbound, text=text)


STAGES: tuple[Stage, ...] = (check_length, tidy)
"""What every message passes, in this order."""


class Intake:
    """Accepts messages from all channels; see the port `Accept` for what it promises."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        abilities: Mapping[str, Abilities],
        stages: Sequence[Stage] = STAGES,
    ) -> None:
        self._clock = clock
        self._abilities = abilities
        self._stages = stages
        self._keep = Together(database, keep_all)

    async def __call__(self, inbound: Inbound) -> Accepted:
        """Keep one message.

        Raises:
            EsmeroError: it was refused, or storage can't be reached; nothing was kept.
        """
        for stage in self._stages:
            inbound = stage(inbound)
        return await self._keep(Arrival(inbound, self._abilities[inbound.channel], self._clock.now()))


def keep_all(tx: Transaction, arrivals: Sequence[Arrival]) -> list[Accepted | Blocked]:
    """Keep messages that came at the same time: what goes on in running talks together, all else one by one."""
    kept = talks.keep(tx, arrivals) if len(arrivals) > 1 else {}
    return [kept.get(number) or _keep(tx, arrival) for number, arrival in enumerate(arrivals)]


def _keep(tx: Transaction, arrival: Arrival) -> Accepted | Blocked:
    inbound = arrival.inbound
    thread = rows.thread_of(
        tx,
        inbox_id=inbound.inbox_id,
        key=inbound.key,
        channel=inbound.channel,
        scope=arrival.scope,
        address=inbound.sender.address,
    )
    if thread.accepted_as is not None:
        return _accepted_before(tx, thread.accepted_as)
    if thread.blocked:
        return Blocked()
    change, identity_id = _continue(tx, thread, arrival)
    customer = Actor("customer", change.state.customer_id)
    event = change.tell(
        MessageReceived(identity_id=identity_id, client_id=inbound.client_id),
        actor=customer,
        content=Content(text=inbound.text, files=inbound.files),
    )
    log.claim(tx, inbox_id=inbound.inbox_id, key=inbound.key, event=event)
    files.take(tx, inbound.files, owner=inbound.sender.address, conversation_id=change.state.id)
    change.save()
    return Accepted(event)


def _continue(tx: Transaction, thread: Thread, arrival: Arrival) -> tuple[Change, int]:
    """Take up the sender's conversation where they left off, or open one."""
    inbound, at = arrival.inbound, arrival.at
    earlier = thread.conversation
    if earlier is not None and thread.identity_id is not None and _goes_on(earlier, inbound, at):
        return Change(tx, earlier, at=at), thread.identity_id
    customer_id, identity_id = _sender(tx, thread, arrival)
    opened = ConversationOpened(
        inbox_id=inbound.inbox_id,
        customer_id=customer_id,
        identity_id=identity_id,
        channel=inbound.channel,
        live=arrival.abilities.live,
        previous_id=earlier.id if earlier else None,
    )
    return Change.open(tx, opened, actor=Actor("customer", customer_id), at=at), identity_id


def _goes_on(earlier: Conversation, inbound: Inbound, at: int) -> bool:
    if earlier.status != "closed" or earlier.closed_at is None:
        return True
    return at - earlier.closed_at <= inbound.reopen_within


def _sender(tx: Transaction, thread: Thread, arrival: Arrival) -> tuple[int, int]:
    """Return the ids of the customer and the identity, both made now if this is their first message."""
    if thread.customer_id is not None and thread.identity_id is not None:
        return thread.customer_id, thread.identity_id
    sender = arrival.inbound.sender
    told = {"name": clean_name(sender.name or ""), "email": sender.email or ""}
    fields = {name: value for name, value in told.items() if value}
    change = CustomerChange.create(
        tx,
        CustomerCreated(language=sender.language),
        actor=None,
        at=arrival.at,
        content=Content(fields=fields) if fields else None,
    )
    identity = change.add_identity(
        channel=arrival.inbound.channel,
        inbox_id=arrival.scope,
        address=sender.address,
        verified=sender.verified,
        actor=DESK if sender.verified else None,
    )
    return change.save().id, identity.id


def _accepted_before(tx: Transaction, event_id: int) -> Accepted:
    event = log.one(tx, event_id)
    assert event is not None  # a receipt is written together with its event
    return Accepted(event, again=True)
