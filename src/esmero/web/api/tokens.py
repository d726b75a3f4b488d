"""Tokens for programs. Each is shown once, when it is made."""

from __future__ import annotations

from litestar import Controller, delete, get, post
from litestar.params import JSONBody
from msgspec import Struct

from esmero.desk import tokens
from esmero.desk.access import ROLES, Role
from esmero.desk.tokens import Token
from esmero.kit.errors import Forbidden
from esmero.kit.ids import fingerprint, secret_token
from esmero.kit.text import needed_name
from esmero.web.api.forms import Form, Items, Line, PathNumber, all_of
from esmero.web.auth import Me, MySession
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class NewToken(Form, frozen=True, kw_only=True):
    name: Line
    role: Role = "agent"


class MadeToken(Struct, kw_only=True):
    """`token` goes into `Authorization: Bearer`; nobody can look it up again."""

    id: int
    name: str
    role: Role
    created_at: int
    token: str


class Tokens(Controller):
    path = "/tokens"
    tags = ("Tokens",)

    @get(responses=errors(), summary="All tokens")
    async def everyone(self, desk: TheDesk, me: Me) -> Items[Token]:
        me.check_may("manage_tokens")
        return all_of(await desk.database.read(tokens.everyone))

    @post(responses=errors(413, 415), summary="Make a token")
    async def make(self, desk: TheDesk, signed: MySession, data: JSONBody[NewToken]) -> MadeToken:
        """It sees what its maker sees, and may do what both its role and its maker's may."""
        me = signed.agent
        me.check_may("manage_tokens")
        if signed.session_id is None:
            raise Forbidden("A program can't make tokens for others.")
        name = needed_name(data.name)
        if not ROLES[data.role] <= ROLES[me.role]:
            raise Forbidden("A token can't do more than you.")
        shown, now = secret_token("token"), desk.clock.now()
        made = await desk.database.write(
            lambda tx: tokens.make(tx, token=fingerprint(shown), name=name, role=data.role, by=me, at=now)
        )
        return MadeToken(id=made.id, name=made.name, role=made.role, created_at=made.created_at, token=shown)

    @delete("/{number:int}", responses=errors(404), summary="Take a token back")
    async def remove(self, desk: TheDesk, me: Me, number: PathNumber) -> None:
        me.check_may("manage_tokens")
        now = desk.clock.now()
        await desk.database.write(lambda tx: tokens.remove(tx, number, by=me.actor, at=now))
