"""A channel that takes its time, as mail does: what it is handed lies in `sent`, and it fails as the test says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from esmero.app import Desk
from esmero.contract.abilities import Abilities
from esmero.contract.events import DESK, Event, Person
from esmero.contract.messages import Accepted, Inbound, Outgoing, Sender, Sent
from esmero.contract.ports import Channel
from esmero.desk import inboxes, log, rebuild, teams
from esmero.desk.agents import Agent
from esmero.desk.conversations import rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.rebuild import Difference
from esmero.flow.beginning import Begin, Opening
from esmero.flow.deliver import Deliver
from esmero.flow.forwarding import Forward, Forwarding
from esmero.flow.intake import Intake
from esmero.flow.reply import Draft, Reply
from esmero.store.session import Transaction
from tests.world import World

SUPPLIER = Person("sales@lamps.example", "Lamps Ltd")
OURS = "support@shop.example"
"""The address that the post is sent from."""


@dataclass
class Post:
    """The fake. `troubles` are raised one by one before it begins to work; `found` is what an earlier attempt left."""

    abilities: Abilities = field(
        default_factory=lambda: Abilities(attachments=True, threads=True, writes_first=True, recipients=True)
    )
    troubles: list[Exception] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    kind: str = "post"
    found: Sent | Exception | None = None

    async def send(self, outgoing: Outgoing) -> Sent:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(outgoing)
        return Sent(provider_id=f"post-{len(self.sent)}")

    async def was_sent(self, outgoing: Outgoing) -> Sent | None:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


@dataclass
class PostOffice:
    """A world whose shop can be written to by post."""

    world: World
    post: Post

    @property
    def desk(self) -> Desk:
        return self.world.desk

    def worker(self, name: str = "worker", *, quick_seconds: float = 60) -> Deliver:
        channels: dict[str, Channel] = {"post": self.post}
        return Deliver(self.desk.database, self.world.clock, channels, owner=name, quick_seconds=quick_seconds)

    async def letter(self, text: str, *, sender: str | Sender = "tom@weller.example", **more: Any) -> Accepted:
        """Let a letter come in."""
        self.world.clock.skip(1_000)
        intake = Intake(self.desk.database, self.world.clock, {"post": self.post.abilities})
        about: dict[str, Any] = {
            "inbox_id": self.world.shop.id,
            "key": f"{sender}:{text}",
            "sender": Sender(address=sender) if isinstance(sender, str) else sender,
        } | more
        return await intake(Inbound(channel="post", text=text, **about))

    async def answer(self, conversation_id: int, text: str, *, by: Agent | None = None, **more: Any) -> Accepted:
        """Let Ana answer, or somebody else."""
        self.world.clock.skip(1_000)
        abilities = {"post": self.post.abilities}
        reply = Reply(self.desk.database, self.world.clock, abilities, addressing=ADDRESSING)
        name = f"answer-{self.world.clock.now()}"
        draft = Draft(conversation_id=conversation_id, client_id=name, kind="reply", text=text, **more)
        return await reply.send(draft, agent=await self.world.view(by or self.world.ana))

    async def inbox(self) -> int:
        """Return the number of an inbox that the post comes to and leaves from; Support works in it."""

        def unit(tx: Transaction) -> int:
            found = next((one for one in inboxes.everyone(tx) if one.channel == "post"), None)
            if found is not None:
                return found.id
            at = self.world.clock.now()
            made = inboxes.make(tx, channel="post", name="Post", key="post_1", settings="{}", by=DESK, at=at)
            teams.open_to(tx, made.id, [self.world.support.id])
            return made.id

        return await self.desk.database.write(unit)

    async def forward(self, conversation_id: int, *, by: Agent | None = None, **more: Any) -> Accepted:
        """Let Ana, or somebody else, forward to the supplier."""
        self.world.clock.skip(1_000)
        abilities = {"post": self.post.abilities}
        forward = Forward(self.desk.database, self.world.clock, abilities, addressing=ADDRESSING, most_files=5)
        about: dict[str, Any] = {
            "conversation_id": conversation_id,
            "client_id": f"forward-{self.world.clock.now()}",
            "to": (SUPPLIER,),
            "inbox_id": await self.inbox(),
        } | more
        return await forward(Forwarding(**about), agent=await self.world.view(by or self.world.ana))

    async def begin(self, *, by: Agent | None = None, **more: Any) -> Accepted:
        """Let Ana, or somebody else, write to Tom first."""
        self.world.clock.skip(1_000)
        abilities = {"post": self.post.abilities}
        begin = Begin(self.desk.database, self.world.clock, abilities, addressing=ADDRESSING, most_files=5)
        about: dict[str, Any] = {
            "client_id": f"begin-{self.world.clock.now()}",
            "inbox_id": await self.inbox(),
            "to": (Person("tom@weller.example", "Tom Weller"),),
            "text": "Your lamp has arrived.",
            "subject": "Your lamp",
        } | more
        return await begin(Opening(**about), agent=await self.world.view(by or self.world.ana))

    async def state(self, conversation_id: int) -> Conversation:
        """Return a conversation as it stands."""
        found = await self.desk.database.read(lambda session: rows.find(session, conversation_id))
        assert found is not None
        return found

    async def events(self, conversation_id: int) -> list[Event]:
        """Return all events of a conversation."""
        return await self.desk.database.read(
            lambda session: log.stream_after(session, "conversation", conversation_id, 0, limit=1_000)
        )

    async def types(self, conversation_id: int) -> list[str]:
        """Return the types of all events of a conversation."""
        return [event.fact.type for event in await self.events(conversation_id)]

    async def differences(self) -> list[Difference]:
        """Return what a rebuild finds that is not as the events say."""
        return await self.desk.database.read(lambda session: list(rebuild.compare(session)))


class Anybody:
    """The post reaches everybody."""

    def check(self, settings: str, people: Sequence[Person], sender: str) -> None:
        pass

    def senders(self, settings: str) -> tuple[str, ...]:
        return (OURS,)


ADDRESSING = {"post": Anybody()}
