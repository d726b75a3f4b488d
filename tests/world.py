"""The people and inboxes that tests use, made through the real services on a desk of their own.

    async with open_world(tmp_path) as world:
        talk = await world.hear(world.marta, "¿Dónde está mi pedido?")

Ana and Béla are agents of the team Support, which Chandra supervises and where Dorka learns. Béla also works for
Wholesale. Ilona is the administrator. Eve works here, but in no team: nothing of the customers is hers to see.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from esmero.app import Desk, open_desk
from esmero.channels.chat.settings import ChatSettings
from esmero.channels.email.settings import EmailSettings
from esmero.contract.events import DESK, File
from esmero.contract.messages import Accepted, Inbound, Sender, key_of
from esmero.desk import agents, inboxes, teams
from esmero.desk.access import AgentView, Role, view_of
from esmero.desk.agents import Agent
from esmero.desk.heard import Heard
from esmero.desk.inboxes import Inbox
from esmero.desk.search import index as search
from esmero.desk.teams import Team
from esmero.flow.follow import Follow, Follower
from esmero.flow.reply import Draft
from esmero.kit.clock import SECOND, MovableClock
from esmero.kit.passwords import Passwords
from esmero.settings import Settings
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings

NOON = 1_793_361_600_000
"""Where the clock of a world stands at first: Friday, 30 October 2026, 12:00 UTC."""
PASSWORD = "quince tranquil lamp"
DATABASE_URL: ContextVar[str | None] = ContextVar("DATABASE_URL", default=None)
"""Where worlds stand that are given no settings; see `tests/both.py`."""


@dataclass(frozen=True)
class Customer:
    """Somebody who writes. `address` is what the chat knows them by."""

    name: str
    language: str
    address: str


@dataclass(frozen=True)
class World:
    """A desk with its people. Nothing runs in the background unless a test starts the desk."""

    desk: Desk
    clock: MovableClock
    ana: Agent
    bela: Agent
    chandra: Agent
    dorka: Agent
    eve: Agent
    ilona: Agent
    support: Team
    wholesale: Team
    shop: Inbox
    trade: Inbox
    katalin: Customer = Customer("Nagy Katalin", "hu", "visitor_katalin")
    marta: Customer = Customer("Marta Ríos", "es", "visitor_marta")
    asha: Customer = Customer("आशा वर्मा", "hi", "visitor_asha")
    tom: Customer = Customer("Tom Weller", "en", "visitor_tom")

    @property
    def everybody(self) -> tuple[Agent, ...]:
        """All who work here."""
        return self.ana, self.bela, self.chandra, self.dorka, self.eve, self.ilona

    async def view(self, agent: Agent) -> AgentView:
        """Return what an agent may do and see at this moment."""
        view = await self.desk.database.read(lambda session: view_of(session, agent.id))
        assert view is not None
        return view

    async def hear(
        self,
        customer: Customer,
        text: str,
        *,
        inbox: Inbox | None = None,
        client_id: str | None = None,
        files: tuple[File, ...] = (),
    ) -> Accepted:
        """Let a customer write, a second after whatever was before."""
        self.clock.skip(SECOND)
        to = inbox or self.shop
        name = client_id or f"from-{customer.address}-{self.clock.now()}"
        return await self.desk.intake(
            Inbound(
                inbox_id=to.id,
                channel="chat",
                key=key_of(customer.address, name),
                client_id=name,
                sender=Sender(address=customer.address, name=customer.name, language=customer.language),
                text=text,
                files=files,
            )
        )

    async def say(self, agent: Agent, conversation_id: int, text: str, *, note: bool = False) -> Accepted:
        """Let an agent reply or add a note, a second after whatever was before."""
        self.clock.skip(SECOND)
        draft = Draft(
            conversation_id=conversation_id,
            client_id=f"from-agent-{agent.id}-{self.clock.now()}",
            kind="note" if note else "reply",
            text=text,
        )
        return await self.desk.reply.send(draft, agent=await self.view(agent))

    async def mailbox(self) -> Inbox:
        """Open a mailbox to the support team. Nothing is fetched: what comes is put in by hand."""
        settings = written_settings(EmailSettings(address="help@shop.example"))

        def unit(tx: Transaction) -> Inbox:
            at = self.clock.now()
            made = inboxes.make(tx, channel="email", name="Mail", key="email_1", settings=settings, by=DESK, at=at)
            teams.open_to(tx, made.id, [self.support.id])
            return made

        return await self.desk.database.write(unit)

    async def follow(self) -> None:
        """Let what follows the log catch up, as the background does on a desk that runs."""
        follow = Follow(self.desk.database, self.clock, (Follower("search", search.react),), Heard())
        while await follow.round():
            pass


@asynccontextmanager
async def open_world(folder: Path, *, settings: Settings | None = None, started: bool = False) -> AsyncIterator[World]:
    """Open a desk in a folder, people it, and close it at the end.

    Args:
        settings: others than those of a fresh desk in this folder.
        started: whether the desk's hub and workers run.
    """
    clock = MovableClock(NOON)
    desk = await open_desk(settings or Settings(data=folder, database_url=DATABASE_URL.get()), clock)
    desk.passwords.close()
    # Real figures would cost every test a second.
    desk = dataclasses.replace(desk, passwords=Passwords(memory_kib=64, passes=1))
    password = desk.passwords.hash_now(PASSWORD)
    world = await desk.database.write(lambda tx: _people(tx, desk, clock, password))
    await desk.directory.refresh()
    if started:
        await desk.start()
    try:
        yield world
    finally:
        await desk.stop()


def _people(tx: Transaction, desk: Desk, clock: MovableClock, password: str) -> World:
    def agent(name: str, email: str, role: Role = "agent", *, trainee: bool = False) -> Agent:
        return agents.make(
            tx, name=name, email=email, role=role, password=password, at=clock.now(), trainee=trainee, language="en"
        )

    def inbox(name: str, key: str) -> Inbox:
        settings = written_settings(ChatSettings(brand=name))
        return inboxes.make(tx, channel="chat", name=name, key=key, settings=settings, by=DESK, at=clock.now())

    ilona = agent("Ilona", "ilona@desk.example", "administrator")
    ana, bela = agent("Ana", "ana@desk.example"), agent("Béla", "bela@desk.example")
    chandra = agent("Chandra", "chandra@desk.example", "supervisor")
    dorka = agent("Dorka", "dorka@desk.example", trainee=True)
    eve = agent("Eve", "eve@desk.example")
    shop, trade = inbox("Shop", "chat_shop"), inbox("Wholesale", "chat_trade")
    members = (ana.id, bela.id, chandra.id, dorka.id)
    support = teams.make(tx, "Support", members, (shop.id,), by=DESK, at=clock.now())
    wholesale = teams.make(tx, "Wholesale", (bela.id,), (trade.id,), by=DESK, at=clock.now())
    return World(
        desk=desk,
        clock=clock,
        ana=ana,
        bela=bela,
        chandra=chandra,
        dorka=dorka,
        eve=eve,
        ilona=ilona,
        support=support,
        wholesale=wholesale,
        shop=inboxes.in_use(tx, shop.id),
        trade=inboxes.in_use(tx, trade.id),
    )
