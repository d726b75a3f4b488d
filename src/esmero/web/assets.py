"""The files of the user interface, held in memory, compressed once, under an address that changes when they do."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

from msgspec import Struct

from esmero.web import joined

UI = Path(__file__).parent.parent / "ui"
LANGUAGES = ("en", "es", "hi", "hu")

# What browsers are given, and as what. Anything else in the folder (templates, types, notes) stays inside.
_KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ftl": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_PACKED = frozenset({".png", ".ico", ".woff2"})
"""Kinds that are compressed already."""
# A Fluent message or term begins its line with its name; what belongs to it is indented or empty.
_ENTRY = re.compile(r"^(?P<name>-?[a-zA-Z][\w-]*) *=.*(?:\n(?:[ \t}].*|[ \t]*(?=\n[ \t]))?)*", re.MULTILINE)
_PART = re.compile(r"[a-z]+\Z")


class Asset(Struct, frozen=True):
    """One file as it is given out. `packed` is its gzip form, if that is smaller."""

    kind: str
    body: bytes
    packed: bytes | None
    etag: str


class Assets:
    """Everything under `ui/` that browsers may have."""

    def __init__(self, folder: Path = UI) -> None:
        self._folder = folder
        self._bodies = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
        self._made: dict[str, Asset] = {}
        self.version = _version(self._bodies)

    @property
    def path(self) -> str:
        """The path under which the files of this version stand, without a slash at its end."""
        return f"/assets/{self.version}"

    def find(self, path: str) -> Asset | None:
        """Return a file by its path under `ui/`, or a part of a language's words; None for anything else."""
        made = self._made.get(path)
        if made is None:
            body = self._body(path)
            if body is None or Path(path).suffix not in _KINDS:
                return None
            made = self._made[path] = _asset(path, body)
        return made

    def template(self, path: str) -> str | None:
        """Return a page's template, which browsers never get as it is."""
        body = self._bodies.get(path)
        return None if body is None else body.decode()

    def _body(self, path: str) -> bytes | None:
        """A file as browsers get it: our own without comments, modules joined where that is asked for."""
        if path.endswith(joined.SUFFIX):
            return joined.join(path, self._bodies)
        body = self._bodies.get(path)
        if body is None or path.startswith("vendor/"):
            return body or self._part(path)
        match Path(path).suffix:
            case ".js":
                return joined.bare_script(body.decode()).encode()
            case ".css":
                return joined.bare_style(body.decode()).encode()
        return body

    def _part(self, path: str) -> bytes | None:
        """`locales/hu/widget.ftl`: the messages of `locales/hu.ftl` that the widget uses."""
        match path.split("/"):
            case ["locales", language, part] if language in LANGUAGES and part.endswith(".ftl"):
                name = part.removesuffix(".ftl")
                written = self._bodies.get(f"locales/{language}.ftl")
                return _messages(written.decode(), name) if written and _PART.match(name) else None
        return None


def _messages(written: str, part: str) -> bytes:
    """The messages whose names begin with the part's or `shared-`, and all terms, which they may use."""
    wanted = (f"{part}-", "shared-", "-")
    entries = (found for found in _ENTRY.finditer(written) if found["name"].startswith(wanted))
    return "\n".join(found[0].rstrip() for found in entries).encode() + b"\n"


def _asset(path: str, body: bytes) -> Asset:
    suffix = Path(path).suffix
    packed = None if suffix in _PACKED else gzip.compress(body, 9, mtime=0)
    if packed is not None and len(packed) >= len(body):
        packed = None
    return Asset(_KINDS[suffix], body, packed, f'"{hashlib.sha256(body).hexdigest()[:20]}"')


def _version(bodies: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path in sorted(bodies):
        digest.update(f"{path}\0{len(bodies[path])}\0".encode())
        digest.update(bodies[path])
    return digest.hexdigest()[:12]


def _files(folder: Path) -> list[Path]:
    """The files of the folder; a link that leads out of it is passed over."""
    inside = folder.resolve()
    # Only links are resolved: a hundred and more files lie there, and each start looks at all.
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and (not path.is_symlink() or path.resolve().is_relative_to(inside))
    ]
