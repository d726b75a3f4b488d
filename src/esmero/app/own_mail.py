"""The desk's own mail, joined: who asks for it, whom it comes from, and who sends it."""

from __future__ import annotations

from dataclasses import dataclass

from esmero.care.notify.alerts import Alerts
from esmero.care.notify.notify import Notify
from esmero.care.notify.queue import OWN_MAIL
from esmero.channels.email.own.post import Post
from esmero.channels.email.own.sender import fixed_sender
from esmero.channels.email.tokens import MailboxTokens
from esmero.contract.ports import Bus
from esmero.desk.sender import OwnSender
from esmero.desk.setting_up import SetUpsAtHand
from esmero.flow.own_mail import OwnMails
from esmero.flow.rounds import Rounds
from esmero.kit.clock import MINUTE, SECOND, Clock
from esmero.kit.sealed import Sealer
from esmero.settings import Settings
from esmero.store.database import Database


@dataclass(frozen=True, kw_only=True)
class Own:
    """The desk's own mail."""

    notify: Notify
    sender: OwnSender
    post: Post
    workers: tuple[Rounds, ...]


def join_own_mail(
    settings: Settings,
    database: Database,
    sealer: Sealer,
    clock: Clock,
    bus: Bus,
    inboxes: SetUpsAtHand,
    tokens: MailboxTokens,
    process: str,
) -> Own:
    """Join what asks for mails and what sends them.

    Raises:
        BadInput: the sender that the environment names can't be used.
    """
    fixed = None
    if settings.sender_url is not None and settings.sender_from is not None:
        fixed = fixed_sender(settings.sender_url, settings.sender_from)
    sender = OwnSender(database, sealer, fixed)
    notify = Notify(database, sealer, sender, clock)
    post = Post(sender, inboxes, clock, tokens=tokens)
    if settings.role == "web":
        return Own(notify=notify, sender=sender, post=post, workers=())
    mails = OwnMails(database, sealer, post, clock, origin=settings.address, owner=process)
    sending = Rounds("own-mail", mails.round, close=post.close)
    alerts = Alerts(database, notify, clock, origin=settings.address)
    looking = Rounds("alerts", alerts.round, calm_seconds=MINUTE / SECOND)
    bus.subscribe(OWN_MAIL, sending.wake)
    return Own(notify=notify, sender=sender, post=post, workers=(sending, looking))
