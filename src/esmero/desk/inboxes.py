"""Inboxes: the ways in that are set up. What their settings mean, their channel knows; here they are JSON."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, select, update

from esmero.contract.events import Actor
from esmero.contract.facts import InboxChanged
from esmero.desk import changes
from esmero.kit.errors import NotFound
from esmero.kit.text import needed_name
from esmero.store.schema import inbox, inbox_team
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, insert


class Inbox(Struct, frozen=True, kw_only=True):
    """One configured way in.

    Attributes:
        key: its public name, which stands in the source of the shop's page.
        settings: JSON in the form of the channel's `settings.py`.
        teams: who sees it, beside administrators.
        has_secret: whether the shop has one to sign its customers' names with.
        removed: no longer in use; its conversations stay.
    """

    id: int
    channel: str
    name: str
    key: str
    settings: str
    teams: tuple[int, ...] = ()
    has_secret: bool = False
    removed: bool = False
    created_at: int


_COLUMNS = (
    inbox.c.id,
    inbox.c.channel,
    inbox.c.name,
    inbox.c.key,
    inbox.c.settings,
    inbox.c.secret.is_not(None),
    inbox.c.removed_at.is_not(None),
    inbox.c.created_at,
)
_ONE = Statement(select(*_COLUMNS).where(inbox.c.id == bindparam("id")))
_KEYED = Statement(select(*_COLUMNS).where(inbox.c.key == bindparam("key")))
_ALL = Statement(select(*_COLUMNS).order_by(inbox.c.name, inbox.c.id))
_TEAMS = Statement(select(inbox_team.c.inbox_id, inbox_team.c.team_id).order_by(inbox_team.c.team_id))
_SECRET = Statement(select(inbox.c.secret).where(inbox.c.id == bindparam("id")))
_BEGIN = Statement(
    insert(inbox)
    .values(seq=0, **{name: bindparam(name) for name in ("channel", "name", "key", "settings", "created_at")})
    .returning(inbox.c.id)
)
_SAVE = Statement(
    update(inbox)
    .where(inbox.c.id == bindparam("id"))
    .values(name=bindparam("new_name"), settings=bindparam("new_settings"))
)
_REMOVE = Statement(update(inbox).where(inbox.c.id == bindparam("id")).values(removed_at=bindparam("at")))
_KEEP_SECRET = Statement(update(inbox).where(inbox.c.id == bindparam("id")).values(secret=bindparam("new_secret")))


def everyone(session: Session) -> list[Inbox]:
    """Return all inboxes by name, removed ones too."""
    teams = _teams(session)
    return [_inbox(row, teams) for row in session.all(_ALL)]


def find(session: Session, inbox_id: int) -> Inbox | None:
    """Return one inbox, in use or removed."""
    row = session.one(_ONE, id=inbox_id)
    return None if row is None else _inbox(row, _teams(session))


def by_key(session: Session, key: str) -> Inbox | None:
    """Return the inbox in use that has this public key."""
    row = session.one(_KEYED, key=key)
    found = None if row is None else _inbox(row, {})
    return None if found is None or found.removed else found


def in_use(session: Session, inbox_id: int) -> Inbox:
    """Return an inbox.

    Raises:
        NotFound: there is none, or it was removed.
    """
    found = find(session, inbox_id)
    if found is None or found.removed:
        raise NotFound("There is no such inbox.")
    return found


def secret_of(session: Session, inbox_id: int) -> bytes | None:
    """Return the sealed secret that the shop signs with."""
    row = session.one(_SECRET, id=inbox_id)
    return None if row is None else row[0]


def make(tx: Transaction, *, channel: str, name: str, key: str, settings: str, by: Actor, at: int) -> Inbox:
    """Make an inbox that no team sees yet."""
    row = tx.one(_BEGIN, channel=channel, name=needed_name(name), key=key, settings=settings, created_at=at)
    assert row is not None
    _record(tx, row[0], "made", by, at)
    return in_use(tx, row[0])


def change(
    tx: Transaction, inbox_id: int, *, name: str | None = None, settings: str | None = None, by: Actor, at: int
) -> Inbox:
    """Change an inbox's name and settings, if not None.

    Raises:
        NotFound: there is none, or it was removed.
    """
    before = in_use(tx, inbox_id)
    new_name = before.name if name is None else needed_name(name)
    tx.run(_SAVE, id=inbox_id, new_name=new_name, new_settings=before.settings if settings is None else settings)
    _record(tx, inbox_id, "changed", by, at)
    return in_use(tx, inbox_id)


def remove(tx: Transaction, inbox_id: int, *, by: Actor, at: int) -> None:
    """Take an inbox out of use. What was said there stays, for those who could see it."""
    in_use(tx, inbox_id)
    tx.run(_REMOVE, id=inbox_id, at=at)
    _record(tx, inbox_id, "removed", by, at)


def keep_secret(tx: Transaction, inbox_id: int, sealed: bytes | None, *, by: Actor, at: int) -> None:
    """Give an inbox a new secret, sealed, or none; what the shop signed with the old one no longer counts."""
    in_use(tx, inbox_id)
    tx.run(_KEEP_SECRET, id=inbox_id, new_secret=sealed)
    _record(tx, inbox_id, "secret_renewed", by, at)


def _record(
    tx: Transaction, inbox_id: int, action: Literal["made", "changed", "removed", "secret_renewed"], by: Actor, at: int
) -> None:
    changes.of_inbox(tx, inbox_id, InboxChanged(action=action), by=by, at=at)


def _teams(session: Session) -> dict[int, list[int]]:
    teams: dict[int, list[int]] = {}
    for inbox_id, team_id in session.all(_TEAMS):
        teams.setdefault(inbox_id, []).append(team_id)
    return teams


def _inbox(row: Row, teams: dict[int, list[int]]) -> Inbox:
    id_, channel, name, key, settings, has_secret, removed, created_at = row
    return Inbox(
        id=id_,
        channel=channel,
        name=name,
        key=key,
        settings=settings,
        teams=tuple(teams.get(id_, ())),
        has_secret=bool(has_secret),
        removed=bool(removed),
        created_at=created_at,
    )
