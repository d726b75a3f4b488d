"""The few words that a mail adds to what people wrote, in the customer's language."""

from __future__ import annotations

from datetime import UTC, datetime

from esmero.channels.email.settings import Language
from esmero.contract.messages import PassedOn, Quoted
from esmero.kit.text import clean_name

_MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hu": "január február március április május június július augusztus szeptember október november december",
}
# Each in a form that mail programs of the language write too, so that whoever trims quotes knows it.
_WROTE: dict[Language, str] = {
    "en": "On {day} {month} {year} at {time} UTC, {by} wrote:",
    "es": "El {day} de {month} de {year} a las {time} UTC, {by} escribió:",
    "hi": "{day} {month} {year} को {time} UTC बजे {by} ने लिखा:",
    "hu": "{by} ezt írta (időpont: {year}. {month} {day}., {time} UTC):",
}
_DATES: dict[Language, str] = {
    "en": "{day} {month} {year}, {time} UTC",
    "es": "{day} de {month} de {year}, {time} UTC",
    "hi": "{day} {month} {year}, {time} UTC",
    "hu": "{year}. {month} {day}., {time} UTC",
}
# The dashes and names that mail programs write too, so that whoever reads or trims a mail knows what is passed on.
_PASSED_ON: dict[Language, tuple[str, str, str, str]] = {
    "en": ("Forwarded message", "From", "Date", "Subject"),
    "es": ("Mensaje reenviado", "De", "Fecha", "Asunto"),
    "hi": ("अग्रेषित संदेश", "प्रेषक", "दिनांक", "विषय"),
    "hu": ("Továbbított üzenet", "Feladó", "Dátum", "Tárgy"),
}
_AGENT_AT: dict[Language, str] = {"en": "{agent} at {brand}", "es": "{agent} de {brand}"}
_SUBJECT: dict[Language, str] = {
    "en": "Message from {brand}",
    "es": "Mensaje de {brand}",
    "hi": "{brand} का संदेश",
    "hu": "{brand}: üzenet",
}
_ARRIVED: dict[Language, str] = {
    "en": "Hello,\n\nyour message has arrived. Somebody at {brand} will read it and answer you here.",
    "es": "Hola:\n\nHemos recibido su mensaje. Una persona de {brand} lo leerá y le responderá por aquí.",
    "hi": "नमस्ते,\n\nआपका संदेश हमें मिल गया है। {brand} से कोई इसे पढ़कर आपको यहीं उत्तर देगा।",
    "hu": "Jó napot kívánunk!\n\nÜzenete megérkezett. Munkatársunk ({brand}) elolvassa, és itt válaszol Önnek.",
}
# Where the inbox has no name of a firm: an address is nobody who reads.
_ARRIVED_HERE: dict[Language, str] = {
    "en": "Hello,\n\nyour message has arrived. One of us will read it and answer you here.",
    "es": "Hola:\n\nHemos recibido su mensaje. Una persona de nuestro equipo lo leerá y le responderá por aquí.",
    "hi": "नमस्ते,\n\nआपका संदेश हमें मिल गया है। हममें से कोई इसे पढ़कर आपको यहीं उत्तर देगा।",
    "hu": "Jó napot kívánunk!\n\nÜzenete megérkezett. Munkatársunk elolvassa, és itt válaszol Önnek.",
}
_PAGE: dict[Language, str] = {
    "en": "Read the whole conversation and go on live in the chat:",
    "es": "Lea toda la conversación y siga en directo por chat:",
    "hi": "पूरी बातचीत पढ़ें और चैट में तुरंत आगे बात करें:",
    "hu": "A teljes beszélgetés, és élőben folytatva, csevegésben:",
}
_PAGE_BUTTON: dict[Language, str] = {
    "en": "Go on live",
    "es": "Seguir en directo",
    "hi": "लाइव आगे बढ़ें",
    "hu": "Folytatás élőben",
}


def language_of(tag: str | None, otherwise: Language) -> Language:
    """Return which of our languages a tag (BCP 47) asks for: English for others, `otherwise` where there is no tag."""
    primary = (tag or otherwise).lower().replace("_", "-").partition("-")[0]
    return next((known for known in _MONTHS if known == primary), "en")


def attribution(quoted: Quoted, language: Language) -> str:
    """Return the line above what is quoted. Times are told in UTC, since nobody knows the reader's zone."""
    at = datetime.fromtimestamp(quoted.at / 1_000, UTC)
    return _WROTE[language].format(
        day=at.day,
        month=_MONTHS[language].split()[at.month - 1],
        year=at.year,
        time=f"{at:%H:%M}",
        by=clean_name(quoted.by) or "?",
    )


def forwarded_lines(passed_on: PassedOn, language: Language) -> tuple[str, ...]:
    """Return the lines above a message that is passed on: who wrote it, when, and its subject if it has one."""
    title, who, when, what = _PASSED_ON[language]
    by, address = clean_name(passed_on.by), clean_name(passed_on.address)
    named = f"{by} <{address}>" if by and address else by or address or "?"
    subject = clean_name(passed_on.subject)
    lines = (f"---------- {title} ----------", f"{who}: {named}", f"{when}: {_moment(passed_on.at, language)}")
    return (*lines, f"{what}: {subject}") if subject else lines


def _moment(at: int, language: Language) -> str:
    when = datetime.fromtimestamp(at / 1_000, UTC)
    return _DATES[language].format(
        day=when.day, month=_MONTHS[language].split()[when.month - 1], year=when.year, time=f"{when:%H:%M}"
    )


def from_name(agent: str, brand: str, language: Language) -> str:
    """Return who a mail comes from: `Ana at Farol`, or whichever of the two is known."""
    if not (agent and brand):
        return agent or brand
    return _AGENT_AT.get(language, "{agent} - {brand}").format(agent=agent, brand=brand)


def first_subject(brand: str, language: Language) -> str:
    """Return the subject of a mail that answers none and has none."""
    return _SUBJECT[language].format(brand=brand)


def acknowledgement(written: str, brand: str, address: str, language: Language) -> str:
    """Return what a first mail is answered with: as the inbox's people have written it, or in our own words."""
    own = (_ARRIVED if brand else _ARRIVED_HERE)[language]
    return (brand or address).join((written or own).split("{brand}"))


def page_line(language: Language) -> str:
    """Return the line before the address of the conversation's page."""
    return _PAGE[language]


def page_button(language: Language) -> str:
    """Return what stands on the button that leads to the conversation's page."""
    return _PAGE_BUTTON[language]
