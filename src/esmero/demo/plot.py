"""The plot of the six weeks: what is told, by whom, to whom and when, decided before a word of it is written."""

from __future__ import annotations

import random  # noqa: TID251 - dice that fall the same each time, so that a demo can be spoken about
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from esmero.demo import talks
from esmero.demo.cast import Cast
from esmero.demo.people import FROM_RIGHT, LONG_NAME
from esmero.demo.repertoire import SPAM, Repertoire
from esmero.demo.talks import Talk, Turn
from esmero.desk.agents import Agent
from esmero.kit.clock import DAY, HOUR, MINUTE, SECOND

WEEKS = 6
BUSY = (10, 8, 8, 7, 7, 3, 2)
"""Talks on each day of a week, Monday first."""
UNSETTLED = 32
"""The last ones, which are still open, pending or snoozed."""

Ending = Literal["waits", "answered", "pending", "snoozed", "closed", "blocked", "returned"]
_SPOKEN = ("en", "en", "es", "es", "es", "hi", "hi", "hu", "hu", "hu")
_PAUSE = {"c": 20 * SECOND, "a": 90 * SECOND, "n": 30 * SECOND}


@dataclass
class Story:
    """One talk as it happened: with whom, who answered, and when. The ids are known once it has begun."""

    number: int
    talk: Talk
    name: str
    agent: Agent
    inbox_id: int
    begins: int
    told: tuple[Turn, ...]
    ending: Ending
    conversation_id: int = 0
    customer_id: int = 0
    address: str = ""


@dataclass(order=True)
class Step:
    """One thing that happens at one time: a turn of a story, or its ending."""

    at: int
    number: int
    place: int
    story: Story = field(compare=False)
    turn: Turn | None = field(compare=False, default=None)


def plot(cast: Cast, now: int) -> list[Story]:
    """Return what happened in the weeks before now, the newest first."""
    dice = random.Random(58)  # noqa: S311 - no secret hangs on it
    repertoires = {language: Repertoire(language, dice) for language in talks.LANGUAGES}
    times = sorted(_times(dice, now), reverse=True)
    return [_story(cast, repertoires, dice, begins, number) for number, begins in enumerate(times)]


def steps(stories: list[Story], now: int) -> list[Step]:
    """Return everything that happens in these stories, in the order of time."""
    return sorted(step for story in stories for step in _steps_of(story, now))


def _story(cast: Cast, repertoires: dict[str, Repertoire], dice: random.Random, begins: int, number: int) -> Story:
    """Return the story of this number, counted from now backwards."""
    language = _SPOKEN[number % len(_SPOKEN)] if number < UNSETTLED else dice.choice(_SPOKEN)
    repertoire = repertoires[language]
    talk = repertoire.unsettled() if number < UNSETTLED else repertoire.settled()
    ending = _ending(number, talk)
    is_trade = number % 17 == 5
    return Story(
        number=number,
        talk=talk,
        name={7: LONG_NAME, 11: FROM_RIGHT}.get(number) or repertoire.name(),
        agent=cast.answering(language, dice.randrange(60), trade=is_trade),
        inbox_id=cast.trade_id if is_trade else cast.shop_id,
        begins=begins,
        told=talk.turns[: _turns(talk, ending, dice)],
        ending=ending,
    )


def _ending(number: int, talk: Talk) -> Ending:
    if number >= UNSETTLED:
        return "blocked" if talk.label == SPAM else "closed"
    endings: tuple[Ending, ...] = ("waits", "waits", "answered", "waits", "pending", "answered", "snoozed")
    return endings[number % len(endings)]


def _turns(talk: Talk, ending: Ending, dice: random.Random) -> int:
    """How far a talk has come: one that waits ends with the customer, an answered one with us."""
    if ending in ("closed", "blocked"):
        return len(talk.turns)
    wanted = "c" if ending == "waits" else "a"
    places = [place + 1 for place, turn in enumerate(talk.turns) if turn.kind == wanted]
    begun = places[1:-1] or places[:1]  # two in three have had an answer, and are somebody's
    return dice.choice(begun) if wanted == "a" or dice.randrange(3) else places[0]


def _times(dice: random.Random, now: int) -> Iterator[int]:
    """When talks begin: in the day's hours, more on Mondays, and the last few in the last three hours."""
    for day in range(WEEKS * 7, 0, -1):
        midnight = (now - day * DAY) // DAY * DAY
        weekday = (midnight // DAY + 3) % 7  # 1970 began on a Thursday
        for _ in range(BUSY[weekday]):
            begins = midnight + 7 * HOUR + dice.randrange(11 * HOUR)
            if now - WEEKS * 7 * DAY < begins < now - 5 * HOUR:
                yield begins
    for place in range(UNSETTLED):
        yield now - 170 * MINUTE + place * 5 * MINUTE + dice.randrange(4 * MINUTE)


def _steps_of(story: Story, now: int) -> Iterator[Step]:
    dice = random.Random(story.number)  # noqa: S311 - no secret hangs on it
    pauses = [_PAUSE[turn.kind] + dice.randrange(3 * MINUTE) for turn in story.told]
    passed = [0, *accumulate(pauses)]
    # A talk that began a while ago has come this far by now, however fast the two had to be.
    haste = min(1.0, (now - MINUTE - story.begins) / (passed[-1] + MINUTE))
    for place, turn in enumerate(story.told):
        yield Step(story.begins + int(passed[place] * haste), story.number, place, story, turn)
    yield Step(story.begins + int((passed[-1] + MINUTE) * haste), story.number, len(story.told), story)
