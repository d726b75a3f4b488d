"""The desk, built and joined from what the settings name."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import structlog

from esmero.app.mail import Mail, join_mail, try_again
from esmero.app.own_mail import Own, join_own_mail
from esmero.channels.chat.channel import Chat
from esmero.channels.email.addressing import MailAddressing
from esmero.channels.email.channel import Email
from esmero.channels.email.names import Names
from esmero.channels.email.pictures import Pictures
from esmero.channels.email.tokens import MailboxTokens
from esmero.contract.events import Event
from esmero.contract.ports import Blobs, Bus, Channel
from esmero.desk import log, seals, sweep, timers
from esmero.desk.directory import Directory
from esmero.desk.files import Reader
from esmero.desk.heard import Heard
from esmero.desk.memory import Memory
from esmero.desk.search import index as search
from esmero.desk.search.refill import Refill
from esmero.desk.setting_up import SetUpsAtHand
from esmero.flow import handle
from esmero.flow.attend import Attend
from esmero.flow.beginning import Begin
from esmero.flow.copies import UNREAD, Copies
from esmero.flow.counted import at_most
from esmero.flow.deliver import Deliver
from esmero.flow.due import Due, wake
from esmero.flow.follow import Follow, Follower
from esmero.flow.forwarding import Forward
from esmero.flow.handle import Handle
from esmero.flow.intake import Intake
from esmero.flow.junk import SenderList
from esmero.flow.quarantine import Release
from esmero.flow.reply import STAGES as REPLY_STAGES
from esmero.flow.reply import Reply
from esmero.flow.retry import Retry
from esmero.flow.rounds import Rounds
from esmero.flow.sources import Sources
from esmero.kit.clock import HOUR, SECOND, Clock, SystemClock
from esmero.kit.passwords import Passwords
from esmero.kit.sealed import KeyUnusable, MasterKey, Sealer, key_id, load_keys, make_key, parse_keys
from esmero.kit.signing import Signer
from esmero.live.cards import InboxCards
from esmero.live.hub import Hub
from esmero.live.limits import Buckets, Limits
from esmero.live.links import FileLinks, PageLinks, PictureLinks
from esmero.live.moments import Moments
from esmero.live.presence import Presence
from esmero.live.render import Render
from esmero.live.services import Services
from esmero.settings import Settings
from esmero.store.blobs import open_blobs
from esmero.store.bus import MemoryBus
from esmero.store.database import Database, open_database
from esmero.store.writer import Announced, Health

_said = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything, joined. Start it within the event loop that it is to live on."""

    settings: Settings
    blobs: Blobs
    passwords: Passwords
    services: Services
    workers: tuple[Rounds, ...]
    mail: Mail
    sources: Sources
    release: Release
    own: Own
    sender_list: SenderList
    pictures: Pictures
    picture_links: PictureLinks
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Begin to follow and to work."""
        await self.bus.start()
        await self.hub.start()
        await self.presence.look()
        for run in (
            self.hub.run(),
            self.presence.run(),
            self.services.cards.run(),
            *(worker.run() for worker in (*self.workers, *self.own.workers)),
            *(mailboxes.run() for mailboxes in self.mail.mailboxes),
        ):
            self.tasks.append(asyncio.get_running_loop().create_task(run))
        for receiver in self.mail.receivers:
            await receiver.start()

    async def stop(self) -> None:
        """End what runs, commit what waits, and let go of everything."""
        for receiver in self.mail.receivers:
            await receiver.stop()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        self.tasks.clear()
        await self.mail.channel.close()
        await self.own.post.close()
        await self.bus.stop()
        await self.database.close()
        self.passwords.close()

    @property
    def at_work(self) -> bool:
        """Whether all that was begun still runs."""
        return not any(task.done() for task in self.tasks)

    @property
    def database(self) -> Database:
        return self.services.database

    @property
    def bus(self) -> Bus:
        return self.services.bus

    @property
    def clock(self) -> Clock:
        return self.services.clock

    @property
    def sealer(self) -> Sealer:
        return self.services.sealer

    @property
    def directory(self) -> Directory:
        return self.services.directory

    @property
    def file_links(self) -> FileLinks:
        return self.services.file_links

    @property
    def render(self) -> Render:
        return self.services.render

    @property
    def hub(self) -> Hub:
        return self.services.hub

    @property
    def presence(self) -> Presence:
        return self.services.presence

    @property
    def moments(self) -> Moments:
        return self.services.moments

    @property
    def intake(self) -> Intake:
        return self.services.intake

    @property
    def attend(self) -> Attend:
        return self.services.attend

    @property
    def reply(self) -> Reply:
        return self.services.reply

    @property
    def begin(self) -> Begin:
        return self.services.begin

    @property
    def forward(self) -> Forward:
        return self.services.forward

    @property
    def retry(self) -> Retry:
        return self.services.retry

    @property
    def handle(self) -> Handle:
        return self.services.handle


async def open_desk(settings: Settings, clock: Clock | None = None) -> Desk:
    """Build a desk on what the settings name. Nothing runs before `start`.

    Raises:
        EsmeroError: the database, its schema, a key or a setting can't be used; the detail says why.
    """
    clock = clock or SystemClock()
    process = secrets.token_hex(8)
    bus = _bus(settings)
    heard = Heard()
    announcer = _Announcer(bus, heard)
    database = open_database(
        settings.database_place,
        readers=settings.readers,
        on_commit=announcer.announce,
        on_health=_tell_health,
    )
    try:
        sealer = Sealer(_keys(settings, await database.read(seals.kept)))
        signer = Signer(await database.write(lambda tx: seals.signing_key(tx, sealer)))
        blobs = open_blobs(settings.blobs_place)
    except BaseException:
        await database.close()
        raise
    setting_up = SetUpsAtHand(database, sealer, clock)
    announcer.listen(setting_up.hear)
    tokens = MailboxTokens(setting_up, clock)
    names = Names(signer)
    email = Email(setting_up, Reader(database, blobs), names, clock, tokens=tokens, memory=Memory(database))
    channels: dict[str, Channel] = {channel.kind: channel for channel in (Chat(), email)}
    services = _services(settings, database, bus, clock, heard, sealer, signer, channels, process)
    workers = _workers(settings, services, blobs, heard, announcer, channels, process)
    announcer.follow(services.hub.wake)
    mail = join_mail(settings, services, blobs, setting_up, tokens, names, email, process)
    sources = Sources(database, blobs, sealer, clock)
    own = join_own_mail(settings, database, sealer, clock, bus, setting_up, tokens, process)
    return Desk(
        settings=settings,
        blobs=blobs,
        passwords=Passwords(),
        services=services,
        workers=workers,
        mail=mail,
        sources=sources,
        own=own,
        sender_list=SenderList(database, clock),
        pictures=Pictures(),
        picture_links=PictureLinks(signer, clock),
        release=Release(database, sources, clock, partial(try_again, mail.receive)),
    )


def _services(
    settings: Settings,
    database: Database,
    bus: Bus,
    clock: Clock,
    heard: Heard,
    sealer: Sealer,
    signer: Signer,
    channels: dict[str, Channel],
    process: str,
) -> Services:
    """Join what follows and what is done: the hub with those around it, and the flow."""
    abilities = {kind: channel.abilities for kind, channel in channels.items()}
    addressing = {Email.kind: MailAddressing()}
    directory = Directory(database)
    file_links = FileLinks(signer, clock)
    page_links = PageLinks(signer, settings.link_origin)
    render = Render(directory, file_links)
    hub = Hub(database, directory, render, clock, heard, session_idle_ms=settings.session_idle_hours * HOUR)
    moments = Moments(hub, directory, database, bus, clock)
    presence = Presence(hub, directory, database, bus, clock, moments, process=process)
    return Services(
        database=database,
        bus=bus,
        clock=clock,
        sealer=sealer,
        signer=signer,
        directory=directory,
        file_links=file_links,
        page_links=page_links,
        hub=hub,
        render=render,
        presence=presence,
        cards=InboxCards(hub, directory, presence, clock),
        moments=moments,
        intake=Intake(database, clock, abilities),
        attend=Attend(database, clock),
        reply=Reply(
            database, clock, abilities, (*REPLY_STAGES, at_most(settings.message_files)), addressing=addressing
        ),
        begin=Begin(database, clock, abilities, addressing=addressing, most_files=settings.message_files),
        forward=Forward(database, clock, abilities, addressing=addressing, most_files=settings.message_files),
        retry=Retry(database, clock),
        handle=Handle(database, clock),
        buckets=Buckets(clock, Limits(burst=settings.visitor_burst, per_second=settings.visitor_per_minute / 60)),
        upload_bytes=settings.upload_bytes,
        upload_types=settings.upload_types,
        message_files=settings.message_files,
        session_idle_ms=settings.session_idle_hours * HOUR,
    )


class _Announcer:
    """Carries what a commit announced to the bus. The bus may be away: what it drops is only a hint.

    Who follows the feed here is given the events themselves, and not hinted at them as well.
    """

    def __init__(self, bus: Bus, heard: Heard) -> None:
        self._bus = bus
        self._heard = heard
        self._followers: list[Callable[[], None]] = []
        self._listeners: list[Callable[[Sequence[Event]], None]] = []
        self._underway: set[asyncio.Task[None]] = set()

    def listen(self, hear: Callable[[Sequence[Event]], None]) -> None:
        """Have `hear` told what this process appends, before those hear of it who appended it."""
        self._listeners.append(hear)

    def follow(self, wake: Callable[[], None]) -> None:
        """Have `wake` called when there is more in the feed, from this process or another."""
        self._followers.append(wake)
        self._bus.subscribe(log.FEED, lambda _hint: wake())

    def announce(self, announced: Announced) -> None:
        if log.FEED in announced:
            events = cast("list[Event]", announced[log.FEED])
            self._heard.add(events)
            for hear in self._listeners:
                hear(events)
            for wake in self._followers:
                wake()
        for topic in announced:
            self._spawn(self._bus.publish(topic, here=topic != log.FEED))

    def _spawn(self, news: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(news)
        self._underway.add(task)
        task.add_done_callback(self._underway.discard)


def _workers(
    settings: Settings,
    services: Services,
    blobs: Blobs,
    heard: Heard,
    announcer: _Announcer,
    channels: dict[str, Channel],
    process: str,
) -> tuple[Rounds, ...]:
    """What works in the background of this process: follow, due, deliver, sweep, refill."""
    if settings.role == "web":
        return ()
    database, bus, clock = services.database, services.bus, services.clock
    copies = Copies({kind: channel.abilities for kind, channel in channels.items()})
    rings = {handle.SNOOZE: wake, UNREAD: copies.ring}
    followers = (Follower(search.FOLLOWER, search.react),)
    follow = Rounds("follow", Follow(database, clock, followers, heard).round, rest_seconds=0.05, rest_share=2.0)
    due = Rounds("due", Due(database, clock, rings, owner=process).round, calm_seconds=1)
    delivering = Deliver(database, clock, channels, owner=process, page_of=services.page_links.address)
    deliver = Rounds("deliver", delivering.round, close=delivering.close)
    sweeping = Rounds("sweep", sweep.Sweep(database, blobs, clock).round, calm_seconds=HOUR / SECOND)
    refill = Rounds("refill", Refill(database).round, calm_seconds=HOUR / SECOND, rest_seconds=0.02)
    announcer.follow(follow.wake)
    bus.subscribe(log.OUTBOX, deliver.wake)
    bus.subscribe(timers.TIMERS, due.wake)
    return follow, due, deliver, sweeping, refill


def _bus(settings: Settings) -> Bus:
    """Hints travel in memory, by the bus that is set, or else by the database that several processes share."""
    url = settings.bus_url or settings.database_url
    if url is None:
        return MemoryBus()
    if url.startswith(("redis", "valkey")):
        from esmero.store.bus_redis import RedisBus

        return RedisBus(url)
    from esmero.store.bus_postgres import PostgresBus

    return PostgresBus(url)


def _keys(settings: Settings, sealed: bytes | None) -> tuple[MasterKey, ...]:
    """Return the master keys; a new desk, which has sealed nothing yet, is made one.

    Raises:
        KeyUnusable: there is none, or none that can be used, and the desk has sealed secrets.
    """
    if settings.master_key is not None:
        return parse_keys(settings.master_key)
    path = settings.key_file
    if not path.exists() and sealed is not None:
        raise KeyUnusable(f"{path} is missing. This desk needs the master key {key_id(sealed).hex()}: put it back.")
    return load_keys(path) if path.exists() else (make_key(path),)


def _tell_health(health: Health) -> None:
    if health.healthy:
        _said.info("storage is back")
    else:
        _said.error("storage is gone", reason=health.reason)
