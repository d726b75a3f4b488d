"""Blocks of mail headers that programs copy above the mail they quote: From, Sent, To, Subject, in any language.

People write "From: Berlin / To: Madrid / Date: 3 May" as well. So a block needs a sender, a date and a recipient or
subject, and in them what only a mail has: a day with a time, beside an address or all the labels of Outlook.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from esmero.language.quotes.attribution import shape_of
from esmero.language.quotes.lines import LONGEST, plain
from esmero.language.quotes.sheet import Sheet
from esmero.language.quotes.words import ROLE

_MOST_LINES = 40
_MOST_CONTINUED = 3
_LABEL = re.compile(r"[*_\s|]{0,4}([^:*_|]{1,28}?)[*_\s]{0,4}:[*_\s]{0,4}(.*)")
_FOREIGN = re.compile(r"[^:\d]{1,28}:\s")
_LABEL_INSIDE = re.compile(r"(?<![^\s,;])([^\W\d_][^\s:,;]{0,18}(?: [^\s:,;]{1,10})?)\s?:(?=\s)")


class Headers(NamedTuple):
    """A block of headers.

    Attributes:
        end: the line behind it.
        values: what was found, by role.
        foreign: labels stand among them or beside them that no mail has ("Seat: 14A").
    """

    end: int
    values: dict[str, str]
    foreign: bool

    @property
    def is_of_a_mail(self) -> bool:
        """Whether these can only be the headers of a mail."""
        roles = self.values.keys()
        when = self.values.get("sent") or self.values.get("date") or ""
        if "from" not in roles or not roles & {"sent", "date"} or not roles & {"to", "subject"}:
            return False
        shape = shape_of(when)
        if not (shape.clock and (shape.day or shape.dated)) or (self.foreign and "subject" not in roles):
            return False
        if any("@" in self.values.get(role, "") for role in ("from", "to", "other")):
            return True
        return shape.dated and not self.foreign and (roles >= {"sent", "subject"} or roles >= {"to", "subject"})


def headers_at(sheet: Sheet, at: int) -> Headers | None:
    """Return the headers that begin with this line, if one does."""
    first = _fields(sheet, at)
    if not first:
        return None
    values = dict(first)
    end = at + 1
    look = end
    foreign = False
    while look < min(at + _MOST_LINES, len(sheet)) and look - end <= _MOST_CONTINUED and not sheet.marked[look]:
        fields = _fields(sheet, look)
        if fields:
            foreign = _take_continued(sheet, values, end, look) or foreign
            values |= {role: value for role, value in fields.items() if role not in values}
            end = look + 1
        look += 1
    foreign = foreign or _is_foreign(sheet, at - 1) or _is_foreign(sheet, end)
    return Headers(_with_wrapped_subject(sheet, end), values, foreign)


def is_header(line: str) -> bool:
    """Tell whether a line could be one of a block of headers."""
    return bool(_fields_in(line))


def _fields(sheet: Sheet, at: int) -> dict[str, str]:
    """What a line tells, by role; more than one where a program put several headers on a line."""
    if at not in sheet.fields:
        sheet.fields[at] = _fields_in(sheet.lines[at])
    return sheet.fields[at]


def _fields_in(line: str) -> dict[str, str]:
    if len(line) > LONGEST or (":" not in line and "：" not in line):
        return {}
    found = _LABEL.match(plain(line))
    role = ROLE.get(found[1].strip().casefold()) if found else None
    if found is None or role is None:
        return {}
    return {role: found[2] or " "} | _more_fields(found[2])


def _more_fields(text: str) -> dict[str, str]:
    """Headers further on in a line: `À : ana@… Objet : …`."""
    more = dict[str, str]()
    for found in _LABEL_INSIDE.finditer(text):
        words = found[1].strip("*_").casefold()
        role = ROLE.get(words) or ROLE.get(words.rpartition(" ")[2])
        if role is not None:
            more.setdefault(role, text[found.end() :])
    return more


def _take_continued(sheet: Sheet, values: dict[str, str], since: int, until: int) -> bool:
    """Give lines without a label to the header above them: wrapped addresses, or values on a line of their own.

    Return whether one of them has a label that is not known.
    """
    last = list(values)[-1]
    foreign = False
    for at in range(since, until):
        if _is_foreign(sheet, at):
            foreign = True
        else:
            values[last] += f" {sheet.plain(at)}"
    return foreign


def _is_foreign(sheet: Sheet, at: int) -> bool:
    """Tell whether a line has a label that no mail has."""
    if not 0 <= at < len(sheet) or sheet.marked[at] or _fields(sheet, at):
        return False
    line = sheet.plain(at)
    return "@" not in line and _FOREIGN.match(line) is not None


def _with_wrapped_subject(sheet: Sheet, end: int) -> int:
    """Leave out the rest of a wrapped subject where marked lines follow it."""
    following = end
    while following < min(end + 2, len(sheet)) and not sheet.is_blank(following) and not sheet.marked[following]:
        following += 1
    return following if following > end and sheet.mark_follows(following) and sheet.is_blank(following) else end
