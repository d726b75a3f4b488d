"""Whom the desk's own mail comes from, a mail to oneself to try it with, and what became of the last mails."""

from __future__ import annotations

import secrets
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from litestar import Controller, get, post, put
from litestar.params import JSONBody
from msgspec import Meta, Struct

from esmero.care.notify import queue
from esmero.care.notify.queue import Fate
from esmero.care.notify.write import write
from esmero.channels.email.own.sender import SenderSettings, check_sender_settings, read_sender_settings
from esmero.channels.email.settings import KIND, read_email_settings
from esmero.contract.own_mail import OwnLetter, OwnMail
from esmero.contract.ports import SetUp
from esmero.contract.trouble import DeliveryError
from esmero.desk import agents, inboxes
from esmero.desk.access import AgentView
from esmero.kit.errors import BadInput, Conflict, NotFound
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Items, Limit, all_of
from esmero.web.api.mailboxes import Step, step_form
from esmero.web.auth import Me
from esmero.web.desk import Desk, TheDesk
from esmero.web.idempotency import NOT_HERE
from esmero.web.limits import TheLimits
from esmero.web.problems import errors

_HERE = ("localhost", "127.0.0.1", "::1")


class SetByOperator(Conflict):
    """The environment of the process says whom the desk's own mail comes from, so nobody changes it here."""

    code = "set_by_operator"
    title = "The desk's own mail is set up in the environment of the server."


class SenderState(Struct, kw_only=True):
    """Whom the desk's own mail comes from. `fixed`: the environment says so, and it can't be changed here.

    `outside` tells that links in its mails lead to where others reach the desk, and not just to this machine.
    """

    settings: SenderSettings
    has_secret: bool
    fixed: bool
    outside: bool


class SenderForm(Form, frozen=True, kw_only=True):
    """Without a password the one that is kept stays, as long as it is for the same server and user."""

    settings: dict[str, Any]
    password: Annotated[str, Meta(max_length=4_000)] | None = None


class Tried(Struct, kw_only=True):
    """What came of a trial, step by step, and the address to which the mail went if all went well."""

    steps: list[Step]
    to: str


class Sender(Controller):
    path = "/sender"
    tags = ("Mail",)

    @get(responses=errors(), summary="Whom the desk's own mail comes from")
    async def show(self, desk: TheDesk, me: Me) -> SenderState:
        me.check_may("manage_inboxes")
        return _state(desk, await desk.own.sender.sender())

    @put(responses=errors(409, 413, 415), summary="Set up whom the desk's own mail comes from", opt={NOT_HERE: True})
    async def change(self, desk: TheDesk, me: Me, data: JSONBody[SenderForm]) -> SenderState:
        me.check_may("manage_inboxes")
        if desk.own.sender.fixed is not None:
            raise SetByOperator
        settings, now = check_sender_settings(data.settings), desk.clock.now()

        def unit(tx: Transaction) -> SetUp | None:
            _check_inbox(tx, settings)
            wanted = _wanted(settings, data.password, desk.own.sender.read(tx))
            desk.own.sender.keep(tx, wanted, by=me.actor, at=now)
            return wanted

        return _state(desk, await desk.database.write(unit))

    @post("/try", status_code=200, responses=errors(413, 415), summary="Send a mail to oneself", opt={NOT_HERE: True})
    async def attempt(self, desk: TheDesk, me: Me, limits: TheLimits, data: JSONBody[SenderForm]) -> Tried:
        """Connects, signs in and sends one mail to whoever asks; says in words what is wrong. Nothing is kept."""
        me.check_may("manage_inboxes")
        limits.uploads.take(str(me.actor))
        fixed = desk.own.sender.fixed
        settings = read_sender_settings(fixed.settings) if fixed else check_sender_settings(data.settings)

        def query(session: Session) -> tuple[SetUp | None, str]:
            _check_inbox(session, settings)
            return fixed or _wanted(settings, data.password, desk.own.sender.read(session)), _address(session, me)

        wanted, to = await desk.database.read(query)
        if wanted is None:
            raise BadInput("Choose where the mail is to leave.", fields={"via": "none"})
        return await _tried(desk, wanted, to, await _letter(desk, me, to))

    @get("/mails", responses=errors(), summary="What became of the desk's own mails")
    async def mails(self, desk: TheDesk, me: Me, limit: Limit = 20) -> Items[Fate]:
        """The newest first, for thirty days. What stood in them is never shown."""
        me.check_may("manage_inboxes")
        return all_of(await desk.database.read(lambda session: queue.last(session, limit=limit)))


def _state(desk: Desk, found: SetUp | None) -> SenderState:
    settings = SenderSettings() if found is None else read_sender_settings(found.settings)
    return SenderState(
        settings=msgspec.convert(msgspec.to_builtins(settings), SenderSettings),
        has_secret=bool(found and found.secrets),
        fixed=desk.own.sender.fixed is not None,
        outside=urlsplit(desk.settings.address).hostname not in _HERE,
    )


def _check_inbox(session: Session, settings: SenderSettings) -> None:
    if settings.via != "inbox" or settings.inbox is None:
        return
    try:
        inbox = inboxes.in_use(session, settings.inbox)
    except NotFound:
        raise BadInput("There is no such inbox.", fields={"inbox": "unknown"}) from None
    if inbox.channel != KIND or not read_email_settings(inbox.settings).send.host:
        raise BadInput("Nothing can be sent from this inbox.", fields={"inbox": "sends nothing"})


def _wanted(settings: SenderSettings, password: str | None, before: SetUp | None) -> SetUp | None:
    """Return what is asked for. A kept password is for the server that it was kept for, and no other."""
    if settings.via == "none":
        return None
    kept = before.secrets if before and _same_server(settings, read_sender_settings(before.settings)) else None
    secret = kept if password is None else password.encode()
    has_use = settings.via == "server" and settings.server.sign_in == "password"
    return SetUp(msgspec.json.encode(settings).decode(), secret if has_use else None)


def _same_server(one: SenderSettings, other: SenderSettings) -> bool:
    return (one.via, msgspec.to_builtins(one.server)) == (other.via, msgspec.to_builtins(other.server))


def _address(session: Session, me: AgentView) -> str:
    return agents.existing(session, me.id).email


async def _letter(desk: Desk, me: AgentView, to: str) -> OwnLetter:
    agent = await desk.database.read(lambda session: agents.existing(session, me.id))
    mail = OwnMail(purpose="trial", to=to, name=agent.name, language=agent.language)
    return write(mail, key=secrets.token_hex(16), desk=desk.settings.address.partition("://")[2])


async def _tried(desk: Desk, wanted: SetUp, to: str, letter: OwnLetter) -> Tried:
    from esmero.channels.email.check import check_sending

    settings = read_sender_settings(wanted.settings)
    steps = []
    if settings.via == "server":
        steps = [step_form(one) for one in await check_sending(settings.server, *_who(settings, wanted))]
    if all(step.ok for step in steps):
        steps.append(await _sent(desk, wanted, letter))
    return Tried(steps=steps, to=to)


def _who(settings: SenderSettings, wanted: SetUp) -> tuple[str, str]:
    return settings.server.user or settings.address, (wanted.secrets or b"").decode()


async def _sent(desk: Desk, wanted: SetUp, letter: OwnLetter) -> Step:
    try:
        await desk.own.post.send_by(wanted, letter)
    except DeliveryError as error:
        return Step(
            name="send", ok=False, code=error.trouble.code.replace("-", "_"), words=error.trouble.words, hint=""
        )
    return Step(name="send", ok=True, code="ok", words="The server has taken the mail.", hint="")
