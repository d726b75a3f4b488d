"""Every colour can be read on what it stands on, in light and in dark (WCAG 2.2, 1.4.3: 4.5 to 1)."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.architecture import sources

ENOUGH = 4.5

Palette = dict[str, tuple[int, int, int]]

GROUNDS = ("paper", "sheet", "well")
# Text on ground, as docs and elements use them; pairs that stand in one CSS rule are found besides.
PAIRS = {
    *((text, ground) for text in ("ink", "ink-2", "ink-3", "accent", "kept", "soon", "late") for ground in GROUNDS),
    *(("ink", wash) for wash in ("note", "accent-wash", "public-wash", "secret-wash", "soon-wash", "late-wash")),
    *((name, f"{name}-wash") for name in ("accent", "public", "secret", "soon", "late")),
    ("accent-ink", "accent"),
    ("note-ink", "note"),
}

BLOCK = re.compile(r"([^{};]+)\{([^{}]*)\}")
DECLARED = re.compile(r"--([\w-]+)\s*:\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*(?:;|$)")
COLOUR = re.compile(r"(?<![\w-])color\s*:\s*var\(--([\w-]+)\)")
GROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*var\(--([\w-]+)\)\s*(?:;|$)")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(theme: str) -> None:
    colours = palette(theme)
    pairs = PAIRS | {pair for pair in pairs_in_rules() if set(pair) <= colours.keys()}
    weak = {pair: round(found, 2) for pair in pairs if (found := contrast(colours[pair[0]], colours[pair[1]])) < ENOUGH}
    assert weak == {}


def test_dark_is_another_palette_than_light() -> None:
    light, dark = palette("light"), palette("dark")
    assert {name for name in ("paper", "sheet", "ink", "accent") if light[name] == dark[name]} == set()


def test_every_way_into_the_dark_shows_the_same_colours() -> None:
    """Dark by choice and dark by the system's wish are two rules in CSS, which could drift apart."""
    seen = dict[str, set[tuple[int, int, int]]]()
    for found in blocks("dark"):
        for name, colour in found.items():
            seen.setdefault(name, set()).add(colour)
    assert {name: colours for name, colours in seen.items() if len(colours) > 1} == {}


def test_contrast_is_what_wcag_says() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@cache
def palette(theme: str) -> Palette:
    """The colours of a theme; dark is drawn over light."""
    drawn: Palette = {}
    for name in ("light", "dark") if theme == "dark" else ("light",):
        for found in blocks(name):
            drawn |= found
    return drawn


def blocks(theme: str) -> list[Palette]:
    """The colours that each block of tokens.css for this theme declares."""
    text = _without_comments((sources.UI / "shared" / "tokens.css").read_text())
    found: list[Palette] = []
    for match in BLOCK.finditer(_flat(text)):
        selector, body = match.groups()
        dark = "prefers-color-scheme: dark" in selector or 'data-theme="dark"' in selector
        if dark == (theme == "dark") and ":root" in selector:
            found.append({name: _rgb(digits) for name, digits in DECLARED.findall(body)})
    return [colours for colours in found if colours]


def pairs_in_rules() -> set[tuple[str, str]]:
    """Colour and ground that one rule of any style sheet sets together."""
    found = set[tuple[str, str]]()
    for path in sources.tracked():
        if path.suffix == ".css" and path.is_relative_to(sources.UI) and not path.is_relative_to(sources.VENDORED):
            for _, body in BLOCK.findall(_without_comments(path.read_text())):
                found |= {(text, ground) for text in COLOUR.findall(body) for ground in GROUND.findall(body)}
    return found


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _rgb(digits: str) -> tuple[int, int, int]:
    full = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return int(full[:2], 16), int(full[2:4], 16), int(full[4:], 16)


def _without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


def _flat(css: str) -> str:
    """A rule inside ``@media`` with the query as part of its selector."""
    return re.sub(
        r"(@media[^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}",
        lambda media: BLOCK.sub(lambda rule: f"{media[1]} {rule[1]}{{{rule[2]}}}", media[2]),
        css,
    )
