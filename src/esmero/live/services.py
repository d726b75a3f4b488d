"""What live sessions work with, built once in `app/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from esmero.contract.ports import Bus
from esmero.desk.directory import Directory, InboxCard
from esmero.desk.setting_up import SEALED_FOR
from esmero.flow.attend import Attend
from esmero.flow.beginning import Begin
from esmero.flow.forwarding import Forward
from esmero.flow.handle import Handle
from esmero.flow.intake import LONGEST, Intake
from esmero.flow.reply import Reply
from esmero.flow.retry import Retry
from esmero.kit.clock import Clock
from esmero.kit.filetypes import PROGRAMS
from esmero.kit.sealed import Sealer
from esmero.kit.signing import Signer
from esmero.live.cards import InboxCards
from esmero.live.hub import Hub
from esmero.live.limits import Buckets
from esmero.live.links import FileLinks, PageLinks
from esmero.live.moments import Moments
from esmero.live.presence import Presence
from esmero.live.render import Render
from esmero.store.database import Database

_NEVER = sorted(PROGRAMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The desk, as the live edge sees it."""

    database: Database
    bus: Bus
    clock: Clock
    sealer: Sealer
    signer: Signer
    directory: Directory
    file_links: FileLinks
    page_links: PageLinks
    hub: Hub
    render: Render
    presence: Presence
    cards: InboxCards
    moments: Moments
    intake: Intake
    attend: Attend
    reply: Reply
    begin: Begin
    forward: Forward
    retry: Retry
    handle: Handle
    buckets: Buckets
    upload_bytes: int
    upload_types: tuple[str, ...]
    message_files: int
    session_idle_ms: int

    @property
    def visitor_limits(self) -> dict[str, Any]:
        """What a visitor's browser should know before it tries (docs/protocol.md, section 2)."""
        return {
            "text": LONGEST,
            "file": self.upload_bytes,
            "files": self.message_files,
            "types": self.upload_types,
            "never": _NEVER,
        }

    def inbox_secret(self, card: InboxCard) -> bytes | None:
        """Return the secret that a shop signs its customers' names with, if it has one."""
        if card.secret is None:
            return None
        return self.sealer.open(card.secret, purpose=SEALED_FOR, about=str(card.id))
