"""The kinds of channels that are built in: what makes settings of what somebody asks for, and what customers see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from esmero.channels.chat.channel import Chat
from esmero.channels.chat.settings import LANGUAGES, ChatSettings, Way, check_chat_settings, read_chat_settings
from esmero.channels.email.channel import Email
from esmero.channels.email.settings import EmailSettings, check_email_settings, read_email_settings

Kind = Literal["chat", "email"]
MOST_HOURS = 8_760
"""The longest time after its closing within which a chat can be set to take a conversation up again."""
Settings = ChatSettings | EmailSettings

CHECKS: dict[Kind, Callable[[object], Settings]] = {"chat": check_chat_settings, "email": check_email_settings}


def _page_of_mail(written: str) -> ChatSettings:
    """Return what the page of a mail conversation needs to know of its inbox."""
    mail = read_email_settings(written)
    return ChatSettings(
        brand=mail.brand,
        languages=(mail.language, *(one for one in LANGUAGES if one != mail.language)),
        ways=(Way(kind="email", address=mail.address),),
        reopen_hours=min(mail.reopen_days * 24, MOST_HOURS),
    )


FACES: dict[str, Callable[[str], ChatSettings]] = {"chat": read_chat_settings, "email": _page_of_mail}
"""How an inbox of each kind looks to those who are live: in its widget, or on a conversation's own page."""

WRITE_FIRST = frozenset(channel.kind for channel in (Chat, Email) if channel.abilities.writes_first)
"""The kinds by which somebody can be written to at an address alone."""
