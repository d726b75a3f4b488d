"""The line or few lines that say who wrote what follows: "On Monday, 3 March 2025 at 10:15, Ana <ana@…> wrote:".

No two programs write it alike, and long ones are wrapped anywhere. What they share: the line ends in a colon (or in the
verb), and up to it stand a date, a time, an address and a verb of writing, of which some may be missing. What tells it
from a sentence of the writer's own is what it lacks: other words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from esmero.language.quotes.lines import LONGEST, words_of
from esmero.language.quotes.sheet import Sheet
from esmero.language.quotes.words import AROUND_A_DATE, STORY, STORY_INSIDE, VERB_INSIDE, VERBS

MOST_LINES = 4
_MOST_WORDS = 45
_LONGEST = 500

# "10:15", "10.15", "10h15", "10時15分", "10点15分"; not a part of "03.03.2025".
_CLOCK = re.compile(
    r"(?<![\d.,:/])(?<!\d-)(?:[01]?\d|2[0-4])(?:[:.]| ?h ?| ?[時时点點시] ?)[0-5]\d(?!\d|[.:/-]\d\d\d|\.\d)"
)
_NUMERIC_DATE = re.compile(
    r"(?<!\d)\d{1,4}\.? ?[./-] ?\d{1,2}\.? ?[./-] ?\d{2,4}(?!\d)|(?<!\d)\d{4}\. ?\d{1,2}\. ?\d{1,2}"
)
# "03/03/2025 10:15, " or "03.03.25 um 10:15 schrieb": as programs join a date, a time and a name.
_FORMAL = re.compile(
    r"(?<!\d)\d{1,4}[./-] ?\d{1,2}[./-] ?\d{2,4}\D{1,15}\d{1,2}[:.]\d\d(?:,| (?:schrieb|schreef|skrev)\b)"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20|25)\d\d(?!\d|[.,]\d\d\d)")
_DAY = re.compile(r"(?<![\d.,:])(?:0?[1-9]|[12]\d|3[01])(?![\d:]|[.,]\d)")
# What may stand behind the colon or before it: emphasis, quotation marks, the dashes of Zoho.
_ENDS = " *_\"'»”“’-—–="
_STARTS = " *_\"'-—–=»"
_BRACKETED = re.compile(r"<[^<>]*>|\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|„[^„”“]*[”“]|“[^“”]*”|«[^«»]*»")
_ADDRESS = re.compile(r"(?<!\S)\S*@\S+")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？", "।")


_BODY_BESIDE = re.compile(r"@[^\s<>()@]{1,80}[>)] ?[^\d:<>()]{2,40}:(?= \S)")


_FIRST_PERSONS = frozenset({"i", "my", "we", "yo", "mi", "én", "ön", "я", "eu", "io", "je", "tu"})


class Shape(NamedTuple):
    """What a stretch of text has of an attribution."""

    colon: bool
    verb: bool
    verb_last: bool
    address: bool
    bracketed: bool
    dated: bool
    day: bool
    clock: bool
    formal: bool
    strange: int
    story: bool
    names: int
    whole: bool

    @property
    def features(self) -> int:
        """How much of an attribution is there."""
        return self.verb + self.address + (2 * self.dated or self.day) + self.clock

    @property
    def is_a_clients(self) -> bool:
        """Whether no person would write it so: it needs no marked lines below."""
        if not (self.colon or self.verb_last) or self.story:
            return False
        if self.bracketed and self.strange <= 3:
            return (self.dated and (self.clock or self.verb)) or (self.day and self.clock and self.verb)
        return self.address and self.strange == 0 and self.dated and self.clock and self.verb

    @property
    def is_enough_above_marks(self) -> bool:
        """Whether it is an attribution where marked lines follow."""
        if self.is_a_clients:
            return True
        if self.story or self.strange > (2 if self.bracketed or self.formal else 0):
            return False
        if not (self.colon or self.verb_last):
            return self.address and self.dated and self.clock
        if not (self.address or self.verb):
            return False
        return self.features > 1 or self.is_a_name_alone

    @property
    def is_a_name_alone(self) -> bool:
        """Whether it says who wrote, and nothing more."""
        return self.colon and self.verb_last and self.names > 1 and self.features == 1


def attribution_ending(sheet: Sheet, at: int, since: int) -> int | None:
    """Return the first line of the attribution that ends with line `at`, or None if none does.

    It begins nowhere before line `since`.
    """
    if not _may_end(sheet, at):
        return None
    marks_follow = sheet.mark_follows(at + 1)
    best: tuple[int, Shape] | None = None
    text = ""
    last = _without_body(sheet.plain(at))
    for first in range(at, max(at - MOST_LINES, since - 1), -1):
        if first < at and not _runs_on(sheet, first, best is not None and best[1].whole):
            break
        line = last if first == at else sheet.plain(first)
        text = f"{line} {text}".strip()
        if len(text) > _LONGEST or _tells(words_of(_BRACKETED.sub(" ", line))):
            break
        shape = shape_of(text)
        fits = _fits_above_marks(sheet, shape, at) if marks_follow else _fits(sheet, shape, first, at)
        if fits and (best is None or not best[1].whole or shape.features > best[1].features):
            best = (first, shape)
    if best is None or (not best[1].colon and _goes_on(sheet, at + 1)):
        return None
    return _with_name_above(sheet, best[0], at, since)


def _fits_above_marks(sheet: Sheet, shape: Shape, at: int) -> bool:
    return shape.is_enough_above_marks and (not shape.is_a_name_alone or _is_first_mark(sheet, at))


def _fits(sheet: Sheet, shape: Shape, first: int, at: int) -> bool:
    return shape.is_a_clients and (shape.verb or _stands_alone(sheet, first, at))


def shape_of(text: str) -> Shape:
    """Look at plain text for what an attribution has."""
    core = text.rstrip(_ENDS)
    colon = core.endswith(":")
    core = core.rstrip(": ").strip(_STARTS)
    around = _ADDRESS.sub(" ", _BRACKETED.sub(" ", core))
    words = words_of(around)
    verb, verb_last = _verb(core, words)
    bare_date = _CLOCK.sub(" ", core)
    day = _DAY.search(bare_date) is not None
    return Shape(
        colon=colon,
        verb=verb,
        verb_last=verb_last,
        address="@" in core,
        bracketed=_has_bracketed_address(core),
        dated=(day and _YEAR.search(bare_date) is not None) or _NUMERIC_DATE.search(core) is not None,
        day=day,
        clock=_CLOCK.search(core) is not None,
        formal=_FORMAL.search(core) is not None,
        strange=_strange_words(around, words) if len(words) <= _MOST_WORDS else 99,
        story=_tells(words) or (not around.isascii() and STORY_INSIDE.search(around.casefold()) is not None),
        names=sum(1 for word in words if not word[0].islower() and word.casefold() not in VERBS),
        whole=_is_balanced(core),
    )


def _verb(core: str, words: list[str]) -> tuple[bool, bool]:
    """Tell whether there is a verb of writing, and whether it comes last."""
    folded = [word.casefold() for word in words]
    if not VERBS.isdisjoint(folded):
        return True, folded[-1] in VERBS or (len(folded[-1]) == 1 and folded[-2:-1] != [] and folded[-2] in VERBS)
    if core.isascii():
        return False, False
    found = VERB_INSIDE.search(core.casefold())
    return found is not None, found is not None and len(core) - found.end() <= 4


def _may_end(sheet: Sheet, at: int) -> bool:
    """Tell cheaply whether an attribution can end here."""
    line = sheet.lines[at]
    if len(line) > LONGEST:
        return False
    if line.isascii():
        end = line.rstrip(" \t*_\"'-=")
        return end.endswith(":") or ("@" in line or (at > 0 and "@" in sheet.lines[at - 1][:LONGEST]))
    end = sheet.plain(at).rstrip(_ENDS)
    return end.endswith(":") or "@" in line or (at > 0 and "@" in sheet.lines[at - 1][:LONGEST])


def _goes_on(sheet: Sheet, below: int) -> bool:
    """Tell whether the colon stands on the next line."""
    text = sheet.plain(below) if below < len(sheet) else ""
    return len(text) <= 40 and text.rstrip(_ENDS).endswith(":")


def _without_body(text: str) -> str:
    """Cut off the first words of a quote that stand on the last line of its attribution: `<ana@…> wrote:  Dear Tom`."""
    found = _BODY_BESIDE.search(text)
    return text[: found.end()] if found else text


def _runs_on(sheet: Sheet, above: int, have: bool) -> bool:
    """Tell whether a line can be an earlier part of the attribution that goes on below it."""
    if sheet.is_blank(above) or sheet.marked[above] or len(sheet.lines[above]) > LONGEST:
        return False
    text = sheet.plain(above)
    cut_off = any(letter.isdigit() for letter in text[-12:]) or not _is_balanced(text)
    if text.endswith(_SENTENCE_ENDS) and (not cut_off or text.endswith(":")):
        return False
    return not have or shape_of(text).strange == 0


def _with_name_above(sheet: Sheet, first: int, at: int, since: int) -> int:
    """Take in the line above where it was wrapped, so that the first half of a long name stands on it."""
    above = first - 1
    if above < since or at - above >= MOST_LINES or not _runs_on(sheet, above, have=True):
        return first
    text, next_line = sheet.plain(above), sheet.plain(first)
    wrapped = len(text) + len(next_line.split(" ", 1)[0]) >= 72 and _begins_paragraph(sheet, above)
    return above if wrapped and not _tells(words_of(text)) else first


def _is_first_mark(sheet: Sheet, at: int) -> bool:
    """Tell whether nothing is marked above: where it is, a name with a verb may be an answer."""
    first = sheet.marked_from(0)
    return first is None or first > at


def _stands_alone(sheet: Sheet, first: int, at: int) -> bool:
    return (first == 0 or sheet.is_blank(first - 1)) and (at + 1 == len(sheet) or sheet.is_blank(at + 1))


def _begins_paragraph(sheet: Sheet, at: int) -> bool:
    return at == 0 or sheet.is_blank(at - 1) or bool(sheet.marked[at - 1])


def _strange_words(around: str, words: list[str]) -> int:
    """Count the words that mail programs don't write: small ones outside the date, brackets and quotation marks."""
    inside = _within_date(around)
    return sum(
        1
        for word in words
        if len(word) > 2 and word[0].islower() and word not in inside and not _is_known(word.casefold())
    )


def _is_known(word: str) -> bool:
    return word in AROUND_A_DATE or word in VERBS


def _within_date(around: str) -> set[str]:
    """The words between the first digit and the last: months, and what joins a date and a time."""
    digits = [at for at, letter in enumerate(around) if letter.isdigit()]
    between = words_of(around[digits[0] : digits[-1]]) if digits else []
    return set(between) if len(between) <= 8 else set()


def _tells(words: list[str]) -> bool:
    """Tell whether somebody tells a story. A capital may hide a name, but not in the first word."""
    first = words[0].casefold() if words else ""
    if (first in _FIRST_PERSONS and words[0] != first) or (len(first) > 2 and first in STORY):
        return True
    return any(word.casefold() in STORY for word in words if word == word.lower())


def _has_bracketed_address(text: str) -> bool:
    where = text.rfind("@")
    if where < 0:
        return False
    before = text[:where]
    opened = max(before.rfind("<"), before.rfind("("), before.rfind("["))
    return opened >= 0 and len(before) - opened < 120 and not before[opened + 1 :].strip().count(" ")


def _is_balanced(text: str) -> bool:
    return text.count("<") == text.count(">") and text.count("(") == text.count(")") and text[:1] not in "<)]>"
