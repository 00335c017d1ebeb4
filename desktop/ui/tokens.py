"""The colours of Homeward: four maps of the same keys, and the states with their icons.

Everything that is painted asks for a key. A state `x` has a foreground `x` and a ground
`x_bg`; the foreground may also stand on `surface`, `window`, `subtle` and `sel`.
"""

from collections.abc import Mapping
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Final


class State(StrEnum):
    """What a colour other than the accent may mean."""

    OK = "ok"
    WARN = "warn"
    BLOCKED = "blocked"
    HELD = "held"
    UNKNOWN = "unknown"
    RESTRICTED = "restricted"
    INFO = "info"

    @property
    def ground(self) -> str:
        """Key of the ground of this state."""
        return f"{self.value}_bg"


class Mark(Enum):
    """A state with the one icon that shows it; a state is icon, word and colour, always."""

    OK = (State.OK, "checkmark_circle")
    WARN = (State.WARN, "warning")
    EXPIRES = (State.WARN, "clock_alarm")
    BLOCKED = (State.BLOCKED, "dismiss_circle")
    HELD = (State.HELD, "pause_circle")
    UNKNOWN = (State.UNKNOWN, "question_circle")
    EXEMPT = (State.UNKNOWN, "subtract_circle")
    RESTRICTED = (State.RESTRICTED, "lock_closed")
    INFO = (State.INFO, "info")
    WAIVED = (State.INFO, "shield_checkmark")
    UNDER_WAY = (State.INFO, "vehicle_bus")

    @property
    def state(self) -> State:
        """State whose colours are used."""
        return self.value[0]

    @property
    def icon(self) -> str:
        """Name of the filled icon."""
        return self.value[1]


Tokens = Mapping[str, str]

LIGHT: Final[Tokens] = MappingProxyType(
    {
        "window": "#F2F4F5",
        "rail": "#E7EBED",
        "surface": "#FFFFFF",
        "subtle": "#F7F9FA",
        "hover": "#ECF0F2",
        "line": "#DCE1E5",
        "line2": "#C2CAD0",
        "control": "#808B94",
        "text": "#161D22",
        "text2": "#47535C",
        "text3": "#5C6871",
        "accent": "#0B5F77",
        "on_accent": "#FFFFFF",
        "accent_bg": "#DCEEF3",
        "accent_text": "#0A556B",
        "sel": "#D9ECF2",
        "sel_text": "#161D22",
        "sel_text2": "#47535C",
        "track": "#DDE3E7",
        "ok": "#1B6A3C",
        "ok_bg": "#E1F2E7",
        "warn": "#7C4A00",
        "warn_bg": "#FCEFCF",
        "blocked": "#A3241B",
        "blocked_bg": "#FBE4E1",
        "held": "#8B2266",
        "held_bg": "#F8E3EF",
        "unknown": "#4D5862",
        "unknown_bg": "#E6EAED",
        "restricted": "#4B4199",
        "restricted_bg": "#E9E7F8",
        "info": "#0A556B",
        "info_bg": "#DCEEF3",
    }
)

DARK: Final[Tokens] = MappingProxyType(
    {
        "window": "#14191D",
        "rail": "#0F1316",
        "surface": "#1C2329",
        "subtle": "#222A31",
        "hover": "#2A343C",
        "line": "#303B44",
        "line2": "#44515B",
        "control": "#7F8C96",
        "text": "#E9EEF1",
        "text2": "#B3BEC6",
        "text3": "#9FACB5",
        "accent": "#5FC3DE",
        "on_accent": "#04222B",
        "accent_bg": "#153B47",
        "accent_text": "#86D5EA",
        "sel": "#1A414F",
        "sel_text": "#E9EEF1",
        "sel_text2": "#B3BEC6",
        "track": "#303B44",
        "ok": "#80D69E",
        "ok_bg": "#17372A",
        "warn": "#F1C36C",
        "warn_bg": "#3D3014",
        "blocked": "#FF9F95",
        "blocked_bg": "#4A2421",
        "held": "#F2A0D6",
        "held_bg": "#45233B",
        "unknown": "#B7C2CB",
        "unknown_bg": "#323D46",
        "restricted": "#BBB2FB",
        "restricted_bg": "#312D57",
        "info": "#86D5EA",
        "info_bg": "#153B47",
    }
)

CONTRAST: Final[Tokens] = MappingProxyType(
    {
        "window": "#000000",
        "rail": "#000000",
        "surface": "#000000",
        "subtle": "#000000",
        "hover": "#1A1A1A",
        "line": "#FFFFFF",
        "line2": "#FFFFFF",
        "control": "#FFFFFF",
        "text": "#FFFFFF",
        "text2": "#FFFFFF",
        "text3": "#FFFFFF",
        "accent": "#1AEBFF",
        "on_accent": "#000000",
        "accent_bg": "#000000",
        "accent_text": "#1AEBFF",
        "sel": "#1AEBFF",
        "sel_text": "#000000",
        "sel_text2": "#000000",
        "track": "#5A5A5A",
        "ok": "#3FF23F",
        "ok_bg": "#000000",
        "warn": "#FFFF00",
        "warn_bg": "#000000",
        "blocked": "#FF8A80",
        "blocked_bg": "#000000",
        "held": "#FF9BE0",
        "held_bg": "#000000",
        "unknown": "#FFFFFF",
        "unknown_bg": "#000000",
        "restricted": "#C9C2FF",
        "restricted_bg": "#000000",
        "info": "#1AEBFF",
        "info_bg": "#000000",
    }
)

# A border laptop in the sun: black on white, stronger edges, whatever the officer chose.
ROLLCALL: Final[Tokens] = MappingProxyType(
    {
        **LIGHT,
        "window": "#FFFFFF",
        "text": "#000000",
        "text2": "#2B343B",
        "text3": "#2B343B",
        "sel_text": "#000000",
        "sel_text2": "#2B343B",
        "line2": "#9AA4AC",
        "control": "#5A656E",
    }
)
