"""What pages carry that nobody reads: megabytes of styles and comments, tags with thousands of attributes, and
stretches with thousands of ampersands.

Parsers compare each attribute of a tag with all before it (WHATWG HTML, section 13.2.5.33), so that a megabyte of them
takes minutes; our cleaner's time grows with the square of the ampersands of a text; and a page that is cut off amid its
styles has lost its words.
"""

from __future__ import annotations

import re
from html import escape
from itertools import count, islice

_SMALL = 4_000
"""Characters of a page too small for so many attributes."""
_MOST_ATTRIBUTES = 200
_MOST_SPACES = 1_000
_MOST_ESCAPED = 5_000
"""Of a stretch between two tags, or of a tag: what is written as a reference. A megabyte of them took 19 seconds."""
_STRETCH = re.compile(r"[^<]{20000,}")
_ESCAPED = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)?|\xa0")
_TAG = re.compile(r"</?[a-zA-Z](?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*+>?")
_NAME = re.compile(r"</?[a-zA-Z][^\s/>\"'=]*")
_ATTRIBUTE = re.compile(r"([^\s/>\"'=<]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']*)))?")
_SPACE = re.compile(r"[\s/\"'=]+")
_OPENS = re.compile(rb"<(!--|style\b|script\b)", re.IGNORECASE)
_CLOSES = {b"!--": b"-->", b"style": b"</style", b"script": b"</script"}


def with_few_attributes(html: str) -> str:
    """Return a page whose tags have no more attributes than anybody writes; all others are as they were."""
    html = html.replace("\x00", "")
    return html if len(html) < _SMALL else _TAG.sub(_bounded, html)


def _bounded(found: re.Match[str]) -> str:
    tag = found[0]
    if (
        len(tag) < _SMALL
        or sum(1 for _, _ in zip(_SPACE.finditer(tag), range(_MOST_SPACES), strict=False)) < _MOST_SPACES
    ):
        return tag
    name = _NAME.match(tag)
    written = [name[0] if name else "<span"]
    for attribute in islice(_ATTRIBUTE.finditer(tag, name.end() if name else 0), _MOST_ATTRIBUTES):
        value = attribute[2] or attribute[3] or attribute[4] or ""
        written.append(f'{attribute[1]}="{escape(value)}"')
    return " ".join(written) + ">"


def with_few_references(html: str) -> str:
    """Return a page whose stretches have no more ampersands and fixed spaces than anybody writes; others are spaces."""
    return _STRETCH.sub(_with_few, html)


def _with_few(stretch: re.Match[str]) -> str:
    text, numbers = stretch[0], count()
    if text.count("&") + text.count("\xa0") <= _MOST_ESCAPED:
        return text
    return _ESCAPED.sub(lambda found: found[0] if next(numbers) < _MOST_ESCAPED else " ", text)


def without_ballast(page: bytes) -> bytes:
    """Return a page without its styles, programs and comments; what isn't closed stays."""
    small, kept, position = page.lower(), list[bytes](), 0
    while (opened := _OPENS.search(small, position)) is not None:
        closer = _CLOSES[opened[1]]
        end = small.find(closer, opened.end())
        if end < 0:
            break
        kept.append(page[position : opened.start()])
        position = small.find(b">", end) + 1 or len(page)
    return b"".join([*kept, page[position:]])
