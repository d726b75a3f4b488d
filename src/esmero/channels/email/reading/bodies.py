"""What a mail says: which of its parts are its words, and these words as text and as HTML.

After the parts of RFC 8621 section 4.1.4, with what RFC 2046 section 5.1.4 says of alternatives.
"""

from __future__ import annotations

import re
from html import escape

from msgspec import Struct

from esmero.channels.email.reading.ballast import without_ballast
from esmero.channels.email.reading.charsets import decode
from esmero.channels.email.reading.flowed import join_flowed
from esmero.channels.email.reading.limits import HTML_BYTES, HTML_LENGTH, TEXT_BYTES, TEXT_LENGTH
from esmero.channels.email.reading.page_clean import clean_page
from esmero.channels.email.reading.page_text import text_of_page, text_with_coloured_answers
from esmero.channels.email.reading.structure import Part
from esmero.channels.email.reading.transfer import take_uuencoded
from esmero.kit.text import clean_text

_WORDS = frozenset(("text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown"))
# A text part that only says that the other one is to be read.
_SEE_HTML = re.compile(
    r"\bHTML\b.{0,60}(?:e-?mail|message|messages|client|viewer|format|version|browser|support|nachricht|mensaje|correo"
    r"|lev[eé]l|üzenet|formato|anzeig)|(?:e-?mail|client|message|mensaje|correo|nachricht|levelező).{0,80}\bHTML\b",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = 300
_CUT = "text cut off"


class Body(Struct, frozen=True, kw_only=True):
    """The words of a mail.

    Attributes:
        html: cleaned, or None where the mail has none.
        parts: those that were read; every other part is a file.
        files: names and contents that stood within the text (uuencode).
    """

    text: str
    html: str | None
    parts: frozenset[int]
    files: tuple[tuple[bytes, bytes], ...] = ()
    defects: tuple[str, ...] = ()


def read_body(root: Part) -> Body:
    """Return what the mail says, in both forms."""
    plain, rich = _views(root, first=True)
    reader = _Reader(root)
    text = clean_text(reader.text_of(plain))
    page = reader.page_of(rich)
    # `plain` can be HTML itself; there is nothing better then.
    if page is not None and not any(part.type == "text/html" for part in plain):
        text = clean_text(text_of_page(page) if _says_nothing(text) else text_with_coloured_answers(page)) or text
    if len(text) > TEXT_LENGTH:
        text = text[:TEXT_LENGTH]
        reader.tell(_CUT)
    return Body(
        text=text,
        html=None if page is None else clean_page(page) or None,
        parts=frozenset(map(id, (*plain, *rich))),
        files=tuple(reader.files),
        defects=tuple(reader.defects),
    )


def charset_of(part: Part) -> str:
    """Return what a part says its charset is."""
    return part.parameters.get("charset", "").strip().strip("'\"")


def is_words(part: Part, *, first: bool) -> bool:
    """Tell whether people are to read this part in place; `first` in its multipart may have a name all the same."""
    if part.type not in _WORDS or part.disposition == "attachment":
        return False
    return not part.name or (first and part.disposition != "inline" and not part.name.lower().endswith(".txt"))


def _says_nothing(text: str) -> bool:
    return not text.strip() or (len(text) < _SHORT and _SEE_HTML.search(text) is not None)


def _views(part: Part, *, first: bool) -> tuple[list[Part], list[Part]]:
    """Return the parts to read as text, and those to show as HTML."""
    if not part.children:
        return ([part], [part]) if _is_leaf_of_words(part, first=first) else ([], [])
    views = [_views(child, first=number == 0) for number, child in enumerate(part.children)]
    if part.type == "multipart/alternative":
        return _best(views)
    if part.type in ("multipart/signed", "multipart/related", "multipart/report") and len(views) > 1:
        # Only the first of these is what somebody wrote; a report's other parts are for programs.
        views = views[:1] if any(views[0]) or part.type != "multipart/related" else views
    return [one for plain, _ in views for one in plain], [one for _, rich in views for one in rich]


def _is_leaf_of_words(part: Part, *, first: bool) -> bool:
    if part.is_multipart:
        # One whose parts nobody finds is read as text (RFC 2045 section 6.4 asks for no more).
        return part.length > 0
    return is_words(part, first=first)


def _best(views: list[tuple[list[Part], list[Part]]]) -> tuple[list[Part], list[Part]]:
    """Choose among alternatives: the plain one for text, the richest, which comes last, for HTML."""
    plains = [plain for plain, _ in views if plain]
    if not plains:
        return [], []
    plain = next((one for one in plains if any(part.type != "text/html" for part in one)), plains[-1])
    riches = [rich for _, rich in views if any(part.type == "text/html" for part in rich)]
    return plain, riches[-1] if riches else plain


class _Reader:
    """Decodes parts and remembers what was wrong with them."""

    def __init__(self, root: Part) -> None:
        self._hint = charset_of(root)
        self._decoded: dict[int, str] = {}
        self.files: list[tuple[bytes, bytes]] = []
        self.defects: list[str] = []

    def tell(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)

    def text_of(self, parts: list[Part]) -> str:
        pieces = (self._text(part) for part in parts)
        return "\n\n".join(piece for piece in pieces if piece.strip())

    def page_of(self, parts: list[Part]) -> str | None:
        """Return the page, in which plain parts between rich ones have their place; None where nothing is rich."""
        if not any(part.type == "text/html" for part in parts):
            return None
        page = "\n".join(
            self._decode(part) if part.type == "text/html" else _as_page(self._text(part)) for part in parts
        )
        if len(page) > HTML_LENGTH:
            self.tell("HTML cut off")
        return page

    def _text(self, part: Part) -> str:
        text = self._decode(part)
        if part.type == "text/html" or (part.type == "text/plain" and _is_page(text)):
            return text_of_page(text)
        if part.type in ("text/enriched", "text/richtext"):
            return re.sub(r"<(?:param>.{0,200}?</param|/?[a-zA-Z-]{1,30})>", "", text).replace("<<", "<")
        if part.parameters.get("format", "").lower() == "flowed":
            return join_flowed(
                text.replace("\r\n", "\n"), delete_spaces=part.parameters.get("delsp", "").lower() == "yes"
            )
        return text

    def _decode(self, part: Part) -> str:
        if id(part) not in self._decoded:
            self._decoded[id(part)] = self._read(part)
        return self._decoded[id(part)]

    def _read(self, part: Part) -> str:
        content, most = self._content_of(part)
        if part.length > most or len(content) > TEXT_BYTES:
            self.tell(_CUT)
            content = content[:TEXT_BYTES]
        for trouble in part.troubles:
            self.tell(trouble)
        if b"begin" in content and part.type != "text/html":
            content, found = take_uuencoded(content)
            self.files += found
        charset = charset_of(part)
        if not charset and part.type == "text/html":
            charset = _charset_in_page(content)
        text, trouble = decode(content, charset, self._hint)
        if trouble:
            self.tell(trouble)
        return text

    def _content_of(self, part: Part) -> tuple[bytes, int]:
        """Return what there is to read of a part, and from how much of the mail."""
        if part.type == "text/html" and part.length > HTML_LENGTH:
            return without_ballast(part.content(HTML_BYTES)), HTML_BYTES
        return part.content(TEXT_BYTES), TEXT_BYTES


_META = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def _charset_in_page(content: bytes) -> str:
    found = _META.search(content[:4_096])
    return found[1].decode("ascii", "replace") if found else ""


def _is_page(text: str) -> bool:
    """Tell whether what calls itself plain is a page: some shops' programs label everything so."""
    start = text[:200].lstrip().lower()
    return start.startswith(("<!doctype html", "<html"))


def _as_page(text: str) -> str:
    return f"<div>{escape(text.strip(), quote=False).replace(chr(10), '<br>')}</div>" if text.strip() else ""
