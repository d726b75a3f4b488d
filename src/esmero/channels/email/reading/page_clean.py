"""HTML that is safe to show: no programs, no forms, nothing that loads by itself or leaves its place.

Pictures of the mail itself keep `src="cid:…"`, and small ones in the page `src="data:image/…"`. Every other picture has
its address in `data-remote-src` and no `src`: who wants to see it asks for it, and it is fetched by a proxy.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from esmero.channels.email.reading.ballast import with_few_attributes, with_few_references
from esmero.channels.email.reading.limits import HTML_LENGTH, HTML_TAGS, HTML_TANGLE
from esmero.channels.email.reading.plain_form import in_plain_form

_TAGS = frozenset(
    [
        *("a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code"),
        *("col", "colgroup", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
        *("i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr"),
    ]
)
_REMOVED_WHOLE = frozenset(
    [
        *("script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "select"),
        *("audio", "video", "canvas", "button", "applet", "frameset", "noframes", "noembed", "xmp", "plaintext"),
    ]
)
_CELL = frozenset(("align", "valign", "bgcolor", "colspan", "rowspan"))
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset(("style", "dir", "lang", "title")),
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height")),
    "font": frozenset(("color",)),
    "table": frozenset(("align", "bgcolor", "border", "cellpadding", "cellspacing")),
    "td": _CELL,
    "th": _CELL,
    "tr": frozenset(("align", "valign", "bgcolor")),
    "ol": frozenset(("start", "type")),
    "div": frozenset(("align",)),
    "p": frozenset(("align",)),
}
# Nothing that places, sizes, hides or loads: a mail can't cover the desk or call home.
_STYLES = frozenset(
    [
        *("color", "background-color", "font-weight", "font-style", "text-decoration", "text-align", "vertical-align"),
        *("white-space", "list-style-type", "border-collapse", "direction"),
    ]
)
_BAD_STYLE = re.compile(r"url\s*\(|expression|image|\\|/\*|@|var\s*\(|attr\s*\(", re.IGNORECASE)
# A ground of one plain colour: without it, words that were white on it would be white on white.
_GROUND = re.compile(
    r"(?<![\w-])background\s*:\s*(#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d\s.,%/]+\))\s*(?=;|!|\Z)", re.IGNORECASE
)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+\Z", re.IGNORECASE)
_LINK = re.compile(r"(?:https?:|mailto:|tel:|sms:|xmpp:)", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
# Put before an address so that the attribute can be renamed afterwards. No mail can bring it along: the scheme is not
# allowed, and a quotation mark within a value is written as an entity.
_BLOCKED = "cid:remote!"
_BLOCKED_SRC = f' src="{_BLOCKED}'
_LARGEST = 10_000
"""Width or height of a picture in pixels, and other numbers of a layout."""
_OPENING = re.compile(r"<[a-zA-Z]")
_FORMATTING = re.compile(r"<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]", re.IGNORECASE)


def clean_page(html: str) -> str:
    """Return HTML of which a desk can show every byte. The time it takes grows with the length and not faster."""
    html = with_few_references(with_few_attributes(html[:HTML_LENGTH]))
    if _is_tangled(html):
        html = in_plain_form(html)
    cleaned: str = _cleaner().clean(html)
    return cleaned.replace(_BLOCKED_SRC, ' data-remote-src="').strip()


def _is_tangled(html: str) -> bool:
    tags = len(_OPENING.findall(html))
    return tags > HTML_TAGS or (tags > 500 and tags * (1 + len(_FORMATTING.findall(html))) > HTML_TANGLE)


@cache
def _cleaner() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_REMOVED_WHOLE,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        filter_style_properties=_STYLES,
        url_schemes={"http", "https", "mailto", "tel", "sms", "xmpp", "cid", "data"},
        url_relative="pass_through",
        link_rel="noopener noreferrer",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )


def _filter(_tag: str, name: str, value: str) -> str | None:
    """Return an attribute's value as it may stay, or None."""
    match name:
        case "src":
            return _source(value.strip())
        case "href":
            return value if _LINK.match(value.strip()) else None
        case "style":
            return None if _BAD_STYLE.search(value) else _GROUND.sub(r"background-color:\1", value)
        case "width" | "height" | "colspan" | "rowspan" | "border" | "cellpadding" | "cellspacing" | "start":
            digits = value.strip().removesuffix("px")
            return digits if digits.isascii() and digits.isdigit() and int(digits[:9]) <= _LARGEST else None
    return value[:1_000]


def _source(address: str) -> str | None:
    if address[:4].lower() == "cid:":
        return None if address[4:].startswith("remote!") else f"cid:{address[4:]}"
    if address[:5].lower() == "data:":
        return address if _PICTURE.match(address) else None
    if not _REMOTE.match(address):
        return None
    return _BLOCKED + (f"https:{address}" if address.startswith("//") else address)
