"""What a check is given, and how it says that something is wrong."""

from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """A part does not do what it should; the text says what was found."""


@dataclass(frozen=True)
class Bench:
    """`folder` is a temporary one that is there; `picture` is where the window's picture goes.

    `platform` names the platform plugin of Qt; empty for the usual one.
    """

    folder: Path
    picture: Path
    platform: str = ""


def need(holds: object, found: str) -> None:
    """Raise Failed with what was found, unless it holds."""
    if not holds:
        raise Failed(found)
