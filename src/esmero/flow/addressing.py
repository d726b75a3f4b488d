"""Whom a message may go to and come from, as its channel knows; for channels whose messages have recipients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from esmero.contract.events import Person
from esmero.kit.errors import BadRecipient


class Addressing(Protocol):
    """What one kind of channel knows of addresses. `settings` are an inbox's, as the channel wrote them."""

    def check(self, settings: str, people: Sequence[Person], sender: str) -> None:
        """Refuse people or a sender that the channel can't have.

        Raises:
            BadRecipient: an address is none.
            BadSender: the inbox does not send from this one.
        """
        ...

    def senders(self, settings: str) -> tuple[str, ...]:
        """Return the addresses that an inbox sends from, its own first."""
        ...


NO_ADDRESSING: Mapping[str, Addressing] = {}


def check_addressing(
    addressing: Mapping[str, Addressing], channel: str, settings: str, people: Sequence[Person], sender: str
) -> None:
    """Refuse recipients that an inbox's channel can't reach, and a sender that it hasn't.

    Raises:
        BadRecipient: it has none at all, or one of them is no address.
        BadSender: the inbox does not send from this one.
    """
    known = addressing.get(channel)
    if known is None:
        raise BadRecipient("Messages of this channel have no recipients.", fields={"to": "not here"})
    known.check(settings, people, sender)


def own_addresses(addressing: Mapping[str, Addressing], channel: str, settings: str) -> tuple[str, ...]:
    """Return the addresses that an inbox sends from; none where its messages have no addresses."""
    known = addressing.get(channel)
    return () if known is None else known.senders(settings)


def lowered(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return people by their addresses as identities have them, each once."""
    found = {person.address.lower(): person.name for person in people}
    return tuple(Person(address, name) for address, name in found.items())
