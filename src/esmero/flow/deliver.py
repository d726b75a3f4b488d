"""Replies leave: due rows of the outbox are leased, handed to their channel, and the result is written to the log.

One attempt ends in one of four ways, and each is an event or a later attempt: it left, it can wait, it never will, or
nobody can know. A worker that died is noticed when its lease ends.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from functools import partial

import structlog
from msgspec import Struct
from msgspec.structs import replace

from esmero.contract.events import DESK, Actor, Content, Event
from esmero.contract.facts import (
    CopyQueued,
    CopySent,
    Fact,
    ForwardQueued,
    ForwardSent,
    MessageDelayed,
    MessageFailed,
    MessageSent,
    MessageUnknown,
    ReplyQueued,
)
from esmero.contract.messages import Sent
from esmero.contract.ports import Channel
from esmero.contract.trouble import OutcomeUnknown, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.desk import log, outbox, references
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.outbox import Outcome, Parcel
from esmero.flow.outgoing import PageOf, no_page, outgoing
from esmero.kit.clock import HOUR, MINUTE, SECOND, Clock
from esmero.kit.errors import Unavailable
from esmero.store.database import Database
from esmero.store.session import Transaction

LEASE = 2 * MINUTE
TIME_LIMIT = 90 * SECOND
"""For one attempt; shorter than the lease, so that a slow worker never shares a parcel with its successor."""
BACK_OFF = (10 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR)
BATCH = 20
QUICK_SECONDS = 2.0
MOST_UNDER_WAY = 100

_said = structlog.get_logger(__name__)


class Result(Struct, frozen=True):
    """How one attempt ended: a fact for the log; or no outcome and the time of the next attempt. And what was wrong."""

    outcome: Outcome | None
    fact: Fact | None = None
    due_at: int = 0
    trouble: Trouble | None = None


class Deliver:
    """The worker that empties the outbox. Any number of processes may run one."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        channels: Mapping[str, Channel],
        *,
        owner: str,
        quick_seconds: float = QUICK_SECONDS,
        page_of: PageOf = no_page,
    ) -> None:
        """Make a worker. A round goes on after `quick_seconds` without those deliveries that take longer."""
        self._database = database
        self._page_of = page_of
        self._quick_seconds = quick_seconds
        self._clock = clock
        self._channels = channels
        self._owner = owner
        self._under_way: set[asyncio.Task[None]] = set()

    async def round(self) -> int:
        """Deliver what is due now.

        Returns:
            How many parcels were taken; 0 means that there is nothing to do yet.
        """
        now = self._clock.now()
        if len(self._under_way) >= MOST_UNDER_WAY:
            return 0
        if not await self._database.read(lambda session: outbox.any_due(session, now=now)):
            return 0
        until = now + LEASE
        due, interrupted = await self._database.write(lambda tx: self._lease(tx, now, until))
        await self._go_on(
            *(self._deliver_in_turn(parcels, until) for parcels in _by_conversation(due)),
            *(self._deliver(parcel, again=True) for parcel in interrupted),
        )
        return len(due) + len(interrupted)

    async def close(self) -> None:
        """Let go of what is under way: it may have left or not, and whoever finds its lease ended says so."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _go_on(self, *deliveries: Coroutine[None, None, None]) -> None:
        """Wait for deliveries as long as they are quick. A server that is silent holds up nobody else's."""
        for delivery in deliveries:
            task = asyncio.create_task(delivery)
            self._under_way.add(task)
            task.add_done_callback(self._ended)
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=self._quick_seconds)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, Unavailable):
            _said.warning("storage cannot be reached", worker="deliver")
        elif error is not None:
            _said.error("a delivery could not be noted", exc_info=error)

    def _lease(self, tx: Transaction, now: int, until: int) -> tuple[list[Parcel], list[Parcel]]:
        return (
            outbox.lease(tx, owner=self._owner, now=now, until=until, limit=BATCH),
            outbox.lease_interrupted(tx, owner=self._owner, now=now, until=until, limit=BATCH),
        )

    async def _deliver_in_turn(self, parcels: Sequence[Parcel], until: int) -> None:
        """What one customer gets leaves in the order in which it was written. What the lease is too short for waits."""
        for parcel in parcels:
            if self._clock.now() + TIME_LIMIT > until:
                later = Result(None, due_at=self._clock.now())
                await self._database.write(partial(self._note, parcel=parcel, result=later, at=later.due_at))
            else:
                await self._deliver(parcel, again=False)

    async def _deliver(self, parcel: Parcel, *, again: bool) -> None:
        channel = self._channels.get(parcel.channel)
        if channel is None:
            result = _failed(parcel, Trouble(code="inbox-off", said=parcel.channel), permanent=True)
        elif again and not channel.abilities.idempotent:
            result = await self._looked_for(parcel, channel)
        else:
            result = await self._attempt(parcel, channel)
        at = self._clock.now()
        await self._database.write(lambda tx: self._note(tx, parcel, result, at))

    async def _attempt(self, parcel: Parcel, channel: Channel) -> Result:
        ready = await self._database.read(lambda session: outgoing(session, parcel, self._page_of))
        if ready is None:
            return _failed(parcel, Trouble(code="erased"), permanent=True)
        try:
            async with asyncio.timeout(TIME_LIMIT / SECOND):
                sent = await channel.send(ready)
        except TemporaryTrouble as error:
            return self._later(parcel, error.trouble, error.wait)
        except PermanentTrouble as error:
            return _failed(parcel, error.trouble, permanent=True)
        except OutcomeUnknown as error:
            return _unknown(parcel, error.trouble)
        except TimeoutError:
            return _unknown(parcel)
        except Exception:  # noqa: BLE001 - told, and the rest goes on
            # A defect in a channel must not stop the others' mail; it is told to the agent and to the log file.
            _said.exception("delivery broke", channel=parcel.channel, outbox=parcel.id)
            return _failed(parcel, Trouble(code="defect"), permanent=False)
        return _left(parcel, sent)

    async def _looked_for(self, parcel: Parcel, channel: Channel) -> Result:
        """What a worker held when it died has left, or nobody can know."""
        ready = await self._database.read(lambda session: outgoing(session, parcel))
        sent = None
        try:
            async with asyncio.timeout(TIME_LIMIT / SECOND):
                sent = await channel.was_sent(ready) if ready else None
        except TimeoutError:
            pass
        except Exception:  # noqa: BLE001 - told; what can't be looked for is unknown
            _said.exception("looking for a mail broke", channel=parcel.channel, outbox=parcel.id)
        if sent is not None:
            return _left(parcel, sent)
        return _unknown(parcel)

    def _later(self, parcel: Parcel, trouble: Trouble, wait: int | None) -> Result:
        if parcel.attempts > len(BACK_OFF):
            return _failed(parcel, trouble, permanent=False)
        pause = max(BACK_OFF[parcel.attempts - 1], wait or 0)
        return Result(None, due_at=self._clock.now() + pause, trouble=trouble)

    def _note(self, tx: Transaction, parcel: Parcel, result: Result, at: int) -> None:
        if result.outcome is None:
            if outbox.postpone(tx, parcel, owner=self._owner, due_at=result.due_at) and result.trouble:
                _tell_delayed(tx, parcel, result.due_at, result.trouble, at)
            return
        if not outbox.finish(tx, parcel, owner=self._owner, outcome=result.outcome):
            return  # the lease ended meanwhile; whoever holds it now writes the result
        state = rows.find(tx, parcel.conversation_id)
        assert state is not None
        assert result.fact is not None
        queued = log.one(tx, parcel.event_id)
        change = Change(tx, state, at=at)
        # The sent message carries the content again: the customer's history shows only public events.
        fact = _by(result.fact, queued)
        content = queued.content if queued and isinstance(fact, MessageSent) else _content(result.trouble)
        event = change.tell(fact, actor=queued.actor if queued else DESK, content=content)
        if isinstance(fact, MessageSent | CopySent | ForwardSent) and fact.provider_id:
            references.keep(tx, channel=parcel.channel, names=[fact.provider_id], event=event)
        change.save()


def _tell_delayed(tx: Transaction, parcel: Parcel, due_at: int, trouble: Trouble, at: int) -> None:
    state = rows.find(tx, parcel.conversation_id)
    assert state is not None
    change = Change(tx, state, at=at)
    delayed = MessageDelayed(reply_seq=parcel.reply_seq, code=trouble.code, status=trouble.status, until=due_at)
    change.tell(delayed, actor=DESK, content=_content(trouble))
    change.save()


def _content(trouble: Trouble | None) -> Content | None:
    return Content(fields=trouble.fields) if trouble and trouble.fields else None


def _by_conversation(parcels: Sequence[Parcel]) -> list[list[Parcel]]:
    found: dict[int, list[Parcel]] = {}
    for parcel in parcels:
        found.setdefault(parcel.conversation_id, []).append(parcel)
    return list(found.values())


def _left(parcel: Parcel, sent: Sent) -> Result:
    return Result("sent", MessageSent(reply_seq=parcel.reply_seq, provider_id=sent.provider_id))


def _failed(parcel: Parcel, trouble: Trouble, *, permanent: bool) -> Result:
    fact = MessageFailed(
        reply_seq=parcel.reply_seq,
        code=trouble.code,
        status=trouble.status,
        for_all=trouble.for_all,
        permanent=permanent,
    )
    return Result("failed", fact, trouble=trouble)


def _unknown(parcel: Parcel, trouble: Trouble | None = None) -> Result:
    told = trouble or Trouble(code="outcome-unknown")
    fact = MessageUnknown(reply_seq=parcel.reply_seq, code=told.code, status=told.status)
    return Result("unknown", fact, trouble=told)


def _by(fact: Fact, queued: Event | None) -> Fact:
    """Say of a result what the queued event knows: who wrote it, as which client's message, of what it is a copy."""
    if queued is None:
        return fact
    if isinstance(queued.fact, ForwardQueued):
        return _of_forward(fact)
    if isinstance(queued.fact, CopyQueued):
        return CopySent(copy_seq=queued.seq, provider_id=fact.provider_id) if isinstance(fact, MessageSent) else fact
    if not isinstance(queued.fact, ReplyQueued):
        return fact
    if isinstance(fact, MessageFailed | MessageUnknown):
        return replace(fact, automatic=queued.fact.automatic)
    if not isinstance(fact, MessageSent):
        return fact
    author: Actor = queued.actor
    return replace(
        fact,
        client_id=queued.fact.client_id,
        agent_id=author.id if author.kind == "agent" else None,
        automatic=queued.fact.automatic,
    )


def _of_forward(fact: Fact) -> Fact:
    """Say of a forward how it ended: nothing of it is the customer's to see."""
    if isinstance(fact, MessageSent) and fact.reply_seq is not None:
        return ForwardSent(reply_seq=fact.reply_seq, provider_id=fact.provider_id)
    return replace(fact, forwarded=True) if isinstance(fact, MessageFailed | MessageUnknown) else fact
