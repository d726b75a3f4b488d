"""A mail comes in and becomes what it is: a message where it belongs, news of one of ours, or something held."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from esmero.channels.email.deposit import Envelope, Outcome
from esmero.channels.email.preparing import SMALL
from esmero.channels.email.settings import EmailSettings, Server
from esmero.contract.events import DESK, Event, Person
from esmero.contract.facts import MessageBounced, MessageReceived, ReplyQueued
from esmero.desk import inboxes, log, rebuild, sources, teams
from esmero.desk.conversations import participants, rows
from esmero.desk.conversations.state import Conversation
from esmero.desk.customers import rows as customers
from esmero.desk.inboxes import Inbox
from esmero.flow.reply import Draft
from esmero.kit.errors import BadInput, NotFound
from esmero.store.session import Transaction
from esmero.web.api.inboxes import written_settings
from tests.world import World, open_world

pytestmark = pytest.mark.anyio

OURS = ("sales@shop.example", "lamps@bücher.example")
SETTINGS = EmailSettings(address="help@shop.example", others=OURS, trusted=("mx.shop.example",))
TOM = "Tom Weller <tom@weller.example>"


@dataclass
class MailRoom:
    """A world with a mailbox. Nothing is fetched: what comes is put in by hand."""

    world: World
    inbox: Inbox

    async def put(self, raw: str | bytes, *, recipients: tuple[str, ...] = ()) -> Outcome:
        """Let a mail come in."""
        self.world.clock.skip(1_000)
        whole = raw if isinstance(raw, bytes) else raw.replace("\n", "\r\n").encode()
        return await self.world.desk.mail.receive(self.inbox.id, whole, Envelope(way="smtp", recipients=recipients))

    async def events(self) -> list[Event]:
        """Return what was received, in the order in which it came."""
        found = await self.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
        return [event for event in found if isinstance(event.fact, MessageReceived)]

    async def talk(self, number: int) -> Conversation:
        found = await self.world.desk.database.read(lambda session: rows.find(session, number))
        assert found is not None
        return found


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[MailRoom]:
    async with open_world(tmp_path) as world:
        settings = written_settings(SETTINGS)

        def unit(tx: Transaction) -> Inbox:
            made = inboxes.make(
                tx, channel="email", name="Mail", key="email_1", settings=settings, by=DESK, at=world.clock.now()
            )
            teams.open_to(tx, made.id, [world.support.id])
            return made

        yield MailRoom(world, await world.desk.database.write(unit))
        assert await world.desk.database.read(lambda session: list(rebuild.compare(session))) == []


def mail(text: str = "Where is my lamp?", *, number: int = 1, sender: str = TOM, **headers: str) -> str:
    """Write a mail. Headers are given by their names in small letters, with `_` for `-`."""
    given = {
        "from": sender,
        "to": "help@shop.example",
        "subject": "My lamp",
        "message_id": f"<{number}@weller.example>",
        "date": "Fri, 30 Oct 2026 12:00:00 +0000",
    } | headers
    lines = [f"{name.replace('_', '-').title()}: {value}" for name, value in given.items() if value]
    return "\n".join((*lines, "", text, ""))


async def test_a_mail_is_a_message_of_its_sender(room: MailRoom) -> None:
    assert await room.put(mail("Where is my lamp?\n\nTom")) == "kept"
    (event,) = await room.events()
    assert event.content is not None
    assert (event.content.text, event.content.subject) == ("Where is my lamp?\n\nTom", "My lamp")
    talk = await room.talk(event.of)
    assert (talk.channel, talk.status, talk.subject, talk.live) == ("email", "open", "My lamp", 0)
    customer = await room.world.desk.database.read(lambda session: customers.find(session, talk.customer_id))
    assert customer is not None
    assert (customer.name, customer.email) == ("Tom Weller", "tom@weller.example")
    assert [(one.address, one.verified_at) for one in customer.identities] == [("tom@weller.example", None)]


async def test_the_same_mail_by_another_way_is_the_same_message(room: MailRoom) -> None:
    assert await room.put(mail()) == "kept"
    assert (
        await room.put("Received: from mx.shop.example by here; Fri, 30 Oct 2026 12:00:01 +0000\n" + mail()) == "again"
    )
    assert len(await room.events()) == 1


async def test_what_names_neither_itself_nor_its_day_may_say_the_same_again(room: MailRoom) -> None:
    alarm = mail("The door is open", message_id="", date="")
    assert await room.put("Received: from door by mx; Fri, 30 Oct 2026 12:00:01 +0000\n" + alarm) == "kept"
    assert await room.put("Received: from door by mx; Sat, 31 Oct 2026 12:00:01 +0000\n" + alarm) == "kept"
    assert await room.put("Received: from door by mx; Sat, 31 Oct 2026 12:00:01 +0000\n" + alarm) == "again"


async def other_inbox(room: MailRoom) -> MailRoom:
    """Make a second mailbox of the same desk."""
    settings = written_settings(EmailSettings(address="orders@shop.example"))
    at = room.world.clock.now()

    def unit(tx: Transaction) -> Inbox:
        return inboxes.make(tx, channel="email", name="Orders", key="email_2", settings=settings, by=DESK, at=at)

    return MailRoom(room.world, await room.world.desk.database.write(unit))


@pytest.mark.parametrize("first", [0, 1])
async def test_an_answer_to_two_inboxes_is_one_message_of_what_it_answers(room: MailRoom, first: int) -> None:
    orders = await other_inbox(room)
    both: dict[str, Any] = {"to": "help@shop.example, orders@shop.example"}
    for one in (room, orders):
        assert await one.put(mail(**both)) == "kept"
    talk = (await room.events())[0].of
    ours = room.world.desk.mail.names.message_id(talk, "reply-1", "shop.example")
    ways = (room, orders) if first == 0 else (orders, room)
    outcomes = [await one.put(mail("To all", number=2, in_reply_to=ours, **both)) for one in ways]
    assert outcomes == ["kept", "again"]
    assert [await one.put(mail("To all", number=2, in_reply_to=ours, **both)) for one in ways] == ["again", "again"]
    assert [event.of for event in await room.events()].count(talk) == 2


async def test_another_inbox_of_ours_takes_no_part(room: MailRoom) -> None:
    await other_inbox(room)
    await room.put(mail(to="help@shop.example, Orders <Orders+7@shop.example>", cc="zoe@weller.example"))
    talk = (await room.events())[0].of
    taking_part = await room.world.desk.database.read(lambda session: participants.of(session, talk))
    assert [one.address for one in taking_part] == ["zoe@weller.example"]


async def test_who_knows_a_message_id_keeps_nobodys_mail_out(room: MailRoom) -> None:
    assert await room.put(mail("I was quicker", sender="eve@strange.example")) == "kept"
    assert await room.put(mail("Where is my lamp?")) == "kept"
    assert [event.content and event.content.text for event in await room.events()] == [
        "I was quicker",
        "Where is my lamp?",
    ]


async def test_a_reply_goes_on_by_any_of_the_names_that_prove_it(room: MailRoom) -> None:
    await room.put(mail())
    number = (await room.events())[0].of
    names = room.world.desk.mail.names
    ours = names.message_id(number, "reply-1", "shop.example")
    address = names.reply_address("help@shop.example", number)
    assert address is not None
    await room.put(mail("By Message-ID", number=2, in_reply_to=ours, subject="Re: My lamp"))
    await room.put(mail("By References", number=3, references=f"<x@y.example> {ours}\n\t<z@y.example>"))
    await room.put(mail("By address", number=4, to=f"Shop <{address.upper()}>"))
    await room.put(mail("By envelope", number=5), recipients=(address,))
    await room.put(mail("By the customer's own", number=6, in_reply_to="<1@weller.example>"))
    assert {event.of for event in await room.events()} == {number}
    forged = ours.replace(f"c{number}.", f"c{number + 1}.")
    await room.put(mail("Forged", number=7, in_reply_to=forged))
    assert (await room.events())[-1].of != number


async def test_the_customers_words_stand_apart_from_what_they_quote(room: MailRoom) -> None:
    await room.put(mail("It is blue.\n\nOn Fri, 30 Oct 2026 at 11:00, Ana <help@shop.example> wrote:\n> Which one?\n"))
    (event,) = await room.events()
    assert event.content is not None
    assert event.content.text == "It is blue."
    assert "> Which one?" in event.content.quoted


async def test_people_in_copy_take_part_but_not_we_ourselves(room: MailRoom) -> None:
    ours = "help@shop.example, Sales <SALES@shop.example>, help+x@shop.example, lamps@xn--bcher-kva.example"
    everybody = f"{ours}, Zoe <Zoe@weller.example>"
    await room.put(mail(to=everybody, cc="tom@weller.example, mia@weller.example"))
    number = (await room.events())[0].of
    found = await room.world.desk.database.read(lambda session: participants.of(session, number))
    assert [(one.address, one.name) for one in found] == [("zoe@weller.example", "Zoe"), ("mia@weller.example", "")]


@pytest.mark.parametrize(
    ("headers", "junk", "verified"),
    [
        ({"x_spam_flag": "YES"}, True, False),
        ({"x_spam_flag": "NO"}, False, False),
        ({"authentication_results": "mx.shop.example; dmarc=pass header.from=weller.example"}, False, True),
        ({"authentication_results": "mx.shop.example; dmarc=pass"}, False, True),
        ({"authentication_results": "mx.evil.example; dmarc=pass header.from=weller.example"}, False, False),
        ({"authentication_results": "mx.shop.example; dmarc=pass header.from=eve.example"}, False, False),
        ({"authentication_results": "mx.shop.example; dmarc=pass\nFrom: eve@eve.example"}, False, False),
        ({"authentication_results": "mx.shop.example; dmarc=fail header.from=weller.example"}, False, False),
    ],
)
async def test_relays_are_believed_as_far_as_they_are_known(
    room: MailRoom, headers: dict[str, Any], junk: bool, verified: bool
) -> None:
    await room.put(mail(**headers))
    talk = await room.talk((await room.events())[0].of)
    customer = await room.world.desk.database.read(lambda session: customers.find(session, talk.customer_id))
    assert customer is not None
    assert (talk.junk == 1, customer.identities[0].verified_at is not None) == (junk, verified)


async def test_a_form_on_our_own_site_speaks_for_its_customer(room: MailRoom) -> None:
    await room.put(mail(sender="Shop <help@shop.example>", reply_to="Zoe <zoe@weller.example>"))
    talk = await room.talk((await room.events())[0].of)
    customer = await room.world.desk.database.read(lambda session: customers.find(session, talk.customer_id))
    assert customer is not None
    assert customer.email == "zoe@weller.example"


async def test_our_own_mail_that_comes_back_in_copy_is_nothing_new(room: MailRoom) -> None:
    await room.put(mail())
    number = (await room.events())[0].of
    ours = room.world.desk.mail.names.message_id(number, "reply-1", "shop.example")
    assert await room.put(mail("We answer", sender="help@shop.example", message_id=ours)) == "again"
    assert len(await room.events()) == 1


async def test_a_vacation_notice_is_filed(room: MailRoom) -> None:
    await room.put(mail())
    number = (await room.events())[0].of
    await room.world.desk.handle.close(number, by=await room.world.view(room.world.ilona))
    notice = mail("I am away", number=2, in_reply_to="<1@weller.example>", auto_submitted="auto-replied")
    await room.put(notice)
    event = (await room.events())[-1]
    assert (event.of, getattr(event.fact, "kind", None)) == (number, "auto-reply")
    assert (await room.talk(number)).status == "closed"


def bounce(original: str, *, status: str = "5.1.1", action: str = "failed") -> str:
    return mail(
        f"""--b
Content-Type: text/plain

Your mail did not arrive.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.weller.example

Final-Recipient: rfc822; Tom@weller.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: {original}
Subject: Re: My lamp

--b--""",
        number=9,
        sender="MAILER-DAEMON@weller.example",
        content_type='multipart/report; report-type=delivery-status; boundary="b"',
        return_path="<>",
    )


async def test_a_bounce_marks_the_reply_and_flags_the_address(room: MailRoom) -> None:
    await room.put(mail())
    world, number = room.world, (await room.events())[0].of
    queued = await world.say(world.ana, number, "On its way")
    ours = world.desk.mail.names.message_id(number, f"reply-{queued.event_id}", "shop.example")
    assert await room.put(bounce(ours)) == "kept"
    assert await room.put(bounce(ours)) == "again"
    events = await world.desk.database.read(lambda session: log.after(session, queued.event_id, limit=100))
    (marked,) = [event for event in events if isinstance(event.fact, MessageBounced)]
    assert marked.content is not None
    assert getattr(marked.fact, "reply_seq", None) == queued.seq
    assert marked.content.fields == {"address": "tom@weller.example", "said": "550 no such user"}
    talk = await room.talk(number)
    customer = await world.desk.database.read(lambda session: customers.find(session, talk.customer_id))
    assert customer is not None
    assert customer.identities[0].trouble == "permanent"


async def test_a_bounce_of_what_we_never_sent_is_filed(room: MailRoom) -> None:
    assert await room.put(bounce("<4711@elsewhere.example>")) == "kept"
    (event,) = await room.events()
    assert getattr(event.fact, "kind", None) == "bounce"
    assert (await room.talk(event.of)).status == "closed"


async def test_what_does_not_say_who_wrote_it_is_held_whole(room: MailRoom) -> None:
    raw = b"Subject: Hello\r\n\r\nWho am I?\r\n"
    assert await room.put(raw) == "held"
    assert await room.put(raw) == "held"
    (held,) = await room.world.desk.release.held(await room.world.view(room.world.ana), limit=10)
    ilona = await room.world.view(room.world.ilona)
    assert await room.world.desk.sources.open(held.id, "To see", by=ilona) == raw
    assert not await room.world.desk.release.retry(held.id, by=ilona)
    assert await room.events() == []


async def test_a_defect_holds_a_mail_and_not_those_behind_it(room: MailRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    with monkeypatch.context() as patched:
        patched.setattr("esmero.channels.email.reading.read.read_mail", broken)
        assert await room.put(mail()) == "held"
    assert await room.put(mail("Behind it", number=2)) == "kept"
    ana = await room.world.view(room.world.ana)
    (held,) = await room.world.desk.release.held(ana, limit=10)
    assert await room.world.desk.release.retry(held.id, by=ana)
    assert [event.content and event.content.text for event in await room.events()] == ["Behind it", "Where is my lamp?"]


@pytest.mark.parametrize("octets", [100, 4 * SMALL])
async def test_what_came_is_kept_as_it_came(room: MailRoom, octets: int) -> None:
    raw = mail("Not to be packed: " + secrets.token_hex(octets)).replace("\n", "\r\n").encode()
    await room.put(raw)
    source_id = getattr((await room.events())[0].fact, "source_id", None)
    assert source_id is not None
    kept = await room.world.desk.database.read(lambda session: sources.find(session, source_id))
    assert kept is not None
    assert (kept.source.blob is not None) == (octets > SMALL)
    ilona = await room.world.view(room.world.ilona)
    assert await room.world.desk.sources.open(source_id, "To see", by=ilona) == raw


@pytest.mark.parametrize(
    "about",
    [
        {"to": (Person("nobody"),)},
        {"cc": (Person("a@b.example\r\nBcc: c@d.example"),)},
        {"bcc": (Person("zoe@weller.example"), Person("@weller.example"))},
        {"sender": "boss@shop.example"},
    ],
)
async def test_a_reply_to_what_is_no_address_is_refused_while_it_can_be_mended(
    room: MailRoom, about: dict[str, Any]
) -> None:
    await room.put(mail())
    number, ana = (await room.events())[0].of, await room.world.view(room.world.ana)
    draft = Draft(conversation_id=number, client_id="a-reply-of-ana-1", kind="reply", text="Hello", **about)
    with pytest.raises(BadInput):
        await room.world.desk.reply.send(draft, agent=ana)
    talk = await room.world.hear(room.world.marta, "Hola")
    with pytest.raises(BadInput):
        await room.world.desk.reply.send(replace(draft, conversation_id=talk.conversation_id), agent=ana)
    fine: dict[str, Any] = {"cc": (Person("zoe@bücher.example", "Zoe"),), "sender": "Sales@shop.example"}
    again = Draft(conversation_id=number, client_id="a-reply-of-ana-2", kind="reply", text="Hello", **fine)
    await room.world.desk.reply.send(again, agent=ana)


async def test_an_inbox_that_is_no_more_takes_nothing(room: MailRoom) -> None:
    by, at = DESK, room.world.clock.now()
    await room.world.desk.database.write(lambda tx: inboxes.remove(tx, room.inbox.id, by=by, at=at))
    with pytest.raises(NotFound):
        await room.put(mail())


async def acknowledgements(room: MailRoom, **changes: Any) -> list[str]:
    """Return what first mails are answered with."""
    settings = replace(SETTINGS, **{"send": Server(host="smtp.shop.example", port=587), "brand": "Farol"} | changes)
    await room.world.desk.database.write(
        lambda tx: inboxes.change(
            tx, room.inbox.id, settings=written_settings(settings), by=DESK, at=room.world.clock.now()
        )
    )
    sender = f"eva-{secrets.token_hex(4)}@elsewhere.example"
    await room.put(mail("Kedves Farol, hol van a lámpám? Két hete várok rá.", sender=sender, message_id=f"<{sender}>"))
    found = await room.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    queued = [event for event in found if isinstance(event.fact, ReplyQueued) and event.fact.automatic]
    return [event.content.text for event in queued if event.content]


async def test_a_first_mail_is_answered_in_its_own_language(room: MailRoom) -> None:
    (said,) = await acknowledgements(room)
    assert said.startswith("Jó napot kívánunk!")
    assert "Farol" in said
    own = {"hu": "Megjött. {brand}", "en": "It is here."}
    assert (await acknowledgements(room, acknowledgement=own))[1:] == ["Megjött. Farol"]


async def test_a_mail_to_an_inbox_without_a_name_is_answered_by_people_and_not_by_an_address(room: MailRoom) -> None:
    (said,) = await acknowledgements(room, brand="")
    assert said.endswith("Munkatársunk elolvassa, és itt válaszol Önnek.")
    own = {"hu": "Megjött ide: {brand}"}
    assert (await acknowledgements(room, brand="", acknowledgement=own))[1:] == [f"Megjött ide: {SETTINGS.address}"]


async def test_where_it_is_not_wanted_or_cannot_leave_nothing_is(room: MailRoom) -> None:
    assert await acknowledgements(room, acknowledge=False) == []
    assert await acknowledgements(room, send=Server()) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"authentication_results": "mx.shop.example; dmarc=fail header.from=weller.example"},
        {"return_path": "<>"},
        {"precedence": "bulk"},
        {"auto_submitted": "auto-generated"},
        {"sender": "help@shop.example"},
        {"sender": "noreply@weller.example"},
    ],
    ids=["forged", "null path", "bulk", "automatic", "ours", "nobody reads"],
)
async def test_who_may_be_forged_or_is_no_person_is_left_in_peace(room: MailRoom, headers: dict[str, str]) -> None:
    first = await acknowledgements(room)
    await room.put(mail("And this?", number=2, **headers))
    found = await room.world.desk.database.read(lambda session: log.after(session, 0, limit=1_000))
    queued = [event for event in found if isinstance(event.fact, ReplyQueued)]
    assert len(queued) == len(first) == 1
