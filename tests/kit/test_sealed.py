"""Sealed values open for whom they were sealed and for nobody else."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.kit import crypto
from esmero.kit.sealed import (
    KeyUnusable,
    MasterKey,
    SealBroken,
    SealedByOtherKey,
    Sealer,
    key_id,
    load_keys,
    make_key,
    parse_keys,
)

OLD, NEW = MasterKey(bytes(range(32))), MasterKey(bytes(range(32, 64)))
SEALER = Sealer((OLD,))
names = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.binary(), names, names)
def test_what_was_sealed_opens(plain: bytes, purpose: str, about: str) -> None:
    assert SEALER.open(SEALER.seal(plain, purpose=purpose, about=about), purpose=purpose, about=about) == plain


@given(st.binary(), names, names, names, names)
def test_a_value_for_something_else_stays_shut(
    plain: bytes, purpose: str, about: str, other: str, another: str
) -> None:
    sealed = SEALER.seal(plain, purpose=purpose, about=about)
    if (other, another) != (purpose, about):
        with pytest.raises(SealBroken):
            SEALER.open(sealed, purpose=other, about=another)


def test_purpose_and_about_do_not_run_together() -> None:
    sealed = SEALER.seal(b"secret", purpose="ab", about="c")
    with pytest.raises(SealBroken):
        SEALER.open(sealed, purpose="a", about="bc")


def test_a_change_of_any_byte_shows() -> None:
    sealed = SEALER.seal(b"Katalin's parcel", purpose="p", about="a")
    for position in range(len(sealed)):
        for bit in (0x01, 0x80):
            changed = bytearray(sealed)
            changed[position] ^= bit
            with pytest.raises(SealBroken):
                SEALER.open(bytes(changed), purpose="p", about="a")


def test_a_cut_value_is_refused_at_every_length() -> None:
    sealed = SEALER.seal(b"", purpose="p", about="a")
    for length in range(len(sealed)):
        with pytest.raises(SealBroken):
            SEALER.open(sealed[:length], purpose="p", about="a")


def test_halves_of_two_values_do_not_make_a_third() -> None:
    one = SEALER.seal(b"one", purpose="p", about="a")
    two = SEALER.seal(b"two", purpose="p", about="a")
    with pytest.raises(SealBroken):
        SEALER.open(one[:69] + two[69:], purpose="p", about="a")


def test_the_same_secret_looks_different_each_time() -> None:
    assert len({SEALER.seal(b"same", purpose="p", about="a") for _ in range(50)}) == 50


def test_after_a_rotation_old_values_open_and_new_ones_use_the_new_key() -> None:
    before = SEALER.seal(b"secret", purpose="p", about="a")
    rotated = Sealer((NEW, OLD))
    assert rotated.open(before, purpose="p", about="a") == b"secret"
    assert key_id(rotated.seal(b"x", purpose="p", about="a")) == NEW.id


def test_rewrapping_changes_the_key_and_nothing_of_the_value() -> None:
    before = SEALER.seal(b"secret", purpose="p", about="a")
    after = Sealer((NEW, OLD)).rewrap(before)
    assert after[69:] == before[69:]
    assert Sealer((NEW,)).open(after, purpose="p", about="a") == b"secret"
    assert Sealer((NEW, OLD)).rewrap(after) == after


def test_a_value_of_another_key_names_the_key_it_needs() -> None:
    sealed = SEALER.seal(b"secret", purpose="p", about="a")
    with pytest.raises(SealedByOtherKey, match=OLD.name):
        Sealer((NEW,)).open(sealed, purpose="p", about="a")
    with pytest.raises(SealedByOtherKey, match=OLD.name):
        Sealer((NEW,)).rewrap(sealed)


def test_a_key_does_not_show_itself() -> None:
    shown = f"{OLD!r} {OLD} {SEALER!r} {vars(SEALER)!r}"
    assert repr(OLD.value) not in shown
    assert OLD.value.hex() not in shown
    assert OLD.name in shown


def test_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    key = make_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_keys(path) == (key,)
    assert make_key(path) == key
    assert [each.name for each in path.parent.iterdir()] == ["master.key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    made: list[MasterKey] = []
    threads = [threading.Thread(target=lambda: made.append(make_key(tmp_path / "master.key"))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 16
    assert len(set(made)) == 1


def test_a_key_is_on_disk_before_it_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    fsync = os.fsync

    def seen(handle: int) -> None:
        synced.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", seen)
    make_key(tmp_path / "master.key")
    assert synced == ["file", "folder"]


@pytest.mark.parametrize("mode", [0o604, 0o602, 0o601, 0o620, 0o666])
def test_a_key_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "master.key"
    make_key(path)
    path.chmod(mode)
    with pytest.raises(KeyUnusable, match="chmod 600"):
        load_keys(path)


def test_a_group_may_read_a_key_as_in_a_container(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    key = make_key(path)
    path.chmod(0o440)
    assert load_keys(path) == (key,)


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"A" * 44, b"\xff" * 32, b"AAAA*" + b"A" * 39])
def test_a_file_that_holds_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "master.key"
    path.touch(mode=0o600)
    path.write_bytes(content)
    with pytest.raises(KeyUnusable):
        load_keys(path)


def test_a_missing_key_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    with pytest.raises(KeyUnusable):
        load_keys(tmp_path / "master.key")
    assert list(tmp_path.iterdir()) == []


def test_several_keys_stand_on_lines_with_the_present_one_first(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    keys = make_key(first), make_key(second)
    first.write_bytes(first.read_bytes() + b"\r\n" + second.read_bytes())
    assert load_keys(first) == keys


def test_a_key_from_a_setting_is_read_in_both_alphabets_of_base64() -> None:
    key = MasterKey(b"\xff\xfe" * 16)
    assert parse_keys("//7//v/+//7//v/+//7//v/+//7//v/+//7//v/+//4=") == (key,)
    assert parse_keys("__7__v_-__7__v_-__7__v_-__7__v_-__7__v_-__4=\n") == (key,)


@given(st.binary(max_size=200))
def test_noise_is_not_a_sealed_value(noise: bytes) -> None:
    with pytest.raises(SealBroken):
        SEALER.open(noise, purpose="p", about="a")


def test_a_message_shorter_than_its_tag_is_tampered() -> None:
    with pytest.raises(crypto.Tampered):
        crypto.decrypt(bytes(32), b"short", bound=b"")
