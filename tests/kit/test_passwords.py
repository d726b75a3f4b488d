"""Passwords at rest."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from esmero.kit.passwords import Passwords


@pytest.fixture
def passwords() -> Iterator[Passwords]:
    passwords = Passwords(memory_kib=64, passes=1)
    yield passwords
    passwords.close()


async def test_the_right_password_is_known_again(passwords: Passwords) -> None:
    stored = await passwords.hash("quince tranquil lamp")
    assert stored.startswith("$argon2id$")
    assert "quince" not in stored
    assert await passwords.check("quince tranquil lamp", stored)
    assert not await passwords.check("quince tranquil lamp ", stored)
    assert stored != await passwords.hash("quince tranquil lamp")


async def test_no_account_and_a_broken_hash_are_a_no(passwords: Passwords) -> None:
    assert not await passwords.check("nobody", None)
    assert not await passwords.check("anything", "not a hash")
    assert not await passwords.check("", "")
    assert await passwords.check("\udcff\x00", await passwords.hash("\udcff\x00"))


async def test_an_unknown_account_takes_as_long_as_a_known_one() -> None:
    passwords = Passwords()
    stored = await passwords.hash("quince tranquil lamp")
    await passwords.check("first", None)  # makes the decoy, once

    async def takes(against: str | None) -> float:
        begun = time.perf_counter()
        await passwords.check("wrong", against)
        return time.perf_counter() - begun

    # By turns, so that whatever else the machine does hits both; the quickest of each is what it takes.
    turns = [(await takes(stored), await takes(None)) for _ in range(8)]
    known, unknown = (min(times) for times in zip(*turns, strict=True))
    passwords.close()
    assert 0.5 < known / unknown < 2


async def test_older_figures_are_noticed(passwords: Passwords) -> None:
    stored = await passwords.hash("quince tranquil lamp")
    assert not passwords.is_outdated(stored)
    stronger = Passwords(memory_kib=128, passes=2)
    assert stronger.is_outdated(stored)
    assert await stronger.check("quince tranquil lamp", stored)
    stronger.close()
