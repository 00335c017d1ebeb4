"""The palette that the standard widgets paint with."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.contrast import mixed
from desktop.ui.tokens import Tokens

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "subtle",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Light: "subtle",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
}

_FADED = {
    QPalette.ColorRole.WindowText: "window",
    QPalette.ColorRole.Text: "surface",
    QPalette.ColorRole.ButtonText: "surface",
    QPalette.ColorRole.PlaceholderText: "surface",
    QPalette.ColorRole.Link: "window",
}

# How far the text of something that can't be used moves towards its ground.
FADE = 0.45


def build_palette(tokens: Tokens) -> QPalette:
    """Palette of `tokens`; in the Disabled group text is faded and nothing is accented."""
    palette = QPalette()
    for role, key in _ROLES.items():
        palette.setColor(role, QColor(tokens[key]))
    disabled = QPalette.ColorGroup.Disabled
    for role, ground in _FADED.items():
        faded = mixed(QColor(tokens[_ROLES[role]]), QColor(tokens[ground]), FADE)
        palette.setColor(disabled, role, faded)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent):
        palette.setColor(disabled, role, QColor(tokens["control"]))
    return palette
