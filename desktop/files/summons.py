"""How a second program asks the window that works in a register to come to the front."""

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.atomic import replace_file


@dataclass(frozen=True)
class Summons:
    """What the second one was started with: a list to take in, or nothing."""

    source: Path | None


def summons_path(database: Path) -> Path:
    """Where it is laid down: it is there until somebody has taken it."""
    return database.with_name(database.name + ".show")


def lay_down(database: Path, source: Path | None) -> None:
    """Ask. Raises OSError."""
    plain = {"source": None if source is None else str(source.absolute())}
    replace_file(summons_path(database), json.dumps(plain).encode(), private=True)


def take_up(database: Path) -> Summons | None:
    """What was asked, if anything; it is taken away. What can't be read asks for the window."""
    path = summons_path(database)
    try:
        data = path.read_bytes()
        path.unlink()
    except OSError:
        return None
    try:
        source = json.loads(data)["source"]
        return Summons(Path(source) if isinstance(source, str) else None)
    except (ValueError, KeyError, TypeError):
        return Summons(None)
