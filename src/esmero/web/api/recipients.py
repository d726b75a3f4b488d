"""What all that agents write has in common: whom it goes to, and where it stands once it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from esmero.contract.events import Person
from esmero.contract.messages import Accepted
from esmero.kit.text import clean_name
from esmero.web.api.forms import Form


class Recipient(Form, frozen=True, kw_only=True):
    """Somebody who is written to: their address in the channel."""

    address: Annotated[str, Meta(min_length=3, max_length=254)]
    name: Annotated[str, Meta(max_length=200)] = ""


People = Annotated[list[Recipient], Meta(max_length=50)]


class Kept(Struct, kw_only=True):
    """Where a message stands now: its conversation, its number there, its position in the feed, its time."""

    conversation: int
    seq: int
    event: int
    at: int


def people(given: Iterable[Recipient]) -> tuple[Person, ...]:
    """Return people as the flow knows them."""
    return tuple(Person(one.address.strip(), clean_name(one.name, longest=200)) for one in given)


def kept_as(kept: Accepted) -> Kept:
    """Say where a message stands."""
    return Kept(conversation=kept.conversation_id, seq=kept.seq, event=kept.event_id, at=kept.at)
