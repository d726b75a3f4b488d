"""Who is answered: the customer whom a form names in Reply-To, and From wherever that says enough."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from esmero.channels.email.reading.read import read_mail
from esmero.channels.email.settings import Server
from esmero.channels.email.writer import writer_of
from esmero.contract.events import DESK
from esmero.contract.facts import ReplyQueued
from esmero.desk import inboxes, log, senders
from esmero.desk.customers import rows as customers
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests.channels.email.test_inbound import SETTINGS, MailRoom, mail, room

pytestmark = pytest.mark.anyio
__all__ = ["room"]

FORM = "Shop <wordpress@hosting.example>"


def writer(sender: str, reply_to: str, **headers: Any) -> str | None:
    found = writer_of(read_mail(mail(sender=sender, reply_to=reply_to, **headers).encode()), SETTINGS)
    return found.address if found else None


@pytest.mark.parametrize(
    ("sender", "reply_to", "headers"),
    [
        (FORM, "Kim <kim@mail.example>", {}),
        ("no-reply@forms.example", "kim@mail.example", {"list_unsubscribe": "<https://forms.example/u>"}),
        ("noreply@mail.example", "kim@mail.example", {}),
        ("help@shop.example", "kim@mail.example", {}),
        ("help@shop.example", "sales@shop.example, kim@mail.example", {}),
    ],
)
def test_who_filled_in_a_form_is_answered(sender: str, reply_to: str, headers: dict[str, str]) -> None:
    assert writer(sender, reply_to, **headers) == "kim@mail.example"


@pytest.mark.parametrize(
    ("reply_to", "headers"),
    [
        ("", {}),
        ("tom@weller.example", {}),
        ("tom+4711@weller.example", {}),
        ("tom@desk.weller.example", {}),
        ("help@shop.example", {}),
        ("no-reply@elsewhere.example", {}),
        ("all@lists.example", {"list_id": "<all.lists.example>"}),
        ("other@elsewhere.example", {"auto_submitted": "auto-replied"}),
    ],
)
def test_else_it_is_who_wrote(reply_to: str, headers: dict[str, str]) -> None:
    assert writer("Tom <tom@weller.example>", reply_to, **headers) == "tom@weller.example"


def test_a_newsletter_stays_one_whoever_it_asks_to_answer_to() -> None:
    raw = mail(sender="no-reply@news.example", reply_to="hello@news.example", list_unsubscribe="<https://news.example>")
    assert read_mail(raw.encode()).kind == "list"


async def addresses(room: MailRoom) -> list[str]:
    """Return whose the conversations are, in the order of what was received."""
    talks = [await room.talk(event.of) for event in await room.events()]
    found = await room.world.desk.database.read(
        lambda session: [customers.address_of(session, talk.identity_id) for talk in talks]
    )
    return [known[1] for known in found if known is not None]


async def test_all_who_use_one_form_are_customers_of_their_own(room: MailRoom) -> None:
    people = [f"kim-{number}@mail.example" for number in range(12)]
    for number, one in enumerate(people):
        await room.put(mail(f"Where is it? {number}", number=number, sender=FORM, reply_to=one))
    assert await addresses(room) == people
    assert len({event.of for event in await room.events()}) == 12


async def test_whoever_takes_part_goes_on_with_another_address_to_answer_to(room: MailRoom) -> None:
    await room.put(mail())
    number = (await room.events())[0].of
    ours = room.world.desk.mail.names.message_id(number, "reply-1", "shop.example")
    await room.put(mail("From my phone", number=2, reply_to="tom@elsewhere.example", in_reply_to=ours))
    assert {event.of for event in await room.events()} == {number}


async def listed(room: MailRoom, name: str, verdict: Any) -> None:
    def unit(tx: Transaction) -> None:
        senders.put(tx, name, verdict, by=DESK, at=room.world.clock.now())

    await room.world.desk.database.write(unit)


@pytest.mark.parametrize(
    ("name", "verdict", "junk"),
    [
        ("wordpress@hosting.example", "block", True),
        ("kim@mail.example", "block", True),
        ("kim@mail.example", "allow", True),
        ("wordpress@hosting.example", "allow", False),
    ],
)
async def test_the_list_is_asked_for_who_sent_it_and_who_is_named(
    room: MailRoom, name: str, verdict: str, *, junk: bool
) -> None:
    await listed(room, name, verdict)
    await room.put(mail(sender=FORM, reply_to="kim@mail.example", x_spam_flag="YES" if verdict == "allow" else ""))
    assert (await room.talk((await room.events())[0].of)).junk == junk


@pytest.mark.parametrize(("sender", "answered"), [("help@shop.example", 1), (FORM, 0)])
async def test_nobody_else_can_have_us_acknowledge_to_whom_they_name(
    room: MailRoom, sender: str, answered: int
) -> None:
    settings = written_settings(replace(SETTINGS, send=Server(host="smtp.shop.example", port=587)))
    by, at = DESK, room.world.clock.now()
    await room.world.desk.database.write(lambda tx: inboxes.change(tx, room.inbox.id, settings=settings, by=by, at=at))
    await room.put(mail(sender=sender, reply_to="kim@mail.example"))
    found = await room.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    assert sum(isinstance(event.fact, ReplyQueued) for event in found) == answered
