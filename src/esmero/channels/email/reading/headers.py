"""The fields above a mail or a part (RFC 5322 section 2.2), and those that are none."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from esmero.channels.email.reading.charsets import decode
from esmero.channels.email.reading.limits import HEADER_BYTES, HEADER_FIELDS, VALUE_BYTES
from esmero.channels.email.reading.parameters import parse_value
from esmero.channels.email.reading.words import decode_words
from esmero.kit.text import clean_name

_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_LINE_START = re.compile(rb"\r?\n(?![ \t])")
_FOLD = re.compile(rb"[\r\n]+[ \t]*")
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_END = re.compile(rb"\r?\n\r?\n")
# After a line that is no field, these say that the header goes on: somebody folded without a space.
_KNOWN = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|mime-version|content-[a-z-]+|received|return-path|reply-to|in-reply-to"
    rb"|references|sender|x-[a-z0-9-]+|dkim-signature|arc-[a-z-]+|authentication-results|list-[a-z-]+|precedence"
    rb"|auto-submitted|delivered-to|importance|user-agent)[ \t]*:",
    re.IGNORECASE,
)


class Headers:
    """The fields of one block, by name in small letters, in the order of the mail."""

    def __init__(self, fields: dict[str, list[bytes]], hint: str = "") -> None:
        self._fields = fields
        self._hint = hint
        self._read: dict[str, list[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def __bool__(self) -> bool:
        return bool(self._fields)

    def names(self) -> list[str]:
        """Return every name, in the order of first use."""
        return list(self._fields)

    def raw(self, name: str) -> str:
        """Return a field's first value that isn't empty, as characters, not yet decoded; or an empty text."""
        for text in self.all(name) if name in self._fields else ():
            if text:
                return text
        return ""

    def all(self, name: str) -> list[str]:
        """Return all values of a field, unfolded."""
        if name not in self._fields:
            return []
        if name not in self._read:
            self._read[name] = [self._characters(value) for value in self._fields[name]]
        return self._read[name]

    def text(self, name: str, *, longest: int = 1_000) -> str:
        """Return what people read in a field, on one line."""
        value = self.raw(name)
        return clean_name(decode_words(value[:VALUE_BYTES]), longest=longest) if value else ""

    def word(self, name: str) -> str:
        """Return a field's value in small letters, without parameters and comments."""
        value = self.raw(name)
        return value.partition(";")[0].partition("(")[0].strip().lower()[:200] if value else ""

    def parameters(self, name: str) -> tuple[str, dict[str, str]]:
        """Return a field's value in small letters, and its parameters."""
        value = self.raw(name)
        return parse_value(value) if value else ("", {})

    def _characters(self, value: bytes) -> str:
        if b"\n" in value or b"\r" in value:
            value = _FOLD.sub(b" ", value)
        # Raw letters beyond ASCII are UTF-8 (RFC 6532), or what the body is in.
        text = value.decode("ascii") if value.isascii() else decode(value, "", self._hint)[0]
        return _CONTROLS.sub("", text).strip()


NO_HEADERS = Headers({})


def read_headers(raw: bytes, start: int, end: int) -> tuple[Headers, int, list[str]]:
    """Return the fields that begin at `start`, where the content begins, and what was wrong.

    What has no field at all is content from its beginning.
    """
    start = _skip_envelope(raw, start, end)
    block_end, body = _extent(raw, start, end)
    if block_end == start:
        return NO_HEADERS, body, []
    troubles = list[str]()
    if block_end - start > HEADER_BYTES:
        block_end = raw.rfind(b"\n", start, start + HEADER_BYTES) + 1 or start + HEADER_BYTES
        troubles.append("headers cut off")
    fields, at = dict[str, list[bytes]](), start
    lines = _LINE_START.split(raw[start:block_end], HEADER_FIELDS)
    if len(lines) > HEADER_FIELDS:
        lines.pop()
        troubles.append("headers cut off")
    for number, line in enumerate(lines):
        match = _FIELD.match(line)
        if match is not None:
            fields.setdefault(match[1].decode("ascii").lower(), []).append(line[match.end() :])
        elif line.strip():
            if not fields or not any(_KNOWN.match(later) for later in lines[number + 1 : number + 4]):
                # The content begins without an empty line above it.
                position = raw.find(line, at, end)
                return _made(fields), max(position, start), [*troubles, "no line between headers and text"]
            troubles.append("broken header")
        at += len(line)
    return _made(fields), body, troubles


def _made(fields: dict[str, list[bytes]]) -> Headers:
    declared = b"".join(fields.get("content-type", ())[:1])
    hint = re.search(rb"charset\*?=\"?([\w.:-]{1,40})", declared, re.IGNORECASE)
    return Headers(fields, hint[1].decode("ascii", "replace") if hint else "")


def _skip_envelope(raw: bytes, start: int, end: int) -> int:
    """Pass over empty lines and the line that a mailbox file puts above a mail (RFC 4155), also quoted."""
    if start == 0:
        head = raw[:HEADER_BYTES]
        start = len(head) - len(head.lstrip(b"\r\n").removeprefix(BOM_UTF8))
    if raw.startswith((b"From ", b">From "), start, end):
        line = raw.find(b"\n", start, end)
        return line + 1 if line != -1 else start
    return start


def _extent(raw: bytes, start: int, end: int) -> tuple[int, int]:
    """Return where the block ends, and where the content begins."""
    if raw.startswith((b"\n", b"\r\n"), start, end):
        return start, raw.find(b"\n", start, end) + 1
    found = _END.search(raw, start, end)
    return (found.start(), found.end()) if found else (end, end)
