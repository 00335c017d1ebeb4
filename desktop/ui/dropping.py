"""A list that is dropped anywhere on the window goes to the Import page."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class ListDrop(QObject):
    """Takes one file that is dropped on a window.

    Signals:
        dropped(Path): the file.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept a single local file; everything else goes on as usual."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if dropped_file(event.mimeData()) is not None:
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            file = dropped_file(event.mimeData())
            if file is not None:
                event.acceptProposedAction()
                self.dropped.emit(file)
                return True
        return super().eventFilter(watched, event)


def dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is carried, or None."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
