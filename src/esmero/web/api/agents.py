"""Agents and invitations, for administrators."""

from __future__ import annotations

from typing import Any

from litestar import Controller, delete, get, patch, post
from litestar.params import JSONBody
from msgspec import UNSET, Struct, UnsetType, field

from esmero.care.notify.words import at_time
from esmero.contract.own_mail import OwnMail
from esmero.desk import agents, links, sessions, teams
from esmero.desk.access import AgentView, Role
from esmero.desk.agents import Agent, Language
from esmero.kit.clock import HOUR
from esmero.kit.errors import Conflict, NotFound
from esmero.kit.ids import fingerprint, secret_token
from esmero.kit.text import needed_name
from esmero.store.session import Session, Transaction
from esmero.web.api.forms import Form, Items, Line, Numbers, PathNumber, all_of
from esmero.web.api.people import Colleague, colleague, colleagues
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors
from esmero.web.signing_in import link_address, make_link


class AccountDisabled(Conflict):
    code = "account_disabled"
    title = "This account is disabled."


class AgentChange(Form, frozen=True, kw_only=True):
    name: Line | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    trainee: bool | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET


class NewInvitation(Form, frozen=True, kw_only=True):
    email: Line
    role: Role = "agent"
    teams: Numbers = field(default_factory=list)
    name: Line = ""
    trainee: bool = False
    language: Language = "en"


class Invitation(Struct, kw_only=True):
    """Somebody who was invited and has not joined. `id` is the agent's."""

    id: int
    email: str
    name: str
    role: Role
    trainee: bool
    teams: list[int]
    created_at: int
    expires_at: int | None


class MadeLink(Struct, kw_only=True):
    """`link` works once and is shown once; hand it to the person by a way that only they read."""

    link: str
    expires_at: int


class MadeInvitation(MadeLink, kw_only=True):
    """`mailed` tells that the link goes to the person by mail as well: the desk has a sender of its own."""

    id: int
    mailed: bool


class Agents(Controller):
    path = "/agents"
    tags = ("Agents",)

    @get(responses=errors(), summary="All agents")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[Colleague]:
        return all_of(await desk.database.read(colleagues))

    @patch("/{number:int}", responses=errors(404, 409, 413, 415), summary="Change an agent")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[AgentChange]) -> Colleague:
        """Who is disabled is signed out everywhere, at once. The last administrator stays one."""
        me.check_may("manage_agents")
        now = desk.clock.now()
        wanted: dict[str, Any] = {
            name: value for name in AgentChange.__struct_fields__ if (value := getattr(data, name)) is not UNSET
        }
        if "name" in wanted:
            wanted["name"] = needed_name(wanted["name"])

        def unit(tx: Transaction) -> Colleague:
            _joined(tx, number)
            changed = agents.change(tx, number, wanted, by=me.actor, at=now)
            if changed.disabled:
                sessions.end_others(tx, number, at=now)
            return colleague(changed)

        return await desk.database.write(unit)

    @post("/{number:int}/reset", responses=errors(404, 409), summary="Make a link to set a new password")
    async def reset(self, desk: TheDesk, me: Me, number: PathNumber) -> MadeLink:
        """An earlier link for this agent stops working; the present password goes on until the new one is set."""
        me.check_may("manage_agents")
        agent = await desk.database.read(lambda session: _joined(session, number))
        if agent.disabled:
            raise AccountDisabled
        expires_at = desk.clock.now() + desk.settings.link_hours * HOUR
        return MadeLink(link=await make_link(desk, "reset", number), expires_at=expires_at)


class Invitations(Controller):
    path = "/invitations"
    tags = ("Agents",)

    @get(responses=errors(), summary="Who was invited and has not joined")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[Invitation]:
        me.check_may("manage_agents")
        return all_of(await desk.database.read(_invitations))

    @post(responses=errors(409, 413, 415), summary="Invite somebody")
    async def invite(self, desk: TheDesk, me: Me, data: JSONBody[NewInvitation]) -> MadeInvitation:
        """Inviting an address again makes a new link; the one before stops working."""
        me.check_may("manage_agents")
        email = agents.clean_email(data.email)
        name = needed_name(data.name or email.partition("@")[0])
        shown, now = secret_token("invitation"), desk.clock.now()
        expires_at = now + desk.settings.link_hours * HOUR
        wanted = {"name": name, "role": data.role, "trainee": data.trainee, "language": data.language}

        link = link_address(desk.settings.address, "invitation", shown)

        def unit(tx: Transaction) -> tuple[int, bool]:
            agent = agents.invite(tx, email, wanted, by=me.actor, at=now)
            teams.place(tx, agent.id, data.teams, by=me.actor, at=now)
            links.make(
                tx,
                purpose="invitation",
                agent_id=agent.id,
                token=fingerprint(shown),
                at=now,
                expires_at=expires_at,
            )
            return agent.id, desk.own.notify.put(tx, _mail(agent, me, link, expires_at), expires_at=expires_at)

        number, mailed = await desk.database.write(unit)
        return MadeInvitation(id=number, link=link, expires_at=expires_at, mailed=mailed)

    @delete("/{number:int}", responses=errors(404), summary="Withdraw an invitation")
    async def withdraw(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        me.check_may("manage_agents")
        now = desk.clock.now()

        def unit(tx: Transaction) -> None:
            agent = agents.find(tx, number)
            if agent is None or agent.joined or agent.disabled:
                raise NotFound("There is no such invitation.")
            links.withdraw(tx, "invitation", number)
            teams.place(tx, number, (), by=me.actor, at=now)
            agents.change(tx, number, {"disabled": True}, by=me.actor, at=now)

        await desk.database.write(unit)


def _mail(agent: Agent, by: AgentView, link: str, until: int) -> OwnMail:
    return OwnMail(
        purpose="invitation",
        to=agent.email,
        name=agent.name if agent.name != agent.email.partition("@")[0] else "",
        language=agent.language,
        values={"by": by.name, "until": at_time(until)},
        link=link,
    )


def _joined(session: Session, number: int) -> Agent:
    agent = agents.existing(session, number)
    if not agent.joined:
        raise NotFound("There is no such agent.")
    return agent


def _invitations(session: Session) -> list[Invitation]:
    expiry = {link.agent_id: link.expires_at for link in links.invitations(session)}
    everybody = teams.everyone(session)
    return [
        Invitation(
            id=agent.id,
            email=agent.email,
            name=agent.name,
            role=agent.role,
            trainee=agent.trainee,
            teams=[team.id for team in everybody if agent.id in team.members],
            created_at=agent.created_at,
            expires_at=expiry.get(agent.id),
        )
        for agent in agents.everyone(session)
        if not agent.joined and not agent.disabled
    ]
