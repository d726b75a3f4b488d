"""The boxes of Notes (Lotus, HCL) above the mail it answers, as they come out as text: names, without any colon.

    Lamp Shop <help@lamps.example>
    03/03/2025 10:15

    To
    Tom Baker <tom@harbour.example>
    cc
    Subject
    Your invoice

Nobody types that: who wrote, a line with a day and a time and no other word, and below it the bare words for recipient
and subject, in this order.
"""

from __future__ import annotations

from itertools import islice

from esmero.language.quotes.attribution import shape_of
from esmero.language.quotes.lines import LONGEST, fold, words_of
from esmero.language.quotes.sheet import Sheet
from esmero.language.quotes.words import ROLE

_MOST_LINES = 24
_MOST_WORDS_OF_A_DATE = 2


def boxes_around(sheet: Sheet, at: int, since: int) -> tuple[int, int] | None:
    """Return where boxes begin and end whose day and time stand on this line; None if it is no such line."""
    if not _is_only_a_time(sheet, at):
        return None
    begins = sheet.full_before(at)
    if begins is not None and "@" not in sheet.lines[begins] and ":" in sheet.lines[begins]:
        begins = sheet.full_before(begins)  # "Sent by: …" stands below the name
    if begins is None or begins < since or at - begins > 3 or sheet.marked[begins]:
        return None
    ends = _behind_subject(sheet, at + 1)
    return None if ends is None else (begins, ends)


def _is_only_a_time(sheet: Sheet, at: int) -> bool:
    if len(sheet.lines[at]) > 60:
        return False
    text = sheet.plain(at)
    shape = shape_of(text)
    return shape.clock and shape.dated and not shape.address and len(words_of(text)) <= _MOST_WORDS_OF_A_DATE


def _behind_subject(sheet: Sheet, after: int) -> int | None:
    """Return the line behind the subject where the recipient stands above it."""
    full = (at for at in range(after, min(after + _MOST_LINES, len(sheet))) if not sheet.is_blank(at))
    addressed = False
    for at in islice(full, _MOST_LINES):
        role = ROLE.get(fold(sheet.lines[at])) if len(sheet.lines[at]) < LONGEST else None
        if role == "to":
            addressed = True
        elif role == "subject":
            value = sheet.full_from(at + 1)
            return None if not addressed or value is None else value + 1
    return None
