"""The customers' mailboxes: what lies in them, what they send, and that all of it goes by mail."""

from __future__ import annotations

import asyncio
import base64
import secrets
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from esmero.channels.email.reading.read import read_mail
from esmero.contract.events import Event
from esmero.contract.facts import MessageReceived
from esmero.demo import papers, talks
from esmero.demo.acts import away, bounce, down
from esmero.demo.mailbox import box, post
from esmero.demo.mailbox.box import Box
from esmero.demo.mailbox.owners import OWNERS, is_nobodys
from esmero.demo.mailbox.suppliers import SUPPLIERS, answer_to
from esmero.demo.mailbox.writing import Draft, Enclosure, quotation, written
from esmero.desk import log, rebuild
from esmero.desk.access import view_of
from esmero.desk.conversations import rows
from esmero.desk.customers import rows as customers
from esmero.flow import reply
from tests.demo.playing import Playing

pytestmark = pytest.mark.anyio
T = TypeVar("T")
SHOP = "Farol <help@farol.example>"
LANGUAGES = ("en", "es", "hi", "hu")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(post, "READING_SECONDS", 0.01)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_there_is_mail_from_the_first_minute_in_threads(demo: Playing, language: str) -> None:
    listed = await _get(demo, f"{language}/letters")
    row = listed["rows"][-1]
    assert (row["subject"], row["letters"], row["unread"]) == (talks.read_letters(language)[0].subject, 3, 0)
    letters = await _get(demo, f"{language}/threads/{row['thread']}")
    assert [one["mine"] for one in letters] == [True, False, True]
    assert letters[1]["address"] == "help@farol.example"
    assert [one["at"] for one in letters] == sorted(one["at"] for one in letters)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_desk_holds_of_a_seeded_mail_is_what_it_would_have_read(demo: Playing, language: str) -> None:
    kept = {
        event.fact.provider_id: event
        for event in await _events(demo)
        if isinstance(event.fact, MessageReceived) and event.fact.provider_id
    }
    found = (await demo.stage.post.box(OWNERS[language])).letters
    theirs = [one.mail for one in found if one.mine and one.mail.message_id in kept]
    assert len(theirs) >= 2
    for mail in theirs[:2]:
        event = kept[mail.message_id or ""]
        assert event.content is not None
        assert (event.content.text, event.content.quoted) == (mail.own, mail.quoted)
        assert event.content.subject == mail.subject
        assert [one.name for one in event.content.files] == [one.name for one in mail.attachments]
        markup = await demo.stage.desk.database.read(lambda session, number=event.id: log.markup_of(session, number))  # type: ignore[misc]
        assert (markup or "") == (mail.html or "")


async def test_the_source_of_a_seeded_mail_is_the_letter_that_lies_in_the_mailbox(demo: Playing) -> None:
    desk = demo.stage.desk
    by = await desk.database.read(lambda session: view_of(session, demo.stage.cast.chandra.id))
    assert by is not None
    theirs = {one.mail.message_id: one for one in (await demo.stage.post.box(OWNERS["es"])).letters if one.mine}
    seeded = [event.fact for event in await _events(demo) if isinstance(event.fact, MessageReceived)]
    assert all(fact.source_id is not None for fact in seeded if fact.provider_id)
    found = [fact for fact in seeded if fact.provider_id in theirs]
    assert len(found) >= 2
    for fact in found[:2]:
        raw = await desk.sources.open(fact.source_id or 0, "To see it", by=by)
        assert (read_mail(raw), len(raw)) == (theirs[fact.provider_id].mail, theirs[fact.provider_id].size)


async def test_a_letter_is_answered_at_the_desk_and_the_answer_is_answered_in_one_conversation(demo: Playing) -> None:
    sent = await _send(demo, "es", to=SHOP, subject="¿Llegó?", text="¿Ha llegado mi lámpara?")
    first = (await _received(demo))[-1]
    assert first.content is not None
    assert (first.content.subject, first.content.text) == ("¿Llegó?", "¿Ha llegado mi lámpara?")
    await _answer(demo, first.of, "Llegó esta mañana.")
    answer = await _until(lambda: _letter(demo, "es", sent["thread"], "Llegó esta mañana."))
    assert (answer["mine"], answer["by"]) == (False, "Ana de Farol")
    assert "Llegó esta mañana." in answer["html"]
    assert (await _get(demo, "es/letters"))["rows"][0]["thread"] == sent["thread"]
    text = f"Gracias.\n\n{answer['quote']}\n"
    again = await _send(demo, "es", to=answer["reply_to"][0], subject="Re: ¿Llegó?", text=text, answers=answer["id"])
    assert again["thread"] == sent["thread"]
    second = (await _received(demo))[-1]
    assert second.of == first.of
    assert second.content is not None
    assert second.content.text == "Gracias."
    assert "Llegó esta mañana." in second.content.quoted


async def test_a_reply_finds_its_conversation_by_what_it_answers_alone(demo: Playing) -> None:
    """To the plain address, without the mark that a reply address carries."""
    row = (await _get(demo, "hi/letters"))["rows"][-1]
    answer = (await _get(demo, f"hi/threads/{row['thread']}"))[1]
    before = (await _get(demo, "hi/letters"))["rows"][-1]["letters"]
    sent = await _send(demo, "hi", to=SHOP, subject="", text="धन्यवाद", answers=answer["id"])
    assert sent["thread"] == row["thread"]
    event = (await _received(demo))[-1]
    state = await demo.stage.desk.database.read(lambda session: rows.find(session, event.of))
    assert state is not None
    assert state.subject == row["subject"]
    assert before == row["letters"]


async def test_what_is_new_is_unread_until_its_thread_is_opened(demo: Playing) -> None:
    sent = await _send(demo, "en", to=SHOP, subject="Tassel", text="Is the tassel red?")
    await _answer(demo, (await _received(demo))[-1].of, "It is.")
    listed = await _until(lambda: _unread(demo, "en", "It is."))
    assert (await _get(demo, "en/version"))["version"] == listed["version"]
    await _get(demo, f"en/threads/{sent['thread']}")
    assert (await _get(demo, "en/letters"))["rows"][0]["unread"] == 0
    assert (await _get(demo, "en/version"))["version"] > listed["version"]


async def test_a_file_goes_along_and_can_be_had_again(demo: Playing) -> None:
    content = papers.photo()
    file = {"name": "Csillár – kép.png", "content": base64.b64encode(content).decode()}
    sent = await _send(demo, "hu", to=SHOP, subject="Kép", text="Itt a kép.", files=[file])
    event = (await _received(demo))[-1]
    assert event.content is not None
    assert [(one.name, one.type) for one in event.content.files] == [("Csillár – kép.png", "image/png")]
    letter = (await _get(demo, f"hu/threads/{sent['thread']}"))[0]
    (enclosed,) = letter["files"]
    place = f"/demo/mailbox/hu/letters/{letter['id']}/files"
    answer = await demo.client.get(f"{place}/{enclosed['place']}")
    assert answer.content == content
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (await demo.client.get(f"{place}/7")).status_code == 404


async def test_whoever_is_in_copy_gets_the_letter_too(demo: Playing) -> None:
    await _send(demo, "en", to=SHOP, cc="Marta <marta.rios@correo.example>", subject="For both", text="See below.")
    assert (await _get(demo, "es/letters"))["rows"][0]["subject"] == "For both"
    event = (await _received(demo))[-1]
    assert event.content is not None
    assert [one.address for one in event.content.cc] == ["marta.rios@correo.example"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"to": "", "text": "x"}, "to"),
        ({"to": "nobody", "text": "x"}, "to"),
        ({"to": SHOP, "cc": "nobody", "text": "x"}, "cc"),
        ({"to": SHOP, "text": " \n"}, "text"),
        ({"to": SHOP, "text": "x" * 60_000}, "text"),
        ({"to": SHOP, "text": "x", "files": [{"name": "a", "content": "?"}]}, "files"),
    ],
    ids=["nobody", "no address", "no copy", "nothing", "too much", "no file"],
)
async def test_what_cant_be_sent_is_refused_by_name(demo: Playing, wrong: dict[str, Any], field: str) -> None:
    answer = await demo.client.post("/demo/mailbox/en/letters", json=wrong)
    assert (answer.status_code, list(answer.json()["fields"])) == (422 if answer.status_code == 422 else 400, [field])


async def test_a_line_end_in_a_subject_begins_no_field(demo: Playing) -> None:
    await _send(demo, "en", to=SHOP, subject="Hello\r\nBcc: eve@shop.example", text="x")
    letter = (await demo.stage.post.box(OWNERS["en"])).letters[-1]
    assert letter.mail.subject == "Hello Bcc: eve@shop.example"


async def test_another_site_reads_and_sends_nothing(demo: Playing) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    for path in ("en/letters", "en/version", "en/threads/1", "en/letters/1/files/0"):
        assert (await demo.client.get(f"/demo/mailbox/{path}", headers=elsewhere)).status_code == 403
    wanted = {"to": SHOP, "text": "x"}
    assert (await demo.client.post("/demo/mailbox/en/letters", json=wanted, headers=elsewhere)).status_code == 403
    assert (await demo.client.get("/demo/mailbox/xx/letters")).status_code == 404
    assert (await demo.client.get("/demo/mailbox/en/threads/9999")).status_code == 404


async def test_a_customer_of_the_chat_is_the_same_by_mail(demo: Playing) -> None:
    for owner in OWNERS.values():
        known = await demo.stage.desk.database.read(
            lambda session, address=owner.address: customers.by_address(  # type: ignore[misc]
                session, channel="email", inbox_id=0, address=address
            )
        )
        by_chat = await demo.stage.desk.database.read(
            lambda session, owner=owner: customers.by_address(  # type: ignore[misc]
                session,
                channel="chat",
                inbox_id=demo.stage.cast.shop_id,
                address=f"user:{owner.language}-{owner.name}",
            )
        )
        assert known is not None
        assert by_chat is not None
        assert known[0] == by_chat[0]


async def test_a_letter_about_a_broken_lamp_comes_with_a_photo(demo: Playing) -> None:
    scene = await _play(demo, "letter", "hu")
    event = (await _received(demo))[-1]
    assert event.content is not None
    assert [one.type for one in event.content.files] == ["image/png"]
    assert scene["shows"] == f"/console/unassigned/open/{event.of}"
    assert scene["mailbox"] == "hu"
    assert (await _get(demo, "hu/letters"))["rows"][0]["subject"] == event.content.subject


async def test_a_reply_waits_while_the_customers_server_is_down(demo: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(down, "SECONDS", 60.0)
    scene = await _play(demo, "down", "es")
    number = int(scene["shows"].rpartition("/")[2])
    delayed = await _until(lambda: _told(demo, number, "message.delayed"))
    assert delayed.fact.status == "4.3.2"  # type: ignore[attr-defined]
    demo.stage.post.take_down(0)
    await demo.client.post("/demo/acts/skip")
    await _until(lambda: _told(demo, number, "message.sent"))
    thread = (await _get(demo, "es/letters"))["rows"][0]["thread"]
    await _until(lambda: _letter(demo, "es", thread, down.PARTS["es"].answer))


async def test_a_reply_to_nobody_comes_back_and_its_customer_waits_again(demo: Playing) -> None:
    scene = await _play(demo, "bounce", "en")
    number = int(scene["shows"].rpartition("/")[2])
    returned = await _until(lambda: _told(demo, number, "message.bounced"))
    assert returned.fact.permanent  # type: ignore[attr-defined]
    assert returned.content is not None
    assert is_nobodys(returned.content.fields["address"])
    assert "5.1.1" in returned.content.fields["said"]
    assert scene["values"] == {"name": bounce.NAMES["en"]}


async def test_two_machines_that_meet_end_after_an_answer_each(demo: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(away, "SECONDS", 600.0)
    scene = await _play(demo, "away", "en")
    number = int(scene["shows"].rpartition("/")[2])
    await _until(lambda: _told(demo, number, "message.received", kind="auto-reply"))
    # What the desk would have to say to a machine would have left by the time of an answer that was written later.
    sent = await _send(demo, "es", to=SHOP, subject="Later", text="Later.")
    await _answer(demo, (await _received(demo))[-1].of, "It is later.")
    await _until(lambda: _letter(demo, "es", sent["thread"], "It is later."))
    queued = [event for event in await _events(demo) if event.of == number and event.fact.type == "reply.queued"]
    assert [event.actor.kind for event in queued].count("agent") == 1
    assert len(queued) <= 2
    monkeypatch.setattr(away, "SECONDS", 0.0)
    await away.come_back(demo.stage, OWNERS["en"])
    assert not demo.stage.post.away


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_supplier_answers_what_is_forwarded_as_a_note_that_no_customer_gets(
    demo: Playing, language: str
) -> None:
    supplier = SUPPLIERS[language]
    scene = await _play(demo, "supplier", language)
    assert scene["values"]["supplier"] == supplier.writer.name
    number = int(scene["shows"].rpartition("/")[2])
    answered = await _until(lambda: _told(demo, number, "forward.answered", kind="message"))
    assert answered.content is not None
    assert answered.content.text == supplier.says
    assert answered.content.fields["address"] == supplier.writer.address
    assert not answered.fact.public
    letters = (await demo.stage.post.box(OWNERS[language])).letters
    assert not [one for one in letters if "11.40" in one.mail.text or "11,40" in one.mail.text]


async def test_a_supplier_answers_what_is_forwarded_and_not_what_answers_them(demo: Playing) -> None:
    supplier = SUPPLIERS["en"]
    head = b"From: Ana <help@farol.example>\r\nMessage-ID: <1@farol.example>\r\nSubject: Glass\r\n\r\n"
    asked = read_mail(head + b"Any?\r\n")
    answer = answer_to(supplier, asked, at=0)
    assert answer is not None
    assert (answer.to, answer.subject) == ((("Ana", "help@farol.example"),), "Re: Glass")
    thanks = read_mail(b"From: help@farol.example\r\nMessage-ID: <3@f>\r\nIn-Reply-To: <2@c>\r\n\r\nThank you.\r\n")
    assert answer_to(supplier, thanks, at=0) is None


async def test_everything_that_came_of_it_can_be_rebuilt(demo: Playing) -> None:
    assert await demo.stage.desk.database.read(lambda session: list(rebuild.compare(session))) == []


def test_a_mailbox_forgets_its_oldest_letters_and_never_its_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    mail = written(OWNERS["en"], Draft(to=(("", "a@b.example"),), text="x" * 1_000), at=0, name="1@b.example")
    monkeypatch.setattr(box, "MOST_LETTERS", 3)
    kept = Box()
    for _ in range(5):
        kept.keep(mail, at=0, mine=True, unread=False)
    assert [one.id for one in kept.letters] == [3, 4, 5]
    monkeypatch.setattr(box, "MOST_BYTES", 10)
    kept.keep(mail, at=0, mine=True, unread=False)
    assert [one.id for one in kept.letters] == [6]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_read_as_it_was_written(language: str) -> None:
    subject = {"hi": "बल्ब बार-बार बंद हो जाता है", "hu": "Két lámpa helyett egy, és a másik úton"}.get(language, "Hi")
    writer = OWNERS[language]
    file = Enclosure(name="számla – ¼.pdf", type="application/pdf", content=papers.invoice())
    quote = quotation("Ana <ana@farol.example>", 1_790_000_000_000, "Nothing.\n> Before.", writer)
    draft = Draft(
        to=(("Farol, the shop", "help@farol.example"),), subject=subject, text=f"Szöveg.\n\n{quote}\n", files=(file,)
    )
    mail = read_mail(written(writer, draft, at=1_790_000_000_000, name="1@b.example"))
    assert (mail.subject, mail.message_id, mail.date) == (subject, "1@b.example", 1_790_000_000_000)
    assert mail.sender is not None
    assert (mail.sender.name, mail.sender.address) == (writer.name, writer.address)
    assert [(one.name, one.address) for one in mail.to] == [("Farol, the shop", "help@farol.example")]
    assert (mail.own, mail.quoted) == ("Szöveg.", quote)
    assert [(one.name, one.content) for one in mail.attachments] == [(file.name, file.content)]
    assert mail.defects == ()


async def _get(demo: Playing, path: str) -> Any:
    answer = await demo.client.get(f"/demo/mailbox/{path}")
    assert answer.status_code == 200
    return answer.json()


async def _send(demo: Playing, whose: str, **letter: Any) -> Any:
    answer = await demo.client.post(f"/demo/mailbox/{whose}/letters", json=letter)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def _play(demo: Playing, name: str, language: str) -> Any:
    answer = await demo.client.post(f"/demo/acts/{name}?language={language}")
    assert answer.status_code == 200
    return answer.json()


async def _events(demo: Playing) -> list[Event]:
    return await demo.stage.desk.database.read(lambda session: log.after(session, 0, limit=20_000))


async def _received(demo: Playing) -> list[Event]:
    return [event for event in await _events(demo) if event.fact.type == "message.received"]


async def _told(demo: Playing, number: int, name: str, **fields: str) -> Event | None:
    """Return the event of this name in a conversation, if it was told."""
    found = (event for event in await _events(demo) if (event.stream, event.of) == ("conversation", number))
    return next(
        (
            event
            for event in found
            if event.fact.type == name and all(getattr(event.fact, key) == value for key, value in fields.items())
        ),
        None,
    )


async def _letter(demo: Playing, whose: str, thread: int, words: str) -> Any:
    """Return the newest letter of a thread if these words stand in it, above what it quotes."""
    newest = (await _get(demo, f"{whose}/threads/{thread}"))[-1]
    return newest if newest["text"].startswith(words) else None


async def _unread(demo: Playing, whose: str, words: str) -> Any:
    """Return the list of letters if the newest of them begins with these words and is unread."""
    listed = await _get(demo, f"{whose}/letters")
    row = listed["rows"][0]
    return listed if row["snippet"].startswith(words) and row["unread"] else None


async def _answer(demo: Playing, conversation_id: int, text: str) -> None:
    view = await demo.stage.desk.database.read(lambda session: view_of(session, demo.stage.cast.ana.id))
    assert view is not None
    draft = reply.Draft(conversation_id=conversation_id, client_id=secrets.token_urlsafe(16), kind="reply", text=text)
    await demo.stage.desk.reply.send(draft, agent=view)


async def _until(found: Callable[[], Awaitable[T | None]]) -> T:
    async with asyncio.timeout(30):
        while not (value := await found()):
            await asyncio.sleep(0.05)
    return value
