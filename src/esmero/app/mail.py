"""The ways by which mail comes and goes, joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from esmero.channels.email.channel import Email
from esmero.channels.email.deposit import Envelope, Way
from esmero.channels.email.inbound import Receive
from esmero.channels.email.mailboxes import Mailboxes
from esmero.channels.email.names import Names
from esmero.channels.email.pipe import Pipe
from esmero.channels.email.receiver.receiver import Receiver
from esmero.channels.email.receiver.recipients import Recipients
from esmero.channels.email.tokens import MailboxTokens
from esmero.contract.ports import Blobs
from esmero.desk.leases import Leases
from esmero.desk.memory import Memory
from esmero.desk.setting_up import SetUpsAtHand
from esmero.flow.quarantine import Quarantine
from esmero.flow.returned import TakeBack
from esmero.live.services import Services
from esmero.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Mail:
    """The ways by which mail comes and goes."""

    channel: Email
    inboxes: SetUpsAtHand
    names: Names
    receive: Receive
    pipe: Pipe
    mailboxes: tuple[Mailboxes, ...]
    receivers: tuple[Receiver, ...]


def join_mail(
    settings: Settings,
    services: Services,
    blobs: Blobs,
    inboxes: SetUpsAtHand,
    tokens: MailboxTokens,
    names: Names,
    email: Email,
    process: str,
) -> Mail:
    """Join what receives and what hands over."""
    database, clock = services.database, services.clock
    take_back, quarantine = TakeBack(database, clock), Quarantine(database, clock)
    receive = Receive(services.intake, take_back, quarantine, inboxes, blobs, services.sealer, names)
    leases = Leases(database, clock, owner=process)
    mailboxes = Mailboxes(inboxes, leases, Memory(database), receive, tokens, clock)
    services.directory.subscribe(inboxes.forget)  # what another process has changed
    services.directory.subscribe(mailboxes.wake)
    return Mail(
        channel=email,
        inboxes=inboxes,
        names=names,
        receive=receive,
        pipe=Pipe(receive, Recipients(inboxes)),
        mailboxes=(mailboxes,) if settings.role != "web" else (),
        receivers=tuple(_receivers(settings, receive, inboxes)),
    )


def _receivers(settings: Settings, receive: Receive, inboxes: SetUpsAtHand) -> Iterator[Receiver]:
    if settings.smtp_port is not None:
        yield Receiver(receive, inboxes, host=settings.smtp_host, port=settings.smtp_port)
    if settings.lmtp_socket is not None:
        yield Receiver(receive, inboxes, way="lmtp", path=settings.lmtp_socket)


async def try_again(receive: Receive, inbox_id: int, raw: bytes, way: str) -> bool:
    """Try once more to understand a mail."""
    return await receive(inbox_id, raw, Envelope(way=cast("Way", way))) != "held"
