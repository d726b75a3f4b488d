"""Rulers: lines of dashes, underscores or the like, bare or around a few words, that programs put above a quote."""

from __future__ import annotations

import re

from esmero.language.quotes.lines import LONGEST, fold
from esmero.language.quotes.words import ABOVE, BEGINS_FORWARD, FORWARD, LINE, MESSAGE, ORIGINAL, STORY

_STROKES = "-_=*~—–―─━#+"
_FIRST = frozenset(_STROKES)
_EDGES = f"{_STROKES} <>:"
_BARE = re.compile(r"[-_=*~—–―─━#]{3,}(?: ?[-_=*~—–―─━#]{2,})*")
# Help desks ask for it in so many words; most put marks around it.
_DELIMITER = re.compile(r"##\s?-.{8,200}-\s?##")
_ASKS = re.compile(r"(?:please )?(?:type your )?(?:reply|respond|answer|write)(?: \w+){0,3} above this line\b.{0,60}")
_MOST_WORDS = 5


def may_be_ruler(line: str) -> bool:
    """Tell cheaply whether a line begins with a stroke."""
    return len(line) <= LONGEST and line.lstrip()[:1] in _FIRST


def is_bare_ruler(line: str) -> bool:
    """Tell whether a line is nothing but strokes."""
    return may_be_ruler(line) and _BARE.fullmatch(fold(line)) is not None


def words_in_ruler(line: str) -> str | None:
    """Return what stands between the strokes of a ruler, folded; None where it is none."""
    if not may_be_ruler(line):
        return None
    folded = fold(line)
    words = folded.strip(_EDGES)
    if not any(map(str.isalpha, words)):
        return None
    begins, _, ends = folded.partition(words)
    left, right = len(begins.rstrip(" <>")), len(ends.strip(" <>:"))
    return words if left >= 4 or (left >= 2 and right >= 2) else None


def announces_original(words: str) -> bool:
    """Tell whether a ruler's words say that a mail follows to which this one answers."""
    return _is_short(words) and ORIGINAL.search(words) is not None and _names_a_mail(words)


def announces_forward(words: str) -> bool:
    """Tell whether a ruler's words say that a forwarded mail follows."""
    return _is_short(words) and FORWARD.search(words) is not None and _names_a_mail(words)


def begins_forward(line: str) -> bool:
    """Tell whether a line without strokes says that a forwarded mail follows."""
    return len(line) <= 80 and fold(line).rstrip(": ") in BEGINS_FORWARD


def begins_original(line: str) -> bool:
    """Tell whether a line without strokes is nothing but "Original message"."""
    folded = fold(line).rstrip(": ") if len(line) <= 40 else ""
    return 0 < folded.count(" ") < 3 and ORIGINAL.match(folded) is not None and announces_original(folded)


def is_reply_delimiter(line: str) -> bool:
    """Tell whether a line asks to write above it: what is below came from a desk."""
    if len(line) > LONGEST or line[:1].isspace():
        return False
    folded = fold(line)
    if _DELIMITER.fullmatch(folded) is not None:
        return True
    inner = words_in_ruler(line)
    if inner is not None and ABOVE.search(inner) is not None and LINE.search(inner) is not None:
        return True
    return _ASKS.fullmatch(folded) is not None


def _is_short(words: str) -> bool:
    listed = words.split()
    return len(listed) <= _MOST_WORDS and not any(word in STORY and len(word) > 2 for word in listed)


def _names_a_mail(words: str) -> bool:
    return MESSAGE.search(words) is not None or len(words.split()) == 1
