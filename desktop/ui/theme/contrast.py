"""Contrast of colours, and the high-contrast map that follows the system's own colours."""

from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from desktop.ui.tokens import CONTRAST, LIGHT, State, Tokens

READABLE = 4.5


def luminance(color: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white).

    Source: WCAG 2.2, definition of relative luminance.
    """

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = color.redF(), color.greenF(), color.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def ratio(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(color: QColor, other: QColor, share: float) -> QColor:
    """`color` moved towards `other`; `share` 0 is `color`, 1 is `other`."""

    def part(one: float, two: float) -> float:
        return one + (two - one) * share

    return QColor.fromRgbF(
        part(color.redF(), other.redF()),
        part(color.greenF(), other.greenF()),
        part(color.blueF(), other.blueF()),
    )


def contrast_tokens(system: QPalette) -> Tokens:
    """High-contrast map in the system's colours.

    Window, text, accent and selection are the officer's own choice in the system; the rest
    follows from them. A state colour that can't be read on that window gives way to the
    one of the light theme, and if that can't be read either, to the text colour.
    """
    window = system.color(QPalette.ColorRole.Window)
    text = system.color(QPalette.ColorRole.WindowText)
    accent = system.color(QPalette.ColorRole.Highlight)
    on_accent = system.color(QPalette.ColorRole.HighlightedText)
    link = accent if ratio(accent, window) >= READABLE else text
    tokens = dict.fromkeys(
        ("window", "rail", "surface", "subtle", "accent_bg", *(s.ground for s in State)),
        window.name(),
    )
    tokens |= dict.fromkeys(("line", "line2", "control", "text", "text2", "text3"), text.name())
    tokens |= {
        "hover": mixed(window, text, 0.1).name(),
        "track": mixed(window, text, 0.35).name(),
        "accent": accent.name(),
        "on_accent": on_accent.name(),
        "accent_text": link.name(),
        "sel": accent.name(),
        "sel_text": on_accent.name(),
        "sel_text2": on_accent.name(),
    }
    for state in State:
        choices = (QColor(CONTRAST[state]), QColor(LIGHT[state]), text)
        readable = (c for c in choices if ratio(c, window) >= READABLE)
        tokens[state.value] = next(readable, text).name()
    return MappingProxyType(tokens)
