"""The kinds of channels that are built in, and what makes settings of what somebody asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from esmero.channels.chat.settings import ChatSettings, check_chat_settings
from esmero.channels.email.settings import EmailSettings, check_email_settings

Kind = Literal["chat", "email"]
Settings = ChatSettings | EmailSettings

CHECKS: dict[Kind, Callable[[object], Settings]] = {"chat": check_chat_settings, "email": check_email_settings}
