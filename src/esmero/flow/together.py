"""What many ask for at the same time is done in one unit of work, at little more than the price of one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from esmero.kit.errors import EsmeroError, Unavailable
from esmero.store.database import Database
from esmero.store.session import Transaction

UNDER_WAY = 2
"""Units at a time: one that is being written, and one that the writer finds ready when it is done."""
MOST = 32
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
    """Gathers items for as long as the writer is busy with those before them. One alone waits for nobody."""

    def __init__(self, database: Database, unit: Unit[Item, Outcome]) -> None:
        self._database = database
        self._unit = unit
        self._waiting: list[_Asked[Item, Outcome]] = []
        self._under_way: set[asyncio.Task[None]] = set()

    async def __call__(self, item: Item) -> Outcome:
        """Have one item done; when this returns, it is on disk.

        Raises:
            EsmeroError: the item was refused, or storage can't be reached.
            Exception: whatever the unit raises for this item alone.
        """
        loop = asyncio.get_running_loop()
        asked = _Asked[Item, Outcome](item, loop.create_future())
        self._waiting.append(asked)
        if len(self._waiting) == 1:
            loop.call_soon(self._begin)  # whoever asks in the same round of the loop comes along
        return await asked.future

    def _begin(self) -> None:
        while self._waiting and len(self._under_way) < UNDER_WAY:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            task = asyncio.get_running_loop().create_task(self._do(batch))
            self._under_way.add(task)
            task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._begin()

    async def _do(self, batch: list[_Asked[Item, Outcome]]) -> None:
        items = [asked.item for asked in batch]
        try:
            outcomes = await self._database.write(lambda tx: self._unit(tx, items), urgent=True)
        except Unavailable as error:
            _settle(batch, [error] * len(batch))
        except Exception as error:  # noqa: BLE001 - given to whom it belongs
            if len(batch) == 1:
                _settle(batch, [error])
            else:
                # One of them is at fault. Alone, only that one fails.
                await asyncio.gather(*(self._do([asked]) for asked in batch))
        else:
            _settle(batch, outcomes)


def _settle(batch: Sequence[_Asked[Item, Outcome]], outcomes: Sequence[Outcome | Exception]) -> None:
    for asked, outcome in zip(batch, outcomes, strict=True):
        if asked.future.done():
            continue  # its caller has gone away
        if isinstance(outcome, Exception):
            asked.future.set_exception(outcome)
        else:
            asked.future.set_result(outcome)
