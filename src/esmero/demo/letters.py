"""What was written by mail in these weeks: told to the log, and put into the mailboxes of those who have one here."""

from __future__ import annotations

import html
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from esmero.app import Desk
from esmero.channels.email.writing.words import from_name
from esmero.contract import facts
from esmero.contract.events import DESK, Actor, Content, File
from esmero.contract.messages import Outgoing, Quoted, Source
from esmero.demo import papers, talks
from esmero.demo.brand import BRAND, MAIL, mailing
from esmero.demo.cast import Cast
from esmero.demo.mailbox.machines import NOBODY
from esmero.demo.mailbox.owners import NOWHERE, OWNERS, Owner
from esmero.demo.mailbox.post import Past, Post
from esmero.demo.mailbox.writing import Draft, Enclosure, fresh_name, quotation, written
from esmero.demo.people import CUSTOMERS
from esmero.demo.plot import Ending, Step, Story
from esmero.demo.talks import Talk, Turn
from esmero.desk import references, sources
from esmero.desk.conversations.change import Change
from esmero.desk.customers import rows as customers
from esmero.desk.customers.change import Change as CustomerChange
from esmero.desk.files import Reader
from esmero.kit.clock import HOUR, MINUTE
from esmero.kit.sources import seal_source
from esmero.store.session import Transaction

FIRST_NUMBER = 10_000
"""Numbers of these stories begin behind those of all talks."""
_PAUSE = {"c": 9 * HOUR, "a": 4 * HOUR, "n": 20 * MINUTE}
_DESIGNED = ("es", "hu")
"""Those who write in these languages write HTML, as most mail programs do."""
_MAIL_DOMAINS = {"en": "letters.example", "es": "correo.example", "hi": "daak.example", "hu": "posta.example"}


@dataclass
class Correspondence(Story):
    """A story that is told by mail. `names` are the Message-IDs so far, the oldest first."""

    writer: Owner = OWNERS["en"]
    names: list[str] = field(default_factory=list)
    last: Quoted | None = None


def correspondence(cast: Cast, now: int) -> list[Correspondence]:
    """Return what was written by mail, each with its writer; the last of it a little while ago."""
    told = [
        (place, talk, _writer(language, place))
        for language in talks.LANGUAGES
        for place, talk in enumerate(talks.read_letters(language))
    ]
    return [_story(cast, FIRST_NUMBER + at, place, talk, writer, now) for at, (place, talk, writer) in enumerate(told)]


def steps_of(story: Correspondence) -> Iterator[Step]:
    """Return when what was written: hours lie between letters."""
    at = story.begins
    for place, turn in enumerate(story.told):
        at += _PAUSE[turn.kind] if place else 0
        yield Step(at, story.number, place, story, turn)
    yield Step(at + MINUTE, story.number, len(story.told), story)


class Letters:
    """Writes letters: what the desk knows of them to its log, and themselves into the mailboxes."""

    def __init__(self, desk: Desk, post: Post) -> None:
        self._names = desk.mail.names
        self._post = post
        self._sealer = desk.sealer
        self._settings = mailing(post.port)
        self._files = Reader(desk.database, desk.blobs)

    def begin(self, tx: Transaction, story: Correspondence, at: int) -> Change:
        """Begin a conversation."""
        story.customer_id, identity_id = _meet(tx, story.writer, at)
        opened = facts.ConversationOpened(
            inbox_id=story.inbox_id, customer_id=story.customer_id, identity_id=identity_id, channel="email", live=False
        )
        change = Change.open(tx, opened, actor=Actor("customer", story.customer_id), at=at)
        story.conversation_id = change.state.id
        return change

    def say(self, tx: Transaction, change: Change, step: Step, turn: Turn, files: tuple[File, ...]) -> None:
        """Tell what one side wrote."""
        assert isinstance(step.story, Correspondence)
        if turn.kind == "c":
            self._received(tx, change, step.story, turn, files, step.at)
        else:
            self._sent(tx, change, step.story, turn, files, step.at)

    def _received(
        self, tx: Transaction, change: Change, story: Correspondence, turn: Turn, files: tuple[File, ...], at: int
    ) -> None:
        name, text = fresh_name(story.writer), words_of(turn)
        quoted = _quoted(story)
        content = Content(
            text=text,
            quoted=quoted,
            subject=_subject(story),
            markup=_designed(story, text, quoted),
            files=files,
        )
        draft = Draft(
            to=((BRAND, MAIL),),
            subject=content.subject,
            text=f"{text}\n\n{quoted}" if quoted else text,
            html=content.markup,
            answers=tuple(story.names),
            files=_enclosures(turn),
        )
        raw = written(story.writer, draft, at=at, name=name)
        source_id = sources.keep(tx, self._sealed(raw), inbox_id=story.inbox_id, at=at)
        fact = facts.MessageReceived(identity_id=change.state.identity_id, provider_id=name, source_id=source_id)
        event = change.tell(fact, actor=Actor("customer", story.customer_id), content=content)
        sources.tie(tx, source_id, event)
        references.keep(tx, channel="email", names=[name], event=event)
        self._remember(story, Past(story.writer, at, True, partial(_as_it_is, raw)))
        story.names.append(name)
        story.last = Quoted(by=story.writer.name, at=at, text=text)

    def _sent(
        self, tx: Transaction, change: Change, story: Correspondence, turn: Turn, files: tuple[File, ...], at: int
    ) -> None:
        us, content = Actor("agent", story.agent.id), Content(text=words_of(turn), files=files)
        if change.state.assignee_id is None:
            change.tell(facts.ConversationAssigned(agent_id=story.agent.id), actor=us)
        if change.state.seen_seq < change.state.customer_seq:
            change.tell(facts.MessageRead(upto=change.state.customer_seq), actor=us)
        queued = change.tell(facts.ReplyQueued(channel="email"), actor=us, content=content)
        outgoing = self._outgoing(story, content, f"reply-{queued.id}")
        name = self._names.message_id(story.conversation_id, outgoing.key, MAIL.rpartition("@")[2]).strip("<>")
        fact = facts.MessageSent(reply_seq=queued.seq, provider_id=name, agent_id=story.agent.id)
        event = change.tell(fact, actor=us, content=content)
        references.keep(tx, channel="email", names=[name], event=event)
        self._remember(story, Past(story.writer, at, False, partial(self._compose, outgoing, at)))
        story.names.append(name)
        by = from_name(story.agent.name, BRAND, story.writer.language)
        story.last = Quoted(by=f"{by} <{MAIL}>", at=at, text=content.text)
        if story.ending == "returned":
            _return(tx, change, story, queued.seq)

    def _outgoing(self, story: Correspondence, content: Content, key: str) -> Outgoing:
        return Outgoing(
            key=key,
            inbox_id=story.inbox_id,
            conversation_id=story.conversation_id,
            to=story.writer.address,
            to_name=story.writer.name,
            text=content.text,
            sender_name=story.agent.name,
            subject=story.talk.subject,
            files=content.files,
            answers=tuple(story.names),
            quoted=story.last,
            language=story.writer.language,
        )

    async def _compose(self, outgoing: Outgoing, at: int) -> bytes:
        from esmero.channels.email.writing.compose import compose  # not before somebody opens a mailbox

        return (await compose(outgoing, self._settings, names=self._names, files=self._files, at=at)).raw

    def _sealed(self, raw: bytes) -> Source:
        """Return a letter as the desk keeps what comes. All of these are small enough to lie in the database."""
        name = secrets.token_hex(16)
        return Source(name=name, way="smtp", size=len(raw), sealed=seal_source(self._sealer, name, raw))

    def _remember(self, story: Correspondence, past: Past) -> None:
        if story.writer in OWNERS.values():
            self._post.remember(past)


def words_of(turn: Turn) -> str:
    """Return what was written, in paragraphs."""
    return turn.text.replace(" ¶ ", "\n\n")


def _writer(language: str, place: int) -> Owner:
    owner = OWNERS[language]
    if place == 0:
        return owner
    if place == 2:
        return Owner(owner.language, "Leonard Quill", f"leonard.quill@{NOWHERE}")
    name = {"en": "Grace Okafor"}.get(language, CUSTOMERS[language][1])
    return Owner(owner.language, name, f"{language}.customer@{_MAIL_DOMAINS[language]}")


def _story(cast: Cast, number: int, place: int, talk: Talk, writer: Owner, now: int) -> Correspondence:
    length = sum(_PAUSE[turn.kind] for turn in talk.turns[1:])
    is_settled = talk.turns[-1].kind == "c" and place == 1
    endings: tuple[Ending, ...] = ("waits", "closed" if is_settled else "pending", "returned")
    return Correspondence(
        number=number,
        talk=talk,
        name=writer.name,
        agent=cast.answering(talk.language, 0, trade=False),
        inbox_id=cast.mail_id,
        begins=now - length - (number - FIRST_NUMBER + 2) * 11 * MINUTE,
        told=talk.turns,
        ending=endings[place],
        writer=writer,
    )


def _meet(tx: Transaction, writer: Owner, at: int) -> tuple[int, int]:
    """Return customer and identity of somebody who writes mails, made now if they are new."""
    known = customers.by_address(tx, channel="email", inbox_id=0, address=writer.address)
    if known is not None:
        return known[0], known[1].id
    told = Content(fields={"name": writer.name, "email": writer.address})
    change = CustomerChange.create(tx, facts.CustomerCreated(language=writer.language), actor=None, at=at, content=told)
    identity = change.add_identity(channel="email", inbox_id=0, address=writer.address, verified=False)
    return change.save().id, identity.id


def _return(tx: Transaction, change: Change, story: Correspondence, reply_seq: int) -> None:
    """Tell that a reply came back."""
    told = Content(fields={"address": story.writer.address, "said": NOBODY.format(recipient=story.writer.address)})
    change.tell(
        facts.MessageBounced(reply_seq=reply_seq, permanent=True, code="no-such-address", status="5.1.1"),
        actor=DESK,
        content=told,
    )
    customer = customers.find(tx, story.customer_id)
    assert customer is not None
    flagged = CustomerChange(tx, customer, at=change.events[-1].at)
    fact = facts.IdentityFlagged(identity_id=change.state.identity_id, permanent=True)
    flagged.tell(fact, actor=DESK, content=Content(text=told.fields["said"]))
    flagged.save()


def _subject(story: Correspondence) -> str:
    return f"Re: {story.talk.subject}" if story.names else story.talk.subject


def _quoted(story: Correspondence) -> str:
    last = story.last
    return "" if last is None else quotation(last.by, last.at, last.text, story.writer)


def _designed(story: Correspondence, text: str, quoted: str) -> str:
    """Return a letter as HTML, as plain as mail programs write it; empty where the writer's program writes none."""
    if story.writer.language not in _DESIGNED:
        return ""
    page = "".join(f"<p>{_safe(part)}</p>" for part in text.split("\n\n"))
    if not quoted:
        return page
    head, _, lines = quoted.partition("\n")
    said = "<br>".join(_safe(line.removeprefix(">").lstrip()) for line in lines.split("\n"))
    return f"{page}<div><div>{_safe(head)}</div><blockquote>{said}</blockquote></div>"


def _safe(text: str) -> str:
    return html.escape(text, quote=False)


def _enclosures(turn: Turn) -> tuple[Enclosure, ...]:
    if turn.paper is None:
        return ()
    name, kind, make = papers.PAPERS[turn.paper]
    return (Enclosure(name=name, type=kind, content=make()),)


async def _as_it_is(raw: bytes) -> bytes:
    return raw
