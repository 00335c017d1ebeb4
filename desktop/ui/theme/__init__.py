"""Colours and fonts of the interface, and the states that have a colour."""

from desktop.ui.theme.fonts import Type
from desktop.ui.theme.theme import Mode, Theme, color, font, form, metrics, px, width_of
from desktop.ui.tokens import Mark, State

__all__ = [
    "Mark",
    "Mode",
    "State",
    "Theme",
    "Type",
    "color",
    "font",
    "form",
    "metrics",
    "px",
    "width_of",
]
