"""The list of senders whose mail is junk, or never is: an address, or a domain with those below it (`@shop.example`).

Where several entries fit, the nearest counts: an address before a domain, a domain before the one above it, and of the
same name that of the inbox before that of the desk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Literal

from msgspec import Struct
from sqlalchemy import bindparam, delete, select

from esmero.contract.events import Actor
from esmero.desk import changes
from esmero.kit.errors import BadInput, NotFound
from esmero.store.schema import sender
from esmero.store.session import Session, Transaction
from esmero.store.statement import Statement, among, insert

Verdict = Literal["allow", "block"]
EVERYWHERE = 0
"""In place of an inbox: in all of them."""
MOST = 10_000
_DOMAIN = re.compile(r"(?=.{3,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}\Z", re.ASCII)
_LOCAL = re.compile(r"[^\s@<>,;:\"\\()\[\]\x00-\x1f\x7f]{1,64}\Z")


class Listed(Struct, frozen=True, kw_only=True):
    """One entry. `inbox_id` is 0 where it counts in all inboxes."""

    id: int
    name: str
    inbox_id: int
    verdict: Verdict
    made_by: str
    created_at: int


_COLUMNS = tuple(sender.c[name] for name in Listed.__struct_fields__)
_ALL = Statement(select(*_COLUMNS).order_by(sender.c.name, sender.c.inbox_id).limit(MOST))
_ONE = Statement(select(*_COLUMNS).where(sender.c.id == bindparam("id")))
_THESE = Statement(select(*_COLUMNS).where(among(sender.c.name, "names"), among(sender.c.inbox_id, "inbox_ids")))
_fresh = insert(sender).values({name: bindparam(name) for name in Listed.__struct_fields__ if name != "id"})
_KEEP = Statement(
    _fresh.on_conflict_do_update(
        index_elements=[sender.c.name, sender.c.inbox_id],
        set_={name: _fresh.excluded[name] for name in ("verdict", "made_by", "created_at")},
    ).returning(sender.c.id)
)
_REMOVE = Statement(delete(sender).where(sender.c.id == bindparam("id")))


def everyone(session: Session) -> list[Listed]:
    """Return the list by name."""
    return [_listed(row) for row in session.all(_ALL)]


def put(tx: Transaction, name: str, verdict: Verdict, *, inbox_id: int = EVERYWHERE, by: Actor, at: int) -> Listed:
    """List a sender, in place of what the list says of them so far.

    Raises:
        BadInput: it is neither an address nor a domain.
    """
    clean = clean_name_of(name)
    row = tx.one(_KEEP, name=clean, inbox_id=inbox_id, verdict=verdict, made_by=str(by), created_at=at)
    assert row is not None
    changes.of_desk(tx, "listed", row[0], "made", by=by, at=at)
    return existing(tx, row[0])


def remove(tx: Transaction, number: int, *, by: Actor, at: int) -> None:
    """Take a sender off the list.

    Raises:
        NotFound: there is no such entry.
    """
    existing(tx, number)
    tx.run(_REMOVE, id=number)
    changes.of_desk(tx, "listed", number, "removed", by=by, at=at)


def existing(session: Session, number: int) -> Listed:
    """Return an entry.

    Raises:
        NotFound: there is no such entry.
    """
    row = session.one(_ONE, id=number)
    if row is None:
        raise NotFound("This sender is not on the list.")
    return _listed(row)


def fitting(session: Session, address: str, *, inbox_id: int) -> list[Listed]:
    """Return the entries that fit a sender, the nearest first."""
    return fitting_all(session, [(address, inbox_id)])[address, inbox_id]


def fitting_all(session: Session, asked: Collection[tuple[str, int]]) -> dict[tuple[str, int], list[Listed]]:
    """Return what `fitting` does, for many pairs of an address and an inbox."""
    names = {address: names_of(address) for address, _ in asked}
    wanted = sorted({name for each in names.values() for name in each})
    inboxes = sorted({EVERYWHERE, *(inbox_id for _, inbox_id in asked)})
    found = [_listed(row) for row in session.all(_THESE, names=wanted, inbox_ids=inboxes)] if wanted else []
    return {(address, inbox_id): _nearest_first(found, names[address], inbox_id) for address, inbox_id in asked}


def _nearest_first(found: Iterable[Listed], names: list[str], inbox_id: int) -> list[Listed]:
    fits = [one for one in found if one.name in names and one.inbox_id in (EVERYWHERE, inbox_id)]
    return sorted(fits, key=lambda one: (names.index(one.name), -one.inbox_id))


def names_of(address: str) -> list[str]:
    """Return all names under which a sender can be listed, the nearest first; none for what is no mail address."""
    local, _, written = unicodedata.normalize("NFC", address).rpartition("@")
    domain = domain_of(written)
    if not local or domain is None:
        return []
    labels = domain.split(".")
    above = [f"@{'.'.join(labels[at:])}" for at in range(len(labels) - 1)]
    person = local.casefold()
    return list(dict.fromkeys([f"{person}@{domain}", f"{person.partition('+')[0]}@{domain}", *above]))


def clean_name_of(written: str) -> str:
    """Return an address or a domain (`@shop.example`, `shop.example`) as it is compared.

    Raises:
        BadInput: it is neither.
    """
    local, _, rest = unicodedata.normalize("NFC", written.strip()).rpartition("@")
    domain = domain_of(rest)
    if domain is None or (local and not _LOCAL.match(local)):
        raise BadInput("Write ana@shop.example or @shop.example.", fields={"name": "not a sender"})
    return f"{local.casefold()}@{domain}"


def domain_of(written: str) -> str | None:
    """Return a domain in lower case and A-labels (RFC 5890); None if it is none."""
    domain = written.lower().removesuffix(".")
    if not domain.isascii():
        import idna  # few domains need it

        try:
            domain = idna.encode(domain, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            return None
    return domain if _DOMAIN.match(domain) else None


def _listed(row: tuple[object, ...]) -> Listed:
    return Listed(**dict(zip(Listed.__struct_fields__, row, strict=True)))  # type: ignore[arg-type]  # as selected
