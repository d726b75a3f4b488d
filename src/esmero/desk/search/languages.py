"""Words in the languages of what was written: their stems go into the index, and a query's are looked for there."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from esmero.language.detect import detect
from esmero.language.function_words import language_by_words
from esmero.language.stems import ALGORITHMS, OURS, stem_of
from esmero.store.search_words import cut_words, words

ASKED_IN = (*OURS, "de", "fr", "it", "nl", "pt", "pl", "ro", "ru", "sv", "tr", "fi", "da", "ar", "el", "cs", "ca")
"""Languages in which the words of a query are looked for."""
LONGEST_STEMMED = 100_000
"""Characters of a text whose words are brought to their stems; beyond it they are found as they stand."""
_MOST_HEARD = 400
"""Words that tell the language of a text."""
_KEPT = 50_000
"""Words whose stems are kept at hand: most of what people write they have written before."""


def stems_in(text: str, subject: str = "") -> tuple[str, ...]:
    """Return the stems of a text's words that differ from the words, in the form that the index has them."""
    written = (f"{subject}\n{text}" if subject else text)[:LONGEST_STEMMED]
    plain = words(written)
    small = plain if written.isascii() else _in_small_letters(written)
    return tuple(_forms(dict.fromkeys(small), _languages(plain, written)))


def languages_of(text: str) -> Sequence[str]:
    """Return the language of a text; if it is in none for sure, all those of our screens."""
    return _languages(words(text), text)


def stems_of_query(written: str) -> Collection[str]:
    """Return what a word of a query is brought to in each of the languages that people may have written in."""
    return _forms(_in_small_letters(written), ASKED_IN)


def _languages(plain: list[str], text: str) -> Sequence[str]:
    language = language_by_words(plain[:_MOST_HEARD]) or detect(text)
    return OURS if language is None or language not in ALGORITHMS else (language,)


def _in_small_letters(text: str) -> list[str]:
    """Words with their accents: a stemmer knows endings by them."""
    return cut_words(unicodedata.normalize("NFC", text).casefold())


def _forms(small: Iterable[str], languages: Sequence[str]) -> list[str]:
    found = dict.fromkeys(_form(word, language) for language in languages for word in small)
    found.pop("", None)
    return list(found)


@lru_cache(maxsize=_KEPT)
def _form(word: str, language: str) -> str:
    """The stem of a word as the index has it; nothing where that is the word itself, or no one word."""
    stem = stem_of(word, language)
    cut = words(stem) if stem != word else []
    return cut[0] if len(cut) == 1 else ""
