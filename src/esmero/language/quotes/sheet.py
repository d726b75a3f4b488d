"""A mail as numbered lines, with what the rules ask of them again and again worked out once."""

from __future__ import annotations

import re
from bisect import bisect_left

from esmero.language.quotes.lines import after_mark, fold, is_barred, is_blank, is_marked, lines_of, plain, words_of
from esmero.language.quotes.words import ROLE, VERB_INSIDE, VERBS

# `>50 people`, `>= 3`, `>:(`: what follows a quoting mark is a space, a letter or another mark.
_LIKE_A_QUOTE = re.compile(r"$|[\s>|]|&gt;|[^\W\d_]|[\"'„“¿¡*(\[-]")
# `> 50 people`, `> Settings > Account`: where nothing else is marked, a quote is as likely as a sign or an arrow.
_LIKE_A_SIGN = re.compile(r" ?\d(?!\d*[.)] )|.{1,200}?\S > \S")
# `> 100 pieces`, `> -5 °C`; not `> 1. Which size?`
_AMOUNT = re.compile(r"[-+~$€£]?\d+(?:[.,]\d+)*(?![.,)\d])")
_MARKS = re.compile(r"\s{0,6}(?:> ?)+")
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ",", ";")
_STROKES = ("-----", "_____", "=====", "*****")
_PROMPT = re.compile(r">>>(?: |$)")
# A line that begins with the `>` of an address that was too long for the line above, and ends the attribution.
_CLOSES_ADDRESS = re.compile(r">[^<>@]{0,40}[:：]\s*\Z")


class Sheet:
    """The lines of a mail; all positions are indices into `lines`."""

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.fields: dict[int, dict[str, str]] = {}
        """The headers on a line, by role, for lines that were asked for them."""
        self.marked = _marks(self.lines)
        self._blank = bytearray(map(is_blank, self.lines))
        self._index()

    def __len__(self) -> int:
        return len(self.lines)

    def plain(self, at: int) -> str:
        """A line as the rules compare it."""
        return plain(self.lines[at])

    def is_blank(self, at: int) -> bool:
        """Whether nothing can be seen on a line."""
        return bool(self._blank[at])

    def full_from(self, at: int) -> int | None:
        """The first line from here on with something on it."""
        found = self._blank.find(0, at)
        return None if found < 0 else found

    def full_before(self, at: int) -> int | None:
        """The last line before this one with something on it."""
        found = self._blank.rfind(0, 0, at)
        return None if found < 0 else found

    def marked_from(self, at: int) -> int | None:
        """The first line from here on that is marked as quoted."""
        where = bisect_left(self._quoted, at)
        return self._quoted[where] if where < len(self._quoted) else None

    def mark_follows(self, at: int) -> bool:
        """Whether the first line from here on with something on it is marked as quoted."""
        following = self.full_from(at)
        return following is not None and bool(self.marked[following])

    def take_bars_for_marks(self, since: int) -> None:
        """Take `|` at the beginning of lines for `>`, from a line on."""
        for at in range(since, len(self.lines)):
            self.marked[at] |= is_barred(self.lines[at])
        self._index()

    def take_indents_for_marks(self, since: int) -> None:
        """Take indentation for `>`, from a line on."""
        for at in range(since, len(self.lines)):
            self.marked[at] |= is_indented(self.lines[at])
        self._index()

    def _index(self) -> None:
        self._quoted = [at for at, mark in enumerate(self.marked) if mark]


def is_indented(line: str) -> bool:
    """Tell whether a line with something on it begins with a tab or with two spaces."""
    return line.startswith(("  ", "\t", "\xa0\xa0")) and not is_blank(line)


def _marks(lines: list[str]) -> bytearray:
    """Tell which lines are marked as quoted; what only begins with `>` by chance is not."""
    marked = bytearray(map(is_marked, lines))
    for at in range(1, len(lines)):
        if marked[at] and not marked[at - 1] and _closes_address(lines, at):
            marked[at] = 0
    if _is_all_prompts(lines, marked):
        return bytearray(len(lines))
    chance = [at for at in range(len(lines)) if marked[at] and _is_alone(marked, at) and _is_chance(lines[at])]
    if len(chance) < sum(marked):
        chance = [at for at in chance if _LIKE_A_QUOTE.match(after_mark(lines[at])) is None]
    for at in chance:
        marked[at] = _follows_attribution(lines, at)
    for at in _typed_by_hand(lines, marked):
        marked[at] = 0
    return marked


def _closes_address(lines: list[str], at: int) -> bool:
    above = lines[at - 1]
    return above.rfind("<") > above.rfind(">") and "@" in above and _CLOSES_ADDRESS.match(lines[at]) is not None


def _is_all_prompts(lines: list[str], marked: bytearray) -> bool:
    """Tell whether every mark is the prompt of a Python session."""
    found = [lines[at] for at in range(len(lines)) if marked[at]]
    return bool(found) and all(_PROMPT.match(line) for line in found)


def _typed_by_hand(lines: list[str], marked: bytearray) -> list[int]:
    """Return the marked lines that are no quote, since above any attribution all of them are unlike one.

    They are commands behind a prompt, items of a list, prices: none begins or ends as a sentence does.
    """
    found, depths = list[int](), set[int]()
    for at in range(len(lines)):
        if not marked[at]:
            continue
        if not (at and marked[at - 1]) and _is_introduced(lines, at):
            break
        written = _MARKS.match(lines[at])
        depths.add(written[0].count(">") if written else 0)
        if len(depths) > 1 or not _is_fragment(lines[at][written.end() if written else 0 :]):
            return []
        found.append(at)
    return found


def _is_fragment(rest: str) -> bool:
    text = plain(rest)
    if text[:1].islower():
        return not text.endswith(_SENTENCE_ENDS)
    if rest[:1] == "=":
        return True
    return _AMOUNT.match(text) is not None


def _is_introduced(lines: list[str], at: int) -> bool:
    """Tell whether what stands above may say whom a quote is of."""
    above = _near_above(lines, at)
    if above.startswith(_STROKES) or fold(above.partition(":")[0].strip("* ")) in ROLE:
        return True
    said = fold(above)
    writes = not VERBS.isdisjoint(words_of(said)) or VERB_INSIDE.search(said) is not None
    return above.endswith(":") and (writes or _has_place_or_time(above))


def _is_alone(marked: bytearray, at: int) -> bool:
    return not (at and marked[at - 1]) and marked[at + 1 : at + 2] != b"\x01"


def _is_chance(line: str) -> bool:
    rest = after_mark(line)
    return _LIKE_A_QUOTE.match(rest) is None or _LIKE_A_SIGN.match(rest) is not None


def _follows_attribution(lines: list[str], at: int) -> bool:
    above = _near_above(lines, at)
    return above.endswith(":") and _has_place_or_time(above)


def _has_place_or_time(text: str) -> bool:
    return "@" in text or any(letter.isdigit() for letter in text)


def _near_above(lines: list[str], at: int) -> str:
    near = (plain(lines[before]) for before in range(at - 1, max(at - 4, -1), -1) if not is_blank(lines[before]))
    return next(near, "")
