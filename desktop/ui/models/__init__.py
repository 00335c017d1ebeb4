"""Models of tables: rows as plain values that a job has prepared, cells that a delegate paints."""

from desktop.ui.models.cells import (
    CELL_ROLE,
    ID_ROLE,
    Align,
    Cell,
    CellKind,
    Column,
    Row,
    selector,
)
from desktop.ui.models.lazy import LazyTableModel
from desktop.ui.models.listed import ListTableModel
from desktop.ui.models.paged import PagedTableModel, PageSource

__all__ = [
    "CELL_ROLE",
    "ID_ROLE",
    "Align",
    "Cell",
    "CellKind",
    "Column",
    "LazyTableModel",
    "ListTableModel",
    "PageSource",
    "PagedTableModel",
    "Row",
    "selector",
]
