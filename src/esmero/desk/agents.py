"""Agents: the people who answer. Their accounts, from the invitation to the day they leave."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import bindparam, select, update

from esmero.contract.events import DESK, Actor
from esmero.contract.facts import AgentChanged
from esmero.desk import changes, links
from esmero.desk.access import Role
from esmero.kit.errors import BadInput, Conflict, NotFound, Taken
from esmero.store.schema import agent
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, insert

Theme = Literal["system", "light", "dark"]
Availability = Literal["available", "away"]
Language = Literal["en", "es", "hi", "hu"]


SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200


class LastAdministrator(Conflict):
    code = "last_administrator"
    title = "The desk needs at least one administrator."


class Notify(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an agent wants to be told of while looking elsewhere, and how."""

    messages: Literal["all", "mine", "none"] = "all"
    sound: bool = True
    desktop: bool = False


class Agent(Struct, frozen=True, kw_only=True):
    """An agent's account, without the password. `joined` is false until the invitation was accepted.

    `signature` stands below what they write, in channels where one signs.
    """

    id: int
    email: str
    name: str
    role: Role
    trainee: bool
    language: Language
    theme: Theme
    availability: Availability
    notify: Notify
    joined: bool
    disabled: bool
    created_at: int
    signature: str = ""


class Account(Struct, frozen=True):
    """What signing in needs. `password` is its hash, or None before the invitation was accepted."""

    id: int
    password: str | None
    disabled: bool


_COLUMNS = (
    agent.c.id,
    agent.c.email,
    agent.c.name,
    agent.c.role,
    agent.c.trainee,
    agent.c.language,
    agent.c.theme,
    agent.c.availability,
    agent.c.notify,
    agent.c.password.is_not(None),
    agent.c.disabled_at,
    agent.c.created_at,
    agent.c.signature,
)
_ONE = Statement(select(*_COLUMNS).where(agent.c.id == bindparam("id")))
_ALL = Statement(select(*_COLUMNS).order_by(agent.c.name, agent.c.id))
_ACCOUNT = Statement(
    select(agent.c.id, agent.c.password, agent.c.disabled_at).where(agent.c.email == bindparam("email"))
)
_PASSWORD = Statement(select(agent.c.password).where(agent.c.id == bindparam("id")))
_ADMINISTRATOR = Statement(
    select(agent.c.id)
    .where(
        agent.c.role == "administrator",
        agent.c.disabled_at.is_(None),
        agent.c.password.is_not(None),
        agent.c.id != bindparam("but"),
    )
    .limit(1)
)
_BEGIN = Statement(
    insert(agent)
    .values(
        seq=0,
        theme="system",
        availability="available",
        notify="{}",
        **{
            name: bindparam(name) for name in ("email", "name", "password", "role", "trainee", "language", "created_at")
        },
    )
    .returning(agent.c.id)
)
_SAVE = Statement(
    update(agent)
    .where(agent.c.id == bindparam("id"))
    .values(
        name=bindparam("new_name"),
        role=bindparam("new_role"),
        trainee=bindparam("new_trainee"),
        language=bindparam("new_language"),
        theme=bindparam("new_theme"),
        availability=bindparam("new_availability"),
        notify=bindparam("new_notify"),
        signature=bindparam("new_signature"),
        disabled_at=bindparam("new_disabled_at"),
    )
)
_SET_PASSWORD = Statement(update(agent).where(agent.c.id == bindparam("id")).values(password=bindparam("new_password")))

_read_notify = msgspec.json.Decoder(Notify).decode
_MAIL = re.compile(r"[^\s@<>()\[\],;:\"\\\x00-\x1f\x7f]{1,64}@[^\s@<>()\[\],;:\"\\\x00-\x1f\x7f]+\.[^\s@.<>]{2,}\Z")


def find(session: Session, agent_id: int) -> Agent | None:
    """Return one agent, whether invited, at work or disabled."""
    row = session.one(_ONE, id=agent_id)
    return None if row is None else _agent(row)


def everyone(session: Session) -> list[Agent]:
    """Return all agents by name: those at work, those invited and those disabled."""
    return [_agent(row) for row in session.all(_ALL)]


def account(session: Session, email: str) -> Account | None:
    """Return the account with this address (as `clean_email` gives it)."""
    if not email.isprintable():
        return None  # nobody's address, and PostgreSQL takes no NUL in a question
    row = session.one(_ACCOUNT, email=email)
    return None if row is None else Account(row[0], row[1], row[2] is not None)


def password_of(session: Session, agent_id: int) -> str | None:
    """Return the hash of an agent's password."""
    row = session.one(_PASSWORD, id=agent_id)
    return None if row is None else row[0]


def is_set_up(session: Session) -> bool:
    """Tell whether there is an administrator, so that the desk can be run."""
    return session.one(_ADMINISTRATOR, but=0) is not None


def make(
    tx: Transaction,
    *,
    email: str,
    name: str,
    role: Role,
    password: str | None,
    at: int,
    language: Language = "en",
    trainee: bool = False,
    by: Actor = DESK,
) -> Agent:
    """Make an account; without a password it is an invited one.

    Raises:
        Taken: the address has an account.
    """
    if account(tx, email) is not None:
        raise Taken("This address has an account already.", fields={"email": "taken"})
    row = tx.one(
        _BEGIN,
        email=email,
        name=name,
        password=password,
        role=role,
        trainee=int(trainee),
        language=language,
        created_at=at,
    )
    assert row is not None
    action: Literal["invited", "joined"] = "invited" if password is None else "joined"
    changes.of_agent(tx, row[0], AgentChanged(action=action), by=by, at=at)
    return existing(tx, row[0])


def invite(tx: Transaction, email: str, wanted: dict[str, Any], *, by: Actor, at: int) -> Agent:
    """Make an account that waits for its person; one that waits already is changed to what is wanted now.

    Raises:
        Taken: somebody with this address has joined.
    """
    known = account(tx, email)
    if known is None:
        return make(tx, email=email, password=None, by=by, at=at, **wanted)
    if known.password is not None:
        raise Taken("This address has an account already.", fields={"email": "taken"})
    _save(tx, replace(existing(tx, known.id), disabled=False, **wanted), at)
    changes.of_agent(tx, known.id, AgentChanged(action="invited"), by=by, at=at)
    return existing(tx, known.id)


def join(tx: Transaction, agent_id: int, *, name: str, password: str, at: int) -> Agent:
    """Accept an invitation."""
    invited = existing(tx, agent_id)
    _save(tx, replace(invited, name=name or invited.name), at)
    tx.run(_SET_PASSWORD, id=agent_id, new_password=password)
    changes.of_agent(tx, agent_id, AgentChanged(action="joined"), by=Actor("agent", agent_id), at=at)
    return existing(tx, agent_id)


def set_password(tx: Transaction, agent_id: int, password: str, *, by: Actor, at: int) -> None:
    """Give an agent another password (its hash); links that would set one no longer work.

    Who is signed in stays so: see `sessions.end_others`.
    """
    tx.run(_SET_PASSWORD, id=agent_id, new_password=password)
    links.withdraw(tx, "reset", agent_id)
    changes.of_agent(tx, agent_id, AgentChanged(action="password_changed"), by=by, at=at)


def freshen_password(tx: Transaction, agent_id: int, password: str) -> None:
    """Keep another hash of the same password; nothing has changed for anybody."""
    tx.run(_SET_PASSWORD, id=agent_id, new_password=password)


def change(tx: Transaction, agent_id: int, wanted: dict[str, Any], *, by: Actor, at: int) -> Agent:
    """Change fields of an account; what is already so changes nothing.

    Raises:
        NotFound: there is no such agent.
        Conflict: the desk would be left without an administrator.
    """
    before = existing(tx, agent_id)
    now = replace(before, **wanted)
    if now == before:
        return before
    _check_administrator_stays(tx, before, now)
    _save(tx, now, at)
    changes.of_agent(tx, agent_id, _what_changed(before, now), by=by, at=at)
    return now


def existing(session: Session, agent_id: int) -> Agent:
    """Return an agent.

    Raises:
        NotFound: there is none.
    """
    found = find(session, agent_id)
    if found is None:
        raise NotFound("There is no such agent.")
    return found


def clean_email(written: str) -> str:
    """Return a mail address as accounts are keyed by it.

    Raises:
        BadInput: it doesn't look like one.
    """
    address = unicodedata.normalize("NFC", written).strip().lower()
    if len(address) > 254 or _MAIL.match(address) is None or not address.isprintable():
        raise BadInput("This is not a mail address.", fields={"email": "not a mail address"})
    return address


def check_password(password: str, *, email: str, name: str = "") -> None:
    """Refuse passwords that are guessed first. Length counts, not kinds of characters (NIST SP 800-63B, 5.1.1.2).

    Raises:
        BadInput: it is too short, too long, or says who one is.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput("The password is too short.", fields={"password": "too short"})
    if len(password) > LONGEST_PASSWORD:
        raise BadInput("The password is too long.", fields={"password": "too long"})
    plain = password.casefold()
    known = {email.casefold(), email.partition("@")[0].casefold(), name.casefold()}
    if plain in known or len(set(plain)) < 4:
        raise BadInput("This password is easy to guess.", fields={"password": "easy to guess"})


def _check_administrator_stays(tx: Transaction, before: Agent, now: Agent) -> None:
    was = before.role == "administrator" and before.joined and not before.disabled
    remains = now.role == "administrator" and not now.disabled
    if was and not remains and tx.one(_ADMINISTRATOR, but=before.id) is None:
        raise LastAdministrator


def _what_changed(before: Agent, now: Agent) -> AgentChanged:
    if before.disabled != now.disabled:
        return AgentChanged(action="disabled" if now.disabled else "enabled")
    names = tuple(name for name in Agent.__struct_fields__ if getattr(before, name) != getattr(now, name))
    return AgentChanged(action="changed", fields=names)


def _save(tx: Transaction, now: Agent, at: int) -> None:
    tx.run(
        _SAVE,
        id=now.id,
        new_name=now.name,
        new_role=now.role,
        new_trainee=int(now.trainee),
        new_language=now.language,
        new_theme=now.theme,
        new_availability=now.availability,
        new_notify=msgspec.json.encode(now.notify).decode(),
        new_signature=now.signature,
        new_disabled_at=at if now.disabled else None,
    )


def _agent(row: Row) -> Agent:
    id_, email, name, role, trainee, language, theme, availability, notify, joined, disabled_at, *rest = row
    created_at, signature = rest
    return Agent(
        id=id_,
        email=email,
        name=name,
        role=role,
        trainee=trainee == 1,
        language=language,
        theme=theme,
        availability=availability,
        notify=_read_notify(notify),
        joined=bool(joined),
        disabled=disabled_at is not None,
        created_at=created_at,
        signature=signature,
    )
