"""The key of a register: who opens it, and what is said about a file that opens nothing."""

import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.key_file import (
    RECOVERY,
    Cost,
    KeyFile,
    fresh_key_file,
    key_path,
    load_key_file,
    save_key_file,
)

CHEAP = Cost(m_kib=64, t=1, p=1)
PASSPHRASE = "чор калимаи дароз"


def made(passphrase: str = PASSPHRASE) -> tuple[KeyFile, bytes, str]:
    return fresh_key_file(passphrase, "saidov", CHEAP)


def test_passphrase_and_recovery_code_open_the_same_key() -> None:
    keys, key, code = made()
    assert len(key) == 32
    assert keys.opened(PASSPHRASE) == ("saidov", key)
    assert keys.opened(code) == (RECOVERY, key)
    assert made()[1] != key


def test_a_recovery_code_is_read_from_paper() -> None:
    keys, key, code = made()
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), f" {code}\n"):
        assert keys.opened(typed) == (RECOVERY, key)
    misread = code.replace("0", "O").replace("1", "l")
    assert keys.opened(misread) == (RECOVERY, key)


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=10, max_size=40), st.text(max_size=40))
def test_only_the_right_secret_opens(right: str, wrong: str) -> None:
    keys, key, _code = made(right)
    assert keys.opened(right) == ("saidov", key)
    assume(normalize("NFC", right) != normalize("NFC", wrong))
    with pytest.raises(UserError) as caught:
        keys.opened(wrong)
    assert caught.value.code == "key.wrong"


def test_the_same_letters_of_another_keyboard_open() -> None:
    keys, key, _code = made("ӣ é мактаби миёна".replace("é", "e\u0301"))
    assert keys.opened("ӣ é мактаби миёна") == ("saidov", key)


def test_another_passphrase_takes_the_place_of_the_former() -> None:
    keys, key, code = made()
    changed = keys.with_secret(key, "saidov", "another long phrase", CHEAP)
    assert changed.opened("another long phrase") == ("saidov", key)
    assert changed.opened(code) == (RECOVERY, key)
    with pytest.raises(UserError) as caught:
        changed.opened(PASSPHRASE)
    assert caught.value.code == "key.wrong"


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        made("nine char")
    assert caught.value.code == "key.short"


def test_a_file_says_the_same_after_it_was_written(tmp_path: Path) -> None:
    keys, key, _code = made()
    path = key_path(tmp_path / "homeward.db")
    save_key_file(path, keys)
    assert path.name == "homeward.db.key"
    assert load_key_file(path) == keys
    assert key.hex() not in path.read_text()
    assert PASSPHRASE not in path.read_text("utf-8")


def test_a_wrapping_opens_nothing_in_another_file_or_of_another_officer() -> None:
    keys, _key, _code = made()
    other, _other_key, _other_code = made("somebody else's phrase")
    moved = KeyFile(other.database, keys.slots)
    with pytest.raises(UserError):
        moved.opened(PASSPHRASE)


def _plain(change: dict[str, Any]) -> bytes:
    keys, _key, _code = made()
    slot = {
        "login": "saidov",
        "kdf": "argon2id",
        "m_kib": 64,
        "t": 1,
        "p": 1,
        "salt": keys.slots[0].salt.hex(),
        "nonce": keys.slots[0].nonce.hex(),
        "wrapped": keys.slots[0].wrapped.hex(),
    }
    return json.dumps({"v": 1, "database": "ab", "slots": [slot | change]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[]",
        b'{"v": 2}',
        b'{"v": 1, "database": 5, "slots": []}',
        _plain({"m_kib": 2**30}),
        _plain({"t": "3"}),
        _plain({"kdf": "md5"}),
        _plain({"salt": "ab"}),
        _plain({"nonce": "zz"}),
    ],
)
def test_a_damaged_key_file_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "homeward.db.key"
    path.write_bytes(data)
    with pytest.raises(Corrupt) as caught:
        load_key_file(path)
    assert caught.value.code == "key.damaged"


def test_a_key_file_that_cannot_be_read_or_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        load_key_file(tmp_path)
    assert caught.value.code == "key.unreadable"
    with pytest.raises(Unavailable) as caught:
        save_key_file(tmp_path / "gone" / "a.key", made()[0])
    assert caught.value.code == "key.not_saved"
