"""Words in the languages of what was written: their stems go into the index, and a query's are looked for there."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from esmero.language.detect import detect
from esmero.language.function_words import language_by_words
from esmero.language.stems import ALGORITHMS, OURS, stems_of
from esmero.store.search_words import cut_words, words

ASKED_IN = (*OURS, "de", "fr", "it", "nl", "pt", "pl", "ro", "ru", "sv", "tr", "fi", "da", "ar", "el", "cs", "ca")
"""Languages in which the words of a query are looked for."""
LONGEST_STEMMED = 100_000
"""Characters of a text whose words are brought to their stems; beyond it they are found as they stand."""


def stems_in(text: str, subject: str = "") -> tuple[str, ...]:
    """Return the stems of a text's words that differ from the words, in the form that the index has them."""
    written = f"{subject}\n{text}" if subject else text
    written = written[:LONGEST_STEMMED]
    found = dict.fromkeys(_in_small_letters(written))
    stems = stems_of(found, languages_of(written))
    return tuple(_folded(stems))


def languages_of(text: str) -> Sequence[str]:
    """Return the language of a text; if it is in none for sure, all those of our screens."""
    plain = words(text[:2_000])
    language = language_by_words(plain) or detect(text)
    return OURS if language is None or language not in ALGORITHMS else (language,)


def stems_of_query(written: str) -> Collection[str]:
    """Return what a word of a query is brought to in each of the languages that people may have written in."""
    found = _in_small_letters(written)
    return _folded([*stems_of(found, ASKED_IN)])


def _in_small_letters(text: str) -> list[str]:
    """Words with their accents: a stemmer knows endings by them."""
    if text.isascii():
        return words(text)
    return cut_words(unicodedata.normalize("NFC", text).casefold())


def _folded(stems: Collection[str]) -> list[str]:
    """In the form of the index. What several words are left of is no stem."""
    return list(dict.fromkeys(one for stem in stems if stem and len(cut := words(stem)) == 1 for one in cut))
