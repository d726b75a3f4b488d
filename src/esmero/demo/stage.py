"""What acts play on: the running desk, its cast, the clock that they may move, and the line that they may cut."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from msgspec import Struct

from esmero.app import Desk
from esmero.demo.cast import Cast
from esmero.demo.company import Company
from esmero.demo.line import Line
from esmero.demo.mailbox.post import Post
from esmero.kit.clock import MovableClock
from esmero.web.live.connections import Connections


class Scene(Struct, frozen=True, kw_only=True):
    """What an act did, as the director's panel tells it.

    Attributes:
        says: the message `demo-said-<says>` of the locales, with these `values`.
        shows: the page of the console where it can be seen, if there is one.
        mailbox: whose mailbox it can be seen in, by their language, if it can.
        seconds: how long it lasts, if it ends by itself; `demo-said-<says>-over` is told then.
    """

    says: str
    values: dict[str, str] = {}
    shows: str | None = None
    mailbox: str | None = None
    seconds: float | None = None


@dataclass(frozen=True, kw_only=True)
class Stage:
    """Everything that an act may use.

    Attributes:
        name: of this run; another after everything was made anew.
        password: lets an agent in by the other name of this machine (127.0.0.1, localhost), where the demo's own page
            is another site's. It dies with the run.
        again: set, it has everything thrown away and made anew.
    """

    desk: Desk
    cast: Cast
    clock: MovableClock
    connections: Connections
    line: Line
    company: Company
    post: Post
    name: str = field(default_factory=lambda: secrets.token_urlsafe(8))
    password: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    again: asyncio.Event = field(default_factory=asyncio.Event)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def go_on(self, playing: Coroutine[None, None, None]) -> None:
        """Let something go on while the director's panel is answered already."""
        task = asyncio.get_running_loop().create_task(playing)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def end(self) -> None:
        """Stop what goes on."""
        tasks = tuple(self.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


Act = Callable[[Stage, str], Awaitable[Scene]]
"""What a button of the director's does. The second argument is the language of the person who pressed it."""
