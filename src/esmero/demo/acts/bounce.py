"""A reply comes back: the customer's address is nobody's any more, and their conversation waits again."""

from __future__ import annotations

import secrets

from esmero.demo.acts.correspondents import Part, answer, page_of, write
from esmero.demo.mailbox.owners import NOWHERE, OWNERS, Owner
from esmero.demo.stage import Scene, Stage

NAMES = {"en": "Peter Marlow", "es": "Lorenzo Gil", "hi": "विनोद कपूर", "hu": "Bíró Elemér"}
PARTS = {
    "en": Part(
        "Where is order 58-4410?",
        "Good morning, order 58-4410 was to come on Tuesday. Has it left?\n\nPeter Marlow",
        "Good morning Mr Marlow, it left an hour ago and is with you tomorrow before noon.",
    ),
    "es": Part(
        "¿Dónde está el pedido 58-4410?",
        "Buenos días: el pedido 58-4410 tenía que llegar el martes. ¿Ha salido ya?\n\nLorenzo Gil",
        "Buenos días, Lorenzo: salió hace una hora y mañana antes de las doce lo tiene.",
    ),
    "hi": Part(
        "ऑर्डर 58-4410 कहाँ है?",
        "नमस्ते, ऑर्डर 58-4410 मंगलवार को आना था। क्या वह निकल चुका है?\n\nविनोद कपूर",
        "नमस्ते विनोद जी, वह एक घंटा पहले निकला है और कल दोपहर से पहले पहुँच जाएगा।",
    ),
    "hu": Part(
        "Hol jár az 58-4410-es rendelés?",
        "Jó reggelt! Az 58-4410-es rendelésnek kedden kellett volna megjönnie. Elindult már?\n\nBíró Elemér",
        "Jó reggelt! Egy órája elindult, holnap délig megérkezik.",
    ),
}


async def act(stage: Stage, language: str) -> Scene:
    """Let somebody ask whose address is gone by the time of the answer."""
    spoken = language if language in PARTS else "en"
    part = PARTS[spoken]
    gone = _somebody(spoken)
    number = await write(stage, gone, part)
    await answer(stage, number, part, spoken)
    return Scene(says="bounce", values={"name": gone.name}, shows=page_of(number))


def _somebody(spoken: str) -> Owner:
    language = OWNERS[spoken].language
    return Owner(language, NAMES[spoken], f"{secrets.token_hex(3)}@{NOWHERE}")
