"""Six weeks of history, told to the log as it would have happened, so that everything that follows the log is right."""

from __future__ import annotations

import random  # noqa: TID251 - dice that fall the same each time, so that a demo can be spoken about
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from esmero.contract import facts
from esmero.contract.events import Actor, Content
from esmero.contract.facts import Priority
from esmero.demo import talks
from esmero.demo.cast import CUSTOMERS, FROM_RIGHT, LONG_NAME, Cast, make_cast
from esmero.demo.talks import Talk
from esmero.desk import checks, marks, timers
from esmero.desk.agents import Agent
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.flow.handle import SNOOZE
from esmero.kit.clock import DAY, HOUR, MINUTE, SECOND, Clock
from esmero.kit.passwords import Passwords
from esmero.store.database import Database
from esmero.store.session import Transaction

WEEKS = 6
A_DAY = 7
"""Talks on an ordinary day."""
STILL_OPEN = 32
"""The last ones, which are not settled yet."""
SLICE = 250
"""Steps in one transaction."""


@dataclass
class Story:
    """One talk as it happened: with whom, who answered, and when."""

    talk: Talk
    name: str
    agent: Agent
    inbox_id: int
    begins: int
    turns: int
    ending: str
    number: int
    conversation_id: int = 0
    customer_id: int = 0


@dataclass(order=True)
class Step:
    """One thing that happens at one time."""

    at: int
    story: int
    place: int
    kind: str = field(compare=False)
    text: str = field(compare=False, default="")


async def seed(database: Database, passwords: Passwords, clock: Clock) -> Cast:
    """People the desk and tell it six weeks of talks that end now."""
    password = await passwords.hash(f"{random.SystemRandom().getrandbits(128):x}")
    written = {language: talks.read(language) for language in talks.LANGUAGES}
    names = sorted({talk.label for told in written.values() for talk in told} | {"VIP"})
    begun = clock.now() - WEEKS * 7 * DAY
    cast_ = await database.write(lambda tx: make_cast(tx, password=password, at=begun, label_names=names))
    stories = list(_stories(written, cast_, clock.now()))
    steps = sorted(step for place, story in enumerate(stories) for step in _steps(story, place, clock.now()))
    for first in range(0, len(steps), SLICE):
        part = steps[first : first + SLICE]
        await database.write(lambda tx, part=part: _tell(tx, part, stories, cast_))  # type: ignore[misc]
    await database.write(lambda tx: _finish(tx, stories, cast_, clock.now()))
    return cast_


def _stories(written: dict[str, list[Talk]], cast_: Cast, now: int) -> Iterator[Story]:
    dice = random.Random(58)  # noqa: S311 - no secret hangs on it
    languages = [language for language in talks.LANGUAGES for _ in range(2)] + ["es", "hu"]
    times = sorted(_times(dice, now))
    used = dict.fromkeys(talks.LANGUAGES, 0)
    for number, begins in enumerate(times):
        language = dice.choice(languages)
        talk = written[language][used[language] % len(written[language])]
        used[language] += 1
        left = len(times) - number
        ending = "closed" if left > STILL_OPEN else ("waits", "waits", "answered", "pending", "snoozed")[left % 5]
        trade = number % 17 == 3
        yield Story(
            talk=talk,
            name=_name(language, used[language], left),
            agent=cast_.answering(language, number, trade=trade),
            inbox_id=cast_.trade_id if trade else cast_.shop_id,
            begins=begins,
            turns=_turns(talk, ending, dice),
            ending=ending,
            number=number,
        )


def _times(dice: random.Random, now: int) -> Iterator[int]:
    """When talks begin: in the day's hours, more on Mondays, and the last few in the last three hours."""
    for day in range(WEEKS * 7, 0, -1):
        midnight = (now - day * DAY) // DAY * DAY
        weekday = (midnight // DAY + 3) % 7
        busy = (9, 7, 7, 6, 6, 3, 2)[weekday] * A_DAY // 7
        for _ in range(busy):
            begins = midnight + 7 * HOUR + dice.randrange(11 * HOUR)
            if begins < now - 5 * HOUR:
                yield begins
    for place in range(STILL_OPEN):
        yield now - 170 * MINUTE + place * 5 * MINUTE + dice.randrange(4 * MINUTE)


def _name(language: str, count: int, left: int) -> str:
    if left == 7:
        return LONG_NAME
    if left == 11:
        return FROM_RIGHT
    names = CUSTOMERS[language]
    return names[count % len(names)]


def _turns(talk: Talk, ending: str, dice: random.Random) -> int:
    """How far a talk has come: an unanswered one ends with the customer, an answered one with us."""
    if ending == "closed":
        return len(talk.turns)
    wanted = "c" if ending == "waits" else "a"
    places = [place + 1 for place, turn in enumerate(talk.turns) if turn.kind == wanted]
    begun = places[1:-1] or places[:1]  # two in three have had an answer, and are somebody's
    return dice.choice(begun) if wanted == "a" or dice.randrange(3) else places[0]


def _steps(story: Story, place: int, now: int) -> Iterator[Step]:
    dice = random.Random(story.number)  # noqa: S311 - no secret hangs on it
    at = story.begins
    for number, turn in enumerate(story.talk.turns[: story.turns]):
        yield Step(min(at, now - SECOND), place, number, turn.kind, turn.text)
        pause = {"c": 20 * SECOND, "a": 90 * SECOND, "n": 30 * SECOND}[turn.kind]
        at += pause + dice.randrange(3 * MINUTE)
    if story.ending == "closed":
        yield Step(min(at + 4 * MINUTE, now - SECOND), place, len(story.talk.turns), "close")


def _tell(tx: Transaction, steps: list[Step], stories: list[Story], cast_: Cast) -> None:
    for step in steps:
        story = stories[step.story]
        if step.place == 0:
            _open(tx, story, step, cast_)
        else:
            _go_on(tx, story, step)


def _open(tx: Transaction, story: Story, step: Step, cast_: Cast) -> None:
    address = f"user:{story.talk.language}-{story.name}"
    known = customers.by_address(tx, channel="chat", inbox_id=story.inbox_id, address=address)
    if known is not None and checks.has_open_live(tx, known[1].id):
        address, known = f"{address}-{story.number}", None
    story.customer_id, identity_id = (known[0], known[1].id) if known else _customer(tx, story, step.at, address)
    opened = facts.ConversationOpened(
        inbox_id=story.inbox_id,
        customer_id=story.customer_id,
        identity_id=identity_id,
        channel="chat",
        live=True,
    )
    who = Actor("customer", story.customer_id)
    change = Change.open(tx, opened, actor=who, at=step.at)
    story.conversation_id = change.state.id
    change.tell(facts.MessageReceived(identity_id=identity_id), actor=who, content=Content(text=step.text))
    us = Actor("agent", story.agent.id)
    change.tell(facts.SubjectChanged(), actor=us, content=Content(text=story.talk.subject))
    labels = [cast_.label_ids[story.talk.label]]
    if story.number % 23 == 0:
        labels.append(cast_.label_ids["VIP"])
    change.tell(facts.ConversationLabelled(added=tuple(sorted(labels))), actor=us)
    if story.talk.priority != "normal":
        change.tell(facts.PriorityChanged(priority=cast("Priority", story.talk.priority)), actor=us)
    change.save()


def _customer(tx: Transaction, story: Story, at: int, address: str) -> tuple[int, int]:
    mail = f"{_plain(story.name) or 'customer'}{story.number}@example.org"
    change = CustomerChange.create(
        tx,
        facts.CustomerCreated(language=story.talk.language),
        actor=None,
        at=at,
        content=Content(fields={"name": story.name, "email": mail}),
    )
    is_known = story.number % 3 != 0
    identity = change.add_identity(channel="chat", inbox_id=story.inbox_id, address=address, verified=is_known)
    return change.save().id, identity.id


def _plain(name: str) -> str:
    """Return what of a name can stand in a mail address: `marta.rios`."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return ".".join(letters.split()[:2])


def _go_on(tx: Transaction, story: Story, step: Step) -> None:
    state = rows.find(tx, story.conversation_id)
    if state is None:
        return
    change, us = Change(tx, state, at=step.at), Actor("agent", story.agent.id)
    customer = Actor("customer", story.customer_id)
    content = Content(text=step.text)
    match step.kind:
        case "c":
            if state.agent_seq > state.read_seq:
                change.tell(facts.MessageRead(upto=state.agent_seq), actor=customer)
            change.tell(facts.MessageReceived(identity_id=state.identity_id), actor=customer, content=content)
        case "a":
            if state.assignee_id is None:
                change.tell(facts.ConversationAssigned(agent_id=story.agent.id), actor=us)
            change.tell(facts.MessageRead(upto=state.customer_seq), actor=us)
            change.tell(facts.MessageSent(agent_id=story.agent.id), actor=us, content=content)
        case "n":
            change.tell(facts.NoteAdded(), actor=us, content=content)
        case _:
            change.tell(facts.ConversationClosed(), actor=us)
    change.save()


def _finish(tx: Transaction, stories: list[Story], cast_: Cast, now: int) -> None:
    """Put the open ones where they belong, and let agents have read what is settled."""
    for story in stories:
        state = rows.find(tx, story.conversation_id)
        if state is None:
            continue
        change, us = Change(tx, state, at=now), Actor("agent", story.agent.id)
        if story.ending == "pending":
            change.tell(facts.ConversationPended(), actor=us)
        elif story.ending == "snoozed":
            until = now + (2 + story.number % 20) * HOUR
            change.tell(facts.ConversationSnoozed(until=until), actor=us)
            timers.put(tx, name=SNOOZE, subject_id=state.id, due_at=until)
        state = change.save()
        upto = state.seq if story.ending != "waits" else state.agent_seq
        for agent in cast_.agents if story.ending == "closed" else (story.agent,):
            marks.read(tx, agent_id=agent.id, conversation_id=state.id, upto=upto)
