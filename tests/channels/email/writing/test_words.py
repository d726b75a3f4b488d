"""The words that a mail adds in the customer's language."""

from __future__ import annotations

import pytest

from esmero.channels.email.settings import Language
from esmero.channels.email.writing.words import attribution, first_subject, from_name, language_of
from esmero.contract.messages import Quoted
from tests.channels.email.post import NOON


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "On 30 October 2026 at 12:00 UTC, Marta wrote:"),
        ("es", "El 30 de octubre de 2026 a las 12:00 UTC, Marta escribió:"),
        ("hi", "30 अक्टूबर 2026 को 12:00 UTC बजे Marta ने लिखा:"),
        ("hu", "Marta ezt írta (időpont: 2026. október 30., 12:00 UTC):"),
    ],
)
def test_a_quotation_is_announced_in_the_customers_language(language: Language, line: str) -> None:
    assert attribution(Quoted(by="Marta", at=NOON, text=""), language) == line


@pytest.mark.parametrize(
    ("tag", "language"),
    [("hu", "hu"), ("hu-HU", "hu"), ("ES_419", "es"), ("fr", "en"), ("", "hi"), (None, "hi"), ("x-klingon", "en")],
)
def test_languages_that_we_have_no_words_for_are_answered_in_english(tag: str | None, language: str) -> None:
    assert language_of(tag, "hi") == language


def test_a_mail_comes_from_an_agent_of_a_firm() -> None:
    assert from_name("Ana", "Farol", "en") == "Ana at Farol"
    assert from_name("Ana", "Farol", "es") == "Ana de Farol"
    assert from_name("Ana", "Farol", "hu") == "Ana - Farol"
    assert from_name("", "Farol", "en") == "Farol"
    assert from_name("Ana", "", "en") == "Ana"
    assert from_name("{brand}", "Farol", "en") == "{brand} at Farol"


def test_a_mail_that_answers_none_has_a_subject_all_the_same() -> None:
    assert first_subject("Farol", "hu") == "Farol: üzenet"
