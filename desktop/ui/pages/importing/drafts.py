"""Corrections of lists that were not imported yet, kept in small files.

A file is found again by the checksum of the list, so that the same list, opened tomorrow or
after a crash, comes back with everything that was mended in it.
"""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Overrides
from desktop.files.drawer import Drawer

logger = logging.getLogger(__name__)

KEPT = timedelta(days=60)
"""How long corrections of a list that is never imported are kept."""

_PREFIX = "import-"


class CorrectionFiles:
    """One file a list. Its methods touch the disk: call them in jobs."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def load(self, file_hash: str, now: datetime) -> tuple[Overrides, ...]:
        """Corrections of a list, the sheet that was worked on first; empty if there are none.

        Those of other lists that have lain here for too long are put away.
        """
        self._drawer.forget_older(_PREFIX, now - KEPT)
        try:
            plain = self._drawer.read(_name(file_hash))
            return tuple(_from_plain(one) for one in plain["sheets"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            logger.info("corrections of a list can't be read")
            return ()

    def keep(self, file_hash: str, sheets: Iterable[Overrides]) -> bool:
        """Write the corrections of a list in one step; answers whether the disk took them."""
        plain = {"sheets": [_to_plain(one) for one in sheets]}
        try:
            self._drawer.write(_name(file_hash), plain)
        except OSError:
            logger.info("corrections of a list can't be written")
            return False
        return True

    def drop(self, file_hash: str) -> None:
        """Forget the corrections of a list."""
        self._drawer.remove(_name(file_hash))


def _name(file_hash: str) -> str:
    return f"{_PREFIX}{file_hash[:32]}"


def _to_plain(overrides: Overrides) -> dict[str, Any]:
    return {
        "sheet": overrides.sheet,
        "header_rows": overrides.header_rows,
        "fields": {str(column): field.value for column, field in overrides.fields.items()},
        "day_first": {str(column): first for column, first in overrides.day_first.items()},
        "cells": [[row, column, text] for (row, column), text in overrides.cells.items()],
        "accepted": sorted(overrides.accepted, key=str),
        "left_out": sorted(overrides.left_out),
    }


def _from_plain(plain: dict[str, Any]) -> Overrides:
    header = plain["header_rows"]
    return Overrides(
        sheet=str(plain["sheet"]),
        header_rows=(int(header[0]), int(header[1])) if header else None,
        fields={int(column): Field(value) for column, value in plain["fields"].items()},
        day_first={int(column): bool(first) for column, first in plain["day_first"].items()},
        cells={(int(row), int(column)): str(text) for row, column, text in plain["cells"]},
        accepted=frozenset(
            (int(row), None if column is None else int(column), str(code))
            for row, column, code in plain["accepted"]
        ),
        left_out=frozenset(map(int, plain["left_out"])),
    )
