"""Plans that were typed and not saved, each in a small file that only the officer may read."""

import logging
from dataclasses import dataclass
from uuid import UUID

from desktop.files.drawer import Drawer
from desktop.ui.pages.movements.planning import PlanDraft, from_plain, to_plain

logger = logging.getLogger(__name__)

_STORED = "stored"


@dataclass(frozen=True)
class KeptPlan:
    """What was typed, and for a stored movement the plan from which typing began."""

    draft: PlanDraft
    stored: PlanDraft | None = None

    @property
    def is_touched(self) -> bool:
        """Whether anything would be missed."""
        return self.draft.is_touched if self.stored is None else self.draft != self.stored


class DraftFiles:
    """One file for a new plan, and one for each stored movement whose plan is being changed.

    Its methods touch the disk: call them in jobs, one at a time.
    """

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def load(self, movement_id: UUID | None) -> KeptPlan | None:
        """What was kept of a movement, of a new one for None; an unreadable file counts as none."""
        try:
            plain = self._drawer.read(_name(movement_id))
            stored = from_plain(plain[_STORED]) if movement_id else None
            return KeptPlan(from_plain(plain), stored)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            logger.info("the draft of a movement can't be read")
            return None

    def keep(self, movement_id: UUID | None, kept: KeptPlan) -> bool:
        """Write a draft in one step; answers whether the disk took it."""
        plain = to_plain(kept.draft)
        if kept.stored is not None:
            plain[_STORED] = to_plain(kept.stored)
        try:
            self._drawer.write(_name(movement_id), plain)
        except OSError:
            logger.info("the draft of a movement can't be written")
            return False
        return True

    def drop(self, movement_id: UUID | None) -> None:
        """Forget a draft; one that can't be removed now is offered again."""
        self._drawer.remove(_name(movement_id))


def _name(movement_id: UUID | None) -> str:
    return f"movement-{movement_id or 'new'}"
