"""Who plays: the people of the desk, its inboxes and teams, and the customers' names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import msgspec

from esmero.channels.chat.settings import ChatSettings, Hours, Way
from esmero.contract.events import DESK
from esmero.desk import agents, inboxes, labels, teams
from esmero.desk.access import Role
from esmero.desk.agents import Agent
from esmero.store.session import Transaction

BRAND = "Farol"
"""The shop: it sells lamps. *Farol* is Spanish for a street lamp."""

CUSTOMERS: dict[str, tuple[str, ...]] = {
    "en": (
        "Tom Weller",
        "Priya Nair",
        "Grace Okafor",
        "Liam Byrne",
        "Hannah Scott",
        "Owen Price",
        "Ruth Adeyemi",
        "Noah Fischer",
        "Ines Duarte",
    ),
    "es": (
        "Marta Ríos",
        "Javier Ortega",
        "Lucía Navarro",
        "Íñigo Etxeberria",
        "Carmen Soler",
        "Pablo Quiroga",
        "Elena Prat",
        "Andrés Molina",
        "Sofía Cano",
    ),
    "hi": (
        "आशा वर्मा",
        "रोहित मिश्रा",
        "नेहा गुप्ता",
        "संजय पटेल",
        "कविता जोशी",
        "इमरान क़ुरैशी",
        "दीपा राव",
        "अर्जुन नायर",
    ),
    "hu": (
        "Nagy Katalin",
        "Szabó Péter",
        "Kovács Zsófia",
        "Tóth Gergő",
        "Horváth Ildikó",
        "Varga Bálint",
        "Kiss Eszter",
        "Molnár Ákos",
        "Papp Judit",
    ),
}
LONG_NAME = "María de los Ángeles Fernández-Villaverde y García de la Concepción"
FROM_RIGHT = "نور الدين حداد"
WORKDAY = ((540, 1080),)


@dataclass(frozen=True)
class Cast:
    """The desk's own people and places."""

    ana: Agent
    bela: Agent
    chandra: Agent
    dorka: Agent
    ilona: Agent
    shop_id: int
    trade_id: int
    shop_key: str
    label_ids: dict[str, int]

    @property
    def agents(self) -> tuple[Agent, ...]:
        """Those whom the demo page can sign in."""
        return self.ana, self.bela, self.chandra, self.ilona

    def answering(self, language: str, number: int, *, trade: bool) -> Agent:
        """Return who answers in this language, and sees the inbox."""
        if trade:
            return (self.bela, self.chandra)[number % 2]
        speakers = {
            "es": (self.ana, self.ana, self.ana, self.chandra),
            "hu": (self.bela, self.bela, self.dorka),
            "hi": (self.chandra,),
            "en": (self.ana, self.bela, self.ana, self.ana, self.dorka),
        }[language]
        return speakers[number % len(speakers)]


def make_cast(tx: Transaction, *, password: str, at: int, label_names: list[str]) -> Cast:
    """Make everybody and everything that talks need. `password` is a hash that nobody knows the password of."""

    def agent(name: str, role: Role = "agent", *, trainee: bool = False) -> Agent:
        address = name.lower().replace("é", "e") + "@farol.example"
        return agents.make(tx, name=name, email=address, role=role, password=password, at=at, trainee=trainee)

    ilona, ana, bela = agent("Ilona", "administrator"), agent("Ana"), agent("Béla")
    chandra, dorka = agent("Chandra", "supervisor"), agent("Dorka", trainee=True)
    shop = inboxes.make(tx, channel="chat", name="Farol shop", key="chat_farol_shop", settings=_shop(), by=DESK, at=at)
    trade = inboxes.make(
        tx, channel="chat", name="Wholesale", key="chat_farol_trade", settings=_trade(), by=DESK, at=at
    )
    teams.make(tx, "Support", (ana.id, bela.id, chandra.id, dorka.id), (shop.id,), by=DESK, at=at)
    teams.make(tx, "Wholesale", (bela.id, chandra.id), (trade.id,), by=DESK, at=at)
    tints: tuple[labels.Tint, ...] = get_args(labels.Tint)
    made = {
        name: labels.make(tx, name, tints[place % len(tints)], by=DESK, at=at).id
        for place, name in enumerate(label_names)
    }
    return Cast(ana, bela, chandra, dorka, ilona, shop.id, trade.id, shop.key, made)


def _shop() -> str:
    return _written(
        ChatSettings(
            brand=BRAND,
            ways=(
                Way(kind="phone", address="+36 1 555 0101"),
                Way(kind="email", address="help@farol.example"),
            ),
        )
    )


def _trade() -> str:
    hours = Hours(zone="Europe/Budapest", always=False, days=(WORKDAY,) * 5 + ((), ()))
    return _written(ChatSettings(brand=f"{BRAND} wholesale", hours=hours))


def _written(settings: ChatSettings) -> str:
    return msgspec.json.encode(settings).decode()
