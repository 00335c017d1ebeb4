"""Sizes of the sheet and what stays free at its edges."""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["A4", "LETTER"]
Orientation = Literal["portrait", "landscape"]

_SIZES_MM: dict[Paper, tuple[float, float]] = {"A4": (210.0, 297.0), "LETTER": (215.9, 279.4)}


@dataclass(frozen=True)
class Sheet:
    """A sheet in millimetres. `rows_end` is how far down rows may go, `foot` the rule there."""

    width: float
    height: float
    left: float
    right: float
    top: float
    rows_end: float
    foot: float
    is_landscape: bool

    @property
    def end(self) -> float:
        """Right end of the text."""
        return self.width - self.right

    @property
    def text_width(self) -> float:
        """Width of the text."""
        return self.end - self.left


def sheet_of(paper: Paper, orientation: Orientation) -> Sheet:
    """Return the sheet of a list. Raises ValueError for a paper or orientation not known.

    Portrait leaves room at the left for the holes of a binder, landscape at the top.
    """
    if paper not in _SIZES_MM or orientation not in ("portrait", "landscape"):
        raise ValueError(f"no such sheet: {paper} {orientation}")
    short, long = _SIZES_MM[paper]
    if orientation == "landscape":
        return Sheet(long, short, 12.0, 12.0, 14.0, short - 16.5, short - 11.8, True)
    return Sheet(short, long, 18.0, 10.0, 11.0, long - 17.5, long - 12.8, False)
