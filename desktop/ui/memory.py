"""What the window remembers for the officer: its place, and how tables are laid out."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget


class WindowMemory:
    """A small file beside the settings. Damaged or foreign entries count as none."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def keep_geometry(self, name: str, window: QWidget) -> None:
        """Remember where a window stands."""
        self._settings.setValue(f"geometry/{name}", window.saveGeometry())

    def restore_geometry(self, name: str, window: QWidget) -> bool:
        """Put a window where it stood; answers whether it was remembered."""
        kept = self._settings.value(f"geometry/{name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep(self, name: str, state: dict[str, Any]) -> None:
        """Remember a layout, such as `DataTable.layout_state()`."""
        self._settings.setValue(f"layout/{name}", json.dumps(state))

    def recall(self, name: str) -> dict[str, Any]:
        """The layout that was kept under a name; empty if there is none."""
        kept = self._settings.value(f"layout/{name}")
        try:
            state = json.loads(kept) if isinstance(kept, str) else {}
        except ValueError:
            return {}
        return state if isinstance(state, dict) else {}
