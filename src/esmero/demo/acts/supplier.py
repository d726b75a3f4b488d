"""An agent asks a supplier: what the supplier answers comes back as a note, and the customer never sees it."""

from __future__ import annotations

import secrets

from esmero.contract.events import Person
from esmero.demo.acts.correspondents import Part, agent_for, owner_for, page_of, write
from esmero.demo.mailbox.suppliers import SUPPLIERS
from esmero.demo.stage import Scene, Stage
from esmero.flow.forwarding import Forwarding

SECONDS = 8.0
PARTS = {
    "en": Part(
        "Glass for a Lantern of 2019",
        "Hello,\n\nmy Lantern of 2019 has lost its glass to a football. Is that glass still to be had?\n\nTom",
        "Dear Ms Crane, do you still have this glass? Our customer's is of 2019.",
    ),
    "es": Part(
        "Cristal para una Linterna de 2019",
        "Buenas tardes:\n\nun balón se llevó el cristal de mi Linterna de 2019. ¿Todavía se consigue?\n\nMarta",
        "Buenos días, Óscar: ¿le queda este cristal? El de la clienta es de 2019.",
    ),
    "hi": Part(
        "2019 की लालटेन का काँच",
        "नमस्ते,\n\nगेंद लगने से मेरी 2019 वाली लालटेन का काँच टूट गया। क्या वह काँच अब भी मिलेगा?\n\nआशा",
        "नमस्ते फ़िरोज़ जी, क्या यह काँच अभी है? ग्राहक की लालटेन 2019 की है।",
    ),
    "hu": Part(
        "Üveg egy 2019-es Lámpásba",
        "Jó napot!\n\nA 2019-es Lámpásom üvegét egy focilabda vitte el. Kapható még ilyen üveg?\n\nNagy Katalin",
        "Kedves Gábor! Van még ebből az üvegből? Az ügyfelünké 2019-es.",
    ),
}


async def act(stage: Stage, language: str) -> Scene:
    """Let a customer ask what only the supplier knows, and an agent pass it on."""
    owner = owner_for(language)
    part, supplier = PARTS[owner.language], SUPPLIERS[owner.language].writer
    number = await write(stage, owner, part)
    agent = await agent_for(stage, owner.language)
    forwarding = Forwarding(
        conversation_id=number,
        client_id=secrets.token_urlsafe(16),
        to=(Person(name=supplier.name, address=supplier.address),),
        text=part.answer,
    )
    await stage.desk.forward(forwarding, agent=agent)
    return Scene(
        says="supplier",
        values={"name": owner.name, "supplier": supplier.name},
        shows=page_of(number),
        mailbox=owner.language,
        seconds=SECONDS,
    )
