"""A reply's subject: the customer's own, with one "Re:" before it, whatever their program has put there."""

from __future__ import annotations

import re

from esmero.kit.text import clean_name

LONGEST = 240
# What programs write before the subject of an answer, then of a forwarded mail, in the languages of their users.
_ANSWER = (
    "re|res|aw|antw|antwort|sv|vs|vá|válasz|odp|odg|ynt|yan|bls|hồi âm|απ|отв|ответ|השב|רד"
    "|رد|उत्तर|जवाब|回复|回覆|答复|答覆|返信|답장|회신"
)
_FORWARD = (
    "fw|fwd|wg|tr|rv|enc|inoltra|továbbítás|továbbított|vb|vl|pd|dal|trs|tl|doorst|προθ|пересл|ilt|i̇lt"
    "|הועבר|إعادة توجيه|अग्रेषित|转发|轉寄|転送|전달"
)
_PREFIX = re.compile(
    rf"\s*(?:{_ANSWER}|{_FORWARD})\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}})?\s?[:：]", re.IGNORECASE
)


def reply_subject(subject: str) -> str:
    """Return `Re: ` and the customer's subject without the prefixes before it; for an empty one only `Re:`.

    Mail programs compare what is behind the prefixes (RFC 5256 section 2.1) and so keep the thread together.
    """
    return f"Re: {bare_subject(subject)}".rstrip()


def bare_subject(subject: str) -> str:
    """Return a subject without the prefixes that answering and forwarding have put before it."""
    line = clean_name(subject, longest=LONGEST)
    while found := _PREFIX.match(line):
        line = line[found.end() :]
    return line.strip()
