"""What a customer's events add up to: a pure fold, the same when it happens and when it is rebuilt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from esmero.contract import facts
from esmero.contract.events import Event

FIELDS = ("name", "email", "phone", "language", "address", "about")
"""What an agent can edit. `address` is the form of address, `formal` or `familiar`."""

LEFT = "left:"
"""What the address of an identity begins with that leads nowhere any more."""


class Identity(Struct, frozen=True, kw_only=True):
    """One address of a customer in one channel.

    `inbox_id` 0 means: the same in every inbox of the channel. `trouble`: nothing reaches it, for good or for now.
    """

    id: int
    inbox_id: int
    channel: str
    address: str
    verified_at: int | None = None
    created_at: int
    trouble: Literal["permanent", "temporary"] | None = None


class Customer(Struct, frozen=True, kw_only=True):
    """A person or firm that contacts us. `known` means that somebody vouched for who this is."""

    id: int
    name: str = ""
    email: str | None = None
    phone: str | None = None
    language: str | None = None
    address: str | None = None
    about: str | None = None
    known: bool = False
    blocked_at: int | None = None
    seq: int
    position: int
    created_at: int
    identities: tuple[Identity, ...] = ()


def created(event: Event) -> Customer:
    """Begin with the first event of a stream, which is always `customer.created`."""
    fact = event.fact
    assert isinstance(fact, facts.CustomerCreated)
    state = Customer(id=event.of, seq=event.seq, position=event.id, created_at=event.at, language=fact.language)
    return replace(state, **_edited(state, event, fact))


def fold(state: Customer, event: Event) -> Customer:
    """Return the state after one more event of the stream."""
    changes = {"seq": event.seq, "position": event.id}
    change = _CHANGES.get(type(event.fact))
    if change is not None:
        changes |= change(state, event, event.fact)
    return replace(state, **changes)


Changes = dict[str, Any]


def _edited(_state: Customer, event: Event, _fact: facts.Fact) -> Changes:
    written = event.content.fields if event.content else {}
    changes: Changes = {name: written[name] or None for name in FIELDS if name in written}
    if "name" in changes:
        changes["name"] = changes["name"] or ""
    return changes


def _blocked(_state: Customer, event: Event, _fact: facts.Fact) -> Changes:
    return {"blocked_at": event.at}


def _unblocked(_state: Customer, _event: Event, _fact: facts.Fact) -> Changes:
    return {"blocked_at": None}


def _identity_added(state: Customer, event: Event, fact: facts.IdentityAdded) -> Changes:
    written = event.content.fields if event.content else {}
    identity = Identity(
        id=fact.identity_id,
        inbox_id=event.inbox_id or 0,
        channel=fact.channel,
        address=written.get("address", ""),
        verified_at=event.at if fact.verified else None,
        created_at=event.at,
    )
    return {"identities": (*state.identities, identity), "known": state.known or fact.verified}


def _identity_left(state: Customer, _event: Event, fact: facts.IdentityLeft) -> Changes:
    # The identity stays, since conversations name it; its address is free for whoever comes with it next.
    return _identity_changed(state, fact.identity_id, address=f"{LEFT}{fact.identity_id}")


def _identity_flagged(state: Customer, _event: Event, fact: facts.IdentityFlagged) -> Changes:
    return _identity_changed(state, fact.identity_id, trouble="permanent" if fact.permanent else "temporary")


def _identity_cleared(state: Customer, _event: Event, fact: facts.IdentityCleared) -> Changes:
    return _identity_changed(state, fact.identity_id, trouble=None)


def _identity_changed(state: Customer, identity_id: int, **changes: Any) -> Changes:
    return {"identities": tuple(replace(one, **changes) if one.id == identity_id else one for one in state.identities)}


_CHANGES: dict[type[facts.Fact], Callable[[Customer, Event, Any], Changes]] = {
    facts.CustomerEdited: _edited,
    facts.CustomerBlocked: _blocked,
    facts.CustomerUnblocked: _unblocked,
    facts.IdentityAdded: _identity_added,
    facts.IdentityLeft: _identity_left,
    facts.IdentityFlagged: _identity_flagged,
    facts.IdentityCleared: _identity_cleared,
}
