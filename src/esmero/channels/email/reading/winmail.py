"""winmail.dat, in which Outlook wraps a whole mail (MS-OXTNEF), opened without believing a single number in it.

tnefparse can't be given what strangers send: it counts to whatever four bytes say (2³² properties, 2³² recipients).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

from esmero.channels.email.reading.charsets import codec_of, decode
from esmero.channels.email.reading.limits import WINMAIL_BYTES, WINMAIL_FILES
from esmero.channels.email.reading.rtf import text_of_rtf, unpack_rtf

TYPES = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))
_SIGNATURE = b"\x78\x9f\x3e\x22"


class _Is:
    """Names of numbers."""

    # Attributes of the stream (MS-OXTNEF section 2.1.3.2), by the lower half of their number.
    CODE_PAGE = 0x9007
    BODY = 0x800C
    MESSAGE_PROPERTIES = 0x9003
    FILE_BEGINS = 0x9002
    FILE_NAME = 0x8010
    FILE_CONTENT = 0x800F
    FILE_PROPERTIES = 0x9005

    # Properties (MS-OXPROPS).
    TEXT = 0x1000
    RTF = 0x1009
    HTML = 0x1013
    INTERNET_CODE_PAGE = 0x3FDE
    LONG_NAME = 0x3707
    SHORT_NAME = 0x3704
    MIME_TYPE = 0x370E
    CONTENT_ID = 0x3712
    DATA = 0x3701


_FIXED = {0x01: 0, 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = frozenset((0x00, 0x0D, 0x1E, 0x1F, 0x102))
_UNICODE = 0x1F
_OBJECT = 0x0D
_MANY = 0x1000
_NAMED = 0x8000
_MOST_PROPERTIES = 5_000
_MOST_VALUES = 100
_MOST_ATTRIBUTES = 10_000


class WrappedFile(Struct, kw_only=True):
    """One file in a winmail.dat."""

    name: str = ""
    type: str = ""
    content: bytes = b""
    content_id: str | None = None


class Wrapped(Struct, kw_only=True):
    """What a winmail.dat holds. `whole` is false where it ends too early."""

    text: str = ""
    html: str = ""
    files: list[WrappedFile] = []
    whole: bool = True


def open_winmail(raw: bytes) -> Wrapped | None:
    """Return what is inside, or None if this is no winmail.dat or nothing can be read of it."""
    if not raw.startswith(_SIGNATURE) or len(raw) > WINMAIL_BYTES:
        return None
    reader = _Reader()
    try:
        for number, content in _attributes(raw):
            reader.take(number, content)
    except (struct.error, _Broken):
        reader.wrapped.whole = False
    wrapped = reader.finish()
    return wrapped if wrapped.files or wrapped.text or wrapped.html else None


class _Broken(Exception):
    """Something in it points beyond its end."""


class _Reader:
    def __init__(self) -> None:
        self.wrapped = Wrapped(files=[])
        self._charset = "cp1252"
        self._html_charset = ""
        self._rtf = b""

    def take(self, number: int, content: bytes) -> None:
        match number:
            case _Is.CODE_PAGE:
                self._charset = _charset(content, self._charset)
            case _Is.BODY:
                self.wrapped.text = self._decode(content)
            case _Is.MESSAGE_PROPERTIES:
                self._take_message(content)
            case _Is.FILE_BEGINS if len(self.wrapped.files) < WINMAIL_FILES:
                self.wrapped.files.append(WrappedFile())
            case _ if self.wrapped.files:
                self._take_file(self.wrapped.files[-1], number, content)

    def finish(self) -> Wrapped:
        if self._rtf and not (self.wrapped.text.strip() or self.wrapped.html.strip()):
            self.wrapped.text, self.wrapped.html = text_of_rtf(unpack_rtf(self._rtf))
        self.wrapped.files = [file for file in self.wrapped.files if file.content]
        return self.wrapped

    def _take_message(self, content: bytes) -> None:
        html = b""
        for name, kind, value in _properties(content):
            match name:
                case _Is.INTERNET_CODE_PAGE:
                    self._html_charset = _charset(value, "")
                case _Is.TEXT:
                    self.wrapped.text = self._decode(value, kind) or self.wrapped.text
                case _Is.HTML:
                    html = value
                case _Is.RTF:
                    self._rtf = value
        if html:
            self.wrapped.html = decode(html.rstrip(b"\x00"), self._html_charset)[0]

    def _take_file(self, file: WrappedFile, number: int, content: bytes) -> None:
        if number == _Is.FILE_NAME:
            file.name = file.name or self._decode(content)
        elif number == _Is.FILE_CONTENT:
            file.content = content
        elif number == _Is.FILE_PROPERTIES:
            for name, kind, value in _properties(content):
                self._take_property(file, name, kind, value)

    def _take_property(self, file: WrappedFile, name: int, kind: int, value: bytes) -> None:
        match name:
            case _Is.LONG_NAME:
                file.name = self._decode(value, kind)
            case _Is.SHORT_NAME:
                file.name = file.name or self._decode(value, kind)
            case _Is.MIME_TYPE:
                file.type = self._decode(value, kind).lower()
            case _Is.CONTENT_ID:
                file.content_id = self._decode(value, kind).strip("<> ") or None
            case _Is.DATA if not file.content:
                # An embedded mail begins with the number of its interface.
                file.content = value[16:] if kind == _OBJECT else value

    def _decode(self, content: bytes, kind: int = 0) -> str:
        if kind == _UNICODE:
            return content.decode("utf-16-le", "replace").rstrip("\x00")
        return decode(content.rstrip(b"\x00"), self._charset)[0]


def _charset(content: bytes, otherwise: str) -> str:
    number = int.from_bytes(content[:4], "little")
    name = {65001: "utf-8", 20127: "ascii", 28591: "cp1252", 20866: "koi8_r", 28592: "iso8859_2"}.get(number)
    return name or codec_of(f"cp{number}") or otherwise


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each attribute's number and content."""
    position = 6
    for _ in range(_MOST_ATTRIBUTES):
        if position + 11 > len(raw):
            if raw[position:].strip(b"\x00"):
                raise _Broken
            return
        number, length = struct.unpack_from("<HxxI", raw, position + 1)
        start = position + 9
        if start + length > len(raw):
            raise _Broken
        yield number, raw[start : start + length]
        position = start + length + 2


def _properties(raw: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield name, type and value of each property, the first of several values (MS-OXTNEF section 2.1.3.4)."""
    (count,) = struct.unpack_from("<I", raw, 0)
    position = 4
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, name = struct.unpack_from("<HH", raw, position)
        position += 4
        if name >= _NAMED:
            position = _after_name(raw, position)
        plain = kind & ~_MANY
        values, position = _count_of_values(raw, position, kind)
        value = b""
        for number in range(min(values, _MOST_VALUES)):
            one, position = _value(raw, position, plain)
            value = value if number else one
        yield name, plain, value


def _after_name(raw: bytes, position: int) -> int:
    (named,) = struct.unpack_from("<I", raw, position + 16)
    if not named:
        return position + 24
    (length,) = struct.unpack_from("<I", raw, position + 20)
    return position + 24 + _padded(length)


def _count_of_values(raw: bytes, position: int, kind: int) -> tuple[int, int]:
    if not kind & _MANY and kind not in _VARIABLE:
        return 1, position
    return struct.unpack_from("<I", raw, position)[0], position + 4


def _value(raw: bytes, position: int, kind: int) -> tuple[bytes, int]:
    length = _FIXED.get(kind)
    if kind in _VARIABLE:
        (length,) = struct.unpack_from("<I", raw, position)
        position += 4
    if length is None or position + length > len(raw):
        raise _Broken
    return raw[position : position + length], position + _padded(length)


def _padded(length: int) -> int:
    return length + -length % 4
