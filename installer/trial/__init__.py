"""Trying what is shipped: installed, used, upgraded and removed under Wine, on a virtual screen."""

TOOLS = ("wine", "wineserver", "Xvfb", "import", "identify", "xdotool", "osslsigncode")
"""Programs that a trial calls."""
