"""A friendly customer asks something that is quickly answered, in a language that the director doesn't read."""

from __future__ import annotations

import secrets

from esmero.demo.acts.customers import Part, walk_in
from esmero.demo.stage import Scene, Stage

PARTS = (
    Part("Ella Marsh", "en", ("Hi, is the Comet pendant also there in brass?", "No hurry, I'm only dreaming.")),
    Part("Diego Casas", "es", ("Buenas, ¿la Guijarro se puede regular?", "Es para leer en la cama.")),
    Part("Fekete Nóra", "hu", ("Szép napot! Az Üstökös rézből is kapható?", "Nem sürgős, csak álmodozom.")),
    Part("मीरा अय्यर", "hi", ("नमस्ते, क्या पेबल की रोशनी कम-ज़्यादा हो सकती है?", "पढ़ने के लिए चाहिए।")),
)


async def act(stage: Stage, language: str) -> Scene:
    """Let one of them walk in who speaks another language than this."""
    return await walk_in(stage, secrets.choice([part for part in PARTS if part.language != language]), says="kind")
