"""Message ids (RFC 5322 section 3.6.4), without their brackets, whatever stands around them."""

from __future__ import annotations

import re

from esmero.channels.email.reading.limits import IDS

_IN_BRACKETS = re.compile(r"<([^<>]{1,998})>")
_SPACES = re.compile(r"\s+")
LONGEST = 998


def parse_ids(values: list[str]) -> tuple[str, ...]:
    """Return every id in these fields, none twice: the first and the newest, where there are too many.

    Old programs write a sentence around an id, so that where brackets are, only what is in them counts; others write
    no brackets at all, or fold within an id.
    """
    found = dict[str, None]()
    for value in values:
        for one in _IN_BRACKETS.findall(value) or _bare(value):
            written = _SPACES.sub("", one)
            if written:
                found[written] = None
    ids = list(found)
    return tuple(ids if len(ids) <= IDS else [ids[0], *ids[1 - IDS :]])


def parse_id(value: str) -> str | None:
    """Return the id of a mail itself, or None."""
    found = parse_ids([value[: 4 * LONGEST]])
    return found[0] if found else None


def _bare(value: str) -> list[str]:
    words = value.replace("<", " ").replace(">", " ").replace(",", " ").replace(";", " ").split()
    return [word for word in words if len(word) <= LONGEST and ("@" in word or len(words) == 1)]
