"""A page keeps what people see of it when it is made lighter."""

from __future__ import annotations

import pytest

from esmero.channels.email.reading.ballast import with_few_attributes, with_few_references, without_ballast
from esmero.channels.email.reading.read import read_mail


@pytest.mark.parametrize(
    "html",
    [
        '<p style="' + "color:red; " * 5_000 + '">hello',
        '<img src="data:image/png;base64,' + "iVBORw0KGgo\n" * 5_000 + '" alt="a > b">',
        "<p>" + "1 < 2 and so on " * 5_000,
        "<a href='x'>" * 5_000,
    ],
)
def test_long_values_and_many_tags_stay_as_they_are(html: str) -> None:
    found = with_few_attributes(html)
    assert found.replace("&gt;", ">") == html


def test_of_many_attributes_the_first_stay_with_their_values() -> None:
    tag = "<p dir=rtl title='a\"b' " + " ".join(f"a{number}=1" for number in range(3_000)) + ">hello"
    found = with_few_attributes(tag)
    assert found.startswith('<p dir="rtl" title="a&quot;b" a0="1" ')
    assert found.endswith('a197="1">hello')


def test_of_many_ampersands_the_first_stay_and_all_the_words() -> None:
    few = "<p>" + "tea &amp; cake, " * 5_000 + "<b>&copy;</b>"
    assert with_few_references(few) == few
    many = with_few_references("<p>" + "tea &amp; cake&#38;" * 5_000 + "<b>&copy;</b>")
    assert (many.count("&amp;") + many.count("&#38;"), many.count("tea"), many[-13:]) == (5_000, 5_000, "<b>&copy;</b>")


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (b"a<!-- x -->b", b"ab"),
        (b"a<STYLE type=x>p{}</style >b", b"ab"),
        (b"a<!--x--><script>'<!--'</script>b", b"ab"),
        (b"a<styled>b</styled>", b"a<styled>b</styled>"),
        (b"a<!-- x", b"a<!-- x"),
    ],
)
def test_styles_programs_and_comments_go(page: bytes, kept: bytes) -> None:
    assert without_ballast(page) == kept


HEAD = b"From: Eve <eve@bad.example>\nSubject: x\n"


def test_text_that_is_called_base64_is_read_as_it_stands() -> None:
    encoded = HEAD + b"Content-Transfer-Encoding: base64\n\n"
    mail = read_mail(encoded + b"The lamp, it seems, = broken.\nSend another one.\n")
    assert (mail.text, mail.defects[0]) == ("The lamp, it seems, = broken.\nSend another one.", "text called base64")
    assert read_mail(encoded + b"aGVs!!bG8=\n-- a footer of words").text.startswith("hello")


def test_a_mark_of_byte_order_above_the_headers_is_none_of_them() -> None:
    mail = read_mail(b"\xef\xbb\xbf" + HEAD + b"\nhello")
    assert (mail.subject, mail.text) == ("x", "hello")


def test_comments_may_stand_within_an_address() -> None:
    mail = read_mail(b"From: Eve <eve(at home)@(her)bad.example>\n\nx")
    assert str(mail.sender) == "Eve <eve@bad.example>"
