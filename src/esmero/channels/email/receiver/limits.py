"""How much the receiver takes, from everybody together and from each."""

from __future__ import annotations

from asyncio import Event, WriteTransport
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What is too much.

    Attributes:
        mail_octets: announced by SIZE (RFC 1870).
        octets_at_once: of all mails that are being received, together.
        command_octets: of a command's line. A mail's lines have no limit of their own: RFC 5321 section 4.5.3.1.6 has
            1,000, and whoever holds senders to it loses their mail.
        connections, connections_each: altogether, and from one address.
        commands: in one connection, of each kind.
        command_seconds: until the next command; data_seconds: for one mail.
    """

    mail_octets: int = 50 * 1024 * 1024
    octets_at_once: int = 200 * 1024 * 1024
    command_octets: int = 2_048
    connections: int = 100
    connections_each: int = 25
    recipients: int = 100
    commands: int = 1_000
    command_seconds: float = 60.0
    data_seconds: float = 600.0


class Load:
    """What is being received at this moment.

    Attributes:
        answered: set while no mail waits for its answer.
    """

    def __init__(self, limits: Limits) -> None:
        self.answered = Event()
        self.answered.set()
        self._owed = 0
        self._limits = limits
        self._open = set[WriteTransport]()
        self._peers = dict[str, int]()
        self._octets = 0

    def enter(self, peer: str, transport: WriteTransport) -> bool:
        """Count a connection; tell whether there is room for it. Either way it leaves at its end."""
        self._open.add(transport)
        self._peers[peer] = self._peers.get(peer, 0) + 1
        fits = len(self._open) <= self._limits.connections
        return fits and (not peer or self._peers[peer] <= self._limits.connections_each)

    def leave(self, peer: str, transport: WriteTransport) -> None:
        self._open.discard(transport)
        left = self._peers.pop(peer, 1) - 1
        if left:
            self._peers[peer] = left

    def hang_up(self) -> None:
        """End all connections."""
        for transport in list(self._open):
            transport.close()

    @contextmanager
    def owing_an_answer(self) -> Iterator[None]:
        """While this lasts, a mail waits for its answer."""
        self._owed += 1
        self.answered.clear()
        try:
            yield
        finally:
            self._owed -= 1
            if not self._owed:
                self.answered.set()

    def take(self, octets: int) -> bool:
        """Count octets that came; tell whether there is room for them. Either way they are `give`n back."""
        self._octets += octets
        return self._octets <= self._limits.octets_at_once

    def give(self, octets: int) -> None:
        self._octets -= octets
