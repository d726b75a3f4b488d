"""Inboxes: how the ways in are set up."""

from __future__ import annotations

from typing import Annotated, Any, cast

import msgspec
from litestar import Controller, delete, get, patch, post, put
from litestar.params import JSONBody
from msgspec import Meta, Struct, field

from esmero.channels.chat.settings import ChatSettings, read_chat_settings
from esmero.channels.email.settings import EmailSecrets, EmailSettings, read_email_settings
from esmero.channels.registry import CHECKS, WRITE_FIRST, Kind, Settings
from esmero.contract.events import Actor
from esmero.desk import checks, inboxes, teams
from esmero.desk.access import AgentView
from esmero.desk.inboxes import Inbox
from esmero.desk.setting_up import SEALED_FOR
from esmero.flow.copies import chosen_way
from esmero.kit.errors import BadInput, NotFound
from esmero.kit.ids import public_key, secret_token
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Items, Line, Numbers, PathNumber, all_of
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors

Secret = Annotated[str, Meta(max_length=4_000)]


class AnInbox(Struct, kw_only=True, tag_field="channel"):
    """What inboxes of all kinds have in common.

    `has_secret`: of a chat, whether the shop can vouch for its customers; of a mailbox, whether there are passwords.
    """

    id: int
    name: str
    key: str
    teams: list[int]
    has_secret: bool
    removed: bool
    created_at: int


class ChatInbox(AnInbox, kw_only=True, tag="chat"):
    settings: ChatSettings


class EmailInbox(AnInbox, kw_only=True, tag="email"):
    settings: EmailSettings


InboxForm = ChatInbox | EmailInbox
"""An inbox with its settings, in the form of its channel."""


class NewInbox(Form, frozen=True, kw_only=True):
    name: Line
    channel: Kind = "chat"
    teams: Numbers = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)


class InboxChange(Form, frozen=True, kw_only=True):
    """`settings` replaces all of them."""

    name: Line | None = None
    teams: Numbers | None = None
    settings: dict[str, Any] | None = None


class MailSecrets(Form, frozen=True, kw_only=True):
    """What the desk signs in to the mail servers with: all of them, since none is ever shown again.

    Attributes:
        receive, send: passwords; without one for sending it is the same.
        client_id, client_secret, refresh_token: of OAuth 2, where a server is signed in to so.
    """

    receive: Secret = ""
    send: Secret = ""
    client_id: Secret = ""
    client_secret: Secret = ""
    refresh_token: Secret = ""


class MadeSecret(Struct, kw_only=True):
    """What the shop signs its customers' names with (HS256). It is shown once, at each renewal."""

    secret: str


class Inboxes(Controller):
    path = "/inboxes"
    tags = ("Inboxes",)

    @get(responses=errors(), summary="All inboxes that I see")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[InboxForm]:
        return all_of(await desk.database.read(lambda session: _visible(session, me)))

    @get("/{number:int}", responses=errors(404), summary="One inbox")
    async def show(self, desk: TheDesk, me: Me, number: PathNumber) -> InboxForm:
        for one in await desk.database.read(lambda session: _visible(session, me)):
            if one.id == number:
                return one
        raise NotFound("There is no such inbox.")

    @post(responses=errors(413, 415), summary="Make an inbox")
    async def make(self, desk: TheDesk, me: Me, data: JSONBody[NewInbox]) -> InboxForm:
        me.check_may("manage_inboxes")
        settings = written_settings(CHECKS[data.channel](data.settings))
        name, key, now = data.name, public_key(data.channel), desk.clock.now()

        def unit(tx: Transaction) -> InboxForm:
            _check_way_out(tx, settings)
            made = inboxes.make(tx, channel=data.channel, name=name, key=key, settings=settings, by=me.actor, at=now)
            teams.open_to(tx, made.id, data.teams)
            return _form(inboxes.in_use(tx, made.id))

        return await desk.database.write(unit)

    @patch("/{number:int}", responses=errors(404, 413, 415), summary="Change an inbox")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[InboxChange]) -> InboxForm:
        me.check_may("manage_inboxes")
        now = desk.clock.now()

        def unit(tx: Transaction) -> InboxForm:
            before = inboxes.in_use(tx, number)
            kind = cast("Kind", before.channel)
            wanted = None if data.settings is None else CHECKS[kind](data.settings)
            if isinstance(wanted, EmailSettings) and _is_elsewhere(before, wanted):
                inboxes.keep_secret(tx, number, None, by=me.actor, at=now)
            settings = None if wanted is None else written_settings(wanted)
            _check_way_out(tx, settings)
            inboxes.change(tx, number, name=data.name, settings=settings, by=me.actor, at=now)
            if data.teams is not None:
                teams.open_to(tx, number, data.teams)
            return _form(inboxes.in_use(tx, number))

        return await desk.database.write(unit)

    @delete("/{number:int}", responses=errors(404), summary="Take an inbox out of use")
    async def remove(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        """What was said there stays, for those who could see it."""
        me.check_may("manage_inboxes")
        now = desk.clock.now()
        await desk.database.write(lambda tx: inboxes.remove(tx, number, by=me.actor, at=now))

    @post("/{number:int}/secret", responses=errors(404), summary="Renew the secret")
    async def renew_secret(self, desk: TheDesk, me: Me, number: PathNumber) -> MadeSecret:
        """What the shop signed with the one before is no longer believed."""
        me.check_may("manage_inboxes")
        secret, now = secret_token("shop"), desk.clock.now()
        sealed = desk.sealer.seal(secret.encode(), purpose=SEALED_FOR, about=str(number))
        await desk.database.write(lambda tx: _keep_secret(tx, number, "chat", sealed, me.actor, now))
        return MadeSecret(secret=secret)

    @put("/{number:int}/secrets", status_code=204, responses=errors(404, 413, 415), summary="Set a mailbox's passwords")
    async def set_secrets(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[MailSecrets]) -> None:
        """They are sealed, and never shown again."""
        me.check_may("manage_inboxes")
        now, secrets = desk.clock.now(), EmailSecrets(**msgspec.structs.asdict(data))
        sealed = desk.sealer.seal(msgspec.json.encode(secrets), purpose=SEALED_FOR, about=str(number))
        await desk.database.write(lambda tx: _keep_secret(tx, number, "email", sealed, me.actor, now))


def _is_elsewhere(before: Inbox, wanted: EmailSettings) -> bool:
    """Tell whether a mailbox gets other servers. Passwords are for the servers that they were given for: whoever sets
    inboxes up could have them sent anywhere."""
    was = read_email_settings(before.settings)
    return (was.receive.host, was.send.host) != (wanted.receive.host, wanted.send.host)


def _keep_secret(tx: Transaction, number: int, kind: Kind, sealed: bytes, by: Actor, at: int) -> None:
    if inboxes.in_use(tx, number).channel != kind:
        raise NotFound("There is no such inbox of this kind.")
    inboxes.keep_secret(tx, number, sealed, by=by, at=at)


def _visible(session: Session, me: AgentView) -> list[InboxForm]:
    return [_form(one) for one in inboxes.everyone(session) if me.sees(one.id)]


def _form(inbox: Inbox) -> InboxForm:
    common: dict[str, Any] = {
        "id": inbox.id,
        "name": inbox.name,
        "key": inbox.key,
        "teams": list(inbox.teams),
        "has_secret": inbox.has_secret,
        "removed": inbox.removed,
        "created_at": inbox.created_at,
    }
    if inbox.channel == "email":
        return EmailInbox(settings=read_email_settings(inbox.settings), **common)
    return ChatInbox(settings=read_chat_settings(inbox.settings), **common)


def written_settings(settings: Settings) -> str:
    """Return settings as inboxes store them."""
    return msgspec.json.encode(settings).decode()


def _check_way_out(session: Session, settings: str | None) -> None:
    """Refuse to send a chat's unread answers from what can't send them.

    Raises:
        BadInput: there is no such inbox of a channel that writes first.
    """
    chosen = None if settings is None else chosen_way(settings)
    if chosen is not None and checks.channel_of(session, chosen) not in WRITE_FIRST:
        raise BadInput("There is no such e-mail inbox.", fields={"answers_from": "unknown"})
