"""A customer's stream. Names and addresses stand in the content's fields."""

from __future__ import annotations

from typing import ClassVar

from esmero.contract.facts.fact import Fact


class CustomerCreated(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.created"
    language: str | None = None


class CustomerEdited(Fact, frozen=True, kw_only=True):
    """The content's fields hold the new values of those that changed; an empty value removes one."""

    type: ClassVar[str] = "customer.edited"


class CustomerBlocked(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.blocked"


class CustomerUnblocked(Fact, frozen=True, kw_only=True):
    type: ClassVar[str] = "customer.unblocked"


class IdentityAdded(Fact, frozen=True, kw_only=True):
    """An address of this customer became known; the address itself stands in the content's fields."""

    type: ClassVar[str] = "identity.added"
    identity_id: int
    channel: str
    verified: bool = False


class IdentityFlagged(Fact, frozen=True, kw_only=True):
    """Nothing reaches this address: for good, or for now. What the server said stands in the content."""

    type: ClassVar[str] = "identity.flagged"
    identity_id: int
    permanent: bool


class IdentityCleared(Fact, frozen=True, kw_only=True):
    """Something came from this address, or reached it: it is in use."""

    type: ClassVar[str] = "identity.cleared"
    identity_id: int


class IdentityLeft(Fact, frozen=True, kw_only=True):
    """An address leads to this customer no more: it is a browser's, and they have signed in there."""

    type: ClassVar[str] = "identity.left"
    identity_id: int
