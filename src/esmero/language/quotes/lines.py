"""Lines as people and programs see them: without invisible marks, in one kind of digits, colons and spaces."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

LONGEST = 400
"""Characters. A longer line is a paragraph: never an attribution, a header, a ruler or a delimiter."""

# Soft hyphen, zero-width characters, direction marks, overrides and isolates, byte-order mark.
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DROP_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
# U+003E with up to five levels of indentation before it, the full-width sign, and what is left of escaped HTML.
_MARK = re.compile(rf"[\s{_INVISIBLE}]{{0,6}}(?:>|＞|&gt;)")
_BAR = re.compile(rf"[\s{_INVISIBLE}]{{0,4}}[|│┃]")
_WORD = re.compile(r"[^\s\d.,:;!?…<>()\[\]\"«»„“”*/|。，、！？।_]+")
# The zeros of the scripts in use; NFKC makes full-width digits plain, but not these.
_ZEROS = "٠۰०০੦૦୦௦౦೦൦๐໐၀០"
_DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}


def lines_of(text: str) -> list[str]:
    """Return the lines, whatever ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def plain(line: str) -> str:
    """Return a line for comparing: NFKC, ASCII digits, single spaces, nothing invisible; a paragraph is cut."""
    line = unescape(line[:LONGEST]) if "&" in line[:LONGEST] else line[:LONGEST]
    if not line.isascii():
        line = _DROP_INVISIBLE.sub("", unicodedata.normalize("NFKC", line)).translate(_DIGITS)
    return " ".join(line.split())


def fold(text: str) -> str:
    """Return `plain` text without case."""
    return plain(text).casefold().replace("i\u0307", "i")  # what Turkish makes of a capital I with its dot


def words_of(text: str) -> list[str]:
    """Return the words of a plain text as they are spelt: with their marks and inner hyphens, without digits."""
    found = (word.strip("'’ʼ-–—") for word in _WORD.findall(text))
    return [word for word in found if any(map(str.isalpha, word))]


def is_blank(line: str) -> bool:
    """Tell whether nothing can be seen: spaces and invisible marks."""
    return not line or line.isspace() or (len(line) < 20 and not line.isascii() and not plain(line))


def is_marked(line: str) -> bool:
    """Tell whether a line begins with `>` (RFC 3676 section 4.5), after spaces and direction marks if need be."""
    return _MARK.match(line) is not None


def after_mark(line: str) -> str:
    """Return what stands behind the first `>`."""
    found = _MARK.match(line)
    return line[found.end() :] if found else line


def is_barred(line: str) -> bool:
    """Tell whether a line begins with a bar, as a few programs mark quotes."""
    return _BAR.match(line) is not None
