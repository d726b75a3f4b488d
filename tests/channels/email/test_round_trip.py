"""From a customer's mail to our answer and back, over real connections: one thread."""

from __future__ import annotations

import asyncio
import smtplib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from esmero.contract.events import DESK, Event
from esmero.desk import agents, inboxes, log, teams
from esmero.desk.inboxes import Inbox
from esmero.settings import Settings
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests.channels.email.office import Office, office
from tests.channels.email.post import sending_to
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

PATIENCE_SECONDS = 20


@dataclass
class Shop:
    """A desk that is served, with a mailbox, and the server that its mail goes out by."""

    world: World
    inbox: Inbox
    out: Office

    async def write(self, text: str, **headers: str) -> None:
        """Let a customer's mail server hand a mail over."""
        mail = EmailMessage()
        for name, value in ({"from": "Tom <tom@weller.example>", "to": "support@shop.example"} | headers).items():
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        await asyncio.to_thread(self._hand_over, mail)

    def _hand_over(self, mail: EmailMessage) -> None:
        (receiver,) = self.world.desk.mail.receivers
        with smtplib.SMTP("127.0.0.1", receiver.port, timeout=PATIENCE_SECONDS) as server:
            server.send_message(mail)

    async def events(self, name: str) -> list[Event]:
        found = await self.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
        return [event for event in found if event.fact.type == name]

    async def sent(self, count: int) -> EmailMessage:
        """Wait for the mail of this number to leave, and return it."""
        await until(lambda: len(self.out.mails) >= count)
        mail = message_from_bytes(self.out.mails[count - 1].raw, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        return mail


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not true():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def open_shop(folder: Path, turns: dict[str, str] | None = None) -> AsyncIterator[Shop]:
    settings = Settings(data=folder, smtp_port=0)
    async with office(turns or {}) as out, open_world(folder, settings=settings, started=True) as world:

        def unit(tx: Transaction) -> Inbox:
            written, at = written_settings(sending_to(out.port)), world.clock.now()
            made = inboxes.make(tx, channel="email", name="Mail", key="email_1", settings=written, by=DESK, at=at)
            teams.open_to(tx, made.id, [world.support.id])
            agents.change(tx, world.ana.id, {"signature": "Ana, lamps"}, by=DESK, at=at)
            return made

        yield Shop(world, await world.desk.database.write(unit), out)


async def test_a_thread_stays_one_thread_both_ways(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        await shop.write("Where is my lamp?", subject="My lamp", message_id="<1@weller.example>")
        (first,) = await shop.events("message.received")
        acknowledgement = await shop.sent(1)
        assert acknowledgement["auto-submitted"] == "auto-replied"
        await until_sent(shop, 1)
        await shop.world.say(shop.world.ana, first.of, "It leaves today.")
        mail = await shop.sent(2)
        assert (mail["to"], mail["subject"]) == ("Tom <tom@weller.example>", "Re: My lamp")
        assert mail["auto-submitted"] is None
        assert (mail["in-reply-to"], mail["references"]) == ("<1@weller.example>", "<1@weller.example>")
        text = mail.get_body(("plain",))
        assert text is not None
        said = text.get_content()
        assert said.startswith("It leaves today.")
        assert "Ana, lamps" in said
        assert "> Where is my lamp?" in said
        await until_sent(shop, 2)
        await shop.write(
            "Thank you!", subject="Re: My lamp", in_reply_to=mail["message-id"], message_id="<2@weller.example>"
        )
        first, second = await shop.events("message.received")
        assert second.of == first.of
        await shop.world.say(shop.world.ana, first.of, "You are welcome.")
        again = await shop.sent(3)
        assert again["references"].split() == ["<1@weller.example>", mail["message-id"], "<2@weller.example>"]


async def until_sent(shop: Shop, count: int) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while len(await shop.events("message.sent")) < count:
            await asyncio.sleep(0.01)


async def test_what_the_server_refuses_for_good_is_told_with_its_words(tmp_path: Path) -> None:
    async with open_shop(tmp_path, {"rcpt": "550 5.1.1 Nobody here"}) as shop:
        await shop.write("Where is my lamp?", message_id="<1@weller.example>")
        (first,) = await shop.events("message.received")
        await shop.world.say(shop.world.ana, first.of, "It leaves today.")
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not (failed := await shop.events("message.failed")):
                await asyncio.sleep(0.01)
        assert failed[0].content is not None
        assert "Nobody here" in failed[0].content.fields["said"]
        assert shop.out.mails == []


async def test_who_is_no_inbox_of_ours_is_not_written_to_through_us(tmp_path: Path) -> None:
    async with open_shop(tmp_path) as shop:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            await shop.write("Pass this on", to="somebody@elsewhere.example")
        assert await shop.events("message.received") == []
