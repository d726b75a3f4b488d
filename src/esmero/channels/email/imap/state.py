"""How an inbox that is followed is doing, for settings and doctor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import Struct


class State(Struct, frozen=True, kw_only=True):
    """What to show of an inbox.

    Attributes:
        kind: `ok`: mails come; `connecting`; `waiting`: trouble that passes by itself, tried again soon; `refused`:
            somebody has to change something, tried again rarely, so that no account is locked.
        code: of the trouble (see `trouble.WORDS`); empty where there is none.
        words: one English sentence.
        since: when this state began, UTC milliseconds.
        last_mail_at: when the last mail was handed over.
        idles: whether the server tells of mails by itself; otherwise it is asked every few seconds.
        later: how many mails couldn't be had or kept, and are tried again.
        too_large: how many mails were larger than the desk takes since this process began; of each the desk has the
            header, and says so in its place.
    """

    kind: Literal["ok", "connecting", "waiting", "refused"]
    since: int
    code: str = ""
    words: str = ""
    last_mail_at: int | None = None
    idles: bool = False
    later: int = 0
    too_large: int = 0


STATE = "mailbox"
"""The name under which an inbox's state is remembered."""
read_state = msgspec.json.Decoder(State).decode

Tell = Callable[[int, State], None]
"""Called on the event loop with an inbox and its new state."""
