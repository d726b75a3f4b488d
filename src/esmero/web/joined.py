"""Joins the modules of a page into one answer: a shop's customers should wait for little, and ask for it once.

The sources stay single ES modules that nobody builds. What `widget/app.joined.js` names is made of `widget/app.js` and
all it imports, in memory and when it is first asked for, as compression is: each module becomes a function that returns
its exports, comments fall away, and the libraries stay imports. What a page imports later (`import('./talk.js')`) is
joined in the same way, without what `app.js` has brought already, so that every module exists once.

The modules are ours, so this reads the few forms that they use and refuses any other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from posixpath import normpath

SUFFIX = ".joined.js"
FIRST = "app.js"
PAGE = "frame.html"

# Comments that have their lines for themselves, types inside a line, and lines that are left empty.
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n|^\n", re.MULTILINE | re.DOTALL)
_TYPE = re.compile(r"/\*\* @(?:type|param) [^*\n]*\*/ ?")
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_IMPORT = re.compile(r"^import (?:(?P<default>\w+)|\{(?P<names>[^}]*)\}) from '(?P<name>[^']+)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|class|const) (?P<name>\w+)", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{(?P<names>[^}]*)\};\n", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b(?! *\().*", re.MULTILINE)
_LATER = re.compile(r"\bimport\('\./(?P<name>[\w-]+)\.js'\)")
_MAP = re.compile(r'<script type="importmap">(?P<map>.*?)</script>', re.DOTALL)


class Unjoinable(Exception):
    """A module has a form that this doesn't read."""


def bare_script(source: str) -> str:
    """Return one of our scripts without its comments and indentation: they are for those who read the sources."""
    bare = _TYPE.sub("", _COMMENT.sub("", source))
    # In a template literal the beginning of a line may be text.
    return bare if "`" in bare else _INDENT.sub("", bare)


def bare_style(source: str) -> str:
    """Return one of our style sheets without its comments."""
    return _STYLE_COMMENT.sub("", source)


def join(path: str, bodies: Mapping[str, bytes]) -> bytes | None:
    """Return what `folder/name.joined.js` stands for; None if there is no such module or no page for it.

    Raises:
        Unjoinable: a module imports or exports in another way than ours do, or in a circle.
    """
    folder, _, file = path.rpartition("/")
    entry = f"{folder}/{file.removesuffix(SUFFIX)}.js"
    page, first = bodies.get(f"{folder}/{PAGE}"), f"{folder}/{FIRST}"
    if page is None or entry not in bodies:
        return None
    sources = _Sources(bodies, _import_map(page.decode()))
    begun = frozenset() if entry == first else frozenset(sources.needed_by(first))
    return _written(sources, entry, begun)


def _written(sources: _Sources, entry: str, begun: frozenset[str]) -> bytes:
    own = [module for module in sources.needed_by(entry) if module not in begun]
    kept = sorted({name for module in own for name in sources.kept_by(module)})
    lines = [f"import * as {_variable(name)} from '{name}';" for name in kept]
    if begun:
        lines.append(f"import * as begun from './{FIRST.removesuffix('.js')}{SUFFIX}';")
    lines += [f"const {_variable(module)} = (() => {{\n{sources.function(module, begun)}}})();" for module in own]
    # What is imported later finds each module here under its own name; the entry's own exports stand beside them.
    lines.append(f"export {{ {', '.join(map(_variable, own))} }};")
    holder = f"{'begun.' if entry in begun else ''}{_variable(entry)}"
    lines += [f"export const {name} = {holder}.{name};" for name in sources.exports(entry)]
    return "\n".join(lines).encode() + b"\n"


class _Sources:
    """The modules of a page, and where their imports lead."""

    def __init__(self, bodies: Mapping[str, bytes], names: Mapping[str, str]) -> None:
        self._bodies = bodies
        self._names = names

    def needed_by(self, entry: str) -> list[str]:
        """The modules that this one needs, each after those that it needs itself; the entry stands last."""
        ordered: list[str] = []
        self._visit(entry, ordered, ())
        return ordered

    def _visit(self, module: str, ordered: list[str], above: tuple[str, ...]) -> None:
        if module in above:
            raise Unjoinable(f"a circle of imports: {' -> '.join((*above, module))}")
        if module in ordered:
            return
        for name in self._imported_by(module):
            target = self._target(module, name)
            if target is not None:
                self._visit(target, ordered, (*above, module))
        ordered.append(module)

    def kept_by(self, module: str) -> list[str]:
        """The libraries that it imports."""
        return [name for name in self._imported_by(module) if self._target(module, name) is None]

    def exports(self, module: str) -> list[str]:
        source = self._source(module)
        listed = [name.strip() for found in _EXPORTS.finditer(source) for name in found["names"].split(",")]
        return [found["name"] for found in _EXPORT.finditer(source)] + [name for name in listed if name]

    def function(self, module: str, begun: frozenset[str]) -> str:
        """The body of the function that a module becomes."""

        def taken(found: re.Match[str]) -> str:
            target = self._target(module, found["name"])
            source = _variable(target or found["name"])
            names = f"default: {found['default']}" if found["default"] else found["names"].replace(" as ", ": ").strip()
            return f"const {{ {names} }} = {'begun.' if target in begun else ''}{source};\n"

        body = _IMPORT.sub(taken, self._source(module))
        body = _EXPORTS.sub("", _EXPORT.sub(r"\g<kind> \g<name>", body))
        if other := _OTHER.search(body):
            raise Unjoinable(f"{module}: {other[0]}")
        body = _LATER.sub(rf"import('./\g<name>{SUFFIX}')", body)
        return f"{body}return {{ {', '.join(self.exports(module))} }};\n"

    def _imported_by(self, module: str) -> list[str]:
        return [found["name"] for found in _IMPORT.finditer(self._source(module))]

    def _target(self, module: str, name: str) -> str | None:
        """The path of what a module calls by this name; None for a library, which stays apart."""
        if name.startswith("."):
            path = normpath(str(PurePosixPath(module).parent / name))
        elif name in self._names:
            path = self._names[name]
        else:
            raise Unjoinable(f"{module}: nobody knows '{name}'")
        if path not in self._bodies:
            raise Unjoinable(f"{module}: there is no {path}")
        return None if path.startswith("vendor/") else path

    def _source(self, module: str) -> str:
        return bare_script(self._bodies[module].decode())


def _import_map(page: str) -> dict[str, str]:
    """The names of a page's import map, with their paths under `ui/`."""
    found = _MAP.search(page)
    names: dict[str, str] = json.loads(found["map"])["imports"] if found else {}
    return {name: path.removeprefix("{{assets}}/") for name, path in names.items()}


def _variable(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
