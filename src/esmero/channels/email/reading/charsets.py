"""Bytes become text, whatever they say of themselves: declared wrongly, under odd names, or not at all."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from esmero.channels.email.reading.guessing import guess

_NAME = re.compile(r"[^a-z0-9]+")
# Names that Python doesn't know, or knows as less than what is sent under them (WHATWG Encoding, section 4.2: mail
# programs label the larger Windows set with the smaller standard's name). Keys without anything but letters and digits.
_CODECS = {
    **dict.fromkeys(("usascii", "ascii", "ansix341968", "ansix3110", "iso88591", "latin1", "l1"), "cp1252"),
    **dict.fromkeys(("xuserdefined", "windows1252", "cp1252", "ansi", "xansi", "xcp1252", "iso885911"), "cp1252"),
    **dict.fromkeys(("iso88599", "latin5", "windows1254"), "cp1254"),
    **dict.fromkeys(("iso885911", "tis620", "tis62025331", "windows874", "xwindows874"), "cp874"),
    **dict.fromkeys(("utf8mb4", "utf8n", "utf8mb3", "xutf8", "unicode11utf8", "unicode20utf8", "utf"), "utf-8"),
    **dict.fromkeys(("unicode11utf7", "unicode20utf7", "xunicode20utf7", "csunicode11utf7", "utf7imap"), "utf-7"),
    **dict.fromkeys(("iso10646ucs2", "ucs2", "unicode", "xutf16"), "utf-16"),
    **dict.fromkeys(("ksc5601", "ksc56011987", "euckr", "xeuckr", "korean", "ksc56011992", "windows949"), "cp949"),
    **dict.fromkeys(("gb2312", "gb231280", "gbk", "xgbk", "gb", "chinese", "euccn", "xeuccn", "cp936"), "gb18030"),
    **dict.fromkeys(("windows936", "cngb", "gb2312utf8"), "gb18030"),
    **dict.fromkeys(("big5", "xbig5", "cnbig5", "big5tw", "xxbig5"), "cp950"),
    **dict.fromkeys(("shiftjis", "xsjis", "sjis", "mskanji", "windows31j", "xshiftjis", "cp932"), "cp932"),
    **dict.fromkeys(("iso2022jp", "csiso2022jp", "xiso2022jp", "jis", "cp50220", "cp50221"), "iso2022_jp_ext"),
    **dict.fromkeys(("eucjp", "xeucjp", "xeuc"), "euc_jp"),
    **dict.fromkeys(("iso88598i", "iso88598e", "logical", "visual"), "iso8859_8"),
    **dict.fromkeys(("iso88596i", "iso88596e"), "iso8859_6"),
    **dict.fromkeys(("macintosh", "xmacroman", "mac", "xmac", "macroman"), "mac_roman"),
    **dict.fromkeys(("xmaccentraleurroman", "xmacce", "maccentraleurope"), "mac_latin2"),
    **dict.fromkeys(("xmaccyrillic", "maccyrillic"), "mac_cyrillic"),
    **dict.fromkeys(("koi8", "xkoi8r", "cskoi8r", "koi"), "koi8_r"),
    **dict.fromkeys(("xcp1251", "win1251", "xwindows1251", "cyrillicwindows1251"), "cp1251"),
    **dict.fromkeys(("xcp1250", "win1250", "xwindows1250"), "cp1250"),
}
_UNSAID = frozenset(("", "unknown", "unknown8bit", "xunknown", "default", "none", "binary", "8bit", "7bit", "iso"))
# Their bytes are ASCII too: text in them must never be taken for ASCII.
_IN_ASCII = frozenset(("utf-7", "utf-16", "utf_16", "utf-32", "utf_32", "hz"))
_SINGLE_BYTE_GUESS = frozenset(("cp1252", "ascii", "latin-1"))
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_MULTIBYTE = frozenset(("gb18030", "cp950", "cp949", "cp932", "euc_jp", "big5hkscs", "euc_jis_2004"))
# So many well-formed UTF-8 letters in a row are no accident, even where another set of several bytes is declared.
_SURE = 6
_UTF8_LETTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_ALTERNATIVES = {"cp950": "big5hkscs", "euc_jp": "euc_jis_2004", "iso2022_jp_ext": "iso2022_jp_2004"}


def _undefined(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that a Windows set leaves undefined as controls of Latin-1, which cleaning takes out later."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("esmero.undefined", _undefined)


@lru_cache(maxsize=256)
def codec_of(charset: str) -> str | None:
    """Return Python's codec for a charset's name in a mail, or None if nobody knows it."""
    plain = _NAME.sub("", charset.lower()[:60])
    if plain in _CODECS:
        return _CODECS[plain]
    numbered = re.fullmatch(r"(?:x?windows|win|cp|ibm|x?cp|oem|dos)(\d{3,5})", plain)
    for name in (charset, f"cp{numbered[1]}" if numbered else "", plain.replace("iso8859", "iso8859_")):
        found = _text_codec(name)
        if found:
            return found
    return None


def _text_codec(name: str) -> str | None:
    # Python's own list holds codecs that are no charsets: rot13, zlib, idna; and some that run for long.
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError, UnicodeError):
        return None
    usable = found._is_text_encoding and found.name not in {"idna", "punycode", "raw_unicode_escape", "undefined"}
    return found.name if usable and "escape" not in found.name else None


def decode(raw: bytes, charset: str, hint: str = "") -> tuple[str, str]:
    """Return the text of these bytes, and what was wrong (or nothing).

    A mark of byte order counts first, then what is declared if it fits. Well-formed UTF-8 is believed over every set of
    single bytes, since letters of those hardly ever look like it. `hint` is a charset from elsewhere in the same mail.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace"), ""
    codec = codec_of(charset)
    if raw.isascii() and codec not in _IN_ASCII:
        return _decode_ascii(raw, codec), ""
    unknown = codec is None and _NAME.sub("", charset.lower()) not in _UNSAID
    trouble = f"unknown charset {charset[:40]}" if unknown else ""
    text = _decode_utf8(raw, codec)
    if text is not None:
        return text, trouble
    if codec is not None and codec not in _SINGLE_BYTE_GUESS and not codec.startswith("utf-8"):
        text = _decode_as(raw, codec)
        if text is not None:
            return text, ""
    return _decode_by_look(raw, codec, hint, trouble)


def _decode_ascii(raw: bytes, codec: str | None) -> str:
    if b"\x1b$" in raw or b"\x1b(" in raw:
        for name in (codec, "iso2022_kr" if b"\x1b$)C" in raw else "iso2022_jp_ext"):
            text = _decode_as(raw, name) if name and name.startswith("iso2022") else None
            if text is not None:
                return text
    return raw.decode("ascii")


def _decode_utf8(raw: bytes, codec: str | None) -> str | None:
    """Return the text if it is UTF-8 and nothing that was declared is more likely."""
    if codec in _IN_ASCII:
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if codec in _MULTIBYTE and len(_UTF8_LETTER.findall(raw[:4_096])) < _SURE:
        return None
    return text


def _decode_as(raw: bytes, codec: str) -> str | None:
    for name in (codec, _ALTERNATIVES.get(codec, codec)):
        try:
            return raw.decode(name)
        except (UnicodeError, LookupError):
            continue
    # A cut-off end, or a rare sign that the codec lacks, makes the rest no less what it was declared to be.
    text = raw.decode(codec, "replace")
    return text if text.count("�") * 20 < len(text) else None


def _decode_by_look(raw: bytes, codec: str | None, hint: str, trouble: str) -> tuple[str, str]:
    letters = len(_UTF8_LETTER.findall(raw[:65_536]))
    text = raw.decode("utf-8", "replace")
    if letters and text.count("�") <= letters // 4 + 1 and (codec in ("utf-8", None) or letters >= _SURE):
        return text, trouble or "broken utf-8"
    hinted = codec_of(hint) if hint else None
    if hinted and hinted not in _SINGLE_BYTE_GUESS and not hinted.startswith("utf"):
        found = _decode_as(raw, hinted)
        if found is not None:
            return found, trouble
    name = guess(raw[:16_384])
    right = codec in _SINGLE_BYTE_GUESS and name == codec
    return raw.decode(name, "esmero.undefined"), trouble or ("" if right or codec is None else "wrong charset")
