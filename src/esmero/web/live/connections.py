"""All open live connections: counted by address, swept when silent, told when the server stops."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from esmero.kit.clock import SECOND, Clock
from esmero.live.wire import QueuedWire

SILENT = 60 * SECOND
HELLO_WITHIN = 10 * SECOND
SWEEP_SECONDS = 5


class Connections:
    """The live connections of this process."""

    def __init__(self, clock: Clock, *, per_address: int) -> None:
        self._clock = clock
        self._per_address = per_address
        self._of_address: Counter[str] = Counter()
        self._wires: set[QueuedWire] = set()

    def __len__(self) -> int:
        return len(self._wires)

    def wires(self) -> tuple[QueuedWire, ...]:
        """Return all that are open."""
        return tuple(self._wires)

    @contextmanager
    def count(self, address: str, wire: QueuedWire) -> Iterator[bool]:
        """Count a connection while it lives; gives False if this address has as many as it may."""
        self._of_address[address] += 1
        self._wires.add(wire)
        try:
            yield self._of_address[address] <= self._per_address
        finally:
            self._wires.discard(wire)
            self._of_address[address] -= 1
            if not self._of_address[address]:
                del self._of_address[address]

    async def sweep(self) -> None:
        """Close connections that have fallen silent, or never said who they are, until cancelled."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            now = self._clock.now()
            for wire in tuple(self._wires):
                if now - wire.heard_at > SILENT or (wire.greeted_at is None and now - wire.opened_at > HELLO_WITHIN):
                    wire.close(4408, "silent")

    def close_all(self) -> None:
        """Tell every browser that the server restarts."""
        for wire in tuple(self._wires):
            wire.close(1012, "restarting")
