"""Kinds of files that Homeward is offered for under "Open with"; none is taken from others.

The setup program says the same in `nsis/file_types.nsh`.
"""

from __future__ import annotations

LISTS = (".xlsx", ".xls", ".xlsb", ".ods", ".csv")
REGISTERS = (".db",)

_CLASSES = r"Software\Classes"
_PROGRAMS = {
    "Homeward.List": ("List of people", "--list", LISTS),
    "Homeward.Register": ("Homeward register", "--database", REGISTERS),
}


def registry_values() -> list[tuple[str, str, str]]:
    """Key, name and text of every value, for a program in the folder `[INSTALLDIR]`."""
    values: list[tuple[str, str, str]] = []
    for program, (text, option, suffixes) in _PROGRAMS.items():
        key = rf"{_CLASSES}\{program}"
        command = f'"[INSTALLDIR]Homeward.exe" open {option} "%1"'
        values += [
            (key, "", text),
            (rf"{key}\DefaultIcon", "", "[INSTALLDIR]Homeward.exe,0"),
            (rf"{key}\shell\open", "FriendlyAppName", "Homeward"),
            (rf"{key}\shell\open\command", "", command),
        ]
        values += [(rf"{_CLASSES}\{one}\OpenWithProgids", program, "") for one in suffixes]
    return values
