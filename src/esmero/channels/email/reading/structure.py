"""A mail's parts (RFC 2046 section 5.1), found in one pass over its bytes, however deeply they are nested.

The standard library's parser feeds every line through as many generators as there are levels: 18 ms for a file of
200 KB, and the end of Python's stack at some hundred levels. Here nobody looks at the lines of a part one by one.
"""

from __future__ import annotations

import re

from esmero.channels.email.reading.headers import Headers, read_headers
from esmero.channels.email.reading.limits import DELIMITER_LINES, DEPTH, HEADER_BYTES, LEVELS, PARTS
from esmero.channels.email.reading.parameters import text_parameter
from esmero.channels.email.reading.transfer import decode_transfer

_LONGEST_BOUNDARY = 1_000
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+\Z")
_EMPTY_LINE = re.compile(rb"\n\r?\n")
_FIRST_DELIMITER = re.compile(rb"\n--([^\r\n]{1,200}?)[ \t]*\r?\n(?=[Cc]ontent-)")


class Part:
    """One part: its fields, where its content stands in the mail, and its own parts if it has any."""

    __slots__ = (
        "_raw",
        "children",
        "disposition",
        "encoding",
        "end",
        "headers",
        "name",
        "parameters",
        "start",
        "troubles",
        "type",
    )

    def __init__(self, raw: bytes, headers: Headers, start: int, *, in_digest: bool = False) -> None:
        self._raw = raw
        self.headers = headers
        self.start = start
        self.end = len(raw)
        self.encoding = headers.word("content-transfer-encoding")
        self.children: list[Part] = []
        self.troubles: list[str] = []
        self.type, self.parameters = headers.parameters("content-type")
        self.disposition, disposed = headers.parameters("content-disposition")
        self.name = text_parameter(disposed, "filename") or text_parameter(self.parameters, "name")
        if not _TYPE.match(self.type):
            self.type = _type_without(self.type, in_digest=in_digest, named=bool(self.name))

    @property
    def is_multipart(self) -> bool:
        return self.type.startswith("multipart/")

    def encoded(self, longest: int | None = None) -> bytes:
        """Return the content as it stands in the mail."""
        return self._raw[self.start : self.end if longest is None else min(self.end, self.start + longest)]

    def content(self, longest: int | None = None) -> bytes:
        """Return the content's own bytes, decoded from at most `longest` bytes of the mail."""
        content, trouble = decode_transfer(self.encoded(longest), self.encoding)
        if trouble and trouble not in self.troubles:
            self.troubles.append(trouble)
        return content

    @property
    def is_base64(self) -> bool:
        return self.encoding == "base64"

    @property
    def length(self) -> int:
        """How many bytes it takes up in the mail."""
        return self.end - self.start


def leaves(part: Part) -> list[Part]:
    """Return the parts without parts of their own, in the order of the mail."""
    if not part.children:
        return [part]
    return [leaf for child in part.children for leaf in leaves(child)]


def split(raw: bytes) -> tuple[Part, list[str]]:
    """Return the mail as a tree that is at most `DEPTH` deep, and what was wrong with its form."""
    return _Splitter(raw).run()


class _Level:
    """A multipart whose end has not come yet."""

    __slots__ = ("boundary", "hidden", "part")

    def __init__(self, part: Part, boundary: bytes, hidden: int | None) -> None:
        self.part = part
        self.boundary = boundary
        self.hidden = hidden  # the level of the same boundary farther out, while this one stands before it


class _Splitter:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._levels: list[_Level] = []
        self._by_boundary: dict[bytes, int] = {}
        self._leaf: Part | None = None
        self._count = 0
        self._begun = 0
        self._troubles: list[str] = []

    def run(self) -> tuple[Part, list[str]]:
        headers, start, troubles = read_headers(self._raw, 0, len(self._raw))
        self._troubles += troubles
        root = Part(self._raw, headers, start)
        self._begin(root)
        self._find_delimiters(start)
        for level in self._levels:
            if self._count < PARTS:
                self._tell("a part has no end")
            level.part.end = len(self._raw)
        return root, self._troubles

    def _find_delimiters(self, start: int) -> None:
        raw, position = self._raw, max(start - 1, 0)
        if start == 0 and raw.startswith(b"--") and self._levels:
            raw = self._raw = b"\n" + raw
        for _ in range(DELIMITER_LINES):
            at = self._next_hyphens(raw, position) if self._levels else -1
            if at == -1:
                return
            line_end = raw.find(b"\n", at + 1)
            line_end = len(raw) if line_end == -1 else line_end
            level, closing = self._match(raw[at + 3 : min(line_end, at + 3 + _LONGEST_BOUNDARY)].rstrip())
            position = line_end
            if level is None:
                continue
            self._end_above(level, at - (raw[at - 1 : at] == b"\r"))
            if closing:
                self._forget(level)
            elif self._count >= PARTS or self._begun >= LEVELS:
                self._tell("too many parts")
                return
            else:
                position = self._start_part(level, min(line_end + 1, len(raw))) - 1
        self._tell("too many lines that might end a part")

    def _next_hyphens(self, raw: bytes, position: int) -> int:
        """Return where the next line begins that might be a delimiter, with the line end before it; or -1."""
        if self._leaf is not None and self._leaf.is_base64:
            # No letter of base64 is a hyphen, and looking for one sign takes a fiftieth of the time.
            hyphen = raw.find(b"-", position + 1)
            if hyphen == -1 or raw[hyphen - 1 : hyphen + 2] == b"\n--":
                return hyphen - 1 if hyphen != -1 else -1
        return raw.find(b"\n--", position)

    def _match(self, line: bytes) -> tuple[int | None, bool]:
        """Return the level that this line delimits, and whether it ends it."""
        level = self._by_boundary.get(line)
        if level is None and line.endswith(b"--"):
            return self._by_boundary.get(line[:-2]), True
        return level, False

    def _start_part(self, level: int, start: int) -> int:
        parent = self._levels[level].part
        end = self._delimiter_before_text(start)
        headers, body, troubles = read_headers(self._raw, start, end)
        self._troubles += [trouble for trouble in troubles if trouble not in self._troubles]
        part = Part(self._raw, headers, body, in_digest=parent.type == "multipart/digest")
        self._begin(part)
        # A multipart that is too deep has no place in the tree; what is in it has.
        if self._leaf is part or level < DEPTH:
            self._levels[min(level, DEPTH)].part.children.append(part)
        if level > DEPTH:
            self._tell("nested too deeply")
        return body

    def _delimiter_before_text(self, start: int) -> int:
        """Return the end of what can be a part's fields: the next delimiter, if it comes before an empty line."""
        end = self._end_of_fields(start)
        at = self._raw.find(b"\n--", max(start - 1, 0), end)
        while at != -1:
            line_end = self._raw.find(b"\n", at + 1, end + _LONGEST_BOUNDARY)
            line = self._raw[at + 3 : line_end if line_end != -1 else end]
            if self._match(line[:_LONGEST_BOUNDARY].rstrip())[0] is not None:
                return max(at, start)
            at = self._raw.find(b"\n--", at + 3, end)
        return end

    def _end_of_fields(self, start: int) -> int:
        """Return the end of the next empty line, or how far fields are looked for."""
        longest = min(len(self._raw), start + 4 * HEADER_BYTES)
        found = _EMPTY_LINE.search(self._raw, start, longest)
        return longest if found is None else found.end()

    def _begin(self, part: Part) -> None:
        boundary = self._boundary_of(part) if part.is_multipart else b""
        self._leaf = None if boundary else part
        self._count += not boundary
        self._begun += bool(boundary)
        if boundary:
            self._levels.append(_Level(part, boundary, self._by_boundary.get(boundary)))
            self._by_boundary[boundary] = len(self._levels) - 1

    def _boundary_of(self, part: Part) -> bytes:
        declared = part.parameters.get("boundary", "").rstrip()[:_LONGEST_BOUNDARY]
        if declared:
            return declared.encode("utf-8", "replace")
        found = _FIRST_DELIMITER.search(self._raw, max(part.start - 1, 0), part.start + 4 * HEADER_BYTES)
        self._tell("a multipart without boundary")
        return found[1] if found else b""

    def _end_above(self, level: int, at: int) -> None:
        """End whatever is open within this level."""
        if self._leaf is not None:
            self._leaf.end = max(at, self._leaf.start)
            self._leaf = None
        while len(self._levels) > level + 1:
            ended = self._forget(len(self._levels) - 1)
            ended.end = max(at, ended.start)

    def _forget(self, level: int) -> Part:
        ended = self._levels.pop(level)
        if ended.hidden is None:
            del self._by_boundary[ended.boundary]
        else:
            self._by_boundary[ended.boundary] = ended.hidden
        return ended.part

    def _tell(self, trouble: str) -> None:
        if trouble not in self._troubles:
            self._troubles.append(trouble)


def _type_without(written: str, *, in_digest: bool, named: bool) -> str:
    """Return what a part is that doesn't tell (RFC 2045 section 5.2, RFC 2046 section 5.1.5)."""
    if written in ("html", "htm"):
        return "text/html"
    if in_digest and not written:
        return "message/rfc822"
    return "application/octet-stream" if named else "text/plain"
