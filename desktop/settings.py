"""The choices of an office and its officer, in TOML: the officer's file over the computer's.

A value that an administrator fixed by a policy counts before all others. Else the one in the
officer's file counts, else the one that stands in the file of the whole computer, else the
usual one. Keys that this version does not know stay in the file. Passwords are never
settings; the operating system's key store holds them.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli_w

from desktop import paths
from desktop.atomic import replace_file
from desktop.errors import Unavailable, UserError
from desktop.policy import Policy, read_policy
from desktop.toml_files import Damaged, read_document

FILE_NAME = "settings.toml"

SCREEN_LANGUAGES = {"en": "English", "ru": "Русский", "fr": "Français"}
"""Languages that every screen speaks, each by its own name."""


class Theme(StrEnum):
    """Colours of the screen; `SYSTEM` follows the operating system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Paper(StrEnum):
    """Size of the sheets in the office's printer."""

    A4 = "A4"
    LETTER = "LETTER"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(_text(item) for item in value)


def _text_by_language(value: object) -> Mapping[str, str]:
    return {language: _text(item) for language, item in _table(value).items()}


def _texts_by_language(value: object) -> Mapping[str, tuple[str, ...]]:
    return {language: _texts(item) for language, item in _table(value).items()}


def _zone(value: object) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - not for the first paint

    name = _text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError from error
    return name


def _server(value: object) -> str:
    address = _text(value)
    if re.search(r"://[^/@]*:[^/@]*@|password\s*=", address, re.IGNORECASE):
        raise UserError("settings.password")
    return address


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError
    return value


def _minutes(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 24 * 60:
        raise ValueError
    return value


def _theme(value: object) -> Theme:
    return Theme(_text(value))


def _paper(value: object) -> Paper:
    return Paper(_text(value))


def _stored(key: str, read: Callable[[object], object]) -> dict[str, Any]:
    """How a field stands in the file: under `key` ("table.name"), checked by `read`."""
    return {"key": key, "read": read}


@dataclass(frozen=True)
class Settings:
    """Everything that can be chosen; compared by value, made anew by `dataclasses.replace`.

    Languages are BCP 47 codes ("ru"), zones IANA names ("Asia/Almaty"), domains host names
    ("mfa.tj"); an empty text means "not chosen".
    """

    office_code: str = field(default="", metadata=_stored("office.code", _text))
    """Short code in every printed number; one office, one code."""
    office_names: Mapping[str, str] = field(
        default_factory=dict, metadata=_stored("office.names", _text_by_language)
    )
    letterhead: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata=_stored("office.letterhead", _texts_by_language)
    )
    """Lines at the head of a letter, by language."""
    crest_file: str = field(default="", metadata=_stored("office.crest", _text))
    office_place: str = field(default="", metadata=_stored("office.place", _text))
    office_zone: str = field(default="UTC", metadata=_stored("office.zone", _zone))
    officer_name: str = field(default="", metadata=_stored("officer.name", _text))
    officer_function: str = field(default="", metadata=_stored("officer.function", _text))
    language: str = field(default="", metadata=_stored("interface.language", _text))
    """Language of the screens; empty follows the operating system."""
    theme: Theme = field(default=Theme.SYSTEM, metadata=_stored("interface.theme", _theme))
    document_languages: tuple[str, ...] = field(
        default=("ru", "en"), metadata=_stored("documents.languages", _texts)
    )
    """Languages offered first for papers, the most wanted first."""
    paper: Paper = field(default=Paper.A4, metadata=_stored("documents.paper", _paper))
    data_folder: str = field(default="", metadata=_stored("database.folder", _text))
    """Folder of the local database; empty for the usual one."""
    server: str = field(default="", metadata=_stored("database.server", _server))
    """Address of the shared database without a password; empty works with the local one."""
    lock_minutes: int = field(default=10, metadata=_stored("security.lock_minutes", _minutes))
    """So long nobody works until the register is closed; 0 for never."""
    second_backups: str = field(default="", metadata=_stored("backup.second", _text))
    """Folder of a second place for backups, such as a stick; empty for none."""
    mail_domains: tuple[str, ...] = field(default=(), metadata=_stored("mail.domains", _texts))
    """Domains that mail may be addressed to; empty allows every one."""


def user_file() -> Path:
    """The officer's settings file."""
    return paths.config_dir() / FILE_NAME


def machine_file() -> Path:
    """The settings file of the whole computer."""
    return paths.machine_config_dir() / FILE_NAME


def load(user: Path | None = None, machine: Path | None = None) -> Settings:
    """Read the settings; a file that is missing is an empty one.

    Raises UserError `settings.unreadable` (file, line), `settings.bad_value` (file, key),
    `settings.password`, `policy.bad_value` and `policy.password` (place), and as `read_policy`;
    Unavailable `settings.not_reached` (file). No file is changed.
    """
    values = _in_file(machine or machine_file())
    values.update(_in_file(user or user_file()))
    values.update(_in_policy(read_policy()))
    return Settings(**values)


def fixed_fields() -> frozenset[str]:
    """Names of the fields that an administrator has fixed. Raises as `read_policy`."""
    fixed = read_policy().keys
    return frozenset(
        item.name for item in dataclasses.fields(Settings) if item.metadata["key"] in fixed
    )


def save(settings: Settings, user: Path | None = None, machine: Path | None = None) -> None:
    """Write what differs from the computer's settings into the officer's file, in one step.

    A file that cannot be read is put aside as "settings.unreadable-1.toml" and not lost. What
    an administrator has fixed is not written: the officer's own choice comes back with the end
    of the policy.
    Raises UserError `settings.password`, Unavailable `settings.not_saved` (file), and as
    `read_policy`; the former file then stands.
    """
    path = user or user_file()
    _server(settings.server)
    fixed = read_policy().keys
    base = Settings(**_in_file(machine or machine_file()))
    try:
        try:
            document = _read(path)
        except UserError:
            path.replace(_free_name(path))
            document = {}
        for item in dataclasses.fields(Settings):
            key, value = item.metadata["key"], getattr(settings, item.name)
            if key in fixed:
                continue
            if value == getattr(base, item.name):
                _remove(document, key)
            else:
                _put(document, key, _plain(value))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(path, tomli_w.dumps(document).encode())
    except OSError as error:
        raise Unavailable("settings.not_saved", file=path.name) from error


def _in_file(path: Path) -> dict[str, Any]:
    """Values of the fields that stand in the file at `path`."""
    try:
        return _known(_read(path))
    except _BadValue as error:
        raise UserError("settings.bad_value", file=path.name, key=error.key) from error


def _in_policy(policy: Policy) -> dict[str, Any]:
    """Values of the fields that an administrator has fixed."""
    try:
        return _known(policy.document)
    except _BadValue as error:
        raise UserError("policy.bad_value", place=policy.places[error.key]) from error
    except UserError as error:
        raise UserError("policy.password", place=policy.places["database.server"]) from error


class _BadValue(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _known(document: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the fields in a document, by name. Raises _BadValue."""
    values: dict[str, Any] = {}
    for item in dataclasses.fields(Settings):
        key = item.metadata["key"]
        table, _, name = key.partition(".")
        try:
            known = _table(document.get(table, {}))
            if name in known:
                values[item.name] = item.metadata["read"](known[name])
        except ValueError as error:
            raise _BadValue(key) from error
    return values


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_document(path)
    except Damaged as error:
        raise UserError("settings.unreadable", file=path.name, line=error.line) from error
    except OSError as error:
        raise Unavailable("settings.not_reached", file=path.name) from error


def _put(document: dict[str, Any], key: str, value: object) -> None:
    table, _, name = key.partition(".")
    if not isinstance(document.get(table), dict):
        document[table] = {}
    document[table][name] = value


def _remove(document: dict[str, Any], key: str) -> None:
    table, _, name = key.partition(".")
    known = document.get(table)
    if isinstance(known, dict):
        known.pop(name, None)
        if not known:
            del document[table]


def _plain(value: object) -> object:
    """`value` as TOML can hold it."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, int) else str(value)


def _free_name(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")).exists():
        number += 1
    return free
