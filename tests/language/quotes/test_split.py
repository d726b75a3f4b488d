"""What begins a quote in any language, how far it reaches, and what only looks like one."""

from __future__ import annotations

import textwrap

import pytest

from esmero.language.quotes import Part, split
from tests.language.quotes.samples import own_words, shapes

MARKED = "> One.\n> Two?\n\nMy answer.\n\n> Three."
UNMARKED = "One.\nTwo?\n\nThree."
HEADERS = "From: Lamp Shop <help@lamps.example>\nSent: Monday, March 3, 2025 10:15 AM\nTo: Tom\nSubject: RE: Lamp"


@pytest.mark.parametrize("attribution", shapes("attributions"))
def test_an_attribution_in_any_language_begins_a_quote_with_marks_or_without(attribution: str) -> None:
    assert split(f"My words.\n\n{attribution}\n{MARKED}").own == "My words.\n\nMy answer."
    assert split(f"My words.\n\n{attribution}\n\n{MARKED}").own == "My words.\n\nMy answer."
    assert split(f"My words.\n\n{attribution}\n\n{UNMARKED}").own == "My words."


@pytest.mark.parametrize("attribution", shapes("attributions-above-marks"))
def test_a_bare_attribution_begins_a_quote_only_above_marks(attribution: str) -> None:
    assert split(f"My words.\n\n{attribution}\n{MARKED}").own == "My words.\n\nMy answer."
    unmarked = f"My words.\n\n{attribution}\n\n{UNMARKED}"
    assert split(unmarked).own == unmarked


@pytest.mark.parametrize("line", shapes("own-lines-above-marks"))
def test_what_people_write_above_marks_is_their_own(line: str) -> None:
    assert split(f"{line}\n> One.\nMine.").own == f"{line}\n\nMine."
    assert split(f"Hello,\n{line}\n\n> One.\nMine.").own == f"Hello,\n{line}\n\nMine."
    attribution = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"
    assert split(f"{attribution}\n> One.\n{line}\n> Two.\nMine.").own == f"{line}\n\nMine."


@pytest.mark.parametrize("width", [76, 64])
@pytest.mark.parametrize("attribution", shapes("attributions"))
def test_an_attribution_may_be_wrapped(attribution: str, width: int) -> None:
    if not attribution.startswith(("---", "Lamp Shop <help@lamps.example> a köv")):
        wrapped = textwrap.fill(attribution, width, break_long_words=False, break_on_hyphens=False)
        assert split(f"My words.\n\n{wrapped}\n\n{MARKED}").own == "My words.\n\nMy answer."


def test_the_bracket_of_a_wrapped_address_is_no_mark() -> None:
    for wrapped in (
        "kl. 13:09 skrev Lampebutikken <help@lamps.example\n>:",
        "13:09 Lamp <help@lamps.example\n> wrote:",
    ):
        attribution = f"tir. 18. apr. 2025 {wrapped}"
        assert split(f"Mine.\n\n{attribution}\n\n{MARKED}").own == "Mine.\n\nMy answer."
        assert split(f"Mine.\n\n{attribution}\n\n{UNMARKED}").own == "Mine."


def test_a_long_name_may_begin_on_the_line_above() -> None:
    name = "A Nagyon Hosszú Nevű Kecskeméti Lámpabolt és Világítástechnikai Szaküzlet\nÜgyfélszolgálat"
    attribution = f"{name} <segitseg@lampabolt.example> ezt írta (időpont: 2025. márc. 3., H,\n10:15):"
    assert split(f"Mine.\n\n{attribution}\n\n{MARKED}").own == "Mine.\n\nMy answer."


def test_a_sentence_above_an_attribution_is_no_part_of_it() -> None:
    for sentence in ("Thanks for coming on 14 May 2024", "Please call again on Monday, 10:15,"):
        text = f"{sentence}\nAna Baker <ana@lamps.example> wrote:\n{MARKED}"
        assert split(text).own == f"{sentence}\n\nMy answer."


def test_a_quote_may_begin_on_the_last_line_of_its_attribution() -> None:
    attribution = "El lun, 3 mar 2025 a la(s) 10:15, Tienda<ayuda@lamparas.example> escribió:   Hola, Lucía."
    assert split(f"No.\n\n{attribution}\n{UNMARKED}").own == "No."


def test_a_ruler_just_above_an_attribution_is_no_words_of_anybody() -> None:
    attribution = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"
    assert split(f"Mine.\n\n_______________\n{attribution}\n{MARKED}").own == "Mine.\n\nMy answer."


def test_a_name_with_a_verb_may_be_an_answer_where_something_is_quoted_already() -> None:
    assert split("> Who wrote it?\nAna Baker wrote:\n> And what?").own == "Ana Baker wrote:"


def test_a_sign_before_a_number_is_no_mark_unless_a_quote_must_follow() -> None:
    assert split("> Was it full?\nYes.\n\n>50 people came.\n\nBye").own == "Yes.\n\n>50 people came.\n\nBye"
    attribution = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"
    assert split(f"{attribution}\n>50 people came.\n\nNo.").own == "No."


@pytest.mark.parametrize(
    "text",
    [
        "> which of them\n> do you want?\nMine.",
        "> one\n>\n> two\nMine.",
        "> 1. one\n> 2. two\nMine.",
        "> One\n> two\nMine.",
        "Ana wrote:\n> a new bulb\nMine.",
        "> a new bulb\n>> an old one\nMine.",
        "Subject: lamp\n> a new bulb\nMine.",
    ],
)
def test_marked_lines_that_could_be_sentences_are_a_quote_without_any_attribution(text: str) -> None:
    assert split(text).own.endswith("Mine.")
    assert ">" not in split(text).own


def test_what_is_typed_behind_marks_above_an_attribution_is_own_and_the_quote_below_it_is_none() -> None:
    attribution = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"
    own = "I typed:\n> lampctl on\n> lampctl off"
    assert split(f"{own}\n\n{attribution}\n> which lamp\n> which colour").own == own


BOXES = "Lamp Shop <help@lamps.example>\n03/03/2025 10:15\n\nTo\nTom Baker\ncc\n\nSubject\nYour invoice\n\n"


SENT_BY = BOXES.replace("03/03", "Sent by: Ana\n03/03")


def test_the_boxes_of_notes_begin_a_quote() -> None:
    assert split(f"Mine.\n\n{BOXES}{UNMARKED}").own == "Mine."
    assert split(f"Mine.\n\n{BOXES}{MARKED}").own == "Mine.\n\nMy answer."
    assert split(f"Mine.\n\n{SENT_BY}{UNMARKED}").own == "Mine."


@pytest.mark.parametrize(
    ("of_notes", "of_people"),
    [
        ("To\n", ""),
        ("Subject\n", ""),
        ("03/03/2025 10:15", "03/03/2025 10:15 we met at the shop"),
        ("03/03/2025 10:15", "03/03/2025"),
    ],
)
def test_what_only_resembles_such_boxes_is_own(of_notes: str, of_people: str) -> None:
    text = f"Mine.\n\n{BOXES.replace(of_notes, of_people)}{UNMARKED}"
    assert split(text).own == text


@pytest.mark.parametrize("labels", shapes("headers"))
@pytest.mark.parametrize("colon", [":", " :", "\uff1a"])
@pytest.mark.parametrize("bold", ["", "*"])
@pytest.mark.parametrize("ruler", ["", "________________________________\n", "\n-----Original Message-----\n"])
def test_copied_headers_in_any_language_begin_a_quote(labels: str, colon: str, bold: str, ruler: str) -> None:
    values = ("Lamp Shop <help@lamps.example>", "3 March 2025 10:15", "Tom", "RE: Lamp")
    rows = zip(labels.split(" | "), values, strict=True)
    headers = "\n".join(f"{bold}{label}{colon}{bold} {value}" for label, value in rows)
    assert split(f"My words.\n{ruler}{headers}\n\n{UNMARKED}").own == "My words."


def test_headers_may_stand_on_one_line_be_wrapped_or_carry_names_alone() -> None:
    for headers in (
        HEADERS.replace("\n", " "),
        HEADERS.replace("Shop <", "Shop\n<"),
        HEADERS.replace("\n", "\n\n"),
        HEADERS.replace(" <help@lamps.example>", ""),
        HEADERS.replace(": ", ":\n"),
    ):
        assert split(f"Mine.\n\n{headers}\n\n{UNMARKED}").own == "Mine."
        assert split(f"Mine.\n\n{headers}\n\n{MARKED}").own == "Mine.\n\nMy answer."


@pytest.mark.parametrize("ruler", shapes("rulers"))
def test_a_ruler_that_names_a_mail_in_any_language_begins_a_quote(ruler: str) -> None:
    assert split(f"My words.\n\n{ruler}\n\n{UNMARKED}").own == "My words."
    assert split(f"My words.\n\n{ruler}\n{HEADERS}\n\n{UNMARKED}").own == "My words."
    assert split(f"My words.\n\n{ruler}\n{HEADERS}\n\n{MARKED}").own == "My words.\n\nMy answer."


@pytest.mark.parametrize("delimiter", shapes("reply-delimiters"))
def test_below_a_desks_own_line_all_is_the_desks(delimiter: str) -> None:
    assert split(f"My words.\n\n{delimiter}\n\n{UNMARKED}").own == "My words."


@pytest.mark.parametrize("line", shapes("device-lines"))
def test_what_a_device_says_about_itself_is_a_signature(line: str) -> None:
    assert split(f"Yes.\n\n{line}\n\n> Lamp?").parts == (
        Part("own", "Yes.\n"),
        Part("signature", f"{line}\n"),
        Part("quoted", "> Lamp?"),
    )


@pytest.mark.parametrize("line", shapes("no-device-lines"))
def test_what_people_say_about_devices_is_their_own(line: str) -> None:
    assert split(f"Hello.\n\n{line}").own == f"Hello.\n\n{line}"


def test_a_device_line_inside_a_paragraph_is_own() -> None:
    text = "It ended with\nSent from my iPhone\nand nothing else."
    assert split(text).own == text


@pytest.mark.parametrize("text", own_words())
def test_what_only_looks_like_a_quote_is_kept(text: str) -> None:
    assert split(text).own == text
    within = f"Hello,\n\n{text}\n\nBye"
    assert split(within).own == within


@pytest.mark.parametrize(
    "words",
    [
        "Please see my answers in red below.",
        "I have answered inline.",
        "My comments are between the lines, in blue",
        "Le contesto abajo, entre líneas.",
        "Mis respuestas van en mayúsculas más abajo",
        "Alább, pirossal írtam a válaszaimat.",
        "A válaszaim a sorok között vannak",
        "मेरे जवाब नीचे लाल रंग में हैं।",
        "Meine Antworten stehen unten in rot.",
        "Mes réponses sont ci-dessous, en rouge",
        "Le mie risposte sono sotto in rosso",
        "As minhas respostas estão abaixo",
        "Mijn antwoorden staan hieronder in het rood",
        "Moje odpowiedzi poniżej na czerwono",
        "Мои ответы ниже красным",
        "我的回复在下面，用红色标出",
        "回答は下記に赤字で記入しました",
        "Mine in red.",
        "Please see inline, marked with ***.",
    ],
)
def test_where_answers_without_marks_are_announced_all_is_kept(words: str) -> None:
    text = f"{words}\n\n{HEADERS}\n\nWhich floor?\nThe third.\nIs there a lift?\nNo."
    assert split(text).own == text
    assert split(f"{words}\n\n{HEADERS}\n\n{MARKED}").own == f"{words}\n\nMy answer."


def test_where_marks_begin_inside_an_unmarked_mail_all_is_kept() -> None:
    text = f"Hello.\n\n{HEADERS}\n\nWhich floor?\n>> The third.\nIs there a lift?\n>> No."
    assert split(text).own == text


def test_marks_with_an_opening_of_their_own_are_an_older_mail() -> None:
    older = "On 2 Mar 2025, at 20:00, Tom <tom@harbour.example> wrote:"
    assert split(f"Mine.\n\n{HEADERS}\n\nOne.\n\n{older}\n> Two.").own == "Mine."
    assert split(f"Mine.\n\n{HEADERS}\n\nOne.\n\n> {older}\n> Two.").own == "Mine."


@pytest.mark.parametrize("opening", [HEADERS, "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"])
def test_who_wrote_nothing_above_may_have_written_below(opening: str) -> None:
    text = f"{opening}\n\nIs it solved?\n\nNo, it is not."
    assert split(text).own == text
    assert split(f"Sent from my iPhone\n\n{text}").own == text


@pytest.mark.parametrize("opening", ["---------- Forwarded message ---------", "Begin forwarded message:"])
def test_a_mail_passed_on_without_a_word_is_quoted_as_a_whole(opening: str) -> None:
    forwarded = split(f"{opening}\n{HEADERS}\n\nHello Tom,\n\nplease pay.")
    assert forwarded.own == ""
    assert [part.kind for part in forwarded.parts] == ["quoted"]


def test_a_greeting_below_the_attribution_is_own() -> None:
    text = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:\n\nHello, in turn:\n\n> Which?\nThe red one."
    assert split(text).own == "Hello, in turn:\n\nThe red one."


def test_bars_and_indents_mark_a_quote_below_an_attribution() -> None:
    attribution = "On 3/3/2025 10:15, Lamp Shop <help@lamps.example> wrote:"
    for mark in ("| ", "    ", "\t"):
        body = f"{mark}Which lamp?\n\nThe red one.\n\n{mark}Since when?\n\nMonday."
        assert split(f"Hello.\n\n{attribution}\n\n{body}").own == "Hello.\n\nThe red one.\n\nMonday."


def test_below_the_delimiter_is_a_signature_up_to_a_postscript_or_a_quote() -> None:
    text = "Yes.\n-- \nTom\nHotel Harbour\nPS: the blue one.\n> Which one?\nThat one.\n--\nTom"
    assert [(part.kind, part.text.split("\n")[0]) for part in split(text).parts] == [
        ("own", "Yes."),
        ("signature", "-- "),
        ("own", "PS: the blue one."),
        ("quoted", "> Which one?"),
        ("own", "That one."),
        ("signature", "--"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "-- \nTom\n\nHello, it is broken.",
        "First.\n--\nSecond.\n--\nThird.",
        "Hello.\n--\nThere is one more thing that I want to say.\nBye",
        "Hello.\n--\n" + "One more line\n" * 12 + "end",
        "Thanks,\nTom\nHotel Harbour",
        "Hello.\n\nThis message is confidential.",
    ],
)
def test_what_is_not_surely_a_signature_is_own(text: str) -> None:
    assert split(text).own == text


def test_line_ends_spaces_and_direction_marks_of_any_kind() -> None:
    attribution = "On\u00a0Mon, 3\u202fMar 2025 at 10:15 \u200eLamp Shop <help@lamps.example>\u200f wrote\u00a0:"
    text = f"\ufeffMine.\r\n\r\n{attribution}\r\u200f> One.\n\u00a0> Two.\r\n\nAnswer."
    found = split(text)
    assert found.own == "\ufeffMine.\n\nAnswer."
    assert "\n".join(part.text for part in found.parts) == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("text", ["", "\n", " \n\u200b\n"])
def test_nothing_is_own_and_empty(text: str) -> None:
    assert split(text).parts == (Part("own", text),)
    assert split(text).quoted == ""
    assert split("\n\n> One.\n").parts == (Part("quoted", "\n\n> One.\n"),)


def test_own_and_quoted_are_joined_with_one_empty_line() -> None:
    found = split("\n\nOne.\n\n\nTwo.\n\n\n> A.\nThree.\n> B.\n\n\n")
    assert found.own == "One.\n\n\nTwo.\n\nThree."
    assert found.quoted == "> A.\n\n> B."
