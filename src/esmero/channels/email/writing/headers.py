"""Header fields: what people wrote, in a form that no line end and no letter can break out of.

A field is a list of words that are joined by spaces and folded between them, so that a value can't begin a line of its
own. What isn't ASCII is put into encoded words (RFC 2047), but for addresses that only SMTPUTF8 can carry.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from esmero.kit.text import clean_name

WIDTH = 76
"""Characters in a line, where a space allows it (RFC 5322 section 2.1.1 asks for 78, RFC 2047 section 2 for 76)."""
_BYTES_IN_WORD = 33
"""So that an encoded word (56 characters) fits behind the name of every field."""
_PHRASE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+\Z")
_PLAIN = re.compile(r"[ -~]*\Z")
_SPECIAL = re.compile(r'(["\\])')
_FILE_NAME = re.compile(r"[A-Za-z0-9 ._()+-]{1,60}\Z")
_OUTSIDE_FILE_NAME = re.compile(r"[^A-Za-z0-9 ._()+-]+")
_SECTION = 50


def field(name: str, words: Iterable[str]) -> str:
    """Return a field with its line end, folded between its words. Words hold no line ends and no other spaces."""
    lines, line = [], f"{name}:"
    for number, word in enumerate(words):
        # The first word stays beside the name: a line that is blank but for the name confuses old readers.
        if number and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}"
    return "\r\n".join([*lines, line]) + "\r\n"


def unstructured(text: str, *, longest: int = 250) -> list[str]:
    """Return the words of a subject: as they are where they are ASCII, else encoded."""
    line = clean_name(text, longest=longest)
    # What looks encoded already would be decoded by the reader, so it is encoded once more.
    if _PLAIN.match(line) and "=?" not in line:
        return line.split(" ")
    return _encoded(line)


def mailbox_words(address: str, name: str = "") -> list[str]:
    """Return the words of one address with its display name. The address is as `mailbox` returns it."""
    line = clean_name(name, longest=100)
    if not line or line == address:
        return [address]
    return [*_phrase(line), f"<{address}>"]


def mailbox_list(mailboxes: Sequence[list[str]]) -> list[str]:
    """Return the words of several addresses, with the commas between them."""
    with_commas = [[*words[:-1], f"{words[-1]},"] for words in mailboxes[:-1]]
    return [word for words in [*with_commas, *mailboxes[-1:]] for word in words]


def parameter(name: str, value: str) -> list[str]:
    """Return the words of a parameter, by RFC 2231 where its value needs it, in sections where it is long."""
    if _FILE_NAME.match(value):
        return [f'{name}="{value}"']
    sections = _sections(value)
    if len(sections) == 1:
        return [f"{name}*=utf-8''{sections[0]}"]
    sections[0] = f"utf-8''{sections[0]}"
    numbered = [f"{name}*{number}*={section}" for number, section in enumerate(sections)]
    return [*(f"{section};" for section in numbered[:-1]), numbered[-1]]


def ascii_name(name: str) -> str:
    """Return what programs that don't know RFC 2231 may call a file."""
    stem, dot, ending = name.rpartition(".")
    stem, ending = (_OUTSIDE_FILE_NAME.sub("_", part).strip("_ ") for part in ((stem, ending) if dot else (name, "")))
    return f"{stem[:40] or 'file'}{'.' if ending else ''}{ending[:12]}"


def _phrase(line: str) -> list[str]:
    if "=?" in line or not _PLAIN.match(line):
        return _encoded(line)
    if _PHRASE.match(line):
        return line.split(" ")
    return ['"' + _SPECIAL.sub(r"\\\1", line) + '"']


def _encoded(text: str) -> list[str]:
    return [f"=?utf-8?B?{base64.b64encode(piece.encode()).decode()}?=" for piece in _pieces(text)]


def _pieces(text: str) -> list[str]:
    """Part a text into whole characters (RFC 2047 section 5), behind spaces where that is possible.

    Some readers put a space between encoded words: there it is seen least.
    """
    pieces = [""]
    for word in re.findall(r"[^ ]+ ?", text):
        for part in [word] if len(word.encode()) <= _BYTES_IN_WORD else word:
            if len(f"{pieces[-1]}{part}".encode()) > _BYTES_IN_WORD:
                pieces.append("")
            pieces[-1] += part
    return pieces


def _sections(value: str) -> list[str]:
    sections = [""]
    for letter in value:
        written = quote(letter, safe="")
        if len(sections[-1]) + len(written) > _SECTION:
            sections.append("")
        sections[-1] += written
    return sections
