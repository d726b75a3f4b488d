"""Teams: groups of agents, and the inboxes that they see."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import bindparam, delete, func, select, update

from esmero.contract.events import Actor
from esmero.desk import changes
from esmero.kit.errors import BadInput, NotFound, Taken
from esmero.kit.text import needed_name
from esmero.store.schema import agent, inbox, inbox_team, team, team_member
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert


class Team(Struct, frozen=True, kw_only=True):
    """A team with the ids of its agents and of its inboxes, each in ascending order."""

    id: int
    name: str
    members: tuple[int, ...] = ()
    inboxes: tuple[int, ...] = ()


_ALL = Statement(select(team.c.id, team.c.name).order_by(team.c.name, team.c.id))
_MEMBERS = Statement(
    select(team_member.c.team_id, team_member.c.agent_id).order_by(team_member.c.team_id, team_member.c.agent_id)
)
_INBOXES = Statement(
    select(inbox_team.c.team_id, inbox_team.c.inbox_id).order_by(inbox_team.c.team_id, inbox_team.c.inbox_id)
)
_NAMED = Statement(select(team.c.id).where(team.c.name == bindparam("name")))
_BEGIN = Statement(insert(team).values(name=bindparam("name"), created_at=bindparam("created_at")).returning(team.c.id))
_RENAME = Statement(update(team).where(team.c.id == bindparam("id")).values(name=bindparam("new_name")))
_REMOVE = Statement(delete(team).where(team.c.id == bindparam("id")))
_ADMIT = Statement(
    insert(team_member).values(team_id=bindparam("team_id"), agent_id=bindparam("agent_id")).on_conflict_do_nothing()
)
_DISMISS = Statement(
    delete(team_member).where(
        team_member.c.team_id == bindparam("team_id"), team_member.c.agent_id == bindparam("agent_id")
    )
)
_DISMISS_EVERYWHERE = Statement(delete(team_member).where(team_member.c.agent_id == bindparam("agent_id")))
_OPEN = Statement(
    insert(inbox_team).values(team_id=bindparam("team_id"), inbox_id=bindparam("inbox_id")).on_conflict_do_nothing()
)
_SHUT = Statement(
    delete(inbox_team).where(
        inbox_team.c.team_id == bindparam("team_id"), inbox_team.c.inbox_id == bindparam("inbox_id")
    )
)
_COUNT_TEAMS = Statement(select(func.count()).select_from(team).where(among(team.c.id, "ids")))
_COUNT_AGENTS = Statement(select(func.count()).select_from(agent).where(among(agent.c.id, "ids")))
_COUNT_INBOXES = Statement(
    select(func.count()).select_from(inbox).where(among(inbox.c.id, "ids"), inbox.c.removed_at.is_(None))
)


def everyone(session: Session) -> list[Team]:
    """Return all teams by name."""
    members: dict[int, list[int]] = {}
    for team_id, agent_id in session.all(_MEMBERS):
        members.setdefault(team_id, []).append(agent_id)
    inboxes: dict[int, list[int]] = {}
    for team_id, inbox_id in session.all(_INBOXES):
        inboxes.setdefault(team_id, []).append(inbox_id)
    return [
        Team(id=number, name=name, members=tuple(members.get(number, ())), inboxes=tuple(inboxes.get(number, ())))
        for number, name in session.all(_ALL)
    ]


def existing(session: Session, team_id: int) -> Team:
    """Return a team.

    Raises:
        NotFound: there is none.
    """
    for one in everyone(session):
        if one.id == team_id:
            return one
    raise NotFound("There is no such team.")


def make(tx: Transaction, name: str, members: Collection[int], inboxes: Collection[int], *, by: Actor, at: int) -> Team:
    """Make a team.

    Raises:
        Conflict: the name is taken.
        BadInput: there is no such agent or inbox.
    """
    row = tx.one(_BEGIN, name=_free_name(tx, name), created_at=at)
    assert row is not None
    _fill(tx, Team(id=row[0], name=name), members, inboxes)
    changes.of_desk(tx, "team", row[0], "made", by=by, at=at)
    return existing(tx, row[0])


def change(
    tx: Transaction,
    team_id: int,
    *,
    name: str | None = None,
    members: Collection[int] | None = None,
    inboxes: Collection[int] | None = None,
    by: Actor,
    at: int,
) -> Team:
    """Change what is not None of a team's name, members and inboxes; raises as `make` does, and NotFound."""
    before = existing(tx, team_id)
    if name is not None and name != before.name:
        tx.run(_RENAME, id=team_id, new_name=_free_name(tx, name, but=team_id))
    _fill(tx, before, before.members if members is None else members, before.inboxes if inboxes is None else inboxes)
    now = existing(tx, team_id)
    if now != before:
        changes.of_desk(tx, "team", team_id, "changed", by=by, at=at)
    return now


def remove(tx: Transaction, team_id: int, *, by: Actor, at: int) -> None:
    """Dissolve a team; its agents no longer see its inboxes through it."""
    existing(tx, team_id)
    tx.run(_REMOVE, id=team_id)
    changes.of_desk(tx, "team", team_id, "removed", by=by, at=at)


def place(tx: Transaction, agent_id: int, team_ids: Collection[int], *, by: Actor, at: int) -> None:
    """Put an agent into exactly these teams.

    Raises:
        BadInput: there is no such team.
    """
    _check_all(tx, _COUNT_TEAMS, team_ids, "teams")
    before = {one.id for one in everyone(tx) if agent_id in one.members}
    tx.run(_DISMISS_EVERYWHERE, agent_id=agent_id)
    for team_id in set(team_ids):
        tx.run(_ADMIT, team_id=team_id, agent_id=agent_id)
    for team_id in sorted(before ^ set(team_ids)):
        changes.of_desk(tx, "team", team_id, "changed", by=by, at=at)


def open_to(tx: Transaction, inbox_id: int, team_ids: Collection[int]) -> None:
    """Let exactly these teams see an inbox. The caller records the inbox's change.

    Raises:
        BadInput: there is no such team.
    """
    _check_all(tx, _COUNT_TEAMS, team_ids, "teams")
    for one in everyone(tx):
        statement = _OPEN if one.id in team_ids else _SHUT
        tx.run(statement, team_id=one.id, inbox_id=inbox_id)


def _free_name(tx: Transaction, written: str, *, but: int = 0) -> str:
    name = needed_name(written)
    row = tx.one(_NAMED, name=name)
    if row is not None and row[0] != but:
        raise Taken("There is a team of this name already.", fields={"name": "taken"})
    return name


def _fill(tx: Transaction, before: Team, members: Collection[int], inboxes: Collection[int]) -> None:
    _check_all(tx, _COUNT_AGENTS, set(members) - set(before.members), "members")
    _check_all(tx, _COUNT_INBOXES, set(inboxes) - set(before.inboxes), "inboxes")
    for agent_id in set(members) - set(before.members):
        tx.run(_ADMIT, team_id=before.id, agent_id=agent_id)
    for agent_id in set(before.members) - set(members):
        tx.run(_DISMISS, team_id=before.id, agent_id=agent_id)
    for inbox_id in set(inboxes) - set(before.inboxes):
        tx.run(_OPEN, team_id=before.id, inbox_id=inbox_id)
    for inbox_id in set(before.inboxes) - set(inboxes):
        tx.run(_SHUT, team_id=before.id, inbox_id=inbox_id)


def _check_all(tx: Transaction, count: Statement, ids: Collection[int], field: str) -> None:
    wanted = set(ids)
    row = tx.one(count, ids=list(wanted)) if wanted else (0,)
    if row is None or row[0] != len(wanted):
        raise BadInput(f"One of the {field} does not exist.", fields={field: "unknown"})
