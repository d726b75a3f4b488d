"""Signatures that are surely ones: what follows the delimiter of RFC 3676 section 4.3, and lines that devices add."""

from __future__ import annotations

import re

from esmero.language.quotes.lines import fold, plain, words_of
from esmero.language.quotes.words import FILLER, GADGET, HANDSET, SENT

_LONGEST_DEVICE_LINE = 160
_MOST_LINES = 10
FEW_LINES = 30
"""With the blank ones among them, a signature below `--` has fewer lines."""
_URL = re.compile(r"<[^<>\s]*>|\[?\(?https?://\S+|\bwww\.\S+")
# With the endings that languages glue to it, but not with the next words of scripts without spaces.
_ENDING = "(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[\\w.])*"
_GADGETS = re.compile(rf"(?<![a-z])(?:{GADGET.pattern}|{HANDSET.pattern}){_ENDING}(?:['’ʼ-]\w+)*")
_MY = re.compile(r"(?<!\w)(?:my|mi|meu|mon|mio|meinem|mijn|min|mojego|mého|моего|minun)(?!\w)")
_TAGLINES = frozenset({"yahoo mail: search, organize, conquer", "yahoo mail: search, organise, conquer"})
# A postscript below a signature is still what its writer wants to say.
_POSTSCRIPT = re.compile(
    r"(?:p\.? ?s\.?|p\.? ?d\.?|u\.? ?i\.?|n\.? ?b\.?|з\.? ?ы\.?|п\.? ?с\.?|追伸|पुनश्च)(?:\s?[:.)–—-]|\s|$).*"
)
_SENTENCE = re.compile(r".*[.!?。！？।]")


def is_delimiter(line: str) -> bool:
    """Tell whether a line is `-- `, which nobody writes by hand."""
    return line in {"-- ", "--\xa0"}


def is_like_delimiter(line: str) -> bool:
    """Tell whether a line is `--`: the delimiter without its space, or somebody's ruler."""
    return line.rstrip() == "--"


def is_signature(lines: list[str]) -> bool:
    """Tell whether lines below `--` look like a signature: few and without sentences."""
    full = [plain(line) for line in lines if line.strip() and not is_device_line(line)]
    if len(full) > _MOST_LINES or any(map(_is_sentence, full[:3])) or any(map(is_like_delimiter, lines)):
        return False
    return not any(map(_is_request, _paragraphs_below(lines)))


def is_postscript(line: str) -> bool:
    """Tell whether a line begins with P.S. in one of its spellings."""
    return len(line) < 5_000 and _POSTSCRIPT.fullmatch(fold(line)) is not None


def is_device_line(line: str) -> bool:
    """Tell whether a program added a line to say what it is: "Sent from my iPhone"."""
    if len(line) > _LONGEST_DEVICE_LINE + 400 or line.isspace():
        return False
    shown = plain(_URL.sub(" ", line)).strip("*_ []()")
    folded = shown.casefold()
    if len(shown) > _LONGEST_DEVICE_LINE or SENT.search(folded) is None:
        return folded in _TAGLINES
    left, words = _words_left(folded), words_of(shown)
    small = {word.casefold() for word in words if word == word.lower()}
    caseless = any(word.upper() == word.lower() for word in left)
    if left & small or caseless or len(left) > 3 or shown.endswith("?"):
        return False
    # The address alone may tell which program it was.
    named = GADGET.search(fold(line)) is not None or (len(words) > 2 and HANDSET.search(folded) is not None)
    return named or (bool(left) and _MY.search(folded) is not None)


def _words_left(folded: str) -> set[str]:
    """The words that are neither a device, nor the verb, nor what stands around them."""
    rest = SENT.sub(" ", _GADGETS.sub(" ", folded))
    return {word for word in words_of(rest) if word not in FILLER and len(word) > 2 and not _names_gadget(word)}


def _names_gadget(word: str) -> bool:
    """Tell whether a gadget is within a word: `okostelefonomról`."""
    found = GADGET.search(word) or HANDSET.search(word)
    return found is not None and len(found[0]) > 3


def _paragraphs_below(lines: list[str]) -> list[str]:
    """Return the lines that stand behind an empty one."""
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    blank = next((at for at in range(first, len(lines)) if not lines[at].strip()), len(lines))
    return [plain(line) for line in lines[blank:] if line.strip() and not is_device_line(line)]


def _is_request(text: str) -> bool:
    """Tell whether a line says something, however short, where a signature only names: `Please confirm.`"""
    return _SENTENCE.fullmatch(text) is not None and " " in text and "@" not in text and not _URL.search(text)


def _is_sentence(text: str) -> bool:
    return len(text) > 90 or (len(text.split()) >= 5 and _SENTENCE.fullmatch(text) is not None) or text.endswith("?")
