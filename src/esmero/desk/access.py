"""Who may do what, and see what. Roles are named sets of permissions; sight follows from membership of teams."""

from __future__ import annotations

import hashlib
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import bindparam, select

from esmero.contract.events import Actor
from esmero.kit.errors import Forbidden
from esmero.store.schema import agent, inbox, inbox_team, team_member
from esmero.store.session import Session
from esmero.store.statement import Statement

Role = Literal["administrator", "supervisor", "agent"]
Permission = Literal[
    "handle_conversations",
    "edit_customers",
    "block_customers",
    "manage_labels",
    "manage_inboxes",
    "manage_agents",
    "manage_teams",
    "manage_tokens",
    "open_sources",
]

_AGENT: frozenset[Permission] = frozenset({"handle_conversations", "edit_customers"})
_SUPERVISOR: frozenset[Permission] = _AGENT | frozenset[Permission](
    {"block_customers", "manage_labels", "open_sources"}
)
_ADMINISTRATOR: frozenset[Permission] = frozenset(get_args(Permission))

ROLES: dict[Role, frozenset[Permission]] = {
    "administrator": _ADMINISTRATOR,
    "supervisor": _SUPERVISOR,
    "agent": _AGENT,
}


class AgentView(Struct, frozen=True, kw_only=True):
    """An agent as the desk must know them to decide: what they may do, and what they see at this moment.

    Attributes:
        inbox_ids: the inboxes whose conversations they may see.
        program: the API token that acts in this agent's name, if one does.
    """

    id: int
    name: str
    role: Role
    trainee: bool
    inbox_ids: frozenset[int]
    program: int | None = None

    @property
    def actor(self) -> Actor:
        """Return whom the log names: the agent, or the program that used their token."""
        return Actor("agent", self.id) if self.program is None else Actor("program", self.program)

    @property
    def sight(self) -> str:
        """Return a fingerprint of what decides what they may see: a browser that was away tells by it what it knew."""
        written = f"{self.role} {sorted(self.inbox_ids)}"
        return hashlib.sha256(written.encode()).hexdigest()[:16]

    def may(self, permission: Permission) -> bool:
        """Tell whether this agent's role holds a permission."""
        return permission in ROLES[self.role]

    def check_may(self, permission: Permission) -> None:
        """Refuse what the role does not hold.

        Raises:
            Forbidden: it doesn't.
        """
        if not self.may(permission):
            raise Forbidden("Your role does not allow this.")

    def as_now(self, now: AgentView) -> AgentView:
        """Return this view with what the agent may and sees at present. A program keeps its name and a lesser role."""
        if self.program is None:
            return now
        return replace(now, name=self.name, role=lesser(self.role, now.role), program=self.program)

    def sees(self, inbox_id: int) -> bool:
        """Tell whether conversations of this inbox are theirs to see."""
        return inbox_id in self.inbox_ids


def lesser(one: Role, other: Role) -> Role:
    """Return the role that may less; each role may all that the one below it may."""
    return one if ROLES[one] <= ROLES[other] else other


_WHO = Statement(
    select(agent.c.name, agent.c.role, agent.c.trainee).where(
        agent.c.id == bindparam("id"), agent.c.disabled_at.is_(None), agent.c.password.is_not(None)
    )
)
# Removed inboxes stay in sight, so that what was said there can still be read.
_ALL_INBOXES = Statement(select(inbox.c.id))
_INBOXES_OF_TEAMS = Statement(
    select(inbox_team.c.inbox_id)
    .distinct()
    .select_from(inbox_team.join(team_member, team_member.c.team_id == inbox_team.c.team_id))
    .where(team_member.c.agent_id == bindparam("id"))
)


def view_of(session: Session, agent_id: int) -> AgentView | None:
    """Return an agent's view; None if there is no such agent, or they are disabled or have not joined yet."""
    row = session.one(_WHO, id=agent_id)
    if row is None:
        return None
    name, role, trainee = row
    return AgentView(
        id=agent_id, name=name, role=role, trainee=trainee == 1, inbox_ids=_inboxes_of(session, agent_id, role)
    )


def _inboxes_of(session: Session, agent_id: int, role: Role) -> frozenset[int]:
    if role == "administrator":
        return frozenset(number for (number,) in session.all(_ALL_INBOXES))
    return frozenset(number for (number,) in session.all(_INBOXES_OF_TEAMS, id=agent_id))
