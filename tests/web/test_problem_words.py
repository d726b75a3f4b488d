"""What the desk refuses, the console says in the words of whoever reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import esmero
import esmero.web.edges
from esmero.kit.errors import Conflict, EsmeroError

UI = Path(esmero.__file__).parent / "ui"
ELSEWHERE = {
    # Told at the start or by a command, to whoever runs the desk.
    *("bad_settings", "data_folder_in_use", "schema_too_new", "address_in_use", "folder_not_empty", "backup_broken"),
    *("key_unusable", "seal_broken", "sealed_by_other_key", "empty_mail"),
    # Told to a visitor's browser, which answers for itself.
    *("blocked", "no_such_inbox", "token_refused", "identity_refused", "identity_required"),
    *("conversation_ended", "link_ended"),
    # Told to programs: the console asks in the right way.
    *("wrong_method", "not_json", "refused"),
}


def kinds(kind: type[EsmeroError]) -> set[type[EsmeroError]]:
    return {kind}.union(*(kinds(child) for child in kind.__subclasses__() if child.__module__.startswith("esmero.")))


@pytest.mark.parametrize("language", ["en", "es", "hi", "hu"])
def test_every_problem_that_the_console_can_meet_has_a_sentence(language: str) -> None:
    assert esmero.web.edges.__name__  # all edges are imported, and with them all problems
    codes = {kind.code for kind in kinds(EsmeroError)} - ELSEWHERE
    assert {"customer_blocked", "on_its_way", "open_elsewhere", "taken", "last_administrator"} <= codes
    words = (UI / "locales" / f"{language}.ftl").read_text()
    said = set(re.findall(r"^console-problem-([a-z-]+) =", words, re.MULTILINE))
    assert {code.replace("_", "-") for code in codes} - said == set()


def test_no_conflict_is_without_a_name_of_its_own() -> None:
    paths = [path for floor in ("desk", "flow", "web") for path in (UI.parent / floor).rglob("*.py")]
    assert len(paths) > 50
    assert [path.name for path in paths if re.search(rf"raise {Conflict.__name__}\b", path.read_text())] == []
