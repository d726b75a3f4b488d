"""The way through a mail: find what begins a quote, decide how far it reaches, find the signatures in what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import NamedTuple

from esmero.language.quotes.attribution import attribution_ending, shape_of
from esmero.language.quotes.boxes import boxes_around
from esmero.language.quotes.headers import Headers, headers_at, is_header
from esmero.language.quotes.lines import after_mark, fold, is_barred, is_blank, lines_of, plain
from esmero.language.quotes.parts import Kind, Part, Split
from esmero.language.quotes.rulers import (
    announces_forward,
    announces_original,
    begins_forward,
    begins_original,
    is_bare_ruler,
    is_reply_delimiter,
    may_be_ruler,
    words_in_ruler,
)
from esmero.language.quotes.sheet import Sheet, is_indented
from esmero.language.quotes.signature import (
    FEW_LINES,
    is_delimiter,
    is_device_line,
    is_like_delimiter,
    is_postscript,
    is_signature,
)
from esmero.language.quotes.words import ANSWERS_INSIDE

MOST_LINES = 250_000
"""A text of more lines was not written by anybody: it is kept whole."""
# So many lines that look like the beginning of a quote are looked at. No mail has more; a hostile one costs no more.
_MOST_LOOKS = 2_000
# How many of the writer's lines above a quote are asked whether they announce answers inside it.
_ANNOUNCEMENT = 40
# So many lines show whether a quote is indented.
_FIRST_LINES = 200


class Opening(NamedTuple):
    """Lines that begin a quote: an attribution, headers, a ruler, or several of them.

    Attributes:
        begins: its first line.
        ends: the line behind its last.
        forwards: it says that a mail was passed on.
        attributes: it is an attribution, as programs write it that mark what they quote.
    """

    begins: int
    ends: int
    forwards: bool = False
    attributes: bool = False


def split(text: str) -> Split:
    """Take a mail's text apart into the writer's own words, what they quote, and a signature.

    Every line comes back in one part, in order. Where it can't be told whose a line is, it is the writer's own.
    """
    if text.count("\n") + text.count("\r") > MOST_LINES:
        return Split((Part("own", "\n".join(lines_of(text))),))
    sheet = Sheet(text)
    kinds = _quoted_or_own(sheet)
    _find_signatures(sheet, kinds)
    _give_blank_lines_to_neighbours(sheet, kinds)
    return Split(tuple(_parts(sheet, kinds)))


def _quoted_or_own(sheet: Sheet) -> list[Kind]:
    kinds: list[Kind] = ["own"] * len(sheet)
    at, settled, keep, looks = 0, 0, False, 0
    while at < len(sheet):
        opening = None
        if looks < _MOST_LOOKS and not sheet.marked[at] and _may_open(sheet.lines[at]):
            looks += 1
            opening = _opening(sheet, at, settled)
        if opening is None:
            kinds[at] = "quoted" if sheet.marked[at] else "own"
            at += 1
            continue
        if not _is_marked_below(sheet, opening):
            if _leaves_all_open(sheet, opening):
                break
            keep = keep or _may_hold_answers(sheet, kinds, opening)
            if keep:
                at += 1
                continue
            kinds[opening.begins :] = ["quoted"] * (len(sheet) - opening.begins)
            break
        kinds[opening.begins : opening.ends] = ["quoted"] * (opening.ends - opening.begins)
        at = settled = opening.ends
    return kinds


def _may_open(line: str) -> bool:
    """Tell cheaply whether a line can begin a quote, or end an attribution."""
    return (
        ":" in line or "@" in line or "：" in line or may_be_ruler(line)
        or "above this line" in line or "ABOVE THIS LINE" in line or (len(line) < 30 and begins_original(line))
    )  # fmt: skip


def _opening(sheet: Sheet, at: int, since: int) -> Opening | None:
    """Return what begins a quote at this line or, for an attribution, ends with it."""
    line = sheet.lines[at]
    if is_reply_delimiter(line):
        return Opening(at, at + 1)
    announced = _announced(sheet, at)
    if announced is not None:
        return announced
    headers = headers_at(sheet, at)
    if headers is not None and headers.is_of_a_mail:
        return Opening(_ruler_above(sheet, at, since), headers.end)
    boxes = boxes_around(sheet, at, since)
    if boxes is not None:
        return Opening(*boxes)
    first = attribution_ending(sheet, at, since)
    if first is None:
        return None
    begins = first - 1 if first > since and is_bare_ruler(sheet.lines[first - 1]) else first
    return Opening(begins, _end_of_headers(sheet, at + 1), attributes=True)


def _announced(sheet: Sheet, at: int) -> Opening | None:
    """Return an opening that begins with words in a ruler, or with Apple's line above a forwarded mail."""
    line = sheet.lines[at]
    words = words_in_ruler(line)
    if words is None:
        return _announced_plainly(sheet, at)
    forwards = announces_forward(words)
    known = forwards or announces_original(words)
    ends = _end_of_headers(sheet, at + 1, announced=known)
    return Opening(at, ends, forwards) if known or ends > at + 1 else None


def _announced_plainly(sheet: Sheet, at: int) -> Opening | None:
    """Return an opening whose words stand without strokes; people write them too, so headers or marks must follow."""
    line = sheet.lines[at]
    forwards = begins_forward(line)
    if not forwards and not begins_original(line):
        return None
    ends = _end_of_headers(sheet, at + 1, announced=forwards)
    return Opening(at, ends, forwards) if ends > at + 1 or (forwards and sheet.mark_follows(at + 1)) else None


def _end_of_headers(sheet: Sheet, after: int, *, announced: bool = False) -> int:
    """The line behind the headers that follow, or `after` if none do. Where a mail was announced, two are enough."""
    following = sheet.full_from(after)
    if following is None or sheet.marked[following] or following - after > 3:
        return after
    headers = headers_at(sheet, following)
    if headers is None or not (headers.is_of_a_mail or (announced and _says_who(headers))):
        return after
    return headers.end


def _says_who(headers: Headers) -> bool:
    return "from" in headers.values and len(headers.values) > 1


def _ruler_above(sheet: Sheet, at: int, since: int) -> int:
    above = sheet.full_before(at)
    if above is None or above < since or at - above > 3:
        return at
    return above if is_bare_ruler(sheet.lines[above]) else at


def _is_marked_below(sheet: Sheet, opening: Opening) -> bool:
    """Tell whether what an opening quotes is marked line by line, so that lines without a mark are the writer's own."""
    following = sheet.full_from(opening.ends)
    if following is None or sheet.marked[following]:
        return True
    if is_barred(sheet.lines[following]):
        sheet.take_bars_for_marks(following)
        return True
    if _is_set_off_by_indents(sheet, following):
        sheet.take_indents_for_marks(following)
        return True
    return opening.attributes and _has_marks_of_its_own(sheet, following)


def _leaves_all_open(sheet: Sheet, opening: Opening) -> bool:
    """Tell whether lines are marked in a quote that is not: by its first writer, or as the answers of this one."""
    following = sheet.full_from(opening.ends)
    return not opening.forwards and following is not None and _has_marks_of_its_own(sheet, following)


def _has_marks_of_its_own(sheet: Sheet, since: int) -> bool:
    """Tell whether lines are marked below, though the first is not. It may be the writer's: a greeting above answers.

    Marks that have an opening of their own belong to an older mail inside this one.
    """
    first_mark = sheet.marked_from(since)
    return first_mark is not None and not _opens(sheet, first_mark, since)


def _is_set_off_by_indents(sheet: Sheet, begins: int) -> bool:
    """Tell whether most lines are indented, beginning with the first, and others are not."""
    if not is_indented(sheet.lines[begins]):
        return False
    full = [line for line in sheet.lines[begins : begins + _FIRST_LINES] if not is_blank(line)]
    indented = sum(map(is_indented, full))
    return 1 < indented < len(full) and 2 * indented >= len(full)


def _opens(sheet: Sheet, mark: int, since: int) -> bool:
    """Tell whether the marked lines that begin here have an opening of their own, above them or marked as well."""
    if is_header(plain(after_mark(sheet.lines[mark]))) or shape_of(plain(after_mark(sheet.lines[mark]))).is_a_clients:
        return True
    above = sheet.full_before(mark)
    if above is None or above < since:
        return False
    return is_header(sheet.lines[above]) or attribution_ending(sheet, above, since) is not None


def _may_hold_answers(sheet: Sheet, kinds: list[Kind], opening: Opening) -> bool:
    """Tell whether the writer's words may stand between unmarked quoted lines, where nothing tells them apart.

    They do if the lines above announce it. And whoever wrote nothing above must have written below, unless they only
    pass a mail on.
    """
    if opening.forwards:
        return False
    own = (sheet.lines[at] for at in range(opening.begins - 1, -1, -1) if kinds[at] == "own" and not sheet.is_blank(at))
    return may_hold_answers(own)


def may_hold_answers(above: Iterable[str]) -> bool:
    """Tell whether answers may stand in a quote, by the writer's lines above it, the nearest of them first."""
    said = list(islice((fold(line) for line in above if not is_device_line(line)), _ANNOUNCEMENT))
    return not said or ANSWERS_INSIDE.search(" ".join(reversed(said))) is not None


def _find_signatures(sheet: Sheet, kinds: list[Kind]) -> None:
    seen_own = False
    stretches = [list(group) for _, group in groupby(range(len(kinds)), key=kinds.__getitem__)]
    for stretch in stretches:
        begins, ends = stretch[0], stretch[-1] + 1
        if kinds[begins] == "own":
            signature = _signature_in(sheet, begins, ends, seen_own=seen_own)
            for at in signature:
                kinds[at] = "signature"
        seen_own = seen_own or sheet.full_from(begins) in range(begins, ends)
    _find_device_lines(sheet, kinds)


def _find_device_lines(sheet: Sheet, kinds: list[Kind]) -> None:
    """Look from the end, where they are, at lines that begin or end a paragraph of the writer's."""
    looks = 0
    # What is said on each line, with nothing before the first and behind the last: a line's own place is one further.
    said = bytearray((0, *(kind == "own" and not sheet.is_blank(at) for at, kind in enumerate(kinds)), 0))
    for at in range(len(kinds) - 1, -1, -1):
        if not said[at + 1] or (said[at] and said[at + 2]):
            continue
        looks += 1
        if is_device_line(sheet.lines[at]):
            kinds[at], said[at + 1] = "signature", 0
        if looks == _MOST_LOOKS:
            return


def _signature_in(sheet: Sheet, begins: int, ends: int, *, seen_own: bool) -> range:
    """Return the lines of a signature among some of the writer's lines: its delimiter and what follows it."""
    for at in range(begins, ends):
        line = sheet.lines[at]
        if not line.startswith("--") or not (is_delimiter(line) or is_like_delimiter(line)):
            continue
        if not is_delimiter(line) and not _is_only_delimiter(sheet, begins, at, ends):
            continue
        if not seen_own and sheet.full_from(begins) == at:
            return range(0)
        return range(at, _end_of_signature(sheet, at, ends))
    return range(0)


def _is_only_delimiter(sheet: Sheet, begins: int, at: int, ends: int) -> bool:
    """Tell whether `--` is no ruler: the only one here, with few lines below that look like a signature."""
    if ends - at > FEW_LINES or any(map(is_like_delimiter, sheet.lines[begins:at])):
        return False
    return is_signature(sheet.lines[at + 1 : ends])


def _end_of_signature(sheet: Sheet, at: int, ends: int) -> int:
    return next((below for below in range(at + 1, ends) if is_postscript(sheet.lines[below])), ends)


def _give_blank_lines_to_neighbours(sheet: Sheet, kinds: list[Kind]) -> None:
    """Let a blank line be of the kind of the line above it, and those at the top of the one below them."""
    first = sheet.full_from(0)
    kind = "own" if first is None else kinds[first]
    for at in range(len(kinds)):
        kind = kind if sheet.is_blank(at) else kinds[at]
        kinds[at] = kind


def _parts(sheet: Sheet, kinds: list[Kind]) -> Iterator[Part]:
    begins = 0
    for kind, group in groupby(kinds):
        ends = begins + sum(1 for _ in group)
        yield Part(kind, "\n".join(sheet.lines[begins:ends]))
        begins = ends
