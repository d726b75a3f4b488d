"""Text cut into the words that search knows, the same way for both databases.

A word is a run of letters, digits and the marks that belong to them: Devanagari writes its vowels as marks, and a
tokenizer that takes only letters cuts आशा into pieces. Scripts that set no spaces between words (Chinese, Japanese,
Thai) are cut into single characters, and what somebody looks for there is a phrase of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

LONGEST_WORD = 64
"""In characters; what is longer is no word that anybody types."""

# Thai, Lao, Myanmar, Khmer, kana, Bopomofo and ideographs with their extensions. Korean sets spaces.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Joiners, soft hyphens and the like: they stand inside of words and mean nothing to search.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_ACCENTS = re.compile("[\u0300-\u036f]")
# What stands between the words of an ASCII text becomes a space. Once folded, most texts in Latin letters are ASCII.
_BETWEEN_ASCII = {point: " " for point in range(128) if not chr(point).isalnum()}
# A word of a text in Latin letters with accents: below U+0300 there are no marks, and no script without spaces.
_LATIN_WORD = re.compile(r"[^\W_]+")
_BEYOND_LATIN = re.compile("[^\0-\u02ff]")
_TOO_LONG = re.compile(f"[A-Za-z0-9]{{{LONGEST_WORD + 1}}}")
# The last code point with a mark in a row; after it comes one more block.
_MARKS_END, _VARIATIONS = 0x1F000, range(0xE0100, 0xE01F0)


def words(text: str) -> list[str]:
    """The words of a text, in their order and in the form in which they are looked for."""
    return cut_words(folded(text))


def cut_words(plain: str) -> list[str]:
    """The words of a text in the form that it has."""
    found = plain.translate(_BETWEEN_ASCII).split() if plain.isascii() else _pattern_for(plain).findall(plain)
    return found if max(map(len, found), default=0) <= LONGEST_WORD else [word[:LONGEST_WORD] for word in found]


def is_plain(text: str) -> bool:
    """Whether a text is ASCII without words that are cut: any tokenizer finds the words of it that `words` does."""
    if not text.isascii() or "\0" in text:
        return False
    return max(map(len, text.split()), default=0) <= LONGEST_WORD or _TOO_LONG.search(text) is None


def folded(text: str) -> str:
    """A text with two spellings of a word made equal: `Ríos` and `rios`, `Straße` and `STRASSE`."""
    if text.isascii():
        return text.lower()
    # What stands for a letter (a bold one, ℌ, ㎏) has to become that letter before its case can be taken away.
    letters = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", letters)))


def _pattern_for(plain: str) -> re.Pattern[str]:
    """The quickest pattern that finds the words of this text. With the full one, which costs seven times as much, a
    message took longer to index than to keep; without any, an ASCII text takes a fourteenth of that."""
    return word_pattern() if _BEYOND_LATIN.search(plain) else _LATIN_WORD


@cache
def word_pattern() -> re.Pattern[str]:
    r"""One character of an unspaced script with its marks, or a run of others.

    `\w` has letters, digits and the underscore, but not the marks. Built when it is first needed: going through Unicode
    takes some tens of milliseconds.
    """
    marks = "".join(_marks())
    return re.compile(f"[{_UNSPACED}](?<=\\w)[{marks}]*|[^\\W_{_UNSPACED}](?:[^\\W_{_UNSPACED}]|[{marks}])*")


def _marks() -> Iterator[str]:
    for point in (*range(0x300, _MARKS_END), *_VARIATIONS):
        if unicodedata.category(chr(point)) in {"Mn", "Mc"}:
            yield chr(point)
