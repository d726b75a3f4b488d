"""A message comes in: identity and thread, the stages that clean it, then one transaction that keeps it.

When `accept` returns, the message is on disk; when it raises, nothing of it is. The same key again is answered with
where the first one went.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from esmero.contract.abilities import Abilities
from esmero.contract.events import DESK, Actor, Content, Event
from esmero.contract.facts import ConversationClosed, ConversationJunked, Fact, MessageSent
from esmero.contract.messages import Accepted, Inbound
from esmero.desk import files, log, references, sources
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.state import Conversation
from esmero.flow import forward_answers, letters, talks, threads, written
from esmero.flow.acknowledge import acknowledge
from esmero.flow.junk import Junk, apart, judge
from esmero.flow.talks import Arrival
from esmero.flow.threads import Blocked, Place
from esmero.flow.together import Together
from esmero.kit.clock import Clock
from esmero.kit.errors import BadInput, EsmeroError, TooLong
from esmero.kit.text import clean_text
from esmero.store.database import Database
from esmero.store.session import Transaction

LONGEST = 10_000
"""Characters in one message."""

Stage = Callable[[Inbound], Inbound]
"""One look at a message before it is kept. It may change it, or refuse it by raising an `EsmeroError`."""


def check_length(inbound: Inbound) -> Inbound:
    """Refuse what is longer than anybody writes.

    What came with its source is there already: its sender can't be asked to shorten it, and nothing of it is lost.
    """
    if len(inbound.text) > LONGEST and inbound.source is None:
        raise TooLong(f"A message has at most {LONGEST} characters; this one has {len(inbound.text)}.", longest=LONGEST)
    return inbound


def tidy(inbound: Inbound) -> Inbound:
    """Take out what no keyboard makes: control characters, direction overrides, foreign line ends."""
    text = clean_text(inbound.text)
    if not text.strip() and not inbound.files and inbound.source is None:
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
        self._database = database
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
        now = self._clock.now()
        at = now if inbound.said_at is None else min(inbound.said_at, now)
        return await self._keep(Arrival(inbound, self._abilities[inbound.channel], at))

    async def is_known(self, inbox_id: int, key: str) -> bool:
        """Tell whether something with this key was accepted before."""
        found = await self._database.read(lambda session: log.claimed(session, inbox_id=inbox_id, key=key))
        return found is not None


def keep_all(tx: Transaction, arrivals: Sequence[Arrival]) -> list[Accepted | EsmeroError]:
    """Keep messages that came at the same time: running talks and plain letters together, all else one by one."""
    kept = talks.keep(tx, arrivals) if len(arrivals) > 1 else {}
    kept |= letters.keep(tx, arrivals)
    return [kept.get(number) or _keep(tx, arrival) for number, arrival in enumerate(arrivals)]


def _keep(tx: Transaction, arrival: Arrival) -> Accepted | EsmeroError:
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
    if thread.blocked and not arrival.abilities.threads:
        return Blocked()
    junk = judge(tx, arrival, blocked=thread.blocked)
    if junk is not None and junk.why == "list":
        arrival = apart(arrival)
    answered = threads.answered(tx, arrival)
    elsewhere = _kept_elsewhere(tx, arrival, answered)
    if elsewhere is not None:
        return Accepted(elsewhere, again=True)
    forward = forward_answers.forward_of(tx, thread, arrival, answered)
    if forward is not None:
        return Accepted(forward_answers.keep(tx, forward, arrival))
    place = threads.place(tx, thread, arrival, answered)
    if isinstance(place, EsmeroError):
        return place
    threads.switch(place, arrival)
    event = _tell(tx, place, arrival)
    _claim(tx, place.change.state, arrival, event)
    references.keep(tx, channel=inbound.channel, names=inbound.names, event=event)
    files.take(tx, inbound.files, owner=inbound.sender.address, conversation_id=place.change.state.id)
    threads.let_join(tx, place, arrival)
    _file(place.change, arrival, junk)
    acknowledge(tx, place, arrival)
    place.change.save()
    return Accepted(event)


def _tell(tx: Transaction, place: Place, arrival: Arrival) -> Event:
    """Write down what was said, with what came beside it."""
    inbound, owner = arrival.inbound, Actor("customer", place.customer_id)
    content = written.content_of(tx, arrival, owner=owner, conversation_id=place.change.state.id)
    source_id = written.source_of(tx, arrival)
    fact = _fact(place, inbound, source_id)
    event = place.change.tell(fact, actor=DESK if inbound.ours else owner, content=content)
    if source_id is not None:
        sources.tie(tx, source_id, event)
    return event


def _fact(place: Place, inbound: Inbound, source_id: int | None) -> Fact:
    if not inbound.ours:
        return written.received(inbound, identity_id=place.identity_id, source_id=source_id)
    name = inbound.names[0] if inbound.names else None
    return MessageSent(provider_id=name, source_id=source_id, imported=inbound.imported)


def _file(change: Change, arrival: Arrival, junk: Junk | None) -> None:
    """Put away what nobody is to answer, if it began a conversation. In one that was there before, it just lies."""
    if change.events[0].seq != 1:
        return
    if junk is not None:
        content = Content(text=junk.by) if junk.by else None
        change.tell(ConversationJunked(why=junk.why), actor=DESK, content=content)
    elif arrival.inbound.kind != "message" or arrival.inbound.imported:
        change.tell(ConversationClosed(), actor=DESK)


def _kept_elsewhere(tx: Transaction, arrival: Arrival, answered: Conversation | None) -> Event | None:
    """Return what a message became that was written to several inboxes and answers a conversation of one of them."""
    inbound = arrival.inbound
    if answered is None or answered.inbox_id == inbound.inbox_id:
        return None
    event = log.claimed(tx, inbox_id=answered.inbox_id, key=inbound.key)
    if event is None or event.of != answered.id:
        return None
    log.claim(tx, inbox_id=inbound.inbox_id, key=inbound.key, event=event)
    return event


def _claim(tx: Transaction, state: Conversation, arrival: Arrival, event: Event) -> None:
    """Let the same message be known where it came to, and, of a mail to several inboxes, where it went to."""
    inbound = arrival.inbound
    for inbox_id in {inbound.inbox_id, state.inbox_id if arrival.abilities.threads else inbound.inbox_id}:
        if inbox_id == inbound.inbox_id or log.claimed(tx, inbox_id=inbox_id, key=inbound.key) is None:
            log.claim(tx, inbox_id=inbox_id, key=inbound.key, event=event)


def _accepted_before(tx: Transaction, event_id: int) -> Accepted:
    event = log.one(tx, event_id)
    assert event is not None  # a receipt is written together with its event
    return Accepted(event, again=True)
