"""Paragraphs that a mail program broke into lines become paragraphs again (RFC 3676)."""

from __future__ import annotations


def join_flowed(text: str, *, delete_spaces: bool) -> str:
    """Return the text with flowed lines joined; `delete_spaces` is the parameter DelSp (section 4.3)."""
    lines, open_depth = list[list[str]](), -1
    for line in text.split("\n"):
        depth, words = _unquote(line.rstrip("\r"))
        is_signature = words == "-- "
        # A quote that another one follows in a deeper level ends its paragraph (section 4.5).
        if open_depth == depth and lines and not is_signature:
            lines[-1].append(words)
        else:
            lines.append([f"{'>' * depth} " if depth else "", words])
        flows = words.endswith(" ") and not is_signature
        if flows and delete_spaces:
            lines[-1][-1] = words[:-1]
        open_depth = depth if flows else -1
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in map("".join, lines))


def _unquote(line: str) -> tuple[int, str]:
    """Return how deeply a line is quoted, and the line without what stuffing put before it (section 4.4)."""
    words = line.lstrip(">")
    return len(line) - len(words), words.removeprefix(" ")
