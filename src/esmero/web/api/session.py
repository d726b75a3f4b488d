"""Signing in and out, and where one is signed in."""

from __future__ import annotations

from litestar import Controller, Response, delete, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody
from msgspec import Struct

from esmero.desk import agents, sessions
from esmero.kit.errors import NotFound
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Items, Line, Password, PathNumber, all_of
from esmero.web.api.people import Myself, myself
from esmero.web.auth import MySession, Signed, session_cookie, signed_of
from esmero.web.client import address_group, client_address
from esmero.web.description import FOR_ANYBODY
from esmero.web.desk import TheDesk
from esmero.web.limits import TheLimits
from esmero.web.problems import AnyRequest, errors
from esmero.web.signing_in import SignedIn, with_password


class SessionState(Struct, kw_only=True):
    """Who is signed in here. `setup` is true while the desk has no administrator; `csrf` goes into `X-CSRF-Token`.

    `mails` tells that the desk can mail a link to whoever forgot their password; `links` that it knows where people
    outside find it, without which mails to customers carry no link.
    """

    csrf: str | None
    me: Myself | None
    setup: bool
    mails: bool
    links: bool


class SignInForm(Form, frozen=True, kw_only=True):
    email: Line
    password: Password


class ForgottenForm(Form, frozen=True, kw_only=True):
    email: Line


class Place(Struct, kw_only=True):
    """One browser in which the agent is signed in; `current` is the one that asks."""

    id: int
    device: str
    address: str
    created_at: int
    seen_at: int
    expires_at: int
    current: bool


class ThisSession(Controller):
    path = "/session"
    security = FOR_ANYBODY
    tags = ("Signing in",)

    @get(responses=errors(), summary="Who is signed in here")
    async def show(self, request: AnyRequest, desk: TheDesk) -> SessionState:
        """Answers signed-out callers too; pages ask this first."""
        signed = signed_of(request.scope)
        return await desk.database.read(lambda session: _state(desk, session, signed))

    @post(responses=errors(413, 415), summary="Sign in")
    async def begin(
        self, request: AnyRequest, desk: TheDesk, limits: TheLimits, data: JSONBody[SignInForm]
    ) -> Response[SessionState]:
        """Begins a session and sets its cookie."""
        begun = await with_password(desk, limits, request, data.email, data.password)
        return await answer_signed_in(desk, begun)

    @delete(
        responses=errors() | {204: ResponseSpec(None, description="Nobody is signed in here now.")}, summary="Sign out"
    )
    async def end(self, request: AnyRequest, desk: TheDesk) -> Response[None]:
        """Ends this session. Who is signed out already gets the same answer."""
        signed = signed_of(request.scope)
        if signed is not None and signed.session_id is not None:
            await _end(desk, signed, signed.session_id)
        return Response(None, status_code=204, cookies=[session_cookie(desk.settings, "")])


class Forgotten(Controller):
    path = "/session/forgotten"
    security = FOR_ANYBODY
    tags = ("Signing in",)

    @post(status_code=204, responses=errors(413, 415), summary="Ask for a link to set a new password")
    async def forgotten(
        self, request: AnyRequest, desk: TheDesk, limits: TheLimits, data: JSONBody[ForgottenForm]
    ) -> None:
        """Whoever has an account with this address is mailed a link that works once, for an hour.

        The answer is the same for every address, and whether or not the desk can send mail (see `mails`).
        """
        limits.links.take(address_group(client_address(request, desk.settings)))
        address = data.email.strip().lower()[:254]
        if address.isprintable() and "@" in address:
            await desk.own.notify.forgotten(address)


class Places(Controller):
    path = "/sessions"
    tags = ("Signing in",)

    @get(responses=errors(), summary="Where I am signed in")
    async def everywhere(self, desk: TheDesk, signed: MySession) -> Items[Place]:
        now = desk.clock.now()
        found = await desk.database.read(lambda session: sessions.of_agent(session, signed.agent.id, now=now))
        return all_of(_place(one, signed) for one in found)

    @delete("/{session_id:int}", responses=errors(404), summary="Sign out there")
    async def end(self, desk: TheDesk, signed: MySession, session_id: PathNumber) -> None:
        if not await _end(desk, signed, session_id):
            raise NotFound("There is no such session.")

    @delete(responses=errors(), summary="Sign out everywhere else")
    async def end_others(self, desk: TheDesk, signed: MySession) -> None:
        now = desk.clock.now()
        await desk.database.write(
            lambda tx: sessions.end_others(tx, signed.agent.id, but=signed.session_id or 0, at=now)
        )


async def answer_signed_in(desk: TheDesk, begun: SignedIn) -> Response[SessionState]:
    """Answer with a session that has just begun."""
    signed = Signed(agent=begun.agent, session_id=begun.session_id, csrf=begun.csrf)
    state = await desk.database.read(lambda session: _state(desk, session, signed))
    return Response(state, status_code=201, cookies=[begun.cookie])


def _state(desk: TheDesk, session: Session, signed: Signed | None) -> SessionState:
    return SessionState(
        csrf=None if signed is None else signed.csrf,
        me=None if signed is None else myself(session, signed.agent),
        setup=not agents.is_set_up(session),
        mails=desk.own.notify.is_set(session),
        links=desk.settings.link_origin is not None,
    )


async def _end(desk: TheDesk, signed: Signed, session_id: int) -> bool:
    now = desk.clock.now()

    def unit(tx: Transaction) -> bool:
        return sessions.end(tx, session_id, agent_id=signed.agent.id, at=now)

    return await desk.database.write(unit)


def _place(one: sessions.SignIn, signed: Signed) -> Place:
    return Place(
        id=one.id,
        device=one.device,
        address=one.address,
        created_at=one.created_at,
        seen_at=one.seen_at,
        expires_at=one.expires_at,
        current=one.id == signed.session_id,
    )
