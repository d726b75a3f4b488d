"""The lines of a page, and which of those that look quoted its writer wrote.

Outlook and others put a mail that is answered below a ruler, unmarked to its end, and whoever answers between its lines
does so in a colour. As in plain text, what can't be told apart is the writer's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from esmero.channels.email.reading.colours import Colour
from esmero.language.quotes import may_hold_answers

_DEEPEST = 20
_QUESTION = ("?", "？", "؟", ";")


class Line(NamedTuple):
    """A line of a page.

    Attributes:
        boxes: how many boxes for quotes it stands in.
        rest: it stands below a ruler from which on everything is an older mail.
        colours: of its words.
    """

    text: str
    boxes: int = 0
    rest: bool = False
    colours: frozenset[Colour] = frozenset()

    @property
    def is_quoted(self) -> bool:
        """Whether the page says that somebody else wrote this."""
        return self.boxes > 0 or self.rest

    @property
    def is_vivid(self) -> bool:
        """Whether all of its words are in a colour."""
        return "vivid" in self.colours and "dull" not in self.colours

    def __str__(self) -> str:
        depth = min(self.boxes + self.rest, _DEEPEST)
        return f"{'>' * depth} {self.text}".rstrip() if depth else self.text


def free_own_lines(lines: list[Line]) -> tuple[list[Line], bool]:
    """Return the lines with the writer's own out of the quote, and whether their colour told them."""
    first = next((at for at, line in enumerate(lines) if line.is_quoted and line.text), None)
    if first is None or not any(line.rest or "vivid" in line.colours for line in lines):
        return lines, False
    above = [line.text for line in lines[:first] if line.text.strip()]
    open_to_all = may_hold_answers(reversed(above))
    if _colours_tell(lines, announced=open_to_all and bool(above)):
        return [_freed(line) if _is_answer(line, announced=open_to_all) else line for line in lines], True
    if open_to_all and any(line.rest for line in lines):
        return [line._replace(rest=False) for line in lines], False
    return lines, False


def _colours_tell(lines: list[Line], *, announced: bool) -> bool:
    """Tell whether quoted lines are in a colour and others are not: as announced, or as answers below questions."""
    quoted = [line for line in lines if line.is_quoted and line.colours]
    if all(line.is_vivid for line in quoted):
        return False
    if announced:
        return any("vivid" in line.colours for line in quoted)
    below = any(
        line.is_vivid and above.text.endswith(_QUESTION) and not above.is_vivid for above, line in pairwise(quoted)
    )
    return below or any(map(_answers_itself, quoted))


def _answers_itself(line: Line) -> bool:
    """Tell whether a question is followed by words in a colour on its own line."""
    asked = any(sign in line.text[:-1] for sign in _QUESTION[:3])
    return asked and {"vivid", "dull"} <= line.colours and not line.text.endswith(_QUESTION)


def _is_answer(line: Line, *, announced: bool) -> bool:
    if not line.is_quoted:
        return False
    return "vivid" in line.colours if announced else line.is_vivid or _answers_itself(line)


def _freed(line: Line) -> Line:
    return line._replace(boxes=0, rest=False)
