"""Mails that lie in files are found, whole, and in the order of their time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from esmero.channels.email.archive.archive import Archive, open_archive
from esmero.kit.errors import BadInput

LATER = b"Date: Sat, 31 Oct 2026 12:00:00 +0000\n"
FROM = b"From tom@weller.example Fri Oct 30 12:00:00 2026\n"
NOON = 1_793_361_600_000


def texts(archive: Archive) -> list[bytes]:
    return [archive.read(letter) for letter in archive.letters]


def test_an_mbox_is_read_with_its_quoting_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "mails"
    path.write_bytes(
        FROM
        + LATER
        + b"\nFrom here it is not far.\n\nFrom Monday on we are open.\n>From me\n>>From you\n\n"
        + FROM
        + b"Subject: second\n\n\n"
        + b"From 17@xxx Wed Oct 28 12:00:00 +0000 2026\r\nSubject: third\r\n\r\nlast\r\n"
    )
    archive = open_archive(path)
    assert texts(archive) == [
        b"Subject: third\r\n\r\nlast\r\n",
        b"Subject: second\n\n",
        LATER + b"\nFrom here it is not far.\n\nFrom Monday on we are open.\nFrom me\n>From you\n",
    ]
    assert [letter.at - NOON for letter in archive.letters] == [-2 * 86_400_000, 0, 86_400_000]


def test_crlf_and_an_empty_file_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "mails").write_bytes((FROM + b"a: b\n\none\n\n" + FROM + b"a: b\n\ntwo\n").replace(b"\n", b"\r\n"))
    assert texts(open_archive(tmp_path / "mails")) == [b"a: b\r\n\r\none\r\n", b"a: b\r\n\r\ntwo\r\n"]
    (tmp_path / "none").touch()
    assert texts(open_archive(tmp_path / "none")) == []


def test_mails_without_an_empty_line_between_them_are_not_one(tmp_path: Path) -> None:
    one, two = b"From: tom@weller.example\n\nHello\n" + FROM + b"it says there.\n", b"From: eve@x.example\n\nHi\n"
    (tmp_path / "mails").write_bytes(FROM + one + FROM + two + FROM + b"X-Status: O\n\nlast, From " + FROM)
    assert texts(open_archive(tmp_path / "mails")) == [one, two, b"X-Status: O\n\nlast, From " + FROM]


def test_a_maildir_with_its_folders_is_read_by_time(tmp_path: Path) -> None:
    for name, raw in (("cur/2:2,S", LATER + b"\ntwo"), ("new/1", b"a: b\n\none"), (".Sent/cur/3", LATER + b"\nthree")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    os.utime(tmp_path / "new" / "1", (NOON // 1000, NOON // 1000))
    (tmp_path / "tmp").mkdir()
    (tmp_path / "tmp" / "4").write_bytes(b"half a")
    archive = open_archive(tmp_path)
    assert [text[-3:] for text in texts(archive)] == [b"one", b"ree", b"two"]
    (tmp_path / "cur" / "2:2,S").rename(tmp_path / "cur" / "2:2,RS")
    assert open_archive(tmp_path).fingerprint == archive.fingerprint


def test_a_folder_of_mboxes_is_one_archive(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.mbox").write_bytes(FROM + LATER + b"\ntwo")
    (tmp_path / "b.mbox").write_bytes(FROM + b"\none")
    archive = open_archive(tmp_path)
    assert [text[-3:] for text in texts(archive)] == [b"one", b"two"]
    (tmp_path / "b.mbox").write_bytes(FROM + b"\nmore")
    assert open_archive(tmp_path).fingerprint != archive.fingerprint


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"From the beginning: a letter.\n")
    for path in (tmp_path / "text", tmp_path):
        with pytest.raises(BadInput):
            open_archive(path)
