"""Drafts of people: what was typed and not saved, kept in memory and in small files."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop.files.drawer import Drawer
from desktop.ui.pages.people.entry import PersonEntry, from_plain, to_plain

logger = logging.getLogger(__name__)

NEW = "new"
"""Key of the draft of somebody who is being added."""

_PREFIX = "person-"


@dataclass(frozen=True)
class Draft:
    """What was typed for a person and not saved.

    `key` is `NEW` or the id of the person; `base` and `version` are what the record was when
    typing began, so that a change by somebody else is seen.
    """

    key: str
    entry: PersonEntry
    base: PersonEntry
    version: int
    at: datetime


def draft_key(person_id: UUID | None) -> str:
    """Key of the draft of a person."""
    return str(person_id) if person_id else NEW


class DraftFiles:
    """One file a draft. Its methods touch the disk: call them in jobs, one at a time."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def load(self) -> dict[str, Draft]:
        """All drafts by key. A file that can't be read is left where it is."""
        found: dict[str, Draft] = {}
        for name in self._drawer.names(_PREFIX):
            try:
                draft = _draft(self._drawer.read(name))
            except (OSError, ValueError, KeyError, TypeError):
                logger.info("a draft can't be read")
                continue
            found[draft.key] = draft
        return found

    def keep(self, draft: Draft) -> bool:
        """Write a draft in one step; answers whether the disk took it."""
        plain = {
            "key": draft.key,
            "entry": to_plain(draft.entry),
            "base": to_plain(draft.base),
            "version": draft.version,
            "at": draft.at.isoformat(),
        }
        try:
            self._drawer.write(_name(draft.key), plain)
        except OSError:
            logger.info("a draft can't be written")
            return False
        return True

    def drop(self, key: str) -> None:
        """Forget a draft; one that can't be removed now is offered again."""
        self._drawer.remove(_name(key))


def _name(key: str) -> str:
    return f"{_PREFIX}{key}"


def _draft(plain: dict[str, Any]) -> Draft:
    key = str(plain["key"])
    if key != NEW:
        UUID(key)
    return Draft(
        key,
        from_plain(plain["entry"]),
        from_plain(plain["base"]),
        int(plain["version"]),
        datetime.fromisoformat(plain["at"]),
    )
