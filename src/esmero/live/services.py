"""What live sessions work with, built once in `app.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from esmero.care.hours import rules as hours
from esmero.channels.chat.settings import ChatSettings, Hours, read_chat_settings
from esmero.contract.ports import Bus
from esmero.desk.directory import Directory, InboxCard
from esmero.flow.attend import Attend
from esmero.flow.handle import Handle
from esmero.flow.intake import LONGEST, Intake
from esmero.flow.reply import Reply
from esmero.kit.clock import Clock
from esmero.kit.sealed import Sealer
from esmero.kit.signing import Signer
from esmero.live.hub import Hub
from esmero.live.limits import Limits
from esmero.live.moments import Moments
from esmero.live.presence import Presence
from esmero.live.render import Render
from esmero.store.database import Database

SEALED_FOR = "inbox-secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The desk, as the live edge sees it."""

    database: Database
    bus: Bus
    clock: Clock
    sealer: Sealer
    signer: Signer
    directory: Directory
    hub: Hub
    render: Render
    presence: Presence
    moments: Moments
    intake: Intake
    attend: Attend
    reply: Reply
    handle: Handle
    limits: Limits = field(default_factory=Limits)
    upload_bytes: int
    message_files: int

    @property
    def visitor_limits(self) -> dict[str, int]:
        """What a visitor's browser should know before it tries: characters, bytes, and files in one message."""
        return {"text": LONGEST, "file": self.upload_bytes, "files": self.message_files}

    def chat_settings(self, card: InboxCard) -> ChatSettings:
        """Return how a chat is set up."""
        return _chat_settings(card.settings)

    def inbox_secret(self, card: InboxCard) -> bytes | None:
        """Return the secret that a shop signs its customers' names with, if it has one."""
        if card.secret is None:
            return None
        return self.sealer.open(card.secret, purpose=SEALED_FOR, about=str(card.id))

    def inbox_card(self, card: InboxCard) -> dict[str, Any]:
        """Return an inbox as a customer sees it (docs/protocol.md, section 4)."""
        settings = self.chat_settings(card)
        state = hours.state_at(week_of(settings.hours), self.clock.now())
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
            "people": self.presence.people_of(card.id),
            "ways": [{"kind": "chat"}, *settings.ways],
            "files": settings.files,
            "identity_required": settings.identity_required,
        }


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
def _chat_settings(written: str) -> ChatSettings:
    return read_chat_settings(written)
