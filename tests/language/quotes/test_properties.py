"""Whatever the text: every line comes back, what people write is kept, and a hostile one costs no more."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.language.quotes import split
from esmero.language.quotes.splitting import MOST_LINES
from tests.language.quotes.samples import corpus, own_words, shapes
from tests.soak import times

ATTRIBUTIONS = shapes("attributions")
TEXTS = [sample.text for sample in corpus()]
WORDS = st.sampled_from(
    ["the lamp", "on Monday", "wrote", "no", "sí", "escribió", "la lámpara", "nem ég", "írta", "a lámpa", "मैंने", "लिखा"]
)
PROSE = st.lists(WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words) + ".")
PIECES = st.one_of(
    st.sampled_from([*ATTRIBUTIONS, *shapes("rulers"), *shapes("device-lines"), *shapes("reply-delimiters")]),
    st.sampled_from(["> ", ">>", "-- ", "--", "", "____", "| x", "    x", "From: a@b.example", "Date: 3/3/2025 10:15"]),
    PROSE,
    st.text(max_size=30),
)
N = times(short=20_000, long=100_000)
HOSTILE = {
    "marks": "> hello\n" * N,
    "deep marks": (">" * 99 + "\n") * N,
    "almost attributions": "On Monday my wife wrote:\n" * N,
    "almost attributions with a date": "On Mon, Mar 3, 2025 at 10:15 AM my wife said:\n" * N,
    "attributions": "own\nOn Mon, Mar 3, 2025 at 10:15 AM Ana <ana@x.example> wrote:\n> q\n" * (N // 3),
    "attributions at the top": "On Mon, Mar 3, 2025 at 10:15 AM Ana <ana@x.example> wrote:\n\n" * (N // 2),
    "headers": "From: Berlin\nTo: Madrid\nDate: 3 May\n\n" * (N // 4),
    "labels": ("From: " * 60 + "\n") * (N // 5),
    "rulers": "-------- hello --------\n" * N,
    "rulers of a mail": "---- original message ----\n> x\n" * (N // 2),
    "delimiters": "--\nAna\n" * (N // 2),
    "delimiters between marks": "--\nAna\n> x\n" * (N // 3),
    "device lines": "Sent from my iPhone\n\n" * (N // 2),
    "addresses": ("@" * 399 + "\n") * (N // 5),
    "brackets": ("<(" * 150 + "@:\n") * (N // 5),
    "quotation marks": ("„" * 300 + "@:\n") * (N // 5),
    "numbers": ("1. " * 100 + ":\n") * (N // 5),
    "strokes": ("--" * 100 + "a" + "-" * 100 + "b\n") * (N // 5),
    "one line": "> " * (N * 50),
    "one word": "a" * (N * 100),
    "prose": ("Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt\n") * N,
    "prose in Hindi": "मैंने आपको सोमवार को लिखा था कि मेरा पैकेट नहीं आया और अब तक कोई जवाब नहीं मिला है:\n" * N,
    "blank lines": "\n" * N,
    "answers announced": "my answers below in red\n" * N + "On 3/3/2025 10:15 Ana <ana@x.example> wrote:\n\nfoo\n" * N,
}


def rejoined(text: str) -> str:
    return "\n".join(part.text for part in split(text).parts)


@given(st.text())
def test_every_line_comes_back(text: str) -> None:
    assert rejoined(text) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.lists(PIECES, max_size=25))
def test_every_line_comes_back_from_what_looks_like_mail(lines: list[str]) -> None:
    text = "\n".join(lines).replace("\r", "\n")
    parts = split(text).parts
    assert "\n".join(part.text for part in parts) == text
    assert all(one.kind != other.kind for one, other in itertools.pairwise(parts))


@given(st.lists(PROSE, min_size=1, max_size=6), st.sampled_from(TEXTS))
def test_what_is_written_above_a_mail_is_kept(prose: list[str], mail: str) -> None:
    written = "\n".join(prose)
    assert split(f"{written}\n\n{mail}").own.startswith(written)


@given(st.lists(PROSE, min_size=1, max_size=6), st.sampled_from(ATTRIBUTIONS), st.booleans())
def test_answers_between_marked_lines_are_kept(answers: list[str], attribution: str, gaps: bool) -> None:
    between = "\n\n" if gaps else "\n"
    turns = between.join(f"> Question {at}?{between}{answer}" for at, answer in enumerate(answers))
    assert split(f"{attribution}\n{turns}").own == "\n\n".join(answers)


@given(st.lists(st.sampled_from(own_words()), min_size=1, max_size=3))
def test_own_words_without_any_quote_are_kept_however_they_follow_one_another(texts: list[str]) -> None:
    texts = [text for text in texts if "From:" not in text and ">" not in text and "--" not in text]
    whole = "\n\n".join(texts)
    assert split(whole).own == whole


@pytest.mark.soak
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_costs_no_more_than_a_long_one(kind: str) -> None:
    begun = time.process_time()
    assert rejoined(HOSTILE[kind]) == HOSTILE[kind]
    assert time.process_time() - begun < 3


def test_a_text_of_more_lines_than_anybody_writes_is_kept_whole() -> None:
    text = "> x\n" * (MOST_LINES + 1)
    assert [part.kind for part in split(text).parts] == ["own"]
    assert rejoined(text) == text
