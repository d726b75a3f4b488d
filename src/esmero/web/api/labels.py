"""Labels."""

from __future__ import annotations

from litestar import Controller, delete, get, patch, post
from litestar.params import JSONBody

from esmero.desk import labels
from esmero.desk.labels import Label, Tint
from esmero.web.api.forms import Form, Items, Line, PathNumber, all_of
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewLabel(Form, frozen=True, kw_only=True):
    name: Line
    tint: Tint = "grey"


class LabelChange(Form, frozen=True, kw_only=True):
    name: Line | None = None
    tint: Tint | None = None


class Labels(Controller):
    path = "/labels"
    tags = ("Labels",)

    @get(responses=errors(), summary="All labels")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[Label]:
        return all_of(await desk.database.read(labels.everyone))

    @post(responses=errors(409, 413, 415), summary="Make a label")
    async def make(self, desk: TheDesk, me: Me, data: JSONBody[NewLabel]) -> Label:
        me.check_may("manage_labels")
        now = desk.clock.now()
        return await desk.database.write(lambda tx: labels.make(tx, data.name, data.tint, by=me.actor, at=now))

    @patch("/{number:int}", responses=errors(404, 409, 413, 415), summary="Change a label")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[LabelChange]) -> Label:
        me.check_may("manage_labels")
        now = desk.clock.now()
        return await desk.database.write(
            lambda tx: labels.change(tx, number, name=data.name, tint=data.tint, by=me.actor, at=now)
        )

    @delete("/{number:int}", responses=errors(404), summary="Remove a label")
    async def remove(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        me.check_may("manage_labels")
        now = desk.clock.now()
        await desk.database.write(lambda tx: labels.remove(tx, number, by=me.actor, at=now))
