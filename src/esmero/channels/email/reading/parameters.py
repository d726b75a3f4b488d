"""A header's value and its parameters: Content-Type, Content-Disposition (RFC 2045 section 5.1, RFC 2231)."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from esmero.channels.email.reading.charsets import decode
from esmero.channels.email.reading.words import decode_words

LONGEST = 4_096
_PARAMETER = re.compile(r';\s*([^=;\s"]+)\s*=\s*("[^"]*"|[^;]*)')
_PIECE = re.compile(r"(.+?)\*(?:(\d{1,4})(\*)?)?\Z")
# Stand in for what is escaped while quotes are looked for: no header has them, since controls were taken out.
_ESCAPED = (("\\\\", "\x01"), ('\\"', "\x02"))


def parse_value(value: str) -> tuple[str, dict[str, str]]:
    """Return the value in small letters and its parameters; of two with one name, the first that is not empty."""
    value = value[:LONGEST]
    if "\\" in value:
        for written, stands in _ESCAPED:
            value = value.replace(written, stands)
    head = value.partition(";")[0]
    if len(head) == len(value):
        return head.strip().lower(), {}
    found, pieces = dict[str, str](), dict[str, dict[int, tuple[str, bool]]]()
    for match in _PARAMETER.finditer(value):
        name, text = match[1].lower(), _unquote(match[2])
        piece = _PIECE.match(name) if "*" in name else None
        if piece is None:
            if not found.get(name):
                found[name] = text
        else:
            encoded = piece[2] is None or piece[3] is not None
            pieces.setdefault(piece[1], {}).setdefault(int(piece[2] or 0), (text, encoded))
    # What is written in the newer way is complete; the other form beside it is for old programs.
    return head.strip().lower(), found | {name: _join(parts) for name, parts in pieces.items()}


def text_parameter(parameters: dict[str, str], name: str) -> str:
    """Return a parameter that people read, with the encoded words that RFC 2047 forbids there and many write."""
    return decode_words(parameters.get(name, ""))


def _unquote(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        text = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    if "\x01" in text or "\x02" in text:
        # A path of Windows has single backslashes; these were never escapes.
        text = text.replace("\x02", '"').replace("\x01", "\\")
    return text


def _join(pieces: dict[int, tuple[str, bool]]) -> str:
    """Put the numbered pieces of one parameter together and decode them (RFC 2231 sections 3 and 4)."""
    ordered = [pieces[number] for number in sorted(pieces)]
    charset, first = "", ordered[0][0]
    if ordered[0][1] and first.count("'") >= 2:
        charset, _, first = first.split("'", 2)
        ordered[0] = (first, True)
    if not any(encoded for _, encoded in ordered):
        return "".join(text for text, _ in ordered)
    raw = b"".join(
        unquote_to_bytes(text) if encoded else text.encode("utf-8", "surrogateescape") for text, encoded in ordered
    )
    return decode(raw, charset or "utf-8")[0]
