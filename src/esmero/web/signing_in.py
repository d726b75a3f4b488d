"""Signing in: passwords and one-time links become sessions."""

from __future__ import annotations

from litestar.datastructures import Cookie
from msgspec import Struct

from esmero.desk import agents, links, sessions
from esmero.desk.access import AgentView, view_of
from esmero.desk.links import Purpose
from esmero.kit.clock import DAY, HOUR
from esmero.kit.errors import EsmeroError, NotSignedIn
from esmero.kit.ids import fingerprint, secret_token
from esmero.kit.text import clean_name
from esmero.store.session import Transaction
from esmero.web.auth import csrf_token, session_cookie
from esmero.web.client import Connection, address_group, client_address
from esmero.web.desk import Desk
from esmero.web.limits import Limits

# Where the console takes up each kind of link. The token stands in the fragment, which never reaches a server's log.
_PAGES: dict[Purpose, str] = {"setup": "setup", "invitation": "join", "reset": "reset"}


class WrongPassword(NotSignedIn):
    """The address or the password is wrong; which of them is not told."""

    code = "wrong_password"
    title = "This address and password don't belong together."


class SetUpAlready(EsmeroError):
    """The desk has an administrator, so nobody becomes one by a link that was printed at its first start."""

    code = "set_up_already"
    status = 409
    title = "This desk was set up already."


class SignedIn(Struct, frozen=True):
    """A session that has just begun: who it is, and what the browser keeps."""

    agent: AgentView
    session_id: int
    csrf: str
    cookie: Cookie


async def with_password(desk: Desk, limits: Limits, connection: Connection, email: str, password: str) -> SignedIn:
    """Sign an agent in. It takes as long for accounts that don't exist.

    Raises:
        WrongPassword: the address or the password is wrong, or the account is disabled.
        TooMany: too many wrong ones lately.
    """
    group = address_group(client_address(connection, desk.settings))
    address = email.strip().lower()[:254]
    limits.sign_in_address.take(group)
    limits.sign_in_account.take(address)
    limits.sign_in.take((address, group))
    account = await desk.database.read(lambda session: agents.account(session, address))
    is_right = await desk.passwords.check(password, account.password if account else None)
    if account is None or not is_right or account.disabled:
        raise WrongPassword
    # Only wrong ones count: on Monday morning a whole office signs in from one address.
    limits.sign_in.forget((address, group))
    limits.sign_in_address.give_back(group)
    limits.sign_in_account.give_back(address)
    return await _freshen_and_begin(desk, connection, account, password)


async def begin_session(desk: Desk, connection: Connection, agent_id: int) -> SignedIn:
    """Sign an agent in whom something else than a password has vouched for.

    Raises:
        WrongPassword: the account was disabled meanwhile.
    """
    token = secret_token("session")
    device = clean_name(connection.headers.get("user-agent", ""), longest=200)
    address = client_address(connection, desk.settings)
    now = desk.clock.now()

    def unit(tx: Transaction) -> tuple[int, AgentView]:
        view = view_of(tx, agent_id)
        if view is None:
            raise WrongPassword
        number = sessions.begin(
            tx,
            agent_id=agent_id,
            token=fingerprint(token),
            device=device,
            address=address,
            at=now,
            expires_at=now + desk.settings.session_days * DAY,
        )
        return number, view

    number, view = await desk.database.write(unit)
    return SignedIn(view, number, csrf_token(token), session_cookie(desk.settings, token))


async def make_link(desk: Desk, purpose: Purpose, agent_id: int | None) -> str:
    """Return the address of a fresh one-time link; the one before it stops working."""
    token = secret_token(purpose)
    now = desk.clock.now()
    expires_at = now + desk.settings.link_hours * HOUR
    await desk.database.write(
        lambda tx: links.make(
            tx, purpose=purpose, agent_id=agent_id, token=fingerprint(token), at=now, expires_at=expires_at
        )
    )
    return link_address(desk.settings.address, purpose, token)


async def set_up_link(desk: Desk) -> str | None:
    """Return a fresh link for making the first administrator; None if there is one."""
    if await desk.database.read(agents.is_set_up):
        return None
    return await make_link(desk, "setup", None)


def link_address(origin: str, purpose: Purpose, token: str) -> str:
    """Return the console's page for a link."""
    return f"{origin}/console/{_PAGES[purpose]}#{token}"


async def _freshen_and_begin(desk: Desk, connection: Connection, account: agents.Account, password: str) -> SignedIn:
    """Begin the session; a password that was hashed with older figures is hashed anew on the way."""
    if account.password is not None and desk.passwords.is_outdated(account.password):
        fresh = await desk.passwords.hash(password)
        await desk.database.write(lambda tx: agents.freshen_password(tx, account.id, fresh))
    return await begin_session(desk, connection, account.id)
