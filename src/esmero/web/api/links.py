"""One-time links: the first administrator's, an invitation's, a new password's."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.params import JSONBody
from msgspec import Struct

from esmero.contract.events import Actor
from esmero.desk import agents, links, sessions
from esmero.desk.agents import Language
from esmero.desk.links import Link
from esmero.kit.errors import NotFound
from esmero.kit.ids import fingerprint
from esmero.kit.text import needed_name
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Line, LinkToken, Password, PathToken
from esmero.web.api.session import SessionState, answer_signed_in
from esmero.web.client import address_group, client_address
from esmero.web.description import FOR_ANYBODY
from esmero.web.desk import TheDesk
from esmero.web.limits import TheLimits
from esmero.web.problems import AnyRequest, errors
from esmero.web.signing_in import SetUpAlready, begin_session


class LinkFor(Struct, kw_only=True):
    """What a link is for: whose account, and until when it works."""

    purpose: links.Purpose
    email: str | None
    name: str | None
    expires_at: int


class SetUpForm(Form, frozen=True, kw_only=True):
    token: LinkToken
    name: Line
    email: Line
    password: Password
    language: Language = "en"


class UseForm(Form, frozen=True, kw_only=True):
    """`name` counts for invitations only."""

    password: Password
    name: Line = ""


class SetUp(Controller):
    path = "/setup"
    security = FOR_ANYBODY
    tags = ("Signing in",)

    @post(responses=errors(404, 409, 413, 415), summary="Make the first administrator")
    async def set_up(
        self, request: AnyRequest, desk: TheDesk, limits: TheLimits, data: JSONBody[SetUpForm]
    ) -> Response[SessionState]:
        """Uses the link that the first start printed, and signs in."""
        limits.links.take(address_group(client_address(request, desk.settings)))
        email, name = agents.clean_email(data.email), needed_name(data.name)
        agents.check_password(data.password, email=email, name=name)
        token, now = fingerprint(data.token), desk.clock.now()
        await desk.database.read(lambda session: links.find(session, token, now=now))
        password = await desk.passwords.hash(data.password)

        def unit(tx: Transaction) -> int:
            links.use(tx, token, "setup", at=now)
            if agents.is_set_up(tx):
                raise SetUpAlready
            made = agents.make(
                tx, email=email, name=name, role="administrator", password=password, at=now, language=data.language
            )
            return made.id

        return await answer_signed_in(desk, await begin_session(desk, request, await desk.database.write(unit)))


class Links(Controller):
    path = "/links/{token:str}"
    security = FOR_ANYBODY
    tags = ("Signing in",)

    @get(responses=errors(404), summary="What a link is for")
    async def show(self, request: AnyRequest, desk: TheDesk, limits: TheLimits, token: PathToken) -> LinkFor:
        limits.links.take(address_group(client_address(request, desk.settings)))
        now = desk.clock.now()

        def query(session: Session) -> LinkFor:
            link = links.find(session, fingerprint(token), now=now)
            agent = None if link.agent_id is None else agents.existing(session, link.agent_id)
            return LinkFor(
                purpose=link.purpose,
                email=agent.email if agent else None,
                name=agent.name if agent else None,
                expires_at=link.expires_at,
            )

        return await desk.database.read(query)

    @post(responses=errors(404, 409, 413, 415), summary="Use an invitation, or set a new password")
    async def use(
        self, request: AnyRequest, desk: TheDesk, limits: TheLimits, token: PathToken, data: JSONBody[UseForm]
    ) -> Response[SessionState]:
        """Sets the password and signs in. A new password ends all sessions of the account."""
        limits.links.take(address_group(client_address(request, desk.settings)))
        known, now = fingerprint(token), desk.clock.now()
        link, agent = await desk.database.read(lambda session: _person_of(session, known, now))
        name = needed_name(data.name or agent.name) if link.purpose == "invitation" else agent.name
        agents.check_password(data.password, email=agent.email, name=name)
        password = await desk.passwords.hash(data.password)

        def unit(tx: Transaction) -> None:
            links.use(tx, known, link.purpose, at=now)
            if link.purpose == "invitation":
                agents.join(tx, agent.id, name=name, password=password, at=now)
            else:
                agents.set_password(tx, agent.id, password, by=Actor("agent", agent.id), at=now)
                sessions.end_others(tx, agent.id, at=now)

        await desk.database.write(unit)
        return await answer_signed_in(desk, await begin_session(desk, request, agent.id))


def _person_of(session: Session, token: bytes, now: int) -> tuple[Link, agents.Agent]:
    link = links.find(session, token, now=now)
    agent = None if link.agent_id is None else agents.find(session, link.agent_id)
    if agent is None or agent.disabled:
        raise NotFound("This link belongs to no account.")
    return link, agent
