"""Which charset bytes are in that don't say: the one in which they look most like writing.

Text of a few words decides. Each set that fits is scored by what people write: letters of one script in a word,
capitals at a word's beginning, no signs inside words; between the Latin sets, by letters and short words of languages.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
# Marks of Thai and Hindi stand between letters; everything else between letters is a sign of the wrong set.
_INNER_SIGN = re.compile(r"[^\W\d_][¡-¿×÷¤€‚„…†‡ˆ‰‹‘’“”•–—˜™›\x80-\x9f˘¸¨´ˇ˝˛][^\W\d_]")
_BOXES = re.compile("[─-▟√≈≤≥⌠⌡°²·÷©\x80-\x9f�]")
_CASE_JUMP = re.compile(r"[a-zà-öø-ÿа-яёα-ωąćęłńśźżčďěňřšťůžőűăş][A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")
_THAI_IN_LATIN = re.compile(r"[A-Za-z][ก-๛]|[ก-๛][A-Za-z]")
_KANA_OR_COMMON = re.compile(r"[ぁ-ヶ]|[的了是我不在有您请問谢謝好們们]")
# Where Latin letters with signs above them are taken for halves of Chinese ones.
_IN_LATIN_WORD = re.compile(r"[a-z][^\x00-\x7f][a-z]")
# What sets apart the languages of central Europe from those of the west, in letters that both sets have elsewhere.
_CENTRAL = re.compile(r"[őűŐŰąęłśżźńćĄĘŁŚŻŹŃĆčřěůťďňšžČŘĚŮŤĎŇŠŽăşţ]")
_WESTERN = re.compile(r"[ãõñêèàùçøåæœûâîëïòìÃÕÑÊÈÀÇØÅÆ¿¡]")
_HUNGARIAN = re.compile(
    r"\b(?:és|hogy|nem|egy|az|kérem|köszönöm|üdvözlettel|rendelés\w*|csomag\w*|tisztelt|van|meg)\b", re.IGNORECASE
)
_SLAVIC = re.compile(r"\b(?:nie|jest|się|proszę|dziękuję|není|děkuji|prosím|že|jsem|som|za|na|je)\b", re.IGNORECASE)
# The two forms of sigma have their places, and some letters begin no word.
_NOT_GREEK = re.compile(r"σ\b|ς\B|\b[ΰΐ]")
_WESTERN_WORDS = re.compile(
    r"\b(?:que|el|los|mi|por|para|gracias|hola|pedido|und|der|die|das|ist|nicht|ich|est|pas|vous|je|les|merci|não|você|olá"
    r"|obrigad[oa]|il|sono|perché|grazie|och|inte|är|ikke|jeg|hvor|hilsen|tak|een|niet)\b|[¿¡](?=\w)",
    re.IGNORECASE,
)
_TURKISH = re.compile(
    r"\b(?:sipariş\w*|teşekkür\w*|için|lütfen|değil|nerede|merhaba|iyi|ürün\w*|gün\w*)\b", re.IGNORECASE
)
_COMMON_CYRILLIC = frozenset("оеаинтсрвл")
_SETS = ("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "cp1254", "mac_roman", "cp850")
_MULTIBYTE = ("gb18030", "cp932", "euc_jp", "cp950", "cp949")
_FEW = 3


def guess(raw: bytes) -> str:
    """Return the codec in which these bytes look most like what somebody wrote; `cp1252` where nothing speaks."""
    scores = {name: _score(raw, name) for name in (*_SETS, *_MULTIBYTE)}
    # On a draw the first, which is the most common one.
    return max(scores, key=lambda name: scores[name])


def _score(raw: bytes, codec: str) -> float:
    try:
        text = raw.decode(codec, "strict" if codec in _MULTIBYTE else "replace")
    except UnicodeDecodeError:
        return -1_000.0
    return _score_wide(text, codec) if codec in _MULTIBYTE else _score_single(text, codec)


def _score_wide(text: str, codec: str) -> float:
    """Score Chinese, Japanese and Korean: common signs of the language, none that are rare or private."""
    wide = [letter for letter in text if letter > "\x7f"]
    if len(wide) < _FEW:
        return -10.0
    rare = sum(1 for letter in wide if "\ue000" <= letter <= "\uf8ff" or "\u3400" <= letter <= "\u4dbf")
    half = sum(1 for letter in wide if "\uff61" <= letter <= "\uff9f")
    hangul = sum(1 for letter in wide if "가" <= letter <= "힣")
    kana = sum(1 for letter in wide if "ぁ" <= letter <= "ヶ")
    common = len(_KANA_OR_COMMON.findall(text)) - 3 * len(_IN_LATIN_WORD.findall(text))
    score = 1.5 * (hangul if codec == "cp949" else 0) + (1.5 * kana if codec in ("cp932", "euc_jp") else 0) + common
    han = sum(1 for letter in wide if "一" <= letter <= "鿿")
    return (score + 0.7 * han - 3 * (rare + half)) / len(wide) * 3 - 1.0


def _score_single(text: str, codec: str) -> float:
    high = [letter for letter in text if letter > "\x7f"]
    if not high:
        return 0.0
    bad = 3 * len(_BOXES.findall(text)) + 2 * len(_INNER_SIGN.findall(text)) + 2 * len(_CASE_JUMP.findall(text))
    bad += 3 * len(_NOT_GREEK.findall(text)) if codec == "cp1253" else 0
    bad += 3 * sum(map(_is_mixed, _WORD.findall(text))) + 3 * len(_THAI_IN_LATIN.findall(text))
    return _language(text, high, codec) - bad / len(high)


def _language(text: str, high: list[str], codec: str) -> float:
    if codec in ("cp1251", "koi8_r"):
        letters = [letter for letter in high if "Ѐ" <= letter <= "ӿ"]
        small = sum(1 for letter in letters if letter.islower())
        common = sum(1 for letter in letters if letter.lower() in _COMMON_CYRILLIC)
        return (small + common) / len(high)
    if codec == "cp1250":
        # Hungarian without ő and ű looks the same in both sets.
        words = len(_HUNGARIAN.findall(text)) + len(_SLAVIC.findall(text))
        return (len(_CENTRAL.findall(text)) * (2 if words else 0.5) - len(_WESTERN.findall(text))) / len(high)
    if codec == "cp1252":
        return 0.3 * len(_WESTERN.findall(text)) / len(high) + 0.1 + 0.5 * (_WESTERN_WORDS.search(text) is not None)
    if codec == "cp1254":
        return 1.0 if _TURKISH.search(text) is not None and any(letter in "ğşıİŞĞ" for letter in high) else -1.0
    letters = [letter for letter in high if letter.isalpha() or letter in "ัิีึืฺุู็่้๊๋์ํ๎"]
    native = {"cp1253": "Ͱ", "cp1255": "\u0590", "cp1256": "؀", "cp874": "฀"}.get(codec)
    if native is None:
        return -0.5
    own = sum(1 for letter in letters if native <= letter < chr(ord(native) + 256))
    return (2.35 * own - len(high)) / len(high)


def _is_mixed(word: str) -> bool:
    """Tell whether a word has letters of two scripts."""
    return len({_script(letter) for letter in word}) > 1


def _script(letter: str) -> int:
    number = ord(letter)
    if number < 0x250:
        return 0
    return 1 + (number >= 0x370) + (number >= 0x400) + (number >= 0x530) + (number >= 0x600) + (number >= 0xE00)
