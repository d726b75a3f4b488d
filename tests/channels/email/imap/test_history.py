"""Whatever happens to a mailbox, what lay in it long enough is handed over."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.email.imap.desk import LIMITS, PACE, Desk, running, subject_of, until
from tests.channels.email.imap.liar import Liar, lying

# The folder is opened anew all the time, since a UIDVALIDITY that changed in secret shows only then.
PACE_OF_MAYFLIES = msgspec.structs.replace(PACE, poll=0.01, renew=0.02, examine=0.02, after_trouble=(0.005,))
STEPS = st.sampled_from(
    ["append", "append many", "append behind", "expunge", "renumber", "go back", "drop", "restart", "settle", "no idle"]
)


class History:
    """A mailbox and a desk, and which mails have to have come."""

    def __init__(self, liar: Liar) -> None:
        self.liar = liar
        self.desk = Desk()
        self.owed = set[str]()
        self.names = map(str, itertools.count())

    def append(self, *uids: int | None) -> None:
        for uid in uids:
            name = next(self.names)
            self.liar.append(name, uid=uid)
            self.owed.add(name)

    def expunge(self, chosen: int) -> None:
        """Take a mail away; whether it came before is left to chance."""
        if self.liar.mails:
            uid = sorted(self.liar.mails)[chosen % len(self.liar.mails)]
            raw, _ = self.liar.mails.pop(uid)
            self.owed.discard(subject_of(raw))

    async def settle(self) -> None:
        await until(lambda: self.owed <= {*self.desk.subjects}, seconds=8)


async def live_through(steps: list[tuple[str, int]]) -> History:
    async with lying() as liar:
        history = History(liar)
        follower = running(_follower(history))
        await follower.__aenter__()
        try:
            await history.desk.follows()
            for step, chosen in steps:
                follower = await _take(history, follower, step, chosen)
            await history.settle()
        finally:
            await follower.__aexit__(None, None, None)
        return history


async def _take(history: History, follower: Any, step: str, chosen: int) -> Any:
    liar = history.liar
    if step == "append":
        history.append(None)
    elif step == "append many":
        history.append(*[None] * chosen)
    elif step == "append behind":
        history.append(liar.next_uid + 1, liar.next_uid)
    elif step == "expunge":
        history.expunge(chosen)
    elif step == "renumber":
        liar.renumber()
    elif step == "go back":
        # Nobody could tell another mail under a UID that was seen; but a server that goes back has been away.
        liar.next_uid = max(liar.mails, default=0) + 1
        opened = liar.count("EXAMINE")
        liar.drop()
        await until(lambda: liar.count("EXAMINE") > opened + 1)
    elif step == "drop":
        liar.drop()
    elif step == "no idle":
        liar.capabilities = liar.capabilities.replace(" IDLE", "") if chosen % 2 else Liar().capabilities
    elif step == "restart":
        await follower.__aexit__(None, None, None)
        follower = running(_follower(history))
        await follower.__aenter__()
    else:
        await history.settle()
    await asyncio.sleep(0.001 * (chosen % 4))
    return follower


def _follower(history: History) -> Any:
    return history.desk.follower(history.liar.server, pace=PACE_OF_MAYFLIES, limits=LIMITS)


@given(steps=st.lists(st.tuples(STEPS, st.integers(0, 40)), max_size=14))
def test_everything_that_lay_there_long_enough_is_handed_over(steps: list[tuple[str, int]]) -> None:
    history = asyncio.run(live_through(steps))
    assert history.owed <= {*history.desk.subjects}
