"""What an agent decides for themselves: name, signature, language, look, whether they are here, their password."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Controller, patch, put
from litestar.params import JSONBody
from msgspec import UNSET, Meta, UnsetType

from esmero.desk import agents, sessions
from esmero.desk.access import view_of
from esmero.desk.agents import Availability, Language, Notify, Theme
from esmero.kit.errors import BadInput, Forbidden
from esmero.kit.text import clean_text, needed_name
from esmero.store.session import Transaction
from esmero.web.api.forms import Form, Line, Password
from esmero.web.api.people import Myself, myself
from esmero.web.auth import MySession
from esmero.web.desk import TheDesk
from esmero.web.limits import TheLimits
from esmero.web.problems import errors

Signature = Annotated[str, Meta(max_length=2_000)]


class MyChange(Form, frozen=True, kw_only=True):
    name: Line | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    theme: Theme | UnsetType = UNSET
    availability: Availability | UnsetType = UNSET
    notify: Notify | UnsetType = UNSET
    signature: Signature | UnsetType = UNSET


class PasswordChange(Form, frozen=True, kw_only=True):
    current: Password
    new: Password


class MeController(Controller):
    path = "/me"
    tags = ("Me",)

    @patch(responses=errors(413, 415), summary="Change my own settings")
    async def change(self, desk: TheDesk, signed: MySession, data: JSONBody[MyChange]) -> Myself:
        me, now = signed.agent, desk.clock.now()
        _check_is_person(signed)
        wanted: dict[str, Any] = {
            name: value for name in MyChange.__struct_fields__ if (value := getattr(data, name)) is not UNSET
        }
        if "name" in wanted:
            wanted["name"] = needed_name(wanted["name"])
        if "signature" in wanted:
            wanted["signature"] = clean_text(wanted["signature"])

        def unit(tx: Transaction) -> Myself:
            agents.change(tx, me.id, wanted, by=me.actor, at=now)
            return myself(tx, view_of(tx, me.id) or me)

        return await desk.database.write(unit)

    @put("/password", status_code=204, responses=errors(413, 415), summary="Change my password")
    async def change_password(
        self, desk: TheDesk, signed: MySession, limits: TheLimits, data: JSONBody[PasswordChange]
    ) -> None:
        """All my other sessions end."""
        me, now = signed.agent, desk.clock.now()
        _check_is_person(signed)
        limits.sign_in.take(("password", me.id))
        agent, stored = await desk.database.read(
            lambda session: (agents.existing(session, me.id), agents.password_of(session, me.id))
        )
        if not await desk.passwords.check(data.current, stored):
            raise BadInput("The present password is another.", fields={"current": "wrong"})
        agents.check_password(data.new, email=agent.email, name=agent.name)
        password = await desk.passwords.hash(data.new)

        def unit(tx: Transaction) -> None:
            agents.set_password(tx, me.id, password, by=me.actor, at=now)
            sessions.end_others(tx, me.id, but=signed.session_id or 0, at=now)

        await desk.database.write(unit)
        limits.sign_in.forget(("password", me.id))


def _check_is_person(signed: MySession) -> None:
    if signed.session_id is None:
        raise Forbidden("A program's token can't change the account of the person who made it.")
