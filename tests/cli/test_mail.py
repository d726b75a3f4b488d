"""`esmero mail`, as an operator types it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from esmero.cli import main as cli
from tests.channels.email.mails import OWN

KEYS = {
    *(
        "message_id",
        "in_reply_to",
        "references",
        "from",
        "to",
        "cc",
        "subject",
        "date",
        "kind",
        "text",
        "reply",
        "quoted",
    ),
    *("html", "attachments", "bounce", "language"),
}


def test_a_mail_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    names = ["body-nested", "bounce-postfix"]
    assert cli.main(["mail", "inspect", *(str(OWN / f"{name}.eml") for name in names), "--json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first.keys() >= KEYS
    assert second.keys() >= KEYS
    assert first["from"] == "Ana Vidal <ana@correo.example>"
    assert first["to"] == ["Help <help@shop.example>"]
    assert first["message_id"] == "m1@correo.example"
    assert first["date"] == "2026-11-02T09:15:00Z"
    assert (first["kind"], first["bounce"]) == ("message", None)
    assert first["attachments"] == [
        {"name": "cup.gif", "type": "image/gif", "size": 14, "inline": True},
        {"name": "bill.pdf", "type": "application/pdf", "size": 10, "inline": False},
    ]
    (recipient,) = second["bounce"]["recipients"]
    assert recipient["address"] == "bela@posta.example"
    assert (recipient["status"], recipient["action"], recipient["permanent"]) == ("5.1.1", "failed", True)
    assert second["bounce"]["message_id"] == "reply-77@shop.example"


def test_what_is_missing_is_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.eml").write_bytes(b"")
    assert cli.main(["mail", "inspect", "--json", str(tmp_path / "empty.eml")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [found[key] for key in ("message_id", "from", "date", "html", "bounce", "language")] == [None] * 6
    assert (found["kind"], found["text"], found["to"], found["references"]) == ("message", "", [], [])


def test_without_json_it_is_a_page_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["mail", "inspect", str(OWN / "bounce-plain-hu.eml")]) == 0
    told = capsys.readouterr().out
    assert "kind:     bounce (sent by postmaster" in told
    assert "failed:   pedro@correo2.example 5.1.1 for good" in told
    assert "A levél kézbesítése meghiúsult" in told


def test_a_mail_comes_through_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Subject: From a pipe\n\nhello\n")))
    assert cli.main(["mail", "inspect", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["subject"] == "From a pipe"


def test_a_file_that_is_not_there_keeps_nobody_from_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / "none.eml"), str(OWN / "body-nul-bytes.eml"), str(tmp_path)]
    assert cli.main(["mail", "inspect", "--json", *files]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["text"] for line in captured.out.splitlines()] == ["Hello"]
    assert captured.err.count("can't be read") == 2


def test_no_file_is_a_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["mail", "inspect"]) == cli.MISUSED
    assert "FILES" in capsys.readouterr().err
