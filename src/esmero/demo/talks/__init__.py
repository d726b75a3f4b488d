"""What was said: written talks in four languages, read from the text files beside this one.

A talk begins with `= subject | label | priority`; then each line is a turn: `c` the customer, `a` an agent, `n` a note.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple, cast

Kind = Literal["c", "a", "n"]
LANGUAGES = ("en", "es", "hi", "hu")


class Turn(NamedTuple):
    """One thing said: by the customer, by an agent, or in a note."""

    kind: Kind
    text: str


class Talk(NamedTuple):
    """A written talk."""

    language: str
    subject: str
    label: str
    priority: str
    turns: tuple[Turn, ...]


def read(language: str) -> list[Talk]:
    """Return the talks of one language, in the order in which they were written."""
    written = Path(__file__).with_name(f"{language}.txt").read_text(encoding="utf-8")
    return [_talk(language, block) for block in written.split("\n\n") if block.strip()]


def _talk(language: str, block: str) -> Talk:
    head, *lines = block.strip().splitlines()
    subject, label, priority = (*(part.strip() for part in head.removeprefix("=").split("|")), "normal")[:3]
    turns = tuple(Turn(cast("Kind", line[0]), line[2:].strip()) for line in lines)
    return Talk(language, subject, label, priority, turns)
