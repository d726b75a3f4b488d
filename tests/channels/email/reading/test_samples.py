"""Every sample of ours is read as the file beside it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from esmero.channels.email.reading.mail import Mail
from esmero.channels.email.reading.read import read_mail
from tests.channels.email import mails


def _bounce(mail: Mail) -> list[list[object]] | None:
    if mail.bounce is None:
        return None
    return [[one.address, one.status, one.action, one.permanent] for one in mail.bounce.recipients]


def _date(mail: Mail) -> str | None:
    if mail.date is None:
        return None
    return datetime.fromtimestamp(mail.date / 1_000, UTC).isoformat().replace("+00:00", "Z")


# How a key of the file beside a sample is found in the mail.
EXACT: dict[str, Callable[[Mail], object]] = {
    "kind": lambda mail: mail.kind,
    "subject": lambda mail: mail.subject,
    "from": lambda mail: str(mail.sender),
    "to": lambda mail: list(map(str, mail.to)),
    "date": _date,
    "in_reply_to": lambda mail: list(mail.in_reply_to),
    "references": lambda mail: list(mail.references),
    "text": lambda mail: mail.text,
    "reply": lambda mail: mail.own.strip(),
    "language": lambda mail: mail.language,
    "bounce": _bounce,
    "original": lambda mail: mail.bounce and mail.bounce.original and mail.bounce.original.message_id,
    "receipt_for": lambda mail: mail.receipt_for and mail.receipt_for.message_id,
    "files": lambda mail: [[file.name, file.type, file.inline] for file in mail.attachments],
    "may_answer": lambda mail: mail.may_answer,
    "encrypted": lambda mail: mail.encrypted,
    "priority": lambda mail: mail.priority,
    "delivered_to": lambda mail: list(mail.delivered_to),
    "spam": lambda mail: [[one.by, one.spam, one.score] for one in mail.spam],
    "authentication": lambda mail: [
        [one.server, *([check.method, check.result] for check in one.checks)] for one in mail.authentication
    ],
}
HOLDS: dict[str, Callable[[Mail], str]] = {
    "text": lambda mail: mail.text,
    "reply": lambda mail: mail.own,
    "quoted": lambda mail: mail.quoted,
    "html": lambda mail: mail.html or "",
}


def test_there_are_samples_and_each_has_its_expectation() -> None:
    assert len(mails.own()) > 100
    for name in mails.own():
        unknown = mails.wanted(name).keys() - EXACT.keys() - {f"{key}_has" for key in HOLDS}
        assert unknown - {f"{key}_lacks" for key in HOLDS} - {"defect"} == set()
        assert mails.wanted(name), f"{name} expects nothing"


@pytest.mark.parametrize("name", mails.own())
def test_a_sample_is_read_as_it_should_be(name: str) -> None:
    mail, wanted = read_mail(mails.own_raw(name)), mails.wanted(name)
    found = {key: EXACT[key](mail) for key in wanted if key in EXACT}
    assert found == {key: wanted[key] for key in found}
    assert _missing(mail, wanted) == []
    if "defect" in wanted:
        assert wanted["defect"] in mail.defects


def _missing(mail: Mail, wanted: dict[str, Any]) -> list[str]:
    """What should stand somewhere and doesn't, or does and should not."""
    wrong = list[str]()
    for key, of in HOLDS.items():
        text = of(mail)
        wrong += [f"{key} lacks {one!r}: {text!r}" for one in wanted.get(f"{key}_has", ()) if one not in text]
        wrong += [f"{key} has {one!r}: {text!r}" for one in wanted.get(f"{key}_lacks", ()) if one in text]
    return wrong
