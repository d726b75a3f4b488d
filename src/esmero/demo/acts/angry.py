"""An angry customer writes: nobody has answered them, and they say so three times."""

from __future__ import annotations

from esmero.demo.acts.customers import Part, walk_in
from esmero.demo.stage import Scene, Stage

PARTS = (
    Part(
        "Victor Hale",
        "en",
        (
            "I have been waiting for my refund for THREE WEEKS.",
            "I've written twice and nobody answers. Is anyone even there?",
            "If this isn't settled today I'll tell everybody what kind of shop you are.",
        ),
    ),
    Part(
        "Rosa Beltrán",
        "es",
        (
            "Es la tercera vez que escribo por la misma lámpara rota.",
            "¿Me van a contestar algún día o hablo sola?",
            "Hoy mismo pongo una reclamación.",
        ),
    ),
    Part(
        "Balogh András",
        "hu",
        (
            "Két hete ígérgetik a cserét, és semmi.",
            "Telefonon nem veszik fel, e-mailre nem válaszolnak.",
            "Ha ma nem történik semmi, a fogyasztóvédelemhez fordulok.",
        ),
    ),
    Part(
        "विक्रम सिंह",
        "hi",
        (
            "तीन हफ़्ते से अपने पैसों का इंतज़ार कर रहा हूँ।",
            "दो बार लिख चुका हूँ, कोई जवाब क्यों नहीं देता?",
            "आज हल नहीं हुआ तो मैं शिकायत दर्ज करूँगा।",
        ),
    ),
)


async def act(stage: Stage, language: str) -> Scene:
    """Let the one walk in whom the director understands."""
    part = next((part for part in PARTS if part.language == language), PARTS[0])
    return await walk_in(stage, part, says="angry")
