"""A tangled page made plain: the same words, links and tables, well nested and not too deep.

HTML closes what its author left open, and opens again what was formatted, so that some kilobytes can ask for millions
of elements (WHATWG HTML, section 13.2.4.3). libxml2 does none of that; what it reads is written anew here, in a form
in which nothing is left open.
"""

from __future__ import annotations

from html import escape
from typing import Any, NamedTuple

from esmero.channels.email.reading.page_text import parse_page

_DEEPEST = 200
_FORMATTING = frozenset(("b", "strong", "i", "em", "u", "s", "code", "small"))
_MOST_FORMATTING = 4
"""Of formatting elements in each other: bold, italic, underlined and crossed out at once."""
# An element and where it may stand; elsewhere HTML would move it or close what is around it.
_PARENTS = {
    "tr": ("table", "tbody", "thead", "tfoot"),
    "tbody": ("table",),
    "thead": ("table",),
    "tfoot": ("table",),
    "td": ("tr",),
    "th": ("tr",),
    "li": ("ul", "ol"),
}
# What stands directly in these is one of their own, or becomes it.
_INSIDE = {"table": "tr", "tbody": "tr", "thead": "tr", "tfoot": "tr", "tr": "td", "ul": "li", "ol": "li"}
_KEPT = frozenset(("table", "ul", "ol", "blockquote", "pre", "div", "span", "a", *_PARENTS, *_FORMATTING))
_EMPTY = frozenset(("br", "hr", "img"))
_INLINE = frozenset(("font", "big", "tt", "strike", "label", "abbr", "cite", "q", "sub", "sup", "ins", "del", "center"))
_SILENT = frozenset(("head", "script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"))
_ATTRIBUTES = ("href", "src", "alt", "width", "height", "align", "colspan", "rowspan", "style", "dir")
_LONGEST_ATTRIBUTE = 2_000


class _Place(NamedTuple):
    """Where an element stands in what is written."""

    parent: str = ""
    depth: int = 0
    formatting: int = 0
    in_link: bool = False

    def within(self, tag: str) -> _Place:
        return _Place(tag, self.depth + 1, self.formatting + (tag in _FORMATTING), self.in_link or tag == "a")


def in_plain_form(html: str) -> str:
    """Return the page written anew. What is nested more deeply than people nest is left out; its text is elsewhere."""
    root = parse_page(html)
    if root is None:
        return ""
    written = list[str]()
    stack: list[tuple[Any, str | None, _Place]] = [(root, None, _Place())]
    while stack:
        element, closing, place = stack.pop()
        if closing is not None:
            written += (closing, _text(element.tail, place))
            continue
        tag = None
        if isinstance(element.tag, str) and element.tag not in _SILENT and place.depth <= _DEEPEST:
            tag = _tag_for(element.tag, place)
        if tag is None:
            written.append(_text(element.tail, place))
            continue
        inner = place.within(tag)
        stack.append((element, "" if tag in _EMPTY else f"</{tag}>", place))
        written += (f"<{tag}{_attributes(element)}>", _text(element.text, inner))
        stack.extend((child, None, inner) for child in reversed(element))
    return "".join(written)


def _tag_for(tag: str, place: _Place) -> str | None:
    """Return the element that stands for this one here. Paragraphs become divisions: those never close each other."""
    if tag in _EMPTY:
        return None if place.parent in _INSIDE else tag
    if tag in _PARENTS:
        return tag if place.parent in _PARENTS[tag] else _INSIDE.get(place.parent, "div")
    if place.parent in _INSIDE:
        return _INSIDE[place.parent]
    if (tag in _FORMATTING and place.formatting >= _MOST_FORMATTING) or (tag == "a" and place.in_link):
        return "span"
    if tag in _INLINE:
        return "span"
    return tag if tag in _KEPT else "div"


def _text(text: str | None, place: _Place) -> str:
    # Text between rows would be moved before the table, one time for each.
    return "" if not text or place.parent in _INSIDE else escape(text, quote=False)


def _attributes(element: Any) -> str:
    found = ((name, element.get(name)) for name in _ATTRIBUTES)
    return "".join(f' {name}="{escape(value)}"' for name, value in found if value and len(value) <= _LONGEST_ATTRIBUTE)
