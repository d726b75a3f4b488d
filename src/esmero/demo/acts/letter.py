"""A customer writes a mail about a broken lamp, with a photo of it."""

from __future__ import annotations

from esmero.demo import papers
from esmero.demo.acts.correspondents import Part, owner_for, write
from esmero.demo.mailbox.writing import Enclosure
from esmero.demo.stage import Scene, Stage

PARTS = {
    "en": Part(
        "My lamp came broken",
        "Hello,\n\nthe Lantern that came this morning has a crack right across its glass; the photo shows it."
        "\nWe have guests on Saturday, and it was to hang above the table."
        "\n\nCan you help me before then?\n\nTom",
    ),
    "es": Part(
        "La lámpara llegó rota",
        "Buenas tardes:\n\nla Linterna que llegó esta mañana trae el cristal partido; lo ven en la foto."
        "\nEl sábado tenemos invitados y tenía que colgar sobre la mesa."
        "\n\n¿Me pueden ayudar antes?\n\nUn saludo,\nMarta",
    ),
    "hi": Part(
        "लैंप टूटा हुआ आया",
        "नमस्ते,\n\nआज सुबह जो लालटेन आई, उसके काँच में पूरी दरार है; तस्वीर साथ में है।"
        "\nशनिवार को घर पर मेहमान हैं और उसे मेज़ के ऊपर लगाना था।"
        "\n\nक्या उससे पहले कुछ हो सकता है?\n\nआशा",
    ),
    "hu": Part(
        "Törötten jött meg a lámpa",
        "Jó napot kívánok!\n\nA ma reggel érkezett Lámpás üvege végig megrepedt; a képen látszik."
        "\nSzombaton vendégeink lesznek, és az asztal fölé szántuk."
        "\n\nTudnak addig segíteni?\n\nÜdvözlettel:\nNagy Katalin",
    ),
}


async def act(stage: Stage, language: str) -> Scene:
    """Let the one write whom the director understands."""
    owner = owner_for(language)
    name, kind, make = papers.PAPERS["photo"]
    photo = Enclosure(name=name, type=kind, content=make())
    number = await write(stage, owner, PARTS[owner.language], files=(photo,))
    return Scene(
        says="letter",
        values={"name": owner.name},
        shows=f"/console/unassigned/open/{number}",
        mailbox=owner.language,
    )
