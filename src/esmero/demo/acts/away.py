"""Two machines meet: the customer's answers every mail by itself, the desk's knows it for one, and nothing goes on."""

from __future__ import annotations

import asyncio

from esmero.demo.acts.correspondents import Part, answer, owner_for, page_of, write
from esmero.demo.mailbox.owners import Owner
from esmero.demo.stage import Scene, Stage

SECONDS = 30.0
PARTS = {
    "en": Part(
        "Please hold my order",
        "Hello, please send order 58-3177 a week later, I'm going away.\n\nTom",
        "Hello Tom, it stays here until you're back. Enjoy the week.",
    ),
    "es": Part(
        "Retengan mi pedido, por favor",
        "Hola: manden el pedido 58-3177 una semana más tarde, que salgo de viaje.\n\nMarta",
        "Hola, Marta: aquí se queda hasta su vuelta. Buen viaje.",
    ),
    "hi": Part(
        "मेरा ऑर्डर रोक लीजिए",
        "नमस्ते, ऑर्डर 58-3177 एक हफ़्ते बाद भेजिए, मैं बाहर जा रही हूँ।\n\nआशा",
        "नमस्ते आशा जी, आपके लौटने तक वह यहीं रहेगा। यात्रा शुभ हो।",
    ),
    "hu": Part(
        "Kérem, tartsák vissza a rendelésemet",
        "Jó napot! Az 58-3177-es rendelést egy héttel később küldjék, elutazom.\n\nNagy Katalin",
        "Jó napot! Itt marad, amíg vissza nem ér. Jó utat!",
    ),
}


async def act(stage: Stage, language: str) -> Scene:
    """Let a customer write and go away, and an agent answer."""
    owner = owner_for(language)
    part = PARTS[owner.language]
    stage.post.away.add(owner.address)
    stage.go_on(come_back(stage, owner))
    number = await write(stage, owner, part)
    await answer(stage, number, part, owner.language)
    return Scene(
        says="away",
        values={"name": owner.name},
        shows=page_of(number),
        mailbox=owner.language,
        seconds=SECONDS,
    )


async def come_back(stage: Stage, owner: Owner) -> None:
    """End the customer's absence, after a while."""
    await asyncio.sleep(SECONDS)
    stage.post.away.discard(owner.address)
