"""The settings file: layers, unknown keys, damage, and no passwords."""

import dataclasses
import pickle
import string
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import settings
from desktop.errors import Unavailable, UserError
from desktop.messages.settings import SENTENCES
from desktop.settings import Paper, Settings, Theme

FULL = Settings(
    office_code="ALA",
    office_names={"ru": "Консульство в Алматы", "en": "Consulate in Almaty"},
    letterhead={"tg": ("Консулгарии Ҷумҳурии Тоҷикистон", "ш. Алмато"), "en": ()},
    crest_file="C:\\crest.svg",
    office_place="almaty",
    office_zone="Asia/Almaty",
    officer_name="Ҳоҷиев И. Ҳ.",
    officer_function="second secretary",
    language="tg",
    theme=Theme.CONTRAST,
    document_languages=("ru", "uz-Latn"),
    paper=Paper.LETTER,
    data_folder="D:\\homeward",
    server="postgresql://officer@db.example/homeward",
    lock_minutes=15,
    second_backups="E:\\backups",
    mail_domains=("mfa.tj", "iom.int"),
)


@pytest.fixture
def user(tmp_path) -> Path:
    return tmp_path / "user" / "settings.toml"


@pytest.fixture
def machine(tmp_path) -> Path:
    return tmp_path / "machine.toml"


def test_without_files_the_usual_values_count(user, machine):
    assert settings.load(user, machine) == Settings()
    assert not user.exists()


def test_every_field_comes_back(user, machine):
    settings.save(FULL, user, machine)
    assert settings.load(user, machine) == FULL


def test_every_field_has_a_key_of_its_own_and_was_tried_above():
    fields = dataclasses.fields(Settings)
    assert len({item.metadata["key"] for item in fields}) == len(fields)
    for item in fields:
        assert getattr(FULL, item.name) != getattr(Settings(), item.name)


def test_no_field_is_meant_for_a_secret(user):
    for item in dataclasses.fields(Settings):
        assert not any(word in item.name for word in ("password", "secret", "token", "passphrase"))


def test_settings_travel_to_another_process():
    assert pickle.loads(pickle.dumps(FULL)) == FULL  # noqa: S301


words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
languages = st.text(string.ascii_lowercase, min_size=2, max_size=3)


@given(
    names=st.dictionaries(languages, words, max_size=3),
    lines=st.dictionaries(languages, st.lists(words, max_size=3).map(tuple), max_size=3),
    officer=words,
    domains=st.lists(words, max_size=3).map(tuple),
)
def test_any_text_comes_back(tmp_path_factory, names, lines, officer, domains):
    user = tmp_path_factory.mktemp("settings") / "settings.toml"
    nowhere = user.with_name("none.toml")
    chosen = Settings(
        office_names=names, letterhead=lines, officer_name=officer, mail_domains=domains
    )
    settings.save(chosen, user, nowhere)
    assert settings.load(user, nowhere) == chosen


def test_the_officer_overrides_the_computer(user, machine):
    machine.write_text('[office]\ncode = "ALA"\nplace = "almaty"\n', "utf-8")
    user.parent.mkdir()
    user.write_text('[office]\nplace = "tashkent"\n', "utf-8")
    loaded = settings.load(user, machine)
    assert (loaded.office_code, loaded.office_place) == ("ALA", "tashkent")


def test_only_what_differs_from_the_computer_is_saved(user, machine):
    machine.write_text('[office]\ncode = "ALA"\n', "utf-8")
    loaded = settings.load(user, machine)
    settings.save(dataclasses.replace(loaded, theme=Theme.DARK), user, machine)
    assert tomllib.loads(user.read_text("utf-8")) == {"interface": {"theme": "dark"}}
    machine.write_text('[office]\ncode = "OSS"\n', "utf-8")
    assert settings.load(user, machine).office_code == "OSS"


def test_going_back_to_the_usual_value_takes_the_line_out(user, machine):
    settings.save(Settings(theme=Theme.DARK), user, machine)
    settings.save(Settings(), user, machine)
    assert tomllib.loads(user.read_text("utf-8")) == {}


def test_keys_of_another_version_stay(user, machine):
    user.parent.mkdir()
    user.write_text('future = 1\n[office]\nnew_thing = [1, 2]\ncode = "A"\n[other]\nx = 2.5\n')
    loaded = settings.load(user, machine)
    settings.save(dataclasses.replace(loaded, office_code="B"), user, machine)
    document = tomllib.loads(user.read_text("utf-8"))
    assert document == {
        "future": 1,
        "office": {"new_thing": [1, 2], "code": "B"},
        "other": {"x": 2.5},
    }


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'[office]\ncode = "A"\ncode = "B"\n', 3),
        (b"\n\nno toml", 3),
        (b'[office]\nname = "\xff"\n', 2),
        (b"[office", 1),
    ],
)
def test_a_damaged_file_is_named_and_left_alone(user, machine, content, line):
    user.parent.mkdir()
    user.write_bytes(content)
    with pytest.raises(UserError) as caught:
        settings.load(user, machine)
    assert caught.value.code == "settings.unreadable"
    assert caught.value.params == {"file": "settings.toml", "line": line}
    assert user.read_bytes() == content


def test_saving_puts_a_damaged_file_aside(user, machine):
    user.parent.mkdir()
    for content in (b"no toml", b"nor this"):
        user.write_bytes(content)
        settings.save(FULL, user, machine)
    assert settings.load(user, machine) == FULL
    assert user.with_name("settings.unreadable-1.toml").read_bytes() == b"no toml"
    assert user.with_name("settings.unreadable-2.toml").read_bytes() == b"nor this"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('interface.theme = "purple"', "interface.theme"),
        ("interface.theme = 5", "interface.theme"),
        ('interface = "dark"', "interface.language"),
        ('office.zone = "Asia/Atlantis"', "office.zone"),
        ('office.zone = "../etc/passwd"', "office.zone"),
        ("office.code = 7", "office.code"),
        ("office.names = { ru = 1 }", "office.names"),
        ('office.letterhead = { ru = "one" }', "office.letterhead"),
        ('mail.domains = "mfa.tj"', "mail.domains"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(user, machine, content, key):
    user.parent.mkdir()
    user.write_text(content)
    with pytest.raises(UserError) as caught:
        settings.load(user, machine)
    assert caught.value.code == "settings.bad_value"
    assert caught.value.params == {"file": "settings.toml", "key": key}
    assert user.read_text() == content


@pytest.mark.parametrize(
    "server", ["postgresql://me:secret@db/homeward", "host=db password=secret", "x://a:b:c@d"]
)
def test_a_password_is_refused_and_not_repeated(user, machine, server):
    with pytest.raises(UserError) as caught:
        settings.save(Settings(server=server), user, machine)
    assert (caught.value.code, caught.value.params) == ("settings.password", {})
    assert not user.exists()
    user.parent.mkdir(exist_ok=True)
    user.write_text(f'[database]\nserver = "{server}"\n')
    with pytest.raises(UserError, match=r"settings\.password"):
        settings.load(user, machine)


def test_when_saving_fails_the_former_file_stands(user, machine, monkeypatch):
    settings.save(FULL, user, machine)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Unavailable) as caught:
        settings.save(Settings(), user, machine)
    assert caught.value.code == "settings.not_saved"
    monkeypatch.undo()
    assert settings.load(user, machine) == FULL
    assert [path.name for path in user.parent.iterdir()] == ["settings.toml"]


def test_a_file_that_cannot_be_opened_is_said(user, machine):
    user.mkdir(parents=True)
    with pytest.raises(Unavailable) as caught:
        settings.load(user, machine)
    assert caught.value.code == "settings.not_reached"
    with pytest.raises(Unavailable):
        settings.save(FULL, user, machine)


def test_the_usual_files_lie_in_the_usual_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("HOMEWARD_HOME", str(tmp_path))
    settings.save(Settings(office_code="ALA"))
    assert (tmp_path / "config" / "settings.toml").is_file()
    (tmp_path / "machine").mkdir()
    (tmp_path / "machine" / "settings.toml").write_text('[office]\nplace = "almaty"\n')
    assert settings.load() == Settings(office_code="ALA", office_place="almaty")


def test_every_code_has_a_sentence_with_its_fields():
    fields = {
        "settings.unreadable": {"file": "f", "line": 1},
        "settings.bad_value": {"file": "f", "key": "k"},
        "settings.not_reached": {"file": "f"},
        "settings.not_saved": {"file": "f"},
        "settings.password": {},
    }
    assert {code: SENTENCES[code].format(**params) for code, params in fields.items()}
    assert set(SENTENCES) == set(fields)
