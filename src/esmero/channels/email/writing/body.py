"""What a mail says, once for both of its forms: the text, who signs, and what it answers."""

from __future__ import annotations

import re

from msgspec import Struct

from esmero.channels.email.settings import EmailSettings, Language
from esmero.channels.email.writing.words import attribution, forwarded_lines, page_line
from esmero.contract.messages import Outgoing, PassedOn
from esmero.kit.text import clean_name, clean_text, cut

LONGEST_QUOTE = 20_000
"""Characters of the quoted message; whoever wants more has it in their own mailbox."""
_SHOWN = re.compile(r'"file:([0-9]{1,18})"')
DELIMITER = "-- "
"""The line above a signature (RFC 3676 section 4.3)."""


class Passage(Struct, frozen=True, kw_only=True):
    """A message that is forwarded: the lines above it, its text, and its HTML with the files that this shows."""

    head: tuple[str, ...]
    text: str
    markup: str = ""
    images: tuple[int, ...] = ()


class Body(Struct, frozen=True, kw_only=True):
    """What a mail says.

    Attributes:
        page: the address of the conversation's page, empty for none.
        signature: empty for none.
        attribution: the line above `quote`, empty where nothing is quoted.
    """

    text: str
    page: str = ""
    signature: str = ""
    attribution: str = ""
    quote: str = ""
    passed_on: tuple[Passage, ...] = ()
    language: Language = "en"


def body_of(outgoing: Outgoing, settings: EmailSettings, language: Language) -> Body:
    """Put together what a reply says."""
    quoted = outgoing.quoted
    return Body(
        text=clean_text(outgoing.text),
        page=outgoing.page,
        signature=_signature(outgoing, settings),
        attribution=attribution(quoted, language) if quoted else "",
        quote=cut(clean_text(quoted.text), LONGEST_QUOTE) if quoted else "",
        passed_on=tuple(_passage(one, language) for one in outgoing.passed_on),
        language=language,
    )


def plain(body: Body) -> str:
    """Return the body as text. Lines are as long as paragraphs: programs wrap them to their window.

    `format=flowed` (RFC 3676) would add nothing but breaks where a program doesn't know it; the widest-used don't.
    """
    blocks = [body.text]
    if body.page:
        blocks.append(f"{page_line(body.language)}\n{body.page}")
    if body.signature:
        blocks.append(f"{DELIMITER}\n{body.signature}")
    if body.attribution:
        blocks.append(f"{body.attribution}\n{quoted_lines(body.quote)}")
    for passage in body.passed_on:
        blocks += ["\n".join(passage.head), passage.text]
    return "\n\n".join(block for block in blocks if block) + "\n"


def quoted_lines(text: str) -> str:
    """Return a text with `>` before each line; what was quoted before only gets one level more."""
    return "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in text.split("\n"))


def _passage(passed_on: PassedOn, language: Language) -> Passage:
    return Passage(
        head=forwarded_lines(passed_on, language),
        text=clean_text(passed_on.text),
        markup=passed_on.markup,
        images=tuple(int(number) for number in _SHOWN.findall(passed_on.markup)),
    )


def _signature(outgoing: Outgoing, settings: EmailSettings) -> str:
    brand = clean_name(settings.brand)
    agent = clean_name(outgoing.sender_name) or brand
    # Replaced one after the other in one go, so that a name with a brace in it stays a name.
    ours = brand.join(agent.join(piece.split("{agent}")) for piece in settings.signature.split("{brand}"))
    return "\n".join(part for part in (clean_text(outgoing.signature), clean_text(ours)) if part)
