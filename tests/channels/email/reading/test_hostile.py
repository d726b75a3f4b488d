"""Whatever a mail is made of, reading it raises nothing and takes no more than its length allows."""

from __future__ import annotations

import time
import tracemalloc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from esmero.channels.email.reading import limits
from esmero.channels.email.reading.read import read_mail
from tests.channels.email import mails

HEAD = b"From: eve@bad.example\nTo: help@shop.example\nSubject: x\nMIME-Version: 1.0\n"
MIXED = b'Content-Type: multipart/mixed; boundary="%s"\n\n'
MEGABYTE = 1024 * 1024
# CPU time, several times what it takes on a slow machine that others use too; without a bound it would be minutes.
PATIENCE_SECONDS = 8.0


def nested(levels: int) -> bytes:
    """A text within so many multiparts."""
    opened = b"".join(MIXED % b"b%d" % level + b"--b%d\n" % level for level in range(levels))
    closed = b"".join(b"\n--b%d--\n" % level for level in reversed(range(levels)))
    return HEAD + opened + b"Content-Type: text/plain\n\ndeep words\n" + closed


def many(count: int, part: bytes) -> bytes:
    return HEAD + MIXED % b"b" + (b"--b\n" + part) * count + b"--b--\n"


def page(html: bytes) -> bytes:
    return HEAD + b"Content-Type: text/html; charset=utf-8\n\n" + html


def field(value: bytes) -> bytes:
    names = (b"From", b"To", b"Subject", b"References", b"Date", b"Authentication-Results", b"Received", b"List-Id")
    lines = b"".join(name + b": " + value + b"\n" for name in names)
    typed = b"Content-Type: text/plain;" + value + b"\nContent-Disposition: inline;" + value + b"\n"
    return lines + typed + b"\nhello\n"


def winmail(attribute: bytes) -> bytes:
    return HEAD + b"Content-Type: application/ms-tnef\n\n\x78\x9f\x3e\x22\x01\x00" + attribute


SPLINTERS = (
    b"\r\n",
    b"--",
    b"\x00",
    b"\xff\xfe",
    b"=?",
    b";",
    b'"',
    b"<",
    b"\n\n",
    b"\x1b$B",
    b"+ADw-",
    b"begin 644 x\n",
)
FONTS = b"".join(b"<font color=%d>" % number for number in range(5_000))
EMPTY_VALUES = b"\xff" * 4 + b"\x01\x10\x00\x01\xff\xff\xff\xff" * 200_000 + b"\x00\x00"
COMING = HEAD + b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n"
REPORT = b"From: mailer-daemon@bad.example\nSubject: Undeliverable\n\ncould not be delivered\n"
HOSTILE = {
    "a thousand levels": nested(1_000),
    "ten thousand levels": nested(10_000),
    "levels of one boundary": HEAD + MIXED % b"b" + (b"--b\n" + MIXED % b"b") * 10_000,
    "forwarded without end": HEAD + b"Content-Type: message/rfc822\n\n" * 10_000,
    "ten thousand parts": many(10_000, b"Content-Type: text/plain\n\nhello\n"),
    "ten thousand files": many(10_000, b"Content-Type: image/png; name=x.png\n\nhello\n"),
    "ten thousand winmail.dat": many(10_000, b"Content-Type: application/ms-tnef\n\n\x78\x9f\x3e\x22\x01\x00x\n"),
    "headers without end": b"X-A: b\n" * (2 * MEGABYTE) + b"\nhello\n",
    "one header without end": b"Subject: " + b"a" * (20 * MEGABYTE) + b"\n\nhello\n",
    "nothing but NUL": b"\x00" * (20 * MEGABYTE),
    "one line": HEAD + b"\n" + b"a" * (20 * MEGABYTE),
    "hyphens": HEAD + MIXED % b"b" + b"\n--" * (4 * MEGABYTE),
    "broken base64": HEAD + b"Content-Transfer-Encoding: base64\nContent-Type: a/b\n\n" + b"QQ==" * (5 * MEGABYTE),
    "uuencode without end": HEAD + b"\n" + b"begin 644 x\n" * 100_000,
    "flowed without end": HEAD + b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * 500_000,
    "quoted without end": HEAD + b"\n" + b">" * MEGABYTE,
    "divisions": page(b"<div>" * 100_000 + b"x"),
    "formatting that is opened again": page(b"<p>" + FONTS + b"<p>x" * 5_000),
    "formatting within each other": page(b"<b>" * 100_000 + b"x"),
    "links within each other": page(b"<a href=http://x.example>" * 40_000),
    "tables within each other": page(b"<table><tr><td>" * 50_000),
    "forms in tables": page(b"<table><form><tr><b><td>" * 20_000),
    "attributes without end": page(b"<div " + b"a=b " * 200_000 + b">x"),
    "one attribute without end": page(b"<a href='" + b"x" * 900_000 + b"'>x"),
    "ampersands": page(b"&" * 900_000),
    "ampersands in words": page(b"&amp;x " * 120_000),
    "ampersands in a value": page(b"<p title='" + b"&" * 900_000 + b"'>x"),
    "ampersands and brackets": page(b"&< " * 300_000),
    "fixed spaces": page(b"&nbsp;" * 150_000),
    "comments within each other": page(b"<!--" * 250_000),
    "styles": page(b"<p style='" + b"color:red;" * 90_000 + b"'>x"),
    **{
        f"header of {start.decode()}": field((start * 60_000)[:240_000])
        for start in (b"<", b'"', b"(", b"a,", b'\\"', b"=?a?q?", b":;", b"<a@b ", b"a@", b"a@b.c, ", b"; a*0=b", b"=")
    },
    "a count of four thousand million": winmail(b"\x01\x03\x90\x06\x00\x04\x00\x00\x00\xff\xff\xff\xff\x00\x00"),
    "values of no length": winmail(b"\x01\x03\x90\x06\x00" + len(EMPTY_VALUES).to_bytes(4, "little") + EMPTY_VALUES),
    "attributes of no length": winmail(b"\x01\x02\x90\x06\x00\x00\x00\x00\x00\x00\x00" * 500_000),
    "people who come": COMING + b"ATTENDEE:mailto:a@b.example\n" * 200_000,
    "a report of many": REPORT + b"a@b.example 550 5.1.1\n" * 100_000,
    "a report in a word": REPORT + b"a" * 400_000,
    "a report of levels": nested(1_000).replace(b"eve@", b"mailer-daemon@").replace(b": x", b": failure notice", 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_in_the_time_that_its_length_takes(name: str) -> None:
    started = time.process_time()
    mail = read_mail(HOSTILE[name])
    assert time.process_time() - started < PATIENCE_SECONDS
    assert len(mail.text) <= limits.TEXT_LENGTH
    assert len(mail.attachments) <= limits.PARTS


def test_a_text_in_a_thousand_levels_is_read() -> None:
    for levels in (1, 40, 49, 50, 51, 52, 60, 1_000, 10_000):
        mail = read_mail(nested(levels))
        assert mail.text == "deep words"
        assert ("nested too deeply" in mail.defects) == (levels > limits.DEPTH + 1)


def test_what_is_too_much_is_told_and_the_rest_is_read() -> None:
    mail = read_mail(HOSTILE["ten thousand parts"])
    assert "too many parts" in mail.defects
    assert mail.text.count("hello") == limits.PARTS
    mail = read_mail(HOSTILE["headers without end"])
    assert "headers cut off" in mail.defects
    assert mail.text == "hello"
    assert "text cut off" in read_mail(HOSTILE["one line"]).defects


def test_memory_is_bounded_by_what_came() -> None:
    """A few kilobytes never ask for many megabytes, whatever they count to or open again."""
    for name in ("formatting that is opened again", "a count of four thousand million", "a thousand levels"):
        read_mail(HOSTILE[name])  # what is imported and kept for ever is not counted
        tracemalloc.start()
        read_mail(HOSTILE[name])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 30 * MEGABYTE, name


@given(st.binary(max_size=2_000))
def test_any_bytes_are_a_mail(raw: bytes) -> None:
    check(raw)


@given(st.data())
def test_any_damage_leaves_a_mail(data: st.DataObject) -> None:
    check(data.draw(damaged_mails()))


@given(st.sampled_from(sorted(mails.own())), st.binary(max_size=60), st.integers(min_value=0, max_value=4_000))
def test_any_bytes_within_a_mail_leave_a_mail(name: str, piece: bytes, at: int) -> None:
    raw = mails.own_raw(name)
    at %= len(raw)
    check(raw[:at] + piece + raw[at:])


def check(raw: bytes) -> None:
    mail = read_mail(raw)
    # Everything in it can be stored: no lone surrogates, nothing that is no text.
    msgspec.json.encode(mail)
    assert "\x00" not in mail.text + mail.subject + (mail.html or "")
    assert mail.raw_size == len(raw)
    assert mail.kind == "message" or not mail.may_answer


@st.composite
def damaged_mails(draw: DrawFn) -> bytes:
    """A mail with some bytes changed, pieces cut out, repeated and put in."""
    found = bytearray(mails.own_raw(draw(st.sampled_from(mails.own()))))
    for _ in range(draw(st.integers(1, 8))):
        at, length = draw(st.integers(0, len(found) - 1)), draw(st.integers(1, 40))
        match draw(st.integers(0, 3)):
            case 0:
                found[at] = draw(st.integers(0, 255))
            case 1 if len(found) > 100:
                del found[at : at + length]
            case 2:
                found[at:at] = found[at : at + length]
            case _:
                found[at:at] = draw(st.sampled_from(SPLINTERS))
    return bytes(found)


ATTRIBUTES = [b"a%d" % number for number in range(60_000)]


@pytest.mark.parametrize(
    "html",
    [
        b"<p " + b" ".join(ATTRIBUTES) + b">hello",
        b"<p/" + b"/".join(ATTRIBUTES) + b">hello",
        b"<p " + b'=">"'.join(ATTRIBUTES) + b">hello",
        b"<p " + b'=""'.join(ATTRIBUTES) + b">hello",
        b'<p a==" ' + b" ".join(ATTRIBUTES) + b' c=">hello',
        b"<p>hello</p " + b" ".join(ATTRIBUTES) + b">",
        b"<!-- <p --> <p " + b"='<' ".join(ATTRIBUTES) + b">hello",
    ],
)
def test_a_tag_of_sixty_thousand_attributes_is_read_in_no_time(html: bytes) -> None:
    begin = time.process_time()
    read_mail(page(html))
    assert time.process_time() - begin < PATIENCE_SECONDS


@pytest.mark.parametrize(
    "ballast",
    [
        b"<style>" + b"p{color:red}" * 450_000 + b"</style>",
        b"<!--[if mso]><p>other</p><![endif]-->" * 100_000,
        b"<SCRIPT>" + b"x='<p>'" * 300_000 + b"</Script >",
    ],
)
def test_words_below_megabytes_of_styles_are_read(ballast: bytes) -> None:
    mail = read_mail(page(b"<p>above</p>" + ballast + b"<p>hello</p>"))
    assert mail.text == "above\n\nhello"
    assert mail.defects == ("no date",)
