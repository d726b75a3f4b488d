"""Text as people send it, made safe to keep and to show; nothing here knows a human language."""

from __future__ import annotations

import re
import unicodedata

from esmero.kit.errors import BadInput

# Controls that have no place in a message: C0 but tab and newline, DEL, C1, and lone surrogates.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# Embeddings and overrides (UAX #9) can make a line read backwards beyond its end; isolates and marks are harmless
# and needed for mixed Hebrew, Arabic and Latin.
_OVERRIDE = re.compile("[\u202a-\u202e]")
# A name is one line: there, every direction control and line separator is out of place.
_NOT_IN_NAME = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")
_SPACES = re.compile(r"\s+")


def clean_text(text: str) -> str:
    """Return a message's text with one kind of line end, no controls, no direction overrides, in NFC."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.isascii() and _CONTROL.search(lines) is None:
        return lines.strip("\n ")
    return unicodedata.normalize("NFC", _OVERRIDE.sub("", _CONTROL.sub("", lines))).strip("\n ")


def clean_name(name: str, *, longest: int = 120) -> str:
    """Return a name, subject or file name on one line, without direction tricks, cut to `longest` characters."""
    line = _SPACES.sub(" ", _NOT_IN_NAME.sub(" ", unicodedata.normalize("NFC", _drop_surrogates(name)))).strip()
    return cut(line, longest)


def needed_name(written: str, *, longest: int = 80) -> str:
    """Return a name as `clean_name` does.

    Raises:
        BadInput: nothing is left of it.
    """
    name = clean_name(written, longest=longest)
    if not name:
        raise BadInput("A name is needed.", fields={"name": "empty"})
    return name


def cut(text: str, longest: int) -> str:
    """Return at most `longest` characters, never ending between a letter and its marks."""
    if len(text) <= longest:
        return text
    end = longest - 1
    while end > 0 and (unicodedata.category(text[end])[0] == "M" or "\u200d" in text[end - 1 : end + 1]):
        end -= 1
    return text[:end].rstrip() + "…"


def preview(text: str, longest: int = 140) -> str:
    """Return the beginning of a text on one line, for lists and notifications."""
    return cut(" ".join(text[: longest * 4].split()), longest)


def _drop_surrogates(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")
