"""Pages and the files that they load."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from esmero.kit.errors import NotFound
from esmero.store.bus import MemoryBus
from esmero.store.bus_redis import RedisBus
from esmero.web.assets import Assets
from esmero.web.edges import make_edges
from esmero.web.pages import template
from tests.web.browser import Browser
from tests.world import World

UI = {
    "widget/widget.js": "const widget = 1;\n" * 50,
    "widget/panel.js": "const panel = 1;\n" * 50,
    "shared/tokens.css": ":root { --ink: #222 }\n" * 50,
    "shared/logo.svg": "<svg/>",
    "shared/notes.md": "# Not for browsers",
    "console/index.html": "{{assets}}",
    "widget/types.d.ts": "export {}",
    "locales/hu.ftl": (
        "# A comment\n-brand = Esmero\n\nshared-send = Küldés\n\nwidget-hello = Jó napot\n"
        "    a { -brand } nevében\nwidget-count =\n    { $n ->\n        [one] egy\n       *[other] sok\n    }\n"
        "    .title = Cím\n\n\nconsole-list = Lista\nconsole-widget-like = Nem\n"
    ),
}


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    for path, text in UI.items():
        (tmp_path / "ui" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ui" / path).write_text(text, encoding="utf-8")
    (tmp_path / "secret.js").write_text("the master key")
    (tmp_path / "ui" / "link.js").symlink_to(tmp_path / "secret.js")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "other.js").write_text("another key")
    (tmp_path / "ui" / "linked").symlink_to(tmp_path / "secrets")
    return Assets(tmp_path / "ui")


def test_a_file_is_given_as_what_it_is(assets: Assets) -> None:
    found = assets.find("shared/tokens.css")
    assert found is not None
    assert found.kind == "text/css; charset=utf-8"
    assert found.packed is not None
    assert gzip.decompress(found.packed) == found.body == UI["shared/tokens.css"].encode()
    tiny = assets.find("shared/logo.svg")
    assert tiny is not None
    assert tiny.packed is None


def test_only_what_browsers_need_leaves_the_folder(assets: Assets) -> None:
    for path in (
        "shared/notes.md",
        "console/index.html",
        "widget/types.d.ts",
        "link.js",
        "linked/other.js",
        "../secret.js",
        "shared/../../secret.js",
        "/etc/passwd",
        "",
        "shared",
        "locales/hu/../hu.ftl",
        "locales/hu/.ftl",
        "locales/xx/widget.ftl",
        "locales/hu/widget.js",
    ):
        assert assets.find(path) is None, path


def test_a_part_of_a_language_holds_its_messages_whole(assets: Assets) -> None:
    found = assets.find("locales/hu/widget.ftl")
    assert found is not None
    text = found.body.decode()
    assert re.findall(r"^[-a-z]+(?= =)", text, re.MULTILINE) == [
        "-brand",
        "shared-send",
        "widget-hello",
        "widget-count",
    ]
    assert "    a { -brand } nevében" in text
    assert "       *[other] sok\n    }\n    .title = Cím" in text


def test_the_version_changes_with_any_file(assets: Assets, tmp_path: Path) -> None:
    assert Assets(tmp_path / "ui").version == assets.version
    (tmp_path / "ui" / "widget" / "widget.js").write_text("const widget = 2;")
    assert Assets(tmp_path / "ui").version != assets.version


@pytest.mark.parametrize("path", ["console/index.html", "demo/index.html", "demo/mailbox/index.html"])
def test_every_page_of_many_modules_names_the_libraries_alike(path: str) -> None:
    assets = Assets()
    page = template.draw(assets, path, facts="{}", title="Lamps", language="en").decode()
    assert page.count('<script type="importmap">') == 1
    named = re.findall(r'"([^"]+)": "(/assets/[^"]+/vendor/[^"]+)"', page)
    assert [name for name, _ in named] == ["preact", "preact/hooks", "@preact/signals", "htm", "@fluent/bundle"]
    assert all(assets.find(address.removeprefix(f"{assets.path}/")) for _, address in named)
    assert "{{" not in page


def test_a_page_that_is_not_there_is_not_found(assets: Assets) -> None:
    with pytest.raises(NotFound):
        template.draw(assets, "console/none.html")


def test_a_page_names_its_own_scripts_and_no_others() -> None:
    page = template.render(
        '<!-- a note --><script type="importmap">{"imports":{"a":"{{assets}}/a.js"}}</script>'
        '<script type="application/json">{"x":1}</script><script type="module" src="{{assets}}/b.js"></script>',
        {"assets": "/assets/1"},
    )
    policy = template.answer(page, own="https://desk.example", ancestors="'self'").headers["Content-Security-Policy"]
    assert b"note" not in page
    assert policy.count("'sha256-") == 1
    assert "connect-src 'self' wss://desk.example;" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy
    with pytest.raises(KeyError):
        template.render("{{nobody}}", {})


def test_a_page_that_shows_mails_lets_attributes_say_how_they_look_and_nothing_more() -> None:
    answer = template.answer(b"", own="https://desk.example", ancestors="'self'", letters=True)
    policy = answer.headers["Content-Security-Policy"]
    assert "style-src 'self'; style-src-attr 'unsafe-inline';" in policy
    assert policy.count("unsafe") == 1


async def test_files_are_cached_for_ever_under_their_version(stranger: Browser) -> None:
    version = Assets().version
    path = f"/assets/{version}/shared/tokens.css"
    answer = await stranger.http.get(path)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["x-content-type-options"] == "nosniff"
    plain = await stranger.http.get(path, headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in plain.headers
    assert plain.content == answer.content
    known = await stranger.http.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    old = await stranger.http.get("/assets/0123456789ab/shared/tokens.css")
    assert old.headers["cache-control"] == "public, no-cache"


async def test_the_loader_is_cached_for_minutes(stranger: Browser) -> None:
    for name in ("widget.js", "widget-panel.js"):
        answer = await stranger.http.get(f"/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/javascript")
        assert "max-age=300" in answer.headers["cache-control"]
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert (await stranger.http.head(f"/{name}")).status_code == 200


async def test_no_path_leads_out_of_the_folder(stranger: Browser) -> None:
    for path in (
        "/assets/x/..%2f..%2fsettings.py",
        "/assets/x/%2e%2e/%2e%2e/settings.py",
        "/assets/x//etc/passwd",
        "/assets/x/console/index.html",
    ):
        answer: httpx.Response = await stranger.http.get(path)
        assert answer.status_code == 404, path


async def test_the_front_door_leads_to_the_console(stranger: Browser) -> None:
    answer = await stranger.http.get("/")
    assert (answer.status_code, answer.headers["location"]) == (302, "/console")
    assert "Disallow: /" in (await stranger.http.get("/robots.txt")).text


async def test_whatever_is_no_page_can_do_nothing_in_a_browser(stranger: Browser) -> None:
    for path in ("/api/v1/session", "/health", "/nothing"):
        policy = (await stranger.http.get(path)).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; frame-ancestors 'none'")


async def test_https_is_remembered_only_where_it_is_spoken(stranger: Browser) -> None:
    assert "strict-transport-security" not in (await stranger.http.get("/health")).headers


async def test_the_process_tells_whether_it_can_serve(stranger: Browser, world: World) -> None:
    assert (await stranger.http.get("/health")).json() == {"status": "ok"}
    ready = await stranger.http.get("/ready")
    told = {"ready": True, "database": True, "blobs": True, "at_work": True, "bus": world.desk.bus.linked}
    assert (ready.status_code, ready.json()) == (200, told)


async def test_a_lost_bus_is_told_and_takes_no_process_out(world: World) -> None:
    for bus, linked in ((RedisBus("redis://127.0.0.1:1"), False), (MemoryBus(), True)):
        desk = replace(world.desk, services=replace(world.desk.services, bus=bus))
        async with Browser(make_edges(desk).site, address="127.0.0.1") as browser:
            ready = await browser.http.get("/ready")
            assert (ready.status_code, ready.json()["ready"], ready.json()["bus"]) == (200, True, linked)
            assert f"esmero_bus_linked {linked:.1f}" in (await browser.http.get("/metrics")).text


async def test_figures_are_for_this_machine(stranger: Browser, site: object) -> None:
    assert (await stranger.http.get("/metrics")).status_code == 404
    async with Browser(site, address="127.0.0.1") as here:  # type: ignore[arg-type]
        text = (await here.http.get("/metrics")).text
    assert "esmero_store_units_total" in text
    assert 'esmero_http_answers_total{status="404"} 1.0' in text
