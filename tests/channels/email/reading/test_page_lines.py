"""Whose the lines of a page are, where answers stand inside what is quoted."""

from __future__ import annotations

import pytest

from esmero.channels.email.reading.colours import is_vivid
from esmero.channels.email.reading.page_text import text_of_page, text_with_coloured_answers

RULER = '<div id="divRplyFwdMsg"><b>From:</b> Lamp Shop</div>'


def page(above: str, below: str) -> str:
    return f"<p>{above}</p>{RULER}{below}"


def said(html: str) -> list[str]:
    """The lines on which something stands."""
    return [line for line in text_of_page(html).split("\n") if line.strip("> ")]


@pytest.mark.parametrize(
    "colour",
    ["red", "Red", "#f00", "#FF0000", "c00000", "#0070C0", "#00B050", "#7030A0", "rgb(255, 38, 0)", "rgba(0,0,255,1)"],
)
def test_a_colour_that_somebody_chose_is_vivid(colour: str) -> None:
    assert is_vivid(colour)


@pytest.mark.parametrize(
    "colour",
    ["black", "windowtext", "#000", "#1F497D", "#44546A", "#5f5f5f", "gray", "rgb(0,0,0)", "inherit", "#1"],
)
def test_a_colour_that_programs_set_mails_in_is_dull(colour: str) -> None:
    assert not is_vivid(colour)


@pytest.mark.parametrize(
    "answer",
    [
        '<p style="color:red">42</p>',
        '<p><font color="#FF0000">42</font></p>',
        '<p><span style="font-size:11pt; COLOR: blue !important">42</span></p>',
        '<div style="color:#0070C0"><p>42</p></div>',
    ],
)
def test_a_coloured_line_below_a_question_is_an_answer(answer: str) -> None:
    html = page("Hello.", f"<p>Which size?</p>{answer}<p>Ana</p>")
    assert said(html) == ["Hello.", "> From: Lamp Shop", "> Which size?", "42", "> Ana"]
    assert text_with_coloured_answers(html) == text_of_page(html)


@pytest.mark.parametrize(
    "below",
    [
        '<p>Hello Tom.</p><p style="color:red">Keep it dry.</p>',
        '<p>Questions?</p><p><a href="https://lamps.example/" style="color:red">Help</a></p>',
        '<p>Which size?</p><p style="background-color:red">Ana</p>',
        '<div style="color:red"><p>Which size?</p><p>Ana</p></div>',
    ],
)
def test_colours_of_the_quoted_mail_make_nobodys_words_the_writers(below: str) -> None:
    html = page("Hello.", below)
    assert [line for line in said(html) if line[0] != ">"] == ["Hello."]
    assert text_with_coloured_answers(html) == ""


def test_where_answers_are_announced_every_coloured_line_is_one() -> None:
    html = page("My answers are below, in red.", '<p>Size, <font color="red">42</font></p><p>Ana</p>')
    assert said(html)[1:] == ["> From: Lamp Shop", "Size, 42", "> Ana"]


def test_where_nothing_tells_answers_apart_everything_is_the_writers() -> None:
    for above in ("My answers are below, in bold.", ""):
        assert ">" not in text_of_page(page(above, "<p>Which size?</p><p><b>42</b></p>"))
    assert "> 42" in text_of_page(page("Hello.", "<p>Which size?</p><p><b>42</b></p>"))


def test_what_begins_inside_a_quote_ends_with_it() -> None:
    html = f"<p>Hello.</p><blockquote><p>One.</p>{RULER}<p>Two.</p></blockquote><p>Mine.</p>"
    assert said(html)[-2:] == ["> Two.", "Mine."]


def test_below_a_ruler_only_boxes_are_quoted_where_there_are_any() -> None:
    html = page("Hello.", "<blockquote>One?</blockquote><p>Yes.</p><blockquote>Two?</blockquote><p>No.</p>")
    assert said(html) == ["Hello.", "> From: Lamp Shop", "> One?", "Yes.", "> Two?", "No."]
