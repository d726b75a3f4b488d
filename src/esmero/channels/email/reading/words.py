"""Encoded words (RFC 2047) as mail programs really write them: split amid a letter, in quotes, with spaces."""

from __future__ import annotations

import binascii
import re

from esmero.channels.email.reading.charsets import decode

# Section 2 allows 75 characters; programs that never fold write a whole subject as one word.
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?(.{0,2000}?)\?=")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")


def decode_words(text: str) -> str:
    """Return the text with its encoded words decoded; what is none stays as it is."""
    if "=?" not in text:
        return text
    pieces, position, pending = list[str](), 0, None
    for word in _WORD.finditer(text):
        between = text[position : word.start()]
        charset = word[1].partition("*")[0].lower()  # RFC 2231 section 5: a language may follow
        raw = _bytes_of(word[2], word[3])
        # White space between two encoded words is no part of the text (section 6.2), and a letter may begin in one
        # word and end in the next, which section 5 forbids.
        if pending is not None and pending[0] == charset and not between.strip():
            pending = (charset, pending[1] + raw)
        else:
            adjacent = pending is not None and not between.strip()
            pieces.append(_text_of(pending))
            pieces.append("" if adjacent else between)
            pending = (charset, raw)
        position = word.end()
    pieces.append(_text_of(pending))
    return "".join(pieces) + text[position:]


def _text_of(pending: tuple[str, bytes] | None) -> str:
    return decode(pending[1], pending[0])[0] if pending else ""


def _bytes_of(encoding: str, content: str) -> bytes:
    raw = content.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    letters = _NOT_BASE64.sub("", content)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + "=" * (-len(letters) % 4))
