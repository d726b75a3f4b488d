"""What a mail falls into: its writer's own words, what they quote, and a signature."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Kind = Literal["own", "quoted", "signature"]


class Part(Struct, frozen=True):
    """Lines of one kind that follow one another."""

    kind: Kind
    text: str


class Split(Struct, frozen=True):
    """A mail taken apart.

    Attributes:
        parts: in the order of the mail; their texts joined with newlines are the mail again, line for line (every line
            end is a newline then). Neighbours differ in kind.
    """

    parts: tuple[Part, ...]

    @property
    def own(self) -> str:
        """The writer's own words: paragraphs of theirs one empty line apart, however much was quoted between them."""
        return _joined(part.text for part in self.parts if part.kind == "own")

    @property
    def quoted(self) -> str:
        """All that is quoted, with the lines and headers that say whom."""
        return _joined(part.text for part in self.parts if part.kind == "quoted")


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(trimmed for text in texts if (trimmed := _without_outer_blank_lines(text)))


def _without_outer_blank_lines(text: str) -> str:
    lines = text.split("\n")
    full = [at for at, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[full[0] : full[-1] + 1]) if full else ""
