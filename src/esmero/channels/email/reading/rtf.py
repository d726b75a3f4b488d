"""Rich Text in winmail.dat: unpacked (MS-OXRTFCP), and its words read, or the HTML that it wraps (MS-OXRTFEX)."""

from __future__ import annotations

import re
import struct

from esmero.channels.email.reading.charsets import codec_of
from esmero.channels.email.reading.limits import RTF_BYTES

# What every packed text may refer to before its own beginning (MS-OXRTFCP section 2.1.2.1).
_BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_PACKED = b"LZFu"
_PLAIN = b"MELA"
_WINDOW = 4_096

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL
)
# Groups whose words nobody sees.
_SILENT = frozenset(
    [
        *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"generator", b"listtable"),
        *(b"listoverridetable", b"rsidtbl", b"xmlnstbl", b"themedata", b"datastore", b"latentstyles", b"mmathPr"),
    ]
)
_SIGNS = {
    b"par": "\n",
    b"line": "\n",
    b"row": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"bullet": "•",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
_DEEPEST = 200


def unpack_rtf(packed: bytes) -> bytes:
    """Return the Rich Text, at most `RTF_BYTES` of it; what is broken as far as it goes."""
    if len(packed) < 16:
        return b""
    _, length, form = struct.unpack_from("<II4s", packed)
    if form == _PLAIN:
        return packed[16:][:RTF_BYTES]
    if form != _PACKED:
        return b""
    return _unpack(packed[16:], min(length, RTF_BYTES))


def _unpack(packed: bytes, length: int) -> bytes:
    """Undo the compression (section 2.2): eight pieces after each byte of flags, letters or references back."""
    window = bytearray(_BEFORE.ljust(_WINDOW, b"\x00"))
    write, position, out = len(_BEFORE), 0, bytearray()
    while position < len(packed) and len(out) < length:
        flags = packed[position]
        position += 1
        for bit in range(8):
            if flags >> bit & 1:
                if position + 2 > len(packed):
                    return bytes(out)
                reference = packed[position] << 8 | packed[position + 1]
                position += 2
                offset, count = reference >> 4, (reference & 15) + 2
                if offset == write:
                    return bytes(out)
            else:
                if position >= len(packed):
                    return bytes(out)
                window[write], offset, count = packed[position], write, 1
                position += 1
            for step in range(count):
                letter = window[(offset + step) % _WINDOW]
                window[write] = letter
                write = (write + 1) % _WINDOW
                out.append(letter)
    return bytes(out[:length])


def text_of_rtf(rtf: bytes) -> tuple[str, str]:
    """Return the words, or an empty text and the HTML if the mail was HTML before Outlook wrapped it."""
    if not rtf.startswith(b"{\\rtf"):
        return "", ""
    from_html = b"\\fromhtml" in rtf[:1_000]
    found = re.search(rb"\\ansicpg(\d{3,5})", rtf[:2_000])
    codec = codec_of(f"cp{found[1].decode()}") if found else None
    written = _Words(codec or "cp1252", from_html=from_html).read(rtf[:RTF_BYTES])
    return ("", written) if from_html else (written.strip("\n"), "")


class _Words:
    """Reads Rich Text sign by sign. A group inherits from the one around it, and gives nothing back."""

    def __init__(self, codec: str, *, from_html: bool) -> None:
        self._codec = codec
        self._from_html = from_html
        self._out: list[str] = []
        self._raw = bytearray()
        self._silent = False
        self._skipped_by_html = False
        self._after_unicode = 1
        self._to_skip = 0

    def read(self, rtf: bytes) -> str:
        around = list[tuple[bool, bool, int]]()
        for token in _TOKEN.finditer(rtf):
            word, number, code, sign, brace, text = token.groups()
            if brace == b"{" and len(around) < _DEEPEST:
                around.append((self._silent, self._skipped_by_html, self._after_unicode))
            elif brace == b"}" and around:
                self._silent, self._skipped_by_html, self._after_unicode = around.pop()
            elif word is not None:
                self._command(word, int(number) if number else None)
            elif code is not None:
                self._letter(bytes.fromhex(code.decode()))
            elif sign is not None:
                self._sign(sign)
            elif text is not None:
                self._letters(text)
        self._flush()
        return "".join(self._out)

    def _command(self, word: bytes, number: int | None) -> None:
        if word in _SILENT:
            self._silent = True
        elif word == b"htmltag":
            self._silent = False
        elif word == b"htmlrtf" and self._from_html:
            self._skipped_by_html = number != 0
        elif word == b"uc":
            self._after_unicode = min(max(number or 0, 0), 8)
        elif word == b"u" and number is not None:
            self._put(chr(number % 65_536) if not 0xD800 <= number % 65_536 <= 0xDFFF else "�")
            self._to_skip = self._after_unicode
        elif word in _SIGNS:
            self._put(_SIGNS[word])

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._silent = True  # until a command that is known says otherwise
        elif sign in b"\\{}":
            self._letter(sign)
        elif sign == b"~":
            self._put(" ")

    def _letter(self, letter: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not (self._silent or self._skipped_by_html):
            self._raw += letter

    def _letters(self, text: bytes) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if not (self._silent or self._skipped_by_html):
            self._raw += text[skipped:]

    def _put(self, text: str) -> None:
        if not (self._silent or self._skipped_by_html):
            self._flush()
            self._out.append(text)

    def _flush(self) -> None:
        if self._raw:
            self._out.append(self._raw.decode(self._codec, "replace"))
            self._raw.clear()
