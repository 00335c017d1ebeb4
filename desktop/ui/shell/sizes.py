"""Sizes of the parts around the pages, in logical pixels at the usual text size."""

RAIL_WIDTH = 96
BAR_HEIGHT = 48
STATUS_HEIGHT = 28
