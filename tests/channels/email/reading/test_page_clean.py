"""HTML that a desk shows: nothing in it runs, loads by itself or leaves its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.reading.page_clean import clean_page
from esmero.channels.email.reading.plain_form import in_plain_form

TAG = re.compile(r"<([a-z0-9]+)((?:\s+[a-z-]+=\"[^\"]*\")*)\s*/?>")
ATTRIBUTE = re.compile(r"\s+([a-z-]+)=\"([^\"]*)\"")

PIECES = (
    *("<", ">", '"', "'", "=", " ", "/", "&", "\n", "\x00", "&lt;", "&quot;", "<!--", "-->", "<![CDATA[", "]]>"),
    *(
        "<img ",
        "<a ",
        "<div ",
        "<svg>",
        "</svg>",
        "<math>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "<p>",
        "</p>",
    ),
    *("<table>", "<td ", "<base ", "<iframe ", "<form ", "<input ", "<object ", "<template>", "<noscript>", "<font "),
    *("<title>", "<textarea>", "<xmp>", "<plaintext>", "<select>", "<video ", "<link ", "<meta ", "<body ", "<mtext>"),
    *("src=", "href=", "style=", "onload=", "onerror=", "srcset=", "background=", "xlink:href=", "class=", "id="),
    *(
        "https://x.example/a.gif",
        "//x.example/b.gif",
        "javascript:alert(1)",
        "data:text/html,x",
        "cid:cup",
        "cid:remote!",
    ),
    *("data:image/png;base64,AAAA", "data:image/svg+xml,x", "java\tscript:x", "url(https://x.example)", "color:red"),
    *("position:fixed", "expression(1)", "background:url(//x)", "vbscript:x", "mailto:a@b.example", "words"),
)


def tags(html: str) -> list[tuple[str, dict[str, str]]]:
    return [(name, dict(ATTRIBUTE.findall(attributes))) for name, attributes in TAG.findall(html)]


def check(html: str) -> None:
    found = tags(html)
    # Every bracket is a tag that was looked at: none hides from the rules below.
    assert html.count("<") == len(found) + len(re.findall(r"</[a-z0-9]+>", html))
    for name, attributes in found:
        assert name not in {
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "object",
            "form",
            "input",
            "base",
            "meta",
            "link",
        }
        assert not any(one.startswith("on") for one in attributes)
        assert attributes.keys() & {"srcset", "background", "class", "id", "action", "xlink:href"} == set()
        source = attributes.get("src", "")
        assert name == "img" or not source
        assert source == "" or source.startswith(("cid:", "data:image/"))
        assert not source.startswith(("cid:remote!", "data:image/svg"))
        assert (
            attributes.get("href", "https:")
            .strip()
            .lower()
            .startswith(("https:", "http:", "mailto:", "tel:", "sms:", "xmpp:"))
        )
        assert not re.search(r"url|position|expression|fixed|z-index", attributes.get("style", ""))
        if name == "a" and "href" in attributes:
            assert attributes["rel"] == "noopener noreferrer"
            assert attributes["target"] == "_blank"


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_dangerous_is_left(html: str) -> None:
    check(clean_page(html))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_dangerous_is_left_of_a_tangled_page(html: str) -> None:
    check(clean_page(in_plain_form(html)))


@given(st.text(max_size=200))
def test_any_text_is_cleaned(html: str) -> None:
    check(clean_page(html))


def test_the_rules_above_see_what_is_dangerous() -> None:
    for html in (
        '<img src="https://x.example">',
        '<p onclick="x">',
        '<a href="javascript:x">',
        '<p style="position:x">',
    ):
        with pytest.raises(AssertionError):
            check(html)


def test_cleaning_twice_changes_nothing_more() -> None:
    once = clean_page(
        '<p style="color:red">a<img src="https://x.example/a.gif"><img src="cid:b"><a href="http://c">d</a></p>'
    )
    assert clean_page(once).replace("<img>", "") == once.replace('<img data-remote-src="https://x.example/a.gif">', "")


def test_an_address_with_signs_stays_one_attribute() -> None:
    html = clean_page("""<img src='https://x.example/?a=1&b="><img src=https://y.example>'>""")
    check(html)
    assert len(tags(html)) == 1


@pytest.mark.parametrize(
    ("written", "stays"),
    [
        ("background:#1c6b5d;color:#fff", "background-color:#1c6b5d"),
        ("background: RGB(1, 2, 3) !important", "background-color:RGB(1, 2, 3)"),
        ("background:url(https://x.example/a.gif)", ""),
        ("background:#fff url(a.gif)", ""),
        ("background-image:red", ""),
    ],
)
def test_a_ground_of_one_colour_stays_under_its_words(written: str, stays: str) -> None:
    cleaned = clean_page(f'<p style="{written}">Words</p>').replace(": ", ":")
    assert ("background" in cleaned) == bool(stays)
    assert stays.replace(": ", ":").lower() in cleaned.lower()


def test_a_large_page_keeps_its_words_links_and_tables() -> None:
    """Beyond some thousand tags, the form is made plain first."""
    row = '<tr><td><p>Cup <b>blue</b></p></td><td><a href="https://shop.example/cup">see</a></td></tr>'
    html = clean_page(f"<table>{row * 2_000}</table><ul><li>one<li>two</ul><p>end")
    check(html)
    assert html.count("<tr>") == 2_000
    assert html.count("<b>blue</b>") == 2_000
    assert html.count('href="https://shop.example/cup"') == 2_000
    assert "<li>one</li><li>two</li>" in html.replace("\n", "")
    assert "end" in html
