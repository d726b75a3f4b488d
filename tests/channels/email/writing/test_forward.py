"""What is forwarded, as a mail."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
from msgspec.structs import replace

from esmero.channels.email.settings import EmailSettings, Language
from esmero.contract.events import Person
from esmero.contract.messages import ForwardProof, Outgoing, PassedOn, Quoted
from tests.channels.email.post import BILL, LAMP, NAMES, NOON, SHOP, reply
from tests.channels.email.writing.test_compose import sent, written

pytestmark = pytest.mark.anyio

PASSED = PassedOn(
    by="Marta", address="marta@customer.example", at=NOON, subject="My lamp", text="It is broken.\n\n> Hm"
)
HEAD = """---------- Forwarded message ----------
From: Marta <marta@customer.example>
Date: 30 October 2026, 12:00 UTC
Subject: My lamp"""
SUPPLIER = {"to": "sales@lamps.example", "to_name": "Lamps Ltd", "subject": "Fwd: My lamp", "answers": ()}


def forward(text: str = "Can you repair this?", **more: Any) -> Outgoing:
    return reply(text, **(SUPPLIER | {"seq": 7, "forward": True, "passed_on": (PASSED,)} | more))


def said(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


async def test_who_when_and_what_stand_above_the_words() -> None:
    mail = await sent(forward())
    assert said(mail).strip().split("\n\n") == [
        "Can you repair this?",
        HEAD,
        "It is broken.",
        "> Hm",
    ]
    assert (mail["subject"], mail["to"], mail["in-reply-to"]) == (
        "Fwd: My lamp",
        "Lamps Ltd <sales@lamps.example>",
        None,
    )
    assert "Marta &lt;marta@customer.example&gt;" in said(mail, "html")


async def test_its_answers_are_known_by_address_and_by_name() -> None:
    mail = await sent(forward(), replace(SHOP, subaddresses=True))
    address = mail["reply-to"].addresses[0].addr_spec
    assert NAMES.forward_of_address(address) == ForwardProof(12, 7, by_address=True)
    assert NAMES.forward_of_message(mail["message-id"]) == ForwardProof(12, 7, by_address=False)
    assert NAMES.conversation_of_message(mail["message-id"]) is None
    again = await sent(forward(), replace(SHOP, subaddresses=True))
    assert again["message-id"] == mail["message-id"]
    assert (await sent(forward(), replace(SHOP, subaddresses=False)))["reply-to"] is None


async def test_html_goes_as_html_with_the_pictures_that_go_with_it() -> None:
    markup = '<p>See <b>this</b></p><img src="file:17" alt=""><img src="file:99" alt="">'
    letter = await sent(forward(passed_on=(replace(PASSED, markup=markup),), files=(LAMP, BILL)))
    page = said(letter, "html")
    assert "<b>this</b>" in page
    (cid,) = [part["content-id"].strip("<>") for part in letter.walk() if part["content-id"]]
    assert f'src="cid:{cid}"' in page
    assert "file:" not in page
    assert [part.get_filename() for part in letter.iter_attachments()] == ["bill.pdf"]


async def test_a_whole_conversation_stands_in_its_order() -> None:
    texts = ("First", "Second", "Third")
    mail = await sent(forward("", passed_on=tuple(replace(PASSED, text=text) for text in texts)))
    plain = said(mail)
    assert plain.startswith("----------")
    assert sorted(texts, key=plain.index) == list(texts)


async def test_an_answer_to_an_answer_quotes_it_and_stays_in_its_thread() -> None:
    quoted = Quoted(by="Lamps Ltd", at=NOON, text="Which lamp?")
    more = {"passed_on": (), "quoted": quoted, "answers": ("f12.5.x@shop.example", "b@lamps.example")}
    mail = await sent(forward("The red one", subject="Re: Fwd: My lamp", **more))
    assert (mail["subject"], mail["in-reply-to"]) == ("Re: My lamp", "<b@lamps.example>")
    assert "> Which lamp?" in said(mail)
    assert "Forwarded" not in said(mail)


@pytest.mark.parametrize(("language", "word"), [("es", "Reenviado"), ("hi", "अग्रेषित"), ("hu", "Továbbított")])
async def test_it_says_so_in_the_language_of_the_inbox(language: Language, word: str) -> None:
    settings: EmailSettings = replace(SHOP, language=language)
    assert word.lower() in said(await sent(forward(), settings)).lower()


async def test_everybody_in_to_stands_in_to() -> None:
    others = (Person("tom@customer.example", "Tom"), Person("zoe@customer.example"))
    outgoing = reply(others=others, cc=(Person("mia@customer.example"),), bcc=(Person("boss@shop.example"),))
    mail, letter = await sent(outgoing), await written(outgoing)
    assert [one.addr_spec for one in mail["to"].addresses] == [
        "marta@customer.example",
        "tom@customer.example",
        "zoe@customer.example",
    ]
    assert [one.addr_spec for one in mail["cc"].addresses] == ["mia@customer.example"]
    assert letter.recipients == (
        "marta@customer.example",
        "tom@customer.example",
        "zoe@customer.example",
        "mia@customer.example",
        "boss@shop.example",
    )
    assert b"boss@" not in letter.raw
