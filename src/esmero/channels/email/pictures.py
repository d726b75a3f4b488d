"""Pictures that a mail names and doesn't bring: fetched by the desk, when somebody asks for them, and kept for a while.

Who sent the mail chose the address, so nothing about it is trusted: not where it leads (public addresses only, also
after a redirect), not how much comes, not what it says it is. An answer is a picture by its bytes or it is nothing; and
SVG, which is a program, is nothing.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from esmero.kit.errors import EsmeroError
from esmero.kit.filetypes import HEAD, PICTURES, kind_of
from esmero.kit.pixels import pixels

if TYPE_CHECKING:
    from esmero.channels.email.fetch import Rules

LARGEST: Final = 5_000_000
"""Octets of one picture."""
MOST_PIXELS: Final = 40_000_000
"""Width by height: a picture of a few kilobytes can unfold to gigabytes in a browser."""
SECONDS: Final = 8.0
AT_ONCE: Final = 8
KEPT_SECONDS: Final = 3_600.0
REFUSED_SECONDS: Final = 60.0
ROOM: Final = 50_000_000
"""Octets that are kept in memory, by each process."""
_OVERHEAD: Final = 500


class NoPicture(EsmeroError):
    """What lies there is no picture that the desk shows, or it can't be had."""

    code = "no_picture"
    status = 404
    title = "This picture can't be had."


class Picture(Struct, frozen=True):
    """One of the kinds that browsers decode as pictures and nothing else."""

    type: str
    content: bytes


class _Kept(Struct, frozen=True):
    picture: Picture | None
    until: float


class Pictures:
    """Fetches each once at a time, and gives it from memory for a while, also that it could not be had."""

    def __init__(self, *, private: bool = False, room: int = ROOM) -> None:
        """Make one. `private`: pictures may lie in the desk's own network, as no sender may say."""
        self._private = private
        self._room = room
        self._kept = OrderedDict[str, _Kept]()
        self._size = 0
        self._under_way = dict[str, asyncio.Task[Picture | None]]()
        self._turn = asyncio.Semaphore(AT_ONCE)

    async def fetch(self, url: str) -> Picture:
        """Return the picture at an address.

        Raises:
            NoPicture: it can't be had, or is none.
        """
        known = self._kept.get(url)
        if known is not None and known.until > monotonic():
            self._kept.move_to_end(url)
            picture = known.picture
        else:
            picture = await self._once(url)
        if picture is None:
            raise NoPicture
        return picture

    async def _once(self, url: str) -> Picture | None:
        task = self._under_way.get(url)
        if task is None:
            task = self._under_way[url] = asyncio.create_task(self._fetched(url))
            task.add_done_callback(lambda _: self._under_way.pop(url, None))
        return await asyncio.shield(task)  # who goes away takes it from nobody else

    async def _fetched(self, url: str) -> Picture | None:
        from esmero.channels.email.fetch import fetch  # a desk that shows none doesn't pay for it
        from esmero.channels.email.trouble import ServerTrouble

        async with self._turn:
            try:
                answer = await fetch(url, seconds=SECONDS, rules=self._rules())
            except ServerTrouble:
                picture = None
            else:
                picture = _picture_of(answer.body) if answer.status == 200 else None
        self._keep(url, picture)
        return picture

    def _rules(self) -> Rules:
        from esmero.channels.email.fetch import Rules

        return Rules(
            private=self._private,
            plain=True,
            usual_ports=not self._private,
            largest=LARGEST,
            accept=", ".join(sorted(PICTURES)),
            agent="Mozilla/5.0 (compatible; Esmero)",  # some servers answer nobody without a name
        )

    def _keep(self, url: str, picture: Picture | None) -> None:
        self._forget(url)
        seconds = REFUSED_SECONDS if picture is None else KEPT_SECONDS
        self._kept[url] = _Kept(picture, monotonic() + seconds)
        self._size += _size(self._kept[url])
        while self._size > self._room:
            self._forget(next(iter(self._kept)))

    def _forget(self, url: str) -> None:
        known = self._kept.pop(url, None)
        if known is not None:
            self._size -= _size(known)


def _picture_of(body: bytes) -> Picture | None:
    kind = kind_of(body[:HEAD], "")
    if kind not in PICTURES:
        return None
    size = pixels(body)
    return Picture(kind, body) if size is not None and 0 < size <= MOST_PIXELS else None


def _size(kept: _Kept) -> int:
    return _OVERHEAD + (len(kept.picture.content) if kept.picture else 0)
