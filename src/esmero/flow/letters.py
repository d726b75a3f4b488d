"""Letters: plain mails that come at the same time are kept in a few statements for all of them.

Most mail is this: somebody begins a conversation, or goes on in their own. Whatever is less plain (machines, junk,
history, people in copy, answers of strangers, to forwards and to another inbox, what one writes for another, one
sender's second mail) is left to `intake.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from esmero.contract.messages import Accepted
from esmero.desk import references, senders
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.conversations.rows import Thread
from esmero.desk.conversations.state import Conversation
from esmero.flow import threads
from esmero.flow.acknowledge import acknowledge
from esmero.flow.letter_rows import Letter, Written, write
from esmero.flow.talks import Arrival
from esmero.flow.threads import Place
from esmero.store.session import Session, Transaction

Numbered = Mapping[int, Arrival]
"""Messages by their places among all that came."""


def keep(tx: Transaction, arrivals: Sequence[Arrival]) -> dict[int, Accepted]:
    """Keep those of the messages that are plain letters, and return by their places where they went."""
    plain = list(_plain(tx, arrivals))
    if not plain:
        return {}
    kept = write(tx, plain)
    for one in kept:
        _acknowledge(tx, one)
    return {one.letter.number: Accepted(one.event) for one in kept}


def _acknowledge(tx: Transaction, written: Written) -> None:
    letter = written.letter
    if letter.talk is not None or not letter.arrival.inbound.acknowledgement:
        return
    change = Change(tx, written.now, at=letter.arrival.at)
    change.events += written.events
    acknowledge(tx, Place(change, written.identity_id, written.customer_id), letter.arrival)
    change.save()


def _plain(tx: Transaction, arrivals: Sequence[Arrival]) -> Iterator[Letter]:
    """Pick the plain ones, of which no two change the same conversation."""
    by_inbox: dict[tuple[str, int], dict[int, Arrival]] = defaultdict(dict)
    for number, arrival in _candidates(arrivals).items():
        by_inbox[arrival.inbound.channel, arrival.inbound.inbox_id][number] = arrival
    taken: set[int] = set()
    for candidates in by_inbox.values():
        for letter in _letters(tx, candidates):
            if letter.talk is not None and letter.talk.id in taken:
                continue
            taken |= {letter.talk.id} if letter.talk else set()
            yield letter


def _candidates(arrivals: Sequence[Arrival]) -> dict[int, Arrival]:
    """Return the first message of each sender, if it looks plain and answers none of those that came with it."""
    firsts: dict[tuple[str, int, str], int] = {}
    for number, arrival in enumerate(arrivals):
        firsts.setdefault((arrival.inbound.channel, arrival.scope, arrival.inbound.sender.address), number)
    fresh = {name for arrival in arrivals for name in arrival.inbound.names}
    return {
        number: arrivals[number]
        for number in firsts.values()
        if _looks_plain(arrivals[number]) and fresh.isdisjoint(arrivals[number].inbound.answers)
    }


def _looks_plain(arrival: Arrival) -> bool:
    inbound = arrival.inbound
    if not arrival.abilities.threads or arrival.abilities.live or inbound.kind != "message":
        return False
    more = inbound.imported or inbound.ours or inbound.junk or inbound.forward is not None
    if inbound.author not in ("", inbound.sender.address):
        return False
    return not (more or inbound.files or inbound.to or inbound.cc)


def _letters(session: Session, candidates: Numbered) -> Iterator[Letter]:
    """Pick from those that came to one inbox."""
    senders_of = _unhindered(session, candidates)
    answered = _answered(session, {number: candidates[number] for number in senders_of})
    writing = {
        one.identity_id: candidates[number].at
        for number, one in senders_of.items()
        if one.identity_id is not None and answered[number] is None
    }
    flooded = threads.flooded(session, writing)
    for number, sender in senders_of.items():
        earlier = answered[number]
        if earlier is None and sender.identity_id is not None:
            earlier = flooded.get(sender.identity_id)
        letter = _letter(number, candidates[number], sender, earlier)
        if letter is not None:
            yield letter


def _letter(number: int, arrival: Arrival, sender: Thread, earlier: Conversation | None) -> Letter | None:
    """Return a letter that goes on in an earlier conversation or begins one; None if it is a stranger's there."""
    letter = Letter(number, arrival, sender.identity_id, sender.customer_id)
    if earlier is None:
        return letter
    if earlier.identity_id != sender.identity_id and earlier.customer_id != sender.customer_id:
        return None
    if earlier.inbox_id != arrival.inbound.inbox_id:
        return None
    if not threads.goes_on(earlier, arrival.inbound, arrival.at):
        return letter._replace(previous_id=earlier.id)
    return letter._replace(talk=earlier) if earlier.reach_channel == arrival.inbound.channel else None


def _unhindered(session: Session, candidates: Numbered) -> dict[int, Thread]:
    """Return who sends what comes for the first time, from nobody who is blocked, listed as junk or was in trouble."""
    first = next(iter(candidates.values()))
    asked = {number: (one.inbound.key, one.inbound.sender.address) for number, one in candidates.items()}
    found = rows.threads_of(
        session,
        inbox_id=first.inbound.inbox_id,
        channel=first.inbound.channel,
        scope=first.scope,
        asked=asked.values(),
        conversations=False,
    )
    junk = _listed_as_junk(session, candidates.values())
    return {
        number: found[pair] for number, pair in asked.items() if not _is_hindered(found[pair]) and pair[1] not in junk
    }


def _is_hindered(thread: Thread) -> bool:
    return thread.accepted_as is not None or thread.blocked or thread.trouble


def _listed_as_junk(session: Session, arrivals: Iterable[Arrival]) -> set[str]:
    asked = [(one.inbound.sender.address, one.inbound.inbox_id) for one in arrivals]
    fitting = senders.fitting_all(session, asked)
    return {address for (address, _), listed in fitting.items() if any(one.verdict == "block" for one in listed)}


def _answered(session: Session, candidates: Numbered) -> dict[int, Conversation | None]:
    """Return the conversation that each of them answers; see `threads.answered`."""
    channel = next((one.inbound.channel for one in candidates.values()), "")
    answers = [one.inbound.answers for one in candidates.values()]
    known = references.find_all(session, channel=channel, asked=answers)
    named = {number: found[0] for number, found in zip(candidates, known, strict=True) if found is not None}
    proved = {number: one.inbound.thread for number, one in candidates.items() if one.inbound.thread is not None}
    wanted = list({*named.values(), *proved.values()})
    states = {state.id: state for state in rows.find_many(session, wanted)} if wanted else {}
    return {number: states.get(proved.get(number, 0)) or states.get(named.get(number, 0)) for number in candidates}
