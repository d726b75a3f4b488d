"""winmail.dat is read as others read it, and what is broken gives what can be read of it."""

from __future__ import annotations

import logging
import re
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.reading.read import read_mail
from esmero.channels.email.reading.rtf import text_of_rtf, unpack_rtf
from esmero.channels.email.reading.structure import leaves, split
from esmero.channels.email.reading.winmail import open_winmail
from tests.channels.email import mails


def inside(name: str) -> bytes:
    """The winmail.dat in one of our samples."""
    root, _ = split(mails.own_raw(name))
    (part,) = [part for part in leaves(root) if part.type == "application/ms-tnef"]
    return part.content()


@pytest.mark.parametrize("name", ["winmail-files", "winmail-html", "winmail-rtf"])
def test_files_are_those_that_tnefparse_finds(name: str) -> None:
    from tnefparse import TNEF  # type: ignore[import-untyped]

    logging.getLogger("tnefparse").setLevel(logging.CRITICAL)
    theirs = TNEF(inside(name))
    ours = open_winmail(inside(name))
    assert ours is not None
    assert [(file.name, file.content) for file in ours.files] == [
        (one.long_filename(), one.data) for one in theirs.attachments
    ]
    if theirs.htmlbody:
        assert ours.html == theirs.htmlbody


@given(st.binary(max_size=300))
def test_anything_after_the_signature_is_read_as_far_as_it_goes(raw: bytes) -> None:
    open_winmail(b"\x78\x9f\x3e\x22\x01\x00" + raw)
    text_of_rtf(b"{\\rtf1" + raw)
    unpack_rtf(b"\x00\x00\x00\x00\xff\xff\xff\xffLZFu\x00\x00\x00\x00" + raw)


@given(st.integers(min_value=0, max_value=400))
def test_a_file_that_was_cut_off_stays_an_attachment(length: int) -> None:
    raw = mails.own_raw("winmail-files")
    at = raw.index(b"eJ8")
    raw = raw[: at + length] + b"\r\n--m--\r\n"
    mail = read_mail(raw)
    (part,) = [part for part in leaves(split(raw)[0]) if part.type == "application/ms-tnef"]
    wrapped = open_winmail(part.content())
    assert mail.text == "Body without."
    assert ("winmail.dat" in [file.name for file in mail.attachments]) == (wrapped is None or not wrapped.whole)


def test_what_is_packed_refers_back() -> None:
    """The example of MS-OXRTFCP, section 3.1.1.1, whose bytes refer back to what comes before every text."""
    packed = bytes.fromhex(
        "2d000000 2b000000 4c5a4675 f1c5c7a7 03000a00 72637067 31323542 320af320 68656c09 00206277 05b06c64 7d0a800f a0"
    )
    assert unpack_rtf(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


def test_what_is_unpacked_is_bounded() -> None:
    endless = struct.pack("<II4sI", 100, 0xFFFFFFFF, b"LZFu", 0) + (b"\xff" + b"\x00\x1f" * 8) * 60_000
    assert len(unpack_rtf(endless)) <= 4 * 1024 * 1024


def test_words_are_read_in_their_code_page() -> None:
    assert text_of_rtf(rb"{\rtf1\ansi\ansicpg1250 \'f5 \u337?s\par {\*\unknown x}\{ok\}}") == ("ő ős\n{ok}", "")
    assert re.search("html", text_of_rtf(rb"{\rtf1\ansi no}")[1]) is None
