"""Changing one customer inside one transaction: facts go to the log, their sum to the rows."""

from __future__ import annotations

from esmero.contract.events import Actor, Content, Event
from esmero.contract.facts import CustomerCreated, Fact, IdentityAdded
from esmero.desk import log
from esmero.desk.customers import rows
from esmero.desk.customers.state import Customer, Identity, created, fold
from esmero.store.session import Transaction


class Change:
    """One customer while they change; the twin of a conversation's `Change`."""

    def __init__(self, tx: Transaction, state: Customer, *, at: int) -> None:
        self.state = state
        self._tx = tx
        self._saved = state
        self._at = at

    @classmethod
    def create(
        cls, tx: Transaction, fact: CustomerCreated, *, actor: Actor | None, at: int, content: Content | None = None
    ) -> Change:
        """Begin a customer: their number, their first event, their row. Without an actor they came by themselves."""
        blank = Customer(id=0, seq=0, position=0, created_at=at, language=fact.language)
        number = rows.begin(tx, blank)
        event = log.append(
            tx,
            stream="customer",
            of=number,
            seq=1,
            fact=fact,
            actor=actor or Actor("customer", number),
            at=at,
            content=content,
        )
        change = cls(tx, created(event), at=at)
        change._saved = blank
        return change

    def tell(self, fact: Fact, *, actor: Actor, content: Content | None = None, inbox_id: int | None = None) -> Event:
        """Append one fact to this customer's stream."""
        event = log.append(
            self._tx,
            stream="customer",
            of=self.state.id,
            seq=self.state.seq + 1,
            fact=fact,
            actor=actor,
            at=self._at,
            inbox_id=inbox_id,
            content=content,
        )
        self.state = fold(self.state, event)
        return event

    def add_identity(
        self, *, channel: str, inbox_id: int, address: str, verified: bool, actor: Actor | None = None
    ) -> Identity:
        """Give this customer one more address.

        Raises:
            The driver's IntegrityError: somebody has this address already; look it up first.
        """
        draft = Identity(
            id=0,
            inbox_id=inbox_id,
            channel=channel,
            address=address,
            verified_at=self._at if verified else None,
            created_at=self._at,
        )
        number = rows.begin_identity(self._tx, self.state.id, draft)
        self.tell(
            IdentityAdded(identity_id=number, channel=channel, verified=verified),
            actor=actor or Actor("customer", self.state.id),
            content=Content(fields={"address": address}),
            inbox_id=inbox_id or None,
        )
        return self.state.identities[-1]

    def save(self) -> Customer:
        """Write the rows as the facts left them."""
        rows.save(self._tx, self._saved, self.state)
        self._saved = self.state
        return self.state
