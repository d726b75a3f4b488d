"""What was said: talks in four languages, read from the text files beside this one.

`en.txt` holds what was written to be told once, `en-everyday.txt` what is told again and again in other words, and
`en-mail.txt` what was written by mail: there `¶` parts paragraphs, and the first is of who has a mailbox in the demo. A
talk begins with `= subject | label | priority`; then each line is a turn: `c` the customer, `a` an agent, `n` a note,
with a paper in brackets where one goes along (`c [photo] …`).

Everyday talks choose: `{this|that}` is one of the two, `{order}` an order's number, and `{lamp}` one of the words that
stand behind `+ lamp` at the head of the file, the same all through a talk. Choices that begin with `#` fall alike all
through a talk, so that what is answered is what was asked.
"""

from __future__ import annotations

import random  # noqa: TID251 - only its type: whoever calls brings the dice
import re
from pathlib import Path
from typing import Literal, NamedTuple, cast

Kind = Literal["c", "a", "n"]
LANGUAGES = ("en", "es", "hi", "hu")
_TURN = re.compile(r"(?P<kind>[can]) (?:\[(?P<paper>\w+)\] )?(?P<text>.+)")
_CHOICE = re.compile(r"\{([^{}]*)\}")


class Turn(NamedTuple):
    """One thing said: by the customer, by an agent, or in a note; `paper` is what was attached, if anything."""

    kind: Kind
    text: str
    paper: str | None = None


class Talk(NamedTuple):
    """A written talk."""

    language: str
    subject: str
    label: str
    priority: str
    turns: tuple[Turn, ...]


class Everyday(NamedTuple):
    """Talks to be told in varying words, and the words to choose from."""

    talks: tuple[Talk, ...]
    words: dict[str, tuple[str, ...]]


def read(language: str) -> list[Talk]:
    """Return the talks of one language that are told once, in the order in which they were written."""
    return [_talk(language, block) for block in _blocks(language)]


def read_letters(language: str) -> list[Talk]:
    """Return what was written by mail in one language."""
    return [_talk(language, block) for block in _blocks(f"{language}-mail")]


def read_everyday(language: str) -> Everyday:
    """Return the talks of one language that can be told often."""
    head, *blocks = _blocks(f"{language}-everyday")
    words = (tuple(part.strip() for part in line.removeprefix("+").split("|")) for line in head.splitlines())
    return Everyday(tuple(_talk(language, block) for block in blocks), {name: choice for name, *choice in words})  # type: ignore[misc]


def tell(talk: Talk, words: dict[str, tuple[str, ...]], dice: random.Random) -> Talk:
    """Return an everyday talk with everything chosen."""
    choices = Choices(words, dice)
    turns = tuple(turn._replace(text=choices.made_in(turn.text)) for turn in talk.turns)
    return talk._replace(subject=choices.made_in(talk.subject), turns=turns)


class Choices:
    """What was chosen for one telling of one talk."""

    def __init__(self, words: dict[str, tuple[str, ...]], dice: random.Random) -> None:
        self._dice = dice
        self._way = dice.randrange(6)  # 6 has 2 and 3, the numbers of ways that talks have
        self._words = {name: dice.choice(choice) for name, choice in words.items()}
        self._words["order"] = f"{dice.randrange(55, 59)}-{dice.randrange(10_000):04}"

    def made_in(self, text: str) -> str:
        """Return a text with what stands in braces resolved, the innermost first."""
        while (found := _CHOICE.search(text)) is not None:
            text = text[: found.start()] + self._choose(found[1]) + text[found.end() :]
        return text

    def _choose(self, written: str) -> str:
        if "|" not in written:
            return self._words[written]
        alike, options = written.startswith("#"), written.removeprefix("#").split("|")
        return options[self._way % len(options)] if alike else self._dice.choice(options)


def _blocks(name: str) -> list[str]:
    written = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    return [block.strip() for block in written.split("\n\n") if block.strip()]


def _talk(language: str, block: str) -> Talk:
    head, *lines = block.splitlines()
    subject, label, priority = (*(part.strip() for part in head.removeprefix("=").split("|")), "normal")[:3]
    return Talk(language, subject, label, priority, tuple(_turn(line) for line in lines))


def _turn(line: str) -> Turn:
    found = _TURN.fullmatch(line)
    if found is None:
        raise ValueError(f"not a turn of a talk: {line!r}")
    return Turn(cast("Kind", found["kind"]), found["text"], found["paper"])
