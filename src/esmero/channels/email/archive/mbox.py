"""mbox (RFC 4155): one file, whose mails each begin with a line `From `. A file of many gigabytes is looked through in
place and never read whole.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from esmero.channels.email.archive.letter import HEADER_OCTETS, Letter, date_of, header_of
from esmero.channels.email.reading.dates import parse_date

# `From ana@shop.example Fri Oct 30 12:00:00 2026`: a line of a text that begins with "From " has no such end. Between
# time and year some write a zone.
_BEGIN = re.compile(
    rb"From [^\r\n]{0,400}?((?:\w{3},? )?\w{3,9} +\d{1,2} +\d\d?:\d\d[^\r\n]{0,40} \d{4})[^\r\n]{0,40}\r?\n"
)
# What the header of a mail that was kept in a file begins with.
_FIELD = re.compile(
    rb"(?i)(?:Return-Path|Delivered-To|Envelope-To|Received|Authentication-Results|DKIM-Signature|X-[a-z0-9-]+|From|To"
    rb"|Subject|Date|Message-ID|MIME-Version|Status|Content-[a-z-]+|Reply-To|Sender|References|In-Reply-To):"
)
# Written by mboxrd, and read so: of mboxo's quoting nobody can tell what was quoted before.
_QUOTED = re.compile(rb"(?m)^>(>*From )")


def is_mbox(path: Path) -> bool:
    """Tell whether a file begins as an mbox does."""
    with path.open("rb") as file:
        return _BEGIN.match(file.read(1_000)) is not None


def letters(path: Path, passed: Callable[[int], None]) -> Iterator[Letter]:
    """Return the mails of a file, in the order in which they lie. `passed` is called with how many bytes were seen."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        begin: re.Match[bytes] | None = None
        for found in _BEGIN.finditer(content):
            if not _begins(content, found):
                continue
            if begin is not None:
                yield _letter(content, path, begin, found.start())
            begin = found
            passed(found.start())
        if begin is not None:
            yield _letter(content, path, begin, len(content))
        passed(len(content))


def read(letter: Letter) -> bytes:
    """Return a mail as it was before it was put into its file."""
    with letter.path.open("rb") as file:
        file.seek(letter.start)
        raw = file.read(letter.end - letter.start)
    # The empty line before the next `From ` is the file's.
    for end in (b"\r\n\r\n", b"\n\n"):
        if raw.endswith(end):
            raw = raw[: -len(end) // 2]
            break
    return _QUOTED.sub(rb"\1", raw)


def _begins(content: mmap.mmap, found: re.Match[bytes]) -> bool:
    """Tell whether a mail begins with this line.

    It stands at the begin of the file or behind an empty line (RFC 4155). Some programs write no such line; then the
    header that follows tells, or two people's mails would become one.
    """
    at = found.start()
    if at == 0 or content[max(0, at - 2) : at] == b"\n\n" or content[max(0, at - 3) : at] == b"\n\r\n":
        return True
    return content[at - 1 : at] == b"\n" and _FIELD.match(content, found.end()) is not None


def _letter(content: mmap.mmap, path: Path, begin: re.Match[bytes], end: int) -> Letter:
    header = header_of(content[begin.end() : min(end, begin.end() + HEADER_OCTETS)])
    at = date_of(header) or parse_date(begin[1].decode("ascii", "replace"))
    return Letter(at or 0, path, begin.end(), end)
