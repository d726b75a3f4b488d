"""Customers: what is known of them, changed by agents; blocking."""

from __future__ import annotations

from typing import Annotated, Literal

from litestar import Controller, get, patch, post
from litestar.params import JSONBody
from msgspec import UNSET, Meta, Struct, UnsetType

from esmero.desk.access import AgentView
from esmero.desk.customers.state import FIELDS, Customer
from esmero.flow.handle import visible_customer
from esmero.web.api.forms import Form, Line, PathNumber
from esmero.web.auth import Me
from esmero.web.desk import TheDesk
from esmero.web.problems import errors


class IdentityForm(Struct, kw_only=True):
    """One address of a customer in one channel; `inbox` is null where it is the same in all inboxes."""

    id: int
    channel: str
    inbox: int | None
    address: str
    verified: bool
    created_at: int


class CustomerForm(Struct, kw_only=True):
    """A customer. `address` is the form of address, `known` means that somebody vouched for who this is."""

    id: int
    name: str
    email: str | None
    phone: str | None
    language: str | None
    address: str | None
    about: str | None
    known: bool
    blocked: bool
    identities: list[IdentityForm]
    created_at: int


class CustomerChange(Form, frozen=True, kw_only=True):
    """An empty value, or null, takes away what was known."""

    name: Line | UnsetType | None = UNSET
    email: Line | UnsetType | None = UNSET
    phone: Line | UnsetType | None = UNSET
    language: Annotated[str, Meta(max_length=35)] | UnsetType | None = UNSET
    address: Literal["formal", "familiar", ""] | UnsetType | None = UNSET
    about: Annotated[str, Meta(max_length=5000)] | UnsetType | None = UNSET


class Customers(Controller):
    path = "/customers/{number:int}"
    tags = ("Customers",)

    @get(responses=errors(404), summary="Look at a customer")
    async def show(self, desk: TheDesk, me: Me, number: PathNumber) -> CustomerForm:
        customer = await desk.database.read(lambda session: visible_customer(session, number, me))
        return customer_form(customer, me)

    @patch(responses=errors(404, 413, 415), summary="Change what is known of a customer")
    async def change(self, desk: TheDesk, me: Me, number: PathNumber, data: JSONBody[CustomerChange]) -> CustomerForm:
        me.check_may("edit_customers")
        fields = {name: value for name in FIELDS if (value := getattr(data, name)) is not UNSET}
        return customer_form(await desk.handle.edit_customer(number, fields, by=me), me)

    @post("/block", status_code=200, responses=errors(404), summary="Take no more messages from a customer")
    async def block(self, desk: TheDesk, me: Me, number: PathNumber) -> CustomerForm:
        return customer_form(await desk.handle.block(number, by=me), me)

    @post("/unblock", status_code=200, responses=errors(404), summary="Take messages again")
    async def unblock(self, desk: TheDesk, me: Me, number: PathNumber) -> CustomerForm:
        return customer_form(await desk.handle.unblock(number, by=me), me)


def customer_form(customer: Customer, me: AgentView) -> CustomerForm:
    """Show a customer to an agent who may see them; addresses in inboxes out of sight are left out."""
    return CustomerForm(
        id=customer.id,
        name=customer.name,
        email=customer.email,
        phone=customer.phone,
        language=customer.language,
        address=customer.address,
        about=customer.about,
        known=customer.known,
        blocked=customer.blocked_at is not None,
        identities=[
            IdentityForm(
                id=one.id,
                channel=one.channel,
                inbox=one.inbox_id or None,
                address=one.address,
                verified=one.verified_at is not None,
                created_at=one.created_at,
            )
            for one in customer.identities
            if one.inbox_id == 0 or me.sees(one.inbox_id)
        ],
        created_at=customer.created_at,
    )
