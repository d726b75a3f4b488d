"""Who plays: the people of the desk, its inboxes, teams and labels."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from esmero.channels.chat.settings import ChatSettings
from esmero.channels.email.settings import EmailSettings
from esmero.contract.events import DESK
from esmero.demo.brand import SHOP, TRADE, mailing
from esmero.desk import agents, inboxes, labels, teams
from esmero.desk.access import Role
from esmero.desk.agents import Agent
from esmero.desk.setting_up import SEALED_FOR
from esmero.kit.ids import secret_token
from esmero.kit.sealed import Sealer
from esmero.store.session import Transaction

LABELS: dict[str, labels.Tint] = {
    "account": "grey",
    "advice": "blue",
    "complaint": "red",
    "delivery": "green",
    "invoice": "violet",
    "order": "grey",
    "parts": "blue",
    "refund": "amber",
    "return": "amber",
    "spam": "grey",
    "thanks": "green",
    "VIP": "violet",
}
"""What talks are about; their files name these."""


@dataclass(frozen=True)
class Cast:
    """The desk's own people and places. `shop_secret` is what the shop signs its customers' names with."""

    ana: Agent
    bela: Agent
    chandra: Agent
    dorka: Agent
    ilona: Agent
    shop_id: int
    trade_id: int
    mail_id: int
    shop_key: str
    shop_secret: str
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


def make_cast(tx: Transaction, sealer: Sealer, *, password: str, mail_port: int, at: int) -> Cast:
    """Make everybody and everything that talks need.

    Args:
        sealer: keeps the secret that the shop signs its customers' names with.
        password: a hash that nobody knows the password of.
        mail_port: of the server that the shop's mails leave by.
    """

    def agent(name: str, role: Role = "agent", *, trainee: bool = False) -> Agent:
        address = name.lower().replace("é", "e") + "@farol.example"
        return agents.make(tx, name=name, email=address, role=role, password=password, at=at, trainee=trainee)

    ilona, ana, bela = agent("Ilona", "administrator"), agent("Ana"), agent("Béla")
    chandra, dorka = agent("Chandra", "supervisor"), agent("Dorka", trainee=True)
    shop = inboxes.make(
        tx, channel="chat", name="Farol shop", key="chat_farol_shop", settings=_written(SHOP), by=DESK, at=at
    )
    trade = inboxes.make(
        tx, channel="chat", name="Wholesale", key="chat_farol_trade", settings=_written(TRADE), by=DESK, at=at
    )
    mail = inboxes.make(
        tx,
        channel="email",
        name="Farol mail",
        key="email_farol",
        settings=_written(mailing(mail_port)),
        by=DESK,
        at=at,
    )
    secret = secret_token("shop")
    sealed = sealer.seal(secret.encode(), purpose=SEALED_FOR, about=str(shop.id))
    inboxes.keep_secret(tx, shop.id, sealed, by=DESK, at=at)
    teams.make(tx, "Support", (ana.id, bela.id, chandra.id, dorka.id), (shop.id, mail.id), by=DESK, at=at)
    teams.make(tx, "Wholesale", (bela.id, chandra.id), (trade.id,), by=DESK, at=at)
    made = {name: labels.make(tx, name, tint, by=DESK, at=at).id for name, tint in LABELS.items()}
    return Cast(ana, bela, chandra, dorka, ilona, shop.id, trade.id, mail.id, shop.key, secret, made)


def _written(settings: ChatSettings | EmailSettings) -> str:
    return msgspec.json.encode(settings).decode()
