"""Plans that were typed and not saved, each in a small file that only the officer may read."""

import contextlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.atomic import replace_file
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

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, movement_id: UUID | None) -> KeptPlan | None:
        """What was kept of a movement, of a new one for None; an unreadable file counts as none."""
        try:
            plain = json.loads(self._path(movement_id).read_bytes())
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
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            text = json.dumps(plain, ensure_ascii=False)
            replace_file(self._path(movement_id), text.encode())
        except OSError:
            logger.info("the draft of a movement can't be written")
            return False
        return True

    def drop(self, movement_id: UUID | None) -> None:
        """Forget a draft; one that can't be removed now is offered again."""
        with contextlib.suppress(OSError):
            self._path(movement_id).unlink(missing_ok=True)

    def _path(self, movement_id: UUID | None) -> Path:
        return self._folder / f"movement-{movement_id or 'new'}.json"
