"""What many ask for at the same time is done in one unit of work, at little more than the price of one."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from esmero.kit.errors import EsmeroError, Unavailable
from esmero.store.database import Database
from esmero.store.session import Transaction

MOST = 128
"""Items in one unit, so that the first of them doesn't wait for too many others."""

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Unit = Callable[[Transaction, Sequence[Item]], Sequence[Outcome | EsmeroError]]
"""Does all items and returns an outcome for each, in their order. An item that is refused has changed nothing, and its
outcome is the error; what the unit raises undoes all of it."""


class _Asked(NamedTuple, Generic[Item, Outcome]):
    item: Item
    future: asyncio.Future[Outcome]


class Together(Generic[Item, Outcome]):
    """Gathers items for as long as the writer is busy with those before them. One alone waits for nobody.

    A unit takes its items at the moment when the writer comes to it, so that all go along that came until then.
    """

    def __init__(self, database: Database, unit: Unit[Item, Outcome]) -> None:
        self._database = database
        self._unit = unit
        # The loop's thread puts in, the writer's takes out; both are atomic. `_called` says that a unit is to come.
        self._waiting: deque[_Asked[Item, Outcome]] = deque()
        self._called = False
        self._under_way: set[asyncio.Task[None]] = set()

    async def __call__(self, item: Item) -> Outcome:
        """Have one item done; when this returns, it is on disk.

        Raises:
            EsmeroError: the item was refused, or storage can't be reached.
            Exception: whatever the unit raises for this item alone.
        """
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Asked(item, future))
        self._call()
        return await future

    def _call(self) -> None:
        if self._waiting and not self._called:
            self._called = True
            task = asyncio.get_running_loop().create_task(self._do_waiting())
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)

    async def _do_waiting(self) -> None:
        loop = asyncio.get_running_loop()
        batch: list[_Asked[Item, Outcome]] = []

        def unit(tx: Transaction) -> Sequence[Outcome | EsmeroError]:
            if not batch:  # else it is run again after a failure, and does what it did before
                self._take(batch)
                if self._waiting:
                    loop.call_soon_threadsafe(self._call)
            return self._unit(tx, [asked.item for asked in batch])

        try:
            outcomes = await self._database.write(unit, urgent=True)
        except Unavailable as error:
            # It may never have come to our turn.
            _settle(batch or self._take(batch), error)
        except Exception as error:  # noqa: BLE001 - given to whom it belongs
            await self._do_alone(batch, error)
        else:
            _settle(batch, outcomes)
        self._call()

    def _take(self, batch: list[_Asked[Item, Outcome]]) -> list[_Asked[Item, Outcome]]:
        # In this order: whoever comes after the look finds that nobody is called any more, and calls.
        self._called = False
        while self._waiting and len(batch) < MOST:
            batch.append(self._waiting.popleft())
        return batch

    async def _do_alone(self, batch: Sequence[_Asked[Item, Outcome]], error: Exception) -> None:
        """One of them is at fault. Alone, only that one fails."""
        if len(batch) == 1:
            _settle(batch, error)
            return
        for asked in batch:
            try:
                outcomes = await self._database.write(partial(_only, self._unit, asked.item), urgent=True)
            except Exception as its_own:  # noqa: BLE001 - given to whom it belongs
                _settle([asked], its_own)
            else:
                _settle([asked], outcomes)


def _only(unit: Unit[Item, Outcome], item: Item, tx: Transaction) -> Sequence[Outcome | EsmeroError]:
    return unit(tx, [item])


def _settle(batch: Sequence[_Asked[Item, Outcome]], outcomes: Exception | Sequence[Outcome | EsmeroError]) -> None:
    """Give each its outcome, or all of them the same error."""
    each = [outcomes] * len(batch) if isinstance(outcomes, Exception) else outcomes
    for asked, outcome in zip(batch, each, strict=True):
        if asked.future.done():
            continue  # its caller has gone away
        if isinstance(outcome, Exception):
            asked.future.set_exception(outcome)
        else:
            asked.future.set_result(outcome)
