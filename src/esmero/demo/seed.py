"""Six weeks of history, told to the log as it would have happened, so that everything that follows the log is right."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from typing import cast

from msgspec import Struct

from esmero.app import Desk
from esmero.contract import facts
from esmero.contract.events import Actor, Content, File
from esmero.contract.facts import Priority
from esmero.contract.ports import Blobs
from esmero.demo import papers
from esmero.demo.cast import Cast, make_cast
from esmero.demo.letters import Correspondence, Letters, correspondence, steps_of
from esmero.demo.mailbox.owners import OWNERS
from esmero.demo.mailbox.post import Post
from esmero.demo.people import ABOUT
from esmero.demo.plot import WEEKS, Step, Story, plot, steps
from esmero.demo.talks import Turn
from esmero.desk import checks, files, marks, timers
from esmero.desk.conversations import rows
from esmero.desk.conversations.change import Change
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.flow.handle import SNOOZE
from esmero.kit.clock import DAY, HOUR
from esmero.store.session import Transaction

SLICE = 250
"""Steps in one transaction."""


class Paper(Struct, frozen=True):
    """A paper whose content is stored, and not yet in a message."""

    blob: str
    name: str
    kind: str
    size: int
    sha256: str


Papers = dict[tuple[int, int], Paper]
"""Each by the number and the place of the step that it belongs to."""


async def seed(desk: Desk, post: Post) -> Cast:
    """People the desk and tell it six weeks of talks and letters that end now."""
    now = desk.clock.now()
    password = await desk.passwords.hash(secrets.token_urlsafe(24))
    begun = now - WEEKS * 7 * DAY
    players = await desk.database.write(lambda tx: _people(tx, desk, password, post.port, begun))
    written = correspondence(players, now)
    stories = [*plot(players, now), *written]
    told = sorted([*steps(stories[: -len(written)], now), *(step for one in written for step in steps_of(one))])
    kept = await _keep_papers(desk.blobs, told)
    letters = Letters(desk, post)
    for first in range(0, len(told), SLICE):
        part = told[first : first + SLICE]
        await desk.database.write(lambda tx, part=part: _tell(tx, part, players, kept, letters))  # type: ignore[misc]
    await desk.database.write(lambda tx: _read(tx, stories, players))
    return players


def _people(tx: Transaction, desk: Desk, password: str, mail_port: int, at: int) -> Cast:
    """Make the people of the desk, and those customers whom it knows by chat and by mail."""
    players = make_cast(tx, desk.sealer, password=password, mail_port=mail_port, at=at)
    for owner in OWNERS.values():
        told = Content(fields={"name": owner.name, "email": owner.address})
        created = facts.CustomerCreated(language=owner.language)
        change = CustomerChange.create(tx, created, actor=None, at=at, content=told)
        known_as = _address(owner.language, owner.name)
        change.add_identity(channel="chat", inbox_id=players.shop_id, address=known_as, verified=True)
        change.add_identity(channel="email", inbox_id=0, address=owner.address, verified=False)
        change.save()
    return players


async def _keep_papers(blobs: Blobs, told: list[Step]) -> Papers:
    """Store what is attached; it is on disk before an event names it."""
    kept: Papers = {}
    made = {name: make() for name, (_, _, make) in papers.PAPERS.items()}
    for step in told:
        if step.turn is None or step.turn.paper is None:
            continue
        name, kind, _ = papers.PAPERS[step.turn.paper]
        content = made[step.turn.paper]
        blob = f"files/{secrets.token_hex(16)}"
        stored = await blobs.put(blob, papers.pieces(content), limit=len(content))
        kept[step.number, step.place] = Paper(blob, name, kind, stored.size, hashlib.sha256(content).hexdigest())
    return kept


def _tell(tx: Transaction, told: list[Step], players: Cast, kept: Papers, letters: Letters) -> None:
    for step in told:
        change = _open(tx, step, players, letters) if step.place == 0 else _take_up(tx, step)
        if step.turn is None:
            _end(tx, change, step.story, step.at, players)
        else:
            _say(tx, change, step, step.turn, kept, letters)
        if step.place == 0:
            _sort(change, step.story, players)
        change.save()


def _open(tx: Transaction, step: Step, players: Cast, letters: Letters) -> Change:
    story = step.story
    if isinstance(story, Correspondence):
        return letters.begin(tx, story, step.at)
    identity_id = _meet(tx, story, step.at, players)
    opened = facts.ConversationOpened(
        inbox_id=story.inbox_id, customer_id=story.customer_id, identity_id=identity_id, channel="chat", live=True
    )
    change = Change.open(tx, opened, actor=Actor("customer", story.customer_id), at=step.at)
    story.conversation_id = change.state.id
    return change


def _take_up(tx: Transaction, step: Step) -> Change:
    state = rows.find(tx, step.story.conversation_id)
    assert state is not None  # its first step opened it
    return Change(tx, state, at=step.at)


def _meet(tx: Transaction, story: Story, at: int, players: Cast) -> int:
    """Find the customer by the name that the shop knows them by, or make them; returns the identity."""
    story.address = _address(story.talk.language, story.name)
    known = customers.by_address(tx, channel="chat", inbox_id=story.inbox_id, address=story.address)
    if known is not None and checks.has_open_live(tx, known[1].id):
        story.address, known = f"{story.address}-{story.number}", None
    if known is not None:
        story.customer_id = known[0]
        return known[1].id
    return _make_customer(tx, story, at, players)


def _address(language: str, name: str) -> str:
    """Return what the chat knows somebody by whom the shop has signed in."""
    return f"user:{language}-{name}"


def _make_customer(tx: Transaction, story: Story, at: int, players: Cast) -> int:
    mail = f"{_plain(story.name) or 'customer'}{story.number}@example.org"
    change = CustomerChange.create(
        tx,
        facts.CustomerCreated(language=story.talk.language),
        actor=None,
        at=at,
        content=Content(fields={"name": story.name, "email": mail}),
    )
    is_known = story.number % 3 != 0
    identity = change.add_identity(channel="chat", inbox_id=story.inbox_id, address=story.address, verified=is_known)
    if story.number % 9 == 4:
        about = Content(fields={"about": ABOUT[story.number % len(ABOUT)]})
        change.tell(facts.CustomerEdited(), actor=Actor("agent", players.chandra.id), content=about)
    story.customer_id = change.save().id
    return identity.id


def _plain(name: str) -> str:
    """Return what of a name can stand in a mail address: `marta.rios`."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return ".".join(letters.split()[:2])


def _sort(change: Change, story: Story, players: Cast) -> None:
    """Give a fresh conversation its subject, labels and priority."""
    us, talk = Actor("agent", story.agent.id), story.talk
    names = (talk.label, "VIP") if story.number % 23 == 4 else (talk.label,)
    if not isinstance(story, Correspondence):  # a mail brings its own
        change.tell(facts.SubjectChanged(), actor=us, content=Content(text=talk.subject))
    added = tuple(sorted(players.label_ids[name] for name in names))
    change.tell(facts.ConversationLabelled(added=added), actor=us)
    if talk.priority != "normal":
        change.tell(facts.PriorityChanged(priority=cast("Priority", talk.priority)), actor=us)


def _say(tx: Transaction, change: Change, step: Step, turn: Turn, kept: Papers, letters: Letters) -> None:
    state, story = change.state, step.story
    customer, us = Actor("customer", story.customer_id), Actor("agent", story.agent.id)
    owner = story.address if turn.kind == "c" else str(us)
    content = Content(text=turn.text, files=_attach(tx, kept.get((step.number, step.place)), step, owner))
    if isinstance(story, Correspondence) and turn.kind != "n":
        letters.say(tx, change, step, turn, content.files)
        files.take(tx, content.files, owner=owner, conversation_id=state.id)
        return
    match turn.kind:
        case "c":
            if state.agent_seq > state.read_seq:
                change.tell(facts.MessageRead(upto=state.agent_seq), actor=customer)
            change.tell(facts.MessageReceived(identity_id=state.identity_id), actor=customer, content=content)
        case "a":
            if state.assignee_id is None:
                change.tell(facts.ConversationAssigned(agent_id=story.agent.id), actor=us)
            if state.seen_seq < state.customer_seq:
                change.tell(facts.MessageRead(upto=state.customer_seq), actor=us)
            change.tell(facts.MessageSent(agent_id=story.agent.id), actor=us, content=content)
        case "n":
            change.tell(facts.NoteAdded(), actor=us, content=content)
    files.take(tx, content.files, owner=owner, conversation_id=state.id)


def _attach(tx: Transaction, paper: Paper | None, step: Step, owner: str) -> tuple[File, ...]:
    if paper is None:
        return ()
    kept = files.keep(
        tx,
        blob=paper.blob,
        name=paper.name,
        kind=paper.kind,
        size=paper.size,
        sha256=paper.sha256,
        owner=owner,
        inbox_id=step.story.inbox_id,
        at=step.at,
    )
    return (kept,)


def _end(tx: Transaction, change: Change, story: Story, at: int, players: Cast) -> None:
    us, chandra = Actor("agent", story.agent.id), Actor("agent", players.chandra.id)
    match story.ending:
        case "pending":
            change.tell(facts.ConversationPended(), actor=us)
        case "snoozed":
            until = at + (3 + story.number % 20) * HOUR
            change.tell(facts.ConversationSnoozed(until=until), actor=us)
            timers.put(tx, name=SNOOZE, subject_id=change.state.id, due_at=until)
        case "closed":
            if change.state.live:
                seen = facts.MessageRead(upto=change.state.agent_seq)
                change.tell(seen, actor=Actor("customer", story.customer_id))
            change.tell(facts.ConversationClosed(), actor=us)
        case "blocked":
            change.tell(facts.ConversationClosed(), actor=chandra)
            _block(tx, story.customer_id, chandra, at)


def _block(tx: Transaction, customer_id: int, by: Actor, at: int) -> None:
    state = customers.find(tx, customer_id)
    assert state is not None
    change = CustomerChange(tx, state, at=at)
    change.tell(facts.CustomerBlocked(), actor=by)
    change.save()


def _read(tx: Transaction, stories: list[Story], players: Cast) -> None:
    """Let everybody have read what is settled, and agents their own up to their last answer."""
    for story in stories:
        state = rows.find(tx, story.conversation_id)
        assert state is not None
        upto = state.agent_seq if story.ending == "waits" else state.seq
        is_over = story.ending in ("closed", "blocked")
        for agent in players.agents if is_over else (story.agent,):
            marks.read(tx, agent_id=agent.id, conversation_id=state.id, upto=upto)
