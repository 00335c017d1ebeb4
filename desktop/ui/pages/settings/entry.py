"""What stands in the fields of the settings, as plain values, and the draft of it."""

import contextlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from desktop.files.drawer import Drawer

NAME_LANGUAGES = ("en", "ru", "fr", "tg")
"""Languages that an office has a name and a letterhead in."""


@dataclass(frozen=True)
class SettingsEntry:
    """Everything that is saved together; texts are as typed, without outer blanks.

    `names` and `letterhead` hold a text for every language of `NAME_LANGUAGES`, lines of a
    letterhead and mail domains are parted by line ends.
    """

    names: Mapping[str, str]
    letterhead: Mapping[str, str]
    zone: str
    officer_name: str
    officer_function: str
    language: str
    paper: str
    first_language: str
    mail_domains: str


class DraftFile:
    """What was typed and not saved when the window was closed. Touches the disk: for jobs."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def load(self) -> SettingsEntry | None:
        """The draft, or None where there is none that can be read."""
        try:
            plain = self._drawer.read(_NAME)
            return SettingsEntry(
                names={one: str(plain["names"][one]) for one in NAME_LANGUAGES},
                letterhead={one: str(plain["letterhead"][one]) for one in NAME_LANGUAGES},
                **{name: str(plain[name]) for name in _TEXTS},
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, entry: SettingsEntry) -> None:
        """Write the draft in one step; a disk that refuses it loses the draft only."""
        with contextlib.suppress(OSError):
            self._drawer.write(_NAME, asdict(entry))

    def drop(self) -> None:
        """Forget the draft."""
        self._drawer.remove(_NAME)


_NAME = "settings"
_TEXTS = (
    "zone",
    "officer_name",
    "officer_function",
    "language",
    "paper",
    "first_language",
    "mail_domains",
)
