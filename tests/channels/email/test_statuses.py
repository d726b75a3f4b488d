"""What a server's refusal means: from its status, its words, or its three digits."""

from __future__ import annotations

import pytest

from esmero.channels.email.statuses import Asked, code_of, status_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("550 5.1.1 The email account that you tried to reach does not exist.", "no-such-address"),
        ("550 5.2.1 The account is disabled", "no-such-address"),
        ("552 5.2.2 Over quota", "mailbox-full"),
        ("452 4.2.2 The mailbox is full", "mailbox-full"),
        ("550 5.1.2 Bad destination system", "domain-unknown"),
        ("556 5.1.10 Recipient domain takes no mail", "domain-unknown"),
        ("550 5.4.4 Unable to route", "domain-unknown"),
        ("450 4.4.4 Unable to route now", "server-away"),
        ("554 5.7.1 Message rejected as spam", "junk"),
        ("550 5.7.1 Access denied", "junk"),
        ("550 5.7.1 Recipient address rejected: user unknown", "no-such-address"),
        ("550 5.7.26 This mail is unauthenticated", "sender-refused"),
        ("552 5.3.4 Message size exceeds fixed limit", "too-large"),
        ("553 5.1.8 Sender's domain", "sender-refused"),
        ("421 4.3.2 Shutting down", "server-away"),
        ("451 4.7.1 Greylisted, come back in 5 minutes", "greylisted"),
        ("450 4.7.0 Too many connections; slow down", "greylisted"),
        ("550 5.7.11 Encryption needed", "encryption-failed"),
        ("5.4.7 Delivery time expired", "timed-out"),
    ],
)
def test_a_status_is_understood_and_words_where_it_says_little(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("asked", "answer", "text", "code"),
    [
        ("recipient", 550, "Requested action not taken", "no-such-address"),
        ("recipient", 550, "blocked by our block list", "junk"),
        ("recipient", 552, "Sorry", "mailbox-full"),
        ("mail", 552, "Sorry", "too-large"),
        ("mail", 554, "Transaction failed", "other"),
        ("sender", 550, "No", "sender-refused"),
        ("sender", 530, "5.7.0 Authentication required", "sign-in-refused"),
        ("recipient", 451, "Local error", "server-away"),
        ("", 250, "what?", "other"),
    ],
)
def test_a_server_without_statuses_is_understood_by_what_it_refused(
    asked: Asked, answer: int, text: str, code: str
) -> None:
    assert code_of(text, asked=asked, answer=answer) == code


@pytest.mark.parametrize(
    ("text", "status"),
    [("550 5.1.1 no", "5.1.1"), ("10.5.1.1 is no status", ""), ("[192.0.2.25] 5.7.26", "5.7.26"), ("no", "")],
)
def test_a_status_is_no_part_of_an_address(text: str, status: str) -> None:
    assert status_in(text) == status
