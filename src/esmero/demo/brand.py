"""The shop that plays: its name, how it greets, and the other ways to reach it."""

from __future__ import annotations

from esmero.channels.chat.settings import ChatSettings, Hours, Language, Way
from esmero.channels.email.settings import EmailSettings, Server

BRAND = "Farol"
"""It sells lamps. *Farol* is Spanish for a street lamp."""
PHONE = "+36 1 555 0101"
MAIL = "help@farol.example"
GREETING: dict[Language, str] = {
    "en": "Good to see you. What can we do for you?",
    "es": "Qué alegría verle. ¿En qué le ayudamos?",
    "hi": "आपका स्वागत है। हम क्या मदद करें?",
    "hu": "Örülünk, hogy itt van. Miben segíthetünk?",
}
_NINE_TO_SIX, _TEN_TO_TWO = ((540, 1080),), ((600, 840),)

SHOP = ChatSettings(
    brand=BRAND, greeting=GREETING, ways=(Way(kind="phone", address=PHONE), Way(kind="email", address=MAIL))
)
"""Always open, so that the demo is at every hour."""
TRADE = ChatSettings(
    brand=f"{BRAND} wholesale",
    hours=Hours(zone="Europe/Budapest", always=False, days=(*(_NINE_TO_SIX for _ in range(5)), _TEN_TO_TWO, ())),
)


def mailing(port: int) -> EmailSettings:
    """Return how the shop's mail inbox is set up: its mail comes by the desk's own receiver and leaves at this port."""
    return EmailSettings(
        address=MAIL,
        brand=BRAND,
        send=Server(host="127.0.0.1", port=port, security="none", sign_in="none"),
        subaddresses=True,
        signature="{agent}\nfarol.example",
    )
