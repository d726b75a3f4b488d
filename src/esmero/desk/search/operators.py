"""The words by which a search is narrowed, in the languages of our screens: `from:`, `de:`, `feladó:`, `प्रेषक:`."""

from __future__ import annotations

from typing import Literal, get_args

from esmero.store.search_words import folded

Name = Literal[
    "from", "to", "subject", "filename", "has", "in", "channel", "label", "is", "assigned", "before", "after", "on"
]
NAMES: tuple[Name, ...] = get_args(Name)
DATES: frozenset[Name] = frozenset({"before", "after", "on"})
PARTS = ("attachment", "link", "note")
STATES = ("open", "pending", "snoozed", "closed", "junk", "unread")
ME, NOBODY = "me", "nobody"

_NAMES: dict[Name, str] = {
    "from": "from de feladó tőle प्रेषक",
    "to": "to cc para címzett neki प्राप्तकर्ता",
    "subject": "subject asunto tárgy विषय",
    "filename": "filename archivo fájlnév फ़ाइल",
    "has": "has tiene van संलग्न",
    "in": "in inbox en buzón fiók इनबॉक्स",
    "channel": "channel canal csatorna चैनल",
    "label": "label etiqueta címke लेबल",
    "is": "is status es estado állapot स्थिति",
    "assigned": "assigned asignado felelős ज़िम्मेदार",
    "before": "before until antes előtt पहले",
    "after": "after since después után बाद",
    "on": "on date fecha dátum तारीख़",
}
_VALUES = {
    "attachment": "attachment file attachments files adjunto archivo melléklet fájl फ़ाइल",
    "link": "link links enlace hivatkozás लिंक",
    "note": "note notes nota jegyzet नोट",
    "open": "open abierto abierta nyitott खुला",
    "pending": "pending pendiente függőben लंबित",
    "snoozed": "snoozed pospuesto pospuesta elhalasztott स्थगित",
    "closed": "closed cerrado cerrada lezárt बंद",
    "junk": "junk spam szemét levélszemét कबाड़",
    "unread": "unread leído-no sin-leer olvasatlan अपठित",
    "me": "me yo én मैं मुझे",
    "nobody": "nobody none nadie senki कोई-नहीं",
}


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {folded(word): name for name, words in table.items() for word in words.split()}


_NAME_OF = _by_word(dict(_NAMES))  # type: ignore[arg-type]
_VALUE_OF = _by_word(_VALUES)


def name_of(word: str) -> Name | None:
    """Return which narrowing word this is, if it is one."""
    return _NAME_OF.get(folded(word))  # type: ignore[return-value]


def value_of(word: str) -> str:
    """Return a value's own word, as `open` for `abierto`; what is none of those comes back folded."""
    plain = folded(word)
    return _VALUE_OF.get(plain, plain)
