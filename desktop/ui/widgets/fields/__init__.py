"""Fields of forms: label above, hint at its right, unit or source inside, problem below."""

from desktop.ui.widgets.fields.base import Field
from desktop.ui.widgets.fields.check import CheckField
from desktop.ui.widgets.fields.choice import Choice, ComboField, SegmentedField
from desktop.ui.widgets.fields.line import LineField, TextField
from desktop.ui.widgets.fields.lookup import LookupField
from desktop.ui.widgets.fields.parsed import ParsedField, PartialDateField, Reading

__all__ = [
    "CheckField",
    "Choice",
    "ComboField",
    "Field",
    "LineField",
    "LookupField",
    "ParsedField",
    "PartialDateField",
    "Reading",
    "SegmentedField",
    "TextField",
]
