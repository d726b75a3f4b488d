"""What can be told in one language, and with whom: it never says the same twice if it can help it."""

from __future__ import annotations

import random  # noqa: TID251 - only its type: whoever calls brings the dice

from esmero.demo import talks
from esmero.demo.people import CUSTOMERS
from esmero.demo.talks import Talk

SPAM = "spam"
"""The label of talks that end with their customer being blocked."""


class Repertoire:
    """Each written talk once, and everyday ones in ever new words."""

    def __init__(self, language: str, dice: random.Random) -> None:
        self._dice = dice
        self._written = talks.read(language)
        self._everyday = talks.read_everyday(language)
        self._names = list(CUSTOMERS[language])
        self._told = 0
        self._met = 0
        dice.shuffle(self._written)
        dice.shuffle(self._names)

    def unsettled(self) -> Talk:
        """Return a talk that may still be going on: a written one as long as there is one."""
        place = next((place for place, talk in enumerate(self._written) if talk.label != SPAM), None)
        return self._common() if place is None else self._written.pop(place)

    def settled(self) -> Talk:
        """Return a talk that is over: now and then a written one, else one of every day."""
        return self._written.pop() if self._written and self._dice.randrange(6) == 0 else self._common()

    def name(self) -> str:
        """Return whom the next talk is with; everybody else comes before the same person comes back."""
        self._met += 1
        return self._names[self._met % len(self._names)]

    def _common(self) -> Talk:
        self._told += 1
        talk = self._everyday.talks[self._told % len(self._everyday.talks)]
        return talks.tell(talk, self._everyday.words, self._dice)
