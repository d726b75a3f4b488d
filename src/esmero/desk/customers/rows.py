"""The rows of customers and identities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import astuple, fields
from sqlalchemy import bindparam, select, update

from esmero.desk.customers.state import LEFT, Customer, Identity
from esmero.store.schema import customer, identity
from esmero.store.session import Row, Session, Transaction
from esmero.store.statement import Statement, adding, among, insert

NAMES = tuple(field.name for field in fields(Customer) if field.name != "identities")
_COLUMNS = tuple(customer.c[name] for name in NAMES)
_IDENTITY_NAMES = tuple(field.name for field in fields(Identity))
_IDENTITY_COLUMNS = tuple(identity.c[name] for name in _IDENTITY_NAMES)

_ONE = Statement(select(*_COLUMNS).where(customer.c.id == bindparam("id")))
_THESE = Statement(select(*_COLUMNS).where(among(customer.c.id, "ids")))
_IDENTITIES = Statement(
    select(*_IDENTITY_COLUMNS).where(identity.c.customer_id == bindparam("id")).order_by(identity.c.id)
)
_IDENTITIES_OF = Statement(
    select(identity.c.customer_id, *_IDENTITY_COLUMNS)
    .where(among(identity.c.customer_id, "ids"))
    .order_by(identity.c.id)
)
_THESE_IDENTITIES = Statement(select(identity.c.customer_id, *_IDENTITY_COLUMNS).where(among(identity.c.id, "ids")))
_BY_ADDRESS = Statement(
    select(identity.c.customer_id, *_IDENTITY_COLUMNS).where(
        identity.c.channel == bindparam("channel"),
        identity.c.inbox_id == bindparam("inbox_id"),
        identity.c.address == bindparam("address"),
    )
)
_ADDRESS = Statement(select(identity.c.inbox_id, identity.c.address).where(identity.c.id == bindparam("id")))
_BEGIN = Statement(
    insert(customer).values({name: bindparam(name) for name in NAMES if name != "id"}).returning(customer.c.id)
)
_BEGIN_IDENTITY = Statement(
    insert(identity)
    .values(
        customer_id=bindparam("customer_id"),
        **{name: bindparam(name) for name in _IDENTITY_NAMES if name != "id"},
    )
    .returning(identity.c.id)
)
_ADD = adding(customer, "id", *(name for name in NAMES if name != "id"))
_ADD_IDENTITY = adding(identity, "customer_id", *_IDENTITY_NAMES)
_SAVE = Statement(
    update(customer)
    .where(customer.c.id == bindparam("id"))
    .values({name: bindparam(name) for name in NAMES if name != "id"})
)
_SAVE_IDENTITY = Statement(
    update(identity)
    .where(identity.c.id == bindparam("id"))
    .values(address=bindparam("address"), verified_at=bindparam("verified_at"), trouble=bindparam("trouble"))
)


def find(session: Session, customer_id: int) -> Customer | None:
    """Return one customer with their identities."""
    row = session.one(_ONE, id=customer_id)
    if row is None:
        return None
    identities = tuple(_identity_of(one) for one in session.all(_IDENTITIES, id=customer_id))
    return _state_of(row, identities)


def find_many(session: Session, ids: list[int]) -> dict[int, Customer]:
    """Return customers by id, without their identities: enough for names in a list."""
    return {row[0]: _state_of(row, ()) for row in session.all(_THESE, ids=ids)}


def with_identities(session: Session, ids: list[int]) -> dict[int, Customer]:
    """Return customers by id, with their identities."""
    owned: dict[int, list[Identity]] = {}
    for row in session.all(_IDENTITIES_OF, ids=ids):
        owned.setdefault(row[0], []).append(_identity_of(row[1:]))
    return {row[0]: _state_of(row, tuple(owned.get(row[0], ()))) for row in session.all(_THESE, ids=ids)}


def identities(session: Session, ids: list[int]) -> dict[int, tuple[int, Identity]]:
    """Return identities by their numbers, each with the customer whose it is."""
    return {row[1]: (row[0], _identity_of(row[1:])) for row in session.all(_THESE_IDENTITIES, ids=ids)}


def by_address(session: Session, *, channel: str, inbox_id: int, address: str) -> tuple[int, Identity] | None:
    """Return the customer's id and the identity that has this address, if any has."""
    row = session.one(_BY_ADDRESS, channel=channel, inbox_id=inbox_id, address=address)
    return None if row is None else (row[0], _identity_of(row[1:]))


def address_of(session: Session, identity_id: int) -> tuple[int, str] | None:
    """Return an identity's inbox (0: all of its channel) and address."""
    row = session.one(_ADDRESS, id=identity_id)
    return None if row is None else (row[0], row[1])


def is_left(session: Session, identity_id: int) -> bool:
    """Tell whether nobody comes with this identity's address any more: they have signed in since."""
    found = address_of(session, identity_id)
    return found is not None and found[1].startswith(LEFT)


def begin(tx: Transaction, draft: Customer) -> int:
    """Give a new customer their number. `draft.id` is passed over."""
    row = tx.one(_BEGIN, **_values(draft))
    assert row is not None
    number: int = row[0]
    return number


def begin_identity(tx: Transaction, customer_id: int, draft: Identity) -> int:
    """Give a new identity its number. `draft.id` is passed over."""
    values = {name: getattr(draft, name) for name in _IDENTITY_NAMES if name != "id"}
    row = tx.one(_BEGIN_IDENTITY, customer_id=customer_id, **values)
    assert row is not None
    number: int = row[0]
    return number


def begin_all(tx: Transaction, customers: Sequence[Customer]) -> None:
    """Write the rows of new customers and their identities, whose numbers were reserved."""
    tx.many(_ADD, [(one.id, *_values(one).values()) for one in customers])
    owned = [(one.id, identity) for one in customers for identity in one.identities]
    tx.many(_ADD_IDENTITY, [(number, *astuple(identity)) for number, identity in owned])


def save(tx: Transaction, before: Customer, now: Customer) -> None:
    """Write what changed. New identities were written when they got their number."""
    if any(getattr(before, name) != getattr(now, name) for name in NAMES):
        tx.run(_SAVE, id=now.id, **_values(now))
    earlier = {one.id: one for one in before.identities}
    for one in now.identities:
        if earlier.get(one.id) != one:
            tx.run(_SAVE_IDENTITY, id=one.id, address=one.address, verified_at=one.verified_at, trouble=one.trouble)


def _values(state: Customer) -> dict[str, Any]:
    values = {name: getattr(state, name) for name in NAMES if name != "id"}
    return values | {"known": int(state.known)}


def _state_of(row: Row, identities: tuple[Identity, ...]) -> Customer:
    values = dict(zip(NAMES, row, strict=True))
    values["known"] = values["known"] == 1
    return Customer(**values, identities=identities)


def _identity_of(row: Row) -> Identity:
    return Identity(**dict(zip(_IDENTITY_NAMES, row, strict=True)))
