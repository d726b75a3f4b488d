"""A friendly customer asks something that is quickly answered."""

from __future__ import annotations

import secrets

from esmero.demo.acts.customers import walk_in
from esmero.demo.stage import Stage

SCENES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Ella Marsh", "en", ("Hi, is the Comet pendant also there in brass?", "No hurry, I'm only dreaming.")),
    ("Diego Casas", "es", ("Buenas, ¿la Guijarro se puede regular?", "Es para leer en la cama.")),
    ("Fekete Nóra", "hu", ("Szép napot! Az Üstökös rézből is kapható?", "Nem sürgős, csak álmodozom.")),
    ("मीरा अय्यर", "hi", ("नमस्ते, क्या पेबल की रोशनी कम-ज़्यादा हो सकती है?", "पढ़ने के लिए चाहिए।")),
)


async def act(stage: Stage) -> None:
    """Let one of them walk in."""
    name, language, lines = secrets.choice(SCENES)
    await walk_in(stage, name=name, language=language, lines=lines)
