"""The ways by which mail comes and goes, joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from esmero.channels.email.addresses import Names
from esmero.channels.email.channel import Email
from esmero.channels.email.deposit import Envelope, Way
from esmero.channels.email.inbound import Receive
from esmero.channels.email.mailboxes import Mailboxes
from esmero.channels.email.pipe import Pipe
from esmero.channels.email.receiver.receiver import Receiver
from esmero.channels.email.receiver.recipients import Recipients
from esmero.desk.setting_up import SettingUp
from esmero.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Mail:
    """The ways by which mail comes and goes."""

    channel: Email
    names: Names
    receive: Receive
    pipe: Pipe
    mailboxes: tuple[Mailboxes, ...]
    receivers: tuple[Receiver, ...]


def join_mail(
    settings: Settings, email: Email, names: Names, receive: Receive, mailboxes: Mailboxes, inboxes: SettingUp
) -> Mail:
    """Join what receives and what hands over."""
    following = (mailboxes,) if settings.role != "web" else ()
    receivers = tuple(_receivers(settings, receive, inboxes))
    pipe = Pipe(receive, Recipients(inboxes))
    return Mail(channel=email, names=names, receive=receive, pipe=pipe, mailboxes=following, receivers=receivers)


def _receivers(settings: Settings, receive: Receive, inboxes: SettingUp) -> Iterator[Receiver]:
    if settings.smtp_port is not None:
        yield Receiver(receive, inboxes, host=settings.smtp_host, port=settings.smtp_port)
    if settings.lmtp_socket is not None:
        yield Receiver(receive, inboxes, way="lmtp", path=settings.lmtp_socket)


async def try_again(receive: Receive, inbox_id: int, raw: bytes, way: str) -> bool:
    """Try once more to understand a mail."""
    return await receive(inbox_id, raw, Envelope(way=cast("Way", way))) != "held"
