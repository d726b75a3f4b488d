"""What a server's answer means for a mail."""

from __future__ import annotations

import pytest

from esmero.channels.email.answers import LATER, Answer, refusal, wait_of
from esmero.contract.trouble import PermanentTrouble, TemporaryTrouble
from esmero.kit.clock import HOUR, MINUTE


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *((code, TemporaryTrouble) for code in (421, 450, 451, 452, 454)),
        *((code, PermanentTrouble) for code in (500, 550, 552, 553, 554)),
        *((code, TemporaryTrouble) for code in (530, 535, 538, 250, 354, -1, 999)),
    ],
)
def test_what_may_change_is_tried_again_and_what_will_not_is_told(code: int, kind: type[Exception]) -> None:
    error = refusal("recipient", Answer(code, "5.1.1 Nobody\r\nhere"), address="marta@customer.example")
    assert type(error) is kind
    assert (error.trouble.status, error.trouble.said) == ("5.1.1", f"{code} 5.1.1 Nobody here")
    assert error.trouble.address == "marta@customer.example"


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("4.7.1 Greylisted, try again in 300 seconds", 5 * MINUTE),
        ("4.2.0 Greylisting in action, come back after 20 min", 20 * MINUTE),
        ("4.7.1 gray-listed for 3 s", MINUTE),
        ("4.7.1 Greylisted for 90000 seconds", HOUR),
        ("4.7.1 You are greylisted", LATER),
        ("4.7.28 Too many mails", LATER),
        ("4.2.1 The mailbox of 5 minutes ago is busy", None),
        ("", None),
    ],
)
def test_a_server_that_asks_for_patience_gets_it(text: str, wait: int | None) -> None:
    assert wait_of(Answer(450, text)) == wait


def test_words_of_a_server_stay_on_one_line() -> None:
    assert Answer(550, "a\r\nb\0\udcff" + "c" * 1_000).words.startswith("550 a b ccc")
    assert len(Answer(550, "c" * 1_000).words) <= 404
