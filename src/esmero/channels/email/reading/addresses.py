"""Lists of addresses (RFC 5322 section 3.4), also with the commas and brackets that programs leave out or add."""

from __future__ import annotations

import re
from itertools import pairwise

from esmero.channels.email.reading.limits import MAILBOXES
from esmero.channels.email.reading.mail import Mailbox
from esmero.channels.email.reading.words import decode_words
from esmero.kit.text import clean_name

_TOKEN = re.compile(r'"[^"]*"|<[^>]*>|\([^()]*\)|=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=|[,;:]|[^",;:<(=]+|.', re.DOTALL)
# Quotes around an address are none of it, but O'Neil's stands within.
_ADDRESS = re.compile(r"""[^\s<>,;:"'()\[\]@][^\s<>,;:"()\[\]@]*@[^\s<>,;:"'()@]+""")
_TWICE = re.compile(r"@[^\s<>,;:\"'()@]+@")
_WORD = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=")
# Comments may stand anywhere (RFC 5322 section 3.2.2), also around the @.
_COMMENT = re.compile(r"\([^()]*\)")
_ESCAPED = (("\\\\", "\x01"), ('\\"', "\x02"))
_MOST_WORDS = 40
"""Of one name, and the signs between them."""
LONGEST = 320
"""Of an address (RFC 3696 section 3, with its erratum's room)."""


def parse_mailboxes(values: list[str]) -> tuple[Mailbox, ...]:
    """Return everybody that these fields name, groups taken apart, none twice."""
    found = dict[Mailbox, None]()
    for value in values:
        for mailbox in _parse(value):
            found.setdefault(mailbox)
            if len(found) >= MAILBOXES:
                return tuple(found)
    return tuple(found)


def parse_address(value: str) -> str | None:
    """Return the one address in a field such as Return-Path: empty for `<>`, None where there is none."""
    if value.strip() in ("<>", '"<>"', "< >"):
        return ""
    found = parse_mailboxes([value])
    return found[0].address if found else None


def are_of_one_house(one: Mailbox, other: Mailbox) -> bool:
    """Tell whether two addresses are of one domain, or the one's is below the other's."""
    here, there = (f".{mailbox.address.rpartition('@')[2].casefold()}" for mailbox in (one, other))
    return here.endswith(there) or there.endswith(here)


class _Entry:
    """What has been read of one mailbox so far."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.after: list[str] = []
        self.comments: list[str] = []
        self.address: str | None = None


def _parse(value: str) -> list[Mailbox]:
    found, entry = list[Mailbox](), _Entry()
    for piece in _TOKEN.findall(_prepared(value)):
        match piece[0]:
            case "," | ";":
                if _is_half_a_name(entry, piece):
                    entry.words.append(", ")
                    continue
                found += _made(entry)
                entry = _Entry()
            case ":":
                if not _is_within_address(entry):
                    entry = _Entry()  # the name of a group
                else:
                    entry.words.append(piece)
            case "<" if len(piece) > 1:
                if entry.address:
                    # Somebody forgot the comma.
                    found += _made(entry)
                    after, entry = entry.after, _Entry()
                    entry.words = after
                entry.address = _COMMENT.sub("", piece[1:-1])
            case "(" if len(piece) > 1:
                entry.comments.append(piece[1:-1])
            case _:
                (entry.words if entry.address is None else entry.after).append(piece)
        if len(found) > MAILBOXES:
            return found
    return found + _made(entry)


def _prepared(value: str) -> str:
    for written, stands in _ESCAPED:
        value = value.replace(written, stands)
    # A bracket that nobody closes is a sign like any other; looking for its end each time would take the square.
    closed = value.rfind(">") + 1
    return value[:closed] + value[closed:].replace("<", " ")


def _is_half_a_name(entry: _Entry, piece: str) -> bool:
    """Tell whether this comma stands in a name that should have been in quotes: `Doe, Jane <jane@…>`."""
    if len(entry.words) > _MOST_WORDS:
        return False
    text = "".join(entry.words)
    return piece == "," and entry.address is None and bool(text.strip()) and "@" not in text


def _is_within_address(entry: _Entry) -> bool:
    if len(entry.words) > _MOST_WORDS:
        return False
    return "".join(entry.words).strip().lower() in ("mailto", "smtp") or "@" in "".join(entry.words)


def _made(entry: _Entry) -> list[Mailbox]:
    words = "".join(map(_unquoted, entry.words))
    # What stands in quotes is a name, too, unless there is no other address, or it is the first half of one.
    bare = "".join(" " if word.startswith('"') else word for word in entry.words)
    if entry.address is not None:
        address = _address_in(entry.address) or _address_in(words)
        name = words
    else:
        address = (_address_in(bare) if "@" in bare.lstrip(" @")[1:] else None) or _address_in(words)
        name = words.replace(address, " ") if address else ""
    if address is None or _begins_in_quotes(entry.words):
        return []
    return [Mailbox(_name(name, address) or _name(" ".join(entry.comments), address), address)]


def _begins_in_quotes(words: list[str]) -> bool:
    """Tell whether this is `"two words"@weller.example`: half of it would be somebody else's address."""
    return any(
        word.startswith('"') and " " in word.strip('" ') and after.startswith("@") for word, after in pairwise(words)
    )


def _address_in(text: str) -> str | None:
    """Return the address, without a route before it (RFC 5322 section 4.4), `mailto:` and quotes around it."""
    if "=?" in text:
        # What is encoded is a name, whatever it says; only some programs encode the address with it.
        bare = _WORD.sub(" ", text)
        text = bare if "@" in bare else decode_words(text)
    text = text.rpartition(":")[2] if text.lstrip().startswith(("@", "mailto:", "MAILTO:", "smtp:", "SMTP:")) else text
    text = clean_name(text.replace("\x02", "").replace("\x01", ""), longest=4 * LONGEST)
    found = _ADDRESS.search(text.strip().strip("'\"").strip())
    if found is None or _TWICE.search(text) or len(found[0]) > LONGEST:
        return None
    return found[0].rstrip(".")


def _unquoted(word: str) -> str:
    return word[1:-1] if len(word) > 1 and word.startswith('"') and word.endswith('"') else word


def _name(written: str, address: str) -> str:
    if not any(map(str.isalnum, written)):
        return ""
    name = clean_name(decode_words(written.replace("\x02", '"').replace("\x01", "\\")), longest=200)
    # Some programs put quotes around what has quotes already, and many repeat the address as a name.
    while len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return "" if name == address else name
