"""Checks of what an officer sees; they need Qt, and a screen or a plugin without one."""
