"""What a mail server answers, as an outcome: whether it is worth trying again, when, and in whose words."""

from __future__ import annotations

import re

from msgspec import Struct

from esmero.channels.email.statuses import NOT_SIGNED_IN, PUT_OFF, Asked, code_of, status_in
from esmero.contract.trouble import DeliveryError, PermanentTrouble, TemporaryTrouble, Trouble
from esmero.kit.clock import HOUR, MINUTE, SECOND
from esmero.kit.text import clean_name

LATER = 5 * MINUTE
"""When to come again after a greylisting that names no time (RFC 6647 section 5 advises servers to take it then)."""
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


def refusal(asked: Asked, answer: Answer, *, address: str = "") -> DeliveryError:
    """Return the trouble that a refusal of this mail is: 4xx may change, 5xx won't (RFC 5321 section 4.2.1).

    A server that wants a signing-in refuses the inbox and not the mail; that can be mended, and the mail then leaves.
    """
    trouble = Trouble(
        code=code_of(answer.text, asked=asked, answer=answer.code),
        status=status_in(answer.text),
        said=answer.words,
        address=address,
    )
    if 500 <= answer.code < 600 and answer.code not in NOT_SIGNED_IN:
        return PermanentTrouble(trouble)
    return TemporaryTrouble(trouble, wait=wait_of(answer) if 400 <= answer.code < 500 else None)


def wait_of(answer: Answer) -> int | None:
    """Return after how many milliseconds a server wants to be asked again, if it tells."""
    if not PUT_OFF.search(answer.text):
        return None
    if found := _AFTER.search(answer.text):
        unit = MINUTE if found[2].lower().startswith("m") else SECOND
        return min(max(int(found[1]) * unit, MINUTE), HOUR)
    return LATER
