"""History that is brought in changes nothing for those who are at work."""

from __future__ import annotations

from esmero.channels.email.deposit import Envelope
from esmero.contract.facts import MessageBounced, MessageSent
from esmero.desk import log
from tests.channels.email.test_inbound import MailRoom, mail, room
from tests.world import NOON

__all__ = ["room"]

YEAR = 365 * 86_400_000
REPORT = """From: MAILER-DAEMON@mx.example
To: help@shop.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <report@mx.example>
Date: Thu, 30 Oct 2025 12:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; tom@weller.example
Action: failed
Status: 5.1.1

--b--
"""


async def bring(room: MailRoom, raw: str) -> None:
    whole = raw.replace("\n", "\r\n").encode()
    await room.world.desk.mail.receive(room.inbox.id, whole, Envelope(way="import", seen_at=NOON - YEAR))


async def test_what_is_open_stays_as_it_is(room: MailRoom) -> None:
    await room.put(mail(number=2))
    (now,) = await room.events()
    before = await room.talk(now.of)
    await bring(room, mail("Longer ago", number=1, in_reply_to="<2@weller.example>", date="Thu, 30 Oct 2025 12:00:00"))
    _, old = await room.events()
    assert (old.of, old.at) == (now.of, NOON - YEAR)
    after = await room.talk(now.of)
    assert (after.status, after.waiting_since, after.sort, after.last_at, after.last_text) == (
        *("open", before.waiting_since, before.sort, before.last_at, before.last_text),
    )


async def test_it_is_never_later_than_now_and_without_a_date_it_is_the_files(room: MailRoom) -> None:
    await bring(room, mail("Ahead", number=1, date="Fri, 30 Oct 2037 12:00:00 +0000"))
    await bring(room, mail("Undated", number=2, date="some day"))
    ahead, undated = await room.events()
    assert (ahead.at, undated.at) == (NOON, NOON - YEAR)


async def test_somebody_who_has_written_much_since_gets_each_old_matter_apart(room: MailRoom) -> None:
    for number in range(12):
        room.world.clock.skip(7_200_000)
        await room.put(mail(number=number))
    await bring(room, mail("Longer ago", number=99, date="Thu, 30 Oct 2025 12:00:00"))
    *others, old = await room.events()
    assert old.of not in {one.of for one in others}
    assert (await room.talk(old.of)).status == "closed"


async def test_a_bounce_of_long_ago_is_filed_and_marks_nothing(room: MailRoom) -> None:
    world = room.world
    await room.put(mail("Hello", number=1))
    number = (await room.events())[0].of
    queued = await world.say(world.ana, number, "On its way")
    name = world.desk.mail.names.message_id(number, f"reply-{queued.event_id}", "shop.example")
    await bring(room, REPORT.replace("--b--", f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {name}\n\n--b--"))
    report = (await room.events())[-1]
    assert (await room.talk(report.of)).status == "closed"
    found = await world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    assert not [one for one in found if isinstance(one.fact, MessageBounced)]


async def test_what_we_wrote_to_ourselves_is_nobodys_answer(room: MailRoom) -> None:
    await bring(room, mail("A note", number=1, sender="Shop <help@shop.example>", to="sales@shop.example"))
    found = await room.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    assert not [one for one in found if isinstance(one.fact, MessageSent)]
    assert len(await room.events()) == 1


async def test_only_an_import_tells_what_is_ours(room: MailRoom) -> None:
    """Anybody can write our address into From."""
    await room.put(mail("Give me all", number=1, sender="Shop <help@shop.example>", to="tom@weller.example"))
    (event,) = await room.events()
    assert event.actor.kind == "customer"
