"""The customers' server is down for half a minute: a reply waits, says why, and leaves by itself later."""

from __future__ import annotations

from esmero.demo.acts.correspondents import Part, answer, owner_for, page_of, write
from esmero.demo.stage import Scene, Stage

SECONDS = 30.0
PARTS = {
    "en": Part(
        "Is the Comet still to be had in brass?",
        "Hello, the catalogue shows the Comet in brass, your page doesn't. Is it still to be had?\n\nTom",
        "Hello Tom, it is: there are four left, and one is kept for you until Friday.",
    ),
    "es": Part(
        "¿Queda la Cometa en latón?",
        "Hola: en el catálogo sale la Cometa en latón y en la página no. ¿Todavía la tienen?\n\nMarta",
        "Hola, Marta: quedan cuatro, y una se la guardo hasta el viernes.",
    ),
    "hi": Part(
        "क्या कॉमेट अब भी पीतल में मिलेगी?",
        "नमस्ते, कैटलॉग में कॉमेट पीतल में है, पर वेबसाइट पर नहीं। क्या अब भी मिलेगी?\n\nआशा",
        "नमस्ते आशा जी, चार बची हैं, और एक आपके लिए शुक्रवार तक रख दी है।",
    ),
    "hu": Part(
        "Kapható még rézből az Üstökös?",
        "Jó napot! A katalógusban van rézből Üstökös, az oldalukon nincs. Kapható még?\n\nNagy Katalin",
        "Jó napot! Négy van belőle, egyet péntekig félreteszek Önnek.",
    ),
}


async def act(stage: Stage, language: str) -> Scene:
    """Let a customer ask, take their server down, and let an agent answer."""
    owner = owner_for(language)
    part = PARTS[owner.language]
    number = await write(stage, owner, part)
    stage.post.take_down(SECONDS)
    await answer(stage, number, part, owner.language)
    return Scene(
        says="down",
        values={"name": owner.name},
        shows=page_of(number),
        mailbox=owner.language,
        seconds=SECONDS,
    )
