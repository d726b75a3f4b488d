"""The words of the desk's own mail, out of the same files as those of its pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from esmero.desk.agents import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES: tuple[Language, ...] = ("en", "es", "hi", "hu")
_OURS = re.compile(r"^(?:post-|console-mail-trouble-)[\w-]* *=.*(?:\n(?: .*|(?=\n)))*", re.MULTILINE)


def language_of(tag: str) -> Language:
    """Return which of our languages a tag (BCP 47) asks for; English for others."""
    primary = tag.lower().partition("-")[0]
    return next((known for known in LANGUAGES if known == primary), "en")


def say(language: Language, message: str, **values: str | int) -> str:
    """Return a message in a language, filled in. One that isn't there is a defect."""
    bundle = _bundle(language)
    pattern = bundle.get_message(message).value
    assert pattern is not None, message
    said, wrong = bundle.format_pattern(pattern, values)
    assert not wrong, (message, wrong)
    return str(said)


def has(message: str) -> bool:
    """Tell whether there is such a message."""
    return bool(_bundle("en").has_message(message))


def at_time(ms: int) -> str:
    """Return a time as every language reads it, in UTC, since nobody knows the reader's zone."""
    return f"{datetime.fromtimestamp(ms / 1_000, UTC):%Y-%m-%d %H:%M} UTC"


@cache
def _bundle(language: Language) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource  # most starts come and go without a mail of the desk's own

    written = (files("esmero") / "ui" / "locales" / f"{language}.ftl").read_text(encoding="utf-8")
    # Only what mails say: the pages have twenty times as much, and reading all of it takes half a second.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource("\n".join(found[0] for found in _OURS.finditer(written))))
    return bundle
