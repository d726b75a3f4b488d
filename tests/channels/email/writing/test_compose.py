"""A reply as a mail."""

from __future__ import annotations

import email
import re
from email import policy
from email.message import EmailMessage
from typing import cast

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.settings import EmailSettings
from esmero.channels.email.writing import compose as composing
from esmero.channels.email.writing.compose import Letter, compose
from esmero.contract.events import File, Person
from esmero.contract.messages import Outgoing, Quoted
from esmero.contract.trouble import PermanentTrouble, TemporaryTrouble
from esmero.kit.errors import Unavailable
from esmero.kit.text import clean_name, clean_text
from tests.channels.email.post import BILL, LAMP, NAMES, NOON, SHOP, Shelf, reply

pytestmark = pytest.mark.anyio

ANYTHING = st.text(max_size=300) | st.text(st.sampled_from('\r\n\t\0 =?_"\\<>@,:;.-aé💡नी\u202e\u2028'), max_size=300)
ONCE = {"from", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references", "reply-to", "mime-version"}


async def written(outgoing: Outgoing, settings: EmailSettings = SHOP, shelf: Shelf | None = None) -> Letter:
    return await compose(outgoing, settings, names=NAMES, files=shelf or Shelf(), at=NOON)


async def sent(outgoing: Outgoing, settings: EmailSettings = SHOP) -> EmailMessage:
    return read(await written(outgoing, settings))


def read(letter: Letter) -> EmailMessage:
    """Read a mail back as its reader does, and be as strict as no reader is."""
    check_bytes(letter)
    message = email.message_from_bytes(letter.raw, policy=policy.default)
    for part in message.walk():
        assert part.defects == []
        for name, value in part.items():
            assert value.defects == (), (name, value)
    names = [name.lower() for name in message]
    assert [name for name in ONCE if names.count(name) > 1] == []
    return message


def check_bytes(letter: Letter) -> None:
    """Lines end in CRLF, are short enough (RFC 5322 section 2.1.1) and need no server that knows more than ASCII."""
    assert b"\0" not in letter.raw
    assert re.search(rb"\r(?!\n)|(?<!\r)\n", letter.raw) is None
    assert max(map(len, letter.raw.split(b"\r\n"))) <= 998
    assert letter.utf8 or letter.raw.isascii()
    head = letter.raw.partition(b"\r\n\r\n")[0]
    assert all(re.match(rb"[A-Za-z-]+: \S|[ \t]\S", line) for line in head.split(b"\r\n"))


def text_of(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(cast("EmailMessage", part).get_content()).replace("\r\n", "\n")


async def test_a_reply_says_who_it_is_from_for_and_what_it_answers() -> None:
    letter = await written(reply())
    message = read(letter)
    assert message["From"] == "Ana at Farol <support@shop.example>"
    assert message["To"] == "Marta <marta@customer.example>"
    assert message["Subject"] == "Re: Where is it?"
    assert message["Date"].datetime.timestamp() * 1_000 == NOON
    assert message["Message-ID"] == letter.message_id
    assert NAMES.conversation_of_message(letter.message_id) == 12
    assert message["In-Reply-To"] == message["References"] == "<asked@customer.example>"
    assert text_of(message) == "It leaves today.\n"
    assert "It leaves today." in text_of(message, "html")
    assert (letter.sender, letter.recipients) == ("support@shop.example", ("marta@customer.example",))


async def test_each_attempt_has_the_same_message_id_and_each_reply_its_own() -> None:
    first = await written(reply())
    assert (await written(reply("Other words."))).message_id == first.message_id
    assert (await written(reply(key="reply-8"))).message_id != first.message_id


async def test_what_a_person_wrote_is_not_marked_as_automatic_or_as_a_list() -> None:
    fields = {name.lower() for name in await sent(reply())}
    assert not fields & {"auto-submitted", "x-auto-response-suppress", "precedence", "reply-to"}
    assert not [name for name in fields if name.startswith("list-")]


async def test_what_no_person_wrote_says_so_to_every_machine() -> None:
    answer = await sent(reply(automatic=True))
    assert (answer["Auto-Submitted"], answer["Precedence"]) == ("auto-replied", "auto_reply")
    # The report of a failed delivery is wanted.
    assert answer["X-Auto-Response-Suppress"].split(", ") == ["DR", "RN", "NRN", "OOF", "AutoReply"]
    assert (await sent(reply(automatic=True, answers=())))["Auto-Submitted"] == "auto-generated"
    assert not [name for name in answer if name.startswith("List-")]


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("Where is my lamp, no. 12.50?", "Re: Where is my lamp, no. 12.50?"),
        ("You have won: https://eve.example/win", "Message from Farol"),
        ("Re: lamps at eve.example", "Message from Farol"),
        ("नमस्ते दीपक.भारत", "Message from Farol"),
        ("Lamps, e.g. those of the U.S.A.", "Re: Lamps, e.g. those of the U.S.A."),
    ],
    ids=["a number", "an address", "a domain", "a domain in another script", "short forms"],
)
async def test_a_machine_carries_no_address_of_a_site_to_whoever_is_named_as_the_sender(
    subject: str, written: str
) -> None:
    assert (await sent(reply(automatic=True, subject=subject)))["Subject"] == written
    assert (await sent(reply(subject=subject)))["Subject"].startswith("Re: ")


async def test_where_the_server_takes_subaddresses_replies_come_to_a_marked_one() -> None:
    settings = msgspec.structs.replace(SHOP, subaddresses=True)
    message = await sent(reply(), settings)
    assert message["From"].addresses[0].addr_spec == "support@shop.example"
    assert NAMES.conversation_of_address(message["Reply-To"]) == 12
    long = msgspec.structs.replace(settings, address=f"{'a' * 50}@shop.example")
    assert (await sent(reply(), long))["Reply-To"] is None


async def test_a_mail_leaves_from_any_address_of_the_inbox_and_from_no_other() -> None:
    letter = await written(reply(sender="Sales@shop.example"))
    assert letter.sender == "sales@shop.example"
    assert read(letter)["From"].addresses[0].addr_spec == "sales@shop.example"
    with pytest.raises(PermanentTrouble, match=r"let this address send.*boss@shop\.example"):
        await written(reply(sender="boss@shop.example"))


async def test_copies_are_seen_and_blind_copies_are_not() -> None:
    cc = (Person("tom@customer.example", "Tom"), Person("MARTA@customer.example"))
    letter = await written(reply(cc=cc, bcc=(Person("boss@shop.example"), Person("Tom@customer.example"))))
    assert letter.recipients == ("marta@customer.example", "tom@customer.example", "boss@shop.example")
    assert read(letter)["Cc"] == "Tom <tom@customer.example>, MARTA@customer.example"
    assert b"boss@" not in letter.raw


async def test_of_many_ancestors_the_first_and_the_last_are_named() -> None:
    answers = tuple(f"<m{number}@customer.example>" for number in range(200))
    message = await sent(reply(answers=answers))
    assert message["References"].split() == ["<m0@customer.example>", *answers[-20:]]
    assert message["In-Reply-To"] == answers[-1]


@pytest.mark.parametrize(
    "odd", ["", "two words@x", "<a@x>\r\nBcc: eve@outside.example", "é@x", f"{'a' * 1_000}@x", "<<a@x>>"]
)
async def test_names_that_are_none_are_left_out(odd: str) -> None:
    message = await sent(reply(answers=("bare@customer.example", odd)))
    assert message["References"] == message["In-Reply-To"] == "<bare@customer.example>"
    assert message["Bcc"] is None


async def test_signatures_come_below_both_forms() -> None:
    settings = msgspec.structs.replace(SHOP, signature="{agent}, {brand}\nhttps://shop.example")
    outgoing = reply(signature="Ana Ruiz {brand}", sender_name="Ana {agent}")
    message = await sent(outgoing, settings)
    below = "-- \nAna Ruiz {brand}\nAna {agent}, Farol\nhttps://shop.example\n"
    assert text_of(message) == f"It leaves today.\n\n{below}"
    assert '<a href="https://shop.example">' in text_of(message, "html")


async def test_what_is_answered_is_quoted_below() -> None:
    quoted = Quoted(by="Marta\nRuiz", at=NOON, text="> older\n\nWhere is it? <b>")
    message = await sent(reply(quoted=quoted, language="es-MX"))
    told = "El 30 de octubre de 2026 a las 12:00 UTC, Marta Ruiz escribió:"
    assert text_of(message) == f"It leaves today.\n\n{told}\n>> older\n>\n> Where is it? <b>\n"
    rich = text_of(message, "html")
    assert rich.index("It leaves") < rich.index(told) < rich.index('<blockquote type="cite"') < rich.index("&lt;b&gt;")


async def test_files_come_along_under_their_names() -> None:
    name = 'Számla "№ 1/2" – március 日本.pdf'
    message = await sent(reply(files=(msgspec.structs.replace(BILL, name=name), LAMP)))
    bill, lamp = message.iter_attachments()
    assert (bill.get_filename(), bill.get_content_type()) == ("Számla _№ 1_2_ – március 日本.pdf", "application/pdf")
    assert bill.get_content_disposition() == "attachment"
    assert bill.get_content() == b"%PDF-1"
    assert bill["Content-Type"].params["name"] == "Sz_mla __ 1_2_ _ m_rcius.pdf"
    assert (lamp.get_filename(), lamp.get_content()) == ("lamp.png", b"\x89PNG")


@pytest.mark.parametrize("kind", ["message/rfc822", "multipart/mixed", "text", "a/b; c=d", "image/png\r\nBcc: x@y", ""])
async def test_a_type_that_may_not_be_encoded_or_is_none_becomes_bytes(kind: str) -> None:
    message = await sent(reply(files=(msgspec.structs.replace(BILL, type=kind),)))
    assert [part.get_content_type() for part in message.iter_attachments()] == ["application/octet-stream"]


async def test_a_picture_that_the_text_names_stands_in_it() -> None:
    message = await sent(reply("Here: ![the lamp](file:17)", files=(LAMP, BILL)))
    assert [part.get_content_type() for part in message.walk()] == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"),
        *("image/png", "application/pdf"),
    ]
    image = next(part for part in message.walk() if part.get_content_type() == "image/png")
    assert image.get_content_disposition() == "inline"
    assert f'src="cid:{image["Content-ID"].strip("<>")}"' in text_of(message, "html")
    assert text_of(message) == "Here: [the lamp]\n"


async def test_a_mail_too_large_for_servers_is_told_before_its_files_are_read() -> None:
    huge = File(id=99, name="film.mp4", type="video/mp4", size=30_000_000)
    with pytest.raises(PermanentTrouble, match="40 MB > 25 MB"):
        await written(reply(files=(huge,)))


async def test_a_name_that_looks_encoded_is_shown_as_it_was_written() -> None:
    odd = "=?utf-8?Q?boss?="
    message = await sent(reply(to_name=odd, sender_name=f"{odd}, Ana", subject=odd))
    assert message["To"].addresses[0].display_name == odd
    assert message["From"].addresses[0].display_name == f"{odd}, Ana at Farol"
    assert message["Subject"] == f"Re: {odd}"


async def test_a_file_that_lies_about_its_size_is_too_large_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "LARGEST", 5_000)
    with pytest.raises(PermanentTrouble, match="MB"):
        await written(reply(files=(BILL,)), shelf=Shelf({BILL.id: b"x" * 9_000}))


async def test_a_file_that_is_gone_is_told_by_name_and_one_that_cannot_be_read_now_waits() -> None:
    with pytest.raises(PermanentTrouble, match=r"not there any more.*lamp\.png"):
        await written(reply(files=(LAMP,)), shelf=Shelf({}))

    class Away(Shelf):
        async def read(self, file: File) -> bytes:
            raise Unavailable

    with pytest.raises(TemporaryTrouble, match=r"lamp\.png"):
        await written(reply(files=(LAMP,)), shelf=Away())


async def test_an_address_beyond_ascii_asks_for_a_server_that_takes_it() -> None:
    letter = await written(reply(to="संपर्क@उदाहरण.example", to_name="मार्ता"))
    assert letter.utf8
    assert letter.recipients == ("संपर्क@xn--p1b6ci4b4b3a.example",)
    assert "संपर्क@xn--p1b6ci4b4b3a.example".encode() in letter.raw
    domain_only = await written(reply(to="info@bücher.example"))
    assert not domain_only.utf8
    read(domain_only)


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
async def test_whatever_people_write_is_read_as_they_wrote_it(text: str, name: str, subject: str, quote: str) -> None:
    outgoing = reply(text, to_name=name, sender_name=name, subject=subject, answers=(), signature=quote)
    outgoing = msgspec.structs.replace(outgoing, quoted=Quoted(by=name, at=NOON, text=quote))
    message = await sent(outgoing)
    assert text_of(message).startswith(clean_text(text))
    assert message["Subject"] == (clean_name(subject, longest=250) or "Message from Farol")
    people = message["To"].addresses
    assert [one.addr_spec for one in people] == ["marta@customer.example"]
    # The standard library before 3.13 puts a space between the encoded words of a name.
    assert people[0].display_name.replace(" ", "") == clean_name(name, longest=100).replace(" ", "")
    assert message.get_all("Bcc") is None


@given(ANYTHING)
async def test_a_file_may_have_any_name(name: str) -> None:
    message = await sent(reply(files=(msgspec.structs.replace(BILL, name=name),)))
    (bill,) = message.iter_attachments()
    assert bill.get_filename() == (re.sub(r'[/\\:*?"<>|]', "_", clean_name(name)) or "file")


async def test_a_line_of_ten_thousand_letters_arrives_whole() -> None:
    for line in ("a" * 10_000, "é" * 10_000, "💡" * 10_000, "न" * 10_000, "." * 10_000, "a " * 5_000):
        assert text_of(await sent(reply(line))) == line.strip() + "\n"


@pytest.mark.parametrize(
    ("language", "button"), [("en", "Go on live"), ("hu", "Folytatás élőben"), ("hi-IN", "लाइव आगे बढ़ें")]
)
async def test_the_way_to_the_conversations_page_stands_in_both_forms(language: str, button: str) -> None:
    where = "https://desk.example/c#c1.aB-_9.12"
    message = await sent(reply(page=where, language=language))
    assert where in text_of(message)
    assert f'<a href="{where}"' in text_of(message, "html")
    assert f">{button}</a>" in text_of(message, "html")
    without = await sent(reply())
    assert "/c#" not in text_of(without) + text_of(without, "html")
