"""A list that is dropped: anywhere on the window, or on the Import page, which shows the aim."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class ListDrop(QObject):
    """Takes one file that is dropped on a widget.

    Signals:
        dropped(Path): the file.
        aimed(bool): whether a file hovers that would be taken.
    """

    dropped = Signal(object)
    aimed = Signal(bool)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept a single local file; everything else goes on as usual."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if _dropped_file(event.mimeData()) is not None:
                event.acceptProposedAction()
                self.aimed.emit(True)
                return True
        elif event.type() == QEvent.Type.DragLeave:
            self.aimed.emit(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.aimed.emit(False)
            file = _dropped_file(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                self.dropped.emit(file)
                return True
        return super().eventFilter(watched, event)


def _dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is carried, or None."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
