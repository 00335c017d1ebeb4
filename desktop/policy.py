r"""What an administrator has fixed for everybody on this computer, over the officer's settings.

On Windows the values of `Software\Policies\Homeward`, where group policy writes: those of the
computer before those of the user. Elsewhere `/etc/homeward/policy.toml`, with the keys of the
settings file. A policy is a setting and no fence: who may read a shared database is decided by
its server.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from desktop import paths
from desktop.errors import Unavailable, UserError
from desktop.toml_files import Damaged, read_document

REGISTRY_KEY = r"Software\Policies\Homeward"
_HIVES = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")

VALUES = {
    "DatabaseServer": "database.server",
    "DatabaseFolder": "database.folder",
    "OfficeCode": "office.code",
    "OfficeNameEn": "office.names.en",
    "OfficeNameRu": "office.names.ru",
    "OfficeNameFr": "office.names.fr",
    "OfficeNameTg": "office.names.tg",
    "LetterheadEn": "office.letterhead.en",
    "LetterheadRu": "office.letterhead.ru",
    "LetterheadFr": "office.letterhead.fr",
    "LetterheadTg": "office.letterhead.tg",
    "OfficeZone": "office.zone",
    "Language": "interface.language",
    "DocumentLanguages": "documents.languages",
    "Paper": "documents.paper",
    "MailDomains": "mail.domains",
}
"""Name of a registry value to its place in the document of a policy file."""

KEYS = frozenset(".".join(place.split(".")[:2]) for place in VALUES.values())
"""Keys of the settings ("table.name") that can be fixed.

Colours and the officer's name are left to the officer: the first is a matter of eyesight, the
second of the person.
"""

_LISTS = frozenset(
    name
    for name, place in VALUES.items()
    if place.startswith("office.letterhead.") or place in ("documents.languages", "mail.domains")
)


class Registry(Protocol):
    """What is used of Python's module `winreg`."""

    HKEY_LOCAL_MACHINE: int
    HKEY_CURRENT_USER: int
    KEY_READ: int
    KEY_WOW64_64KEY: int
    REG_EXPAND_SZ: int

    def OpenKey(self, key: int, sub_key: str, reserved: int, access: int) -> Any: ...  # noqa: N802
    def EnumValue(self, key: Any, index: int) -> tuple[str, Any, int]: ...  # noqa: N802
    def QueryInfoKey(self, key: Any) -> tuple[int, int, int]: ...  # noqa: N802
    def ExpandEnvironmentStrings(self, text: str) -> str: ...  # noqa: N802


@dataclass(frozen=True)
class Policy:
    """What is fixed, as a document like the settings file.

    `places` says, by key, where a value comes from, in words for an administrator; `unknown`
    names values that this version does not know, which change nothing.
    """

    document: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Keys of the settings that are fixed."""
        return frozenset(
            f"{table}.{name}" for table, values in self.document.items() for name in values
        )


def read_policy() -> Policy:
    """What is fixed on this computer now; nothing where no administrator fixed anything.

    Raises UserError `policy.unreadable` (file, line), Unavailable `policy.not_reached` (place).
    Values are not checked here.
    """
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there is no such module elsewhere

        return from_registry(winreg)
    else:
        return from_file(paths.policy_file())


def from_file(path: Path) -> Policy:
    """The policies of a file. Raises as `read_policy`."""
    try:
        found = read_document(path)
    except Damaged as error:
        raise UserError("policy.unreadable", file=str(path), line=error.line) from error
    except OSError as error:
        raise Unavailable("policy.not_reached", place=str(path)) from error
    document: dict[str, dict[str, Any]] = {}
    unknown: list[str] = []
    for key, value in _entries(found):
        if key in KEYS:
            table, _, name = key.partition(".")
            document.setdefault(table, {})[name] = value
        else:
            unknown.append(key)
    return _made(document, {key: f"{path}: {key}" for key in KEYS}, unknown)


def from_registry(registry: Registry) -> Policy:
    """The policies of the Windows registry. Raises as `read_policy`."""
    document: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    unknown: list[str] = []
    known = {name.casefold(): name for name in VALUES}
    # The computer's come last and win.
    for hive in reversed(_HIVES):
        for given, value in _values(registry, hive):
            name = known.get(given.casefold())
            if name is None:
                unknown.append(given)
                continue
            table, key, *language = VALUES[name].split(".")
            entry = [value] if name in _LISTS and isinstance(value, str) else value
            values = document.setdefault(table, {})
            if language:
                values.setdefault(key, {})[language[0]] = entry
            else:
                values[key] = entry
            places[f"{table}.{key}"] = rf"{hive}\{REGISTRY_KEY}: {name}"
    return _made(document, places, unknown)


def _made(
    document: dict[str, dict[str, Any]], places: Mapping[str, str], unknown: Iterable[str]
) -> Policy:
    database = document.get("database", {})
    if "folder" in database:
        # A folder says that the local register is meant, whatever server an officer wrote down.
        database.setdefault("server", "")
    return Policy(document, places, tuple(sorted(set(unknown))))


def _entries(document: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Everything in the tables of a document, by its key."""
    for table, values in document.items():
        if isinstance(values, dict):
            for name, value in values.items():
                yield f"{table}.{name}", value
        else:
            yield table, values


def _values(registry: Registry, hive: str) -> Iterator[tuple[str, object]]:
    """Name and value of everything under the key of one hive."""
    access = registry.KEY_READ | registry.KEY_WOW64_64KEY
    try:
        with registry.OpenKey(getattr(registry, hive), REGISTRY_KEY, 0, access) as key:
            for index in range(registry.QueryInfoKey(key)[1]):
                name, value, kind = registry.EnumValue(key, index)
                if kind == registry.REG_EXPAND_SZ and isinstance(value, str):
                    value = registry.ExpandEnvironmentStrings(value)
                yield name, value
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unavailable("policy.not_reached", place=rf"{hive}\{REGISTRY_KEY}") from error
