"""Where what an agent wrote stands, once it is kept."""

from __future__ import annotations

from msgspec import Struct

from esmero.contract.messages import Accepted


class Kept(Struct, kw_only=True):
    """Where a message stands now: its conversation, its number there, its position in the feed, its time."""

    conversation: int
    seq: int
    event: int
    at: int


def kept_as(kept: Accepted) -> Kept:
    """Say where a message stands."""
    return Kept(conversation=kept.conversation_id, seq=kept.seq, event=kept.event_id, at=kept.at)
