"""Teams: who works together, and which inboxes they see."""

from __future__ import annotations

from litestar import Controller, delete, get, patch, post
from litestar.params import JSONBody
from msgspec import field

from esmero.desk import teams
from esmero.desk.teams import Team
from esmero.web.api.forms import Form, Items, Line, Numbers, PathNumber, all_of
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewTeam(Form, frozen=True, kw_only=True):
    name: Line
    members: Numbers = field(default_factory=list)
    inboxes: Numbers = field(default_factory=list)


class TeamChange(Form, frozen=True, kw_only=True):
    name: Line | None = None
    members: Numbers | None = None
    inboxes: Numbers | None = None


class Teams(Controller):
    path = "/teams"
    tags = ("Teams",)

    @get(responses=errors(), summary="All teams")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[Team]:
        return all_of(await desk.database.read(teams.everyone))

    @post(responses=errors(409, 413, 415), summary="Make a team")
    async def make(self, desk: TheDesk, me: Me, data: JSONBody[NewTeam]) -> Team:
        me.check_may("manage_teams")
        now = desk.clock.now()
        return await desk.database.write(
            lambda tx: teams.make(tx, data.name, data.members, data.inboxes, by=me.actor, at=now)
        )

    @patch("/{number:int}", responses=errors(404, 409, 413, 415), summary="Change a team")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[TeamChange]) -> Team:
        me.check_may("manage_teams")
        now = desk.clock.now()
        return await desk.database.write(
            lambda tx: teams.change(
                tx, number, name=data.name, members=data.members, inboxes=data.inboxes, by=me.actor, at=now
            )
        )

    @delete("/{number:int}", responses=errors(404), summary="Dissolve a team")
    async def remove(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        me.check_may("manage_teams")
        now = desk.clock.now()
        await desk.database.write(lambda tx: teams.remove(tx, number, by=me.actor, at=now))
