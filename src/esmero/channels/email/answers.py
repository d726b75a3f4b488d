"""What a mail server answers, as an outcome: whether it is worth trying again, when, and in whose words."""

from __future__ import annotations

import re

from msgspec import Struct

from esmero.contract.trouble import DeliveryError, PermanentTrouble, TemporaryTrouble
from esmero.kit.clock import HOUR, MINUTE, SECOND
from esmero.kit.text import clean_name

LATER = 5 * MINUTE
"""When to come again after a greylisting that names no time (RFC 6647 section 5 advises servers to take it then)."""
_NOT_SIGNED_IN = (530, 534, 535, 538)
_PUT_OFF = re.compile(r"gr[ae]y.?list|too (?:many|fast)|rate.?limit|throttl|slow down|try again later", re.IGNORECASE)
_AFTER = re.compile(r"\b([0-9]{1,5})\s*(s|sec|seconds?|m|min|minutes?)\b", re.IGNORECASE)


class Answer(Struct, frozen=True):
    """A reply code with its text, in which an enhanced status (RFC 3463) may stand."""

    code: int
    text: str

    @property
    def words(self) -> str:
        return f"{self.code} {clean_name(self.text, longest=400)}".rstrip()

    @property
    def is_fine(self) -> bool:
        return 200 <= self.code < 300


def refusal(of: str, answer: Answer) -> DeliveryError:
    """Return the trouble that a refusal of this mail is: 4xx may change, 5xx won't (RFC 5321 section 4.2.1).

    A server that wants a signing-in refuses the inbox and not the mail; that can be mended, and the mail then leaves.
    """
    if 500 <= answer.code < 600 and answer.code not in _NOT_SIGNED_IN:
        return PermanentTrouble(f"The mail server refuses {of}: {answer.words}")
    if 400 <= answer.code < 500:
        return TemporaryTrouble(f"The mail server does not take {of} yet: {answer.words}", wait=wait_of(answer))
    return TemporaryTrouble(f"The mail server answers oddly about {of}: {answer.words}")


def wait_of(answer: Answer) -> int | None:
    """Return after how many milliseconds a server wants to be asked again, if it tells."""
    if not _PUT_OFF.search(answer.text):
        return None
    if found := _AFTER.search(answer.text):
        unit = MINUTE if found[2].lower().startswith("m") else SECOND
        return min(max(int(found[1]) * unit, MINUTE), HOUR)
    return LATER
