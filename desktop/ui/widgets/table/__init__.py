"""Tables: the view, its header, and the delegate that paints cells."""

from desktop.ui.widgets.table.delegate import CellDelegate
from desktop.ui.widgets.table.selection import Selection
from desktop.ui.widgets.table.view import DataTable

__all__ = ["CellDelegate", "DataTable", "Selection"]
