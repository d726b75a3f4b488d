"""What the edges need of the desk that `app/` composed."""

from __future__ import annotations

from typing import Protocol

from litestar.di import NamedDependency
from litestar.params import SkipValidation

from esmero.care.notify.notify import Notify
from esmero.channels.email.deposit import Deposit
from esmero.channels.email.own.post import Post
from esmero.channels.email.pictures import Pictures
from esmero.channels.email.pipe import Pipe
from esmero.contract.ports import Blobs, Bus
from esmero.desk.directory import Directory
from esmero.desk.sender import OwnSender
from esmero.flow.beginning import Begin
from esmero.flow.forwarding import Forward
from esmero.flow.handle import Handle
from esmero.flow.junk import SenderList
from esmero.flow.quarantine import Release
from esmero.flow.reply import Reply
from esmero.flow.retry import Retry
from esmero.flow.sources import Sources
from esmero.kit.clock import Clock
from esmero.kit.passwords import Passwords
from esmero.kit.sealed import Sealer
from esmero.live.hub import Hub
from esmero.live.links import FileLinks, PictureLinks
from esmero.live.moments import Moments
from esmero.live.presence import Presence
from esmero.live.render import Render
from esmero.settings import Settings
from esmero.store.database import Database


class Mail(Protocol):
    """How mail comes in through the edges."""

    @property
    def receive(self) -> Deposit: ...
    @property
    def pipe(self) -> Pipe: ...


class Own(Protocol):
    """The desk's own mail: asking for it, whom it comes from, and how it leaves."""

    @property
    def notify(self) -> Notify: ...
    @property
    def sender(self) -> OwnSender: ...
    @property
    def post(self) -> Post: ...


class Desk(Protocol):
    """The desk, as the edges see it."""

    @property
    def settings(self) -> Settings: ...
    @property
    def database(self) -> Database: ...
    @property
    def blobs(self) -> Blobs: ...
    @property
    def bus(self) -> Bus: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def sealer(self) -> Sealer: ...
    @property
    def passwords(self) -> Passwords: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def hub(self) -> Hub: ...
    @property
    def reply(self) -> Reply: ...
    @property
    def begin(self) -> Begin: ...
    @property
    def forward(self) -> Forward: ...

    @property
    def retry(self) -> Retry: ...
    @property
    def handle(self) -> Handle: ...
    @property
    def render(self) -> Render: ...
    @property
    def file_links(self) -> FileLinks: ...
    @property
    def presence(self) -> Presence: ...
    @property
    def moments(self) -> Moments: ...
    @property
    def sources(self) -> Sources: ...
    @property
    def release(self) -> Release: ...
    @property
    def mail(self) -> Mail: ...
    @property
    def own(self) -> Own: ...
    @property
    def sender_list(self) -> SenderList: ...
    @property
    def pictures(self) -> Pictures: ...
    @property
    def picture_links(self) -> PictureLinks: ...
    @property
    def at_work(self) -> bool: ...


TheDesk = NamedDependency[SkipValidation[Desk]]
"""How a route asks for the desk: a parameter `desk` of this type."""
