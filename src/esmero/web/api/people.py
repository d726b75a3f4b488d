"""How agents, and the one who asks, look in answers."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from esmero.desk import agents, teams
from esmero.desk.access import ROLES, AgentView, Permission, Role
from esmero.desk.agents import Agent, Availability, Language, Notify, Theme
from esmero.store.session import Session


class Colleague(Struct, kw_only=True):
    """An agent, as all agents may know them."""

    id: int
    name: str
    email: str
    role: Role
    trainee: bool
    disabled: bool
    availability: Availability
    created_at: int


class Myself(Struct, kw_only=True):
    """The agent who asks. `inboxes` are those that they see, `permissions` what their role lets them do."""

    id: int
    name: str
    email: str
    role: Role
    trainee: bool
    language: Language
    theme: Theme
    availability: Availability
    notify: Notify
    signature: str
    permissions: list[Permission]
    inboxes: list[int]
    teams: list[int]
    kind: Literal["agent", "program"] = "agent"


def colleague(agent: Agent) -> Colleague:
    """Show an agent to their colleagues."""
    return Colleague(
        id=agent.id,
        name=agent.name,
        email=agent.email,
        role=agent.role,
        trainee=agent.trainee,
        disabled=agent.disabled,
        availability=agent.availability,
        created_at=agent.created_at,
    )


def colleagues(session: Session) -> list[Colleague]:
    """Return everybody who has joined, also those who were disabled: their names stand in conversations."""
    return [colleague(agent) for agent in agents.everyone(session) if agent.joined]


def myself(session: Session, me: AgentView) -> Myself:
    """Show the agent who asks to themselves."""
    agent = agents.existing(session, me.id)
    return Myself(
        id=agent.id,
        name=me.name,
        email=agent.email,
        role=me.role,
        trainee=agent.trainee,
        language=agent.language,
        theme=agent.theme,
        availability=agent.availability,
        notify=agent.notify,
        signature=agent.signature,
        permissions=sorted(ROLES[me.role]),
        inboxes=sorted(me.inbox_ids),
        teams=[team.id for team in teams.everyone(session) if agent.id in team.members],
        kind="agent" if me.program is None else "program",
    )
