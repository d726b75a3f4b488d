"""Mails that others met: none raises, and every bounce among them is known for one."""

from __future__ import annotations

import email
from pathlib import Path

import msgspec
import pytest

from esmero.channels.email.reading.read import read_mail
from tests.channels.email.mails import foreign, with_foreign

pytestmark = with_foreign

# The five of these that flufl.bounce finds nobody in, by hand.
NOT_FOUND = {
    "bounce_01.txt": ("bounce", "JetMail says that the mail can't be delivered, and names only half an address"),
    "dumbass_01.txt": ("bounce", "a virus wall gave up after too many attempts; it names nobody"),
    "groupwise_03.txt": ("message", "a hotel answers a booking that was forwarded; nothing failed"),
    "qmail_08.txt": ("auto-reply", "Precedence: auto_reply, and the text of an automatic answer"),
    "simple_43.txt": ("bounce", "recipients are no valid users, it says, and returns the mail without naming them"),
}
KINDS = {
    "desk/auto_reply.eml": "auto-reply",
    "desk/auto_reply_with_auto_submitted.eml": "auto-reply",
    "desk/bounced_with_no_from.eml": "bounce",
    "desk/group_sender_support.eml": "message",
    "desk/notification.eml": "message",
    "desk/forwarder_email.eml": "message",
    "mime/jt-0498.msg": "list",
    "broken-and-odd/multipart_report_emails/report_422.eml": "bounce",
}


@pytest.mark.parametrize("path", foreign("mail") + foreign("reply-quotes"), ids=lambda path: path.name)
def test_no_mail_of_others_raises(path: Path) -> None:
    mail = read_mail(path.read_bytes())
    assert msgspec.json.decode(msgspec.json.encode(mail), strict=False)["raw_size"] == path.stat().st_size


def test_every_bounce_that_flufl_finds_is_a_bounce_with_its_recipients() -> None:
    from flufl.bounce import all_failures

    known, missed = 0, list[str]()
    for path in foreign("mail/bounces"):
        temporary, permanent = all_failures(email.message_from_bytes(path.read_bytes()))
        if not temporary | permanent:
            continue
        known += 1
        mail = read_mail(path.read_bytes())
        if mail.kind != "bounce" or mail.bounce is None or not mail.bounce.recipients:
            missed.append(path.name)
    assert known >= 112
    assert missed == []


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, (kind, _) in NOT_FOUND.items()])
def test_the_others_are_what_they_are(name: str, kind: str) -> None:
    (path,) = [path for path in foreign("mail/bounces") if path.name == name]
    assert read_mail(path.read_bytes()).kind == kind


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_mails_that_desks_met_are_what_they_are(name: str, kind: str) -> None:
    (path,) = [path for path in foreign("mail") if str(path).endswith(name)]
    assert read_mail(path.read_bytes()).kind == kind


def test_hardly_a_mail_of_a_person_is_taken_for_a_machines() -> None:
    """91 bodies that people wrote, without any header."""
    kinds = [read_mail(path.read_bytes()).kind for path in foreign("reply-quotes")]
    assert kinds.count("message") == len(kinds)
