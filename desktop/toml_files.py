"""TOML files that people write by hand: read whole, or told where they are damaged."""

import re
import tomllib
from pathlib import Path
from typing import Any


class Damaged(Exception):
    """The file is no TOML; `line` is where that shows, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_document(path: Path) -> dict[str, Any]:
    """The document at `path`; a file that is missing is an empty one.

    Raises Damaged, and OSError for a file that cannot be opened.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Damaged(data[: error.start].count(b"\n") + 1) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise Damaged(int(found[1]) if found else data.count(b"\n") + 1) from error
