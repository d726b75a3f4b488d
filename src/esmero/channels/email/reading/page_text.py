"""The text of an HTML mail, with what is quoted under `>`, so that one rule finds the own words in both forms.

A walk over lxml's tree without recursion. (inscriptis needs ten times as long, and knows nothing of quotes.)
"""

from __future__ import annotations

import re
from typing import Any

from esmero.channels.email.reading.ballast import with_few_attributes
from esmero.channels.email.reading.colours import Colour, colour_of, names_vivid_colour
from esmero.channels.email.reading.limits import HTML_LENGTH
from esmero.channels.email.reading.page_lines import Line, free_own_lines
from esmero.channels.email.reading.quote_marks import begins_quoting, is_quote

_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "figure", "figcaption"),
    ]
)
_SPACED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre"))
_SILENT = frozenset(
    [
        *("head", "script", "style", "title", "template", "noscript", "object", "iframe", "svg", "math", "select"),
        *("textarea", "map", "audio", "video", "canvas", "button"),
    ]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
_SILENT_TEXT = re.compile(r"<(script|style|head)\b.{0,100000}?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LONGEST_LINK = 300
"""Of an address that is written out beside its words; longer ones are for counting readers, and the HTML has them."""
_DEEPEST = 2_000
"""libxml2 reads no further in what is nested more deeply."""


def text_of_page(html: str) -> str:
    """Return the text of a page or a fragment."""
    return _read(html)[0]


def text_with_coloured_answers(html: str) -> str:
    """Return the text of a page in whose quote answers are told by their colour alone; nothing of any other page."""
    if not names_vivid_colour(html[:HTML_LENGTH]):
        return ""
    text, coloured = _read(html)
    return text if coloured else ""


def _read(html: str) -> tuple[str, bool]:
    html = with_few_attributes(html[:HTML_LENGTH])
    if not html.strip():
        return "", False
    root = parse_page(html)
    writer = _Writer()
    deepest = writer.walk(root) if root is not None else 0
    if root is None or deepest >= _DEEPEST:
        return _without_tags(html), False
    return writer.text()


def parse_page(html: str) -> Any:
    """Return the root of the page's tree, without comments; None where there is nothing."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _without_tags(html: str) -> str:
    """Return what stands between the tags, for a page that nobody made to be read."""
    from html import unescape

    return unescape(_TAG.sub(" ", _SILENT_TEXT.sub(" ", html))).strip()


class _Writer:
    """Collects lines while it walks."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._line: list[str] = []
        self._line_colours: set[Colour] = set()
        self._colours: list[Colour] = ["dull"]
        self._depth = 0
        self._rest_is_quoted = False
        self._preformatted = 0

    def walk(self, root: Any) -> int:
        """Write a tree; returns how deep it is."""
        stack: list[tuple[Any, bool, bool]] = [(root, False, False)]
        deepest, depth = 0, 0
        while stack:
            element, leaving, quoting = stack.pop()
            if leaving:
                depth -= 1
                self._leave(element, quoting=quoting)
                self._write(element.tail)
                continue
            if not isinstance(element.tag, str) or _is_silent(element):
                self._write(element.tail)
                continue
            depth += 1
            deepest = max(deepest, depth)
            quoting = self._enter(element)
            stack.append((element, True, quoting))
            self._write(element.text)
            stack.extend((child, False, False) for child in reversed(element))
        return deepest

    def text(self) -> tuple[str, bool]:
        """Return what was written, with at most one empty line between two others, and whether colour told answers."""
        self._break()
        lines, coloured = free_own_lines(self._lines)
        kept = list[str]()
        for line in map(str, lines):
            if line.strip("> ") or (kept and kept[-1].strip("> ")):
                kept.append(line)
            elif kept and len(line) < len(kept[-1]):
                # Of two empty lines the one that is quoted less parts what is above from what is below.
                kept[-1] = line
        return "\n".join(kept).strip("\n"), coloured

    def _enter(self, element: Any) -> bool:
        tag = element.tag
        # What begins inside a quote ends with it: there an older mail was quoted.
        if not self._rest_is_quoted and not self._depth and begins_quoting(element):
            self._break()
            self._rest_is_quoted = True
        quoting = not self._rest_is_quoted and is_quote(element)
        if tag in _BLOCKS or quoting:
            self._break()
            if tag in _SPACED:
                self._blank()
        if quoting:
            self._depth += 1
        self._colours.append(self._colour_within(element, quoting=quoting))
        if tag == "br":
            self._break(empty=True)
        elif tag == "li":
            self._line.append("- ")
        elif tag == "img" and (alt := _SPACES.sub(" ", element.get("alt", "")).strip()):
            self._line.append(f"[{alt[:100]}]")
        elif tag == "pre":
            self._preformatted += 1
        elif tag in ("td", "th") and "".join(self._line).strip():
            self._line.append("  ")
        return quoting

    def _leave(self, element: Any, *, quoting: bool) -> None:
        tag = element.tag
        if tag == "a":
            self._write_link(element)
        if tag in _BLOCKS or quoting:
            self._break()
        self._preformatted -= tag == "pre"
        self._depth -= quoting
        self._colours.pop()
        if tag in _SPACED:
            self._blank()

    def _write_link(self, element: Any) -> None:
        address = element.get("href", "").strip()
        if not address.startswith(("http://", "https://", "mailto:", "tel:")) or len(address) > _LONGEST_LINK:
            return
        plain = address.partition(":")[2].strip("/")
        if plain and plain not in "".join(self._line[-8:]):
            self._line.append(f" <{address}>")

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            first, *others = text.split("\n")
            self._add(first)
            for other in others:
                self._break(empty=True)
                self._add(other)
            return
        words = _SPACES.sub(" ", text)
        if words == " " and not self._line:
            return
        self._add(words)

    def _add(self, words: str) -> None:
        self._line.append(words)
        if not words.isspace():
            self._line_colours.add(self._colours[-1])

    def _colour_within(self, element: Any, *, quoting: bool) -> Colour:
        """Return the colour of the words in an element; only within a quote does it tell anything."""
        if quoting or not (self._depth or self._rest_is_quoted):
            return "dull"
        return colour_of(element) or self._colours[-1]

    def _break(self, *, empty: bool = False) -> None:
        """End the line; an empty one counts only where the page asks for it."""
        line = "".join(self._line)
        self._line.clear()
        colours = frozenset(self._line_colours)
        self._line_colours.clear()
        line = line.rstrip() if self._preformatted else line.strip(" ")
        line = line.replace("\xa0", " ").rstrip()
        if line or empty:
            self._lines.append(Line(line, self._depth, self._rest_is_quoted, colours))

    def _blank(self) -> None:
        self._lines.append(Line("", self._depth, self._rest_is_quoted))


def _is_silent(element: Any) -> bool:
    if element.tag in _SILENT:
        return True
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style[:500]) is not None)
