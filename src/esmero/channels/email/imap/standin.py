"""What the desk gets of a mail that is larger than it takes: who wrote, when and about what."""

from __future__ import annotations

import re

# Whatever describes a body that isn't here.
_OF_THE_BODY = re.compile(rb"(?im)^(?:content-[a-z-]+|mime-version):.*(?:\r?\n[ \t].*)*\r?\n?")
_WORDS = "This mail is larger than the desk takes ({size} MB; it takes {most} MB). It still lies in the mailbox, where it can be read with any mail program."  # noqa: E501


def stand_in(header: bytes, octets: int, most: int) -> bytes:
    """Return a mail with this header and a sentence in place of the body."""
    kept = _OF_THE_BODY.sub(b"", header.rstrip() + b"\r\n")
    words = _WORDS.format(size=-(-octets // 1_000_000), most=most // 1_000_000)
    fields = f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\nX-Esmero-Too-Large: {octets}\r\n"
    return kept + fields.encode() + b"\r\n" + words.encode() + b"\r\n"
