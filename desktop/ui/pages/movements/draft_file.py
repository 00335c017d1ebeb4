"""The plan that was typed and not saved, kept in a small file that only the officer may read."""

import contextlib
import json
import logging
from pathlib import Path

from desktop.atomic import replace_file
from desktop.ui.pages.movements.planning import PlanDraft, from_plain, to_plain

logger = logging.getLogger(__name__)

_NAME = "movement-new.json"


class DraftFile:
    """One draft. Its methods touch the disk: call them in jobs, one at a time."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def load(self) -> PlanDraft | None:
        """The draft that was kept; a file that can't be read counts as none."""
        try:
            return from_plain(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            logger.info("the draft of a movement can't be read")
            return None

    def keep(self, draft: PlanDraft) -> bool:
        """Write a draft in one step; answers whether the disk took it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            text = json.dumps(to_plain(draft), ensure_ascii=False)
            replace_file(self._path, text.encode())
        except OSError:
            logger.info("the draft of a movement can't be written")
            return False
        return True

    def drop(self) -> None:
        """Forget the draft; one that can't be removed now is offered again."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
