"""The tables. Times are UTC milliseconds, flags 0 or 1, JSON is text; secrets are sealed before they come here.

`event`, `content` and `markup` are the truth. `conversation`, `conversation_label`, `participant`, `tally`, `customer`
and `identity` are projections: the events of their stream, folded. The others are records, leases and work that is
still to be done.
"""

from __future__ import annotations

from esmero.store.schema.columns import METADATA
from esmero.store.schema.log import content, event, markup, receipt, reference, source
from esmero.store.schema.marks import answer, draft, file, pictures_shown, read_mark
from esmero.store.schema.people import (
    agent,
    desk_setting,
    inbox,
    inbox_team,
    label,
    link,
    sender,
    session,
    team,
    team_member,
    token,
)
from esmero.store.schema.projections import conversation, conversation_label, customer, identity, participant, tally
from esmero.store.schema.work import cursor, matter, memory, outbox, own_mail, parked, presence, timer

__all__ = [
    "METADATA",
    "agent",
    "answer",
    "content",
    "conversation",
    "conversation_label",
    "cursor",
    "customer",
    "desk_setting",
    "draft",
    "event",
    "file",
    "identity",
    "inbox",
    "inbox_team",
    "label",
    "link",
    "markup",
    "matter",
    "memory",
    "outbox",
    "own_mail",
    "parked",
    "participant",
    "pictures_shown",
    "presence",
    "read_mark",
    "receipt",
    "reference",
    "sender",
    "session",
    "source",
    "tally",
    "team",
    "team_member",
    "timer",
    "token",
]
