"""What an administrator has fixed: read from a file or the registry, and obeyed."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from desktop import paths, settings
from desktop.bootstrap import chosen_database, open_desk
from desktop.errors import Unavailable, UserError
from desktop.messages.policy import SENTENCES
from desktop.policy import (
    KEYS,
    REGISTRY_KEY,
    VALUES,
    Policy,
    from_file,
    from_registry,
    read_policy,
)
from desktop.settings import Paper, Settings, fixed_fields, load, save, user_file

REG_SZ, REG_EXPAND_SZ, REG_DWORD, REG_MULTI_SZ = 1, 2, 4, 7
Value = tuple[object, int]


class FakeKey:
    """An open key."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self.values = list(values.items())

    def __enter__(self) -> "FakeKey":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.values = []


class FakeRegistry:
    """The module `winreg` on a computer with these values."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = 1, 2
    KEY_READ, KEY_WOW64_64KEY = 0x20019, 0x0100
    REG_EXPAND_SZ = REG_EXPAND_SZ

    def __init__(
        self,
        machine: Mapping[str, Value] | None = None,
        user: Mapping[str, Value] | None = None,
        denied: bool = False,
    ) -> None:
        self._hives = {1: machine, 2: user}
        self._denied = denied

    def OpenKey(self, key: int, sub_key: str, reserved: int, access: int) -> FakeKey:  # noqa: N802
        assert (sub_key, reserved, access) == (REGISTRY_KEY, 0, 0x20119)
        if self._denied:
            raise PermissionError(5, "Access is denied")
        values = self._hives[key]
        if values is None:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return FakeKey(values)

    def QueryInfoKey(self, key: FakeKey) -> tuple[int, int, int]:  # noqa: N802
        return 0, len(key.values), 0

    def EnumValue(self, key: FakeKey, index: int) -> tuple[str, object, int]:  # noqa: N802
        name, (value, kind) = key.values[index]
        return name, value, kind

    def ExpandEnvironmentStrings(self, text: str) -> str:  # noqa: N802
        return text.replace("%LOCALAPPDATA%", r"C:\Users\me\AppData\Local")


def fix(text: str) -> Path:
    """Write a policy file where the program looks for it."""
    file = paths.policy_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def in_registry(monkeypatch: pytest.MonkeyPatch, registry: FakeRegistry) -> Policy:
    """Let the settings see a registry; answers its policies."""
    policy = from_registry(registry)
    monkeypatch.setattr(settings, "read_policy", lambda: policy)
    return policy


def test_nothing_is_fixed_where_nobody_fixed_anything() -> None:
    assert read_policy().keys == from_registry(FakeRegistry()).keys == frozenset()
    assert fixed_fields() == frozenset()
    assert load() == Settings()


def test_the_usual_file_is_that_of_the_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.POLICY_VARIABLE)
    assert paths.policy_file() == Path("/etc/homeward/policy.toml")


def test_a_policy_wins_over_the_officer_and_gives_back_at_its_end() -> None:
    save(Settings(language="ru", mail_domains=("old.tj",), office_code="OSH"))
    file = fix('[interface]\nlanguage = "fr"\n[mail]\ndomains = ["mfa.tj"]\n')
    assert fixed_fields() == {"language", "mail_domains"}
    assert load() == Settings(language="fr", mail_domains=("mfa.tj",), office_code="OSH")
    save(dataclasses.replace(load(), language="en", mail_domains=(), paper=Paper.LETTER))
    assert tomllib.loads(user_file().read_text("utf-8")) == {
        "interface": {"language": "ru"},
        "mail": {"domains": ["old.tj"]},
        "office": {"code": "OSH"},
        "documents": {"paper": "LETTER"},
    }
    file.unlink()
    assert load().language == "ru"


def test_every_key_is_one_of_the_settings_and_of_one_kind() -> None:
    known = {item.metadata["key"] for item in dataclasses.fields(Settings)}
    assert known >= KEYS
    assert {"interface.theme", "officer.name"}.isdisjoint(KEYS)


def test_every_registry_value_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    values: dict[str, Value] = {
        "DatabaseServer": ("postgresql://officer@db.mfa.tj/homeward", REG_SZ),
        "DatabaseFolder": (r"%LOCALAPPDATA%\Homeward", REG_EXPAND_SZ),
        "OfficeCode": ("ALA", REG_SZ),
        "OfficeNameEn": ("Consulate", REG_SZ),
        "OfficeNameRu": ("Консульство", REG_SZ),
        "OfficeNameFr": ("Consulat", REG_SZ),
        "OfficeNameTg": ("Консулгарӣ", REG_SZ),
        "LetterheadEn": (["Consulate", "Almaty"], REG_MULTI_SZ),
        "LetterheadRu": ("Консульство", REG_SZ),
        "LetterheadFr": ([], REG_MULTI_SZ),
        "LetterheadTg": (["Консулгарӣ"], REG_MULTI_SZ),
        "OfficeZone": ("Asia/Almaty", REG_SZ),
        "Language": ("ru", REG_SZ),
        "DocumentLanguages": (["fr", "ru"], REG_MULTI_SZ),
        "Paper": ("LETTER", REG_SZ),
        "MailDomains": ("mfa.tj", REG_SZ),
    }
    assert set(values) == set(VALUES)
    policy = in_registry(monkeypatch, FakeRegistry(values))
    assert policy.keys == KEYS
    assert load() == Settings(
        server="postgresql://officer@db.mfa.tj/homeward",
        data_folder=r"C:\Users\me\AppData\Local\Homeward",
        office_code="ALA",
        office_names={
            "en": "Consulate", "ru": "Консульство", "fr": "Consulat", "tg": "Консулгарӣ",
        },
        letterhead={
            "en": ("Consulate", "Almaty"), "ru": ("Консульство",), "fr": (), "tg": ("Консулгарӣ",),
        },
        office_zone="Asia/Almaty",
        language="ru",
        document_languages=("fr", "ru"),
        paper=Paper.LETTER,
        mail_domains=("mfa.tj",),
    )  # fmt: skip


def test_the_computer_wins_over_the_user_value_by_value() -> None:
    policy = from_registry(
        FakeRegistry(
            machine={"officenameEN": ("Embassy", REG_SZ), "Paper": ("A4", REG_SZ)},
            user={
                "OfficeNameEn": ("My office", REG_SZ),
                "OfficeNameRu": ("Посольство", REG_SZ),
                "Colour": ("red", REG_SZ),
            },
        )
    )
    assert policy.document == {
        "office": {"names": {"en": "Embassy", "ru": "Посольство"}},
        "documents": {"paper": "A4"},
    }
    assert policy.unknown == ("Colour",)
    assert policy.places["documents.paper"] == rf"HKEY_LOCAL_MACHINE\{REGISTRY_KEY}: Paper"


def test_unknown_values_change_nothing() -> None:
    fix('future = 1\n[interface]\ntheme = "dark"\n[other]\nx = 2\n')
    assert read_policy().unknown == ("future", "interface.theme", "other.x")
    assert load() == Settings()


def test_a_fixed_folder_means_the_local_register(tmp_path: Path) -> None:
    save(Settings(server="postgresql://officer@db.example/homeward"))
    assert chosen_database(None, load()).startswith("postgresql:")
    fix(f"[database]\nfolder = '{tmp_path}'\n")
    assert chosen_database(None, load()) == str(tmp_path / "homeward.db")
    assert fixed_fields() == {"data_folder", "server"}
    fix(f"[database]\nfolder = '{tmp_path}'\nserver = 'postgresql://o@db.mfa.tj/homeward'\n")
    assert chosen_database(None, load()) == "postgresql://o@db.mfa.tj/homeward"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ((1, REG_DWORD), "Language"),
        ((["ru", "en"], REG_MULTI_SZ), "Language"),
        (("A3", REG_SZ), "Paper"),
        (("Asia/Atlantis", REG_SZ), "OfficeZone"),
        ((1, REG_DWORD), "OfficeNameTg"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, value: Value, name: str
) -> None:
    in_registry(monkeypatch, FakeRegistry({name: value}))
    with pytest.raises(UserError) as caught:
        load()
    assert caught.value.code == "policy.bad_value"
    assert caught.value.params == {"place": rf"HKEY_LOCAL_MACHINE\{REGISTRY_KEY}: {name}"}


def test_a_wrong_value_in_the_file_is_named() -> None:
    file = fix('[office]\nnames = "Embassy"\n')
    with pytest.raises(UserError) as caught:
        load()
    assert (caught.value.code, caught.value.params["place"]) == (
        "policy.bad_value",
        f"{file}: office.names",
    )


def test_a_password_is_refused_and_not_repeated() -> None:
    file = fix('[database]\nserver = "postgresql://me:secret@db/homeward"\n')
    with pytest.raises(UserError) as caught:
        load()
    assert caught.value.code == "policy.password"
    assert caught.value.params == {"place": f"{file}: database.server"}


def test_a_damaged_file_stops_the_program_and_is_named() -> None:
    file = fix("[interface]\nlanguage =\n")
    with pytest.raises(UserError) as caught:
        load()
    assert caught.value.code == "policy.unreadable"
    assert caught.value.params == {"file": str(file), "line": 2}


def test_policies_that_cannot_be_opened_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        from_file(tmp_path)
    assert (caught.value.code, caught.value.params) == (
        "policy.not_reached",
        {"place": str(tmp_path)},
    )
    with pytest.raises(Unavailable, match=r"policy\.not_reached") as denied:
        from_registry(FakeRegistry(denied=True))
    assert REGISTRY_KEY in str(denied.value.params["place"])


def test_the_register_follows_what_is_fixed_of_the_office(tmp_path: Path) -> None:
    target = str(tmp_path / "homeward.db")
    mine = Settings(
        office_code="ALA",
        office_names={"en": "Old name"},
        letterhead={"en": ("Old",)},
        officer_name="Nazarova Z.",
        officer_function="Consul",
    )
    save(mine)
    open_desk(target, load(), in_child=False).close()
    fix('[office]\nnames = { en = "Embassy", tg = "Сафорат" }\nzone = "Asia/Almaty"\n')

    def opened() -> tuple[Any, tuple[str, str], int]:
        desk = open_desk(target, load(), in_child=False)
        try:
            actor = desk.desk.store.actor
            with desk.desk.store.read() as reads:
                history = reads.history(actor.office_id, 50)
                return (
                    reads.office(actor.office_id),
                    reads.officer_name(actor.officer_id),
                    len(history),
                )
        finally:
            desk.close()

    office, officer, operations = opened()
    assert office.names == {"en": "Embassy", "tg": "Сафорат"}
    assert office.letterhead == {"en": "Old"}
    assert office.zone == "Asia/Almaty"
    assert officer == ("Nazarova Z.", "Consul")
    assert opened() == (office, officer, operations)


def test_every_code_has_a_sentence_with_its_fields() -> None:
    fields = {
        "policy.unreadable": {"file", "line"},
        "policy.bad_value": {"place"},
        "policy.password": {"place"},
        "policy.not_reached": {"place"},
    }
    assert {code: set(re.findall(r"\{(\w+)\}", text)) for code, text in SENTENCES.items()} == fields
