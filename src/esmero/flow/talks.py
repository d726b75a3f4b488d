"""Running talks: plain messages that come at the same time are kept in a few statements for all of them.

A chat is mostly this: somebody whom we know writes the next line of a conversation that is open. Whatever is less
plain (a first message, a repeated one, files, a conversation that was closed or waits) is left to `intake.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from esmero.contract.abilities import Abilities
from esmero.contract.events import Actor, Content, Event
from esmero.contract.facts import MessageReceived
from esmero.contract.messages import Accepted, Inbound
from esmero.desk import log
from esmero.desk.conversations import rows
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation, fold
from esmero.store.session import Transaction


class Arrival(NamedTuple):
    """A message that passed all stages, what its channel can do, and when it came."""

    inbound: Inbound
    abilities: Abilities
    at: int

    @property
    def scope(self) -> int:
        """The inbox within which the sender's address means somebody; 0: all inboxes of the channel."""
        return self.inbound.inbox_id if self.abilities.live else 0


class _Plain(NamedTuple):
    """The next line of a running talk. `number` is its place among the arrivals."""

    number: int
    inbound: Inbound
    talk: Conversation
    draft: Event


def keep(tx: Transaction, arrivals: Sequence[Arrival]) -> dict[int, Accepted]:
    """Keep those of the messages that are plain, and return by their places among the arrivals where they went."""
    plain = list(_plain(tx, arrivals))
    if not plain:
        return {}
    events = log.append_all(tx, [one.draft for one in plain])
    log.claim_all(
        tx, [(one.inbound.inbox_id, one.inbound.key, event) for one, event in zip(plain, events, strict=True)]
    )
    rows.save_talks(tx, [(one.talk, fold(one.talk, event)) for one, event in zip(plain, events, strict=True)])
    return {one.number: Accepted(event) for one, event in zip(plain, events, strict=True)}


def _plain(tx: Transaction, arrivals: Sequence[Arrival]) -> Iterator[_Plain]:
    """Pick the first message of each sender, if it is plain. What else they sent has to come after it."""
    firsts: dict[tuple[str, int, str], int] = {}
    for number, (inbound, _, _) in enumerate(arrivals):
        firsts.setdefault((inbound.channel, inbound.inbox_id, inbound.sender.address), number)
    by_inbox: dict[tuple[str, int], list[int]] = defaultdict(list)
    for (channel, inbox_id, _), number in firsts.items():
        by_inbox[channel, inbox_id].append(number)
    for (channel, inbox_id), numbers in by_inbox.items():
        asked = {number: (arrivals[number].inbound.key, arrivals[number].inbound.sender.address) for number in numbers}
        threads = rows.threads_of(tx, inbox_id=inbox_id, channel=channel, scope=inbox_id, asked=asked.values())
        for number in numbers:
            talk = _running_talk(arrivals[number], threads[asked[number]])
            if talk is not None:
                yield _Plain(number, arrivals[number].inbound, talk, _draft(arrivals[number], talk))


def _running_talk(arrival: Arrival, thread: Thread) -> Conversation | None:
    """Return the open conversation that a plain message goes on; None if this is not a plain one."""
    inbound, talk = arrival.inbound, thread.conversation
    if not arrival.abilities.live or inbound.files or inbound.thread is not None:
        return None
    if thread.accepted_as is not None or thread.blocked or talk is None or talk.status != "open":
        return None
    if talk.reach_channel != inbound.channel:
        return None
    return talk


def _draft(arrival: Arrival, talk: Conversation) -> Event:
    inbound = arrival.inbound
    fact = MessageReceived(identity_id=talk.identity_id, client_id=inbound.client_id)
    return Event(
        id=0,
        stream="conversation",
        of=talk.id,
        seq=talk.seq + 1,
        fact=fact,
        actor=Actor("customer", talk.customer_id),
        inbox_id=talk.inbox_id,
        public=fact.public,
        at=arrival.at,
        content=Content(text=inbound.text),
    )
