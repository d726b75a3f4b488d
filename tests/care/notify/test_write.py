"""What the desk's own mails say."""

from __future__ import annotations

from email import message_from_bytes, policy
from html.parser import HTMLParser
from typing import get_args

import pytest

from esmero.care.notify.words import LANGUAGES, at_time
from esmero.care.notify.write import write
from esmero.channels.email.own.letter import write as compose
from esmero.contract.own_mail import OwnMail, Purpose
from esmero.desk.agents import Language
from tests.world import NOON

LINK = "https://desk.example/console/join#invitation_abc"
FORMS: list[tuple[Purpose, str]] = [
    ("invitation", ""),
    ("reset", ""),
    ("code", ""),
    ("trial", ""),
    ("alert", "mailbox"),
    ("alert", "quarantine"),
    ("mended", "mailbox"),
    ("mended", "quarantine"),
]


def mail(purpose: Purpose, about: str = "", **more: object) -> OwnMail:
    values: dict[str, str | int] = {
        "by": "Ilona",
        "until": at_time(NOON),
        "since": at_time(NOON),
        "code": "482 913",
        "minutes": 10,
        "inbox": "Mail <b>",
        "count": 3,
    }
    link = LINK if purpose in ("invitation", "reset", "alert") else ""
    known = {"to": "dora@desk.example", "name": "Dóra", "language": "en", "values": values, "link": link}
    return OwnMail(purpose=purpose, about=about, **(known | more))  # type: ignore[arg-type]  # by name


def test_every_purpose_has_a_form() -> None:
    assert {purpose for purpose, _ in FORMS} == set(get_args(Purpose))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("purpose", "about"), FORMS)
def test_it_says_all_in_the_recipients_language(purpose: Purpose, about: str, language: Language) -> None:
    letter = write(mail(purpose, about, language=language), key="k", desk="desk.example")
    english = write(mail(purpose, about), key="k", desk="desk.example")
    assert letter.language == language
    assert "{" not in letter.text + letter.subject
    assert "Dóra" in letter.text
    assert "desk.example" in letter.text
    assert (language == "en") == (letter.subject == english.subject)
    assert (LINK in letter.text) == (LINK in letter.html) == (purpose in ("invitation", "reset", "alert"))
    if purpose == "code":
        assert "482 913" in letter.text


def test_what_people_named_is_text_in_the_html() -> None:
    letter = write(mail("alert", "mailbox", name="<script>x</script>"), key="k", desk="desk.example")
    assert "<script>" not in letter.html
    assert "Mail &lt;b&gt;" in letter.html


def test_it_loads_nothing_and_names_no_picture() -> None:
    found = list[str]()

    class Look(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(name for name, _ in attrs)
            found.append(tag)

    for purpose, about in FORMS:
        Look().feed(write(mail(purpose, about), key="k", desk="desk.example").html)
    assert not {"img", "src", "background", "link", "script"} & set(found)


def test_a_mailboxes_trouble_is_told_in_the_recipients_language() -> None:
    values: dict[str, str | int] = {
        "inbox": "Mail",
        "since": "today",
        "trouble": "sign_in_refused",
        "words": "English.",
    }
    letter = write(mail("alert", "mailbox", language="es", values=values), key="k", desk="desk.example")
    assert "contraseña" in letter.text
    assert "English." not in letter.text


def test_the_mail_is_known_as_a_machines_and_has_one_name() -> None:
    letter = write(mail("invitation", name="Dóra Kiss"), key="k", desk="desk.example")
    sent = compose(letter, address="desk@büro.example", name="Farol", at=NOON)
    read = message_from_bytes(sent.raw, policy=policy.default)
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["From"].addresses[0].domain == "xn--bro-hoa.example"
    assert read["To"].addresses[0].display_name == "Dóra Kiss"
    assert read["Message-ID"] == compose(letter, address="desk@büro.example", name="Farol", at=NOON + 1).message_id
    assert [part.get_content_type() for part in read.walk()][1:] == ["text/plain", "text/html"]
    body = read.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter.text
