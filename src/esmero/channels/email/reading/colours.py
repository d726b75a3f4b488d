"""Colours that people write their answers in, where they write them into the mail that they answer.

Red, blue, green or violet, never the greys and the dark blue in which mail programs set whole mails.
"""

from __future__ import annotations

import re
from typing import Any, Literal

Colour = Literal["vivid", "dull", "neutral"]
"""A link has its colour from the program, so it tells nothing: it is neutral."""

_STYLE = re.compile(r"(?<![-\w])color\s*:\s*([^;!\"']{1,40})", re.IGNORECASE)
_ANYWHERE = re.compile(r"(?<![-\w])color\s*[:=]\s*[\"']?([^;!\"'>]{1,40})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})\Z")
_NAMES = frozenset(
    [
        *(
            "red",
            "blue",
            "green",
            "purple",
            "magenta",
            "fuchsia",
            "orange",
            "crimson",
            "firebrick",
            "darkred",
            "maroon",
        ),
        *("darkblue", "navy", "mediumblue", "royalblue", "dodgerblue", "deepskyblue", "darkgreen", "forestgreen"),
        *("seagreen", "limegreen", "lime", "teal", "darkmagenta", "darkviolet", "blueviolet", "indigo", "violet"),
        *("maroon", "orangered", "tomato", "darkorange", "deeppink", "hotpink", "brown"),
    ]
)
# Between the strongest of red, green and blue and the weakest. The dark blue of replies in Outlook (#1F497D) has 94.
_LEAST_DIFFERENCE = 96
_MOST_NAMED = 500


def colour_of(element: Any) -> Colour | None:
    """Return what an element says of its colour, or None where it says nothing."""
    attributes = element.attrib
    if element.tag == "a":
        return "neutral"
    if not attributes:
        return None
    style = _STYLE.search(attributes.get("style", "")[:500])
    written = style[1] if style else attributes.get("color", "") if element.tag == "font" else ""
    if not written:
        return None
    return "vivid" if is_vivid(written) else "dull"


def names_vivid_colour(html: str) -> bool:
    """Tell cheaply whether a page may hold words in such a colour."""
    found = _ANYWHERE.finditer(html)
    return any(is_vivid(one[1]) for one, _ in zip(found, range(_MOST_NAMED), strict=False))


def is_vivid(written: str) -> bool:
    """Tell whether this names a colour that somebody chose, in a form of CSS."""
    name = written.strip().lower()
    if name in _NAMES:
        return True
    found = _RGB.match(name)
    if found:
        shares = [int(found[1]), int(found[2]), int(found[3])]
    elif digits := _HEX.match(name):
        step = len(digits[1]) // 3
        shares = [int(digits[1][at : at + step] * (3 - step), 16) for at in range(0, 3 * step, step)]
    else:
        return False
    return max(shares) - min(shares) >= _LEAST_DIFFERENCE
