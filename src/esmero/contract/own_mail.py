"""The desk's own mail: what it writes to its people, not as anybody's reply."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Purpose = Literal["invitation", "reset", "code", "alert", "mended", "trial"]
"""`code` is for whoever must show that an address is theirs: its value `code`, and `minutes` for which it works."""


class OwnMail(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One mail that is to be written, in the recipient's language.

    Attributes:
        about: within a purpose, which of several texts: `mailbox` or `quarantine`, say.
        values: what the text fills in. They may hold a secret, so they are sealed while they wait.
        link: where the mail's one button leads.
    """

    purpose: Purpose
    to: str
    name: str = ""
    language: str = "en"
    about: str = ""
    values: dict[str, str | int] = {}
    link: str = ""

    def __repr__(self) -> str:
        return f"OwnMail({self.purpose} to {self.to})"  # never a link or a code


class OwnLetter(Struct, frozen=True, kw_only=True):
    """The same, written. `key` is the same at every attempt to send it."""

    key: str
    to: str
    to_name: str
    language: str
    subject: str
    text: str
    html: str

    def __repr__(self) -> str:
        return f"OwnLetter({self.key} to {self.to})"
