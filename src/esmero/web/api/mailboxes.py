"""Mailboxes: their servers are found, tried before they are used, and shown as they are doing."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from litestar import Controller, get, post
from litestar.params import JSONBody
from msgspec import Meta, Struct, field

from esmero.channels.email.imap.state import STATE, State, read_state
from esmero.channels.email.settings import (
    KIND,
    EmailSecrets,
    EmailSettings,
    Server,
    check_email_settings,
    read_email_settings,
)
from esmero.channels.email.trouble import ServerTrouble
from esmero.desk import inboxes, memory
from esmero.desk.setting_up import SEALED_FOR
from esmero.kit.errors import BadInput, NotFound
from esmero.kit.ids import secret_token
from esmero.store.session import Session
from esmero.web.api.forms import Form, Items, Number, PathNumber, all_of
from esmero.web.api.inboxes import MailSecrets
from esmero.web.auth import Me
from esmero.web.desk import Desk, TheDesk
from esmero.web.idempotency import NOT_HERE
from esmero.web.limits import TheLimits
from esmero.web.problems import errors

_read_secrets = msgspec.json.Decoder(EmailSecrets).decode


class Address(Form, frozen=True, kw_only=True):
    """An address whose servers are looked for."""

    address: Annotated[str, Meta(min_length=3, max_length=254)]


class Candidate(Struct, kw_only=True):
    """Servers that an address may have. `words` says where that is known from, `hint` what is peculiar there."""

    receive: Server
    send: Server
    source: str
    words: str
    hint: str


class Trial(Form, frozen=True, kw_only=True):
    """What is to be tried. Without secrets: those of the inbox that is named, if its servers are still the same."""

    settings: dict[str, Any]
    secrets: MailSecrets | None = None
    inbox: Number | None = None


class Step(Struct, kw_only=True):
    """One thing that was tried. `code` is for programs, `words` and `hint` for people."""

    name: str
    ok: bool
    code: str
    words: str
    hint: str
    folders: list[str] = field(default_factory=list)


class Report(Struct, kw_only=True):
    """What came of a trial, by server."""

    receive: list[Step]
    send: list[Step]


class ConsentWanted(Form, frozen=True, kw_only=True):
    """A person is to allow this desk to read and send mail. `back` is where the provider sends them afterwards."""

    provider: Literal["google", "microsoft"]
    client_id: Annotated[str, Meta(min_length=1, max_length=4_000)]
    back: Annotated[str, Meta(max_length=500, pattern=r"^https?://[^\s]+$")]
    address: Annotated[str, Meta(max_length=254)] = ""


class ConsentAsked(Struct, kw_only=True):
    """Where the person goes; `state` comes back with the code and must be the same; `verifier` goes with the code."""

    go: str
    state: str
    verifier: str


class ConsentGiven(ConsentWanted, frozen=True, kw_only=True):
    """What came back from the provider."""

    code: Annotated[str, Meta(min_length=1, max_length=4_000)]
    verifier: Annotated[str, Meta(min_length=43, max_length=128)]
    client_secret: Annotated[str, Meta(max_length=4_000)] = ""


class ConsentKept(Struct, kw_only=True):
    """By this the desk signs in from now on. It is kept with the inbox's other secrets."""

    refresh_token: str


class NoConsent(BadInput):
    """The provider gave no token. The detail says why."""

    code = "no_consent"
    title = "The provider did not let the desk in."


class Mailboxes(Controller):
    path = "/mailboxes"
    tags = ("Inboxes",)

    @post("/discover", status_code=200, responses=errors(413, 415), summary="Look for an address's servers")
    async def discover(self, desk: TheDesk, me: Me, limits: TheLimits, data: JSONBody[Address]) -> Items[Candidate]:
        """The likeliest first. Asks the network, and so takes some seconds."""
        from esmero.channels.email.discover import discover

        me.check_may("manage_inboxes")
        limits.uploads.take(str(me.actor))
        found = await discover(data.address.strip().lower())
        return all_of(
            Candidate(receive=one.receive, send=one.send, source=one.source, words=one.words, hint=one.hint)
            for one in found
        )

    @post(
        "/try",
        status_code=200,
        responses=errors(404, 413, 415),
        summary="Try a mailbox's servers",
        opt={NOT_HERE: True},
    )
    async def attempt(self, desk: TheDesk, me: Me, limits: TheLimits, data: JSONBody[Trial]) -> Report:
        """Signs in to both servers and says in words what is wrong. Nothing is sent, fetched or kept."""
        from esmero.channels.email.check import check

        me.check_may("manage_inboxes")
        limits.uploads.take(str(me.actor))
        settings = check_email_settings(data.settings)
        report = await check(settings, await _secrets(desk, data, settings), desk.clock)
        return Report(receive=[step_form(one) for one in report.receive], send=[step_form(one) for one in report.send])

    @post("/consent", status_code=200, responses=errors(413, 415), summary="Begin to ask for consent")
    async def consent(self, me: Me, data: JSONBody[ConsentWanted]) -> ConsentAsked:
        """Gives the address where somebody lets the desk into a mailbox at Google or Microsoft (RFC 6749, RFC 7636)."""
        from esmero.channels.email import oauth

        me.check_may("manage_inboxes")
        state, verifier = secret_token("consent"), oauth.new_verifier()
        go = oauth.authorize_url(
            oauth.PROVIDERS[data.provider],
            client_id=data.client_id.strip(),
            redirect_uri=data.back,
            state=state,
            verifier=verifier,
            address=data.address.strip(),
        )
        return ConsentAsked(go=go, state=state, verifier=verifier)

    @post(
        "/consented",
        status_code=200,
        responses=errors(413, 415),
        summary="Turn a code into a refresh token",
        opt={NOT_HERE: True},
    )
    async def consented(self, desk: TheDesk, me: Me, limits: TheLimits, data: JSONBody[ConsentGiven]) -> ConsentKept:
        """A code works once. What it gives is not kept here: it belongs to the inbox's secrets."""
        from esmero.channels.email import oauth

        me.check_may("manage_inboxes")
        limits.uploads.take(str(me.actor))
        try:
            token = await oauth.exchange(
                oauth.PROVIDERS[data.provider],
                client_id=data.client_id.strip(),
                client_secret=data.client_secret.strip(),
                redirect_uri=data.back,
                code=data.code,
                verifier=data.verifier,
                clock=desk.clock,
            )
        except ServerTrouble as trouble:
            raise NoConsent(str(trouble)) from None
        if not token.refresh:
            raise NoConsent("The provider gave no refresh token.")
        return ConsentKept(refresh_token=token.refresh)

    @get("/{number:int}", responses=errors(404), summary="How a mailbox is doing")
    async def state(self, desk: TheDesk, me: Me, number: PathNumber) -> State:
        """`ok`, `connecting`, `waiting` for what passes by itself, or `refused`: then somebody has to do something."""

        def query(session: Session) -> str | None:
            if not me.sees(inboxes.in_use(session, number).id):
                raise NotFound("There is no such inbox.")
            return memory.recall(session, inbox_id=number, name=STATE)

        written = await desk.database.read(query)
        if written is None:
            raise NotFound("This inbox is not followed.")
        return read_state(written)


async def _secrets(desk: Desk, data: Trial, settings: EmailSettings) -> EmailSecrets:
    """Return what to sign in with. Stored secrets are for the servers that they were stored for, and no others: whoever
    sets inboxes up can change a password, but not be sent one."""
    if data.secrets is not None:
        return EmailSecrets(**msgspec.structs.asdict(data.secrets))
    number = data.inbox
    if number is None:
        return EmailSecrets()
    inbox, sealed = await desk.database.read(
        lambda session: (inboxes.in_use(session, number), inboxes.secret_of(session, number))
    )
    if sealed is None or inbox.channel != KIND:
        return EmailSecrets()
    before = read_email_settings(inbox.settings)
    if msgspec.to_builtins((before.receive, before.send)) != msgspec.to_builtins((settings.receive, settings.send)):
        return EmailSecrets()
    return _read_secrets(desk.sealer.open(sealed, purpose=SEALED_FOR, about=str(number)))


def step_form(one: Any) -> Step:
    """Return a step of a check as it is shown."""
    return Step(name=one.name, ok=one.ok, code=one.code, words=one.words, hint=one.hint, folders=list(one.folders))
