"""Homeward: the desk of a consular officer who brings stranded nationals home."""

__version__ = "0.1.0"
