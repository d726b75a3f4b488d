"""A tangled page made plain: the same words, links and tables, well nested and not too deep.

HTML closes what its author left open, and opens again what was formatted, so that some kilobytes can ask for millions
of elements (WHATWG HTML, section 13.2.4.3). libxml2 does none of that; what it reads is written anew here, in a form
in which nothing is left open.
"""

from __future__ import annotations

from html import escape
from typing import Any

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


def in_plain_form(html: str) -> str:
    """Return the page written anew. What is nested more deeply than people nest is left out; its text is elsewhere."""
    root = parse_page(html)
    if root is None:
        return ""
    written = list[str]()
    stack: list[tuple[Any, str | None, tuple[str, ...]]] = [(root, None, ())]
    while stack:
        element, closing, around = stack.pop()
        if closing is not None:
            written.append(closing)
            written.append(_text(element.tail, around))
            continue
        if not isinstance(element.tag, str) or element.tag in _SILENT or len(around) > _DEEPEST:
            written.append(_text(element.tail, around))
            continue
        tag = _tag_for(element.tag, around)
        if tag is None:
            written.append(_text(element.tail, around))
            continue
        written.append(f"<{tag}{_attributes(element)}>")
        inner = (*around, tag)
        stack.append((element, "" if tag in _EMPTY else f"</{tag}>", around))
        written.append(_text(element.text, inner))
        stack.extend((child, None, inner) for child in reversed(element))
    return "".join(written)


def _tag_for(tag: str, around: tuple[str, ...]) -> str | None:
    """Return the element that stands for this one here. Paragraphs become divisions: those never close each other."""
    parent = around[-1] if around else ""
    if tag in _EMPTY:
        return None if parent in _INSIDE else tag
    if tag in _PARENTS:
        return tag if parent in _PARENTS[tag] else _INSIDE.get(parent, "div")
    if parent in _INSIDE:
        return _INSIDE[parent]
    if tag in _FORMATTING and sum(one in _FORMATTING for one in around[-20:]) >= _MOST_FORMATTING:
        return "span"
    if tag == "a" and "a" in around:
        return "span"
    if tag in _INLINE:
        return "span"
    return tag if tag in _KEPT else "div"


def _text(text: str | None, around: tuple[str, ...]) -> str:
    # Text between rows would be moved before the table, one time for each.
    if not text or (around and around[-1] in _INSIDE):
        return ""
    return escape(text, quote=False)


def _attributes(element: Any) -> str:
    found = ((name, element.get(name)) for name in _ATTRIBUTES)
    return "".join(f' {name}="{escape(value)}"' for name, value in found if value and len(value) <= _LONGEST_ATTRIBUTE)
