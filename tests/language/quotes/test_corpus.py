"""Mails of many languages and programs come apart exactly, and no word of their writers is lost."""

from __future__ import annotations

import pytest

from esmero.language.quotes import split
from tests.language.quotes.samples import Sample, corpus

CORPUS = corpus()
PROGRAMS = {
    *("Gmail, web", "Gmail, Android", "Outlook, desktop", "Outlook, web", "Outlook, iOS", "Outlook, Android"),
    *(
        "Apple Mail",
        "iPhone",
        "Yahoo, web",
        "Thunderbird",
        "Samsung Email",
        "K-9 Mail",
        "Proton Mail, web",
        "Zoho Mail",
    ),
    *("GMX, web", "WEB.DE, Android", "Mail.ru, web", "Yandex, web", "QQ Mail", "Roundcube"),
}


def lines_by_kind(text: str) -> list[tuple[str, str]]:
    """Every line with what it was taken for."""
    return [(part.kind, line) for part in split(text).parts for line in part.text.split("\n")]


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.name)
def test_a_mail_comes_apart_line_by_line_as_a_reader_would_take_it(sample: Sample) -> None:
    assert [line for line in lines_by_kind(sample.text) if line[1].strip()] == [
        line for line in sample.lines if line[1].strip()
    ]


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.name)
def test_own_words_are_the_writers_lines_and_nothing_else(sample: Sample) -> None:
    found = [line for line in split(sample.text).own.split("\n") if line.strip()]
    assert found == [line for kind, line in sample.lines if kind == "own" and line.strip()]


@pytest.mark.parametrize("sample", CORPUS, ids=lambda sample: sample.name)
def test_own_words_are_own_words_when_looked_at_again(sample: Sample) -> None:
    own = split(sample.text).own
    assert split(own).own == own


def test_the_corpus_is_as_wide_as_the_world_that_writes() -> None:
    assert len(CORPUS) >= 120
    assert len({sample.language for sample in CORPUS}) >= 12
    assert {"en", "es", "hi", "hu"} <= {sample.language for sample in CORPUS}
    assert sum(sample.has_answers_between for sample in CORPUS) >= 30
    assert {sample.client for sample in CORPUS} >= PROGRAMS
