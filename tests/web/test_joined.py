"""Modules of a page become one answer, and stay what they were."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from esmero.web.assets import UI, Assets
from esmero.web.joined import Unjoinable, bare_script, bare_style, join

NODE = compute_driver_executable()[0]
PAGE = (
    b'<script type="importmap">{"imports": {"lib": "{{assets}}/vendor/lib.js", "own": "{{assets}}/p/own.js"}}</script>'
)
LIBRARY = b"export default (text) => text.toUpperCase();\nexport const ends = '.';\n"


def page(**modules: str) -> dict[str, bytes]:
    """A page `p` with these modules and one library."""
    written = {f"p/{name}.js": source.encode() for name, source in modules.items()}
    return {"p/frame.html": PAGE, "vendor/lib.js": LIBRARY, **written}


def run(folder: Path, bodies: dict[str, bytes], *, first: str = "p/app.joined.js") -> str:
    """What Node prints when it runs the joined modules of a page."""
    for name in ("app", "later"):
        made = join(f"p/{name}.joined.js", bodies)
        if made is not None:
            (folder / f"{name}.joined.js").write_bytes(made)
    library = folder / "node_modules/lib"
    library.mkdir(parents=True)
    (library / "package.json").write_text('{"type": "module", "main": "lib.js"}')
    (library / "lib.js").write_bytes(LIBRARY)
    (folder / "package.json").write_text('{"type": "module"}')
    ended = subprocess.run([NODE, Path(first).name], cwd=folder, capture_output=True, text=True, timeout=30)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_modules_find_each_other_and_the_libraries(tmp_path: Path) -> None:
    bodies = page(
        app="import { word as first, Box } from './one.js';\nimport { two } from 'own';\n"
        "console.log(first(), two, new Box().size);\n",
        one="import up from 'lib';\nimport {\n  ends,\n} from 'lib';\n/** Says it. */\n"
        "export function word() {\n  return up(helper()) + ends;\n}\n"
        "export class Box {\n  size = 3;\n}\nfunction helper() {\n  return 'one';\n}\n",
        own="const helper = () => 'two';\nexport const two = helper();\n",
    )
    assert run(tmp_path, bodies) == "ONE. two 3\n"


def test_what_is_imported_later_shares_what_is_there_already(tmp_path: Path) -> None:
    bodies = page(
        app="import { state } from './state.js';\nstate.count += 1;\n"
        "import('./later.js').then(({ look }) => console.log(look()));\n",
        state="export const state = { count: 0 };\n",
        later="import { state } from './state.js';\nimport { extra } from './extra.js';\n"
        "export const look = () => [state.count, extra].join();\n",
        extra="export const extra = 'extra';\n",
    )
    assert run(tmp_path, bodies) == "1,extra\n"
    later = join("p/later.joined.js", bodies)
    assert later is not None
    assert b"count: 0" not in later


@pytest.mark.parametrize(
    "source",
    [
        "import * as all from './one.js';\n",
        "import './one.js';\n",
        "export default 1;\n",
        "export * from './one.js';\n",
        "export let changing = 1;\n",
        "import { a } from 'nobody';\n",
        "import { a } from './missing.js';\n",
    ],
)
def test_a_form_that_is_not_read_is_refused(source: str) -> None:
    with pytest.raises(Unjoinable):
        join("p/app.joined.js", page(app=source, one="export const a = 1;\n"))


def test_a_circle_of_imports_is_refused() -> None:
    bodies = page(app="import { a } from './one.js';\n", one="import { b } from './app.js';\nexport const a = 1;\n")
    with pytest.raises(Unjoinable, match="circle"):
        join("p/app.joined.js", bodies)


def test_only_modules_of_a_page_are_joined() -> None:
    bodies = page(app="const a = 1;\n")
    assert join("p/nothing.joined.js", bodies) is None
    assert join("vendor/lib.joined.js", bodies) is None


def test_comments_and_indentation_fall_away_and_nothing_else() -> None:
    source = (
        "/** What it is. */\n// why\nconst a = 'https://x/*y*/z'; // beside\n\n"
        "  /** @type {any} */ (a).b();\n/*\n * more\n */\nconst c = /\\/\\//;\n"
    )
    assert bare_script(source) == "const a = 'https://x/*y*/z'; // beside\n(a).b();\nconst c = /\\/\\//;\n"
    assert bare_script("  const a = `\n  b`;\n") == "  const a = `\n  b`;\n"
    assert bare_style("/* a\n b */\n.x { color: red; } /* c */\n") == ".x { color: red; } "


SCRIPTS = ("widget", "panel")
"""They stand on the shop's page, and are no modules."""


@pytest.mark.parametrize("name", sorted(path.stem for path in UI.glob("widget/*.js") if path.stem not in SCRIPTS))
def test_every_module_of_the_widget_can_be_joined(name: str) -> None:
    made = Assets().find(f"widget/{name}.joined.js")
    assert made is not None
    ended = subprocess.run([NODE, "--check", "--input-type=module"], input=made.body, capture_output=True, timeout=30)
    assert ended.returncode == 0, ended.stderr.decode()


def test_every_script_of_ours_stays_a_script_without_its_comments(tmp_path: Path) -> None:
    assets = Assets()
    for path in sorted(UI.rglob("*.js")):
        name = path.relative_to(UI).as_posix()
        if name.startswith("vendor/"):
            continue
        found = assets.find(name)
        assert found is not None
        (tmp_path / (name.replace("/", "-").removesuffix(".js") + ".mjs")).write_bytes(found.body)
    files = sorted(map(str, tmp_path.iterdir()))
    # One process for all: each is compiled, none is run.
    check = (
        "const { SourceTextModule } = require('vm'), { readFileSync } = require('fs');"
        "for (const identifier of process.argv.slice(1))"
        " new SourceTextModule(readFileSync(identifier, 'utf8'), { identifier })"
    )
    ended = subprocess.run(
        [NODE, "--experimental-vm-modules", "--no-warnings", "-e", check, *files],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
