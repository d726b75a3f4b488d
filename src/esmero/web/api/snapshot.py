"""Everything that the console needs to start, in one answer."""

from __future__ import annotations

from litestar import Controller, get
from msgspec import Struct

from esmero.desk import inboxes, labels, log, teams
from esmero.desk.access import AgentView
from esmero.desk.conversations import lists
from esmero.desk.conversations.lists import Counts
from esmero.desk.inboxes import Inbox
from esmero.desk.labels import Label
from esmero.desk.teams import Team
from esmero.flow.beginning import Begin
from esmero.flow.reply import LONGEST
from esmero.store.session import Session
from esmero.web.api.people import Colleague, Myself, colleagues, myself
from esmero.web.auth import Me
from esmero.web.desk import Desk, TheDesk
from esmero.web.problems import errors


class InboxName(Struct, kw_only=True):
    """An inbox as agents know it; its settings are the administrators'.

    Attributes:
        begins: an agent can write from it to somebody who has not written.
        recipients: its messages say whom they go to, and can be forwarded.
        senders: the addresses that it sends from, its own first, where it has any.
    """

    id: int
    channel: str
    name: str
    key: str
    removed: bool
    begins: bool
    recipients: bool
    senders: list[str]


class UploadLimits(Struct, kw_only=True):
    """Characters in a note, bytes in a file, files in a message.

    Attributes:
        replies: characters in a reply, by kind of channel.
    """

    text: int
    replies: dict[str, int]
    file: int
    files: int


class Snapshot(Struct, kw_only=True):
    """The desk at a position of the feed: what comes after it, `GET /live/agent` tells.

    Attributes:
        sight: what the console hands back in its hello, so that it is told to begin anew when its rights have changed.
        presence: `available`, `away` or `offline` by the agent's id.
        addressed: the kinds of channels whose messages say whom they go to.
    """

    position: int
    sight: str
    me: Myself
    agents: list[Colleague]
    teams: list[Team]
    inboxes: list[InboxName]
    labels: list[Label]
    counts: Counts
    presence: dict[int, str]
    limits: UploadLimits
    addressed: list[str]


class SnapshotController(Controller):
    path = "/snapshot"
    tags = ("Console",)

    @get(responses=errors(), summary="All that the console needs to start")
    async def show(self, desk: TheDesk, me: Me) -> Snapshot:
        settings = desk.settings
        limits = UploadLimits(
            text=LONGEST, replies=desk.reply.longest, file=settings.upload_bytes, files=settings.message_files
        )
        presence = dict(desk.presence.states())
        return await desk.database.read(lambda session: _snapshot(session, me, presence, limits, desk))


def _snapshot(session: Session, me: AgentView, presence: dict[int, str], limits: UploadLimits, desk: Desk) -> Snapshot:
    # The position first: what is read after it may be newer, which does no harm when it is told again.
    return Snapshot(
        position=log.position(session),
        sight=me.sight,
        me=myself(session, me),
        agents=colleagues(session),
        teams=teams.everyone(session),
        inboxes=visible_inboxes(session, me, desk.begin),
        labels=labels.everyone(session),
        counts=lists.counts(session, me),
        presence=presence,
        limits=limits,
        addressed=desk.reply.addressed,
    )


def visible_inboxes(session: Session, me: AgentView, begin: Begin) -> list[InboxName]:
    """Return the inboxes that an agent sees, by name."""
    return [_inbox(one, begin) for one in inboxes.everyone(session) if me.sees(one.id)]


def _inbox(one: Inbox, begin: Begin) -> InboxName:
    abilities = begin.abilities(one.channel)
    return InboxName(
        id=one.id,
        channel=one.channel,
        name=one.name,
        key=one.key,
        removed=one.removed,
        begins=abilities.writes_first,
        recipients=abilities.recipients,
        senders=list(begin.senders(one)),
    )
