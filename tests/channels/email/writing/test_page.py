"""The HTML of a mail."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.writing.body import Body
from esmero.channels.email.writing.page import named_images, page, without_images
from esmero.kit.text import clean_text

SHOUTED = st.text(st.sampled_from("<>&\"'/- \n\t*1.)(![]:aé") | st.characters(codec="utf-8"), max_size=300)


class Reader(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.written = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.written += data

    def links(self) -> list[str | None]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]


def inside(text: str) -> str:
    """The part of a page that the text became."""
    return page(Body(text=text), {}).partition('max-width:42em">\n')[2].partition("\n</div></body>")[0]


def shape(text: str) -> str:
    return re.sub(r' (?:style|dir)="[^"]*"', "", inside(text)).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a\nb\n\n\nc", "<p>a<br>b</p><p>c</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("see:\n* a\n* b\nend", "<p>see:</p><ul><li>a</li><li>b</li></ul><p>end</p>"),
        ("- only one", "<p>- only one</p>"),
        ("a\n- one\nb", "<p>a<br>- one<br>b</p>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("4) a\n5) b", '<ol start="4"><li>a</li><li>b</li></ol>'),
        ("1. a\n3. b", "<p>1. a<br>3. b</p>"),
        ("12. May\nwas fine", "<p>12. May<br>was fine</p>"),
        ("  in\tand  out", "<p>&nbsp;&nbsp;in&nbsp;&nbsp;&nbsp; and&nbsp; out</p>"),
        ("a\n \n  b", "<p>a</p><p>&nbsp;&nbsp;b</p>"),
        ("<b>&amp;", "<p>&lt;b&gt;&amp;amp;</p>"),
    ],
)
def test_a_text_becomes_paragraphs_and_lists(text: str, made: str) -> None:
    assert shape(text) == made


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("at https://shop.example/a?b=1&c=2.", "https://shop.example/a?b=1&c=2"),
        ("(https://shop.example/a_(b))", "https://shop.example/a_(b)"),
        ("https://shop.example/x!?", "https://shop.example/x"),
        ("<https://shop.example>", "https://shop.example"),
        ("„https://shop.example”", "https://shop.example"),
        ("https://उदाहरण.example/पथ।", "https://उदाहरण.example/पथ"),
        ("write to help@shop.example, please", "mailto:help@shop.example"),
        ("HTTPS://shop.example", "HTTPS://shop.example"),
    ],
)
def test_addresses_can_be_clicked(text: str, link: str) -> None:
    assert Reader(inside(text)).links() == [link]


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "data:text/html,x", "http:shop", "a@b", "ftp://x.example", "https://"]
)
def test_nothing_else_can(text: str) -> None:
    assert Reader(inside(text)).links() == []


@given(SHOUTED, SHOUTED)
def test_whatever_is_written_stays_text(text: str, quote: str) -> None:
    body = Body(text=clean_text(text), signature=clean_text(text), attribution="On … wrote:", quote=clean_text(quote))
    read = Reader(page(body, {}))
    allowed = {"html", "head", "meta", "body", "div", "p", "br", "a", "ul", "ol", "li", "blockquote"}
    assert {tag for tag, _ in read.elements} <= allowed
    assert all(str(link).lower().startswith(("http://", "https://", "mailto:")) for link in read.links())
    for _, attributes in read.elements:
        assert attributes.keys() <= {
            "style",
            "dir",
            "lang",
            "href",
            "class",
            "type",
            "charset",
            "name",
            "content",
            "start",
        }


@given(st.text(st.characters(categories=["L", "N"]) | st.sampled_from(" \n"), max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    squeezed = "".join(clean_text(text).split())
    assert "".join(Reader(inside(clean_text(text))).written.split()) == squeezed


def test_nothing_is_loaded_from_anywhere() -> None:
    made = page(
        Body(text="![x](file:3) ![y](https://eve.example/p.png) <img src=https://eve.example/p.png>"), {3: "f3@x"}
    )
    images = [attributes["src"] for tag, attributes in Reader(made).elements if tag == "img"]
    assert images == ["cid:f3@x"]
    assert "url(" not in made


def test_a_picture_is_shown_where_the_text_names_it() -> None:
    text = 'Turn it: ![the "switch"](file:17) so.'
    assert named_images(text) == [17]
    assert '<img src="cid:here@shop" alt="the &quot;switch&quot;"' in page(Body(text=text), {17: "here@shop"})
    assert "[the &quot;switch&quot;]" not in page(Body(text=text), {17: "here@shop"})
    assert '[the "switch"] so.' in Reader(page(Body(text=text), {})).written
    assert without_images(text) == 'Turn it: [the "switch"] so.'


def test_each_block_finds_its_own_direction() -> None:
    made = inside("שלום\n\nHello\n\n- א\n- b")
    assert made.count("<p ") == made.count('<p dir="auto"') == 2
    assert made.count("<li") == made.count('<li dir="auto"') == 2


def test_a_line_of_ten_thousand_marks_takes_no_long_time() -> None:
    for mark in ("(", "[", "![", " ", "-", "1.", "a@", "https://" + ")" * 5, "\n ", "."):
        inside(mark * 10_000)
