"""A first message is answered at once, once: it has arrived, and here is the page where the conversation goes on.

Never what a machine wrote, history, or junk; never one sender twice within a while; and never so many in an hour that
somebody who forges senders could have us write to the world.
"""

from __future__ import annotations

from esmero.contract.events import DESK, Content
from esmero.contract.facts import ReplyQueued
from esmero.desk import memory
from esmero.desk.conversations import rows
from esmero.flow.reply import send
from esmero.flow.talks import Arrival
from esmero.flow.threads import Place
from esmero.kit.clock import HOUR
from esmero.store.session import Transaction

PAUSE = 12 * HOUR
"""After the beginning of a sender's conversation, how long the next one is not acknowledged."""
MOST_AN_HOUR = 200
"""Acknowledgements from one inbox."""
_COUNTED = "acknowledged"


def acknowledge(tx: Transaction, place: Place, arrival: Arrival) -> None:
    """Queue the acknowledgement of a message that has begun a conversation, unless there is a reason for silence."""
    change, inbound = place.change, arrival.inbound
    began = change.events[0].seq == 1
    if not (began and inbound.acknowledgement) or inbound.kind != "message" or inbound.imported or change.state.junk:
        return
    previous = rows.previous_began_at(tx, place.identity_id, change.state.id)
    if previous is not None and arrival.at - previous < PAUSE:
        return
    if not _has_room(tx, inbound.inbox_id, arrival.at):
        return
    queued = ReplyQueued(channel=inbound.channel, identity_id=change.state.reach_identity_id, automatic=True)
    send(tx, change.state, change.tell(queued, actor=DESK, content=Content(text=inbound.acknowledgement)))


def _has_room(tx: Transaction, inbox_id: int, at: int) -> bool:
    """Count one more within this hour, unless there were too many."""
    hour = at // HOUR
    written = memory.recall(tx, inbox_id=inbox_id, name=_COUNTED) or ""
    counted_hour, _, counted = written.partition(":")
    count = int(counted) if counted_hour == str(hour) else 0
    if count >= MOST_AN_HOUR:
        return False
    memory.remember(tx, inbox_id=inbox_id, name=_COUNTED, value=f"{hour}:{count + 1}")
    return True
