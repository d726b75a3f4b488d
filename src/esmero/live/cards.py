"""An inbox as its customers see it (docs/protocol.md, section 4), kept true while they look.

The card changes when settings, people or the hour change. It is written once for all visitors of an inbox, and pushed
only if it says something else than before.
"""

from __future__ import annotations

import asyncio
import contextlib
from datetime import date
from functools import lru_cache
from typing import Any

import structlog

from esmero.care.hours import rules as hours
from esmero.channels.chat.settings import KIND, ChatSettings, Hours
from esmero.channels.registry import FACES
from esmero.desk.directory import Directory, InboxCard
from esmero.kit.clock import MINUTE, Clock
from esmero.kit.errors import EsmeroError
from esmero.live.frames import write
from esmero.live.hub import Hub
from esmero.live.presence import Presence

LOOK_EVERY_SECONDS = 10
"""An inbox opens and closes by the clock, without any event."""

_said = structlog.get_logger(__name__)


class Gone(EsmeroError):
    """The inbox is not, or no longer, in use."""

    code = "no_such_inbox"
    status = 403
    title = "This chat is not in use."


class InboxCards:
    """The cards that visitors have on their screens."""

    def __init__(self, hub: Hub, directory: Directory, presence: Presence, clock: Clock) -> None:
        self._hub = hub
        self._directory = directory
        self._presence = presence
        self._clock = clock
        self._shown: dict[int, bytes] = {}
        self._woken = asyncio.Event()
        directory.subscribe(self._woken.set)
        presence.subscribe(self._woken.set)

    def of(self, card: InboxCard) -> dict[str, Any]:
        """Return an inbox's card as it is now."""
        settings = chat_settings(card)
        state = _state(card.channel, card.settings, self._clock.now() // MINUTE)
        return {
            "key": card.key,
            "name": card.name,
            "brand": settings.brand or card.name,
            "greeting": settings.greeting,
            "address": settings.address,
            "languages": settings.languages,
            "accent": settings.accent or None,
            "open": state.open,
            "until": state.until,
            "back": state.back,
            "zone": settings.hours.zone,
            "people": self._presence.people_of(card.id),
            "ways": [{"kind": "chat"}, *settings.ways] if card.channel == KIND else settings.ways,
            "files": settings.files,
            "identity_required": settings.identity_required,
        }

    async def run(self) -> None:
        """Push what changed, until cancelled. Whatever breaks is told, and the next look comes."""
        while True:
            self._woken.clear()
            try:
                self.look()
            except Exception:  # noqa: BLE001 - told, and the next look comes
                _said.exception("an inbox could not be shown")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY_SECONDS):
                    await self._woken.wait()

    def look(self) -> None:
        """Push the cards that say something else than before to those who look at them."""
        visitors = self._hub.visitors
        changed: dict[int, bytes | None] = {}
        for inbox_id in {pipe.address.inbox_id for pipe in visitors}:
            frame = self._frame(inbox_id)
            if frame is None or frame != self._shown.get(inbox_id):
                changed[inbox_id] = frame
                self._shown[inbox_id] = frame or b""
        for pipe in visitors if changed else ():
            if pipe.address.inbox_id in changed:
                frame = changed[pipe.address.inbox_id]
                if frame is None:
                    pipe.close(4403, Gone.code)
                else:
                    pipe.push(frame)

    def _frame(self, inbox_id: int) -> bytes | None:
        card = self._directory.inbox(inbox_id)
        return None if card is None else write({"t": "inbox", "inbox": self.of(card)})


def chat_settings(card: InboxCard) -> ChatSettings:
    """Return how an inbox is set up for those who write live: the chat's own settings, or what a page needs of another.

    A conversation of any channel has a page where its customer goes on live.
    """
    return _chat_settings(card.channel, card.settings)


def week_of(written: Hours) -> hours.Week | None:
    """Return the week that an inbox's hours mean; None where it is always open."""
    if written.always:
        return None
    return hours.Week(
        zone=written.zone,
        days=tuple(tuple(hours.Span(begins, ends) for begins, ends in day) for day in written.days),
        days_off=frozenset(date.fromisoformat(day) for day in written.days_off),
    )


@lru_cache(maxsize=512)
def _state(channel: str, written: str, minute: int) -> hours.State:
    """Ten thousand visitors who come back at once get the same answer: hours begin and end with whole minutes."""
    return hours.state_at(week_of(_chat_settings(channel, written).hours), minute * MINUTE)


@lru_cache(maxsize=512)
def _chat_settings(channel: str, written: str) -> ChatSettings:
    return FACES[channel](written)
