"""Maildir: each mail is a file in `new` or `cur`, in a folder and the folders within it (Maildir++)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from esmero.channels.email.archive.letter import HEADER_OCTETS, Letter, date_of, header_of
from esmero.kit.clock import SECOND


def is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() or (path / "new").is_dir()


def letters(path: Path) -> Iterator[Letter]:
    """Return the mails of one folder, by their names."""
    for part in ("cur", "new"):
        if not (path / part).is_dir():
            continue
        for file in sorted((path / part).iterdir()):
            if file.is_file() and not file.name.startswith("."):
                yield _letter(file)


def _letter(path: Path) -> Letter:
    with path.open("rb") as file:
        header = header_of(file.read(HEADER_OCTETS))
    return Letter(date_of(header) or int(path.stat().st_mtime) * SECOND, path, 0, 0)
